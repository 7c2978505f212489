//! What a machine can check of an answer in an interview: which parts of the question it answers with content, whether its figures are
//! right, how many fillers there are for each part; and, without a direction, its sums that hold, its pace, its share of fillers and the time
//! to each part.
//!
//! Everything is a function of the question, the transcript and the seconds. **Padding is set aside.** Headings, lists of
//! words, sentences that only announce, what was said before in the same or in other words, and what stands in the question's own texts count
//! nothing; each is told with the reason. The fixtures in `tests/padding` hold that, and a property appends such texts to other answers.
//!
//! What it cannot see: whether what is said is true, apart from numbers; whether a choice is wise; whether a story happened; tone, silence
//! and slides; depth, so that an answer that goes far into three parts may be better than one that touches six. A part counts as answered when
//! a sentence or two claim something in its words, in those of a model answer, or in near synonyms of them, and a part that is a sum when its
//! result is said. An answer in quite other words is missed, and a wrong claim in the right words is not: `tests/plain.rs` counts how often. Of
//! a story it looks for the parts that every story needs, not for those of the question; of several stories those count that are near the
//! question by their words. A story about something else that shares a name with the answer, or much with the question's
//! texts, is taken for a part of it, and a single one counts whatever it is about. This is why a person scores, and the machine only shows.

mod announced;
mod fillers;
mod lexicon;
mod number;
mod parts;
mod reckoned;
mod said;
mod same;
mod story;
mod transcript;
mod turns;
mod webvtt;
mod words;

pub use footbridge_arithmetic::Equality;
pub use lexicon::Rarity;
pub use number::NumberFound;
pub use said::{Aside, SetAside};
pub use transcript::{LARGEST_TRANSCRIPT, Line, Transcript, TranscriptError, read_transcript};

use fillers::fillers;
use footbridge_arithmetic::{Equalities, ROUNDING, equalities};
use lexicon::Lexicon;
use number::number_found;
use said::Said;

/// What is asked, and the texts that an answer must not copy.
#[derive(Debug, Clone, Default)]
pub struct Question {
    /// As the interviewer says it.
    pub ask: String,
    /// Steps of a strong answer.
    pub framework: Vec<String>,
    /// Answers that answer it: where one of their sentences says a step, the step may be said in its words too.
    pub model: Vec<String>,
    /// Everything else that stands with the question: what is evaluated, mistakes, what is asked next, anchors, reckoning.
    pub beside: Vec<String>,
    /// It asks for something that happened, so its answer is a story.
    pub is_story: bool,
    /// What is to be computed.
    pub number: Option<Number>,
}

/// The part of a question that is a number.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Number {
    /// The right one.
    pub right: f64,
    /// How far off it may be, as a share of it.
    pub tolerance: f64,
    /// What is to be computed, with its unit.
    pub of: String,
    /// How it comes about, sum by sum.
    pub reckoning: String,
}

/// An answer as it was given.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// What was said.
    pub transcript: &'a Transcript,
    /// The number that was given for what is to be computed.
    pub number: Option<f64>,
    /// How long it took, in seconds, when it was measured.
    pub seconds: Option<u32>,
}

/// What a machine found. The parts, the number, wrong sums and fillers for each part are scored; sums that hold, pace, times and the share of
/// fillers have no direction.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// The parts of the question, in its order.
    pub parts: Vec<Part>,
    /// The number that was to be computed.
    pub number: NumberFound,
    /// Equalities that were computed again, hold, and stand in the words that answer a part. More of them are no better: a true sum can be
    /// put into any sentence.
    pub held: Vec<Equality>,
    /// Those that hold and stand elsewhere.
    pub held_beside: Vec<Equality>,
    /// Those that do not hold.
    pub wrong: Vec<Equality>,
    /// Fillers.
    pub fillers: Fillers,
    /// Words, whatever they are.
    pub words: usize,
    /// Words a minute; `None` when the time was not measured, or is shorter than a mark says.
    pub pace: Option<f64>,
    /// What was said and counts nothing, with the reason.
    pub set_aside: Vec<SetAside>,
}

/// One part of a strong answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What it is.
    pub title: String,
    /// The sentences that answer it; `None` when none do.
    pub answered: Option<Evidence>,
}

/// Words of the answer that speak for a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// As they were said.
    pub quote: String,
    /// Seconds after the beginning, when the transcript marks times.
    pub at: Option<u32>,
}

impl Evidence {
    /// Whether words stand in it, wherever its lines break.
    fn holds(&self, words: &str) -> bool {
        self.quote.split_whitespace().collect::<Vec<_>>().join(" ").contains(words)
    }
}

/// Fillers, and what they stand beside.
#[derive(Debug, Clone, PartialEq)]
pub struct Fillers {
    /// Each filler with how often it was said, the most frequent first.
    pub each: Vec<(String, usize)>,
    /// All of them.
    pub count: usize,
    /// Words in all, whatever they are.
    pub words: usize,
    /// Parts that were answered.
    pub answered: usize,
}

impl Fillers {
    /// Fillers for each part that was answered: this is scored, since more words do not thin it out. `None` when no part was.
    pub fn for_each_part(&self) -> Option<f64> {
        (self.answered > 0).then(|| self.count as f64 / self.answered as f64)
    }

    /// Fillers in a hundred words. Padding lowers it, so it has no direction. `None` when nothing was said.
    pub fn share(&self) -> Option<f64> {
        (self.words > 0).then(|| self.count as f64 * 100.0 / self.words as f64)
    }
}

impl Figures {
    /// How many parts were answered.
    pub fn answered(&self) -> usize {
        self.parts.iter().filter(|part| part.answered.is_some()).count()
    }
}

/// Measures one answer.
pub fn figures(question: &Question, given: Given<'_>, rarity: &Rarity) -> Figures {
    let lexicon = Lexicon::of(question, rarity);
    let mut said = Said::of(given.transcript, &lexicon);
    let parts = if question.is_story {
        story::leave_out_the_rest(&mut said, &lexicon);
        story::parts(&said)
    } else {
        parts::parts(question, &said, &lexicon)
    };
    let Equalities { held, wrong, .. } = equalities(&given.transcript.text(), ROUNDING);
    let is_in_a_part = |sum: &Equality| parts.iter().filter_map(|part| part.answered.as_ref()).any(|evidence| evidence.holds(&sum.quote));
    let (held, held_beside) = held.into_iter().partition(is_in_a_part);
    let words = given.transcript.text().split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    Figures {
        fillers: fillers(given.transcript, words, parts.iter().filter(|part| part.answered.is_some()).count()),
        parts,
        number: number_found(question.number.as_ref(), given.number),
        held,
        held_beside,
        wrong,
        words,
        pace: given
            .seconds
            .filter(|seconds| *seconds > 0 && given.transcript.last_mark() <= Some(*seconds))
            .map(|seconds| words as f64 * 60.0 / f64::from(seconds)),
        set_aside: said.set_aside,
    }
}
