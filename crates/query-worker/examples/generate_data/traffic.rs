//! The calls: who called what, when, and how it went.

use super::calendar::{DAY, DAYS, END, HOUR, MINUTE, SECOND, START, month_of, office_share, weekday_share};
use super::chance::Chance;
use super::company::{Account, EXPERIMENTS, Key, QuotaStop};
use super::endpoints::{CHARGES, ENDPOINTS, Endpoint};
use super::incidents::INCIDENTS;

/// A client gives up after this many attempts.
const MOST_ATTEMPTS: i32 = 3;
/// The month in which some keys stop at 80 % of their quota: April.
const STOP_MONTH: usize = 3;
/// What a gateway waits for an answer.
const GATEWAY_TIMEOUT_MS: f64 = 30_000.0;

/// One attempt of one call.
pub(crate) struct Call {
    pub(crate) at: i64,
    /// Place of its key.
    pub(crate) key: usize,
    /// Place in [`ENDPOINTS`].
    pub(crate) endpoint: usize,
    pub(crate) version_two: bool,
    pub(crate) status: i32,
    /// None when the gateway turned the call away before it reached a service.
    pub(crate) latency_ms: Option<i32>,
    /// The first 48 bits of the key, as a client writes it in hexadecimal digits.
    pub(crate) idempotency_key: Option<u64>,
    pub(crate) attempt: i32,
}

/// Every attempt of the window, by time.
pub(crate) fn calls(seed: u64, accounts: &[Account], keys: &[Key]) -> Vec<Call> {
    let mut calls = Vec::new();
    for (index, key) in keys.iter().enumerate() {
        let caller = Caller { key_index: index, key, account: &accounts[key.account] };
        caller.add_calls(&mut Chance::stream(seed, 100_000 + index as u64), &mut calls);
    }
    calls.sort_by_key(|call| (call.at, call.key, call.attempt));
    calls
}

struct Caller<'a> {
    key_index: usize,
    key: &'a Key,
    account: &'a Account,
}

/// What the month so far has used of the key's quota.
#[derive(Default)]
struct Used {
    month: usize,
    successes: i64,
}

impl Caller<'_> {
    fn add_calls(&self, chance: &mut Chance, calls: &mut Vec<Call>) {
        let Some((first, last)) = self.account.habits.alive else { return };
        // A client goes on for some days with a key that was revoked, or after a trial that ended: nobody told the cron job.
        let stop = [self.key.revoked_at, self.expired_at()].into_iter().flatten().map(|at| at + 3 * DAY).min().unwrap_or(END);
        let from = first.max(self.key.created_at + MINUTE);
        let until = last.min(END).min(stop);
        let mut used = Used::default();
        for day in 0..DAYS {
            let times = self.times_of_day(chance, day, first);
            if month_of(day) != used.month {
                used = Used { month: month_of(day), successes: 0 };
            }
            for at in times.into_iter().filter(|at| (from..until).contains(at)) {
                let full = self.key.monthly_quota.is_some_and(|quota| used.successes * 5 == quota * 4);
                let stopped = self.key.stop.is_some() && used.month == STOP_MONTH && full;
                if stopped && self.key.stop == Some(QuotaStop::Day) {
                    // The first call of the next day makes the count move on.
                    let reached_today = calls.last().is_some_and(|call: &Call| call.key == self.key_index && call.at / DAY == at / DAY);
                    if reached_today {
                        break;
                    }
                } else if stopped {
                    return;
                }
                self.call(chance, at, &mut used, calls);
            }
        }
    }

    /// When a trial ended without a purchase.
    fn expired_at(&self) -> Option<i64> {
        self.account.trial_ends_at.filter(|_| self.account.converted_at.is_none())
    }

    /// The moments of this day's calls, in order.
    fn times_of_day(&self, chance: &mut Chance, day: i64, first: i64) -> Vec<i64> {
        let habits = &self.account.habits;
        let begins = START + day * DAY;
        let first_day = first.div_euclid(DAY) * DAY == begins;
        let active = chance.happens(if self.key.share < 0.2 { 0.12 } else { habits.active_days });
        if !active && !first_day {
            return Vec::new();
        }
        let growth = 0.93 + 0.14 * day as f64 / DAYS as f64;
        let mean = habits.daily_calls * self.key.share * weekday_share(day) * growth / habits.active_days;
        let count = chance.poisson(mean).max(u32::from(first_day));
        let mut times: Vec<i64> = (0..count).map(|_| begins + self.time_of_day(chance)).collect();
        if first_day && self.key.share >= 1.0 {
            times.push(first);
        }
        times.sort_unstable();
        times
    }

    fn time_of_day(&self, chance: &mut Chance) -> i64 {
        let habits = &self.account.habits;
        let weights = (0..24).map(|hour| {
            let local = (hour + habits.utc_offset).rem_euclid(24) as f64;
            1.0 - habits.office_hours + habits.office_hours * office_share(local)
        });
        let hour = chance.weighted(weights) as i64;
        let within = chance.between(0, HOUR);
        if habits.scheduled { hour * HOUR + within / (15 * MINUTE) * 15 * MINUTE } else { hour * HOUR + within }
    }

    /// One call with its retries.
    fn call(&self, chance: &mut Chance, at: i64, used: &mut Used, calls: &mut Vec<Call>) {
        let habits = &self.account.habits;
        let endpoint = chance.weighted(ENDPOINTS.iter().map(|endpoint| endpoint.weights[habits.kind]));
        let careful = ENDPOINTS[endpoint].creates && chance.happens(habits.idempotent);
        let idempotency_key = careful.then(|| chance.bits() >> 16);
        let mut at = at;
        for attempt in 1..=MOST_ATTEMPTS {
            let over_quota = self.account.plan == 0 && self.key.monthly_quota.is_some_and(|quota| used.successes >= quota);
            let status = self.status(chance, at, &ENDPOINTS[endpoint], over_quota);
            let latency = self.latency(chance, at, endpoint, status);
            let latency_ms = latency.map(|latency| latency.round().max(1.0) as i32);
            let version_two = at >= habits.version_two_from;
            calls.push(Call { at, key: self.key_index, endpoint, version_two, status, latency_ms, idempotency_key, attempt });
            used.successes += i64::from(status < 300);
            if !(status >= 500 || status == 429) || !chance.happens(habits.retries) {
                return;
            }
            let pause = (SECOND << attempt) + chance.between(0, SECOND);
            at += latency.unwrap_or(1.0) as i64 + pause;
            if at >= END || self.key.revoked_at.is_some_and(|revoked| at >= revoked) {
                return;
            }
        }
    }

    fn status(&self, chance: &mut Chance, at: i64, endpoint: &Endpoint, over_quota: bool) -> i32 {
        if self.key.revoked_at.is_some_and(|revoked| at >= revoked) {
            return 401;
        }
        if self.expired_at().is_some_and(|ended| at >= ended) {
            return 403;
        }
        if over_quota || chance.happens(self.account.habits.throttled) {
            return 429;
        }
        for incident in INCIDENTS.iter().filter(|incident| incident.hits(at, endpoint)) {
            if chance.happens(incident.errors) {
                return incident.statuses[chance.between(0, incident.statuses.len() as i64) as usize];
            }
        }
        if chance.happens(endpoint.server_errors) {
            return [500, 502, 503, 504][chance.weighted([0.5, 0.15, 0.2, 0.15].into_iter())];
        }
        for (status, probability) in endpoint.client_errors {
            if chance.happens(probability * self.account.habits.clumsiness) {
                return *status;
            }
        }
        endpoint.success
    }

    fn latency(&self, chance: &mut Chance, at: i64, endpoint: usize, status: i32) -> Option<f64> {
        let shape = &ENDPOINTS[endpoint];
        let card_declined = status == 402 && endpoint == CHARGES;
        match status {
            429 => None,
            504 => Some(GATEWAY_TIMEOUT_MS + chance.uniform() * 40.0),
            502 | 503 => Some(chance.log_normal(14.0, 0.5)),
            400..500 if !card_declined => Some(chance.log_normal(11.0, 0.4)),
            _ => {
                let slower: f64 = INCIDENTS.iter().filter(|incident| incident.hits(at, shape)).map(|incident| incident.slower).product();
                // Enterprise accounts have machines of their own; free ones share with everybody.
                let pool = [1.25, 1.08, 1.0, 0.95, 0.78, 1.0][self.account.plan];
                let version = if at >= self.account.habits.version_two_from { 0.86 } else { 1.0 };
                let trial = &EXPERIMENTS[1];
                let running = (trial.started_at..trial.ended_at).contains(&at);
                let hint = if running && self.account.keep_alive { 0.95 } else { 1.0 };
                Some((chance.log_normal(shape.median, shape.spread) * slower * pool * version * hint).min(GATEWAY_TIMEOUT_MS - 1.0))
            }
        }
    }
}
