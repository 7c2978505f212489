//! The roadmap as a picture that is understood without reading: three columns, cards by outcome, lines from what must come first.
//!
//! *Graph* says which lines there are, *order* in which order the cards stand so that few lines cross, *card* how large each is, *place*
//! where it stands, *route* how the lines run between the cards. The rest writes it down. All coordinates are whole numbers, and nothing
//! depends on chance, so that the same roadmap gives the same bytes.

mod canvas;
mod card;
mod columns;
mod dates;
mod description;
mod graph;
mod legend;
mod lines;
mod mark;
mod order;
mod place;
mod route;
mod tracks;
mod words;

use crate::roadmap::Roadmap;
use canvas::Canvas;

/// Width of the picture in pixels; its height follows from what is on it.
pub(crate) const WIDTH: i32 = 960;
/// White space around.
pub(crate) const MARGIN: i32 = 20;

/// The roadmap as an SVG file of its own, 960 pixels wide. Its colours follow the system's light or dark scheme.
pub fn svg(roadmap: &Roadmap) -> String {
    let mut canvas = Canvas::new();
    let mut y = MARGIN;
    y = legend::heading(&mut canvas, roadmap, y);
    y = legend::outcomes(&mut canvas, roadmap, y);
    y = columns::draw(&mut canvas, roadmap, y);
    y = dates::draw(&mut canvas, roadmap, y);
    canvas.finish(y + MARGIN, &description::of(roadmap))
}
