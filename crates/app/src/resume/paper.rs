//! A résumé on paper, as a page, as text, and what its PDF proves.

use super::layout::theme_called;
use super::not_a_resume;
use super::shown::{Shown, left_out_view};
use super::variant_file::FOLDER;
use crate::folder::path as inside;
use crate::masking::{MASK, mask};
use crate::private::refused;
use crate::view::{ProvenFieldView, ResumeExportView, ResumeLeftOutView, ResumeProofView};
use crate::words::count;
use crate::{App, Fault, Trouble};
use footbridge_diagnostic::counted;
use footbridge_resume::{FieldProof, Layout, Pdf, Proof, READERS, Resume, file_stem, html, pdf, prove, read, text, write};

/// Which résumé is meant.
#[derive(Debug, Clone, Copy)]
pub enum ResumeOf<'a> {
    /// The learner's own.
    Own {
        /// A variant by its name or its id; empty for the whole.
        variant: &'a str,
    },
    /// Any JSON Resume. No learner's folder is needed.
    File {
        /// Its name, for findings.
        name: &'a str,
        /// Its text.
        text: &'a str,
    },
}

/// How a résumé is set: ids of a theme and a paper. Empty ones are the usual ones.
#[derive(Debug, Clone, Default)]
pub struct ResumeSheet {
    /// `modern`, `classic` or `compact`.
    pub theme: String,
    /// `a4` or `letter`.
    pub paper: String,
}

/// A file that is sent to somebody.
#[derive(Debug, Clone)]
pub struct ResumeFile {
    /// `Asha-Rao-resume.pdf`: the person, the role of the variant, and never a company of the person's. ASCII.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Of a PDF, what its readers say: whether every field came back, and in a sentence which did not. `None` for what is text already.
    pub proof: Option<(bool, String)>,
}

impl App {
    /// The résumé as a PDF, read back: no PDF leaves here of which nobody knows what a program reads in it.
    pub fn resume_pdf(&self, of: &ResumeOf<'_>, sheet: &ResumeSheet) -> Result<ResumeFile, Trouble> {
        let shown = self.shown_meant(of)?;
        let (pdf, proof) = proven(&shown.resume, self.layout(sheet)?)?;
        let name = format!("{}.pdf", self.stem(&shown)?);
        Ok(ResumeFile { name, bytes: pdf.bytes, proof: Some((proof.passed, proof.says)) })
    }

    /// The résumé as a PDF, with what two readers find in that very PDF.
    pub fn proven_resume_pdf(&self, of: &ResumeOf<'_>, sheet: &ResumeSheet) -> Result<(Vec<u8>, ResumeProofView), Trouble> {
        let (pdf, proof) = proven(&self.resume_meant(of)?, self.layout(sheet)?)?;
        Ok((pdf.bytes, proof))
    }

    /// What two readers find of the résumé in its PDF, field by field.
    pub fn prove_resume(&self, of: &ResumeOf<'_>, sheet: &ResumeSheet) -> Result<ResumeProofView, Trouble> {
        Ok(self.proven_resume_pdf(of, sheet)?.1)
    }

    /// The résumé as a page that loads nothing and runs nothing.
    pub fn resume_page(&self, of: &ResumeOf<'_>, theme: &str) -> Result<String, Trouble> {
        Ok(html(&self.resume_meant(of)?, theme_called(theme)?))
    }

    /// The résumé as plain text.
    pub fn resume_text(&self, of: &ResumeOf<'_>) -> Result<String, Trouble> {
        Ok(text(&self.resume_meant(of)?))
    }

    /// The résumé as plain text, with the name it is sent under.
    pub fn resume_text_file(&self, of: &ResumeOf<'_>) -> Result<ResumeFile, Trouble> {
        let shown = self.shown_meant(of)?;
        Ok(ResumeFile { name: format!("{}.txt", self.stem(&shown)?), bytes: text(&shown.resume).into_bytes(), proof: None })
    }

    /// The résumé as JSON Resume, with the name it is sent under.
    pub fn resume_json_file(&self, of: &ResumeOf<'_>) -> Result<ResumeFile, Trouble> {
        let shown = self.shown_meant(of)?;
        Ok(ResumeFile { name: format!("{}.json", self.stem(&shown)?), bytes: write(&shown.resume).into_bytes(), proof: None })
    }

    /// The résumé as JSON Resume, every unknown key kept.
    pub fn resume_json(&self, of: &ResumeOf<'_>) -> Result<String, Trouble> {
        Ok(write(&self.resume_meant(of)?))
    }

    /// Writes the learner's résumé as PDF, page and text below `private/`, and tells what the PDF proves.
    pub fn export_resume(&self, variant: &str, sheet: &ResumeSheet) -> Result<ResumeExportView, Trouble> {
        // Read once: the files, the proof and what is said to be left out are of one and the same résumé.
        let shown = self.shown_meant(&ResumeOf::Own { variant })?;
        let resume = &shown.resume;
        let layout = self.layout(sheet)?;
        let (pdf, proof) = proven(resume, layout)?;
        let name = self.stem(&shown)?;
        // A variant may be called as anything is; in a folder of its own it writes over nothing of another's.
        let folder = match &shown.variant {
            None => format!("{FOLDER}/exported"),
            Some((file, _)) => format!("{FOLDER}/exported/{}", file.line.name),
        };
        let _lock = self.lock()?;
        self.world.disk.create_folder_all(&inside(&folder)).map_err(|error| refused(FOLDER, error))?;
        let mut files = Vec::new();
        for (ending, bytes) in [("pdf", pdf.bytes), ("html", html(resume, layout.theme).into_bytes()), ("txt", text(resume).into_bytes())] {
            let file = format!("{folder}/{name}.{ending}");
            self.world.disk.write_atomically(&inside(&file), &bytes).map_err(|error| refused(FOLDER, error))?;
            files.push(file);
        }
        Ok(ResumeExportView { files, proof, left_out: left_out_view(&shown) })
    }

    /// What is not shown, and what a variant names that the résumé has no longer.
    pub fn resume_left_out(&self, of: &ResumeOf<'_>) -> Result<ResumeLeftOutView, Trouble> {
        Ok(left_out_view(&self.shown_meant(of)?))
    }

    pub(super) fn resume_meant(&self, of: &ResumeOf<'_>) -> Result<Resume, Trouble> {
        Ok(self.shown_meant(of)?.resume)
    }

    fn shown_meant(&self, of: &ResumeOf<'_>) -> Result<Shown, Trouble> {
        match of {
            ResumeOf::Own { variant } => self.as_chosen(self.readable_resume()?, variant),
            ResumeOf::File { name, text } => {
                let (resume, found) = read(text, name);
                let resume = resume.ok_or_else(|| not_a_resume("This cannot be read as a résumé in JSON Resume.", text, found))?;
                Ok(Shown::whole(resume))
            }
        }
    }

    /// What a file of it is called when it is sent. Of a role only what stands before a company is told.
    fn stem(&self, shown: &Shown) -> Result<String, Trouble> {
        let role = shown.variant.as_ref().map_or("", |(_, role)| role);
        let companies = if role.is_empty() { Vec::new() } else { self.with_learner(|learner| learner.profile.companies.clone())? };
        let masked = mask(role, &companies);
        let end = [MASK, " at ", " @ ", "("].iter().filter_map(|mark| masked.find(mark)).min().unwrap_or(masked.len());
        Ok(file_stem(&shown.resume, &masked[..end]))
    }
}

fn set(resume: &Resume, layout: Layout) -> Result<Pdf, Trouble> {
    pdf(resume, &layout).map_err(|error| Trouble::new(Fault::Ours, "The résumé could not be set.").because(error))
}

fn proven(resume: &Resume, layout: Layout) -> Result<(Pdf, ResumeProofView), Trouble> {
    let pdf = set(resume, layout)?;
    let proof = proof_view(resume, &prove(resume, &pdf), pdf.pages);
    Ok((pdf, proof))
}

fn proof_view(resume: &Resume, proof: &Proof, pages: usize) -> ResumeProofView {
    let missing = proof.missing().count();
    let all = counted(proof.fields.len(), "field", "fields");
    let says = match (proof.fields.len(), missing) {
        (0, _) => "There is nothing to prove: the résumé says nothing yet.".to_owned(),
        (1, 0) => "The only field was found by both readers.".to_owned(),
        (_, 0) => format!("All {all} were found by both readers."),
        _ if resume.content().basics.name.is_none() => {
            "There is no name yet, and a program takes whatever stands first for one: do not send this PDF as it is.".to_owned()
        }
        (_, missing) => format!("{missing} of {all} did not come back: do not send this PDF as it is."),
    };
    let field = |field: &FieldProof| ProvenFieldView {
        label: field.label.clone(),
        pointer: field.pointer.clone(),
        expected: field.expected.clone(),
        passed: field.found_by == [true, true],
        found_by: field.found_by.to_vec(),
        read_as: field.read_as.to_vec(),
    };
    ResumeProofView {
        passed: proof.passed() && !proof.fields.is_empty(),
        says,
        pages: count(pages),
        readers: READERS.map(str::to_owned).to_vec(),
        fields: proof.fields.iter().map(field).collect(),
    }
}
