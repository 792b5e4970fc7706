//! The accessibility glue that Bevy 0.19 leaves to the program: containers, actions, and requests from readers.

use accesskit::{Action, Live, Node as AccessNode, Role};
use bevy::a11y::{AccessibilityNode, ActionRequest};
use bevy::input_focus::{FocusCause, InputFocus};
use bevy::prelude::*;
use bevy::ui_widgets::{Activate, Button};

pub(super) fn plugin(app: &mut App) {
    // The window's plugin adds the message too; a test without a window has it from here.
    app.add_message::<ActionRequest>();
    app.add_systems(Update, (offer_press, serve_requests));
    app.add_systems(PostStartup, clear_initial_focus.after(bevy::input_focus::set_initial_focus));
}

/// A container that keeps its children in the order in which they are seen.
pub(crate) fn group(label: &str) -> AccessibilityNode {
    labelled(Role::Group, label)
}

/// A log that is read aloud as it grows.
pub(crate) fn live_log(label: &str) -> AccessibilityNode {
    let mut node = AccessNode::new(Role::Log);
    node.set_label(label);
    node.set_live(Live::Polite);
    AccessibilityNode::from(node)
}

/// Time that runs: looked up by who wants to know, never read aloud by itself.
pub(crate) fn timer() -> AccessibilityNode {
    let mut node = AccessNode::new(Role::Timer);
    node.set_live(Live::Off);
    AccessibilityNode::from(node)
}

/// A line to type in what is looked for. What is typed is added as it changes.
pub(crate) fn search_line() -> AccessibilityNode {
    let mut node = AccessNode::new(Role::SearchInput);
    node.add_action(Action::Focus);
    AccessibilityNode::from(node)
}

/// A short message that is read aloud when it changes.
pub(crate) fn status(label: &str) -> AccessibilityNode {
    let mut node = AccessNode::new(Role::Status);
    node.set_label(label);
    node.set_live(Live::Polite);
    AccessibilityNode::from(node)
}

/// Something that lies over the page and has to be closed first.
pub(crate) fn dialog(label: &str) -> AccessibilityNode {
    let mut node = AccessNode::new(Role::Dialog);
    node.set_label(label);
    node.set_modal();
    AccessibilityNode::from(node)
}

/// A meter with its value in words.
pub(crate) fn meter(label: &str, value: f64, max: f64) -> AccessibilityNode {
    let mut node = AccessNode::new(Role::Meter);
    node.set_label(label);
    node.set_numeric_value(value);
    node.set_min_numeric_value(0.0);
    node.set_max_numeric_value(max);
    AccessibilityNode::from(node)
}

/// A line to type in.
pub(crate) fn text_input(label: &str) -> AccessibilityNode {
    labelled(Role::TextInput, label)
}

/// A picture with words for those who do not see it.
pub(crate) fn picture(label: &str) -> AccessibilityNode {
    labelled(Role::Image, label)
}

fn labelled(role: Role, label: &str) -> AccessibilityNode {
    let mut node = AccessNode::new(role);
    node.set_label(label);
    AccessibilityNode::from(node)
}

/// Bevy focuses the window itself at the start, unless a button asked for it; as the window is no node of the tree, no
/// tree would ever be sent.
fn clear_initial_focus(mut focus: ResMut<InputFocus>, nodes: Query<(), With<AccessibilityNode>>) {
    if !focus.get().is_some_and(|focused| nodes.contains(focused)) {
        focus.clear();
    }
}

fn offer_press(mut buttons: Query<&mut AccessibilityNode, Added<Button>>) {
    for mut node in &mut buttons {
        node.add_action(Action::Click);
        node.add_action(Action::Focus);
    }
}

/// A reader's "press" arrives as a message that nobody else answers.
fn serve_requests(
    mut requests: MessageReader<ActionRequest>,
    mut focus: ResMut<InputFocus>,
    nodes: Query<(), With<AccessibilityNode>>,
    mut commands: Commands,
) {
    for request in requests.read() {
        let Some(entity) =
            Entity::try_from_bits(request.0.target_node.0).filter(|entity| nodes.contains(*entity))
        else {
            continue;
        };
        match request.0.action {
            Action::Click => commands.trigger(Activate { entity }),
            Action::Focus => focus.set(entity, FocusCause::Navigated),
            _ => {}
        }
    }
}
