//! The text of a page as an eye sees it: glyphs where they are painted, from top to bottom and left to right, whatever their order in the
//! file. Reading is that of `hayro`, which shares no code with the other reader; what the file says that its glyphs stand for is read once for
//! both.

use super::lines::{Painted, sort_as_seen, text};
use super::stands_for::{self, said};
use crate::pdf::Pdf;
use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf as Document;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint, PathDrawMode, SoftMask,
    interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect};

/// The text of each page.
pub(super) fn pages(pdf: &Pdf) -> Vec<String> {
    painted(pdf).iter().map(|(_, painted)| text(painted)).collect()
}

/// The width of each page in points and its glyphs, sorted.
fn painted(pdf: &Pdf) -> Vec<(f64, Vec<Painted>)> {
    let Ok(document) = Document::new(pdf.bytes.clone()) else { return Vec::new() };
    let stated = pdf_extract::Document::load_mem(&pdf.bytes).map_or_else(|_| Vec::new(), |document| stands_for::pages(&document));
    let cache = InterpreterCache::new();
    let read = document.pages().iter().enumerate().map(|(at, page)| {
        let settings = InterpreterSettings { render_annotations: false, ..InterpreterSettings::default() };
        let mut context = Context::new(Affine::IDENTITY, Rect::new(0.0, 0.0, 1.0, 1.0), &cache, document.xref(), settings);
        let mut eye = Eye::default();
        interpret_page(page, &mut context, &mut eye);
        let mut painted = said(eye.painted, stated.get(at));
        sort_as_seen(&mut painted);
        (f64::from(page.render_dimensions().0), painted)
    });
    read.collect()
}

#[derive(Default)]
struct Eye {
    painted: Vec<Painted>,
}

impl Device<'_> for Eye {
    fn draw_glyph(&mut self, glyph: &Glyph<'_>, transform: Affine, glyph_transform: Affine, _: &Paint<'_>, _: &GlyphDrawMode) {
        // Glyphs are drawn in thousandths of the type size.
        let place = transform * glyph_transform;
        let (origin, up) = (place * Point::ORIGIN, place * Point::new(0.0, 1000.0));
        let advance = match glyph {
            Glyph::Outline(outline) => f64::from(outline.advance_width().unwrap_or(0.0)),
            Glyph::Type3(_) => 0.0,
        };
        let text = match glyph.as_unicode() {
            Some(BfString::Char(character)) => character.to_string(),
            Some(BfString::String(text)) => text,
            None => char::REPLACEMENT_CHARACTER.to_string(),
        };
        let width = Some((place * Point::new(advance, 0.0) - origin).hypot());
        self.painted.push(Painted { x: origin.x, y: -origin.y, width, size: (up - origin).hypot(), text });
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::painted;
    use crate::{Layout, Paper, Theme, pdf, read};

    /// What a text layer does not show: type over type, and type over the edge of the paper.
    #[test]
    fn no_line_is_set_over_another_or_off_the_page() {
        const MARGIN: f64 = 28.0;
        let difficult = [
            include_str!("../../tests/difficult/long-names.json"),
            include_str!("../../tests/difficult/long-urls.json"),
            include_str!("../../tests/difficult/dates.json"),
        ];
        for source in difficult {
            let resume = read(source, "resume.json").0.expect("a résumé");
            for theme in Theme::ALL {
                let pdf = pdf(&resume, &Layout { paper: Paper::A4, theme }).expect("it can be set");
                for (width, glyphs) in painted(&pdf) {
                    for pair in glyphs.windows(2) {
                        let (step, size) = (pair[1].y - pair[0].y, pair[0].size.min(pair[1].size));
                        assert!(step < 0.3 * size || step > 1.05 * size, "{theme:?}: {:?} over {:?}", pair[1].text, pair[0].text);
                    }
                    let right = glyphs.iter().map(|glyph| glyph.x + glyph.width.unwrap_or(0.0)).fold(0.0, f64::max);
                    assert!(right < width - MARGIN, "{theme:?}: a line reaches {right} of {width}");
                }
            }
        }
    }
}
