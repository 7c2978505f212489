//! Informational interviews: a conversation of half an hour with somebody who does the work.

use crate::contact::ContactId;
use crate::touch::Touch;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// One interview with one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interview {
    /// With whom.
    pub contact: ContactId,
    /// The day that was agreed on, once there is one.
    pub agreed: Option<Date>,
    /// What has been done, in any order; each stage once, but one may ask again.
    pub reached: Vec<Reached>,
}

/// A stage that was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// Which.
    pub stage: Stage,
    /// On which day.
    pub on: Date,
}

/// The stages of an interview, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// They were asked for it.
    Asked,
    /// Questions are chosen.
    Prepared,
    /// It took place.
    Held,
    /// What was heard is written down.
    Noted,
    /// They were thanked.
    Thanked,
    /// They were told what came of it.
    FollowedUp,
}

impl Stage {
    /// All, in order.
    pub const ALL: [Self; 6] = [Self::Asked, Self::Prepared, Self::Held, Self::Noted, Self::Thanked, Self::FollowedUp];

    /// The words a person reads.
    pub fn words(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Prepared => "prepared",
            Self::Held => "held",
            Self::Noted => "noted",
            Self::Thanked => "thanked",
            Self::FollowedUp => "followed up",
        }
    }

    /// Whether one is in touch with it: whoever is asked, met, thanked or told what came of it.
    pub fn is_touch(self) -> bool {
        matches!(self, Self::Asked | Self::Held | Self::Thanked | Self::FollowedUp)
    }
}

/// What comes next in an interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// The stage it leads to.
    pub stage: Stage,
    /// By when; `None` as long as no day is agreed on.
    pub by: Option<Date>,
    /// What to do, in one sentence.
    pub what: &'static str,
}

/// Days without an answer until they are asked once more.
const ASK_AGAIN_DAYS: i32 = 7;

/// Days after the conversation until they are told what came of it.
const FOLLOW_UP_DAYS: i32 = 21;

/// The first stage that is not reached, with its day. `None` when the interview is complete. Nothing is prepared until a day is agreed on. Who
/// agrees on a conversation of `today` prepares today; what is over is prepared no more.
pub fn next_step(interview: &Interview, today: Date) -> Option<NextStep> {
    let is_over = on(interview, Stage::Held).is_some();
    if !is_over && interview.agreed.is_none() {
        return Some(ask(interview));
    }
    let is_open = |stage: &Stage| on(interview, *stage).is_none() && *stage != Stage::Asked && !(is_over && *stage == Stage::Prepared);
    let stage = Stage::ALL.into_iter().find(is_open)?;
    let held = on(interview, Stage::Held).or(interview.agreed);
    let after = |days: i32| held.map(|held| held.saturating_add(days.days()));
    let is_ahead = interview.agreed.is_some_and(|agreed| agreed >= today);
    let (by, what) = match stage {
        Stage::Asked => return None,
        Stage::Prepared => (
            after(-1).map(|by| if is_ahead { by.max(today) } else { by }),
            "Read what they have made and choose five questions that only they can answer.",
        ),
        Stage::Held => (after(0), "Hold it, and end two minutes early."),
        Stage::Noted if on(interview, Stage::Thanked).is_some() => (
            after(0),
            "They are thanked, and nothing is written down: write now what you still know, their words, numbers, names of tools.",
        ),
        Stage::Noted => (after(0), "Write down what you heard within the hour: their words, numbers, names of tools."),
        Stage::Thanked => (after(1), "Thank them with the one thing that you will do differently."),
        Stage::FollowedUp => (after(FOLLOW_UP_DAYS), "Tell them what came of it, and ask whom else to speak to."),
    };
    Some(NextStep { stage, by, what })
}

/// Until a day is agreed on. Nobody is asked more than twice.
fn ask(interview: &Interview) -> NextStep {
    let asked: Vec<Date> = interview.reached.iter().filter(|reached| reached.stage == Stage::Asked).map(|reached| reached.on).collect();
    let (by, what) = match asked.as_slice() {
        [] => (None, "Ask for half an hour and offer two times."),
        [once] => (
            Some(once.saturating_add(ASK_AGAIN_DAYS.days())),
            "They were asked. Without an answer by then, ask once more, with two other times.",
        ),
        _ => (None, "They were asked twice. Keep the day when they answer; until then let it rest, and ask somebody else."),
    };
    NextStep { stage: Stage::Asked, by, what }
}

/// Days on which one was in touch with somebody for an interview.
pub fn touches_of(interviews: &[Interview]) -> Vec<Touch> {
    let is_touch = |reached: &&Reached| reached.stage.is_touch();
    let of_one = |interview: &Interview| {
        let touch = |reached: &Reached| Touch { contact: interview.contact.clone(), on: reached.on };
        interview.reached.iter().filter(is_touch).map(touch).collect::<Vec<_>>()
    };
    interviews.iter().flat_map(of_one).collect()
}

/// How many interviews count for the milestone: held, and written down. One person counts once.
pub fn counted(interviews: &[Interview]) -> usize {
    counted_on(interviews).len()
}

/// The days from which they count, the earliest first.
pub fn counted_on(interviews: &[Interview]) -> Vec<Date> {
    let counts = |interview: &Interview| Some(on(interview, Stage::Held)?.max(on(interview, Stage::Noted)?));
    let mut first: BTreeMap<&ContactId, Date> = BTreeMap::new();
    for (interview, day) in interviews.iter().filter_map(|interview| Some((interview, counts(interview)?))) {
        let known = first.entry(&interview.contact).or_insert(day);
        *known = day.min(*known);
    }
    let mut days: Vec<Date> = first.into_values().collect();
    days.sort_unstable();
    days
}

fn on(interview: &Interview, stage: Stage) -> Option<Date> {
    interview.reached.iter().find(|reached| reached.stage == stage).map(|reached| reached.on)
}
