use crate::folder::Init;
use crate::planning::{make, order_in_path};
use crate::profile::Profile;
use crate::view::{AnswerBody, CompanyBody, EntryBody, NewApplicationBody, ProfileView};
use crate::{App, Clock, Fault, Trouble, World};
use footbridge_content::{Exercise, Kind};
use footbridge_grade::{Answered, QuestionKind, read_questions, write_answers};
use footbridge_journal::{DeviceId, RealDisk, State};
use jiff::civil::Date;
use jiff::{ToSpan, Zoned};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// What the sample learner is at.
const IN_HAND: &str = "sql-longest-delays";

/// An application of the sample learner: company, role, and stages with the days since.
struct Applied {
    company: &'static str,
    role: &'static str,
    stages: &'static [(i32, &'static str)],
}

const APPLICATIONS: [Applied; 3] = [
    Applied {
        company: "Postman",
        role: "Technical product manager, APIs",
        stages: &[(16, "found"), (13, "applied"), (5, "first conversation")],
    },
    Applied { company: "Razorpay", role: "Product manager, payments API", stages: &[(11, "applied")] },
    Applied { company: "Setu", role: "Product manager, developer experience", stages: &[(3, "found")] },
];

/// Weeks the sample learner has behind them.
const WEEKS: i32 = 6;

impl App {
    /// A second app on a sample learner six weeks in, in a temporary folder: real answers, really checked, at past dates.
    pub fn sample(&self) -> Result<Self, Trouble> {
        let temporary = TemporaryFolder::make()?;
        let folder = temporary.0.clone();
        let now = (self.world.clock)();
        let hand = Arc::new(Mutex::new(now.clone()));
        let seen = Arc::clone(&hand);
        let past: Clock = Arc::new(move || seen.lock().unwrap_or_else(PoisonError::into_inner).clone());
        let device = DeviceId::new("sample").map_err(|error| Trouble::new(Fault::Ours, "The sample has no name.").because(error))?;
        let world =
            World { disk: Arc::new(RealDisk::new(&folder)), folder: Some(folder), clock: past, device, sample: true, ..self.world.clone() };
        let writer = self.beside(world.clone());
        Story { app: &writer, hand: &hand, now: &now }.live()?;
        Ok(Self { _temporary: Some(temporary), ..self.beside(World { clock: Arc::clone(&self.world.clock), ..world }) })
    }
}

/// A sample app of its own, for `footbridge demo`.
pub fn open_sample() -> Result<App, Trouble> {
    let nowhere = World::real(&std::env::temp_dir())?;
    App::new(nowhere)?.sample()
}

/// A folder that goes when it is no longer looked at.
pub(crate) struct TemporaryFolder(PathBuf);

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        // Whatever cannot be removed is left to the system, which empties its temporary folder.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl TemporaryFolder {
    fn make() -> Result<Self, Trouble> {
        let mut random = [0; 6];
        let refused = |error: std::io::Error| {
            Trouble::new(Fault::World, "The sample has no place to live: no temporary folder can be made.").because(error)
        };
        getrandom::fill(&mut random).map_err(|error| refused(std::io::Error::other(error.to_string())))?;
        let name: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
        let folder = std::env::temp_dir().join(format!("footbridge-sample-{name}"));
        std::fs::create_dir(&folder).map_err(refused)?;
        Ok(Self(folder))
    }
}

/// The six weeks, told by doing them.
struct Story<'a> {
    app: &'a App,
    hand: &'a Mutex<Zoned>,
    now: &'a Zoned,
}

impl Story<'_> {
    fn live(&self) -> Result<(), Trouble> {
        let start = self.now.date().saturating_sub((WEEKS * 7).days());
        self.turn_to(start, 9)?;
        let view = profile(start);
        self.app.init(&Init { profile: view.clone() })?;
        let profile = Profile::from_view(&view)?;
        let planned = make(&self.app.course, &profile, &State::fold(Vec::new()), start);
        let plan = planned.plan.map_err(|error| Trouble::new(Fault::Ours, error.to_string()))?;
        let order = order_in_path(&self.app.course);
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
        self.apply()?;
        lived.sort_by_key(|(day, _)| *day);
        for (number, (day, id)) in lived.iter().enumerate() {
            let exercise = self.app.course.exercise(id.as_str())?;
            self.turn_to(*day, 18)?;
            self.work(exercise, number)?;
        }
        self.leave_in_hand(IN_HAND)
    }

    /// Three applications, one of which waits for a follow-up, and a card that is begun.
    fn apply(&self) -> Result<(), Trouble> {
        for Applied { company, role, stages } in APPLICATIONS {
            let mut id = None;
            for (days_ago, stage) in stages {
                self.turn_to(self.now.date().saturating_sub(days_ago.days()), 8)?;
                let stage = (*stage).to_owned();
                match &id {
                    None => {
                        let (company, role) = (company.to_owned(), role.to_owned());
                        let body = NewApplicationBody { company, role, stage, ..NewApplicationBody::default() };
                        id = Some(self.app.add_application(&body)?.line.id);
                    }
                    Some(id) => drop(self.app.add_to_application(id, &EntryBody { stage, ..EntryBody::default() })?),
                }
            }
        }
        let product = "A workbench in which teams design, test and document their APIs.".to_owned();
        self.app.keep_company(&CompanyBody { name: APPLICATIONS[0].company.to_owned(), product, ..CompanyBody::default() }).map(drop)
    }

    /// One query is begun, wrong so far, and waits.
    fn leave_in_hand(&self, id: &str) -> Result<(), Trouble> {
        let exercise = self.app.course.exercise(id)?;
        self.turn_to(self.now.date().saturating_sub(1.day()), 20)?;
        let begun = self.app.start(id)?;
        match exercise.wrong.first() {
            Some(wrong) => self.app.check_answer(id, &AnswerBody { text: wrong.text.clone(), base_hash: begun.hash, variant: 0 }).map(drop),
            None => Ok(()),
        }
    }

    /// One exercise: begun, sometimes wrong first, sometimes with a hint, then passed.
    fn work(&self, exercise: &Exercise, number: usize) -> Result<(), Trouble> {
        let id = exercise.id.as_str();
        let begun = self.app.start(id)?;
        let mut hash = begun.hash.clone();
        if number.is_multiple_of(2)
            && let Some(wrong) = wrong_answer(exercise, number)
        {
            hash = self.app.check_answer(id, &AnswerBody { text: wrong, base_hash: hash, variant: 0 })?.hash;
            // What comes back every week may have all its hints open by now.
            let is_one_left = begun.hints_shown.len() < exercise.hints.len();
            if number.is_multiple_of(4) && is_one_left {
                self.app.hint(id)?;
            }
        }
        let Some(right) = right_answer(exercise) else { return Ok(()) };
        self.app.check_answer(id, &AnswerBody { text: right, base_hash: hash, variant: 0 }).map(drop)
    }

    fn turn_to(&self, day: Date, hour: i8) -> Result<(), Trouble> {
        let time = day.at(hour, 0, 0, 0).to_zoned(self.now.time_zone().clone());
        let time = time.map_err(|error| Trouble::new(Fault::Ours, "The sample's calendar is at fault.").because(error))?;
        *self.hand.lock().unwrap_or_else(PoisonError::into_inner) = time;
        Ok(())
    }
}

fn profile(start: Date) -> ProfileView {
    ProfileView {
        name: "Sample learner".to_owned(),
        blocker: "technical-skill".to_owned(),
        blocker_note: String::new(),
        background: "customer-success".to_owned(),
        background_note: "four years beside the API customers of a payments company".to_owned(),
        minutes: [60, 60, 0, 60, 0, 120, 60],
        start: start.to_string(),
        region: "india".to_owned(),
        targets: vec!["Technical product manager, APIs".to_owned()],
        target_date: None,
        companies: vec!["Postman".to_owned(), "Razorpay".to_owned()],
        days_off: Vec::new(),
    }
}

fn right_answer(exercise: &Exercise) -> Option<String> {
    match exercise.kind {
        Kind::Write => exercise.solutions.first().map(|text| format!("---\npublish: true\n---\n\n{text}")),
        Kind::Sql | Kind::Roadmap => exercise.solutions.first().cloned(),
        Kind::Lesson | Kind::Read | Kind::Choice | Kind::Numeric => {
            let questions = read_questions(exercise).ok()?;
            let right = footbridge_grade::right_answers(&questions);
            Some(write_answers(right.iter().map(|(id, answer)| (id.as_str(), answer))))
        }
    }
}

fn wrong_answer(exercise: &Exercise, number: usize) -> Option<String> {
    match exercise.kind {
        Kind::Sql | Kind::Write | Kind::Roadmap => exercise.wrong.get(number % exercise.wrong.len().max(1)).map(|wrong| wrong.text.clone()),
        Kind::Lesson | Kind::Read | Kind::Choice | Kind::Numeric => {
            let questions = read_questions(exercise).ok()?;
            let mut answers = footbridge_grade::right_answers(&questions);
            let (at, wrong) = questions.iter().enumerate().find_map(|(at, question)| match &question.kind {
                QuestionKind::Number { near, .. } => near.first().map(|slip| (at, Answered::Number(slip.value))),
                QuestionKind::Options { options, .. } => {
                    let wrong = options.iter().position(|option| !option.right)?;
                    Some((at, Answered::Labels(vec![footbridge_grade::label(wrong)])))
                }
            })?;
            answers[at].1 = wrong;
            Some(write_answers(answers.iter().map(|(id, answer)| (id.as_str(), answer))))
        }
    }
}
