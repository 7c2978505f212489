//! One file for each command: its arguments, and what it does.

mod analytics;
mod application;
mod bank;
mod check;
mod company;
mod completions;
mod decide;
mod demo;
mod doctor;
mod explain;
mod guide;
mod hint;
mod init;
mod job;
mod list;
mod man;
mod mock;
mod own_file;
mod pack;
mod people;
mod plan;
mod portfolio;
mod post;
mod private;
mod prompt;
mod published;
mod recall;
mod resume;
mod review;
mod roadmap;
mod rubric;
mod run;
mod serve;
mod show;
mod solution;
mod sql;
mod start;
mod state;
mod today;
mod verify;
mod write;

use crate::Ending;
use crate::context::Context;
use crate::terminal::Colour;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// From a background to a first technical product manager interview: a dated plan, checked work, and the evidence of it
#[derive(Debug, Parser)]
#[command(name = "footbridge", version, subcommand_required = true, arg_required_else_help = true)]
#[command(
    after_help = "Begin with `footbridge init`, or look around with `footbridge demo`.\nExit codes: 0 done, 1 the answer is no, 2 could not be done."
)]
pub(crate) struct Line {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every command takes.
#[derive(Debug, Args)]
pub(crate) struct Global {
    /// The learner's folder [otherwise $FOOTBRIDGE_HOME, the current folder if it is one, or ~/footbridge]
    #[arg(long, global = true, value_name = "DIR", help_heading = "Everywhere")]
    pub(crate) folder: Option<PathBuf>,
    /// When to use colour: auto (on a terminal, unless NO_COLOR is set), always or never
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_default_value = true,
        hide_possible_values = true,
        alias = "color",
        help_heading = "Everywhere"
    )]
    pub(crate) colour: Colour,
}

/// A result for programs.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Json {
    /// Print the result as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// Prints a view for programs, or its page.
fn told(view: &impl serde::Serialize, json: bool, here: &Context, page: impl FnOnce() -> String) -> anyhow::Result<Ending> {
    if json {
        here.print_json(view)?;
    } else {
        here.print(&page())?;
    }
    Ok(Ending::Done)
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Init(Box<init::Init>),
    Today(today::Today),
    Plan(plan::Plan),
    List(list::List),
    Show(show::Show),
    Start(start::Start),
    Run(run::Run),
    Check(check::Check),
    Explain(explain::Explain),
    Hint(hint::Hint),
    Solution(solution::Solution),
    State(state::State),
    Verify(verify::Verify),
    Portfolio(portfolio::Portfolio),
    Bank(bank::Bank),
    Recall(recall::Recall),
    Mock(mock::Mock),
    Rubric(rubric::Rubric),
    Review(review::Review),
    Resume(resume::Resume),
    People(people::People),
    Private(private::Private),
    Post(post::Post),
    Published(published::Published),
    Guide(guide::Guide),
    Prompt(prompt::Prompt),
    Sql(sql::Sql),
    Analytics(Box<analytics::Analytics>),
    Write(write::Write),
    Roadmap(roadmap::Roadmap),
    Decide(decide::Decide),
    Job(job::Job),
    Company(company::Company),
    Application(application::Application),
    Serve(serve::Serve),
    Demo(demo::Demo),
    Doctor(doctor::Doctor),
    Pack(pack::Pack),
    Completions(completions::Completions),
    Man(man::Man),
}

impl Command {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        match self {
            Self::Init(command) => command.run(here),
            Self::Today(command) => command.run(here),
            Self::Plan(command) => command.run(here),
            Self::List(command) => command.run(here),
            Self::Show(command) => command.run(here),
            Self::Start(command) => command.run(here),
            Self::Run(command) => command.run(here),
            Self::Check(command) => command.run(here),
            Self::Explain(command) => command.run(here),
            Self::Hint(command) => command.run(here),
            Self::Solution(command) => command.run(here),
            Self::State(command) => command.run(here),
            Self::Verify(command) => command.run(here),
            Self::Portfolio(command) => command.run(here),
            Self::Bank(command) => command.run(here),
            Self::Recall(command) => command.run(here),
            Self::Mock(command) => command.run(here),
            Self::Rubric(command) => command.run(here),
            Self::Review(command) => command.run(here),
            Self::Resume(command) => command.run(here),
            Self::People(command) => command.run(here),
            Self::Private(command) => command.run(here),
            Self::Post(command) => command.run(here),
            Self::Published(command) => command.run(here),
            Self::Guide(command) => command.run(here),
            Self::Prompt(command) => command.run(here),
            Self::Sql(command) => command.run(here),
            Self::Analytics(command) => command.run(here),
            Self::Write(command) => command.run(here),
            Self::Roadmap(command) => command.run(here),
            Self::Decide(command) => command.run(here),
            Self::Job(command) => command.run(here),
            Self::Company(command) => command.run(here),
            Self::Application(command) => command.run(here),
            Self::Serve(command) => command.run(here),
            Self::Demo(command) => command.run(here),
            Self::Doctor(command) => command.run(here),
            Self::Pack(command) => command.run(here),
            Self::Completions(command) => command.run(here),
            Self::Man(command) => command.run(here),
        }
    }
}
