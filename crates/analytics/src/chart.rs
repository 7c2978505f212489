//! Rows of an answer as something to draw, with every number in words.

use crate::question::{Question, Returning};
use footbridge_diagnostic::grouped;

/// A chart: bars, or a grid of cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// Bars or cells.
    pub body: Body,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// A bar for each row.
    Bars(Vec<Bar>),
    /// Cohorts downwards, periods to the right.
    Grid {
        /// Headings of the periods.
        columns: Vec<String>,
        /// The cohorts.
        rows: Vec<GridRow>,
    },
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its length, from 0 to 1.
    pub share: f64,
    /// Its numbers in words.
    pub says: String,
}

/// One cohort.
#[derive(Debug, Clone, PartialEq)]
pub struct GridRow {
    /// When it began.
    pub label: String,
    /// How many users it has.
    pub users: String,
    /// A cell for each period.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its number.
    pub text: String,
    /// How full it is, from 0 to 1.
    pub share: f64,
    /// Whether its time is over.
    pub whole: Whole,
}

/// Whether all of a cell's time was seen. What was not seen is not zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// Its period was over before the last event.
    Yes,
    /// Its period holds the last event: the number may still grow.
    Running,
    /// Its period comes after the last event.
    Later,
}

/// Rows of an answer by the names of their columns.
struct Rows<'r> {
    columns: &'r [String],
    rows: &'r [Vec<Option<String>>],
}

impl Chart {
    /// The chart of a question's rows. Rows that were changed so that a column is missing give a chart without it.
    pub fn of(question: &Question, columns: &[String], rows: &[Vec<Option<String>>]) -> Self {
        let rows = Rows { columns, rows };
        match question {
            Question::Funnel(funnel) => Self { title: format!("Funnel: {}", funnel.steps.join(", ")), body: Body::Bars(rows.funnel()) },
            Question::Retention(retention) => {
                let returning = match retention.returning {
                    Returning::On => "on",
                    Returning::OnOrAfter => "on or after",
                };
                let unit = retention.period.word();
                Self { title: format!("Retention: users who came back {returning} {unit} N"), body: rows.grid(unit, "rate", true) }
            }
            Question::Cohort(cohort) => {
                let unit = cohort.period.word();
                Self { title: format!("Active users by the {unit} of their first event"), body: rows.grid(unit, "active_users", false) }
            }
            Question::Api(_) => Self { title: "Requests".to_owned(), body: Body::Bars(rows.api()) },
            Question::FirstCall(_) => Self {
                title: "First successful call: keys by the time since their first request".to_owned(),
                body: Body::Bars(rows.first_call()),
            },
        }
    }
}

impl Rows<'_> {
    fn at(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|name| name == column)
    }

    fn text<'t>(&self, row: &'t [Option<String>], column: &str) -> Option<&'t str> {
        row.get(self.at(column)?)?.as_deref()
    }

    fn number(&self, row: &[Option<String>], column: &str) -> Option<f64> {
        finite(self.text(row, column)?)
    }

    /// What stands before a column: by what the rows are told apart.
    fn before(&self, row: &[Option<String>], column: &str) -> String {
        let end = self.at(column).unwrap_or(0);
        row.iter().take(end).map(|cell| cell.as_deref().unwrap_or("(none)")).collect::<Vec<_>>().join(" · ")
    }

    fn funnel(&self) -> Vec<Bar> {
        let bar = |row: &Vec<Option<String>>| {
            let (segment, step) = (self.before(row, "step"), self.text(row, "step").unwrap_or_default());
            let event = self.text(row, "event").unwrap_or_default();
            let rate = self.number(row, "rate").unwrap_or(0.0);
            let mut says = format!("{} · {}", counted(self.text(row, "users"), "user", "users"), percent(self.text(row, "rate")));
            let interval = self.text(row, "rate_low").zip(self.text(row, "rate_high")).filter(|_| step != "1");
            if let Some((low, high)) = interval {
                says.push_str(&format!(" ({} to {})", percent(Some(low)), percent(Some(high))));
            }
            if let Some(seconds) = self.number(row, "median_seconds") {
                says.push_str(&format!(" · {} from the step before", length(seconds)));
            }
            let label = if segment.is_empty() { format!("{step} {event}") } else { format!("{segment}: {step} {event}") };
            Bar { label, share: rate.clamp(0.0, 1.0), says }
        };
        self.rows.iter().map(bar).collect()
    }

    fn first_call(&self) -> Vec<Bar> {
        let bar = |row: &Vec<Option<String>>| {
            let mut says = format!("{} · {}", counted(self.text(row, "keys"), "key", "keys"), percent(self.text(row, "rate")));
            if let Some((low, high)) = self.text(row, "rate_low").zip(self.text(row, "rate_high")) {
                says.push_str(&format!(" ({} to {})", percent(Some(low)), percent(Some(high))));
            }
            if let Some(seconds) = self.number(row, "median_seconds").filter(|seconds| *seconds > 0.0) {
                says.push_str(&format!(" · half of them after {}", length(seconds)));
            }
            let label = format!("within {}", self.text(row, "within").unwrap_or_default());
            Bar { label, share: self.number(row, "rate").unwrap_or(0.0).clamp(0.0, 1.0), says }
        };
        self.rows.iter().map(bar).collect()
    }

    fn api(&self) -> Vec<Bar> {
        let most = self.rows.iter().filter_map(|row| self.number(row, "requests")).fold(0.0, f64::max);
        let bar = |row: &Vec<Option<String>>| {
            let group = self.before(row, "requests");
            let mut says =
                format!("{} · {} 5xx", counted(self.text(row, "requests"), "request", "requests"), percent(self.text(row, "rate_5xx")));
            if let Some(p95) = self.text(row, "p95_ms") {
                says.push_str(&format!(" · p95 {p95}\u{202f}ms"));
            }
            if let Some(uptime) = self.number(row, "uptime") {
                says.push_str(&format!(" · uptime {:.3}\u{202f}%", uptime * 100.0));
            }
            let requests = self.number(row, "requests").unwrap_or(0.0);
            let label = if group.is_empty() { "All requests".to_owned() } else { group };
            Bar { label, share: if most > 0.0 { (requests / most).clamp(0.0, 1.0) } else { 0.0 }, says }
        };
        self.rows.iter().map(bar).collect()
    }

    fn grid(&self, unit: &str, column: &str, is_rate: bool) -> Body {
        let mut columns: Vec<String> = Vec::new();
        let mut rows: Vec<GridRow> = Vec::new();
        for row in self.rows {
            let number = self.text(row, unit).unwrap_or_default().to_owned();
            if !columns.contains(&number) {
                columns.push(number.clone());
            }
            let label = self.text(row, "cohort").unwrap_or("all whole").to_owned();
            let users = self.text(row, "users").unwrap_or_default().to_owned();
            let value = self.text(row, column);
            let size = finite(&users).unwrap_or(0.0);
            let found = value.and_then(finite).unwrap_or(0.0);
            let share = if is_rate { found } else { found / size.max(1.0) };
            let whole = match self.text(row, "state") {
                Some("later") => Whole::Later,
                Some("running") => Whole::Running,
                _ => Whole::Yes,
            };
            let text = if is_rate { percent(value) } else { value.unwrap_or_default().to_owned() };
            let cell = Cell { text: if whole == Whole::Later { String::new() } else { text }, share: share.clamp(0.0, 1.0), whole };
            // The total has a size of its own in each period; the largest, which has all that are whole, is shown.
            let at = match rows.iter().position(|known| known.label == label) {
                Some(at) => at,
                None => {
                    rows.push(GridRow { label, users, cells: Vec::new() });
                    rows.len() - 1
                }
            };
            let wanted = columns.iter().position(|known| *known == number).unwrap_or(0);
            while rows[at].cells.len() < wanted {
                rows[at].cells.push(Cell { text: String::new(), share: 0.0, whole: Whole::Later });
            }
            rows[at].cells.push(cell);
        }
        for row in &mut rows {
            row.cells.resize(columns.len(), Cell { text: String::new(), share: 0.0, whole: Whole::Later });
        }
        Body::Grid { columns: columns.into_iter().map(|number| format!("{unit} {number}")).collect(), rows }
    }
}

/// A number that can be drawn.
fn finite(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// A share as people read it. Nothing to share is no zero.
fn percent(share: Option<&str>) -> String {
    match share.and_then(finite) {
        Some(share) => format!("{:.1}\u{202f}%", share * 100.0),
        None => "–".to_owned(),
    }
}

fn counted(number: Option<&str>, one: &str, many: &str) -> String {
    let number = number.unwrap_or("0");
    format!("{} {}", grouped(number), if number == "1" { one } else { many })
}

/// A length of time in its largest whole unit.
fn length(seconds: f64) -> String {
    match seconds {
        seconds if seconds < 60.0 => format!("{seconds:.0}\u{202f}s"),
        seconds if seconds < 3600.0 => format!("{:.1}\u{202f}min", seconds / 60.0),
        seconds if seconds < 86400.0 => format!("{:.1}\u{202f}h", seconds / 3600.0),
        seconds => format!("{:.1}\u{202f}days", seconds / 86400.0),
    }
}
