use crate::api::Api;
use crate::cohort::Cohort;
use crate::columns::Reading;
use crate::events::Clock;
use crate::first_call::FirstCall;
use crate::funnel::Funnel;
use crate::retention::Retention;

/// What is asked of the events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// How many get from step to step.
    Funnel(Funnel),
    /// How many come back.
    Retention(Retention),
    /// Who came when, and what they did since.
    Cohort(Cohort),
    /// How an API answers.
    Api(Api),
    /// How soon a key gets its first successful answer.
    FirstCall(FirstCall),
}

/// Stretches of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// Days.
    Day,
    /// Weeks from Monday to Sunday.
    Week,
    /// Months.
    Month,
}

/// When somebody counts as having come back in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Returning {
    /// In that very period: bounded retention.
    On,
    /// In that period or a later one: unbounded retention.
    OnOrAfter,
}

impl Period {
    /// Its word, as SQL and people say it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }
}

impl Question {
    /// The one query that answers it.
    pub fn sql(&self, reading: &Reading, clock: &Clock) -> String {
        match self {
            Self::Funnel(funnel) => funnel.sql(reading, clock),
            Self::Retention(retention) => retention.sql(reading, clock),
            Self::Cohort(cohort) => cohort.sql(reading, clock),
            Self::Api(api) => api.sql(reading, clock),
            Self::FirstCall(first_call) => first_call.sql(reading, clock),
        }
    }
}
