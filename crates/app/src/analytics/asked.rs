//! What a body asks, as what is wanted.

use super::{EventFiles, RequestColumns, Wanted};
use crate::view::{EventColumnsBody, EventFilesBody, EventQuestion, PeriodName};
use footbridge_analytics::{Cohort, Funnel, Names, Period, Question, Retention, Returning};

impl From<&EventFilesBody> for EventFiles {
    fn from(body: &EventFilesBody) -> Self {
        let EventColumnsBody { user, time, event, id, by, .. } = &body.columns;
        let names = Names { user: named(user), time: named(time), event: named(event), id: named(id), by: named(by) };
        Self { paths: body.paths.clone(), names, zone: named(&body.zone), times_in: named(&body.times_in) }
    }
}

impl From<&EventColumnsBody> for RequestColumns {
    fn from(body: &EventColumnsBody) -> Self {
        Self { status: named(&body.status), latency: named(&body.latency), key: named(&body.key) }
    }
}

impl Wanted {
    /// What a question asks, of columns that may be named by hand.
    pub fn of(question: &EventQuestion, columns: &EventColumnsBody) -> Self {
        match question {
            EventQuestion::Funnel { steps, window_seconds } => {
                Self::Users(Question::Funnel(Funnel { steps: steps.clone(), window_seconds: *window_seconds }))
            }
            EventQuestion::Retention { begin, back, period, periods, on_or_after } => Self::Users(Question::Retention(Retention {
                begin: named(begin),
                back: named(back),
                period: (*period).into(),
                periods: *periods,
                returning: if *on_or_after { Returning::OnOrAfter } else { Returning::On },
            })),
            EventQuestion::Cohort { begin, period, periods } => {
                Self::Users(Question::Cohort(Cohort { begin: named(begin), period: (*period).into(), periods: *periods }))
            }
            EventQuestion::Api { per } => Self::Api { columns: columns.into(), per: per.map(Period::from) },
            EventQuestion::FirstCall => Self::FirstCall(columns.into()),
        }
    }
}

impl From<PeriodName> for Period {
    fn from(name: PeriodName) -> Self {
        match name {
            PeriodName::Day => Self::Day,
            PeriodName::Week => Self::Week,
            PeriodName::Month => Self::Month,
        }
    }
}

/// A field that was left empty names nothing.
fn named(field: &Option<String>) -> Option<String> {
    field.clone().filter(|name| !name.is_empty())
}
