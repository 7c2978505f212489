//! A prompt goes to the model that a person set up, after they saw every word of it.

use super::tell_filled;
use crate::Ending;
use crate::context::{Context, refusal};
use crate::terminal::{Ink, Page, Progress, Span};
use anyhow::Context as _;
use footbridge_app::view::{ModelReplyView, PromptBody};
use footbridge_app::{Fault, ModelQuestion, ModelSettings, Trouble, Turn};
use footbridge_diagnostic::upper_first;
use footbridge_endpoint::{AskError, Endpoint, Key, Limits, Message, Role, Schema};
use std::io::{BufRead, IsTerminal, Write};

pub(super) struct Send<'s> {
    pub(super) name: &'s str,
    pub(super) body: &'s PromptBody,
    pub(super) yes: bool,
    pub(super) json: bool,
}

impl Send<'_> {
    pub(super) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        let question = app.question_for_model(self.name, self.body)?;
        let settings = ModelSettings::of_this_machine()?;
        let endpoint = endpoint(&settings)?;
        here.tell(&question.prompt.text);
        tell_filled(&question.prompt, here);
        here.tell(&format!("\n{}", where_to(&endpoint, &settings)));
        if !self.yes && !agreed()? {
            here.tell("Nothing was sent.");
            return Ok(Ending::No);
        }
        let progress = Progress::new();
        progress.say(&format!("Waiting for {}; Ctrl+C stops.", settings.model));
        let came = app.ask_model(&question, |turns| ask(&endpoint, turns, &question));
        drop(progress);
        told(&came?, self.json, here)
    }
}

fn endpoint(settings: &ModelSettings) -> Result<Endpoint, Trouble> {
    let key = settings.key.as_ref().map(|key| {
        Key::new(key.expose())
            .map_err(|error| refusal(format!("{}: {error}.", key.from), "Copy the key again from where the provider shows it."))
    });
    let endpoint = Endpoint::new(&settings.url, &settings.model, key.transpose()?, Limits::default()).map_err(|error| {
        refusal(format!("{}.", upper_first(&error.to_string())), "Nothing was sent. docs/models.md shows addresses that work.")
    })?;
    Ok(if settings.schema { endpoint } else { endpoint.without_schema() })
}

fn where_to(endpoint: &Endpoint, settings: &ModelSettings) -> String {
    let key = settings.key.as_ref().map_or_else(|| "without a key".to_owned(), |key| format!("with the key of {}", key.from));
    format!(
        "This text, and nothing else of yours, goes to {} for the model {}, {key}. If the answer has not the right shape, it goes there once more with what is wrong.",
        endpoint.address(),
        settings.model
    )
}

fn agreed() -> anyhow::Result<bool> {
    let stdin = std::io::stdin();
    if !stdin.is_terminal() {
        return Err(refusal("Nobody is there to agree, so nothing was sent.", "Read the text above, then add --yes.").into());
    }
    let mut err = std::io::stderr();
    err.write_all(b"Send it? [y/N] ").and_then(|()| err.flush()).context("the question cannot be shown")?;
    let mut line = String::new();
    stdin.lock().read_line(&mut line).context("no answer can be read from the terminal")?;
    Ok(matches!(line.trim().to_lowercase().as_str(), "y" | "yes"))
}

fn ask(endpoint: &Endpoint, turns: &[Turn], question: &ModelQuestion) -> Result<String, Trouble> {
    let role = |turn: &Turn| if turn.by_model { Role::Assistant } else { Role::User };
    let conversation: Vec<Message<'_>> = turns.iter().map(|turn| Message { role: role(turn), text: &turn.text }).collect();
    endpoint.ask(&conversation, Schema { name: &question.prompt.name, schema: &question.schema }).map_err(unanswered)
}

fn unanswered(error: AskError) -> Trouble {
    let (fault, help) = match &error {
        AskError::Unreachable(_) => (Fault::World, "Look at the address, and whether the server runs and this machine is online."),
        AskError::TooSlow { .. } | AskError::Failed { .. } | AskError::TooMany { .. } => {
            (Fault::World, "Try again later, or name another model in FOOTBRIDGE_MODEL.")
        }
        AskError::Redirected => (Fault::Asked, "Name the address that the provider's documentation gives today."),
        AskError::KeyRefused { .. } => (Fault::Asked, "Look at FOOTBRIDGE_MODEL_KEY, or the file model-key in the configuration folder."),
        AskError::TooLarge { .. } | AskError::NoCompletion { .. } => {
            (Fault::Asked, "The address must be the base of an OpenAI-compatible API; it often ends with /v1.")
        }
        AskError::Refused { said, .. } if said.contains("response_format") || said.contains("json_schema") => (
            Fault::Asked,
            "Set FOOTBRIDGE_MODEL_SCHEMA=off, or write `schema = false` into model.toml: then only the text says what is asked for.",
        ),
        AskError::Refused { .. } | AskError::Declined { .. } | AskError::CutShort => {
            (Fault::Asked, "Name another model in FOOTBRIDGE_MODEL, or copy the prompt and bring the reply back with --import.")
        }
    };
    let message = format!("No answer: {error}.");
    Trouble { fault, message, help: Some(help.to_owned()), findings: Vec::new(), source: Some(Box::new(error)) }
}

fn told(view: &ModelReplyView, json: bool, here: &Context) -> anyhow::Result<Ending> {
    if json {
        here.print_json(view)?;
    }
    if let Some(file) = &view.file {
        if !json {
            let mended = if view.repaired { " The model had to mend its first answer." } else { "" };
            here.print(&format!("Kept as {file}, marked as unreviewed. No verdict rests on it.{mended}\n"))?;
        }
        return Ok(Ending::Done);
    }
    if let Some(reply) = view.reply.as_ref().filter(|_| !json) {
        here.print(&format!("{}\n", reply.trim_end()))?;
    }
    let mut page = Page::new(&here.terminal);
    let when = match &view.repair_failed {
        Some(why) => format!("The answer has not the shape that was asked for, and could not be mended. {why}"),
        None => "Twice the answer has not the shape that was asked for.".to_owned(),
    };
    page.labelled(Span::new(Ink::Bad, "not kept:"), &when);
    for finding in &view.findings {
        page.says(&format!("- {}", finding.message));
    }
    page.labelled(
        Span::new(Ink::Good, "help:"),
        "It is on standard output: mend it there and bring it back with --import, or ask another model.",
    );
    here.tell(&page.finish());
    Ok(Ending::No)
}
