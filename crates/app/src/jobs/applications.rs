use super::application_files::{FOLDER, Shelf, none};
use super::sent_files::{UNNAMED_LETTER, UNNAMED_RESUME};
use crate::resume::made_words;
use crate::view::{
    ApplicationDueView, ApplicationLineView, ApplicationView, ApplicationsView, BoardColumnView, EntryView, FollowedUpView, FunnelStepView,
    KeptView, NoticeView, ReasonCountView, StageDayView, UnreadableView,
};
use crate::{App, Trouble};
use footbridge_content::CompanyKind;
use footbridge_diagnostic::listed;
use footbridge_jobs::{
    Application, ApplicationFile, Entry, FollowUp, Kept, Reason, Report, Row, StageName, Step, follow_ups, report, to_csv,
};
use footbridge_planner::spoken;
use jiff::civil::Date;

/// Columns of the board, and the stages that stand in each.
const COLUMNS: [(&str, &[StageName]); 6] = [
    ("Found", &[StageName::Found]),
    ("Applied", &[StageName::Applied]),
    ("First conversation", &[StageName::Screen]),
    ("Interviews", &[StageName::Exercise, StageName::Interview, StageName::Final]),
    ("Offer", &[StageName::Offer]),
    ("Over", &[StageName::Accepted, StageName::Rejected, StageName::Withdrawn, StageName::NoAnswer]),
];

impl App {
    /// The board, what is due, how far applications get, and what could not be read.
    pub fn applications(&self) -> Result<ApplicationsView, Trouble> {
        let shelf = self.shelf()?;
        let today = self.today();
        let all = shelf.applications();
        let due = follow_ups(&all, today);
        let report = report(&all, today);
        let of = |row: &Row| all.iter().find(|application| application.id == row.application);
        let lines: Vec<ApplicationLineView> = report.rows.iter().filter_map(|row| Some(line_view(row, of(row)?, &due))).collect();
        let column = |(title, stages): &(&str, &[StageName])| BoardColumnView {
            title: (*title).to_owned(),
            stages: stages.iter().map(|stage| stage.words().to_owned()).collect(),
        };
        let mut unreadable = shelf.unreadable;
        unreadable.extend(shelf.known.iter().filter_map(|shelved| shelved.faults(today)));
        Ok(ApplicationsView {
            answer: answer(&report, due.len()),
            file: FOLDER.to_owned(),
            columns: COLUMNS.iter().map(column).collect(),
            due: due.iter().filter_map(|due| self.due_view(due, &all)).collect(),
            funnel: report.steps.iter().map(step_view).collect(),
            reasons: report
                .reasons
                .iter()
                .map(|(reason, count)| ReasonCountView { reason: reason.words().to_owned(), count: *count })
                .collect(),
            from: report.from.map(|day| day.to_string()),
            until: today.to_string(),
            lines,
            unreadable,
            stages: StageName::ALL.iter().map(|stage| stage.words().to_owned()).collect(),
            reason_words: Reason::ALL.iter().map(|reason| reason.words().to_owned()).collect(),
            company_kinds: CompanyKind::ALL.map(|kind| kind.word().to_owned()).to_vec(),
        })
    }

    /// One application with everything that happened.
    pub fn application(&self, id: &str) -> Result<ApplicationView, Trouble> {
        let shelf = self.shelf()?;
        let shelved = shelf.find(id)?;
        let today = self.today();
        let all = [shelved.application()];
        let due = follow_ups(&all, today);
        let row = report(&all, today).rows.pop().ok_or_else(none)?;
        let mut line = line_view(&row, &all[0], &due);
        line.due = line.due.or_else(|| sent_too_early(&all[0]));
        let [application] = all;
        let mut sent = application.sent.iter().rev();
        let (resume, letter) = (sent.clone().find_map(|sent| sent.resume.as_ref()), sent.find_map(|sent| sent.letter.as_ref()));
        Ok(ApplicationView {
            line,
            link: shelved.file.link.clone(),
            entries: self.entry_views(&shelved.file),
            remind_on: application.remind_on.map(|day| day.to_string()),
            company_kind: application.interview.as_ref().map_or_else(String::new, |interview| interview.company_kind.clone()),
            resume: resume.map(|kept| self.kept_view(kept)),
            letter: letter.map(|kept| self.kept_view(kept)),
            letter_text: letter.and_then(|kept| self.private_text(FOLDER, &self.kept_file(kept)?).ok()?),
            file: shelved.name.clone(),
            version: shelved.version(),
            findings: shelved.faults(today).map_or_else(Vec::new, |faults| faults.findings),
        })
    }

    /// All applications as CSV, without cells that a spreadsheet would run.
    pub fn applications_csv(&self) -> Result<String, Trouble> {
        Ok(to_csv(&self.shelf()?.applications()))
    }

    /// What it is time for; nothing when the folder cannot be read: Today is not held up by it, the screen Applications tells what is wrong.
    pub(crate) fn applications_due(&self) -> Vec<ApplicationDueView> {
        let due_of = |shelf: Shelf| {
            let all = shelf.applications();
            follow_ups(&all, self.today()).iter().filter_map(|due| self.due_view(due, &all)).collect()
        };
        self.shelf().map_or_else(|_| Vec::new(), due_of)
    }

    /// Applications that cannot be read, each in a sentence, with what to do.
    pub fn applications_unread(&self) -> Vec<NoticeView> {
        let told = |unreadable: UnreadableView| {
            let finding = unreadable.findings.into_iter().next();
            let line =
                finding.as_ref().and_then(|finding| finding.start).map_or_else(String::new, |start| format!(", line {}", start.line));
            let (message, help) = finding.map_or_else(Default::default, |finding| (finding.message, finding.help.into_iter().next()));
            NoticeView {
                message: format!("`{}`{line}: {message} This application is missing everywhere until it is mended.", unreadable.file),
                help,
            }
        };
        match self.shelf_in_folder() {
            Ok(shelf) => shelf.unreadable.into_iter().map(told).collect(),
            Err(trouble) => vec![NoticeView { message: trouble.message, help: trouble.help }],
        }
    }

    /// That an interview may be missing, because an application cannot be read.
    pub(crate) fn interviews_unread(&self) -> Option<String> {
        let files = listed(self.shelf().ok()?.unreadable.into_iter().map(|unreadable| format!("`{}`", unreadable.file)));
        (!files.is_empty()).then(|| format!("{files} cannot be read, so an interview that is booked there is missing here."))
    }

    fn due_view(&self, due: &FollowUp, all: &[Application]) -> Option<ApplicationDueView> {
        let application = all.iter().find(|application| application.id == due.application)?;
        let known = if due.through_somebody { self.known_at(&application.company) } else { String::new() };
        Some(ApplicationDueView {
            id: due.application.clone(),
            company: application.company.clone(),
            role: application.role.clone(),
            what: format!("{}{known}", due.what),
            since: due.due.to_string(),
        })
    }

    /// ` You know Ann Lee there.`, and nothing where nobody is known or contacts cannot be read.
    fn known_at(&self, company: &str) -> String {
        const NAMED: usize = 3;
        let there = self.paths_to(&[company.to_owned()], false).unwrap_or_default();
        let names = listed(there.iter().flat_map(|paths| &paths.paths).take(NAMED).map(|path| path.contact.name.clone()));
        if names.is_empty() { names } else { format!(" You know {names} there.") }
    }

    fn kept_view(&self, kept: &Kept) -> KeptView {
        KeptView {
            name: kept.name.clone(),
            file: self.kept_file(kept).map(|file| file.to_string()),
            hash: kept.hash.clone(),
            made: kept.made.as_ref().map_or_else(String::new, made_words),
        }
    }

    /// Each entry with the day of the interview that was agreed on before it.
    fn entry_views(&self, file: &ApplicationFile) -> Vec<EntryView> {
        let mut agreed = None;
        let view = |(at, entry): (usize, &Entry)| {
            let before = agreed;
            agreed = entry.interview.as_ref().map(|interview| interview.on).or(agreed);
            let found_before = file.found_on(at).filter(|day| *day < entry.on);
            EntryView {
                on: entry.on.to_string(),
                says: [stage_says(entry, found_before), self.sent_says(entry), note_says(entry, before)].concat(),
                kept: [&entry.resume, &entry.letter].into_iter().flatten().map(|kept| self.kept_view(kept)).collect(),
            }
        };
        file.history.iter().enumerate().map(view).collect()
    }

    fn sent_says(&self, entry: &Entry) -> Vec<String> {
        let of_each =
            [("Résumé", &entry.resume), ("Letter", &entry.letter)].into_iter().filter_map(|(what, kept)| Some((what, kept.as_ref()?)));
        let says = |(what, kept): (&str, &Kept)| {
            let place = self.kept_file(kept).map_or_else(|| "not kept, or changed since".to_owned(), |file| format!("kept as {file}"));
            let made = kept.made.as_ref().map(|made| format!("It is {}.", made_words(made)));
            let called =
                if kept.name == UNNAMED_RESUME || kept.name == UNNAMED_LETTER { String::new() } else { format!(": {}", kept.name) };
            [Some(format!("{what} sent{called}, {place}.")), made]
        };
        of_each.flat_map(says).flatten().collect()
    }
}

fn answer(report: &Report, due: usize) -> String {
    let open = match (report.open, report.over) {
        (0, 0) => return "No application yet".to_owned(),
        (1, _) => "1 open application".to_owned(),
        (open, _) => format!("{open} open applications"),
    };
    match due {
        0 => open,
        1 => format!("{open}, and 1 waits for you"),
        due => format!("{open}, and {due} wait for you"),
    }
}

fn line_view(row: &Row, application: &Application, due: &[FollowUp]) -> ApplicationLineView {
    let current = application.current();
    ApplicationLineView {
        id: row.application.clone(),
        company: row.company.clone(),
        role: row.role.clone(),
        // What has no stage was found at least.
        stage: current.map_or(StageName::Found, |stage| stage.name).words().to_owned(),
        since: current.map(|stage| stage.on.to_string()),
        history: row
            .history
            .iter()
            .map(|(stage, on, days)| StageDayView {
                stage: stage.words().to_owned(),
                on: on.to_string(),
                days: days.and_then(|days| u32::try_from(days).ok()),
            })
            .collect(),
        followed_up: row.followed_up.iter().map(|done| FollowedUpView { on: done.on.to_string(), how: done.how.clone() }).collect(),
        remind_on: row.remind_on.map(|day| day.to_string()),
        due: due.iter().find(|due| due.application == row.application).map(|due| due.what.to_owned()),
        interview_on: row.interview_on.map(|day| day.to_string()),
        resume: (!row.resumes.is_empty()).then(|| row.resumes.clone()),
        letter: (!row.letters.is_empty()).then(|| row.letters.clone()),
        said: row.said.clone(),
        reason: row.reason.map(|reason| reason.words().to_owned()),
        over: application.is_over(),
    }
}

/// Who sends something has most often applied.
fn sent_too_early(application: &Application) -> Option<String> {
    let found = application.current().is_some_and(|stage| stage.name == StageName::Found);
    (found && !application.sent.is_empty()).then(|| {
        "Something was sent, and the stage is still “found”. If you applied with it, record the stage “applied” with its day.".to_owned()
    })
}

fn step_view(step: &Step) -> FunnelStepView {
    let percent = |share: f64| (share * 100.0).round();
    FunnelStepView {
        from: step.from.words().to_owned(),
        to: step.to.words().to_owned(),
        count: step.count,
        of: step.of,
        waiting: step.waiting,
        low: step.interval.map(|interval| percent(interval.low)),
        high: step.interval.map(|interval| percent(interval.high)),
        share: step.share(),
        is_begun: step.is_begun(),
        untold: step.untold_says().unwrap_or_default(),
        says: step.to_string(),
    }
}

/// The stage that was reached, and why it is one that ends. What was found before it was written down says so.
fn stage_says(entry: &Entry, found_before: Option<Date>) -> Vec<String> {
    let mut says = Vec::new();
    if let Some(stage) = entry.stage {
        let since =
            found_before.map_or_else(String::new, |day| format!(" It counts from {} on, since what follows has that day.", spoken(day)));
        says.push(format!("Stage: {}.{since}", stage.words()));
    }
    if let Some(rejection) = &entry.rejection {
        says.push(format!("Reason: {}.", rejection.reason.words()));
        says.extend((!rejection.said.is_empty()).then(|| format!("They said: “{}”", rejection.said)));
    }
    says
}

/// What else is known of the day.
fn note_says(entry: &Entry, agreed: Option<Date>) -> Vec<String> {
    let mut says = Vec::new();
    if let Some(how) = &entry.followed_up {
        says.push(if how.is_empty() { "Followed up.".to_owned() } else { format!("Followed up: {how}.") });
    }
    says.extend(entry.remind_on.map(|day| format!("Reminder set for {}.", spoken(day))));
    if let Some(interview) = &entry.interview {
        let kind = CompanyKind::ALL.into_iter().find(|kind| kind.word() == interview.company_kind);
        let kind = kind.map_or_else(String::new, |kind| format!(", asked as {} asks", kind.spoken()));
        // One that was held by then is no day that moves.
        says.push(match agreed.filter(|day| *day >= entry.on && *day != interview.on) {
            Some(day) => format!("Interview moved from {} to {}{kind}.", spoken(day), spoken(interview.on)),
            None => format!("Interview on {}{kind}.", spoken(interview.on)),
        });
    }
    says.extend((!entry.note.is_empty()).then(|| entry.note.clone()));
    says
}
