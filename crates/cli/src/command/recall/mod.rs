mod ahead;
mod talk;

use super::bank::tell_beside;
use super::{Json, told};
use crate::Ending;
use crate::context::{Context, refusal};
use crate::terminal::{Ink, NothingLeft, Page, Span, Table};
use clap::{Args, Subcommand};
use footbridge_app::view::{CardBackView, CardView, GradeView, RecallBody, RecallView, RecalledView};
use footbridge_app::{App, HOW_A_NUMBER_IS_TYPED, Trouble, grade_words};
use footbridge_diagnostic::upper_first;
use std::io::IsTerminal;
use talk::{Place, Talk, Told, no_letters, tell_back};

/// Answer what would soon be forgotten: cards of the bank, of lessons, and of your own mistakes
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_long_help = "Examples:\n  footbridge recall                        one card after the other, as many as the day has minutes for\n  footbridge recall --minutes 10\n  footbridge recall sd-mumbai-virginia     this one, also before it is due\n  footbridge recall sd-mumbai-virginia --grade good\n  footbridge recall --json                 what is due\n  footbridge recall interview              what recall will be like on the day of an interview\n  footbridge recall readiness              how likely recall is by kind of question, and how often that came true\n\nRecall takes a quarter of a day's minutes unless you say otherwise; what does not fit waits. Answers in words are graded by you, against four\nanchors that are shown once you have answered; numbers and letters are checked. Without a terminal the command prints what is due."
)]
pub(crate) struct Recall {
    #[command(subcommand)]
    ahead: Option<Ahead>,
    /// Id of one card
    card: Option<String>,
    /// Minutes to take today
    #[arg(long, value_name = "MINUTES", conflicts_with = "card", value_parser = clap::value_parser!(u16).range(1..=240))]
    minutes: Option<u16>,
    /// Record a grade without a conversation: again, hard, good, easy
    #[arg(long, value_name = "GRADE", requires = "card")]
    grade: Option<String>,
    /// The number or the letters that a machine can check; without `--grade` it says what it found and records nothing
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true, requires = "card")]
    answer: String,
    #[command(flatten)]
    json: Json,
}

#[derive(Debug, Subcommand)]
enum Ahead {
    /// What recall will be like on the day of each interview ahead, and whether the minutes until then suffice
    #[command(
        after_long_help = "Examples:\n  footbridge application note acme --interview-on 2026-12-10 --company-kind fintech\n  footbridge recall interview\n\nUntil that day questions that such a company asks are recalled at 95 % instead of 90 %, and before others. A question that was never answered\ncounts as not recalled. How the days ahead go is drawn from the model 24 times, always alike; a new question is taken to be answered `hard`."
    )]
    Interview {
        #[command(flatten)]
        json: Json,
    },
    /// How likely recall is by kind of question, its last eight weeks, and how often predictions came true
    #[command(
        after_long_help = "Example:\n  footbridge recall readiness\n\nNo figure of fewer than 5 answered cards or 10 predictions is shown."
    )]
    Readiness {
        #[command(flatten)]
        json: Json,
    },
    /// Fit the parameters of memory to your own recalls; they are taken only when they predict better
    #[command(
        after_long_help = "Example:\n  footbridge recall refit\n\nFrom 400 recalls on this also happens by itself after a recall, at most once a week. Later recalls are predicted from earlier ones, with the\npublished parameters and with yours; yours hold when they do better by more than chance explains."
    )]
    Refit {
        #[command(flatten)]
        json: Json,
    },
    /// Print every recall as CSV, with fractional days since the one before
    #[command(after_long_help = "Example:\n  footbridge recall log > recalls.csv")]
    Log,
    /// Print your cards as text that Anki imports; importing a later one changes what is there and doubles nothing
    #[command(
        after_long_help = "Example:\n  footbridge recall export > footbridge.txt\n\nIn Anki choose File, Import. Each card has a guid of its own, so that Anki keeps its scheduling when you import again."
    )]
    Export {
        /// The deck that they come into
        #[arg(long, value_name = "NAME", default_value = "Footbridge")]
        deck: String,
    },
    /// Take in cards from text that Anki exported, or that you wrote: a front and a back on each line
    #[command(
        after_long_help = "Example:\n  footbridge recall import deck.txt\n\nIn Anki choose File, Export, \u{201c}Notes in Plain Text\u{201d}. The cards stand in cards.toml, which is yours to edit. HTML becomes plain text. A card\nthat is there already, by its guid or its front, is changed and keeps its history; a line that is no card is told, and the others are taken in."
    )]
    Import {
        /// The file
        file: std::path::PathBuf,
        #[command(flatten)]
        json: Json,
    },
}

impl Recall {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        if let Some(ahead) = &self.ahead {
            return ahead.run(&app, here);
        }
        let talks = !self.json.json && std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
        match (&self.card, &self.grade) {
            (Some(card), Some(grade)) => self.record(&app, card, grade, here),
            (Some(card), None) if !self.answer.is_empty() => {
                let (front, back) = (app.card(card)?, app.turn_card(card, &self.answer)?);
                if back.unreadable {
                    return Err(self.unreadable(&front).into());
                }
                told(&back, self.json.json, here, || turned(&front, &back, here))
            }
            (Some(card), None) if talks => {
                let _nothing_left = NothingLeft;
                let mut talk = Talk::new(std::io::stdin().lock(), std::io::stderr(), &here.terminal);
                if let Told::Recorded(after) = talk.card(&app, card, None)? {
                    here.print(&what_is_left(&after.day, here))?;
                }
                Ok(Ending::Done)
            }
            (Some(card), None) => {
                let view = app.card(card)?;
                told(&view, self.json.json, here, || front(&view, here))
            }
            (None, _) => {
                let view = app.recall(self.minutes)?;
                if talks && !view.cards.is_empty() {
                    let _nothing_left = NothingLeft;
                    let talk = Talk::new(std::io::stdin().lock(), std::io::stderr(), &here.terminal);
                    return sit(talk, &app, self.minutes, here);
                }
                told(&view, self.json.json, here, || list(&view, here))
            }
        }
    }

    /// An answer that cannot be read is refused before the back of its card is told.
    fn unreadable(&self, front: &CardView) -> Trouble {
        let (typed, again) = (self.answer.trim(), "Nothing was shown or recorded.");
        if matches!(front.answer_kind.as_str(), "one" | "several") {
            refusal(no_letters(typed, front), again)
        } else {
            refusal(format!("“{typed}” is no number."), format!("{HOW_A_NUMBER_IS_TYPED} {again}"))
        }
    }

    fn record(&self, app: &App, card: &str, grade: &str, here: &Context) -> anyhow::Result<Ending> {
        let (front, back) = (app.card(card)?, app.turn_card(card, &self.answer)?);
        let level = grade_of(&back.grades, grade)
            .ok_or_else(|| {
                if !is_a_grade(grade) {
                    return refusal(format!("There is no grade `{grade}`."), format!("There are {}.", grade_words().join(", ")));
                }
                if back.unreadable {
                    return self.unreadable(&front);
                }
                let found = back.says.first().map_or_else(String::new, |says| format!("{says} "));
                let asked = if front.number_ask.is_empty() { String::new() } else { format!("It asked: {} ", front.number_ask) };
                refusal(
                    format!("`{grade}` is no grade of this card as it was answered."),
                    format!("{asked}{found}{}", grades_help(&back.grades)),
                )
            })?
            .level;
        let after = app.recalled(card, &RecallBody { level, checked: self.answer.clone(), seconds: None })?;
        told(&after, self.json.json, here, || recorded(&front, &back, &after, here))
    }
}

/// One card after the other, until the day is done or the learner is.
fn sit<R: std::io::BufRead, W: std::io::Write>(
    mut talk: Talk<'_, R, W>,
    app: &App,
    minutes: Option<u16>,
    here: &Context,
) -> anyhow::Result<Ending> {
    for number in 1.. {
        let view = app.recall(minutes)?;
        let Some(next) = view.cards.first() else {
            here.print(&list(&view, here))?;
            return Ok(Ending::Done);
        };
        let place = Place { number, of: number - 1 + view.cards.len() };
        if let Told::Left = talk.card(app, &next.id, Some(place))? {
            here.print(&what_is_left(&view, here))?;
            break;
        }
    }
    Ok(Ending::Done)
}

/// The grade a word, a number or an anchor's name stands for.
fn grade_of<'a>(grades: &'a [GradeView], said: &str) -> Option<&'a GradeView> {
    let said = said.trim().to_lowercase();
    let is_first = |word: &str| said.len() == 1 && word.starts_with(&said);
    grades.iter().find(|grade| grade.word == said || is_first(&grade.word) || grade.stands_for == said || grade.level.to_string() == said)
}

/// Whether a word stands for a grade of some card. The names of anchors are grades of questions of the bank alone.
fn is_a_grade(said: &str) -> bool {
    let said = said.trim().to_lowercase();
    grade_words().contains(&said.as_str()) || ["1", "2", "3", "4", "poor", "mixed", "excellent"].contains(&said.as_str())
}

fn grades_help(grades: &[GradeView]) -> String {
    let words: Vec<&str> = grades.iter().map(|grade| grade.word.as_str()).collect();
    match words.as_slice() {
        ["again"] => "It takes `again`: what a machine checks was wrong or left out. `--answer` gives the answer.".to_owned(),
        words if !words.contains(&"good") => {
            format!(
                "It takes {}: the number that it asks for was wrong or left out. `--answer` gives it, in digits or in words.",
                words.join(" or ")
            )
        }
        words => format!("It takes {}.", words.join(", ")),
    }
}

fn list(view: &RecallView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.answer);
    if let Some(empty) = &view.empty {
        page.says(empty);
        page.gap();
        page.point("`footbridge recall ID` answers any question of `footbridge bank`.");
        page.point("`footbridge recall import FILE` takes in cards of your own, from Anki or a text.");
        page.point("`footbridge application note WHICH --interview-on DATE` books an interview: what such a company asks becomes cards.");
        page.gap();
    }
    if !view.cards.is_empty() {
        let mut table = Table::new(&["card", "asks", "from", "min", "chance"], &[3, 4]);
        for card in &view.cards {
            table.row(vec![
                vec![Span::new(Ink::Code, &card.id)],
                vec![Span::plain(&card.ask)],
                vec![Span::plain(&card.source)],
                vec![Span::plain(card.minutes.to_string())],
                vec![Span::plain(card.chance.map_or_else(|| "new".to_owned(), |chance| format!("{chance}\u{202f}%")))],
            ]);
        }
        page.table(&table);
        page.gap();
        page.says("`footbridge recall` on a terminal asks them; `footbridge recall ID` asks one.");
    }
    if let Some(unreadable) = &view.unreadable {
        page.says(unreadable);
    }
    waiting(&mut page, view);
    page.aside(&view.parameters);
    if view.interviews > 0 {
        page.says("`footbridge recall interview` says what recall will be like on the day of your interview.");
    }
    page.finish()
}

fn waiting(page: &mut Page<'_>, view: &RecallView) {
    new_ones_later(page, view);
    let count = match view.waiting {
        0 => return,
        1 => "1 card more is due and waits".to_owned(),
        more => format!("{more} cards more are due and wait"),
    };
    let by = view.back_by.as_ref().map_or_else(String::new, |day| format!(" All of it has come by {day}."));
    page.aside(&format!("{count}, so that the day stays within {} min.{by}", view.cap));
}

fn new_ones_later(page: &mut Page<'_>, view: &RecallView) {
    let of_own = match view.own_later {
        0 => String::new(),
        own if own == view.later => " of your own".to_owned(),
        own => format!(", {own} of them your own,"),
    };
    match view.later {
        0 => {}
        1 => page.aside(&format!("1 new card{of_own} comes on another day.")),
        later => page.aside(&format!("{later} new cards{of_own} come on other days, as there is room.")),
    }
}

fn what_is_left(view: &RecallView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    let used = if view.used_words.is_empty() { "nothing" } else { &view.used_words };
    let used = upper_first(used);
    page.says(&match view.cap {
        0 => format!("{}. {used} used, on a day that has none for it.", view.answer),
        cap => format!("{}. {used} of {cap}\u{202f}min used.", view.answer),
    });
    waiting(&mut page, view);
    page.finish()
}

/// A card before it is answered.
fn front(view: &CardView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    tell_front(&mut page, view);
    page.gap();
    let checked = match (view.answer_kind.as_str(), view.number_ask.is_empty()) {
        ("words", true) => "",
        ("words", false) | ("number", _) => " --answer NUMBER",
        _ => " --answer LETTERS",
    };
    page.says(&format!("`footbridge recall {}{checked} --grade good` records how well you answered.", view.line.id));
    page.finish()
}

fn tell_front(page: &mut Page<'_>, view: &CardView) {
    page.title(&view.line.id);
    page.aside(&format!("{}.", view.from));
    if let Some(missed) = &view.missed {
        page.says(&format!("The verdict was: {}", missed.summary));
        if !missed.text.is_empty() {
            page.says(if missed.language.is_empty() { "You answered:" } else { "You handed in:" });
            missed.text.lines().for_each(|line| page.code(Span::new(Ink::Code, format!("    {line}"))));
        }
    }
    page.blocks(&view.ask, &[]);
    for option in &view.options {
        page.blocks_after(&option.text, &format!("  {}  ", option.label), "     ");
    }
    if !view.number_ask.is_empty() {
        page.gap();
        page.labelled(Span::new(Ink::Strong, "To compute:"), &view.number_ask);
    }
}

/// What a number was judged against stands before the verdict: each answer brings other figures.
fn tell_asked(page: &mut Page<'_>, front: &CardView) {
    if !front.number_ask.is_empty() {
        page.blocks(&front.ask, &[]);
        page.gap();
        page.labelled(Span::new(Ink::Strong, "To compute:"), &front.number_ask);
        page.gap();
    }
}

/// A card that was answered and is not graded yet.
fn turned(front: &CardView, back: &CardBackView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    tell_asked(&mut page, front);
    tell_back(&mut page, back);
    page.gap();
    page.says(&format!("Nothing is recorded yet. `--grade` records how well you answered. {}", grades_help(&back.grades)));
    page.finish()
}

fn recorded(front: &CardView, back: &CardBackView, view: &RecalledView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    tell_asked(&mut page, front);
    tell_back(&mut page, back);
    page.gap();
    tell_recorded(&mut page, view);
    page.finish()
}

fn tell_recorded(page: &mut Page<'_>, view: &RecalledView) {
    page.says(&format!("Recorded. It comes back on {}.", view.comes_back));
    if let Some(refit) = &view.refit {
        page.aside(&refit.says);
    }
    // The anchors and how the number comes about stand on the back of the card.
    if let Some(model) = &view.model {
        tell_beside(page, model);
    }
}
