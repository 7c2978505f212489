use super::answers::{right_answer, wrong_answer};
use super::{people, practice, resume};
use crate::folder::Init;
use crate::planning::{make, order_in_path};
use crate::profile::Profile;
use crate::records::Records;
use crate::view::{AnswerBody, ProfileView};
use crate::{App, Fault, Trouble};
use footbridge_content::Exercise;
use footbridge_journal::State;
use footbridge_verdict::ExerciseId;
use jiff::civil::Date;
use jiff::{ToSpan, Zoned};
use std::sync::{Mutex, PoisonError};

/// What the sample learner is at.
const IN_HAND: &str = "sql-longest-delays";

/// Weeks the sample learner has behind them.
const WEEKS: i32 = 6;

type Act<'a> = Box<dyn Fn(&App) -> Result<(), Trouble> + 'a>;

/// Something that the sample learner did.
pub(super) struct Deed<'a> {
    pub(super) days_ago: i32,
    pub(super) hour: i8,
    pub(super) act: Act<'a>,
}

impl<'a> Deed<'a> {
    pub(super) fn new(days_ago: i32, hour: i8, act: impl Fn(&App) -> Result<(), Trouble> + 'a) -> Self {
        Self { days_ago, hour, act: Box::new(act) }
    }
}

/// The six weeks, told by doing them.
pub(super) struct Story<'a> {
    pub(super) app: &'a App,
    /// The clock that the app reads.
    pub(super) hand: &'a Mutex<Zoned>,
    pub(super) now: &'a Zoned,
}

impl Story<'_> {
    pub(super) fn live(&self) -> Result<(), Trouble> {
        self.turn_to(WEEKS * 7, 9)?;
        let view = profile(self.app.today());
        self.app.init(&Init { profile: view.clone() })?;
        let mut deeds = self.exercises(&Profile::from_view(&view)?)?;
        deeds.extend(people::deeds());
        deeds.extend(practice::deeds());
        deeds.push(Deed::new(6, 21, resume::written));
        deeds.push(Deed::new(1, 20, |app| begin_wrong(app, IN_HAND)));
        // A journal's time never goes back, so what came later is recorded later.
        deeds.sort_by_key(|deed| (-deed.days_ago, deed.hour));
        for deed in deeds {
            self.turn_to(deed.days_ago, deed.hour)?;
            (deed.act)(self.app)?;
        }
        Ok(())
    }

    /// The exercises of the plan, each on its day.
    fn exercises(&self, profile: &Profile) -> Result<Vec<Deed<'_>>, Trouble> {
        let course = &self.app.course;
        let planned = make(course, profile, &State::fold(Vec::new()), Records::default(), self.app.today());
        let plan = planned.plan.map_err(|error| Trouble::new(Fault::Ours, "The sample has no plan.").because(error))?;
        let order = order_in_path(&course.pack);
        let mut lived = Vec::new();
        let today = self.now.date();
        let yesterday = today.saturating_sub(1.day());
        for session in &plan.sessions {
            let day = session.date.min(yesterday);
            if session.occurrence.is_some_and(|monday| monday <= day) && session.date <= today {
                lived.push((day, session.item.clone()));
            }
        }
        for placed in plan.items.iter().filter(|placed| !placed.weekly && placed.last < today) {
            // Now and then a week goes otherwise than planned: every ninth item stays undone, unless others wait for it.
            let at = order.get(placed.id.as_str()).copied().unwrap_or(0);
            let needed = plan.items.iter().any(|other| other.after.as_ref().is_some_and(|after| after.id == placed.id));
            if at % 9 != 8 || needed {
                lived.push((placed.last, placed.id.clone()));
            }
        }
        lived.sort_by_key(|(day, _)| *day);
        let deed = |(number, (day, id)): (usize, &(Date, ExerciseId))| {
            let exercise = course.exercise(id.as_str())?;
            Ok(Deed::new((today - *day).get_days(), 18, move |app| work(app, exercise, number)))
        };
        lived.iter().enumerate().map(deed).collect()
    }

    /// Puts the clock at an hour so many days ago.
    fn turn_to(&self, days_ago: i32, hour: i8) -> Result<(), Trouble> {
        let day = self.now.date().saturating_sub(days_ago.days());
        let time = day.at(hour, 0, 0, 0).to_zoned(self.now.time_zone().clone());
        let time = time.map_err(|error| Trouble::new(Fault::Ours, "The sample's calendar is at fault.").because(error))?;
        *self.hand.lock().unwrap_or_else(PoisonError::into_inner) = time;
        Ok(())
    }
}

/// One query is begun, wrong so far, and waits.
fn begin_wrong(app: &App, id: &str) -> Result<(), Trouble> {
    let begun = app.start(id)?;
    match app.course.exercise(id)?.wrong.first() {
        Some(wrong) => app.check_answer(id, &AnswerBody { text: wrong.text.to_string(), base_hash: begun.hash, variant: 0 }).map(drop),
        None => Ok(()),
    }
}

/// One exercise: begun, sometimes wrong first, sometimes with a hint, then passed.
fn work(app: &App, exercise: &Exercise, number: usize) -> Result<(), Trouble> {
    let id = exercise.id.as_str();
    let begun = app.start(id)?;
    let mut hash = begun.hash.clone();
    if number.is_multiple_of(2)
        && let Some(wrong) = wrong_answer(exercise, number)
    {
        hash = app.check_answer(id, &AnswerBody { text: wrong, base_hash: hash, variant: 0 })?.hash;
        // What comes back every week may have all its hints open by now.
        let is_one_left = begun.hints_shown.len() < exercise.hints.len();
        if number.is_multiple_of(4) && is_one_left {
            app.hint(id)?;
        }
    }
    let Some(right) = right_answer(exercise) else { return Ok(()) };
    app.check_answer(id, &AnswerBody { text: right, base_hash: hash, variant: 0 }).map(drop)
}

fn profile(start: Date) -> ProfileView {
    ProfileView {
        name: "Sample learner".to_owned(),
        blocker: "technical-skill".to_owned(),
        blocker_note: String::new(),
        background: "customer-success".to_owned(),
        background_note: "four years beside the API customers of a payments company".to_owned(),
        minutes: [60, 60, 30, 60, 30, 120, 60],
        start: start.to_string(),
        region: "india".to_owned(),
        targets: vec!["Technical product manager, APIs".to_owned()],
        target_date: None,
        companies: vec!["Postman".to_owned(), "Razorpay".to_owned()],
        days_off: Vec::new(),
    }
}
