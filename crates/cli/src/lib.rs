//! The command line of Footbridge: it reads arguments, asks the app, and prints.
//!
//! Standard output carries results, standard error everything else. [`command`] is the whole of what can be typed; manual pages and
//! shell completions are made from it.

mod command;
mod complaint;
mod context;
mod kept;
mod terminal;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Parser};
use command::Line;
use std::ffi::OsString;
use std::io::{ErrorKind as IoErrorKind, Write};

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// It is done, and the answer is not no. Exit code 0.
    Done,
    /// It is done and the answer is no: not right yet, not sound, not well. Exit code 1.
    No,
    /// It could not be done, or was asked for wrongly. Exit code 2.
    CouldNot,
}

/// Everything that can be typed.
pub fn command() -> clap::Command {
    Line::command()
}

/// Does what a line of arguments asks for; what went wrong is told on standard error.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Ending {
    let line = match Line::try_parse_from(arguments) {
        Ok(line) => line,
        Err(error) => return not_parsed(without_a_wrong_tip(error)),
    };
    let here = context::Context::new(line.global);
    match line.command.run(&here) {
        Ok(ending) => ending,
        Err(error) if is_closed_pipe(&error) => Ending::Done,
        Err(error) => {
            // When even standard error is closed there is nobody left to tell.
            let _ = std::io::stderr().write_all(complaint::told(&error, &here).as_bytes());
            Ending::CouldNot
        }
    }
}

/// For a flag that there is not, clap advises to write it as a value, which nobody meant who wrote `--company Acme`. The usage that follows
/// says what is meant.
fn without_a_wrong_tip(mut error: clap::Error) -> clap::Error {
    let is_flag = matches!(error.get(ContextKind::InvalidArg), Some(ContextValue::String(argument)) if argument.starts_with("--"));
    if is_flag && let Some(ContextValue::StyledStrs(mut tips)) = error.remove(ContextKind::Suggested) {
        tips.retain(|tip| !tip.to_string().contains("as a value"));
        if !tips.is_empty() {
            error.insert(ContextKind::Suggested, ContextValue::StyledStrs(tips));
        }
    }
    error
}

fn not_parsed(error: clap::Error) -> Ending {
    let _ = error.print();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Ending::Done,
        _ => Ending::CouldNot,
    }
}

/// Whoever read our output had enough, as `head` does: nothing went wrong.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == IoErrorKind::BrokenPipe)
}
