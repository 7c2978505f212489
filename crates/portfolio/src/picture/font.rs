use ab_glyph_rasterizer::{Point, point};
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};
use rustybuzz::{Face, UnicodeBuffer};

/// Inter, in the subset that `fonts/README.md` describes: Latin, Greek and Cyrillic letters.
const SEMI_BOLD: &[u8] = include_bytes!("../../fonts/InterDisplay-SemiBold.otf");
const REGULAR: &[u8] = include_bytes!("../../fonts/Inter-Regular.otf");

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    SemiBold,
    Regular,
}

pub(super) struct Fonts {
    semi_bold: Face<'static>,
    regular: Face<'static>,
}

/// Glyphs in a row. All lengths are in sizes of the font: 1 is as high as a line.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    glyphs: Vec<Glyph>,
}

#[derive(Debug, Clone, Copy)]
struct Glyph {
    id: u16,
    advance: f32,
    x: f32,
    y: f32,
    space: bool,
}

/// A stretch of an outline in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) enum Stretch {
    Line(Point, Point),
    Quadratic(Point, Point, Point),
    Cubic(Point, Point, Point, Point),
}

impl Fonts {
    pub(super) fn new() -> Self {
        let face = |bytes| Face::from_slice(bytes, 0).expect("the font that ships with the crate is one");
        Self { semi_bold: face(SEMI_BOLD), regular: face(REGULAR) }
    }

    fn face(&self, weight: Weight) -> &Face<'static> {
        match weight {
            Weight::SemiBold => &self.semi_bold,
            Weight::Regular => &self.regular,
        }
    }

    /// A text as glyphs with their kerning; `None` when it is empty or the font has not all its letters.
    pub(super) fn shape(&self, weight: Weight, text: &str) -> Option<Line> {
        if text.trim().is_empty() {
            return None;
        }
        let face = self.face(weight);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        let shaped = rustybuzz::shape(face, &[], buffer);
        let unit = 1.0 / face.units_per_em() as f32;
        let mut glyphs = Vec::with_capacity(shaped.len());
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let id = u16::try_from(info.glyph_id).ok().filter(|id| *id != 0)?;
            let space = text.get(info.cluster as usize..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
            glyphs.push(Glyph {
                id,
                advance: position.x_advance as f32 * unit,
                x: position.x_offset as f32 * unit,
                y: position.y_offset as f32 * unit,
                space,
            });
        }
        Some(Line { glyphs })
    }

    /// The outlines of a line. `at`: left end, baseline, size in pixels.
    pub(super) fn outline(&self, weight: Weight, line: &Line, at: (f32, f32, f32)) -> Vec<Stretch> {
        let face = self.face(weight);
        let (mut x, y, size) = at;
        let scale = size / face.units_per_em() as f32;
        let mut outline = Outline { x: 0.0, y: 0.0, scale, start: point(0.0, 0.0), pen: point(0.0, 0.0), stretches: Vec::new() };
        for glyph in &line.glyphs {
            outline.x = x + glyph.x * size;
            outline.y = y - glyph.y * size;
            face.outline_glyph(GlyphId(glyph.id), &mut outline);
            x += glyph.advance * size;
        }
        outline.stretches
    }
}

impl Line {
    /// In pixels, at a size in pixels; spaces at the end do not count.
    pub(super) fn width(&self, size: f32) -> f32 {
        let end = self.glyphs.iter().rposition(|glyph| !glyph.space).map_or(0, |last| last + 1);
        length(&self.glyphs[..end]) * size
    }

    /// Broken between words into lines of at most `width`. A word that is longer stands alone and sticks out.
    pub(super) fn broken(&self, width: f32) -> Vec<Self> {
        let mut lines: Vec<Self> = Vec::new();
        for word in self.glyphs.split_inclusive(|glyph| glyph.space) {
            let visible = if word.last().is_some_and(|glyph| glyph.space) { &word[..word.len() - 1] } else { word };
            match lines.last_mut() {
                Some(line) if length(&line.glyphs) + length(visible) <= width => line.glyphs.extend_from_slice(word),
                _ => lines.push(Self { glyphs: word.to_vec() }),
            }
        }
        lines
    }

    /// Takes glyphs from the end until it fits with `dots` at its end.
    pub(super) fn cut(&mut self, width: f32, dots: &Self) {
        let room = width - dots.width(1.0);
        while self.glyphs.last().is_some_and(|last| last.space || self.width(1.0) > room) {
            self.glyphs.pop();
        }
        self.glyphs.extend_from_slice(&dots.glyphs);
    }
}

fn length(glyphs: &[Glyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.advance).sum()
}

struct Outline {
    x: f32,
    y: f32,
    scale: f32,
    start: Point,
    pen: Point,
    stretches: Vec<Stretch>,
}

impl Outline {
    fn at(&self, x: f32, y: f32) -> Point {
        point(self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.start = self.at(x, y);
        self.pen = self.start;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.stretches.push(Stretch::Line(self.pen, to));
        self.pen = to;
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (control, to) = (self.at(x1, y1), self.at(x, y));
        self.stretches.push(Stretch::Quadratic(self.pen, control, to));
        self.pen = to;
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (first, second, to) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.stretches.push(Stretch::Cubic(self.pen, first, second, to));
        self.pen = to;
    }

    fn close(&mut self) {
        self.stretches.push(Stretch::Line(self.pen, self.start));
        self.pen = self.start;
    }
}
