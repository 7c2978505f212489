//! From placed characters to lines.

/// A wider gap between two characters is a blank between words, in parts of the type size.
const BLANK: f64 = 0.15;
/// A wider step from one base line to the next is an empty line, in parts of the type size.
const EMPTY_LINE: f64 = 1.5;
/// Base lines closer than this are one line, in parts of the type size.
const SAME_LINE: f64 = 0.3;

/// What one glyph of a page says and where it is painted. Lengths in points; `y` grows downwards.
pub(super) struct Painted {
    pub(super) x: f64,
    pub(super) y: f64,
    /// None when the reader does not know it; then only blanks that are written count.
    pub(super) width: Option<f64>,
    /// Type size.
    pub(super) size: f64,
    pub(super) text: String,
}

/// The text of a page, its glyphs taken in the order given: a new line where the base line changes, an empty one where it jumps.
pub(super) fn text(painted: &[Painted]) -> String {
    let mut text = String::new();
    let mut last: Option<&Painted> = None;
    for glyph in painted {
        if let Some(last) = last {
            let step = glyph.y - last.y;
            let gap = last.width.map_or(0.0, |width| glyph.x - (last.x + width));
            if step.abs() > SAME_LINE * glyph.size.max(last.size) {
                text.push_str(if step > EMPTY_LINE * glyph.size { "\n\n" } else { "\n" });
            } else if gap > BLANK * glyph.size && !text.ends_with(' ') && !glyph.text.starts_with(' ') {
                text.push(' ');
            }
        }
        text.push_str(&glyph.text);
        last = Some(glyph);
    }
    text
}

/// Sorts the glyphs of a page as an eye meets them: lines from top to bottom, each from left to right.
pub(super) fn sort_as_seen(painted: &mut [Painted]) {
    painted.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut start = 0;
    while start < painted.len() {
        let (y, size) = (painted[start].y, painted[start].size);
        let length = painted[start..].iter().take_while(|glyph| glyph.y - y <= SAME_LINE * size.max(glyph.size)).count().max(1);
        painted[start..start + length].sort_by(|a, b| a.x.total_cmp(&b.x));
        start += length;
    }
}
