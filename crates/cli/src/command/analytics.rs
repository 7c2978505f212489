use super::Json;
use super::own_file::refuse_source;
use crate::Ending;
use crate::context::{Context, refusal};
use crate::kept::{is_standard, write_out};
use crate::terminal::{Ink, Page, Progress, Span, Table, finding, rows_table, rows_words};
use clap::{Args, Subcommand, ValueEnum};
use footbridge_app::view::AnalyticsView;
use footbridge_app::{ChartBody, Cohort, EventFiles, Funnel, Names, Period, Question, RequestColumns, Retention, Returning, Wanted, Whole};
use std::path::{Path, PathBuf};

/// Ask your own events: funnels, retention, cohorts, and how an API answers; needs no learner's folder
///
/// Reads exports of Amplitude, Mixpanel and Google Analytics 4 (from BigQuery), and any CSV, JSONL or Parquet file with a user, a time and
/// an event. Every answer is one SQL query: `--sql` prints it, to be edited and run by `footbridge sql`.
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge analytics funnel events.jsonl --step signup --step invite --step pay --window 7d\n  footbridge analytics retention mixpanel.jsonl --begin 'Signed up' --period week --on-or-after\n  footbridge analytics cohort events.csv --user account --time at --event name --period month\n  footbridge analytics api requests.parquet --by version\n  footbridge analytics first-call requests.parquet\n\nEvery number is defined in docs/analytics.md."
)]
pub(crate) struct Analytics {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// How many users get from step to step, and how long it takes
    #[command(after_long_help = "Example:\n  footbridge analytics funnel events.jsonl --step signup --step pay --window 14d --by plan")]
    Funnel {
        #[command(flatten)]
        files: Files,
        /// The event of the next step; name all in order
        #[arg(long = "step", value_name = "EVENT", required = true)]
        steps: Vec<String>,
        /// How long after the first step the last may be: 30m, 24h, 7d
        #[arg(long, value_name = "TIME", default_value = "7d")]
        window: String,
    },
    /// How many users come back a number of days or weeks after they began
    #[command(after_long_help = "Example:\n  footbridge analytics retention events.jsonl --begin signup --period week --periods 8")]
    Retention {
        #[command(flatten)]
        files: Files,
        /// The event one begins with [otherwise any]
        #[arg(long, value_name = "EVENT")]
        begin: Option<String>,
        /// The event that counts as coming back [otherwise any]
        #[arg(long, value_name = "EVENT")]
        back: Option<String>,
        /// Days, weeks or months of the calendar
        #[arg(long, value_enum, default_value = "week")]
        period: Periods,
        /// How many of them after the first
        #[arg(long, value_name = "NUMBER", default_value_t = 8)]
        periods: u32,
        /// Count whoever comes back in a period or a later one: unbounded retention [otherwise in that period: bounded]
        #[arg(long)]
        on_or_after: bool,
        /// Print a row for each cell below the triangle, with its interval
        #[arg(long)]
        rows: bool,
    },
    /// Users by when they began, and what each cohort did since
    #[command(after_long_help = "Example:\n  footbridge analytics cohort events.jsonl --period month")]
    Cohort {
        #[command(flatten)]
        files: Files,
        /// The event one begins with [otherwise any]
        #[arg(long, value_name = "EVENT")]
        begin: Option<String>,
        /// Days, weeks or months of the calendar
        #[arg(long, value_enum, default_value = "month")]
        period: Periods,
        /// How many of them after the first
        #[arg(long, value_name = "NUMBER", default_value_t = 8)]
        periods: u32,
        /// Print a row for each cell below the triangle, with its events
        #[arg(long)]
        rows: bool,
    },
    /// Requests, errors, latency and uptime of an API, by version, key or endpoint
    #[command(
        after_long_help = "Examples:\n  footbridge analytics api requests.parquet --by endpoint\n  footbridge analytics api requests.csv --per week --by version"
    )]
    Api {
        #[command(flatten)]
        files: Files,
        /// The column of the HTTP status
        #[arg(long, value_name = "COLUMN")]
        status: Option<String>,
        /// The column of the milliseconds to the answer
        #[arg(long, value_name = "COLUMN")]
        latency: Option<String>,
        /// The column of the key or client that asked
        #[arg(long, value_name = "COLUMN")]
        key: Option<String>,
        /// For each day, week or month by itself
        #[arg(long, value_enum)]
        per: Option<Periods>,
    },
    /// How soon a key gets its first successful answer, counted from its first request
    #[command(after_long_help = "Example:\n  footbridge analytics first-call requests.parquet --key client")]
    FirstCall {
        #[command(flatten)]
        files: Files,
        /// The column of the HTTP status
        #[arg(long, value_name = "COLUMN")]
        status: Option<String>,
        /// The column of the key or client that asked
        #[arg(long, value_name = "COLUMN")]
        key: Option<String>,
    },
}

/// The files, and what their columns mean.
#[derive(Debug, Args)]
struct Files {
    /// Files of one kind of rows: .csv, .tsv, .jsonl, .json (one object a line) or .parquet
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,
    /// The column of who did it
    #[arg(long, value_name = "COLUMN")]
    user: Option<String>,
    /// The column of when it happened
    #[arg(long, value_name = "COLUMN")]
    time: Option<String>,
    /// The column of what happened
    #[arg(long, value_name = "COLUMN")]
    event: Option<String>,
    /// The column that makes a row one of a kind: rows that repeat it count once
    #[arg(long, value_name = "COLUMN")]
    id: Option<String>,
    /// Tell rows apart by this column or property: plan, device.category, event_params.page_title
    #[arg(long, value_name = "COLUMN")]
    by: Option<String>,
    /// Whose days and weeks are counted, as Europe/Berlin
    #[arg(long, value_name = "ZONE", default_value = "UTC")]
    zone: String,
    /// The zone of times that name none
    #[arg(long, value_name = "ZONE", default_value = "UTC")]
    times_in: String,
    /// Print the query and run nothing of it
    #[arg(long, conflicts_with_all = ["json", "svg"])]
    sql: bool,
    /// Write the chart as SVG
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    #[command(flatten)]
    json: Json,
}

/// Stretches of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Periods {
    Day,
    Week,
    Month,
}

impl Analytics {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let (files, wanted) = match &self.what {
            What::Funnel { files, steps, window } => {
                (files, Wanted::Users(Question::Funnel(Funnel { steps: steps.clone(), window_seconds: seconds(window)? })))
            }
            What::Retention { files, begin, back, period, periods, on_or_after, .. } => {
                let returning = if *on_or_after { Returning::OnOrAfter } else { Returning::On };
                let (begin, back, periods) = (begin.clone(), back.clone(), *periods);
                (files, Wanted::Users(Question::Retention(Retention { begin, back, period: period.named(), periods, returning })))
            }
            What::Cohort { files, begin, period, periods, .. } => {
                (files, Wanted::Users(Question::Cohort(Cohort { begin: begin.clone(), period: period.named(), periods: *periods })))
            }
            What::Api { files, status, latency, key, per } => {
                let columns = RequestColumns { status: status.clone(), latency: latency.clone(), key: key.clone() };
                (files, Wanted::Api { columns, per: per.map(Periods::named) })
            }
            What::FirstCall { files, status, key } => {
                (files, Wanted::FirstCall(RequestColumns { status: status.clone(), latency: None, key: key.clone() }))
            }
        };
        // A triangle says what its many rows say.
        let with_rows = match &self.what {
            What::Retention { rows, .. } | What::Cohort { rows, .. } => *rows,
            What::Funnel { .. } | What::Api { .. } | What::FirstCall { .. } => true,
        };
        let view = {
            let progress = Progress::new();
            progress.say("Reading the events");
            here.app()?.analyse(&files.event_files(), &wanted, !files.sql)?
        };
        files.tell(&view, with_rows, here)
    }
}

impl Files {
    fn event_files(&self) -> EventFiles {
        let names =
            Names { user: self.user.clone(), time: self.time.clone(), event: self.event.clone(), id: self.id.clone(), by: self.by.clone() };
        EventFiles { paths: self.files.clone(), names, zone: Some(self.zone.clone()), times_in: Some(self.times_in.clone()) }
    }

    fn tell(&self, view: &AnalyticsView, with_rows: bool, here: &Context) -> anyhow::Result<Ending> {
        if self.sql {
            view.says.iter().chain(&view.notes).for_each(|sentence| here.tell(sentence));
            here.print(&view.sql)?;
            return Ok(Ending::Done);
        }
        view.findings.iter().for_each(|found| here.tell(&finding(found, "query.sql", &view.sql, &here.terminal)));
        let is_drawn_here = self.svg.as_deref().is_some_and(is_standard) && view.picture.is_some();
        if is_drawn_here {
            here.tell(&page(view, with_rows, here));
        } else if self.json.json {
            here.print_json(view)?;
        } else if view.rows.is_some() {
            here.print(&page(view, with_rows, here))?;
        }
        if let (Some(file), Some(chart)) = (&self.svg, &view.picture) {
            for source in &self.files {
                refuse_source(file, Path::new(source.split_once('=').map_or(source.as_str(), |(_, path)| path)))?;
            }
            write_out(chart.svg().as_bytes(), file, here)?;
        }
        Ok(match (&view.rows, view.fault.as_str()) {
            (Some(_), _) => Ending::Done,
            (None, "yours") => Ending::No,
            (None, _) => Ending::CouldNot,
        })
    }
}

fn page(view: &AnalyticsView, with_rows: bool, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    if let Some(chart) = &view.picture {
        page.title(&chart.title);
        draw(&mut page, &chart.body);
    }
    if let Some(rows) = view.rows.as_ref().filter(|_| with_rows) {
        page.gap();
        page.table(&rows_table(rows));
        page.aside(&rows_words(rows));
    }
    page.gap();
    view.says.iter().chain(&view.notes).for_each(|sentence| page.point(sentence));
    if !with_rows {
        page.point("`--rows` prints a row for each cell, `--json` the same for programs.");
    }
    page.point("`--sql` prints the query; `footbridge sql` runs it as you edit it. Every number is defined in docs/analytics.md.");
    page.finish()
}

impl Periods {
    fn named(self) -> Period {
        match self {
            Self::Day => Period::Day,
            Self::Week => Period::Week,
            Self::Month => Period::Month,
        }
    }
}

/// Bars of blocks, or a triangle of cells.
fn draw(page: &mut Page<'_>, body: &ChartBody) {
    const LONGEST: f64 = 32.0;
    match body {
        ChartBody::Bars(bars) if bars.is_empty() => page.says("There is nothing to draw."),
        ChartBody::Bars(bars) => {
            let mut table = Table::new(&["row", "", "numbers"], &[]);
            for bar in bars {
                let blocks = "█".repeat((bar.share * LONGEST).round() as usize);
                table.row(vec![
                    vec![Span::plain(&bar.label)],
                    vec![Span::new(Ink::Code, if blocks.is_empty() { "▏".to_owned() } else { blocks })],
                    vec![Span::plain(&bar.says)],
                ]);
            }
            page.table(&table);
        }
        ChartBody::Grid { columns, rows } => {
            let mut head = vec!["cohort", "users"];
            head.extend(columns.iter().map(String::as_str));
            let right: Vec<usize> = (1..head.len()).collect();
            let mut table = Table::new(&head, &right);
            for row in rows {
                let cells = row.cells.iter().map(|cell| {
                    vec![Span::plain(match cell.whole {
                        Whole::Yes => cell.text.clone(),
                        Whole::Running => format!("{}…", cell.text),
                        Whole::Later => "·".to_owned(),
                    })]
                });
                table.row([vec![Span::plain(&row.label)], vec![Span::plain(&row.users)]].into_iter().chain(cells).collect());
            }
            page.table(&table);
            page.aside("… is a period that was still running at the last event: the number may grow. · is one that had not begun: not zero, unknown.");
        }
    }
}

/// `90s`, `30m`, `24h`, `7d` or `2w` in seconds.
fn seconds(window: &str) -> anyhow::Result<u64> {
    let split = window.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(window.len());
    let (number, unit) = window.split_at(split);
    let each = match unit {
        "s" => Some(1),
        "m" | "min" => Some(60),
        "h" => Some(3600),
        "d" => Some(86_400),
        "w" => Some(604_800),
        _ => None,
    };
    let product = each.zip(number.parse::<u64>().ok()).and_then(|(each, number)| number.checked_mul(each));
    match product.filter(|seconds| (1..=315_360_000).contains(seconds)) {
        Some(seconds) => Ok(seconds),
        None => {
            Err(refusal(format!("`{window}` is no length of time."), "Write a whole number and a unit, up to ten years: 30m, 24h, 7d, 2w.")
                .into())
        }
    }
}
