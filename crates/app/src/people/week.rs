use super::contacts_file::{CONTACTS_FILE, ContactsFile};
use super::conversation::{conversation_view, interviews};
use super::gathering::gathering_view;
use super::gatherings_file::{GATHERINGS_FILE, GatheringsFile, kind_id};
use super::importing::imported_view;
use super::{Book, planned, touches};
use crate::planning::local_date;
use crate::view::{CadenceView, ChoiceView, CompanyPathsView, DueView, FindingView, FiveView, PathToView, PeopleView, SuggestedView};
use crate::view_sql::finding_view;
use crate::words::count;
use crate::{App, Trouble};
use footbridge_diagnostic::Diagnostic;
use footbridge_journal::People;
use footbridge_people::{
    Asked, Due, GOAL, GatheringKind, How, Interview, Path, Planned, Rhythm, Role, Strength, Suggestion, Touch, Urgency, WeeklyFive,
    by_urgency, counted, next_step, overdue, suggest, warm_paths, weekly_five,
};
use footbridge_planner::spoken;
use jiff::civil::Date;

/// The fewest people that are suggested, also when the week's five are reached.
const FEWEST_SUGGESTED: u32 = 5;

/// Everybody that is read at once, and what happened with them.
pub(super) struct Known {
    pub(super) file: ContactsFile,
    pub(super) gatherings: GatheringsFile,
    pub(super) people: People,
    pub(super) touches: Vec<Touch>,
    pub(super) planned: Vec<Planned>,
}

/// People who wait, named on the screen Today; the others wait on the screen People.
const SHOWN_ON_TODAY: usize = 3;
/// People to write to for the first time, named there.
const SUGGESTED_ON_TODAY: usize = 2;

/// What Today shows of people; nothing as long as nobody is in the contacts.
#[derive(Debug, Default)]
pub(crate) struct PeopleOfTheDay {
    /// How the week stands, in one sentence that names nobody.
    pub(crate) says: Option<String>,
    /// Who waits to hear from the learner: the first few.
    pub(crate) due: Vec<DueView>,
    /// Whom to write to for the first time: the first few, as long as this week asks for somebody.
    pub(crate) suggested: Vec<SuggestedView>,
}

impl App {
    /// This week's five, who waits, and who is known where. Weak paths only when asked for.
    pub fn people(&self, weak: bool) -> Result<PeopleView, Trouble> {
        let known = self.known()?;
        let today = self.today();
        let book = Book::of(&known.rhythm(), today);
        let all = known.paths(&self.aimed_at()?);
        let week = known.week(today);
        let due = overdue(&known.rhythm(), today);
        let interviews = interviews(&known.people);
        let open = interviews.iter().filter(|interview| next_step(interview, today).is_some());
        let cadence = |cadence: &footbridge_people::Cadence| CadenceView {
            tag: cadence.tag.clone(),
            every_days: cadence.every_days,
            latest_days: cadence.latest_days,
        };
        Ok(PeopleView {
            answer: match known.file.contacts.is_empty() && week.new.is_empty() {
                true => "Nobody is in your contacts yet".to_owned(),
                false => answer(&week, due.len(), steps_due(&interviews, today)),
            },
            today: today.to_string(),
            file: CONTACTS_FILE.to_owned(),
            contacts: count(known.file.contacts.len()),
            findings: known.findings(),
            week: five_view(&week, &suggest(&known.file.contacts, &known.touches, &all, most_suggested(&week)), &known, &book),
            due: due.iter().map(|due| due_view(due, &book)).collect(),
            paths: by_company(&all, weak, &book),
            weak_paths: count(all.iter().filter(|path| path.strength == Strength::Weak).count()),
            conversations: open.map(|interview| conversation_view(interview, &known.people, &book, today)).collect(),
            conversations_held: count(counted(&interviews)),
            conversations_goal: self
                .course
                .pack
                .path
                .steps
                .iter()
                .filter_map(|step| step.milestone.conversations)
                .next()
                .map(|goal| u32::from(goal.get())),
            gatherings: by_urgency(&known.gatherings.gatherings, today).into_iter().map(|one| gathering_view(one, &book, today)).collect(),
            gatherings_file: GATHERINGS_FILE.to_owned(),
            gathering_kinds: GatheringKind::ALL
                .map(|kind| ChoiceView { id: kind_id(kind).to_owned(), label: kind.words().to_owned(), note: String::new() })
                .to_vec(),
            imported: known.people.imports.last().map(|imported| imported_view(imported, &book, Vec::new())),
            cadences: known.file.cadences.iter().map(cadence).collect(),
            ways: How::ALL.iter().map(|how| how.words().to_owned()).collect(),
        })
    }

    /// How it stands with people, for the screen Today.
    pub(crate) fn people_of_the_day(&self) -> Result<PeopleOfTheDay, Trouble> {
        let known = self.known()?;
        if known.file.contacts.is_empty() {
            return Ok(PeopleOfTheDay::default());
        }
        let today = self.today();
        let book = Book::of(&known.rhythm(), today);
        let week = known.week(today);
        let due = overdue(&known.rhythm(), today);
        let wanted = SUGGESTED_ON_TODAY.min(week.owed() as usize);
        // Where the companies aimed at cannot be read, people are proposed by their role alone.
        let aims = self.aimed_at().unwrap_or_default();
        let suggested = suggest(&known.file.contacts, &known.touches, &known.paths(&aims), wanted);
        Ok(PeopleOfTheDay {
            says: Some(answer(&week, due.len(), steps_due(&interviews(&known.people), today))),
            due: due.iter().take(SHOWN_ON_TODAY).map(|due| due_view(due, &book)).collect(),
            suggested: suggested.iter().map(|one| suggested_view(one, &book)).collect(),
        })
    }

    /// Who is known at some companies, by their names.
    pub(crate) fn paths_to(&self, companies: &[String], weak: bool) -> Result<Vec<CompanyPathsView>, Trouble> {
        let known = self.known()?;
        let book = Book::of(&known.rhythm(), self.today());
        Ok(by_company(&known.paths(companies), weak, &book))
    }

    pub(super) fn known(&self) -> Result<Known, Trouble> {
        let people = self.with_learner(|learner| learner.state.people.clone())?;
        let gatherings = self.gatherings_shown()?;
        let touches = touches(&people, &gatherings.gatherings);
        let planned = planned(&people);
        Ok(Known { file: self.contacts()?, gatherings, people, touches, planned })
    }
}

impl Known {
    pub(super) fn rhythm(&self) -> Rhythm<'_> {
        Rhythm { contacts: &self.file.contacts, touches: &self.touches, cadences: &self.file.cadences, planned: &self.planned }
    }

    fn findings(&self) -> Vec<FindingView> {
        let of = |findings: &[Diagnostic], text: &str| findings.iter().map(|finding| finding_view(finding, None, None, text)).collect();
        let mut all: Vec<FindingView> = of(&self.file.findings, &self.file.text);
        all.append(&mut of(&self.gatherings.findings, &self.gatherings.text));
        all
    }

    /// Nothing is owed for the time before the first import, touch or conversation was recorded.
    fn week(&self, today: Date) -> WeeklyFive {
        let from = self.people.since.map_or(today, local_date);
        weekly_five(&self.touches, from, today)
    }

    fn paths(&self, companies: &[String]) -> Vec<Path> {
        warm_paths(&self.file.contacts, companies)
    }
}

/// How the week stands, and who and what waits.
fn answer(week: &WeeklyFive, due: usize, steps: usize) -> String {
    let five = match week.to_go {
        0 => format!("This week's {GOAL} new people are reached"),
        to_go if week.for_earlier > 0 => {
            let new = footbridge_diagnostic::counted(to_go, "new person", "new people");
            format!("{new} to write to by {}", week.sunday().strftime("%-d %B"))
        }
        to_go => format!("{} of {GOAL} new people this week", GOAL - to_go),
    };
    let due = match due {
        0 => None,
        1 => Some("1 person waits to hear from you".to_owned()),
        more => Some(format!("{more} people wait to hear from you")),
    };
    let steps = match steps {
        0 => None,
        1 => Some("1 conversation waits for its next step".to_owned()),
        more => Some(format!("{more} conversations wait for their next steps")),
    };
    match (due, steps) {
        (None, None) => five,
        (Some(one), None) | (None, Some(one)) => format!("{five}, and {one}"),
        (Some(due), Some(steps)) => format!("{five}, {due}, and {steps}"),
    }
}

/// Conversations whose next step is for today or was for an earlier day.
fn steps_due(interviews: &[Interview], today: Date) -> usize {
    interviews.iter().filter_map(|interview| next_step(interview, today)).filter(|next| next.by.is_some_and(|by| by <= today)).count()
}

fn most_suggested(week: &WeeklyFive) -> usize {
    week.owed().max(FEWEST_SUGGESTED) as usize
}

/// What to do when somebody is owed and nobody can be proposed.
const NOBODY_PROPOSED: &str = "Nobody else among your contacts can be proposed by role or company. Three things widen it: aim at more companies (begin cards under Companies), import a newer export, and add whom you meet or link with at those companies.";

fn five_view(week: &WeeklyFive, suggested: &[Suggestion], known: &Known, book: &Book<'_>) -> FiveView {
    let is_dead_end = suggested.is_empty() && week.owed() > 0 && !known.file.contacts.is_empty();
    FiveView {
        monday: week.monday.to_string(),
        says: if is_dead_end { format!("{week} {NOBODY_PROPOSED}") } else { week.to_string() },
        reckoning: week.reckoning(),
        goal: GOAL,
        to_go: week.to_go,
        owed: week.owed(),
        new: week.new.iter().map(|id| book.line(id)).collect(),
        suggested: suggested.iter().map(|one| suggested_view(one, book)).collect(),
    }
}

fn suggested_view(suggestion: &Suggestion, book: &Book<'_>) -> SuggestedView {
    let role = suggestion.role.words();
    let why = match &suggestion.company {
        Some(company) => format!("{role} at {company}, a company you aim at"),
        None => format!("{role}, {}", use_of(suggestion.role)),
    };
    SuggestedView { contact: book.line(&suggestion.contact), why }
}

/// What a person is asked for whose company is none of those aimed at.
fn use_of(role: Role) -> &'static str {
    match role {
        Role::TechnicalProductManager => "who does the work you aim at",
        Role::ProductLeader => "who hires product managers",
        Role::EngineeringLeader => "who works beside product managers",
        _ => "who does work near the one you aim at",
    }
}

fn due_view(due: &Due, book: &Book<'_>) -> DueView {
    let last = due.last.map_or_else(|| "Not in touch since you connected".to_owned(), |last| format!("Last in touch on {}", spoken(last)));
    let (tag, why) = match &due.asked {
        Asked::ByCadence(tag) => (Some(tag.clone()), format!("{last}. Time since {}, as `{tag}`.", spoken(due.time))),
        Asked::ByPlan(note) if note.is_empty() => (None, format!("You planned it for {}.", spoken(due.time))),
        Asked::ByPlan(note) => (None, format!("You planned it for {}: {note}", spoken(due.time))),
    };
    DueView {
        contact: book.line(&due.contact),
        tag,
        since: due.time.to_string(),
        urgency: if due.urgency == Urgency::Late { "late" } else { "time" }.to_owned(),
        why,
    }
}

fn by_company(paths: &[Path], weak: bool, book: &Book<'_>) -> Vec<CompanyPathsView> {
    let mut companies: Vec<CompanyPathsView> = Vec::new();
    for path in paths.iter().filter(|path| weak || path.strength.is_shown_by_default()) {
        let view = PathToView { contact: book.line(&path.contact), strength: strength_id(path.strength).to_owned(), why: path.why.clone() };
        match companies.last_mut().filter(|last| last.company == path.company) {
            Some(last) => last.paths.push(view),
            None => companies.push(CompanyPathsView { company: path.company.clone(), paths: vec![view] }),
        }
    }
    companies
}

fn strength_id(strength: Strength) -> &'static str {
    match strength {
        Strength::Exact => "exact",
        Strength::Strong => "strong",
        Strength::Weak => "weak",
    }
}
