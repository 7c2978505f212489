use crate::read::read_unscored;
use crate::seal::seal;
use footbridge_table::quoted;

/// A file to begin with: it can be read as it is, and its comments say what each figure means.
pub fn starter(method: &str) -> Option<String> {
    match method {
        "rice" => Some(RICE.to_owned()),
        "moscow" => Some(MOSCOW.to_owned()),
        "matrix" => Some(MATRIX.to_owned()),
        _ => None,
    }
}

/// What a matrix that has no scores yet is about.
#[derive(Debug, Clone)]
pub struct MatrixOf<'a> {
    /// What is decided.
    pub title: &'a str,
    /// For how many people, when that is known.
    pub team: Option<u32>,
    /// Criteria, each with its weight and what it asks.
    pub criteria: &'a [(&'a str, u32, &'a str)],
    /// Whether the weights hold: then they are locked.
    pub locked: bool,
    /// What can be chosen.
    pub options: &'a [&'a str],
}

/// A matrix in which nothing is scored yet, from 1 to 5.
pub fn matrix(of: &MatrixOf<'_>) -> String {
    let mut text = format!("format: 1\nmethod: matrix\ntitle: {}\n", quoted(of.title));
    if let Some(team) = of.team {
        text += &format!("team: {team}\n");
    }
    text += "scale: [1, 5]\ncriteria:\n";
    for (name, weight, asks) in of.criteria {
        text += &format!("  - name: {}\n    weight: {weight}\n    why: {}\n", quoted(name), quoted(asks));
    }
    let options: String = of.options.iter().map(|option| format!("  - name: {}\n", quoted(option))).collect();
    let options = format!("options:\n{options}");
    let unscored = read_unscored(&format!("{text}{options}"), "decision.yaml").filter(|_| of.locked);
    let locked = unscored.map_or_else(String::new, |unscored| format!("locked: {}\n", seal(&unscored.criteria, unscored.scale)));
    format!("{text}{locked}{options}")
}

const RICE: &str = r#"# RICE: score = reach × impact × confidence ÷ effort (Sean McBride, Intercom).
# Every figure may be a range, low – likely – high. `evidence` says what each figure rests on; `why` is one reason for the whole option.
format: 1
method: rice
title: "What the team builds next quarter"
# Reach is counted in customers, or events, in this period.
period: quarter
options:
  - name: "Redelivery of webhooks"
    reach: 800 – 1150 – 1400
    # 3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal
    impact: 2
    # 100 % high, 80 % medium, 50 % low
    confidence: 80 %
    # person-months of everybody together
    effort: 3 – 4 – 7
    evidence:
      reach: "1,150 accounts had a failed delivery last quarter (log of deliveries, 3 November)"
      impact: "Two of the ten largest customers name it in every call"
      confidence: "The log counts all deliveries; impact is what nine customers said"
      effort: "Estimate of the team that built the first delivery"
    why: "210 tickets a month; two customers shipped goods twice"
  - name: "Error messages that say what to do"
    reach: 3500 – 4200 – 5600
    impact: 0.5 – 1 – 1
    confidence: 80 %
    effort: 2 – 3 – 4
    evidence:
      reach: "4,200 accounts got an error of class 4xx last quarter (gateway log)"
      impact: "Nine of 40 tickets that we read would not have been written"
      confidence: "The reach is counted, the impact rests on 40 tickets"
      effort: "62 texts, 20 of them done in a trial week"
  - name: "A quick start with a ready test key"
    reach: 2000 – 3000 – 3500
    impact: 1
    confidence: 50 – 80 – 80
    effort: 1 – 1.5 – 2.4
    evidence:
      reach: "3,000 sign-ups last quarter, and no campaign is planned"
      impact: "Five of eight newcomers stopped at the key when we watched them"
      confidence: "Eight newcomers are few"
      effort: "Estimate of the team of the console, which has not looked at test data yet"
# What you decide, and why when it is not the first:
# choice: "A quick start with a ready test key"
# because: "…"
"#;

const MOSCOW: &str = r#"# MoSCoW: must, should, could, wont (this time). Effort may be a range, low – likely – high.
# DSDM advises that musts take at most 60 % of the effort, with a pool of around 20 % that could go.
format: 1
method: moscow
title: "First release of the sandbox"
unit: person-days
capacity: 55 – 60 – 60
options:
  - name: "Test keys that never charge"
    priority: must
    effort: 8 – 10 – 16
    why: "Without it nobody may use the sandbox"
  - name: "Reset of a test account"
    priority: must
    effort: 10 – 14 – 20
  - name: "Simulated webhooks"
    priority: should
    effort: 10 – 14 – 24
    why: "There is a way around: replay them by hand"
  - name: "A console of recent calls"
    priority: could
    effort: 8 – 12 – 20
  - name: "Test clocks"
    priority: wont
    effort: 25
    why: "Asked for by two customers, both can wait for next quarter"
"#;

const MATRIX: &str = r#"# A weighted matrix: score = sum of weight × score ÷ sum of weights. More is better in every score.
# First criteria and weights: they are locked before anything is scored, so that nobody bends them to a favourite.
# Weights and scores may be ranges, low – likely – high.
format: 1
method: matrix
title: "Where our API documentation lives"
scale: [1, 5]
criteria:
  - name: "Integration with engineering workflows"
    weight: 40
    why: "The specification changes with every pull request"
  - name: "Learning curve for non-technical stakeholders"
    weight: 20
  - name: "Pricing at our size and at ten times"
    weight: 15 – 20 – 30
  - name: "Features for API work"
    weight: 20
# Then the line `locked: …` that `footbridge decide` gives you for them, and scores with what each rests on:
#   scores:
#     "Pricing at our size and at ten times": 2 – 3 – 4
#   evidence:
#     "Pricing at our size and at ten times": "Price list of 3 November 2026, for 12 people"
options:
  - name: "Pages from the repository"
  - name: "A hosted documentation service"
  - name: "The company wiki"
"#;
