//! Metered's customers: plans, accounts with the habits that shape their traffic, API keys, and experiments.

use super::calendar::{DAY, END, FIRST_DAY, HOUR, MINUTE, START, moment};
use super::chance::Chance;

/// A plan.
pub(crate) struct Plan {
    pub(crate) id: i64,
    pub(crate) name: &'static str,
    pub(crate) price_usd: Option<i64>,
    /// Successful calls a key may make in a calendar month, unless agreed otherwise.
    pub(crate) key_quota: Option<i64>,
    pub(crate) rate_limit_per_minute: i64,
    /// Share of sign-ups that choose it.
    popularity: f64,
    /// Median share of its quota that a key uses, as calls a day when there is no quota.
    use_median: f64,
}

/// Every plan. Nobody is on the last one yet.
pub(crate) const PLANS: [Plan; 6] = [
    Plan { id: 1, name: "Free", price_usd: Some(0), key_quota: Some(250), rate_limit_per_minute: 30, popularity: 0.46, use_median: 0.30 },
    Plan {
        id: 2,
        name: "Starter",
        price_usd: Some(29),
        key_quota: Some(1_000),
        rate_limit_per_minute: 60,
        popularity: 0.26,
        use_median: 0.36,
    },
    Plan {
        id: 3,
        name: "Growth",
        price_usd: Some(149),
        key_quota: Some(4_000),
        rate_limit_per_minute: 300,
        popularity: 0.18,
        use_median: 0.20,
    },
    Plan {
        id: 4,
        name: "Scale",
        price_usd: Some(690),
        key_quota: Some(15_000),
        rate_limit_per_minute: 1_200,
        popularity: 0.07,
        use_median: 0.18,
    },
    Plan { id: 5, name: "Enterprise", price_usd: None, key_quota: None, rate_limit_per_minute: 6_000, popularity: 0.03, use_median: 90.0 },
    Plan {
        id: 6,
        name: "Partner",
        price_usd: Some(0),
        key_quota: Some(2_000),
        rate_limit_per_minute: 120,
        popularity: 0.0,
        use_median: 0.0,
    },
];

const COUNTRIES: [(Option<&str>, i64, f64); 12] = [
    (Some("US"), -5, 0.27),
    (Some("IN"), 5, 0.22),
    (Some("GB"), 0, 0.1),
    (Some("DE"), 1, 0.08),
    (Some("BR"), -3, 0.06),
    (Some("SG"), 8, 0.05),
    (Some("NG"), 1, 0.04),
    (Some("CA"), -5, 0.04),
    (Some("AU"), 10, 0.04),
    (Some("FR"), 1, 0.03),
    (Some("KE"), 3, 0.03),
    (None, 0, 0.04),
];

const FIRST_WORDS: [&str; 48] = [
    "Amber", "Ashen", "Autumn", "Bright", "Brisk", "Calm", "Cedar", "Clear", "Cobalt", "Copper", "Coral", "Crimson", "Dapper", "Dusky",
    "Early", "Ember", "Fern", "Gentle", "Golden", "Granite", "Hazel", "Hidden", "Hollow", "Indigo", "Ivory", "Jade", "Keen", "Lilac",
    "Little", "Lunar", "Maple", "Mellow", "Misty", "Noble", "Northern", "Olive", "Pebble", "Plum", "Quiet", "Rapid", "Russet", "Saffron",
    "Silver", "Sunny", "Teal", "Umber", "Velvet", "Winter",
];
const SECOND_WORDS: [&str; 40] = [
    "Anchor", "Arbour", "Atlas", "Beacon", "Bridge", "Brook", "Canal", "Canvas", "Circuit", "Compass", "Courier", "Dynamo", "Ferry",
    "Forge", "Garden", "Harbour", "Harvest", "Kettle", "Ladder", "Lantern", "Ledger", "Loom", "Market", "Meadow", "Mill", "Orchard",
    "Parcel", "Pier", "Quarry", "Ridge", "Rocket", "Saddle", "Signal", "Spindle", "Station", "Studio", "Terrace", "Thimble", "Wharf",
    "Workshop",
];

const OLD_ACCOUNTS: i64 = 520;
const NEW_ACCOUNTS: i64 = 440;
/// The oldest sign-up: 1 May 2024.
const FOUNDED: i64 = (FIRST_DAY - 610) * DAY;

/// What an account does with the API.
pub(crate) struct Habits {
    /// Place of its kind in [`super::endpoints::Endpoint::weights`].
    pub(crate) kind: usize,
    /// Calls a day of one live key, on average.
    pub(crate) daily_calls: f64,
    /// Share of days with any traffic.
    pub(crate) active_days: f64,
    /// 0: the same at every hour; 1: office hours only.
    pub(crate) office_hours: f64,
    pub(crate) utc_offset: i64,
    /// Jobs that fire exactly on the quarter hour.
    pub(crate) scheduled: bool,
    /// Share of its failed calls that its client tries again.
    pub(crate) retries: f64,
    /// Share of its creating calls that carry an idempotency key.
    pub(crate) idempotent: f64,
    /// Factor on its client errors.
    pub(crate) clumsiness: f64,
    /// Share of its calls that exceed its rate limit.
    pub(crate) throttled: f64,
    /// First moment of version 2.
    pub(crate) version_two_from: i64,
    /// First and last moment with traffic; no traffic when there is none.
    pub(crate) alive: Option<(i64, i64)>,
}

/// A customer.
pub(crate) struct Account {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) country: Option<&'static str>,
    pub(crate) plan: usize,
    pub(crate) signed_up_at: i64,
    pub(crate) trial_ends_at: Option<i64>,
    pub(crate) converted_at: Option<i64>,
    pub(crate) closed_at: Option<i64>,
    /// Variant of the quickstart experiment, for sign-ups while it ran.
    pub(crate) quickstart: Option<bool>,
    /// Variant of the keep-alive experiment.
    pub(crate) keep_alive: bool,
    pub(crate) habits: Habits,
}

/// When a key that lands exactly on 80 % of its quota in April stops.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum QuotaStop {
    /// For the rest of the month.
    Month,
    /// For the rest of the day.
    Day,
}

/// An API key.
pub(crate) struct Key {
    pub(crate) id: i64,
    /// Place of its account.
    pub(crate) account: usize,
    pub(crate) prefix: String,
    pub(crate) live: bool,
    pub(crate) created_at: i64,
    pub(crate) revoked_at: Option<i64>,
    pub(crate) monthly_quota: Option<i64>,
    /// Share of the account's calls a live key that stands alone would get.
    pub(crate) share: f64,
    pub(crate) stop: Option<QuotaStop>,
}

/// An experiment.
pub(crate) struct Experiment {
    pub(crate) id: i64,
    pub(crate) name: &'static str,
    pub(crate) hypothesis: &'static str,
    pub(crate) metric: &'static str,
    pub(crate) started_at: i64,
    pub(crate) ended_at: i64,
}

/// The experiments: one with few subjects, one with many calls.
pub(crate) const EXPERIMENTS: [Experiment; 2] = [
    Experiment {
        id: 1,
        name: "quickstart-guide",
        hypothesis: "A five-minute quickstart after sign-up makes more accounts call the API within seven days.",
        metric: "first call within 7 days of sign-up",
        started_at: moment(1, 19, 0, 0),
        ended_at: moment(4, 13, 0, 0),
    },
    Experiment {
        id: 2,
        name: "keep-alive-hint",
        hypothesis: "Telling clients to reuse connections lowers the latency of their calls.",
        metric: "median latency of successful calls",
        started_at: moment(3, 1, 0, 0),
        ended_at: moment(3, 29, 0, 0),
    },
];

/// Every account, by the time of its sign-up.
pub(crate) fn accounts(seed: u64) -> Vec<Account> {
    let mut chance = Chance::stream(seed, 1);
    let mut sign_ups: Vec<i64> = (0..OLD_ACCOUNTS).map(|_| chance.between(FOUNDED, START)).collect();
    sign_ups.extend((0..NEW_ACCOUNTS).map(|_| chance.between(START, END - 6 * HOUR)));
    sign_ups.sort_unstable();
    sign_ups.iter().enumerate().map(|(index, at)| account(seed, index, at / 1_000 * 1_000)).collect()
}

fn account(seed: u64, index: usize, signed_up_at: i64) -> Account {
    let mut chance = Chance::stream(seed, 1_000 + index as u64);
    let plan = chance.weighted(PLANS.iter().map(|plan| plan.popularity));
    let (country, utc_offset, _) = COUNTRIES[chance.weighted(COUNTRIES.iter().map(|(_, _, weight)| *weight))];
    let quickstart = (EXPERIMENTS[0].started_at..EXPERIMENTS[0].ended_at).contains(&signed_up_at).then(|| chance.happens(0.5));
    let keep_alive = chance.happens(0.5);
    let alive = lifetime(&mut chance, signed_up_at, quickstart == Some(true), plan);
    let daily_calls = match PLANS[plan].key_quota {
        Some(quota) => (chance.log_normal(PLANS[plan].use_median, 0.95) * quota as f64 / 30.0).min(quota as f64 / 21.0),
        None => chance.log_normal(PLANS[plan].use_median, 0.9),
    };
    let habits = Habits {
        kind: chance.weighted([0.45, 0.3, 0.25].into_iter()),
        daily_calls,
        active_days: if plan == 0 { 0.1 + 0.4 * chance.uniform() } else { 0.55 + 0.45 * chance.uniform() },
        office_hours: chance.uniform(),
        utc_offset,
        scheduled: chance.happens(0.1),
        retries: if chance.happens(0.7) { 0.6 + 0.35 * chance.uniform() } else { 0.0 },
        idempotent: if chance.happens(0.75) { 0.9 + 0.1 * chance.uniform() } else { 0.0 },
        clumsiness: chance.log_normal(0.8, 0.7),
        throttled: if chance.happens(0.2) { 0.04 * chance.uniform() } else { 0.0 },
        version_two_from: if chance.happens(0.75) { START + ((chance.uniform() * 200.0 - 60.0) * DAY as f64) as i64 } else { END },
        alive,
    };
    let (trial_ends_at, converted_at) = trial(&mut chance, plan, signed_up_at);
    let closed_at = closing(&mut chance, signed_up_at, trial_ends_at, &habits);
    Account {
        id: 1_001 + index as i64,
        name: company_name(index),
        country,
        plan,
        signed_up_at,
        trial_ends_at,
        converted_at: converted_at.filter(|at| closed_at.is_none_or(|closed| *at < closed)),
        closed_at,
        quickstart,
        keep_alive,
        habits,
    }
}

/// Each pair of words once: 9 and 40 have no common factor.
fn company_name(index: usize) -> String {
    let first = index % FIRST_WORDS.len();
    let second = (index / FIRST_WORDS.len() + index) % SECOND_WORDS.len();
    format!("{} {}", FIRST_WORDS[first], SECOND_WORDS[second])
}

/// From the first call to the last. One account in six never calls; many try for a few days and leave.
fn lifetime(chance: &mut Chance, signed_up_at: i64, quickstart: bool, plan: usize) -> Option<(i64, i64)> {
    let never = if quickstart { 0.13 } else { 0.17 };
    let days_to_first = chance.exponential(if quickstart { 2.2 } else { 2.8 });
    if chance.happens(never) {
        return None;
    }
    let first = signed_up_at + 4 * MINUTE + (days_to_first * DAY as f64) as i64;
    let paying = plan >= 2;
    let last = match chance.uniform() {
        roll if roll < if paying { 0.1 } else { 0.27 } => first + (chance.uniform() * 6.0 * DAY as f64) as i64,
        roll if roll < if paying { 0.18 } else { 0.4 } => first + ((10.0 + chance.exponential(60.0)) * DAY as f64) as i64,
        roll if roll < 0.45 => first + ((100.0 + chance.exponential(400.0)) * DAY as f64) as i64,
        _ => END,
    };
    Some((first, last))
}

/// Paid plans begin with fourteen days of trial, ended at midnight UTC; a few are given fourteen more.
fn trial(chance: &mut Chance, plan: usize, signed_up_at: i64) -> (Option<i64>, Option<i64>) {
    if plan == 0 || plan == 4 {
        return (None, None);
    }
    let extended = chance.happens(0.15);
    let days = if extended { 29 } else { 15 };
    let ends_at = (signed_up_at.div_euclid(DAY) + days) * DAY;
    let decided = signed_up_at + 2 * DAY + ((ends_at - signed_up_at - 2 * DAY) as f64 * chance.uniform()) as i64;
    let converted = chance.happens(if signed_up_at < START { 0.85 } else { 0.5 });
    (Some(ends_at), (converted && decided < END).then_some(decided / 1_000 * 1_000))
}

/// Some accounts that stopped calling are closed, some of those on trial before the trial ends.
fn closing(chance: &mut Chance, signed_up_at: i64, trial_ends_at: Option<i64>, habits: &Habits) -> Option<i64> {
    let left = habits.alive.map_or(signed_up_at + 20 * DAY, |(_, last)| last);
    let early = trial_ends_at.is_some() && chance.happens(0.06);
    let closed = if early { signed_up_at + chance.between(2 * DAY, 10 * DAY) } else { left + chance.between(2 * DAY, 40 * DAY) };
    ((early || chance.happens(0.6)) && closed < END).then_some(closed / 1_000 * 1_000)
}

/// Every key, by the time of its creation. One account in twenty-five never made one.
pub(crate) fn keys(seed: u64, accounts: &[Account]) -> Vec<Key> {
    let mut keys: Vec<Key> = accounts.iter().enumerate().flat_map(|(index, account)| keys_of(seed, index, account)).collect();
    keys.sort_by_key(|key| (key.created_at, key.account));
    for (index, key) in keys.iter_mut().enumerate() {
        key.id = 5_001 + index as i64;
    }
    mark_quota_stops(accounts, &mut keys);
    keys
}

fn keys_of(seed: u64, index: usize, account: &Account) -> Vec<Key> {
    let mut chance = Chance::stream(seed, 10_000 + index as u64);
    if account.habits.alive.is_none() && chance.happens(0.3) {
        return Vec::new();
    }
    let quota = match PLANS[account.plan].key_quota {
        Some(quota) if account.plan >= 2 && chance.happens(0.08) => Some(quota * 2),
        quota => quota,
    };
    let created_at = (account.signed_up_at + chance.between(MINUTE, 3 * MINUTE)) / 1_000 * 1_000;
    let mut make = |live: bool, created_at: i64, share: f64| {
        let prefix = format!("mk_{}_{:05x}", if live { "live" } else { "test" }, chance.bits() >> 44);
        Key {
            id: 0,
            account: index,
            prefix,
            live,
            created_at,
            revoked_at: None,
            monthly_quota: if live { quota } else { Some(100) },
            share,
            stop: None,
        }
    };
    let mut keys = vec![make(true, created_at, 1.0)];
    let mut dice = Chance::stream(seed, 20_000 + index as u64);
    if dice.happens(0.3) {
        keys.push(make(false, created_at + 30_000, 0.12));
    }
    let second = account.signed_up_at + dice.between(5 * DAY, 400 * DAY) / 1_000 * 1_000;
    if account.plan >= 1 && second < END && account.closed_at.is_none_or(|closed| second < closed) {
        let rotated = dice.happens(0.4);
        if rotated {
            keys[0].revoked_at = Some(second + 2 * HOUR);
        }
        keys.push(make(true, second, if rotated { 1.0 } else { 0.5 }));
    }
    if let Some(closed) = account.closed_at {
        for key in &mut keys {
            key.revoked_at = Some(key.revoked_at.map_or(closed, |revoked| revoked.min(closed)));
        }
    }
    keys
}

/// A few busy Starter keys land exactly on 80 % of their quota in April: half of them stop there for the month, half only for the day.
fn mark_quota_stops(accounts: &[Account], keys: &mut [Key]) {
    let mut marked = 0;
    for key in keys.iter_mut() {
        let account = &accounts[key.account];
        let lasting = account.habits.alive.is_some_and(|(_, last)| last == END) && account.closed_at.is_none();
        let busy = account.habits.daily_calls * 30.0 > 100.0;
        if account.plan == 1 && key.live && key.revoked_at.is_none() && key.share == 1.0 && lasting && busy && key.created_at < START {
            key.stop = Some(if marked % 2 == 0 { QuotaStop::Month } else { QuotaStop::Day });
            key.share = 1_150.0 / (account.habits.daily_calls * 30.0);
            marked += 1;
            if marked == 10 {
                return;
            }
        }
    }
}
