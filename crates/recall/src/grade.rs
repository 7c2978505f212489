/// How well an answer was recalled, as the learner or a machine graded it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Not recalled: a poor answer.
    Again,
    /// Recalled in part: a mixed answer.
    Hard,
    /// A good answer.
    Good,
    /// An excellent answer, without effort.
    Easy,
}

impl Grade {
    /// All of them, the lowest first.
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];

    /// From 1 to 4.
    pub fn level(self) -> u8 {
        match self {
            Self::Again => 1,
            Self::Hard => 2,
            Self::Good => 3,
            Self::Easy => 4,
        }
    }

    /// The grade of a level from 1 to 4.
    pub fn of_level(level: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.level() == level)
    }

    /// The word in commands.
    pub fn word(self) -> &'static str {
        match self {
            Self::Again => "again",
            Self::Hard => "hard",
            Self::Good => "good",
            Self::Easy => "easy",
        }
    }
}
