//! The accessibility glue that Bevy 0.19 leaves to the program: containers, actions, and requests from readers.

use accesskit::{Action, Live, Node as AccessNode, Role};
use bevy::a11y::{AccessibilityNode, AccessibilitySystems, ActionRequest};
use bevy::input_focus::{FocusCause, InputFocus, InputFocusVisible};
use bevy::prelude::*;
use bevy::ui_widgets::{Activate, Button};

pub(super) fn plugin(app: &mut App) {
    // The window's plugin adds the message too; a test without a window has it from here.
    app.add_message::<ActionRequest>();
    app.add_systems(Update, (offer_press, serve_requests));
    app.add_systems(
        PostUpdate,
        (read_texts, join, hide).chain().before(AccessibilitySystems::Update),
    );
    app.add_systems(PostStartup, clear_initial_focus.after(bevy::input_focus::set_initial_focus));
}

/// A container that keeps its children in the order in which they are seen.
pub(crate) fn group(label: &str) -> AccessibilityNode {
    labelled(Role::Group, label)
}

/// A log of what was said. It is built anew as it grows, so it is not read aloud by itself: what is [`announced`] is.
pub(crate) fn log(label: &str) -> AccessibilityNode {
    let mut node = AccessNode::new(Role::Log);
    node.set_label(label);
    node.set_live(Live::Off);
    AccessibilityNode::from(node)
}

/// What is read aloud when it comes.
pub(crate) fn announced() -> AccessibilityNode {
    let mut node = AccessNode::new(Role::Group);
    node.set_live(Live::Polite);
    AccessibilityNode::from(node)
}

/// The name of a page, or of a part of one, by which readers find their way: 1 is the page's own.
#[derive(Component, Debug, Clone, Copy)]
pub(crate) struct Headed(pub(crate) usize);

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
/// tree would ever be sent. What has asked for it is seen to have it: Enter would press it.
fn clear_initial_focus(
    mut focus: ResMut<InputFocus>,
    mut visible: ResMut<InputFocusVisible>,
    nodes: Query<(), With<AccessibilityNode>>,
) {
    visible.0 = focus.get().is_some_and(|focused| nodes.contains(focused));
    if !visible.0 {
        focus.clear();
    }
}

/// One of a few values side by side, and whether it is the one that holds.
#[derive(Component, Debug, Clone, Copy)]
pub(crate) struct OneOf(pub(crate) bool);

fn offer_press(mut buttons: Query<(&mut AccessibilityNode, Option<&OneOf>), Added<Button>>) {
    for (mut node, one_of) in &mut buttons {
        node.add_action(Action::Click);
        node.add_action(Action::Focus);
        if let Some(OneOf(holds)) = one_of {
            node.set_role(Role::RadioButton);
            node.set_toggled((*holds).into());
        }
    }
}

/// A text that is only seen, such as a reading above a word, which would be heard twice.
#[derive(Component, Debug, Clone, Copy)]
pub(crate) struct ForTheEye;

/// Every text can be read, but for those whose words are in the name of what they stand on.
pub(crate) fn read_texts(
    texts: Query<
        (Entity, &Text, Option<&Children>, Option<&Headed>),
        (Changed<Text>, Without<ForTheEye>),
    >,
    spans: Query<&TextSpan>,
    parents: Query<&ChildOf>,
    named: Query<(Has<Button>, Option<&AccessibilityNode>)>,
    mut commands: Commands,
) {
    for (entity, text, children, headed) in &texts {
        let says_it = |around: Entity| {
            let (pressed, node) = named.get(around).unwrap_or_default();
            pressed
                || node.is_some_and(|node| {
                    matches!(node.role(), Role::Meter | Role::Timer | Role::Image)
                })
        };
        let pieces = children.into_iter().flatten().filter_map(|child| spans.get(*child).ok());
        let words: String =
            [text.0.as_str()].into_iter().chain(pieces.map(|s| s.0.as_str())).collect();
        // The joints between characters are for the eye.
        let words = words.replace('\u{2060}', "");
        if words.is_empty() || parents.iter_ancestors(entity).any(says_it) {
            continue;
        }
        let mut node = AccessNode::new(if headed.is_some() { Role::Heading } else { Role::Label });
        match headed {
            Some(Headed(level)) => {
                node.set_label(words);
                node.set_level(*level);
            }
            None => node.set_value(words),
        }
        commands.entity(entity).try_insert(AccessibilityNode::from(node));
    }
}

/// What can be read hangs together up to its page, in the order in which it is seen: Bevy leaves out whatever stands
/// between.
fn join(
    added: Query<Entity, Added<AccessibilityNode>>,
    parents: Query<&ChildOf>,
    plain: Query<(), (With<Node>, Without<AccessibilityNode>)>,
    mut commands: Commands,
) {
    for entity in &added {
        for around in parents.iter_ancestors(entity).filter(|around| plain.contains(*around)) {
            let between = AccessibilityNode::from(AccessNode::new(Role::GenericContainer));
            commands.entity(around).try_insert(between);
        }
    }
}

/// What is not seen is not read either.
fn hide(
    mut nodes: Query<
        (&InheritedVisibility, &mut AccessibilityNode),
        Or<(Changed<InheritedVisibility>, Added<AccessibilityNode>)>,
    >,
) {
    for (seen, mut node) in &mut nodes {
        if seen.get() == node.is_hidden() {
            if seen.get() {
                node.clear_hidden();
            } else {
                node.set_hidden();
            }
        }
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
