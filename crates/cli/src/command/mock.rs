mod scored;
mod typed;

use super::bank::tell_model;
use super::own_file::bytes_of;
use super::{Json, told};
use crate::Ending;
use crate::context::{Context, refusal};
use crate::terminal::{Ink, NothingLeft, Page, Span, Table, words};
use clap::{Args, Subcommand};
use footbridge_app::view::{
    MockAnswerBody, MockFiguresView, MockQuestionView, MockScoresBody, MockView, MockWishBody, MocksView, ScoreBody,
};
use footbridge_app::{App, LARGEST_MOCK_REVIEW, as_mark};
use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::Instant;
use typed::Typed;

/// So many sentences are quoted that count nothing for the same reason.
const MOST_QUOTES: usize = 5;

/// The largest answer that is accepted, in bytes.
const LARGEST_ANSWER: u64 = 128 * 1024;

/// Mock interviews: answered against the clock, scored by you before the model answer is shown, and by others by file
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge mock begin --company fintech                ten questions: 3 system design, 3 product sense, 2 API, 2 behavioural\n  footbridge mock answer mock-2026-11-26-1 1\n  footbridge mock score mock-2026-11-26-1 1              score it, then see the model answer\n  footbridge mock report mock-2026-11-26-1\n  footbridge mock page mock-2026-11-26-1                 a page for a peer or a coach\n\nTranscripts stay in private/. What a machine can check and what you score are shown apart and never added up. A line may begin with the\ntime, as [02:15]."
)]
pub(crate) struct Mock {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Begin an interview
    #[command(
        after_long_help = "Examples:\n  footbridge mock begin                                  as the kind of company asks at which your next interview is booked\n  footbridge mock begin --company fintech\n  footbridge mock begin --company Razorpay\n  footbridge mock begin --kind behavioural --questions 2\n  footbridge mock begin --kind system-design --company fintech"
    )]
    Begin {
        /// As a company asks: one that the Guide names, one of yours whose kind is written down, or a kind of company: developer-platform, cloud, large-tech, fintech, marketplace, saas or startup
        #[arg(long)]
        company: Option<String>,
        /// Questions of one kind only, with --company those that such a company asks: system-design, product-sense, api-technical, data, behavioural or translation
        #[arg(long)]
        kind: Option<String>,
        /// How many of that kind; 3 unless said otherwise
        #[arg(long, requires = "kind")]
        questions: Option<u16>,
        /// The ten questions of a kept reply: the name of its file below private/replies
        #[arg(long, value_name = "FILE", conflicts_with_all = ["company", "kind", "seed"])]
        reply: Option<String>,
        /// Choose as this number says
        #[arg(long)]
        seed: Option<u64>,
        #[command(flatten)]
        json: Json,
    },
    /// All interviews, and how your levels compare with those of others
    #[command(after_long_help = "Example:\n  footbridge mock list")]
    List {
        #[command(flatten)]
        json: Json,
    },
    /// One interview: its questions and where each stands
    #[command(after_long_help = "Example:\n  footbridge mock show mock-2026-11-26-1")]
    Show {
        /// Id of the interview
        id: String,
        #[command(flatten)]
        json: Json,
    },
    /// Answer a question: typed, from a file, or from standard input
    #[command(
        after_long_help = "Examples:\n  footbridge mock answer mock-2026-11-26-1 1    typed, and timed until the end of input\n  footbridge mock answer mock-2026-11-26-1 1 --file said.vtt --seconds 540"
    )]
    Answer {
        /// Id of the interview
        id: String,
        /// Number of the question
        number: u32,
        /// A transcript: text, WebVTT or SubRip; `-` for standard input
        #[arg(long)]
        file: Option<PathBuf>,
        /// The number, when one is asked for [otherwise the one given before]; it counts with the first answer
        #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
        given: Option<String>,
        /// How long it took
        #[arg(long)]
        seconds: Option<u32>,
        #[command(flatten)]
        json: Json,
    },
    /// Score your answer, criterion by criterion, with words of it; then see the model answer
    #[command(
        after_long_help = "Examples:\n  footbridge mock score mock-2026-11-26-1 1    asks a level for each criterion; without a terminal it says what is scored, and how\n  footbridge mock score mock-2026-11-26-1 1 --score q1-1=3 --because q1-1=\"we take a cursor\" --score q1-2=1"
    )]
    Score {
        /// Id of the interview
        id: String,
        /// Number of the question
        number: u32,
        /// A level from 1 to 4; once for each criterion
        #[arg(long = "score", value_name = "CRITERION=LEVEL", value_parser = super::rubric::read_score)]
        scores: Vec<(String, u8)>,
        /// Words of your answer that show the level; every level above 1 needs some
        #[arg(long = "because", value_name = "CRITERION=WORDS", value_parser = super::rubric::read_because, requires = "scores")]
        because: Vec<(String, String)>,
        #[command(flatten)]
        json: Json,
    },
    /// What a machine can check, and what you and others scored, apart
    #[command(after_long_help = "Example:\n  footbridge mock report mock-2026-11-26-1")]
    Report {
        /// Id of the interview
        id: String,
        #[command(flatten)]
        json: Json,
    },
    /// Write a page on which another person scores your answers
    #[command(after_long_help = "Example:\n  footbridge mock page mock-2026-11-26-1")]
    Page {
        /// Id of the interview
        id: String,
        #[command(flatten)]
        json: Json,
    },
    /// Take in the file that came back
    #[command(after_long_help = "Example:\n  footbridge mock take mock-2026-11-26-1 review.json")]
    Take {
        /// Id of the interview
        id: String,
        /// The file that the page saved
        file: PathBuf,
        #[command(flatten)]
        json: Json,
    },
}

impl Mock {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        match &self.what {
            What::Begin { company, kind, questions, reply, seed, json } => {
                let wish =
                    MockWishBody { company: company.clone(), kind: kind.clone(), questions: *questions, reply: reply.clone(), seed: *seed };
                let view = app.begin_mock(&wish)?;
                told(&view, json.json, here, || overview(&view, here))
            }
            What::List { json } => {
                let view = app.mocks()?;
                told(&view, json.json, here, || list(&view, here))
            }
            What::Show { id, json } => {
                let view = app.mock(id)?;
                told(&view, json.json, here, || overview(&view, here))
            }
            What::Answer { id, number, file, given, seconds, json } => {
                let question = app.mock_to_answer(id, *number, given.as_deref())?;
                let is_typed = file.is_none() && std::io::stdin().is_terminal();
                // A number alone is put beside what was said before.
                let kept = (given.is_some() && !question.transcript.is_empty()).then(|| Typed {
                    transcript: question.transcript.clone(),
                    given: None,
                    seconds: question.seconds,
                });
                let said = match kept {
                    Some(kept) if is_typed => kept,
                    None if is_typed => type_answer(&question, given.is_none(), here)?,
                    kept => {
                        let transcript = read(file.as_deref().unwrap_or(Path::new("-")))?;
                        kept.filter(|_| file.is_none() && transcript.trim().is_empty()).unwrap_or(Typed {
                            transcript,
                            given: None,
                            seconds: None,
                        })
                    }
                };
                let body = MockAnswerBody {
                    transcript: said.transcript,
                    given: given.clone().or(said.given).unwrap_or_else(|| question.given.clone()),
                    seconds: seconds.or(said.seconds),
                };
                let view = app.answer_mock(id, *number, &body)?;
                told(&view, json.json, here, || answered(&view, *number, here))
            }
            What::Score { id, number, scores, because, json } => {
                if scores.is_empty() {
                    let view = app.mock_with(id, *number)?;
                    let waits = view.questions.iter().find(|question| question.number == *number && question.state == "answered");
                    let talks = !json.json && std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
                    return match waits.filter(|_| talks) {
                        Some(question) => ask_scores(&app, &view, question, here),
                        None => told(&view, json.json, here, || answered(&view, *number, here)),
                    };
                }
                let words = |id: &str| because.iter().find(|(of, _)| of == id).map_or_else(String::new, |(_, words)| words.clone());
                let score = |(id, level): &(String, u8)| ScoreBody { criterion: id.clone(), level: *level, because: words(id) };
                let view = app.score_mock(id, *number, &MockScoresBody { scores: scores.iter().map(score).collect() })?;
                told(&view, json.json, here, || report(&view, Some(*number), here))
            }
            What::Report { id, json } => {
                let view = app.mock(id)?;
                told(&view, json.json, here, || report(&view, None, here))
            }
            What::Page { id, json } => {
                let view = app.mock_page(id)?;
                let ending = told(&view, json.json, here, || format!("{}\n", here.folder().join(&view.path).display()))?;
                here.tell(&view.says);
                Ok(ending)
            }
            What::Take { id, file, json } => {
                let bytes = bytes_of(file, LARGEST_MOCK_REVIEW)?;
                let view = app.take_mock_review(id, &file.display().to_string(), &bytes)?;
                told(&view, json.json, here, || format!("{} {}\n", view.says, view.mock.agreement.says))
            }
        }
    }
}

fn read(file: &Path) -> anyhow::Result<String> {
    let bytes = bytes_of(file, LARGEST_ANSWER)?;
    let no_text = || refusal("This is not UTF-8 text.", "A recording has to be written down first; save the transcript as UTF-8.");
    String::from_utf8(bytes).map_err(|_| no_text().into())
}

/// The question, then the answer as it is typed.
fn type_answer(question: &MockQuestionView, asks_number: bool, here: &Context) -> anyhow::Result<Typed> {
    let mut page = Page::new(&here.terminal);
    tell_question(&mut page, question);
    here.tell(&page.finish());
    let begun = Instant::now();
    let passed = || u32::try_from(begun.elapsed().as_secs()).unwrap_or(u32::MAX);
    let unit = (asks_number && !question.number_ask.is_empty()).then_some(question.unit.as_str());
    let _nothing_left = NothingLeft;
    let takes = match &question.limit {
        Some(limit) => format!("{}\u{202f}s", limit.seconds),
        None => format!("{}\u{202f}min", question.minutes),
    };
    Ok(typed::read(std::io::stdin().lock(), &mut std::io::stderr(), &typed::Asked { unit, takes: &takes }, passed)?)
}

/// The answer and what it is scored by, then one criterion after the other.
fn ask_scores(app: &App, view: &MockView, question: &MockQuestionView, here: &Context) -> anyhow::Result<Ending> {
    let mut page = Page::new(&here.terminal);
    tell_to_score(&mut page, question);
    page.heading("Your answer");
    question.transcript.lines().for_each(|line| page.says(line));
    here.tell(&page.finish());
    let scores = {
        let _nothing_left = NothingLeft;
        scored::read(std::io::stdin().lock(), &mut std::io::stderr(), question)?
    };
    let (id, number) = (&view.line.id, question.number);
    let Some(scores) = scores else {
        here.tell(&format!("Nothing is scored. `footbridge mock score {id} {number}` asks again."));
        return Ok(Ending::Done);
    };
    let view = app.score_mock(id, number, &MockScoresBody { scores })?;
    here.print(&report(&view, Some(number), here))?;
    Ok(Ending::Done)
}

fn tell_question(page: &mut Page<'_>, question: &MockQuestionView) {
    let took = question.seconds.map_or_else(String::new, |seconds| format!(", said in {}", typed::time_in_words(seconds)));
    page.heading(&format!("Question {}: {}, {} min, {}{took}", question.number, question.kind, question.minutes, question.state));
    page.blocks(&question.ask, &[]);
    if let Some(limit) = &question.limit {
        page.says(&format!("At most {} words in {} s.", limit.words, limit.seconds));
    }
    if !question.number_ask.is_empty() {
        page.gap();
        page.labelled(Span::new(Ink::Strong, format!("To compute, in {}:", question.unit)), &question.number_ask);
    }
}

fn overview(view: &MockView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&format!("{}: {}", view.line.id, view.line.about));
    let takes =
        format!("{}\u{202f}min in all, as an interview gives them; each can be answered by itself, on another day too.", view.line.minutes);
    page.aside([view.says.as_str(), &takes].join(" ").trim());
    view.questions.iter().for_each(|question| tell_question(&mut page, question));
    page.gap();
    page.says(&format!("{} It is kept in {}.", next_step(view), view.path));
    page.finish()
}

/// The first question that waits for an answer, then the first that waits for scores.
fn next_step(view: &MockView) -> String {
    let id = &view.line.id;
    let first = |state: &str| view.questions.iter().find(|question| question.state == state).map(|question| question.number);
    match (first("open"), first("answered")) {
        (Some(number), _) => format!("`footbridge mock answer {id} {number}` answers question {number}."),
        (None, Some(number)) => format!("`footbridge mock score {id} {number}` scores question {number}."),
        (None, None) => format!("`footbridge mock report {id}` shows what came of it."),
    }
}

/// What an answer is scored by.
fn answered(view: &MockView, number: u32, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    let Some(question) = view.questions.iter().find(|question| question.number == number) else { return page.finish() };
    tell_question(&mut page, question);
    if question.criteria.is_empty() {
        page.gap();
        page.says(&format!("It is not answered yet. `footbridge mock answer {} {number}` answers it.", view.line.id));
        return page.finish();
    }
    tell_levels(&mut page, question);
    page.gap();
    if question.state == "scored" {
        page.says(&format!("It is scored: `footbridge mock report {}` shows what came of it.", view.line.id));
        return page.finish();
    }
    page.says(&format!(
        "`footbridge mock score {} {number} --score q{number}-1=2 --because q{number}-1=\"words of your answer\" …` scores it; then the model answer is shown.",
        view.line.id
    ));
    page.finish()
}

fn tell_to_score(page: &mut Page<'_>, question: &MockQuestionView) {
    tell_question(page, question);
    tell_levels(page, question);
}

/// The anchors of an answer, and what is scored.
fn tell_levels(page: &mut Page<'_>, question: &MockQuestionView) {
    if !question.number_ask.is_empty() && question.given.is_empty() {
        page.gap();
        page.says(
            "It asks for a number, and none was given. One that comes now is shown and does not count: the answers below may name it.",
        );
    }
    page.heading("Answers to this question, to score by");
    let mut levels = Table::new(&["level", "what the answer says"], &[]);
    for level in &question.levels {
        levels.row(vec![vec![Span::plain(format!("{} {}", level.number, level.name))], words(&level.anchor)]);
    }
    page.table(&levels);
    page.heading("What is scored, each from 1 to 4");
    question.criteria.iter().for_each(|criterion| page.labelled(Span::new(Ink::Strong, format!("{}:", criterion.id)), &criterion.title));
}

fn report(view: &MockView, only: Option<u32>, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&format!("{}: {} of {} questions scored", view.line.id, view.line.scored, view.line.questions));
    for question in view.questions.iter().filter(|question| only.is_none_or(|number| number == question.number)) {
        tell_question(&mut page, question);
        if let Some(figures) = &question.figures {
            page.heading("What a machine can check");
            tell_figures(&mut page, figures, question.seconds);
            page.heading("What you and others scored");
            for criterion in &question.criteria {
                page.says(&criterion.title);
                for score in criterion.own.iter().chain(&criterion.others) {
                    page.point(&format!("{}: {}{}", score.by, score.level, quoted(&score.because)));
                }
            }
        }
        if question.state == "answered" {
            page.says(&format!("It is answered and not scored: `footbridge mock score {} {}`.", view.line.id, question.number));
        }
        if let (Some(model), true) = (&question.model, only.is_some()) {
            page.heading("The model answer");
            tell_model(&mut page, model);
            if let Some(exercise) = &question.exercise {
                page.says(&format!("{}: {}", exercise.says, exercise.title));
            }
        }
    }
    page.gap();
    page.says(&view.agreement.says);
    for remark in &view.remarks {
        page.says(&format!("{}, {}: “{}”", remark.by, remark.on, remark.note));
    }
    if only.is_some() {
        page.says(&next_step(view));
    }
    page.finish()
}

fn quoted(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!(", “{words}”") }
}

fn tell_figures(page: &mut Page<'_>, figures: &MockFiguresView, seconds: Option<u32>) {
    if !figures.parts.is_empty() {
        page.says(&format!(
            "Words for {} of {} parts were found. A program finds words: what was said in quite others it misses.",
            figures.answered,
            figures.parts.len()
        ));
    }
    if !figures.limit.is_empty() {
        page.says(&figures.limit);
    }
    for part in &figures.parts {
        let at = part.at.map_or_else(String::new, |at| format!(", from {}", as_mark(at)));
        let found = if part.quote.is_empty() { "Not found" } else { "Found" };
        let quote = if part.quote.is_empty() { String::new() } else { format!(" “{}”", part.quote) };
        page.point(&format!("{found}{at}: {}{quote}", part.title));
    }
    if !figures.number.is_empty() {
        page.says(&figures.number);
    }
    figures.wrong.iter().for_each(|sum| page.says(&format!("This sum does not hold: {sum}.")));
    page.says(&match (figures.fillers.is_empty(), figures.fillers_for_each_part) {
        (true, _) => "Fillers: none.".to_owned(),
        (false, None) => format!("Fillers: {}.", figures.fillers.join(", ")),
        (false, Some(share)) => format!("Fillers: {}; {share:.1} for each part found.", figures.fillers.join(", ")),
    });
    let mut by_reason: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for aside in &figures.set_aside {
        by_reason.entry(&aside.why).or_default().push(format!("“{}”", aside.quote));
    }
    for (why, mut quotes) in by_reason {
        let more = quotes.len().saturating_sub(MOST_QUOTES);
        quotes.truncate(MOST_QUOTES);
        let more = if more == 0 { String::new() } else { format!(" and {more} more") };
        page.aside(&format!("Counts nothing, {why}: {}{more}", quotes.join(", ")));
    }
    let pace = figures.pace.map_or_else(String::new, |pace| format!(", {pace:.0} words a minute"));
    let time = seconds.map_or_else(String::new, |seconds| format!(", {} min {} s", seconds / 60, seconds % 60));
    let share = figures.filler_share.map_or_else(String::new, |share| format!(", {share:.1} fillers in 100 words"));
    let held = if figures.held.is_empty() { String::new() } else { format!(", sums that hold: {}", figures.held.join("; ")) };
    page.aside(&format!("Neither more nor less is better: {} words{time}{pace}{share}{held}.", figures.words));
}

fn list(view: &MocksView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.answer);
    let mut table = Table::new(&["id", "begun", "about", "min", "scored", "own mean"], &[3, 5]);
    for mock in &view.mocks {
        table.row(vec![
            vec![Span::new(Ink::Code, &mock.id)],
            vec![Span::plain(mock.at.as_ref().map_or_else(|| mock.on.clone(), |at| format!("{} {at}", mock.on)))],
            words(&mock.about),
            vec![Span::plain(mock.minutes.to_string())],
            vec![Span::plain(format!("{} of {}", mock.scored, mock.questions))],
            vec![Span::plain(mock.mean.map_or_else(|| "–".to_owned(), |mean| format!("{mean:.1}")))],
        ]);
    }
    if view.mocks.is_empty() {
        let ten = view.minutes.iter().filter(|kind| kind.of_ten > 0);
        let ten = ten.map(|kind| format!("{} of {} at about {}\u{202f}min each", kind.of_ten, kind.words, kind.minutes));
        page.says(&format!(
            "`footbridge mock begin --company fintech` begins one: ten questions, {}: about {}\u{202f}min in all. `--kind data --questions 1` asks fewer.",
            ten.collect::<Vec<_>>().join(", "),
            view.ten_minutes
        ));
    } else {
        page.table(&table);
        page.gap();
        page.says(&view.agreement.says);
    }
    view.unreadable.iter().for_each(|message| page.says(message));
    page.finish()
}
