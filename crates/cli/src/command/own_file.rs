//! Files of a person's own that a command reads, judges, and writes in another form.

use crate::Ending;
use crate::context::{Context, refusal};
use crate::kept::{is_standard, write_out};
use crate::terminal::{Page, finding};
use anyhow::Context as _;
use footbridge_app::Trouble;
use footbridge_app::view::{ExportView, JudgedView};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The largest text that is read, in bytes.
const LARGEST_TEXT: u64 = 20_000_000;

/// The bytes of a file, or for `-` of standard input; of what is too large one more than `most`: who judges it tells that. A device and a
/// pipe end nowhere, so nothing is read whole.
pub(super) fn bytes_of(file: &Path, most: u64) -> anyhow::Result<Vec<u8>> {
    let unreadable = || format!("{} cannot be read", name_of(file));
    let mut bytes = Vec::new();
    let source: Box<dyn Read> = match is_standard(file) {
        true => Box::new(std::io::stdin().lock()),
        false => Box::new(File::open(file).with_context(unreadable)?),
    };
    source.take(most + 1).read_to_end(&mut bytes).with_context(unreadable)?;
    Ok(bytes)
}

/// What a file is called in findings.
pub(super) fn name_of(file: &Path) -> String {
    if is_standard(file) { "standard input".to_owned() } else { file.display().to_string() }
}

/// The name findings point at, and the text; `-` is standard input. What people have at hand is often no text but a PDF.
pub(super) fn text_of(file: &Path) -> anyhow::Result<(String, String)> {
    let (name, bytes) = (name_of(file), bytes_of(file, LARGEST_TEXT)?);
    if bytes.len() as u64 > LARGEST_TEXT {
        let message = format!("{name} is larger than {} MB; nothing was read.", LARGEST_TEXT / 1_000_000);
        return Err(refusal(message, "Cut it to what it is about, or name another file.").into());
    }
    if bytes.starts_with(b"%PDF-") {
        let help = "Open it, select all, copy, and save that as a text file. Or run `pdftotext FILE.pdf FILE.txt`.";
        return Err(refusal(format!("{name} is a PDF, and only text is read."), help).into());
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok((name, text)),
        Err(_) => Err(refusal(format!("{name} is not plain text."), "Open it, select all, copy, and save that as a text file.").into()),
    }
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
            refuse_source(file, made_of)?;
            write_out(text.as_bytes(), file, here)?;
        }
        None => here.print(text)?,
    }
    Ok(Ending::Done)
}

/// What is made of a file is not written over it.
pub(super) fn refuse_source(file: &Path, made_of: &Path) -> Result<(), Trouble> {
    let is_source = file.canonicalize().is_ok_and(|there| made_of.canonicalize().is_ok_and(|source| source == there));
    if is_source {
        return Err(refusal(format!("{} is the file it is made of, so it is left alone.", file.display()), "Name another file."));
    }
    Ok(())
}

/// What the new form cannot hold.
pub(super) fn tell_lost(view: &ExportView, here: &Context) {
    view.lost.iter().for_each(|lost| here.tell(lost));
}
