use crate::entry::{Entry, Judged};
use crate::html::listed;
use footbridge_verdict::Proof;

/// How much a piece is worth as proof: the three labels of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Label {
    Verified,
    StructureVerified,
    SelfReported,
}

impl Label {
    pub(crate) fn of(entry: &Entry) -> Self {
        match (entry.proof, entry.judged) {
            (Proof::Verified, Judged::Substance) => Self::Verified,
            (Proof::Verified, Judged::Structure) => Self::StructureVerified,
            (Proof::SelfReported, _) => Self::SelfReported,
        }
    }

    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::StructureVerified => "structure verified",
            Self::SelfReported => "self-reported",
        }
    }

    /// What it means, in full.
    pub(crate) fn meaning(self) -> &'static str {
        match self {
            Self::Verified => "A program checked the substance of this answer.",
            Self::StructureVerified => {
                "A program checked the structure of this text, which is all of this task that a program can judge. Whether it is good was not judged."
            }
            Self::SelfReported => {
                "The owner's word. The verdict may read like that of a checked structure, for the form was looked at in the same way; but what the \
                 text tells, such as what was done or who was met, no program can see, so it is never counted as verified."
            }
        }
    }

    /// The label that a piece carries wherever it is named. Filled, outlined or dashed, and always in words.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Verified => "<span class=\"tag pass\">verified</span>",
            Self::StructureVerified => "<span class=\"tag shape\">structure verified</span>",
            Self::SelfReported => "<span class=\"tag self\">self-reported</span>",
        }
    }
}

/// "9 verified, 4 structure verified and 3 self-reported", leaving out what there is none of.
pub(crate) fn label_counts(all: impl Iterator<Item = Label>) -> String {
    let mut counts = [0_usize; 3];
    for label in all {
        counts[label as usize] += 1;
    }
    let labels = [Label::Verified, Label::StructureVerified, Label::SelfReported];
    let named: Vec<String> =
        labels.into_iter().zip(counts).filter(|(_, count)| *count > 0).map(|(label, count)| format!("{count} {}", label.words())).collect();
    listed(named)
}
