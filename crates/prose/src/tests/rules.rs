//! One section against one rule: ways of writing that must be taken, and ways of looking right that must not.

use super::cases::rules;
use crate::artifact::Artifact;
use crate::check;

/// Artifact, heading, text, rule, and whether the text keeps the rule.
type Row = (&'static str, &'static str, &'static str, &'static str, bool);

const ROWS: &[Row] = &[
    ("prd", "Problem", "In 2026, since version 2.1.0 at 10:30 on 12 May 2026, it fails.", "prose-problem-evidence", false),
    ("prd", "Problem", "About ₹40,000 are lost.", "prose-problem-evidence", true),
    ("prd", "Problem", "| Calls | Failed |\n|---|---|\n| 57,600 | 12 |", "prose-problem-evidence", true),
    ("prd", "Success metrics", "Baseline 14 minutes, target 6 minutes, by Q3 2026, measured by the log.", "prose-metric-incomplete", true),
    ("prd", "Success metrics", "- Time. Today: 14 min. Goal: 6 min by 12 May. Source: log.", "prose-metric-incomplete", true),
    (
        "prd",
        "Success metrics",
        "- **Baseline:** 14 min\n- **Target:** XX min\n- **By:** 12 May\n- **Measured by:** log",
        "prose-metric-incomplete",
        false,
    ),
    ("prd", "Success metrics", "Baseline, Target, By and Measured by are known: 5, 6, 12 May.", "prose-metric-incomplete", false),
    ("prd", "Success metrics", "- A. Baseline: TBD. Target: 6. By: 12 May. Measured by: log", "prose-metric-incomplete", false),
    ("prd", "Non-goals", "- One thing\n  - because of this\n  - and of that", "prose-non-goals", false),
    ("prd", "Non-goals", "We leave out:\n\n1) Exports\n2) Imports", "prose-non-goals", true),
    (
        "prd",
        "Requirements",
        "- By 12 May exports work.\n- Exports are fine to have.\n- Exports can be quick and good.",
        "prose-requirement-strength",
        false,
    ),
    (
        "prd",
        "Requirements",
        "### Must have\n- Exports of one month.\n- Imports of one file.\n### Won't have\n- Streams of any kind.",
        "prose-requirement-strength",
        true,
    ),
    (
        "prd",
        "Requirements",
        "| Id | What | How |\n|---|---|---|\n| 1 | export a month | must |\n| 2 | import it | SHOULD |\n| 3 | print it all | may |",
        "prose-requirement-strength",
        true,
    ),
    (
        "prd",
        "Risks",
        "- It breaks. Mitigation: TBD. Owner: Priya Sharma of payments.\n- It is late. We will ask for help.",
        "prose-risk-answer",
        false,
    ),
    (
        "prd",
        "Risks",
        "### Late\nMitigation = ask for help early\n### Broken\n**Response** switch to the old one",
        "prose-risk-answer",
        true,
    ),
    ("prd", "Rollout", "In week 5 the old service stops, in week 6 the pilot of 10 % ends.", "prose-rollout", false),
    ("prd", "Rollout", "Pilot in week 5, all in week 6. We stop when errors exceed 2 %.", "prose-rollout", true),
    ("prd", "Rollout", "Pilot, then all customers. We switch the whole thing off above 2 % errors.", "prose-rollout", true),
    ("prd", "Open questions", "None, because legal answered all of them.", "prose-open-question-owner", true),
    ("prd", "Open questions", "None.", "prose-open-question-owner", false),
    ("prd", "Open questions", "- Does legal mind it by 12 May?", "prose-open-question-owner", false),
    ("prd", "Open questions", "- Price? (Priya, 12 May)\n- Name? — marketing — end of June", "prose-open-question-owner", true),
    ("rfc", "Alternatives", "- Redis\n- Nothing", "prose-alternative-reason", false),
    (
        "rfc",
        "Alternatives",
        "**Redis.** It would need a second team.\n\n**Leave it.** The limit is reached, however, in June.",
        "prose-alternative-reason",
        true,
    ),
    ("rfc", "Consequences", "There is no risk and no cost to anybody, ever, without exception.", "prose-cost-named", false),
    ("rfc", "Decision needed", "Decider: head of platform. By: 12 June.", "prose-decision-owner", true),
    ("rfc", "Decision needed", "It should be decided by 12 June.", "prose-decision-owner", false),
    ("api-documentation", "Rate limits", "| Plan | Calls per minute |\n|---|---|\n| Free | 60 |\n\nThen 429.", "prose-limit-number", true),
    ("api-documentation", "Rate limits", "Beyond the limit the answer is 429 for some minutes.", "prose-limit-number", false),
    (
        "api-documentation",
        "Errors",
        "### 401\nThe key is wrong. Copy it again.\n### 404\nNot there. Check the id twice.\n### 429\nToo fast. Wait a minute, then go on.",
        "prose-error-table",
        true,
    ),
    ("api-documentation", "Errors", "- 401 unauthorized\n- 404 not found\n- 429 too many requests", "prose-error-table", false),
    ("decision-record", "Status", "Accepted", "prose-decision-status", false),
    ("decision-record", "Status", "superseded by 12, on May 12, 2026", "prose-decision-status", true),
    ("postmortem", "Timeline", "10:00 a\n10:05 b\n10:10 c\n10:20 d\n10:30 e", "prose-timeline-order", true),
    ("postmortem", "Timeline", "- 23:50 a\n- 23:55 b\n- 23:59 c\n- 2 May 00:05 d\n- 00:10 e", "prose-timeline-order", true),
    ("postmortem", "Timeline", "- 23:50 a\n- 23:55 b\n- 23:59 c\n- 00:05 d\n- 00:10 e", "prose-timeline-order", false),
    ("postmortem", "Timeline", "- 1 May 23:50 a\n- 23:55 b\n- 23:59 c\n- 2 May 00:05 d\n- 00:10 e", "prose-timeline-order", true),
    (
        "postmortem",
        "Actions",
        "- [ ] Add an alert (@priya, 2026-05-12)\n- [x] Test it — platform team — done 3 May",
        "prose-action-owner",
        true,
    ),
    ("postmortem", "Actions", "- Monitoring, by 12 May\n- Alerting, by 13 May", "prose-action-owner", false),
    ("postmortem", "Impact", "412 merchants from 10:02 to 10:49.", "prose-impact-number", true),
    ("postmortem", "Impact", "It lasted 47 minutes.", "prose-impact-number", false),
    ("translation-memo", "Recommendation", "Please approve two people by 12 May.", "prose-ask-date", true),
    (
        "alignment-brief",
        "Stakeholders",
        "### Support (against)\nBecause calls double. Would change if letters went out.\n### Sales (for)\nBecause it sells. Would change if prices rose.\n### Legal\nPosition: unsure\nWhy: terms are open\nWhat would change it: a draft to read",
        "prose-stakeholder-complete",
        true,
    ),
    (
        "interview-guide",
        "Questions",
        "1. So, how did it start?\n2. And what then?\n3. Please describe it.\n4. “Walk me through it.”\n5. Who helped?\n6. Did it end?",
        "prose-open-questions",
        true,
    ),
    ("interview-guide", "Questions", "- What wouldn't you change?", "prose-leading-question", false),
    ("interview-notes", "Who and when", "Developer, [write](mailto:a.b@shop.example), 12 May", "prose-notes-anonymous", false),
    ("interview-notes", "Who and when", "Developer, 12 May 2026 10:30, order 4711 0815, 43 200 000 calls", "prose-notes-anonymous", true),
    ("interview-notes", "In their words", "“one” “two words” “three words here”", "prose-quotes", false),
    (
        "interview-notes",
        "In their words",
        "> it broke on Monday\n\n> nobody told me anything\n\n*\"and then I went home\"*",
        "prose-quotes",
        true,
    ),
    ("shadowing-log", "Tools", "- Grafana\n- grep\n- Slack", "prose-tool-purpose", false),
    (
        "shadowing-log",
        "Tools",
        "| Tool | For |\n|---|---|\n| Grafana | watching deployments |\n| grep | finding a request |\n| Slack | asking for help |",
        "prose-tool-purpose",
        true,
    ),
];

#[test]
fn rules_take_what_people_write_and_are_not_fooled() {
    let mut faults = Vec::new();
    for (artifact, heading, text, code, kept) in ROWS {
        let artifact = Artifact::from_id(artifact).expect("a kind of document");
        let report = check(&format!("## {heading}\n\n{text}\n"), "answer.md", &rules(artifact));
        let broken: Vec<&str> =
            report.findings.iter().filter(|finding| finding.code == *code).map(|finding| finding.message.as_str()).collect();
        if broken.is_empty() != *kept {
            faults.push(format!("{code} on {text:?}: {broken:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
