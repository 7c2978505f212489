use super::own_file::{judged, keep, refuse_source, text_of};
use super::{Json, told};
use crate::Ending;
use crate::context::{Context, refusal};
use crate::kept::{is_standard, write_out};
use crate::terminal::{Ink, Page, Span, Table, finding, words};
use clap::{Args, Subcommand, ValueEnum};
use footbridge_app::view::{FindingView, ResumeExportView, ResumeLeftOutView, ResumeProofView, ResumeView, VariantBody};
use footbridge_app::{ResumeOf, ResumeSheet};
use std::path::{Path, PathBuf};

/// Your résumé: started from your evidence, checked, tailored, and set as a PDF whose text layer is proven
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge resume new\n  footbridge resume check\n  footbridge resume variant payments --role \"Technical product manager, payments\"\n  footbridge resume export --variant payments\n  footbridge resume prove --theme classic --paper letter\n  footbridge resume check their-resume.json                    needs no learner's folder\n\nYour résumé is resume.json in your folder, in the format JSON Resume; variants are in private/resume/. docs/resume.md says more."
)]
pub(crate) struct Resume {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Start resume.json from your profile and your evidence
    #[command(after_long_help = "Example:\n  footbridge resume new")]
    New {
        #[command(flatten)]
        json: Json,
    },
    /// Take in a JSON Resume as it is, unknown keys included
    #[command(after_long_help = "Example:\n  footbridge resume import resume-of-another-tool.json")]
    Import {
        /// The file; `-` reads standard input
        file: PathBuf,
        #[command(flatten)]
        json: Json,
    },
    /// Say what is wrong and what could be better; exit code 1 when something is wrong
    #[command(after_long_help = "Examples:\n  footbridge resume check\n  footbridge resume check their-resume.json")]
    Check {
        /// Any JSON Resume [otherwise your own]; `-` reads standard input
        file: Option<PathBuf>,
        /// A variant of your own
        #[arg(long, value_name = "NAME", conflicts_with = "file", default_value = "", hide_default_value = true)]
        variant: String,
        #[command(flatten)]
        json: Json,
    },
    /// List the variants, say what one shows, or begin one with --role
    #[command(
        after_long_help = "Examples:\n  footbridge resume variant\n  footbridge resume variant payments --role \"Technical product manager, payments\""
    )]
    Variant {
        /// Its name: letters, digits and hyphens
        name: Option<String>,
        /// Begin it, for this role
        #[arg(long, requires = "name")]
        role: Option<String>,
        #[command(flatten)]
        json: Json,
    },
    /// Write the PDF, a page and plain text, and tell what the PDF proves and what is left out; exit code 1 when it proves less than
    /// everything, or when a variant names what the résumé has no longer
    #[command(
        after_long_help = "Examples:\n  footbridge resume export --variant payments --theme classic\n  footbridge resume export --to pdf -o resume.pdf\n  footbridge resume export --file their-resume.json --to txt"
    )]
    Export {
        #[command(flatten)]
        which: Which,
        #[command(flatten)]
        sheet: Sheet,
        /// One form only [otherwise PDF, page and text, into private/resume/exported/]
        #[arg(long, value_name = "FORM")]
        to: Option<To>,
        /// Where to write it; a PDF needs a file, the others go to standard output
        #[arg(short, long, value_name = "FILE", requires = "to")]
        output: Option<PathBuf>,
        /// It is right without what the variant names and the résumé has no longer: no exit code 1 for that
        #[arg(long, requires = "variant")]
        without_missing: bool,
        #[command(flatten)]
        json: Json,
    },
    /// Tell field by field what two readers find in the PDF; exit code 1 when a field is missing
    #[command(after_long_help = "Example:\n  footbridge resume prove --theme compact")]
    Prove {
        #[command(flatten)]
        which: Which,
        #[command(flatten)]
        sheet: Sheet,
        #[command(flatten)]
        json: Json,
    },
}

/// The code of findings about what a variant names and the résumé has no longer.
const MISSING: &str = "resume-variant";

/// Which résumé.
#[derive(Debug, Args)]
struct Which {
    /// A variant of your own
    #[arg(long, value_name = "NAME", conflicts_with = "file", default_value = "", hide_default_value = true)]
    variant: String,
    /// Any JSON Resume, in place of your own
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
}

/// How it is set.
#[derive(Debug, Args)]
struct Sheet {
    /// modern, classic or compact [otherwise modern]
    #[arg(long, default_value = "", hide_default_value = true)]
    theme: String,
    /// a4 or letter [otherwise that of your region]
    #[arg(long, default_value = "", hide_default_value = true)]
    paper: String,
}

impl Sheet {
    fn chosen(&self) -> ResumeSheet {
        ResumeSheet { theme: self.theme.clone(), paper: self.paper.clone() }
    }
}

/// Forms a résumé can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum To {
    Pdf,
    Html,
    Txt,
    Json,
}

impl Resume {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        match &self.what {
            What::New { json } => begun(&here.app()?.begin_resume()?, json.json, here),
            What::Import { file, json } => {
                let (name, text) = text_of(file)?;
                begun(&here.app()?.import_resume(&text, &name)?, json.json, here)
            }
            What::Check { file: Some(file), json, .. } => {
                let (name, text) = text_of(file)?;
                let (view, _) = here.app()?.check_resume(&ResumeOf::File { name: &name, text: &text })?;
                judged(&view, &name, &text, json.json, here)
            }
            What::Check { file: None, variant, json } => {
                let (view, text) = here.app()?.check_resume(&ResumeOf::Own { variant })?;
                judged(&view, "resume.json", &text, json.json, here)
            }
            What::Variant { name, role, json } => {
                let app = here.app()?;
                let view = match (name, role) {
                    (Some(name), Some(role)) => app.begin_variant(&VariantBody { name: name.clone(), role: role.clone() })?,
                    (name, _) => app.resume(name.as_deref().unwrap_or_default())?,
                };
                told(&view, json.json, here, || variants(&view, here))
            }
            What::Export { which, sheet, to: Some(to), output, without_missing, json } => {
                let missing = tell_left_out(which, here)?;
                Ok(one_form(which, sheet, (*to, output.as_deref()), json.json, here)?.max(unless(*without_missing, missing)))
            }
            What::Export { which, sheet, to: None, without_missing, json, .. } => {
                if which.file.is_some() {
                    return Err(refusal("A file of somebody's own is exported in one form.", "Name it: `--to pdf -o resume.pdf`.").into());
                }
                let view = here.app()?.export_resume(&which.variant, &sheet.chosen())?;
                told(&view, json.json, here, || exported(&view, here))?;
                Ok(ending(&view.proof).max(unless(*without_missing, !view.left_out.missing.is_empty())))
            }
            What::Prove { which, sheet, json } => {
                tell_left_out(which, here)?;
                let view = with(which, |of| Ok(here.app()?.prove_resume(&of, &sheet.chosen())?))?;
                told(&view, json.json, here, || proof(&view, here))?;
                Ok(ending(&view))
            }
        }
    }
}

/// Reads the file that was named, if one was.
fn with<T>(which: &Which, act: impl FnOnce(ResumeOf<'_>) -> anyhow::Result<T>) -> anyhow::Result<T> {
    match &which.file {
        Some(file) => {
            let (name, text) = text_of(file)?;
            act(ResumeOf::File { name: &name, text: &text })
        }
        None => act(ResumeOf::Own { variant: &which.variant }),
    }
}

fn one_form(which: &Which, sheet: &Sheet, (to, output): (To, Option<&Path>), json: bool, here: &Context) -> anyhow::Result<Ending> {
    let app = here.app()?;
    let made_of = which.file.clone().unwrap_or_else(|| here.folder().join("resume.json"));
    let text = |of: ResumeOf<'_>| match to {
        To::Html => app.resume_page(&of, &sheet.theme),
        To::Txt => app.resume_text(&of),
        To::Json | To::Pdf => app.resume_json(&of),
    };
    if to != To::Pdf {
        return keep(&with(which, |of| Ok(text(of)?))?, &made_of, output, here);
    }
    let Some(file) = output else {
        return Err(refusal("A PDF is no text for a terminal.", "Name a file: `--to pdf -o resume.pdf`.").into());
    };
    let (bytes, view) = with(which, |of| Ok(app.proven_resume_pdf(&of, &sheet.chosen())?))?;
    refuse_source(file, &made_of)?;
    write_out(&bytes, file, here)?;
    if is_standard(file) {
        // Standard output holds the PDF and nothing else.
        here.tell(&proof_in_short(&view, here));
        return Ok(ending(&view));
    }
    told(&view, json, here, || proof_in_short(&view, here))?;
    Ok(ending(&view))
}

/// A PDF that does not prove everything is a no.
fn ending(proof: &ResumeProofView) -> Ending {
    if proof.passed { Ending::Done } else { Ending::No }
}

/// A résumé that lacks what its variant names is a no, unless it is right so.
fn unless(right: bool, missing: bool) -> Ending {
    if missing && !right { Ending::No } else { Ending::Done }
}

/// Tells on standard error what a variant leaves out, because the résumé itself may stand on standard output; whether anything is missing.
fn tell_left_out(which: &Which, here: &Context) -> anyhow::Result<bool> {
    if which.variant.is_empty() {
        return Ok(false);
    }
    let view = here.app()?.resume_left_out(&ResumeOf::Own { variant: &which.variant })?;
    let mut page = Page::new(&here.terminal);
    left_out(&view, &mut page);
    if !view.nothing || !view.missing.is_empty() {
        here.tell(&page.finish());
    }
    Ok(!view.missing.is_empty())
}

fn left_out(view: &ResumeLeftOutView, page: &mut Page<'_>) {
    missing(view.missing.iter(), page);
    if !view.nothing {
        page.says(&view.says);
    }
}

fn missing<'a>(findings: impl Iterator<Item = &'a FindingView>, page: &mut Page<'_>) {
    findings.for_each(|found| page.verbatim(&finding(found, "", "", page.terminal())));
}

fn begun(view: &ResumeView, json: bool, here: &Context) -> anyhow::Result<Ending> {
    told(view, json, here, || {
        let mut page = Page::new(&here.terminal);
        page.says(&format!("`{}`: {}.", here.folder().join(&view.path).display(), view.answer));
        page.says("`footbridge resume check` says what it lacks; write it in your editor or on the screen Résumé of `footbridge serve`.");
        page.finish()
    })
}

fn variants(view: &ResumeView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    let Some(variant) = &view.variant else {
        if view.variants.is_empty() {
            page.says("There is no variant yet. `footbridge resume variant payments --role \"…\"` begins one.");
        }
        view.variants.iter().for_each(|line| page.point(&format!("{} (`{}`)", line.name, line.path)));
        return page.finish();
    };
    page.title(&variant.line.name);
    if !variant.role.is_empty() {
        page.says(&variant.role);
    }
    missing(view.findings.iter().map(|found| &found.finding).filter(|found| found.code == MISSING), &mut page);
    page.says(&variant.says);
    for section in &variant.sections {
        page.heading(&section.heading);
        for entry in &section.entries {
            page.point(&format!("{}{}", entry.entry, if entry.shown { "" } else { " (left out)" }));
            let left = entry.items.iter().filter(|item| entry.shown && !item.shown);
            left.for_each(|item| page.wrapped(&[Span::new(Ink::Dim, format!("left out: {}", item.text))], "    ", "    "));
        }
    }
    page.gap();
    page.says(&format!("`{}` says it, and is yours to edit.", here.folder().join(&variant.line.path).display()));
    page.finish()
}

fn exported(view: &ResumeExportView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    view.files.iter().for_each(|file| page.point(&format!("`{}`", here.folder().join(file).display())));
    page.gap();
    left_out(&view.left_out, &mut page);
    page.gap();
    page.verbatim(&proof_in_short(&view.proof, here));
    page.finish()
}

/// The verdict, and every field that is missing.
fn proof_in_short(view: &ResumeProofView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    let (ink, word) = if view.passed { (Ink::Good, "proven:") } else { (Ink::Bad, "not proven:") };
    page.labelled(Span::new(ink, word), &view.says);
    for field in view.fields.iter().filter(|field| !field.passed) {
        page.point(&format!("{}: “{}”", field.label, field.expected));
        for ((_, reader), read) in field.found_by.iter().zip(&view.readers).zip(&field.read_as).filter(|((found, _), _)| !**found) {
            page.wrapped(&[Span::new(Ink::Dim, format!("read {reader}: “{read}”"))], "    ", "    ");
        }
    }
    page.finish()
}

fn proof(view: &ResumeProofView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    let mut table = Table::new(&["field", "in the file", "on the page", "what the résumé says"], &[]);
    let mark = |found: bool| if found { Span::new(Ink::Good, "pass") } else { Span::new(Ink::Bad, "fail") };
    for field in &view.fields {
        let [first, second] = [0, 1].map(|reader| field.found_by.get(reader).copied().unwrap_or(false));
        table.row(vec![words(&field.label), vec![mark(first)], vec![mark(second)], words(&field.expected)]);
    }
    page.table(&table);
    page.gap();
    page.verbatim(&proof_in_short(view, here));
    page.finish()
}
