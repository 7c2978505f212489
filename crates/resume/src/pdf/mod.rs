//! A résumé as a PDF: one column, static fonts, tagged, its texts as they were written.

mod engine;

pub(crate) use engine::ENGINE;

use crate::resume::Resume;
use crate::sheet::{Sheet, sheet};
use engine::Desk;
use serde::Serialize;
use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Paper {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

/// A look. All of them have one column and the same order of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Theme {
    /// One serif, a centred head, thin rules.
    Classic,
    /// One sans, everything on the left edge, one colour.
    Modern,
    /// One serif, dense, for long careers.
    Compact,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::Classic, Self::Modern, Self::Compact];
}

/// How a résumé is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Layout {
    /// The paper.
    pub paper: Paper,
    /// The look.
    pub theme: Theme,
}

/// A finished PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file. The same résumé in the same layout always gives the same bytes.
    pub bytes: Vec<u8>,
    /// Number of pages, at least 1.
    pub pages: usize,
}

/// A résumé could not be set. No content of a résumé is known to cause it.
#[derive(Debug, thiserror::Error)]
#[error("the résumé could not be set: {}", reasons(.0))]
pub struct PdfError(EcoVec<SourceDiagnostic>);

fn reasons(found: &EcoVec<SourceDiagnostic>) -> String {
    found.iter().map(|one| one.message.as_str()).collect::<Vec<_>>().join("; ")
}

/// What the themes read as `sheet.json`.
#[derive(Serialize)]
struct Data {
    paper: &'static str,
    #[serde(flatten)]
    sheet: Sheet,
}

/// How many compilations a cached intermediate result outlives its last use. Two résumés that are being worked on stay warm; a server that
/// sets thousands does not grow.
const CACHE_AGE: usize = 8;

/// Sets a résumé.
pub fn pdf(resume: &Resume, layout: &Layout) -> Result<Pdf, PdfError> {
    let paper = match layout.paper {
        Paper::A4 => "a4",
        Paper::Letter => "us-letter",
    };
    let data = Data { paper, sheet: sheet(resume.content()) };
    let data = serde_json::to_vec(&data).expect("texts and lists are JSON");
    let desk = Desk::new(template(layout.theme), data);
    let document = typst::compile::<PagedDocument>(&desk).output.map_err(PdfError)?;
    let options = PdfOptions { creator: Smart::Custom(Some("Footbridge".to_owned())), ..PdfOptions::default() };
    let bytes = typst_pdf::pdf(&document, &options).map_err(PdfError)?;
    typst::comemo::evict(CACHE_AGE);
    Ok(Pdf { bytes, pages: document.pages().len() })
}

fn template(theme: Theme) -> &'static str {
    match theme {
        Theme::Classic => include_str!("theme/classic.typ"),
        Theme::Modern => include_str!("theme/modern.typ"),
        Theme::Compact => include_str!("theme/compact.typ"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Layout, Paper, Theme, pdf};
    use crate::read;

    #[test]
    fn who_and_when_share_a_line_in_every_section_of_every_look() {
        let resume = read(include_str!("../../tests/sound.json"), "f").0.expect("a résumé");
        for theme in Theme::ALL {
            let set = pdf(&resume, &Layout { paper: Paper::A4, theme }).expect("it can be set");
            let text = pdf_extract::extract_text_from_mem(&set.bytes).expect("it has text");
            // This reader doubles blanks and joins lines that stand close.
            let lines: Vec<String> = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
            for line in ["Kestrel Data, Pune · Jan 2020 – Mar 2022", "Technology Karnataka, Surathkal · 2014 – 2018"] {
                assert!(lines.iter().any(|there| there.ends_with(line)), "{theme:?} has no line {line:?}: {lines:#?}");
            }
        }
    }
}
