//! What keeps a query inside its worker on this machine.

use std::fmt;

/// What is enforced here, one line per safeguard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confinement {
    /// Every safeguard, whether it holds here or not.
    pub measures: Vec<Measure>,
}

/// One safeguard and whether this machine enforces it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Which one.
    pub safeguard: Safeguard,
    /// Whether it is in force.
    pub enforced: bool,
    /// How, or why not: one plain sentence.
    pub detail: String,
}

/// The safeguards around a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Safeguard {
    /// The parent kills the worker when the time is over.
    WallClock,
    /// The worker cannot allocate more than its share.
    Memory,
    /// The system stops the worker after its processor time.
    CpuTime,
    /// The worker can write no file.
    NoWriting,
    /// The worker can open no file; it sees only those handed to it.
    NoFiles,
    /// The worker can reach no network.
    NoNetwork,
    /// The worker can start no other program.
    NoPrograms,
}

impl Safeguard {
    /// Every safeguard, in the order they are shown.
    pub const ALL: [Self; 7] =
        [Self::WallClock, Self::Memory, Self::CpuTime, Self::NoWriting, Self::NoFiles, Self::NoNetwork, Self::NoPrograms];
}

impl fmt::Display for Safeguard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::WallClock => "time limit",
            Self::Memory => "memory limit",
            Self::CpuTime => "processor time limit",
            Self::NoWriting => "no writing of files",
            Self::NoFiles => "no opening of files",
            Self::NoNetwork => "no network",
            Self::NoPrograms => "no other programs",
        })
    }
}

impl Confinement {
    /// Whether every safeguard is in force; only then may a pack from elsewhere be run.
    pub fn is_complete(&self) -> bool {
        Safeguard::ALL.iter().all(|&safeguard| self.enforces(safeguard))
    }

    /// Whether one safeguard is in force.
    pub fn enforces(&self, safeguard: Safeguard) -> bool {
        self.measures.iter().any(|measure| measure.safeguard == safeguard && measure.enforced)
    }
}
