//! Files of a person's own that a command reads, judges, and writes in another form.

use crate::Ending;
use crate::context::{Context, refusal};
use crate::terminal::{Page, finding};
use anyhow::Context as _;
use footbridge_app::view::{ExportView, JudgedView};
use std::io::Read as _;
use std::path::Path;

/// The name findings point at, and the text; `-` is standard input.
pub(super) fn text_of(file: &Path) -> anyhow::Result<(String, String)> {
    if file == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).context("standard input cannot be read as text")?;
        return Ok(("standard input".to_owned(), text));
    }
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read as text", file.display()))?;
    Ok((file.display().to_string(), text))
}

/// What was found; exit code 1 when something stands against the file.
pub(super) fn judged(view: &JudgedView, name: &str, text: &str, json: bool, here: &Context) -> anyhow::Result<Ending> {
    if json {
        here.print_json(view)?;
    } else {
        let mut page = Page::new(&here.terminal);
        view.findings.iter().for_each(|found| page.verbatim(&finding(found, name, text, &here.terminal)));
        page.says(&view.says);
        here.print(&page.finish())?;
    }
    Ok(if view.complete { Ending::Done } else { Ending::No })
}

/// Writes a file, or prints it. The file it was made of is not written over.
pub(super) fn keep(text: &str, made_of: &Path, output: Option<&Path>, here: &Context) -> anyhow::Result<Ending> {
    match output {
        Some(file) => {
            if file.canonicalize().is_ok_and(|there| made_of.canonicalize().is_ok_and(|source| source == there)) {
                let message = format!("{} is the file it is made of, so it is left alone.", file.display());
                return Err(refusal(message, "Name another file.").into());
            }
            std::fs::write(file, text).with_context(|| format!("{} could not be written", file.display()))?;
            here.tell(&format!("Written: {}", file.display()));
        }
        None => here.print(text)?,
    }
    Ok(Ending::Done)
}

/// What the new form cannot hold.
pub(super) fn tell_lost(view: &ExportView, here: &Context) {
    view.lost.iter().for_each(|lost| here.tell(lost));
}
