//! How a talk is practised: what is said of a choice at once, and whether it can be taken back.

/// The three ways to practise, the gentlest first. Scoring guide, section 3.6.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Mode {
    /// After each reply comes one sentence of feedback, and the choice can be taken back.
    #[default]
    Learn,
    /// Replies only; what they mean is said at the end.
    Practice,
    /// As in practice, and nothing can be taken back: the only mode that says something about what one tends to do.
    Check,
}

impl Mode {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Learn, Self::Practice, Self::Check];

    /// The name in files, and the end of its words' key.
    pub fn code(self) -> &'static str {
        match self {
            Self::Learn => "learn",
            Self::Practice => "practice",
            Self::Check => "check",
        }
    }

    /// The mode of this name.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.code() == code)
    }

    /// Whether what a choice did is said at once, and the choice can be taken back.
    pub fn teaches_at_once(self) -> bool {
        self == Self::Learn
    }
}
