use super::sql::RowsView;
use super::work::FindingView;
use footbridge_analytics::{Body, Chart, Whole};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An answer from somebody's own events.
#[derive(Debug, Clone, Default, Serialize, ToSchema)]
pub struct AnalyticsView {
    /// Whose export it is, and what its columns were read as.
    pub says: Vec<String>,
    /// What to know before believing the numbers.
    pub notes: Vec<String>,
    /// The query; asked of the same files it gives the same rows.
    pub sql: String,
    /// The rows; `None` when the query could not be run.
    pub rows: Option<RowsView>,
    /// What was found wrong with the query or the files.
    pub findings: Vec<FindingView>,
    /// `yours` or `ours` when there are no rows.
    pub fault: String,
    /// The rows as something to draw.
    pub chart: Option<ChartView>,
    /// The same for terminals and files.
    #[serde(skip)]
    #[schema(ignore)]
    pub picture: Option<Chart>,
}

/// Rows as something to draw, with every number in words.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChartView {
    /// What it shows.
    pub title: String,
    /// A bar for each row, when bars are drawn.
    pub bars: Vec<ChartBarView>,
    /// Headings of the periods, when a triangle is drawn.
    pub periods: Vec<String>,
    /// Its cohorts, one below the other.
    pub cohorts: Vec<ChartCohortView>,
}

/// One bar.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChartBarView {
    /// What it stands for.
    pub label: String,
    /// Its length, from 0 to 1.
    pub share: f64,
    /// Its numbers in words.
    pub says: String,
}

/// One cohort.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChartCohortView {
    /// When it began.
    pub label: String,
    /// How many users it has.
    pub users: String,
    /// A cell for each period.
    pub cells: Vec<ChartCellView>,
}

/// One cell.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChartCellView {
    /// Its number.
    pub text: String,
    /// How full it is, from 0 to 1.
    pub share: f64,
    /// How much of its time was seen.
    pub seen: Seen,
}

/// How much of a period was seen. What was not seen is not zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Seen {
    /// It was over before the last event.
    Whole,
    /// It holds the last event.
    Running,
    /// It comes after the last event.
    Nothing,
}

/// Files with events, and how they are to be read.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct EventFilesBody {
    /// Paths of CSV, JSONL or Parquet files on this machine, all of one kind of rows.
    pub paths: Vec<String>,
    /// Columns named by hand; the others are recognised.
    #[serde(default)]
    pub columns: EventColumnsBody,
    /// Zone whose days and weeks are counted; UTC when there is none.
    #[serde(default)]
    pub zone: Option<String>,
    /// Zone of times that name none; UTC when there is none.
    #[serde(default)]
    pub times_in: Option<String>,
}

/// Columns named by hand.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct EventColumnsBody {
    /// Who did it.
    pub user: Option<String>,
    /// When.
    pub time: Option<String>,
    /// What.
    pub event: Option<String>,
    /// What makes a row one of a kind; rows that repeat it count once.
    pub id: Option<String>,
    /// By what to tell rows apart.
    pub by: Option<String>,
    /// The HTTP status.
    pub status: Option<String>,
    /// The milliseconds to an answer.
    pub latency: Option<String>,
    /// The key or client that asked.
    pub key: Option<String>,
}

/// A question about events.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct EventQuestionBody {
    /// The files.
    pub files: EventFilesBody,
    /// The question.
    pub question: EventQuestion,
}

/// What is asked of events.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum EventQuestion {
    /// How many users get from step to step.
    Funnel {
        /// Names of events, in order.
        steps: Vec<String>,
        /// How long after the first step the last may be.
        window_seconds: u64,
    },
    /// How many users come back.
    Retention {
        /// The event one begins with; any when there is none.
        begin: Option<String>,
        /// The event that counts as coming back; any when there is none.
        back: Option<String>,
        /// Stretches of the calendar.
        period: PeriodName,
        /// How many of them after the first.
        periods: u32,
        /// Count whoever comes back in a period or a later one.
        on_or_after: bool,
    },
    /// Users by when they began, and what they did since.
    Cohort {
        /// The event one begins with; any when there is none.
        begin: Option<String>,
        /// Stretches of the calendar.
        period: PeriodName,
        /// How many of them after the first.
        periods: u32,
    },
    /// Requests, errors, latency and uptime.
    Api {
        /// For each day, week or month by itself.
        per: Option<PeriodName>,
    },
    /// How soon a key gets its first successful answer.
    FirstCall,
}

/// Stretches of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PeriodName {
    /// Days.
    Day,
    /// Weeks from Monday to Sunday.
    Week,
    /// Months.
    Month,
}

/// What can be asked of files with events.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EventsView {
    /// Whose export it is, and what its columns were read as.
    pub says: Vec<String>,
    /// What was counted and what was left out.
    pub notes: Vec<String>,
    /// What each part is read from.
    pub parts: Vec<EventColumnView>,
    /// All columns that the files share.
    pub columns: Vec<String>,
    /// The events that occur, the most frequent first.
    pub events: Vec<EventNameView>,
    /// There are no others.
    pub all_events: bool,
    /// Why nothing can be asked about users, if so.
    pub no_users: Option<WhyNotView>,
    /// Why nothing can be asked about requests, if so.
    pub no_requests: Option<WhyNotView>,
}

/// The column of a part.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EventColumnView {
    /// Which part.
    pub part: EventPart,
    /// Its column, when one is known.
    pub column: Option<String>,
}

/// What a column is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EventPart {
    /// Who did it.
    User,
    /// When.
    Time,
    /// What.
    Event,
    /// What makes a row one of a kind.
    Id,
    /// The HTTP status.
    Status,
    /// The milliseconds to an answer.
    Latency,
    /// The key or client that asked.
    Key,
}

/// An event that occurs.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EventNameView {
    /// Its name.
    pub name: String,
    /// How often.
    pub count: u64,
}

/// Why something cannot be asked.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WhyNotView {
    /// What is missing.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl From<&Chart> for ChartView {
    fn from(chart: &Chart) -> Self {
        let mut view = Self { title: chart.title.clone(), bars: Vec::new(), periods: Vec::new(), cohorts: Vec::new() };
        match &chart.body {
            Body::Bars(bars) => {
                let bar =
                    |bar: &footbridge_analytics::Bar| ChartBarView { label: bar.label.clone(), share: bar.share, says: bar.says.clone() };
                view.bars = bars.iter().map(bar).collect();
            }
            Body::Grid { columns, rows } => {
                view.periods.clone_from(columns);
                let cell = |cell: &footbridge_analytics::Cell| ChartCellView {
                    text: cell.text.clone(),
                    share: cell.share,
                    seen: match cell.whole {
                        Whole::Yes => Seen::Whole,
                        Whole::Running => Seen::Running,
                        Whole::Later => Seen::Nothing,
                    },
                };
                view.cohorts = rows
                    .iter()
                    .map(|row| ChartCohortView {
                        label: row.label.clone(),
                        users: row.users.clone(),
                        cells: row.cells.iter().map(cell).collect(),
                    })
                    .collect();
            }
        }
        view
    }
}
