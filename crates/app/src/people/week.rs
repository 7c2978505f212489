use super::contacts_file::{CONTACTS_FILE, ContactsFile};
use super::conversation::{conversation_view, interviews};
use super::importing::imported_view;
use super::{Book, count, touches};
use crate::planning::local_date;
use crate::view::{CadenceView, CompanyPathsView, DueView, FiveView, PathToView, PeopleView, SuggestedView};
use crate::view_sql::finding_view;
use crate::{App, Trouble};
use footbridge_journal::People;
use footbridge_people::{
    Company, Due, GOAL, How, Path, Strength, Suggestion, Touch, Urgency, WeeklyFive, counted, next_step, overdue, suggest, warm_paths,
    weekly_five,
};
use footbridge_planner::spoken;
use jiff::civil::Date;

/// The fewest people that are suggested, also when the week's five are reached.
const FEWEST_SUGGESTED: u32 = 5;

/// Everybody that is read at once, and what happened with them.
pub(super) struct Known {
    pub(super) file: ContactsFile,
    pub(super) people: People,
    pub(super) touches: Vec<Touch>,
    companies: Vec<String>,
}

impl App {
    /// This week's five, who waits, and who is known where. Weak paths only when asked for.
    pub fn people(&self, weak: bool) -> Result<PeopleView, Trouble> {
        let known = self.known()?;
        let today = self.today();
        let book = Book::of(&known.file.contacts, &known.touches, today);
        let all = known.paths();
        let week = known.week(today);
        let due = overdue(&known.file.contacts, &known.touches, &known.file.cadences, today);
        let interviews = interviews(&known.people);
        let open = interviews.iter().filter(|interview| next_step(interview).is_some());
        let cadence = |cadence: &footbridge_people::Cadence| CadenceView {
            tag: cadence.tag.clone(),
            every_days: cadence.every_days,
            latest_days: cadence.most_days,
        };
        Ok(PeopleView {
            answer: answer(&week, due.len(), known.file.contacts.is_empty()),
            file: CONTACTS_FILE.to_owned(),
            contacts: count(known.file.contacts.len()),
            findings: known.file.findings.iter().map(|finding| finding_view(finding, None, None, &known.file.text)).collect(),
            week: five_view(&week, &suggest(&known.file.contacts, &known.touches, &all, most_suggested(&week)), &book),
            due: due.iter().map(|due| due_view(due, &book)).collect(),
            paths: by_company(&all, weak, &book),
            weak_paths: count(all.iter().filter(|path| path.strength == Strength::Weak).count()),
            conversations: open.map(|interview| conversation_view(interview, &known.people, &book)).collect(),
            conversations_held: count(counted(&interviews)),
            imported: known.people.imports.last().map(|imported| imported_view(imported, &book, &[])),
            cadences: known.file.cadences.iter().map(cadence).collect(),
            ways: How::ALL.iter().map(|how| how.words().to_owned()).collect(),
        })
    }

    pub(super) fn known(&self) -> Result<Known, Trouble> {
        let (people, companies) = self.with_learner(|learner| (learner.state.people.clone(), learner.profile.companies.clone()))?;
        let touches = touches(&people);
        Ok(Known { file: self.contacts()?, people, touches, companies })
    }
}

impl Known {
    /// Nothing is owed for the time before the first import, touch or conversation was recorded.
    fn week(&self, today: Date) -> WeeklyFive {
        let from = self.people.since.map_or(today, local_date);
        weekly_five(&self.touches, from, today)
    }

    fn paths(&self) -> Vec<Path> {
        let company = |name: &String| Company { id: name.clone(), name: name.clone(), aliases: Vec::new() };
        let companies: Vec<Company> = self.companies.iter().map(company).collect();
        warm_paths(&self.file.contacts, &companies)
    }
}

fn answer(week: &WeeklyFive, due: usize, nobody: bool) -> String {
    if nobody && week.new.is_empty() {
        return "Nobody is in your contacts yet".to_owned();
    }
    let five = match week.to_go {
        0 => format!("This week's {GOAL} new people are reached"),
        to_go => format!("{} of {GOAL} new people this week", GOAL - to_go),
    };
    match due {
        0 => five,
        1 => format!("{five}, and 1 person waits to hear from you"),
        more => format!("{five}, and {more} people wait to hear from you"),
    }
}

fn most_suggested(week: &WeeklyFive) -> usize {
    week.owed().max(FEWEST_SUGGESTED) as usize
}

fn five_view(week: &WeeklyFive, suggested: &[Suggestion], book: &Book<'_>) -> FiveView {
    let suggestion = |suggestion: &Suggestion| {
        let role = suggestion.role.words();
        let why = match &suggestion.company {
            Some(company) => format!("{role} at {company}, a company you aim at"),
            None => role.to_owned(),
        };
        SuggestedView { contact: book.line(&suggestion.contact), why }
    };
    FiveView {
        monday: week.monday.to_string(),
        says: week.to_string(),
        goal: GOAL,
        to_go: week.to_go,
        owed: week.owed(),
        new: week.new.iter().map(|id| book.line(id)).collect(),
        suggested: suggested.iter().map(suggestion).collect(),
    }
}

fn due_view(due: &Due, book: &Book<'_>) -> DueView {
    let last = due.last.map_or_else(|| "Not in touch since you connected".to_owned(), |last| format!("Last in touch on {}", spoken(last)));
    DueView {
        contact: book.line(&due.contact),
        tag: due.tag.clone(),
        since: due.time.to_string(),
        urgency: if due.urgency == Urgency::Late { "late" } else { "time" }.to_owned(),
        why: format!("{last}. Time since {}, as `{}`.", spoken(due.time), due.tag),
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
