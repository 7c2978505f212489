mod send;

use super::Json;
use super::own_file::text_of;
use crate::Ending;
use crate::context::{Context, refusal};
use clap::Args;
use footbridge_app::Trouble;
use footbridge_app::view::{PromptBody, PromptView};
use send::Send;
use std::path::PathBuf;

/// Print a master prompt filled from your own data, with everything private masked; or what it asks for without a model; or send it to yours
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge prompt learning-plan\n  footbridge prompt interview --company Postman\n  footbridge prompt tools --input use_case=\"API docs\" --input tool_a=Postman\n  footbridge prompt learning-plan --offline\n  footbridge prompt interview --import reply.md --company Postman\n  footbridge prompt interview --company Postman --send"
)]
pub(crate) struct Prompt {
    /// learning-plan, interview or tools
    name: String,
    /// Fill a place of the prompt, as often as needed
    #[arg(long = "input", value_name = "NAME=VALUE")]
    inputs: Vec<String>,
    /// The same as `--input company=NAME`
    #[arg(long, value_name = "NAME")]
    company: Option<String>,
    /// Make what the prompt asks for of the course alone: twelve weeks, ten questions, or a matrix for `footbridge decide`
    #[arg(long, conflicts_with = "import")]
    offline: bool,
    /// Keep a model's reply, below private/ and marked as unreviewed, when it has the shape that was asked for; `-` reads standard input
    #[arg(long, value_name = "FILE")]
    import: Option<PathBuf>,
    /// Show the prompt and where it goes, ask, send it to the model that you set up (docs/models.md), and keep the reply like `--import`
    #[arg(long, conflicts_with_all = ["offline", "import"])]
    send: bool,
    /// Send without asking
    #[arg(long, requires = "send")]
    yes: bool,
    #[command(flatten)]
    json: Json,
}

impl Prompt {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let body = self.body()?;
        let view = here.app()?.prompt(&self.name, &body)?;
        view.notes.iter().for_each(|note| here.tell(note));
        if let Some(file) = &self.import {
            return self.keep(file, body.inputs.get("company").map(String::as_str), here);
        }
        if self.send {
            return Send { name: &self.name, body: &body, yes: self.yes, json: self.json.json }.run(here);
        }
        if self.offline {
            let made = here.app()?.without_model(&self.name, &body)?;
            return super::told(&made, self.json.json, here, || format!("{}\n", made.text.trim_end()));
        }
        if self.json.json {
            here.print_json(&view)?;
            return Ok(Ending::Done);
        }
        here.print(&format!("{}\n", view.text.trim_end()))?;
        tell_filled(&view, here);
        Ok(Ending::Done)
    }

    fn keep(&self, file: &std::path::Path, company: Option<&str>, here: &Context) -> anyhow::Result<Ending> {
        let (name, text) = text_of(file)?;
        let kept = here.app()?.keep_reply(&self.name, &text, &name, company)?;
        super::told(&kept, self.json.json, here, || {
            let next = if kept.next.is_empty() { String::new() } else { format!(" Next: `{}`.", kept.next) };
            format!("{}{next}\n", kept.says)
        })
    }

    fn body(&self) -> Result<PromptBody, Trouble> {
        let mut body = PromptBody::default();
        for input in &self.inputs {
            let (name, value) = input.split_once('=').ok_or_else(|| {
                refusal(format!("`{input}` names no place."), "Write it as name=value, for example `--input company=Postman`.")
            })?;
            body.inputs.insert(name.trim().to_owned(), value.to_owned());
        }
        if let Some(company) = &self.company
            && body.inputs.insert("company".to_owned(), company.clone()).is_some()
        {
            return Err(refusal("The company is named twice.", "Leave out `--company` or `--input company=…`."));
        }
        Ok(body)
    }
}

/// What was filled with what, so that it can be seen before it is copied.
fn tell_filled(view: &PromptView, here: &Context) {
    here.tell("");
    for filled in &view.filled {
        let masked = if filled.masked { " (something private was left out)" } else { "" };
        here.tell(&format!("{} = {}{masked}", filled.name, filled.value));
    }
    for open in view.inputs.iter().filter(|input| input.value.is_empty()) {
        here.tell(&format!("Still open: {} (`--input {}=…`)", open.label, open.name));
    }
}
