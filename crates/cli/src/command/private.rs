use super::own_file::bytes_of;
use super::{Json, told};
use crate::Ending;
use crate::context::{Context, refusal};
use crate::kept::{Readers, is_standard, keep_whole};
use crate::terminal::Page;
use anyhow::Context as _;
use clap::{Args, Subcommand};
use footbridge_app::view::{BackedUpView, RestoredView};
use footbridge_app::{LARGEST_BACKUP, Passphrase};
use footbridge_diagnostic::counted;
use std::io::{BufRead as _, IsTerminal as _};
use std::path::{Path, PathBuf};

/// Back the private part of the folder up into one encrypted file, and bring it back
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge private backup ~/private.age\n  footbridge private restore ~/private.age\n\nThe passphrase is asked for, or is the first line of standard input when that is no terminal. Nobody can open the file without it.\nThe file is a ZIP in the format of age (https://age-encryption.org), so `age -d` opens it too."
)]
pub(crate) struct Private {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Write everything in private/ into one encrypted file, but people.ics, which `footbridge people calendar` makes anew
    #[command(after_long_help = "Example:\n  footbridge private backup ~/private.age")]
    Backup {
        /// The file, which must not be there yet
        file: PathBuf,
        #[command(flatten)]
        json: Json,
    },
    /// Bring back what a backup holds; files that differ are named and left, unless --overwrite is given
    #[command(after_long_help = "Example:\n  footbridge private restore ~/private.age")]
    Restore {
        /// The backup
        file: PathBuf,
        /// Write over files that are there and differ
        #[arg(long)]
        overwrite: bool,
        #[command(flatten)]
        json: Json,
    },
}

impl Private {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        match &self.what {
            What::Backup { file, json } => {
                refuse_existing(file)?;
                let (bytes, view) = here.app()?.back_up_private(&passphrase(true)?)?;
                // A passphrase takes its time to type.
                refuse_existing(file)?;
                // Only the person may read it, although nobody could open it.
                keep_whole(&bytes, file, Readers::OnlyThePerson).with_context(|| format!("{} could not be written", file.display()))?;
                told(&view, json.json, here, || backed_up(&view, file, here))
            }
            What::Restore { file, overwrite, json } => {
                let backup = backup_of(file)?;
                let view = here.app()?.restore_private(&backup, &passphrase(false)?, *overwrite)?;
                told(&view, json.json, here, || restored(&view, here))?;
                Ok(if view.restored { Ending::Done } else { Ending::No })
            }
        }
    }
}

/// Asked for without being shown; twice when a slip would lock everything away.
fn passphrase(twice: bool) -> anyhow::Result<Passphrase> {
    let stdin = std::io::stdin();
    if !stdin.is_terminal() {
        let mut line = String::new();
        stdin.lock().read_line(&mut line).context("no passphrase can be read from standard input")?;
        let line = line.trim_end_matches(['\r', '\n']);
        if line.is_empty() {
            let help = "Run it in a terminal, which asks for it, or give it as the first line of standard input.";
            return Err(refusal("There is no passphrase: standard input is no terminal, and its first line is empty.", help).into());
        }
        return Ok(Passphrase::new(line.to_owned()));
    }
    let ask = |what: &str| rpassword::prompt_password(what).context("no passphrase can be read from the terminal");
    let typed = ask("Passphrase: ")?;
    if twice && ask("The same again: ")? != typed {
        return Err(refusal("The two passphrases are not the same, so nothing was written.", "Do it again.").into());
    }
    Ok(Passphrase::new(typed))
}

/// Standard input holds the passphrase, and a backup is no text for standard output.
fn refuse_standard(file: &Path) -> anyhow::Result<()> {
    if is_standard(file) {
        return Err(refusal("A backup is a file: `-` stands for standard input and output, and is none.", "Name the file.").into());
    }
    Ok(())
}

fn refuse_existing(file: &Path) -> anyhow::Result<()> {
    refuse_standard(file)?;
    if std::fs::symlink_metadata(file).is_ok() {
        return Err(refusal(format!("{} is there already, so it is left alone.", file.display()), "Name another file.").into());
    }
    Ok(())
}

fn backup_of(file: &Path) -> anyhow::Result<Vec<u8>> {
    refuse_standard(file)?;
    let bytes = bytes_of(file, LARGEST_BACKUP)?;
    if bytes.len() as u64 > LARGEST_BACKUP {
        let message = format!("{} is larger than {} MB, which no backup is.", file.display(), LARGEST_BACKUP / 1_000_000);
        return Err(refusal(message, "Name the file that `footbridge private backup` wrote.").into());
    }
    Ok(bytes)
}

fn backed_up(view: &BackedUpView, file: &Path, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    let files = counted(view.files, "file", "files");
    page.says(&format!("{files} of private/ are in {}, {} kB.", file.display(), view.bytes.div_ceil(1_000)));
    named(&mut page, "Left out: links, and what is no plain file or has a name that is not UTF-8", &view.left_out);
    page.aside("Keep the passphrase somewhere else: without it nobody can open the file.");
    page.finish()
}

fn restored(view: &RestoredView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    if !view.restored {
        page.says("Nothing was restored: some files are there already and hold something else.");
        named(&mut page, "They differ", &view.differing);
        page.aside("With --overwrite these files are replaced by the backup's; journals only gain lines.");
        return page.finish();
    }
    page.says(&format!("Restored: {} new, {} written over, {} as they were.", view.new.len(), view.differing.len(), view.same));
    named(&mut page, "New", &view.new);
    named(&mut page, "Written over", &view.differing);
    named(&mut page, "Journals that got lines they did not have", &view.joined);
    page.finish()
}

fn named(page: &mut Page<'_>, heading: &str, files: &[String]) {
    if !files.is_empty() {
        page.heading(heading);
        files.iter().for_each(|file| page.point(file));
    }
}
