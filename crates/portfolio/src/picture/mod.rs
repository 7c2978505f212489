//! The pictures that stand for a page where its address is shared: 1200 × 630, drawn here, the same bytes each time.

mod canvas;
mod font;

use crate::label::{Label, label_counts};
use crate::markdown::shortened;
use crate::shown::{Exhibit, Shown};
use crate::site::Theme;
use canvas::{Canvas, Ink};
use font::{Fonts, Line, Weight};

const LEFT: f32 = 88.0;
const WIDTH: f32 = 1024.0;
/// Below it stands the last line.
const LOWEST_LINE: f32 = 480.0;

/// Longest text that is drawn, in characters.
const LONGEST: usize = 170;

/// Draws pictures for one site.
pub(crate) struct Painter {
    fonts: Fonts,
    theme: Theme,
}

impl Painter {
    pub(crate) fn new(theme: Theme) -> Self {
        Self { fonts: Fonts::new(), theme }
    }

    /// The picture of the whole site: who, and what there is.
    pub(crate) fn site(&self, shown: &Shown<'_>) -> Vec<u8> {
        let mut canvas = Canvas::new(self.theme);
        canvas.rectangle(0, 0, 18, canvas::HEIGHT, Ink::Accent);
        let name = self.fitted(Weight::SemiBold, &shown.site.owner, &[104.0, 88.0, 72.0, 60.0], 2);
        let (lines, size) = name.or_else(|| self.fitted(Weight::SemiBold, "Portfolio", &[104.0], 1)).unwrap_or_default();
        let mut y = 240.0;
        for line in &lines {
            self.draw(&mut canvas, line, Weight::SemiBold, (LEFT - 4.0, y, size), Ink::Text);
            y += size * 1.12;
        }
        y += 8.0;
        if let Some((lines, size)) = self.fitted(Weight::Regular, &shown.site.headline, &[42.0, 36.0], 2) {
            for line in &lines {
                self.draw(&mut canvas, line, Weight::Regular, (LEFT, y, size), Ink::Muted);
                y += size * 1.35;
            }
        }
        let counts = label_counts(shown.exhibits.iter().map(|exhibit| exhibit.label));
        let sentence = if counts.is_empty() { "Portfolio".to_owned() } else { counts };
        self.foot(&mut canvas, &sentence, None);
        canvas.png()
    }

    /// The picture of one piece; `None` when the font has not all its letters, and the site's picture stands for it.
    pub(crate) fn piece(&self, shown: &Shown<'_>, exhibit: &Exhibit<'_>) -> Option<Vec<u8>> {
        let (lines, size) = self.fitted(Weight::SemiBold, &exhibit.entry.title, &[76.0, 66.0, 56.0, 48.0], 3)?;
        let mut canvas = Canvas::new(self.theme);
        canvas.rectangle(0, 0, 18, canvas::HEIGHT, Ink::Accent);
        if let Some((kind, size)) = self.fitted(Weight::Regular, exhibit.entry.kind.word(), &[32.0], 1)
            && let Some(line) = kind.first()
        {
            self.draw(&mut canvas, line, Weight::Regular, (LEFT, 122.0, size), Ink::Accent);
        }
        let mut y = 132.0 + size * 1.1;
        for line in &lines {
            self.draw(&mut canvas, line, Weight::SemiBold, (LEFT - 3.0, y, size), Ink::Text);
            y += size * 1.16;
        }
        if lines.len() < 3 {
            self.about(&mut canvas, &exhibit.about, y - size * 1.16 + 72.0);
        }
        self.foot(&mut canvas, &shown.site.owner, Some(exhibit.label));
        Some(canvas.png())
    }

    /// What the piece is about, below its title.
    fn about(&self, canvas: &mut Canvas, about: &str, mut y: f32) {
        let Some((lines, size)) = self.fitted(Weight::Regular, about, &[32.0], 2) else { return };
        for line in &lines {
            if y < LOWEST_LINE {
                self.draw(canvas, line, Weight::Regular, (LEFT, y, size), Ink::Muted);
            }
            y += size * 1.4;
        }
    }

    /// Whether the font has all letters of a text.
    pub(crate) fn can_draw(&self, text: &str) -> bool {
        self.fonts.shape(Weight::SemiBold, text).is_some()
    }

    /// The last line: whose it is, and the label of its proof.
    fn foot(&self, canvas: &mut Canvas, words: &str, label: Option<Label>) {
        canvas.rectangle(LEFT as usize, 506, WIDTH as usize, 2, Ink::Line);
        let mut room = WIDTH;
        if let Some(label) = label {
            room -= self.pill(canvas, label) + 32.0;
        }
        for size in [34.0, 30.0, 26.0] {
            let Some(line) = self.fonts.shape(Weight::SemiBold, &shortened(words, 70)) else { return };
            let last = size == 26.0;
            if line.width(size) <= room || last {
                self.draw(canvas, &line, Weight::SemiBold, (LEFT, 572.0, size), Ink::Text);
                return;
            }
        }
    }

    /// The label at the right end of the last line; its width.
    fn pill(&self, canvas: &mut Canvas, label: Label) -> f32 {
        let size = 28.0;
        let Some(line) = self.fonts.shape(Weight::Regular, label.words()) else { return 0.0 };
        let width = line.width(size) + 48.0;
        let left = LEFT + WIDTH - width;
        let ink = match label {
            Label::Verified => {
                canvas.pill((left, 534.0, width, 56.0), None);
                Ink::Accent
            }
            Label::StructureVerified => {
                canvas.pill((left, 534.0, width, 56.0), Some((Ink::Accent, 0.0)));
                Ink::Accent
            }
            Label::SelfReported => {
                canvas.pill((left, 534.0, width, 56.0), Some((Ink::Muted, 9.0)));
                Ink::Muted
            }
        };
        self.draw(canvas, &line, Weight::Regular, (left + 24.0, 572.0, size), ink);
        width
    }

    /// The text in the largest size at which it fits into so many lines; cut when it fits in none. `None` when it is empty or the font has
    /// not all its letters.
    fn fitted(&self, weight: Weight, text: &str, sizes: &[f32], most_lines: usize) -> Option<(Vec<Line>, f32)> {
        let shaped = self.fonts.shape(weight, &shortened(text, LONGEST))?;
        for size in sizes {
            let lines = shaped.broken(WIDTH / size);
            if lines.len() <= most_lines && lines.iter().all(|line| line.width(*size) <= WIDTH) {
                return Some((lines, *size));
            }
        }
        let smallest = *sizes.last()?;
        let mut lines = shaped.broken(WIDTH / smallest);
        lines.truncate(most_lines);
        if let (Some(last), Some(dots)) = (lines.last_mut(), self.fonts.shape(weight, "…")) {
            last.cut(WIDTH / smallest, &dots);
        }
        Some((lines, smallest))
    }

    /// `at`: left end, baseline, size in pixels.
    fn draw(&self, canvas: &mut Canvas, line: &Line, weight: Weight, at: (f32, f32, f32), ink: Ink) {
        canvas.outline(&self.fonts.outline(weight, line, at), ink);
    }
}
