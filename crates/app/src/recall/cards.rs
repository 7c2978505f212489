//! All cards of a learner.

use super::log;
use super::missed::{Missed, MissedIn};
use super::own::OwnCard;
use super::schedule::Schedule;
use crate::App;
use crate::learner::Learner;
use crate::mock::OF_A_COMPANY;
use crate::planning::local_date;
use footbridge_content::{BankQuestion, Exercise, Kind};
use footbridge_grade::{Question, read_questions};
use footbridge_recall::{Card, Memory, Model};
use footbridge_verdict::ExerciseId;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Minutes of a card that a machine checks, and of a wrong query or text that is looked at again.
const MINUTES_OF_A_QUESTION: u16 = 1;
const MINUTES_OF_A_MISTAKE: u16 = 3;

/// To recall an answer is to say how it is built, not to give it whole: a fifth of an interview's minutes, within these.
const SHARE_OF_AN_INTERVIEW: u16 = 5;
const LEAST_OF_AN_INTERVIEW: u16 = 2;
const MOST_OF_AN_INTERVIEW: u16 = 6;

/// A card of this learner.
pub(super) struct CardOf<'a> {
    pub(super) id: String,
    pub(super) source: Source<'a>,
    pub(super) minutes: u16,
    /// A new card is not shown before.
    pub(super) from: Date,
    pub(super) log: Vec<footbridge_recall::Recalled>,
    pub(super) memory: Option<Memory>,
    /// The chance of recall at which it is due.
    pub(super) target: f32,
    /// What stands for it while it is new.
    target_when_new: f32,
}

/// Where questions of the bank stand among new cards.
const RANK_OF_BANK: u8 = 3;

/// What a card asks.
pub(super) enum Source<'a> {
    /// An interview question, in the variant whose turn it is.
    Bank(&'a BankQuestion),
    /// A question of a lesson, or one of an exercise that was answered wrong.
    Question { exercise: &'a Exercise, question: Box<Question>, missed: Option<Missed> },
    /// What was wrong with an answer.
    Mistake { exercise: &'a Exercise, missed: Missed },
    /// A card of one's own.
    Own(OwnCard),
}

impl Source<'_> {
    /// Its name in views.
    pub(super) fn word(&self) -> &'static str {
        match self {
            Self::Bank(_) => "bank",
            Self::Question { missed: None, .. } => "lesson",
            Self::Question { missed: Some(_), .. } | Self::Mistake { .. } => "mistake",
            Self::Own(_) => "own",
        }
    }

    /// New cards come in this order: what went wrong first.
    fn rank(&self) -> u8 {
        match self {
            Self::Question { missed: Some(_), .. } | Self::Mistake { .. } => 0,
            Self::Question { missed: None, .. } => 1,
            Self::Own(_) => 2,
            Self::Bank(_) => RANK_OF_BANK,
        }
    }
}

impl CardOf<'_> {
    /// The day of the last recall.
    pub(super) fn last_on(&self) -> Option<Date> {
        self.log.last().map(|recalled| recalled.on)
    }

    /// As scheduling sees it.
    pub(super) fn scheduled(&self) -> Card {
        let target = if self.memory.is_some() { self.target } else { self.target_when_new };
        Card { minutes: self.minutes, memory: self.memory, from: self.from, target }
    }

    /// The day it is due; for a new card the day it came.
    pub(super) fn due(&self, model: &Model) -> Date {
        self.memory.map_or(self.from, |memory| model.due(&memory, self.target))
    }

    /// Whether its recalls stand in the private journal.
    pub(super) fn is_private(&self) -> bool {
        match &self.source {
            Source::Bank(_) | Source::Own(_) => false,
            Source::Question { exercise, .. } | Source::Mistake { exercise, .. } => exercise.private,
        }
    }
}

impl App {
    /// Every card there is for a learner, new ones in the order in which they should come.
    pub(super) fn cards_of<'a>(&'a self, learner: &Learner, schedule: &Schedule) -> Vec<CardOf<'a>> {
        let mut cards: BTreeMap<String, CardOf<'a>> = BTreeMap::new();
        for (id, work) in &learner.state.exercises {
            let Some(exercise) = self.course.pack.exercise(id.as_str()) else { continue };
            let missed = self.missed_in(exercise, work);
            let passed = work.passes().next().filter(|_| exercise.kind == Kind::Lesson).map(|pass| local_date(pass.at));
            for card in cards_of_work(exercise, missed, passed, (learner, schedule)) {
                cards.insert(card.id.clone(), card);
            }
        }
        for (question, from) in self.asked_so_far(learner, schedule) {
            cards.insert(question.id.to_string(), self.bank_card(question, learner, schedule, from));
        }
        for own in self.own_cards().0 {
            let id = own.id();
            let log = log(learner, &id);
            // A card of one's own is wanted from the day it is there.
            let from = log.first().map_or_else(|| self.today(), |recalled| recalled.on);
            cards.insert(id.clone(), card(id, Source::Own(own), MINUTES_OF_A_QUESTION, from, (log, schedule)));
        }
        let mut cards: Vec<CardOf<'a>> = cards.into_values().collect();
        let rank = |card: &CardOf<'_>| if schedule.takes_turns(&card.source) { RANK_OF_BANK } else { card.source.rank() };
        cards.sort_by(|a, b| (rank(a), a.from, &a.id).cmp(&(rank(b), b.from, &b.id)));
        let mut turns = Turns::default();
        let mut in_turn: Vec<(usize, CardOf<'a>)> = cards.into_iter().map(|card| (turns.of(&card), card)).collect();
        in_turn.sort_by_key(|(turn, card)| (rank(card), *turn, card.from));
        in_turn.into_iter().map(|(_, card)| card).collect()
    }

    /// The card of an interview question.
    pub(super) fn bank_card<'a>(&'a self, question: &'a BankQuestion, learner: &Learner, schedule: &Schedule, from: Date) -> CardOf<'a> {
        let log = log(learner, question.id.as_str());
        let minutes = (question.minutes / SHARE_OF_AN_INTERVIEW).clamp(LEAST_OF_AN_INTERVIEW, MOST_OF_AN_INTERVIEW);
        card(question.id.to_string(), Source::Bank(question.variant(log.len())), minutes, from, (log, schedule))
    }

    /// Interview questions that are cards by now, and since when: those that were answered before, those of a week whose lesson was passed,
    /// those whose skills were all shown, and until an interview all that such a company asks.
    fn asked_so_far<'a>(&'a self, learner: &Learner, schedule: &Schedule) -> Vec<(&'a BankQuestion, Date)> {
        let pack = &self.course.pack;
        let passed_on =
            |id: &ExerciseId| learner.state.work(id).and_then(|work| work.passes().next()).map(|pass| next_day(local_date(pass.at)));
        let mut shown: BTreeMap<&ExerciseId, Date> = BTreeMap::new();
        for exercise in &pack.exercises {
            let Some(on) = passed_on(&exercise.id) else { continue };
            for skill in &exercise.skills {
                shown.entry(skill).and_modify(|first| *first = on.min(*first)).or_insert(on);
            }
        }
        let week_passed = |question: &BankQuestion| {
            let week = pack.path.weeks.iter().find(|week| week.questions.iter().any(|id| *id.as_ref() == question.id))?;
            passed_on(week.concept.as_ref())
        };
        let skills_shown = |question: &BankQuestion| {
            let days: Option<Vec<Date>> = question.skills.iter().map(|skill| shown.get(skill).copied()).collect();
            days?.into_iter().max()
        };
        let since = |question: &BankQuestion| {
            let answered = learner.state.recalls.get(question.id.as_str()).and_then(|recalls| recalls.first());
            let learned = answered.map(|(at, _)| local_date(*at)).or_else(|| week_passed(question)).or_else(|| skills_shown(question));
            let is_asked = schedule.booked.iter().any(|booked| booked.asks(question));
            if is_asked { Some(learned.map_or(self.today(), |day| day.min(self.today()))) } else { learned }
        };
        let questions = pack.banks.iter().flat_map(|bank| &bank.questions);
        questions.filter_map(|question| Some((question, since(question)?))).collect()
    }
}

/// New interview questions, and beside them cards of one's own, take turns by their kinds, each as often as interviews ask it, so that no
/// kind waits for all of another, also not for one whose lessons came first. Those of one kind come in the order in which they were learned.
#[derive(Default)]
struct Turns {
    so_far: BTreeMap<&'static str, usize>,
}

impl Turns {
    fn of(&mut self, card: &CardOf<'_>) -> usize {
        if card.memory.is_some() {
            return 0;
        }
        let (kind, asked) = match &card.source {
            Source::Bank(question) => {
                let asked = OF_A_COMPANY.iter().find(|(kind, _)| *kind == question.kind).map_or(1, |(_, asked)| *asked);
                (question.kind.word(), asked)
            }
            Source::Own(_) => (card.source.word(), OWN_IN_A_TURN),
            Source::Question { .. } | Source::Mistake { .. } => return 0,
        };
        let so_far = self.so_far.entry(kind).or_default();
        *so_far += 1;
        *so_far * FINEST_TURN / asked
    }
}

/// Cards of one's own beside ten questions of an interview.
const OWN_IN_A_TURN: usize = 2;

/// The least common multiple of the shares 3, 2 and 1.
const FINEST_TURN: usize = 6;

fn cards_of_work<'a>(
    exercise: &'a Exercise,
    missed: MissedIn<'a>,
    passed: Option<Date>,
    (learner, schedule): (&Learner, &Schedule),
) -> Vec<CardOf<'a>> {
    let mut cards = Vec::new();
    let of_question = |asked: &'a Exercise, question: Question, missed: Option<Missed>, from: Date| {
        let id = format!("{}/{}", exercise.id, question.id);
        let log = log(learner, &id);
        card(id, Source::Question { exercise: asked, question: Box::new(question), missed }, MINUTES_OF_A_QUESTION, from, (log, schedule))
    };
    let mut by_question = missed.questions;
    if let Some(day) = passed {
        for question in read_questions(exercise).unwrap_or_default() {
            if !by_question.contains_key(&question.id) {
                cards.push(of_question(exercise, question, None, next_day(day)));
            }
        }
    }
    // Questions of one variant are read once.
    let mut read: BTreeMap<usize, Vec<Question>> = BTreeMap::new();
    while let Some((id, (variant, missed))) = by_question.pop_first() {
        let questions = read.entry(variant.variant).or_insert_with(|| read_questions(variant).unwrap_or_default());
        if let Some(question) = questions.iter().find(|question| question.id == id) {
            let from = next_day(missed.on);
            cards.push(of_question(variant, question.clone(), Some(missed), from));
        }
    }
    if let Some(missed) = missed.whole {
        let id = exercise.id.to_string();
        let (from, log) = (next_day(missed.on), log(learner, &id));
        cards.push(card(id, Source::Mistake { exercise, missed }, MINUTES_OF_A_MISTAKE, from, (log, schedule)));
    }
    cards
}

fn card<'a>(
    id: String,
    source: Source<'a>,
    minutes: u16,
    from: Date,
    (log, schedule): (Vec<footbridge_recall::Recalled>, &Schedule),
) -> CardOf<'a> {
    let memory = schedule.model().memory(&log);
    let (target, target_when_new) = (schedule.target(&source), schedule.target_when_new(&source));
    CardOf { id, source, minutes, from, log, memory, target, target_when_new }
}

fn next_day(day: Date) -> Date {
    day.saturating_add(1.day())
}
