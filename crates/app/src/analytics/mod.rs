//! Product and API analytics on anybody's own events. No learner's folder is needed.

mod asked;
mod files;
mod recognised;
mod words;

use crate::view::{AnalyticsView, ChartView, RunView};
use crate::{App, Trouble};
use footbridge_analytics::{Api, Clock, FirstCall, LONGEST_FUNNEL, MOST_PERIODS, Part, Reading, read};
use footbridge_diagnostic::{grouped, nearest};
use words::{notes, says, unread};

pub use footbridge_analytics::{Body as ChartBody, Cohort, Funnel, Names, Period, Question, Retention, Returning, Whole};

/// The longest window of a funnel: ten years, in seconds.
const LONGEST_WINDOW: u64 = 315_360_000;

/// Of more names of events only the most frequent are looked at.
const MOST_EVENT_NAMES: usize = 1000;

/// What is wanted of the events.
#[derive(Debug, Clone)]
pub enum Wanted {
    /// A question about users.
    Users(Question),
    /// How an API answers.
    Api {
        /// Columns named by hand.
        columns: RequestColumns,
        /// For each day, week or month by itself.
        per: Option<Period>,
    },
    /// How soon a key gets its first successful answer; columns named by hand.
    FirstCall(RequestColumns),
}

/// Columns of a log of requests, named by hand.
#[derive(Debug, Clone, Default)]
pub struct RequestColumns {
    /// The HTTP status.
    pub status: Option<String>,
    /// The time an answer took, in milliseconds.
    pub latency: Option<String>,
    /// The key or client that asked.
    pub key: Option<String>,
}

/// How the files are to be read.
#[derive(Debug, Clone, Default)]
pub struct EventFiles {
    /// The files, each a table; `NAME=PATH` names it.
    pub paths: Vec<String>,
    /// Columns named by hand.
    pub names: Names,
    /// Zone whose days are counted; UTC when there is none.
    pub zone: Option<String>,
    /// Zone of times that say none; UTC when there is none.
    pub times_in: Option<String>,
}

impl App {
    /// Writes the query for a question and, unless only the query is wanted, runs it.
    pub fn analyse(&self, files: &EventFiles, wanted: &Wanted, run: bool) -> Result<AnalyticsView, Trouble> {
        possible(files, wanted)?;
        let table = self.event_table(&files.paths)?;
        let needs: &[Part] = match wanted {
            Wanted::Users(_) => &[Part::User, Part::Time, Part::Event],
            Wanted::Api { .. } | Wanted::FirstCall(_) => &[Part::Time],
        };
        let mut reading = read(&table, &files.names, needs).map_err(unread)?;
        let question = match wanted {
            Wanted::Users(question) => question.clone(),
            Wanted::Api { columns: RequestColumns { status, latency, key }, per } => {
                let (api, told) = Api::read(&table, status.as_deref(), latency.as_deref(), key.as_deref(), *per).map_err(unread)?;
                reading.told.extend(told);
                Question::Api(api)
            }
            Wanted::FirstCall(RequestColumns { status, key, .. }) => {
                let (first_call, told) = FirstCall::read(&table, status.as_deref(), key.as_deref()).map_err(unread)?;
                reading.told.extend(told);
                Question::FirstCall(first_call)
            }
        };
        self.look_for_parts(files, &mut reading)?;
        let (clock, survey) = self.clock_of(files, &reading)?;
        self.look_for_events(files, &reading, &clock, &question)?;
        let sql = question.sql(&reading, &clock);
        let (says, notes) = (says(&reading, &clock, files), notes(&survey, &reading, &clock));
        let mut view = AnalyticsView { says, notes, sql, ..AnalyticsView::default() };
        if !run {
            return Ok(view);
        }
        let RunView { rows, findings, fault, .. } = self.query_files(&files.paths, &view.sql)?;
        (view.findings, view.fault) = (findings, fault);
        if let Some(rows) = rows {
            if rows.rows.is_empty() {
                return Err(nothing_counted(&reading));
            }
            let columns: Vec<String> = rows.columns.iter().map(|column| column.name.clone()).collect();
            let picture = footbridge_analytics::Chart::of(&question, &columns, &rows.rows);
            if rows.truncated {
                let shown = grouped(rows.rows.len());
                view.notes.push(format!("Only the first {shown} rows of the answer are shown: ask for fewer periods, longer ones, or fewer values to tell apart."));
            }
            view.chart = Some(ChartView::from(&picture));
            view.picture = Some(picture);
            view.rows = Some(rows);
        }
        Ok(view)
    }

    /// A step that never happens is nearly always a name that was typed wrong.
    fn look_for_events(&self, files: &EventFiles, reading: &Reading, clock: &Clock, question: &Question) -> Result<(), Trouble> {
        let asked: Vec<&String> = match question {
            Question::Funnel(funnel) => funnel.steps.iter().collect(),
            Question::Retention(retention) => retention.begin.iter().chain(&retention.back).collect(),
            Question::Cohort(cohort) => cohort.begin.iter().collect(),
            Question::Api(_) | Question::FirstCall(_) => Vec::new(),
        };
        if asked.is_empty() {
            return Ok(());
        }
        let names = self.event_names(files, reading, clock)?;
        let known: Vec<&str> = names.iter().map(|(name, _)| name.as_str()).collect();
        let missing = asked.into_iter().find(|event| !known.contains(&event.as_str()) && known.len() < MOST_EVENT_NAMES);
        let Some(event) = missing else { return Ok(()) };
        let trouble = Trouble::asked(format!("There is no event `{event}` of any user in these files."));
        if known.is_empty() {
            return Err(trouble.help("No row has both a user and a time that can be read: choose other columns."));
        }
        let most = known.iter().take(8).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        Err(match nearest(event, known.iter().copied()) {
            Some(meant) => trouble.help(format!("Did you mean `{meant}`? The most frequent are {most}.")),
            None => trouble.help(format!("The most frequent are {most}.")),
        })
    }
}

/// What cannot be asked of any file.
fn possible(files: &EventFiles, wanted: &Wanted) -> Result<(), Trouble> {
    let few = |periods: u32| match periods {
        1..=MOST_PERIODS => Ok(()),
        _ => Err(Trouble::asked(format!("{periods} periods cannot be shown.")).help(format!("Ask for 1 to {MOST_PERIODS}."))),
    };
    match wanted {
        Wanted::Users(Question::Funnel(funnel)) if funnel.steps.is_empty() => {
            return Err(Trouble::asked("A funnel needs a first step.").help("Name the events in their order."));
        }
        Wanted::Users(Question::Funnel(funnel)) if funnel.steps.len() > LONGEST_FUNNEL => {
            return Err(Trouble::asked(format!("A funnel has at most {LONGEST_FUNNEL} steps.")).help("Leave out those that matter least."));
        }
        Wanted::Users(Question::Funnel(funnel)) if !(1..=LONGEST_WINDOW).contains(&funnel.window_seconds) => {
            return Err(Trouble::asked(format!("A window of {} seconds cannot be counted.", funnel.window_seconds))
                .help("It may last from 1 second to ten years."));
        }
        Wanted::Users(Question::Retention(retention)) => few(retention.periods)?,
        Wanted::Users(Question::Cohort(cohort)) => few(cohort.periods)?,
        Wanted::Users(_) | Wanted::Api { .. } | Wanted::FirstCall(_) => {}
    }
    let told_apart = match wanted {
        Wanted::Users(Question::Retention(_) | Question::Cohort(_)) => Some("Retention and cohorts are"),
        Wanted::FirstCall(_) => Some("First successful calls are"),
        Wanted::Users(_) | Wanted::Api { .. } => None,
    };
    match told_apart {
        Some(what) if files.names.by.is_some() => Err(Trouble::asked(format!("{what} not told apart by a column."))
            .help("Leave the column out (`--by` on the command line), or edit the query that is shown.")),
        _ => Ok(()),
    }
}

fn nothing_counted(reading: &Reading) -> Trouble {
    let columns: Vec<String> = reading.told.iter().map(|(_, name)| format!("`{name}`")).collect();
    Trouble::asked(format!("No row can be counted: none has something that can be read in all of {}.", columns.join(", ")))
        .help("Choose other columns; a status is a number such as 200.")
}
