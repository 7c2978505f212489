//! Tools laid side by side without a language model: weights first, then scores from the facts of the Guide.

mod facts;
mod rule;

use crate::course::Course;
use crate::view::{CriterionAskedView, EvaluatedView, EvaluationBody, ToolChoicesView, ToolJobView};
use crate::{App, Trouble};
use facts::Facts;
use footbridge_decide::{Given, MatrixOf, Unscored, matrix, read, read_unscored};
use footbridge_diagnostic::{Diagnostic, counted, listed, nearest};
use jiff::civil::Date;

/// A criterion that tools are chosen by.
pub(crate) struct Asked {
    /// The first word of its name, to call it by.
    pub(crate) word: &'static str,
    pub(crate) name: &'static str,
    pub(crate) asks: &'static str,
}

pub(crate) const CRITERIA: [Asked; 4] = [
    Asked {
        word: "integration",
        name: footbridge_assist::CRITERIA[0].0,
        asks: "Does work in the repository, the build and incidents show up without anybody typing it twice?",
    },
    Asked {
        word: "learning",
        name: footbridge_assist::CRITERIA[1].0,
        asks: "How long until a colleague without technical background finds and understands what they need?",
    },
    Asked {
        word: "pricing",
        name: footbridge_assist::CRITERIA[2].0,
        asks: "What is paid today and at ten times the size; what does only the dearer plan contain?",
    },
    Asked {
        word: "features",
        name: footbridge_assist::CRITERIA[3].0,
        asks: "API specifications, technical roadmaps, dependencies, decisions with their reasons, release notes?",
    },
];

/// What a criterion counts where nobody says it.
pub(crate) const EQUAL_WEIGHT: u32 = 25;

/// So many tools are laid side by side; the Guide has twelve.
const MOST_TOOLS: usize = 20;
const LARGEST_WEIGHT: u32 = 1_000;
pub(crate) const LARGEST_TEAM: u32 = 1_000_000;

impl App {
    /// The tools that the Guide has facts on, by their jobs, and the criteria. Needs no learner.
    pub fn tool_choices(&self) -> ToolChoicesView {
        let mut jobs: Vec<ToolJobView> = Vec::new();
        for (tool, job) in Facts::of(&self.course).iter().flat_map(Facts::tools) {
            match jobs.iter_mut().find(|known| known.job == job) {
                Some(known) => known.tools.push(tool.to_owned()),
                None => jobs.push(ToolJobView { job: job.to_owned(), tools: vec![tool.to_owned()] }),
            }
        }
        let criterion =
            |asked: &Asked| CriterionAskedView { word: asked.word.to_owned(), name: asked.name.to_owned(), asks: asked.asks.to_owned() };
        ToolChoicesView { jobs, criteria: CRITERIA.iter().map(criterion).collect() }
    }

    /// Tools side by side. With weights they are locked and every tool is scored; without, the file waits for its weights.
    pub fn evaluate_tools(&self, wanted: &EvaluationBody) -> Result<EvaluatedView, Trouble> {
        let facts = facts_of(&self.course)?;
        let (tools, told) = self.tools_named(&facts, wanted)?;
        let weights = weights(&wanted.weights)?;
        if wanted.team.is_some_and(|team| team == 0 || team > LARGEST_TEAM) {
            return Err(Trouble::asked(format!("A team has 1 to {LARGEST_TEAM} people.")));
        }
        let text = matrix(&MatrixOf {
            title: &title(&wanted.use_case, wanted.team),
            team: wanted.team,
            criteria: &weighted(weights.unwrap_or([EQUAL_WEIGHT; 4])),
            locked: weights.is_some(),
            options: &tools.iter().map(String::as_str).collect::<Vec<_>>(),
        });
        if weights.is_none() {
            return Ok(EvaluatedView { text, told });
        }
        scored(&facts, &text, "decision.yaml", self.today()).map(|text| EvaluatedView { text, told })
    }

    /// A matrix whose weights are locked and in which nothing is scored, with scores from the facts of the Guide.
    pub fn score_tools(&self, text: &str, file: &str) -> Result<EvaluatedView, Trouble> {
        let facts = facts_of(&self.course)?;
        let text = scored(&facts, text, file, self.today())?;
        Ok(EvaluatedView { text, told: Vec::new() })
    }

    /// Of tools that somebody names those that the Guide has no facts on, a sentence each.
    pub(crate) fn unknown_tools<'n>(&self, names: impl Iterator<Item = &'n str>) -> Vec<String> {
        let known = Facts::of(&self.course).map(|facts| facts.tools()).unwrap_or_default();
        names.filter_map(|name| unknown(&known, name)).collect()
    }

    fn tools_named(&self, facts: &Facts<'_>, wanted: &EvaluationBody) -> Result<(Vec<String>, Vec<String>), Trouble> {
        let known = facts.tools();
        let mut tools: Vec<String> = Vec::new();
        if let Some(job) = wanted.job.as_deref().map(str::trim).filter(|job| !job.is_empty()) {
            let named = |known: &&(&str, &str)| known.1.to_lowercase().contains(&job.to_lowercase());
            tools.extend(known.iter().filter(named).map(|(tool, _)| (*tool).to_owned()));
            if tools.is_empty() {
                let jobs: Vec<String> = self.tool_choices().jobs.into_iter().map(|job| job.job).collect();
                return Err(Trouble::not_found(format!("There is no job `{job}`."))
                    .help(format!("There are: {}.", jobs.join(", ")))
                    .or_meant(job, jobs.iter().map(String::as_str)));
            }
        }
        let mut told = Vec::new();
        for name in wanted.tools.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
            let meant = tool_called(&known, name);
            told.extend(unknown(&known, name));
            let name = meant.unwrap_or(name);
            if tools.iter().all(|tool| !tool.eq_ignore_ascii_case(name)) {
                tools.push(name.to_owned());
            }
        }
        if tools.len() < 2 || tools.len() > MOST_TOOLS {
            let message = format!("{} named; 2 to {MOST_TOOLS} are laid side by side.", counted(tools.len(), "tool is", "tools are"));
            let names = listed(known.iter().map(|(tool, _)| format!("`{tool}`")));
            return Err(Trouble::asked(message).help(format!("The Guide has facts on {names}; others can be named too.")));
        }
        Ok((tools, told))
    }
}

fn facts_of(course: &Course) -> Result<Facts<'_>, Trouble> {
    Facts::of(course).ok_or_else(|| Trouble::not_found("This course has no page on tools, so there are no facts to score by."))
}

fn scored(facts: &Facts<'_>, text: &str, file: &str, today: Date) -> Result<String, Trouble> {
    let Some(unscored) = read_unscored(text, file) else {
        let (decision, found) = read(text, file);
        let why = if decision.is_some() { "It has scores already, and those stay." } else { "It cannot be read as a matrix." };
        return Err(Trouble::asked(format!("{file} is no matrix that waits for its scores. {why}"))
            .help("`footbridge decide tools` begins one; your own scores go over those in the file.")
            .findings(if decision.is_some() { Vec::new() } else { found }));
    };
    if !unscored.is_locked() {
        let message = match unscored.locked {
            Some(_) => "The weights are others than those that were locked.",
            None => "The weights are not locked yet, and they come before the scores.",
        };
        return Err(Trouble::asked(message)
            .help(format!("When they are as you want them, write `locked: {}` on a line of its own.", unscored.seal())));
    }
    let filled = unscored.filled(text, &rows(facts, &unscored, today)?);
    let (decision, found) = read(&filled, file);
    if decision.is_none() {
        return Err(Trouble::asked(format!("Scores cannot be put into {file}."))
            .help("Write each option as `- name: Jira` on a line of its own, with nothing else below it.")
            // Places lie in a text that nobody has.
            .findings(found.into_iter().map(|finding| Diagnostic { place: None, ..finding }).collect()));
    }
    Ok(filled)
}

fn rows(facts: &Facts<'_>, unscored: &Unscored, today: Date) -> Result<Vec<Vec<Given>>, Trouble> {
    if unscored.scale != rule::SCALE {
        let message =
            format!("The scores that the facts give go from 1 to 5, and this scale from {} to {}.", unscored.scale.0, unscored.scale.1);
        return Err(Trouble::asked(message).help("Write `scale: [1, 5]`, and lock the weights anew."));
    }
    let criteria: Vec<Option<usize>> = unscored
        .criteria
        .iter()
        .map(|criterion| CRITERIA.iter().position(|asked| asked.name.eq_ignore_ascii_case(criterion.name.trim())))
        .collect();
    if criteria.iter().all(Option::is_none) {
        let names = listed(CRITERIA.iter().map(|asked| format!("`{}`", asked.name)));
        return Err(Trouble::asked("The Guide has facts by none of these criteria.").help(format!("It has them by {names}.")));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the reader lets a team of 1 to 1,000,000 through")]
    let team = unscored.team.map(|team| team.as_f64() as u32);
    let known = facts.tools();
    let of = |tool: &str| {
        let tool = tool_called(&known, tool);
        let given = |criterion: &Option<usize>| match criterion {
            Some(criterion) => rule::given(facts, tool, *criterion, team, today),
            None => Given { score: None, why: "The Guide has no facts by this criterion.".to_owned(), evidence: String::new() },
        };
        criteria.iter().map(given).collect()
    };
    Ok(unscored.options.iter().map(|option| of(option)).collect())
}

/// The tool of the Guide that a name means: its own, one of its parts, or its first letters. `aha`, `openapi` and `GA4` are enough.
fn tool_called<'t>(known: &[(&'t str, &'t str)], name: &str) -> Option<&'t str> {
    let bare = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let wanted = bare(name);
    let letters =
        |tool: &str| tool.split_whitespace().filter_map(|word| word.chars().next()).flat_map(char::to_lowercase).collect::<String>();
    let is_meant = |tool: &str| {
        bare(tool) == wanted || tool.split('/').any(|part| bare(part) == wanted) || (tool.contains(' ') && letters(tool) == wanted)
    };
    known.iter().map(|(tool, _)| *tool).find(|tool| !wanted.is_empty() && is_meant(tool))
}

/// That the Guide has no facts on a tool, with the one that is written nearly like it; `None` when it has.
fn unknown(known: &[(&str, &str)], name: &str) -> Option<String> {
    if tool_called(known, name).is_some() {
        return None;
    }
    let near = nearest(name, known.iter().map(|(tool, _)| *tool)).map_or_else(String::new, |near| format!(" Did you mean `{near}`?"));
    Some(format!("The Guide has no facts on `{name}`, so nothing is known of it until you put in scores of your own.{near}"))
}

fn weighted(weights: [u32; 4]) -> Vec<(&'static str, u32, &'static str)> {
    CRITERIA.iter().zip(weights).map(|(asked, weight)| (asked.name, weight, asked.asks)).collect()
}

/// All four, or none: a weight that is left out would count as nothing, or as what nobody said.
fn weights(stated: &std::collections::BTreeMap<String, u32>) -> Result<Option<[u32; 4]>, Trouble> {
    if stated.is_empty() {
        return Ok(None);
    }
    let words = CRITERIA.map(|asked| asked.word);
    if let Some(strange) = stated.keys().find(|word| !words.contains(&word.as_str())) {
        return Err(Trouble::asked(format!("There is no criterion `{strange}`."))
            .help(format!("There are: {}.", words.join(", ")))
            .or_meant(strange, words.into_iter()));
    }
    let missing: Vec<String> = words.iter().filter(|word| !stated.contains_key(**word)).map(|word| format!("`{word}`")).collect();
    if !missing.is_empty() {
        return Err(Trouble::asked(format!("No weight is stated for {}.", listed(missing))).help("State all four; 0 leaves one out."));
    }
    let weights = words.map(|word| stated[word]);
    if weights.iter().all(|weight| *weight == 0) || weights.iter().any(|weight| *weight > LARGEST_WEIGHT) {
        return Err(Trouble::asked(format!("Weights go from 0 to {LARGEST_WEIGHT}, and at least one is above 0.")));
    }
    Ok(Some(weights))
}

fn title(use_case: &str, team: Option<u32>) -> String {
    let use_case = use_case.trim();
    let purpose = if use_case.is_empty() { "our use case" } else { use_case };
    match team {
        None => format!("Which tool for {purpose}"),
        Some(1) => format!("Which tool for {purpose}, for one person"),
        Some(team) => format!("Which tool for {purpose}, with {team} people"),
    }
}
