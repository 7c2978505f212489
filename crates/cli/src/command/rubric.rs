use super::Json;
use crate::Ending;
use crate::context::Context;
use crate::terminal::{Page, Span, Table, words};
use clap::Args;
use footbridge_app::view::{CriterionView, RubricView, ScoreBody, ScoresBody};

/// Show what no program judges in a piece of writing, and score your own text against it
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge rubric prd-api-feature\n  footbridge rubric prd-api-feature --score problem-worth-solving=3 --score choice=2\n\nEvery criterion needs a level from 1 (poor) to 4 (excellent). What others gave is shown once you have scored yourself."
)]
pub(crate) struct Rubric {
    /// Id of the exercise
    exercise: String,
    /// Give your own text a level; once for each criterion
    #[arg(long = "score", value_name = "CRITERION=LEVEL", value_parser = read_score)]
    scores: Vec<(String, u8)>,
    /// The words of the text that speak for a level
    #[arg(long = "because", value_name = "CRITERION=TEXT", value_parser = read_because, requires = "scores")]
    because: Vec<(String, String)>,
    #[command(flatten)]
    json: Json,
}

impl Rubric {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        let view = if self.scores.is_empty() {
            app.work(&self.exercise)?
        } else {
            let because =
                |id: &str| self.because.iter().find(|(criterion, _)| criterion == id).map_or_else(String::new, |(_, text)| text.clone());
            let score =
                |(criterion, level): &(String, u8)| ScoreBody { criterion: criterion.clone(), level: *level, because: because(criterion) };
            app.score_own(&self.exercise, &ScoresBody { scores: self.scores.iter().map(score).collect() })?
        };
        if self.json.json {
            here.print_json(&view.rubric)?;
        } else {
            here.print(&page(view.rubric.as_ref(), &view.title, here))?;
        }
        Ok(if view.rubric.is_some() { Ending::Done } else { Ending::No })
    }
}

pub(super) fn read_score(text: &str) -> Result<(String, u8), String> {
    let (criterion, level) = text.split_once('=').ok_or("write it as criterion=3")?;
    let level = level.trim().parse().ok().filter(|level| (1..=4).contains(level)).ok_or("a level is 1, 2, 3 or 4")?;
    Ok((criterion.trim().to_owned(), level))
}

pub(super) fn read_because(text: &str) -> Result<(String, String), String> {
    let (criterion, because) = text.split_once('=').ok_or("write it as criterion=\"the words\"")?;
    Ok((criterion.trim().to_owned(), because.trim().to_owned()))
}

fn page(rubric: Option<&RubricView>, title: &str, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(title);
    let Some(rubric) = rubric else {
        page.says("There is no rubric here: what is asked for is judged by the check alone.");
        return page.finish();
    };
    for criterion in &rubric.criteria {
        tell(&mut page, criterion);
    }
    for review in &rubric.reviews {
        page.heading(&format!("{}, {}", review.by, review.on));
        page.says(if review.note.is_empty() { "Nothing besides the scores." } else { &review.note });
        if !review.of_this_text {
            page.aside("They read an earlier text.");
        }
    }
    match rubric.waiting {
        0 => {}
        1 => page.says("One review waits. It is shown once you have scored the text that it is about."),
        more => page.says(&format!("{more} reviews wait. They are shown once you have scored the texts that they are about.")),
    }
    page.finish()
}

fn tell(page: &mut Page<'_>, criterion: &CriterionView) {
    page.heading(&format!("{} ({})", criterion.title, criterion.id));
    page.says(&criterion.asks);
    let mut levels = Table::new(&["level", "what such a text does", "given by"], &[]);
    for level in &criterion.levels {
        let given = criterion.own.iter().chain(&criterion.others).filter(|score| score.level == level.number);
        let by: Vec<&str> = given.map(|score| score.by.as_str()).collect();
        levels.row(vec![vec![Span::plain(format!("{} {}", level.number, level.name))], words(&level.anchor), words(&by.join(", "))]);
    }
    page.table(&levels);
    for score in criterion.own.iter().chain(&criterion.others).filter(|score| !score.because.is_empty()) {
        page.point(&format!("{}: {}", score.by, score.because));
    }
}
