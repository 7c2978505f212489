//! Questions about a product or an API become SQL over exported events, and its rows become charts.
//!
//! Nothing is run here. [`read`] decides what the columns of an export mean, [`Question::sql`] writes one query that can be shown and
//! edited, and [`Chart::of`] draws the rows that came back. Definitions are in `docs/analytics.md`.

mod api;
mod chart;
mod cohort;
mod columns;
mod events;
mod first_call;
mod funnel;
mod picture;
mod question;
mod retention;
mod sql;
mod zone;

pub use api::Api;
pub use chart::{Bar, Body, Cell, Chart, GridRow, Whole};
pub use cohort::Cohort;
pub use columns::{Column, Kind, Names, Part, Reading, Shape, Table, Unread, column_of, read};
pub use events::{Clock, Unit, event_names_sql, survey_sql, unit_of, unit_sql};
pub use first_call::FirstCall;
pub use funnel::{Funnel, LONGEST_FUNNEL};
pub use question::{Period, Question, Returning};
pub use retention::{MOST_PERIODS, Retention};
