//! Texts that hold the words of a rule and do not keep it, each beside one that says the same thing and does.

use super::rules::{Row, judge};
use crate::{Need, Rules, SectionRule, check};

const ROWS: &[Row] = &[
    ("translation-memo", "What it costs", "The cache (a copy kept near the reader) is full.", "prose-executive-words", true),
    ("translation-memo", "What it costs", "The cache hit rate (how often a copy serves) fell.", "prose-executive-words", true),
    ("translation-memo", "What it costs", "Copies kept near the reader (the cache) are full.", "prose-executive-words", true),
    (
        "translation-memo",
        "What it costs",
        "The cache is full, and customers wait for their monthly invoices (all of them).",
        "prose-executive-words",
        false,
    ),
    (
        "teardown",
        "One feature for the next quarter",
        "I would build rehearsal first, before a second payment method, because errors cost trust.",
        "prose-priority",
        true,
    ),
    ("teardown", "One feature for the next quarter", "This comes ahead of another payment method.", "prose-priority", true),
    ("teardown", "One feature for the next quarter", "A prettier dashboard can wait.", "prose-priority", true),
    ("teardown", "One feature for the next quarter", "This feature has priority.", "prose-priority", false),
    ("teardown", "One feature for the next quarter", "It comes first. We should prioritise it.", "prose-priority", false),
    (
        "teardown",
        "One feature for the next quarter",
        "The share of accounts with a first call rises from 20 to 30 %.",
        "prose-success-measured",
        true,
    ),
    ("teardown", "One feature for the next quarter", "I would measure the median time to the first call.", "prose-success-measured", true),
    (
        "teardown",
        "One feature for the next quarter",
        "Fewer than 3 % of calls fail: errors drop below 3 %.",
        "prose-success-measured",
        true,
    ),
    ("teardown", "One feature for the next quarter", "The metric would be great, and metrics matter.", "prose-success-measured", false),
    ("teardown", "One feature for the next quarter", "We would measure it.", "prose-success-measured", false),
    ("teardown", "One feature for the next quarter", "It has 3 parts.", "prose-success-measured", false),
    (
        "rfc",
        "Alternatives",
        "- **Do nothing.** It costs 104 hours of support a month.\n- Kafka. Rejected: slow, costly, fragile.",
        "prose-alternative-reason",
        true,
    ),
    (
        "rfc",
        "Alternatives",
        "- **Do nothing.** It costs 104 hours of support a month.\n- **A tracing system.** However, cannot, would, because.",
        "prose-alternative-reason",
        false,
    ),
    (
        "rfc",
        "Alternatives",
        "- **Do nothing.** It costs 104 hours of support a month.\n- Kafka. Since launch.",
        "prose-alternative-reason",
        false,
    ),
    (
        "decision-record",
        "Decision",
        "Shared store. Exact, simple, known, and the cheapest to run because the team owns it.",
        "prose-decision-names-option",
        true,
    ),
    (
        "decision-record",
        "Decision",
        "We take the shared store because (as measured in May) it is exact.",
        "prose-decision-names-option",
        true,
    ),
    ("decision-record", "Decision", "We take the shared store, as it is the only exact one.", "prose-decision-names-option", true),
    ("decision-record", "Decision", "We take the shared store, as it keeps the limit.", "prose-decision-names-option", true),
    ("decision-record", "Decision", "To avoid refusing customers, we take the shared store.", "prose-decision-names-option", true),
    ("decision-record", "Decision", "We take the shared store since the outage cost us 40,000 €.", "prose-decision-names-option", true),
    ("decision-record", "Decision", "We take the shared store, since limits are exact.", "prose-decision-names-option", true),
    ("decision-record", "Decision", "We take the shared store, because. It is built in May.", "prose-decision-names-option", false),
    ("decision-record", "Decision", "We keep the store as it is today.", "prose-decision-names-option", false),
    ("decision-record", "Decision", "We take the shared store just as they promise an exact limit.", "prose-decision-names-option", false),
    ("decision-record", "Decision", "Just as they promise an exact limit, the shared store.", "prose-decision-names-option", false),
    ("decision-record", "Decision", "We keep the store, as it is today.", "prose-decision-names-option", false),
    ("decision-record", "Decision", "We keep the store as it stands in production.", "prose-decision-names-option", false),
    ("decision-record", "Decision", "We take the shared store, as we agreed in May.", "prose-decision-names-option", false),
    ("decision-record", "Decision", "The shared store has an endpoint to save a draft.", "prose-decision-names-option", false),
    ("decision-record", "Decision", "An endpoint to save a draft of the shared store.", "prose-decision-names-option", false),
    ("decision-record", "Decision", "We want to reduce the shared store.", "prose-decision-names-option", false),
    ("decision-record", "Decision", "We have had the shared store since launch.", "prose-decision-names-option", false),
    ("decision-record", "Decision", "Since launch we have had the shared store.", "prose-decision-names-option", false),
    ("decision-record", "Decision", "We have had the shared store since the outage.", "prose-decision-names-option", false),
    (
        "decision-record",
        "Decision",
        "We have had the shared store since the outage in May of last year.",
        "prose-decision-names-option",
        false,
    ),
    (
        "postmortem",
        "Root cause",
        "The release removed an index, so each query read the whole table. Nobody saw it before: the check runs on an empty database.",
        "prose-why",
        true,
    ),
    (
        "postmortem",
        "Root cause",
        "These services were affected: checkout, billing, search and mail. Four teams were on call: payments, edge, data and mail.",
        "prose-why",
        false,
    ),
    ("postmortem", "Root cause", "Mobile → gateway → database", "prose-why", false),
    ("postmortem", "Root cause", "Nobody had asked any whys yet. Four teams:\n\n- payments\n- edge\n- data", "prose-why", false),
    (
        "postmortem",
        "Root cause",
        "It went out unseen: the check runs on an empty database. It came back late: the mail went to a closed mailbox.",
        "prose-why",
        false,
    ),
    ("postmortem", "Root cause", "There were so many retries, and so far nobody has counted them all.", "prose-why", false),
    ("postmortem", "Timeline", "- 23:50 (Mon) a\n- 23:55 b\n- 00:05 (Tue) c\n- 00:10 d\n- 00:15 e", "prose-timeline-order", true),
    ("postmortem", "Timeline", "- Friday 10:00 a\n- 10:05 b\n- Tuesday 09:00 c\n- 09:10 d\n- 09:15 e", "prose-timeline-order", true),
    ("postmortem", "Timeline", "- Saturday 10:00 a\n- 10:05 b\n- Wednesday 09:00 c\n- 09:10 d\n- 09:15 e", "prose-timeline-order", true),
    ("postmortem", "Timeline", "- 23:50 (Mon) a\n- 23:55 b\n- 23:10 (Mon) c\n- 23:56 d\n- 23:58 e", "prose-timeline-order", false),
    ("postmortem", "Timeline", "- Thursday 10:00 a\n- 10:05 b\n- Wednesday 11:00 c\n- 11:10 d\n- 11:15 e", "prose-timeline-order", false),
    (
        "prd",
        "Risks",
        "- The price is wrong. Mitigation: ask five customers.\n- It is late, so we begin with the pilot in week 2.",
        "prose-risk-answer",
        true,
    ),
    (
        "prd",
        "Risks",
        "- The price is wrong. Mitigation: ask five customers.\n- It breaks under load. Then we switch to the old path.",
        "prose-risk-answer",
        true,
    ),
    (
        "prd",
        "Risks",
        "- The price is wrong. Mitigation: ask five customers.\n- It is late. If it happens, we ship without exports.",
        "prose-risk-answer",
        true,
    ),
    (
        "prd",
        "Risks",
        "- The price is wrong. Mitigation: ask five customers.\n- It breaks. We’ll keep the old path for a month.",
        "prose-risk-answer",
        true,
    ),
    (
        "prd",
        "Risks",
        "- The price is wrong. Mitigation: ask five customers.\n- It breaks. We will not switch the old path off before June.",
        "prose-risk-answer",
        true,
    ),
    (
        "prd",
        "Risks",
        "- The price is wrong. Mitigation: ask five customers.\n- It breaks. We will lose customers.",
        "prose-risk-answer",
        false,
    ),
    ("prd", "Risks", "- The price is wrong. Mitigation: ask five customers.\n- It is late, so we lose a week.", "prose-risk-answer", false),
    (
        "prd",
        "Risks",
        "- The price is wrong. Mitigation: ask five customers.\n- Rules differ by country. We operate in 12 countries.",
        "prose-risk-answer",
        false,
    ),
    (
        "prd",
        "Risks",
        "- The price is wrong. Mitigation: ask five customers.\n- It breaks. Then we cannot bill anybody.",
        "prose-risk-answer",
        false,
    ),
    (
        "prd",
        "Risks",
        "- The price is wrong. Mitigation: ask five customers.\n- It breaks. If it happens, we lose customers.",
        "prose-risk-answer",
        false,
    ),
    (
        "prd",
        "Risks",
        "- The price is wrong. Mitigation: ask five customers.\n- It breaks. We’ll miss the date in June.",
        "prose-risk-answer",
        false,
    ),
    ("rfc", "Consequences", "Each write needs one more call to the store.", "prose-cost-named", true),
    ("rfc", "Consequences", "Engineers get less control over the order of calls.", "prose-cost-named", true),
    ("rfc", "Consequences", "Writes take longer, and nobody sees it.", "prose-cost-named", true),
    ("rfc", "Consequences", "There is no extra cost.", "prose-cost-named", false),
    ("rfc", "Consequences", "There are no real drawbacks to it.", "prose-cost-named", false),
    ("rfc", "Consequences", "Support gets fewer tickets and customers wait less.", "prose-cost-named", false),
    ("rfc", "Consequences", "Sales sell more and customers stay longer with us.", "prose-cost-named", false),
    ("rfc", "Consequences", "Nobody has to learn anything for it.", "prose-cost-named", false),
    ("rfc", "Consequences", "It comes without any noticeable overhead.", "prose-cost-named", false),
    ("postmortem", "Timeline", "10:42 support saw the first ticket\n10:49 the outage is over", "prose-timeline-turns", true),
    ("postmortem", "Timeline", "10:42 the alarm fires\n10:49 errors are back to normal", "prose-timeline-turns", true),
    ("postmortem", "Timeline", "| When | What |\n|---|---|\n| 10:42 | alert fires |\n| 10:49 | resolved |", "prose-timeline-turns", true),
    ("postmortem", "Timeline", "10:42 the service answers 404 not found\n10:49 all healthy again", "prose-timeline-turns", false),
    ("postmortem", "Timeline", "10:42 support sees the release\n10:49 all healthy again", "prose-timeline-turns", false),
    ("postmortem", "Timeline", "10:42 nobody notices it\n10:49 all healthy again", "prose-timeline-turns", false),
    ("postmortem", "Timeline", "10:42 no alert fires\n10:49 all healthy again", "prose-timeline-turns", false),
    ("postmortem", "Timeline", "10:42 the alarm fires\n10:49 the service is not stable", "prose-timeline-turns", false),
    ("postmortem", "Timeline", "10:42 the alarm fires\n10:49 the service is not yet restored", "prose-timeline-turns", false),
    ("postmortem", "Timeline", "10:42 the alarm fires\n10:49 over 40 % of calls fail", "prose-timeline-turns", false),
    ("postmortem", "Timeline", "10:42 the alarm fires\n10:49 the error rate is over 40 %", "prose-timeline-turns", false),
    (
        "postmortem",
        "Timeline",
        "10:42 the release starts\n10:49 the release goes on\n\nIt was noticed by an alert, and is resolved.",
        "prose-timeline-turns",
        false,
    ),
    ("api-documentation", "Versioning", "Send `Api-Version: 2`; an old one lives 12 months.", "prose-version-how", true),
    ("api-documentation", "Versioning", "Non-Breaking changes come at any time; an old one lives 12 months.", "prose-version-how", false),
    ("api-documentation", "Versioning", "See Retry-After and Idempotency-Key; an old one lives 12 months.", "prose-version-how", false),
    ("api-documentation", "Rate limits", "60 calls a minute for each key; beyond it see `x-ratelimit-reset`.", "prose-limit-number", true),
    ("api-documentation", "Rate limits", "60 calls a minute for each key; beyond it see Retry-After.", "prose-limit-number", true),
    (
        "api-documentation",
        "Rate limits",
        "60 calls a minute for each key, then the Acme-Wait header says how long.",
        "prose-limit-number",
        true,
    ),
    ("api-documentation", "Rate limits", "60 calls a minute for each key, Best-Effort on other days.", "prose-limit-number", false),
    ("api-documentation", "Idempotency", "Send the Idempotency-Key again for the same answer.", "prose-idempotency-how", true),
    ("api-documentation", "Idempotency", "Read-Only calls are safe when they come again.", "prose-idempotency-how", false),
    (
        "alignment-brief",
        "Stakeholders",
        "- Support: against. Would change if: it came in June because of the audit.\n- Sales: for, because it sells. Would change if: prices rose.\n- Legal: unsure, since terms are open. Would change if: a draft was there.",
        "prose-stakeholder-complete",
        false,
    ),
    (
        "alignment-brief",
        "Stakeholders",
        "- Support: against, since letters went out too late. Would change if: letters went out.\n- Sales: for, because it sells. Would change if: prices rose.\n- Legal: unsure, since terms are open. Would change if: a draft was there.",
        "prose-stakeholder-complete",
        true,
    ),
    (
        "alignment-brief",
        "Stakeholders",
        "| Who | Position | Would change if | Why |\n|---|---|---|---|\n| Support | against | letters went out | because calls double |\n| Sales | for | prices rose | since it sells |\n| Legal | unsure | because of a draft | terms are open |",
        "prose-stakeholder-complete",
        true,
    ),
    (
        "alignment-brief",
        "Stakeholders",
        "| Who | Position | Would change if | Why |\n|---|---|---|---|\n| Support | against | letters went out | - |\n| Sales | for | prices rose | since it sells |\n| Legal | unsure | because of a draft | terms are open |",
        "prose-stakeholder-complete",
        false,
    ),
    (
        "alignment-brief",
        "Stakeholders",
        "### Support\nAgainst.\n#### Would change if\nIt came in June because of the audit.\n### Sales\nFor, because it sells.\n#### Would change if\nPrices rose by half.\n### Legal\nUnsure, since terms are open.\n#### Would change if\nA draft was there.",
        "prose-stakeholder-complete",
        false,
    ),
    (
        "alignment-brief",
        "Stakeholders",
        "### Support\nAgainst, because calls double.\n#### Would change if\nIt came in June because of the audit.\n### Sales\nFor, because it sells.\n#### Would change if\nPrices rose by half.\n### Legal\nUnsure, since terms are open.\n#### Would change if\nA draft was there.",
        "prose-stakeholder-complete",
        true,
    ),
    ("postmortem", "Root cause", "The pool ran dry, so calls waited; they waited so long that clients called again.", "prose-why", true),
    ("api-documentation", "Versioning", "Send `version: 2`; an old one lives 12 months.", "prose-version-how", false),
    ("api-documentation", "Versioning", "After `sunset` an old one lives 12 months.", "prose-version-how", false),
    ("api-documentation", "Versioning", "Send `Api-Version: 2`; an old one lives 12 months.", "prose-version-how", true),
];

#[test]
fn the_words_of_a_rule_do_not_keep_it() {
    judge(ROWS);
}

fn why() -> Rules {
    Rules {
        sections: vec![SectionRule {
            heading: "Why".to_owned(),
            asks: "Why?".to_owned(),
            min_words: 0,
            needs: vec![Need::Reason { what: "a reason".to_owned() }],
        }],
        ..Rules::default()
    }
}

#[test]
fn a_reason_is_more_than_the_word_for_one() {
    let rules = why();
    for (text, given) in [
        ("We need an endpoint to save a draft.", false),
        ("We plan to reduce the number of calls.", false),
        ("We cache it to reduce the number of calls.", true),
        ("Exports are made at night, to protect the database.", true),
        ("Since launch it has grown.", false),
        ("Since our last release it has grown.", false),
        ("It has grown since we began to count.", true),
        ("As they are now, prices stay.", false),
        ("Prices stay as they pay for support.", true),
        ("Prices stay, because: they pay for support.", true),
        ("Prices stay, because; they pay for support.", false),
        ("Since we cannot.", true),
        ("It is hard since last-write-wins loses data.", true),
        ("It is hard since last week's outage cost us three customers.", true),
        ("We have had it since last spring.", false),
        ("We have had it since last week's release.", false),
        ("We wait since version 2 removes it.", true),
        ("We have had it since version 2.1 of the API.", false),
        ("Developers retry to avoid losing a payment.", true),
        ("To protect customers we refuse it.", true),
        ("To protect a draft.", false),
        ("Because, why, since, hence.", false),
    ] {
        let report = check(&format!("# Why\n{text}\n"), "answer.md", &rules);
        assert_eq!(report.is_complete(), given, "{text}");
    }
}

#[test]
fn a_section_without_a_reason_is_told_what_is_missing() {
    let rules = why();
    for (text, note) in [
        ("It is exact.", "No reason is given with because, so that, due to, to avoid and the like."),
        ("It is exact, because. We like it.", "“because” stands in it without a reason behind it."),
        ("We have had it since launch.", "“since” stands in it without a reason behind it."),
    ] {
        let report = check(&format!("# Why\n{text}\n"), "answer.md", &rules);
        let notes: Vec<&String> = report.findings.iter().flat_map(|finding| &finding.notes).collect();
        assert_eq!(notes, [note], "{text}");
    }
}
