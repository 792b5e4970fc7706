//! The graph laid out for somebody else to draw, such as the window: where the boxes are, and how the lines go.

use crate::graph::Graph;
use crate::graph::draft::draft;
use crate::graph::layout::{Rect, Size, Stroke, arrange};

/// Where everything is, without any text beside the lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Map {
    /// The whole.
    pub size: Size,
    /// For each node.
    pub boxes: Vec<Rect>,
    /// For each edge, from its box to the box it leads to.
    pub lines: Vec<Vec<Stroke>>,
    /// For each group, what its beats stand in; an empty one has no height.
    pub bands: Vec<Rect>,
}

impl Graph {
    /// Lays the graph out with a box of this size for each of its nodes.
    pub fn map(&self, boxes: &[Size]) -> Map {
        let labels = vec![Size::default(); self.edges.len()];
        let layout = arrange(&draft(self, boxes, &labels));
        Map { size: layout.size, boxes: layout.boxes, lines: layout.lines, bands: layout.bands }
    }
}
