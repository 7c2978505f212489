//! The text of a page in the order in which it is written in the file. Decoding is that of `pdf-extract`, on top of `lopdf`.
//!
//! Only its characters and their base lines are used. Its own arrangement into lines takes the root of a negative number when type is set
//! upright on a page turned upside down, as our typesetter does, and it misreads the widths of ranges of glyphs. So blanks are the ones
//! that are written: this reader tells when a blank is missing in the file, the other when one shows where none should.

use super::lines::{Painted, text};
use super::stands_for::{self, said};
use crate::pdf::Pdf;
use pdf_extract::{Document, MediaBox, OutputDev, OutputError, Transform, output_doc};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The text of each page.
///
/// The reader panics on files that it does not understand. A file of ours that it does not understand has no proof, and that is all.
pub(super) fn pages(pdf: &Pdf) -> Vec<String> {
    let read = catch_unwind(AssertUnwindSafe(|| {
        let document = Document::load_mem(&pdf.bytes).ok()?;
        let mut collector = Collector::default();
        output_doc(&document, &mut collector).ok()?;
        let stated = stands_for::pages(&document);
        Some(collector.pages.into_iter().enumerate().map(|(at, page)| text(&said(page, stated.get(at)))).collect())
    }));
    read.ok().flatten().unwrap_or_default()
}

#[derive(Default)]
struct Collector {
    pages: Vec<Vec<Painted>>,
}

impl OutputDev for Collector {
    fn begin_page(&mut self, _: u32, _: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        self.pages.push(Vec::new());
        Ok(())
    }

    fn output_character(&mut self, matrix: &Transform, _: f64, _: f64, size: f64, character: &str) -> Result<(), OutputError> {
        if let Some(page) = self.pages.last_mut() {
            let size = matrix.m21.hypot(matrix.m22) * size;
            page.push(Painted { x: matrix.m31, y: -matrix.m32, width: None, size, text: character.to_owned() });
        }
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
