//! Finds the row of every piece: one below the lowest that leads to it.

use crate::graph::layout::{Draft, Role, Side};

/// The rows of the pieces, and what stands beside what.
#[derive(Debug, Clone)]
pub(super) struct Ranks {
    /// For each piece, its row from the top.
    pub(super) rank: Vec<usize>,
    /// For each piece that stands beside another, that other one and the side.
    pub(super) host: Vec<Option<(usize, Side)>>,
}

/// A must: the second is at least so many rows below the first.
type Below = (usize, usize, usize);

pub(super) fn ranks(draft: &Draft, side: Side) -> Ranks {
    let mut beside: Vec<bool> =
        draft.pieces.iter().map(|piece| piece.role == Role::Beside).collect();
    loop {
        let mut rank = longest_paths(draft, &musts(draft, &beside));
        let host = hosts(draft, &beside, &rank, side);
        // What finds no room beside anything gets a row as others do; then all is counted again.
        let homeless: Vec<usize> =
            (0..beside.len()).filter(|at| beside[*at] && host[*at].is_none()).collect();
        if homeless.is_empty() {
            for (at, host) in host.iter().enumerate() {
                if let Some((host, _)) = host {
                    rank[at] = rank[*host];
                }
            }
            endings(draft, &mut rank);
            return Ranks { rank, host };
        }
        for at in homeless {
            beside[at] = false;
        }
    }
}

/// What must be below what. A way through a second chance counts as one way.
fn musts(draft: &Draft, beside: &[bool]) -> Vec<Below> {
    let in_flow =
        |at: usize| !beside[at] && matches!(draft.pieces[at].role, Role::Flow | Role::Beside);
    let mut musts = Vec::new();
    for tie in &draft.ties {
        if !in_flow(tie.from) {
            continue;
        }
        if in_flow(tie.to) {
            musts.push((tie.from, tie.to, 1));
        } else if beside[tie.to] {
            for to in through(draft, beside, tie.from, tie.to) {
                if in_flow(to) {
                    musts.push((tie.from, to, 1));
                }
            }
        }
    }
    // A way back to an earlier group does not bring that group below the later one.
    let group = |at: usize| draft.pieces[at].group;
    musts.retain(|(from, to, _)| match (group(*from), group(*to)) {
        (Some(from), Some(to)) => from <= to,
        _ => true,
    });
    // Between two groups is a gate, numbered after the pieces, that one is above and the other below.
    for (at, piece) in draft.pieces.iter().enumerate().filter(|(at, _)| in_flow(*at)) {
        if let Some(group) = piece.group {
            musts.push((at, draft.pieces.len() + group + 1, 1));
            musts.push((draft.pieces.len() + group, at, 0));
        }
    }
    for gate in 0..draft.groups {
        musts.push((draft.pieces.len() + gate, draft.pieces.len() + gate + 1, 0));
    }
    musts
}

/// Where the ways lead that go from one piece through a second chance, or through several.
fn through(draft: &Draft, beside: &[bool], from: usize, chance: usize) -> Vec<usize> {
    let mut seen = vec![chance];
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(here) = seen.get(at).copied() {
        for tie in draft.ties.iter().filter(|tie| tie.from == here) {
            let open = tie.after.is_empty() || tie.after.contains(&from);
            if beside[tie.to] && !seen.contains(&tie.to) {
                seen.push(tie.to);
            } else if open && !beside[tie.to] {
                found.push(tie.to);
            }
        }
        at += 1;
    }
    found
}

/// The longest way to each piece, with ways that lead round in a circle left out where they close it.
fn longest_paths(draft: &Draft, musts: &[Below]) -> Vec<usize> {
    let count = draft.pieces.len() + draft.groups + 1;
    let mut out: Vec<Vec<(usize, usize)>> = vec![Vec::new(); count];
    for (from, to, rows) in musts {
        out[*from].push((*to, *rows));
    }
    let (order, closing) = walk(&out, draft.first);
    for (from, to) in closing {
        out[from].retain(|(other, _)| *other != to);
    }
    let mut rank = vec![0; count];
    let mut led_to = vec![false; count];
    for from in &order {
        for (to, rows) in &out[*from] {
            rank[*to] = rank[*to].max(rank[*from] + rows);
            led_to[*to] = true;
        }
    }
    // What nothing leads to stands just above what it leads to itself.
    for from in order.iter().rev() {
        if !led_to[*from] && *from < draft.pieces.len() && *from != draft.first {
            let lowest = out[*from].iter().map(|(to, rows)| rank[*to].saturating_sub(*rows)).min();
            rank[*from] = rank[*from].max(lowest.unwrap_or_default());
        }
    }
    rank.truncate(draft.pieces.len());
    rank
}

/// Every number in an order in which what leads on comes before what it leads to, and the ways that close a circle.
fn walk(out: &[Vec<(usize, usize)>], first: usize) -> (Vec<usize>, Vec<(usize, usize)>) {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        Not,
        Open,
        Done,
    }
    let mut seen = vec![Seen::Not; out.len()];
    let (mut done, mut closing) = (Vec::new(), Vec::new());
    for start in std::iter::once(first).chain(0..out.len()) {
        if seen[start] != Seen::Not {
            continue;
        }
        seen[start] = Seen::Open;
        // An own stack: a talk may be longer than the machine's.
        let mut stack = vec![(start, 0)];
        while let Some((at, next)) = stack.last_mut() {
            match out[*at].get(*next) {
                Some((to, _)) => {
                    *next += 1;
                    match seen[*to] {
                        Seen::Not => {
                            seen[*to] = Seen::Open;
                            stack.push((*to, 0));
                        }
                        Seen::Open => closing.push((*at, *to)),
                        Seen::Done => {}
                    }
                }
                None => {
                    seen[*at] = Seen::Done;
                    done.push(*at);
                    stack.pop();
                }
            }
        }
    }
    done.reverse();
    (done, closing)
}

/// For each piece beside another, which one: the one from which the fewest of its lines go up. A host has two sides.
fn hosts(draft: &Draft, beside: &[bool], rank: &[usize], side: Side) -> Vec<Option<(usize, Side)>> {
    let mut host: Vec<Option<(usize, Side)>> = vec![None; beside.len()];
    for at in (0..beside.len()).filter(|at| beside[*at]) {
        let from: Vec<usize> = draft
            .ties
            .iter()
            .filter(|tie| tie.to == at && !beside[tie.from])
            .map(|tie| tie.from)
            .collect();
        let to = || {
            draft.ties.iter().filter(|tie| tie.from == at && draft.pieces[tie.to].role != Role::End)
        };
        let going_up = |main: usize| {
            let into = from.iter().filter(|other| rank[**other] > rank[main]).count();
            into + to().filter(|tie| rank[tie.to] <= rank[main]).count()
        };
        let free = |main: usize, side: Side| !host.contains(&Some((main, side)));
        let room = |main: &usize| {
            let side = [side, side.other()].into_iter().find(|side| free(*main, *side));
            side.map(|side| (going_up(*main), rank[*main], *main, side))
        };
        let best =
            from.iter().filter_map(room).min_by_key(|(up, rank, main, _)| (*up, *rank, *main));
        host[at] = best.map(|(_, _, main, side)| (main, side));
    }
    host
}

/// The endings come last, and what stands above something just above it.
fn endings(draft: &Draft, rank: &mut [usize]) {
    let role = |at: usize| draft.pieces[at].role;
    let above_endings = |tie: &&crate::graph::layout::Tie| {
        role(tie.from) == Role::Above && role(tie.to) == Role::End
    };
    let flow = (0..rank.len()).filter(|at| matches!(role(*at), Role::Flow | Role::Beside));
    let lowest = flow.map(|at| rank[at]).max().unwrap_or_default();
    let between = usize::from(draft.ties.iter().any(|tie| above_endings(&tie)));
    for at in (0..rank.len()).filter(|at| role(*at) == Role::End) {
        rank[at] = lowest + 1 + between;
    }
    for tie in draft.ties.iter().filter(|tie| role(tie.from) == Role::Above) {
        rank[tie.from] = rank[tie.to].saturating_sub(1);
    }
}
