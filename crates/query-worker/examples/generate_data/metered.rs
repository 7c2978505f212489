//! The tables of Metered, from the things the generator made.

use super::calendar::moment;
use super::company::{self, Account, EXPERIMENTS, Key, PLANS};
use super::endpoints::ENDPOINTS;
use super::incidents::INCIDENTS;
use super::roll_up;
use super::table_file::{Ledger, MOST_GRADED_ROWS};
use super::traffic::{self, Call};
use datafusion::arrow::array::{ArrayRef, Date32Array, Int32Array, Int64Array, StringArray, TimestampMillisecondArray};
use std::error::Error;
use std::path::Path;
use std::sync::Arc;

/// First moment of the graded calls.
const GRADED_FROM: i64 = moment(3, 1, 0, 0);
/// First moment after the graded calls.
const GRADED_UNTIL: i64 = moment(3, 15, 0, 0);
/// The graded calls are those of accounts whose id leaves one of these when divided by 10.
const GRADED_REMAINDERS: [i64; 3] = [0, 3, 7];
/// Ids of requests begin after this one.
const REQUEST_ID_BASE: i64 = 10_000_000;

/// Makes every table and writes it.
pub(crate) fn generate(seed: u64, folder: &Path, ledger: &mut Ledger) -> Result<(), Box<dyn Error>> {
    let accounts = company::accounts(seed);
    let keys = company::keys(seed, &accounts);
    let calls = traffic::calls(seed, &accounts, &keys);
    ledger.write_columns(folder, "plans", plan_columns(), &[])?;
    ledger.write_columns(folder, "accounts", account_columns(&accounts), &[])?;
    ledger.write_columns(folder, "api_keys", key_columns(&accounts, &keys), &[])?;
    ledger.write_columns(folder, "incidents", incident_columns(), &[])?;
    ledger.write_columns(folder, "experiments", experiment_columns(), &[])?;
    ledger.write_columns(folder, "experiment_assignments", assignment_columns(&accounts), &[])?;
    ledger.write_columns(folder, "usage_daily", usage_columns(&calls, &keys), &["day"])?;
    let numbered: Vec<(i64, &Call)> = calls.iter().enumerate().map(|(index, call)| (REQUEST_ID_BASE + 1 + index as i64, call)).collect();
    ledger.write_columns(folder, "requests", request_columns(&numbered, &keys), &["request_id", "ts"])?;
    let graded: Vec<(i64, &Call)> = numbered.into_iter().filter(|(_, call)| is_graded(call, &accounts, &keys)).collect();
    if graded.len() > MOST_GRADED_ROWS {
        return Err(format!("{} graded requests, at most {MOST_GRADED_ROWS} are allowed", graded.len()).into());
    }
    ledger.write_columns(folder, "requests_graded", request_columns(&graded, &keys), &["request_id", "ts"])
}

fn is_graded(call: &Call, accounts: &[Account], keys: &[Key]) -> bool {
    let account = &accounts[keys[call.key].account];
    (GRADED_FROM..GRADED_UNTIL).contains(&call.at) && GRADED_REMAINDERS.contains(&(account.id % 10))
}

fn bigints(values: impl Iterator<Item = i64>) -> ArrayRef {
    Arc::new(values.map(Some).collect::<Int64Array>())
}

fn moments(values: impl Iterator<Item = Option<i64>>) -> ArrayRef {
    Arc::new(values.collect::<TimestampMillisecondArray>())
}

fn texts<'a>(values: impl Iterator<Item = &'a str>) -> ArrayRef {
    Arc::new(values.map(Some).collect::<StringArray>())
}

fn plan_columns() -> Vec<(&'static str, ArrayRef)> {
    vec![
        ("plan_id", bigints(PLANS.iter().map(|plan| plan.id))),
        ("plan", texts(PLANS.iter().map(|plan| plan.name))),
        ("price_usd", Arc::new(PLANS.iter().map(|plan| plan.price_usd).collect::<Int64Array>())),
        ("key_quota", Arc::new(PLANS.iter().map(|plan| plan.key_quota).collect::<Int64Array>())),
        ("rate_limit_per_minute", bigints(PLANS.iter().map(|plan| plan.rate_limit_per_minute))),
    ]
}

fn account_columns(accounts: &[Account]) -> Vec<(&'static str, ArrayRef)> {
    vec![
        ("account_id", bigints(accounts.iter().map(|account| account.id))),
        ("name", texts(accounts.iter().map(|account| account.name.as_str()))),
        ("country", Arc::new(accounts.iter().map(|account| account.country).collect::<StringArray>())),
        ("plan_id", bigints(accounts.iter().map(|account| PLANS[account.plan].id))),
        ("signed_up_at", moments(accounts.iter().map(|account| Some(account.signed_up_at)))),
        ("trial_ends_at", moments(accounts.iter().map(|account| account.trial_ends_at))),
        ("converted_at", moments(accounts.iter().map(|account| account.converted_at))),
        ("closed_at", moments(accounts.iter().map(|account| account.closed_at))),
    ]
}

fn key_columns(accounts: &[Account], keys: &[Key]) -> Vec<(&'static str, ArrayRef)> {
    vec![
        ("key_id", bigints(keys.iter().map(|key| key.id))),
        ("account_id", bigints(keys.iter().map(|key| accounts[key.account].id))),
        ("prefix", texts(keys.iter().map(|key| key.prefix.as_str()))),
        ("environment", texts(keys.iter().map(|key| if key.live { "live" } else { "test" }))),
        ("created_at", moments(keys.iter().map(|key| Some(key.created_at)))),
        ("revoked_at", moments(keys.iter().map(|key| key.revoked_at))),
        ("monthly_quota", Arc::new(keys.iter().map(|key| key.monthly_quota).collect::<Int64Array>())),
    ]
}

fn incident_columns() -> Vec<(&'static str, ArrayRef)> {
    vec![
        ("incident_id", bigints(INCIDENTS.iter().map(|incident| incident.id))),
        ("title", texts(INCIDENTS.iter().map(|incident| incident.title))),
        ("severity", texts(INCIDENTS.iter().map(|incident| incident.severity))),
        ("endpoint", Arc::new(INCIDENTS.iter().map(|incident| incident.endpoint).collect::<StringArray>())),
        ("started_at", moments(INCIDENTS.iter().map(|incident| Some(incident.started_at)))),
        ("resolved_at", moments(INCIDENTS.iter().map(|incident| incident.resolved_at))),
        ("cause", Arc::new(INCIDENTS.iter().map(|incident| incident.cause).collect::<StringArray>())),
    ]
}

fn experiment_columns() -> Vec<(&'static str, ArrayRef)> {
    vec![
        ("experiment_id", bigints(EXPERIMENTS.iter().map(|experiment| experiment.id))),
        ("name", texts(EXPERIMENTS.iter().map(|experiment| experiment.name))),
        ("hypothesis", texts(EXPERIMENTS.iter().map(|experiment| experiment.hypothesis))),
        ("metric", texts(EXPERIMENTS.iter().map(|experiment| experiment.metric))),
        ("started_at", moments(EXPERIMENTS.iter().map(|experiment| Some(experiment.started_at)))),
        ("ended_at", moments(EXPERIMENTS.iter().map(|experiment| Some(experiment.ended_at)))),
    ]
}

/// The quickstart is drawn at sign-up; the keep-alive hint for every account that exists when it starts.
fn assignment_columns(accounts: &[Account]) -> Vec<(&'static str, ArrayRef)> {
    let [quickstart, keep_alive] = &EXPERIMENTS;
    let drawn_at_sign_up = accounts.iter().filter_map(|account| Some((quickstart.id, account, account.quickstart?, account.signed_up_at)));
    let drawn_at_start = accounts
        .iter()
        .filter(|account| {
            account.signed_up_at < keep_alive.started_at && account.closed_at.is_none_or(|closed| closed > keep_alive.started_at)
        })
        .map(|account| (keep_alive.id, account, account.keep_alive, keep_alive.started_at));
    let rows: Vec<_> = drawn_at_sign_up.chain(drawn_at_start).collect();
    vec![
        ("experiment_id", bigints(rows.iter().map(|row| row.0))),
        ("account_id", bigints(rows.iter().map(|row| row.1.id))),
        ("variant", texts(rows.iter().map(|row| if row.2 { "treatment" } else { "control" }))),
        ("assigned_at", moments(rows.iter().map(|row| Some(row.3)))),
    ]
}

fn usage_columns(calls: &[Call], keys: &[Key]) -> Vec<(&'static str, ArrayRef)> {
    let usage = roll_up::usage(calls);
    vec![
        ("day", Arc::new(usage.keys().map(|(day, _)| Some(*day as i32)).collect::<Date32Array>())),
        ("key_id", bigints(usage.keys().map(|(_, key)| keys[*key].id))),
        ("requests", bigints(usage.values().map(|usage| usage.requests))),
        ("billable", bigints(usage.values().map(|usage| usage.billable))),
        ("failed", bigints(usage.values().map(|usage| usage.failed))),
        ("throttled", bigints(usage.values().map(|usage| usage.throttled))),
    ]
}

fn request_columns(calls: &[(i64, &Call)], keys: &[Key]) -> Vec<(&'static str, ArrayRef)> {
    let idempotency_keys = calls.iter().map(|(_, call)| call.idempotency_key.map(|bits| format!("{bits:012x}")));
    vec![
        ("request_id", bigints(calls.iter().map(|(id, _)| *id))),
        ("ts", moments(calls.iter().map(|(_, call)| Some(call.at)))),
        ("key_id", bigints(calls.iter().map(|(_, call)| keys[call.key].id))),
        ("method", texts(calls.iter().map(|(_, call)| ENDPOINTS[call.endpoint].method))),
        ("endpoint", texts(calls.iter().map(|(_, call)| ENDPOINTS[call.endpoint].path))),
        ("version", texts(calls.iter().map(|(_, call)| if call.version_two { "v2" } else { "v1" }))),
        ("status", Arc::new(calls.iter().map(|(_, call)| Some(call.status)).collect::<Int32Array>())),
        ("latency_ms", Arc::new(calls.iter().map(|(_, call)| call.latency_ms).collect::<Int32Array>())),
        ("idempotency_key", Arc::new(idempotency_keys.collect::<StringArray>())),
        ("attempt", Arc::new(calls.iter().map(|(_, call)| Some(call.attempt)).collect::<Int32Array>())),
    ]
}
