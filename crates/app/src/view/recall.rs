use super::{Block, LevelView, ModelAnswerView, NextView, OptionView, RefitView};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What to recall today.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RecallView {
    /// The answer: "4 cards today, 9 min".
    pub answer: String,
    /// The day.
    pub day: String,
    /// Minutes the day has for it: a quarter of its minutes, unless others were asked for.
    pub cap: u32,
    /// Minutes of them that were used already.
    pub used: u32,
    /// The same in words: "under a minute", "3 min"; empty before the first recall of the day.
    pub used_words: String,
    /// Minutes that the cards take.
    pub minutes: u32,
    /// The cards, in the order in which they should be answered.
    pub cards: Vec<CardLineView>,
    /// Cards that are due and wait for another day, because the day is full.
    pub waiting: u32,
    /// New cards that are there and come on another day.
    pub later: u32,
    /// How many of them are the learner's own.
    pub own_later: u32,
    /// The day by which all that is due now will have come; only when something waits and comes within 120 days.
    pub back_by: Option<String>,
    /// Why there is nothing, and what comes next.
    pub empty: Option<String>,
    /// Recalls so far. The schedule follows published parameters until there are enough of one's own.
    pub recalls: u32,
    /// Which parameters of memory hold, and why, in a sentence.
    pub parameters: String,
    /// Interviews ahead, for which some cards are recalled more surely.
    pub interviews: u32,
    /// Why cards of one's own are left out; `None` when they are read.
    pub unreadable: Option<String>,
}

/// What came of taking in cards from Anki's text.
#[derive(Debug, Clone, Default, Serialize, ToSchema)]
pub struct CardsImportedView {
    /// In words.
    pub answer: String,
    /// The file they stand in, from the learner's folder.
    pub file: String,
    /// Cards that were not there.
    pub new: u32,
    /// Cards whose text or tags changed; their history stays.
    pub changed: u32,
    /// Cards that were there alike.
    pub same: u32,
    /// Cards that were exported from here and are no cards of one's own.
    pub ours: u32,
    /// Lines that are no card, and why.
    pub bad_lines: Vec<LineTroubleView>,
}

/// A line of a file and what is wrong with it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LineTroubleView {
    /// From 1.
    pub line: u32,
    /// What is wrong.
    pub says: String,
}

/// A card in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CardLineView {
    /// Id.
    pub id: String,
    /// Where it comes from: `bank`, `lesson`, `mistake`, or `own` for a card of one's own.
    pub source: String,
    /// What it asks, without markup.
    pub ask: String,
    /// Minutes that answering it takes.
    pub minutes: u32,
    /// The day it was due; for a new card the day it came.
    pub due: String,
    /// The day it was answered last.
    pub last: Option<String>,
    /// Chance in a hundred that it would be recalled today; `None` for a new card.
    pub chance: Option<u8>,
}

/// One card, before it is answered.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CardView {
    /// In a list.
    pub line: CardLineView,
    /// Where it comes from, in words.
    pub from: String,
    /// What it asks.
    pub ask: Vec<Block>,
    /// How it is answered: `words`, or what a machine can check: `one`, `several`, `number`.
    pub answer_kind: String,
    /// The options, when there are any.
    pub options: Vec<OptionView>,
    /// What is to be computed, when it is not the whole question; may be empty.
    pub number_ask: String,
    /// Unit of the number; may be empty.
    pub unit: String,
    /// Words and time that are asked for, in a short timed item.
    pub limit: Option<LimitView>,
    /// The learner's own wrong answer.
    pub missed: Option<MissedView>,
    /// Where it can be read up.
    pub about: Option<NextView>,
}

/// What is asked for at most.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct LimitView {
    /// Words.
    pub words: u32,
    /// Seconds.
    pub seconds: u32,
}

/// A wrong answer of the learner's.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MissedView {
    /// The day it was checked.
    pub on: String,
    /// What the verdict said.
    pub summary: String,
    /// The answer itself; empty when it was not kept.
    pub text: String,
    /// Language of the text, for colouring.
    pub language: String,
}

/// An answer to a card.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct CardAnswerBody {
    /// What a machine can check: a number, a letter, letters; empty when it was said aloud or left out. Answers in words are not sent.
    #[serde(default)]
    pub checked: String,
}

/// The back of a card, shown once it was answered.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CardBackView {
    /// What the machine says of the part that it can check; `None` when nothing was checked.
    pub right: Option<bool>,
    /// A number or letters were asked for, and what was typed cannot be read as that: it can be asked for once more before anything is shown.
    pub unreadable: bool,
    /// Why.
    pub says: Vec<String>,
    /// Four answers to hold one's own against, the poorest first; empty for what a machine checks alone.
    pub levels: Vec<LevelView>,
    /// Why the solution is right, when one may see it.
    pub discussion: Vec<Block>,
    /// Grades that can be given, each with the day the card would come back.
    pub grades: Vec<GradeView>,
}

/// A grade.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GradeView {
    /// From 1 to 4.
    pub level: u8,
    /// `again`, `hard`, `good`, `easy`.
    pub word: String,
    /// What it stands for.
    pub stands_for: String,
    /// The day the card would come back.
    pub comes_back: String,
}

/// A grade given to one's own answer.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct RecallBody {
    /// From 1 to 4.
    pub level: u8,
    /// As in [`CardAnswerBody`].
    #[serde(default)]
    pub checked: String,
    /// How long answering took, when it was measured.
    #[serde(default)]
    pub seconds: Option<u32>,
}

/// A card was answered and graded.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RecalledView {
    /// The day the card comes back.
    pub comes_back: String,
    /// What a strong answer holds, for an interview question.
    pub model: Option<ModelAnswerView>,
    /// What a refit of the parameters found, when this recall was the occasion for one.
    pub refit: Option<RefitView>,
    /// What is left of the day.
    pub day: RecallView,
}
