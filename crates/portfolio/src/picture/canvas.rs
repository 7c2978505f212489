use super::font::Stretch;
use crate::site::Theme;
use ab_glyph_rasterizer::{Point, Rasterizer, point};

pub(super) const WIDTH: usize = 1200;
pub(super) const HEIGHT: usize = 630;

/// A picture of few colours: each pixel names one of them, which makes the file small and its writing fast.
pub(super) struct Canvas {
    pixels: Vec<u8>,
    theme: Theme,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Text,
    Muted,
    Accent,
    Line,
    Soft,
}

impl Ink {
    /// The first of its colours, and how many it has: from nearly the ground to the full ink, for smooth edges. Sixteen with the ground,
    /// so that a pixel takes half a byte.
    const fn shades(self) -> (u8, u8) {
        match self {
            Self::Text => (1, 5),
            Self::Muted => (6, 4),
            Self::Accent => (10, 4),
            Self::Line => (14, 1),
            Self::Soft => (15, 1),
        }
    }

    fn shade(self, coverage: f32) -> u8 {
        let (first, count) = self.shades();
        let shade = (coverage.clamp(0.0, 1.0) * f32::from(count) + 0.5) as u8;
        if shade == 0 { 0 } else { first + shade - 1 }
    }
}

type Colour = [u8; 3];

/// Ground, text, muted, accent, line, soft: the light colours of the stylesheets.
fn colours(theme: Theme) -> [Colour; 6] {
    match theme {
        Theme::Workbench => {
            [[0xfa, 0xf8, 0xf4], [0x1d, 0x1b, 0x18], [0x65, 0x5f, 0x56], [0x14, 0x66, 0x5a], [0xcf, 0xc7, 0xba], [0xe0, 0xef, 0xeb]]
        }
        Theme::Paper => {
            [[0xfd, 0xfc, 0xf9], [0x1f, 0x1c, 0x17], [0x63, 0x5c, 0x52], [0x7a, 0x2e, 0x1d], [0xd5, 0xcc, 0xbd], [0xf6, 0xe7, 0xe1]]
        }
    }
}

impl Canvas {
    pub(super) fn new(theme: Theme) -> Self {
        Self { pixels: vec![0; WIDTH * HEIGHT], theme }
    }

    pub(super) fn rectangle(&mut self, left: usize, top: usize, width: usize, height: usize, ink: Ink) {
        let full = ink.shade(1.0);
        for row in self.pixels.chunks_exact_mut(WIDTH).skip(top).take(height) {
            row.iter_mut().skip(left).take(width).for_each(|pixel| *pixel = full);
        }
    }

    /// A label's ground: soft when it has no border, else the border in an ink, dashed when the second number is the length of a dash.
    /// `at`: left, top, width, height.
    pub(super) fn pill(&mut self, at: (f32, f32, f32, f32), border: Option<(Ink, f32)>) {
        let (left, top, width, height) = at;
        let mut outline = rounded(left, top, width, height);
        match border {
            None => self.outline(&outline, Ink::Soft),
            Some((ink, dash)) => {
                let inner = rounded(left + 2.5, top + 2.5, width - 5.0, height - 5.0);
                outline.extend(inner.into_iter().map(reversed));
                self.outline(&outline, ink);
                if dash > 0.0 {
                    self.gaps(at, dash);
                }
            }
        }
    }

    /// Cuts gaps into the straight parts of a border.
    fn gaps(&mut self, at: (f32, f32, f32, f32), dash: f32) {
        let (left, top, width, height) = at;
        let (from, to) = ((left + height / 2.0) as usize, (left + width - height / 2.0) as usize);
        for y in (top as usize..(top + height) as usize + 1).filter(|y| (*y as f32 - top < 4.0) || (top + height - *y as f32) < 4.0) {
            for x in (from..to).filter(|x| (x - from) % (2 * dash as usize) >= dash as usize) {
                if let Some(pixel) = self.pixels.get_mut(y * WIDTH + x) {
                    *pixel = 0;
                }
            }
        }
    }

    /// Fills an outline. What lies outside the picture is not drawn.
    pub(super) fn outline(&mut self, outline: &[Stretch], ink: Ink) {
        let Some((low, high)) = bounds(outline) else { return };
        let (left, top) = (low.x.floor().max(0.0), low.y.floor().max(0.0));
        let (right, bottom) = (high.x.ceil().min(WIDTH as f32), high.y.ceil().min(HEIGHT as f32));
        if right <= left || bottom <= top {
            return;
        }
        let (width, height) = ((right - left) as usize, (bottom - top) as usize);
        let mut raster = Rasterizer::new(width, height);
        let moved = |at: Point| point((at.x - left).clamp(0.0, width as f32), (at.y - top).clamp(0.0, height as f32));
        for stretch in outline {
            match *stretch {
                Stretch::Line(a, b) => raster.draw_line(moved(a), moved(b)),
                Stretch::Quadratic(a, b, c) => raster.draw_quad(moved(a), moved(b), moved(c)),
                Stretch::Cubic(a, b, c, d) => raster.draw_cubic(moved(a), moved(b), moved(c), moved(d)),
            }
        }
        let (left, top) = (left as usize, top as usize);
        raster.for_each_pixel_2d(|x, y, coverage| {
            let shade = ink.shade(coverage);
            if shade > 0
                && let Some(pixel) = self.pixels.get_mut((top + y as usize) * WIDTH + left + x as usize)
            {
                *pixel = shade;
            }
        });
    }

    pub(super) fn png(&self) -> Vec<u8> {
        let mut file = Vec::with_capacity(32_000);
        let mut encoder = png::Encoder::new(&mut file, WIDTH as u32, HEIGHT as u32);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Four);
        encoder.set_palette(palette(self.theme));
        // Measured on 500 pictures: the next stronger setting takes twice as long and saves nothing.
        encoder.set_compression(png::Compression::Fast);
        encoder.set_filter(png::Filter::Up);
        let packed: Vec<u8> = self.pixels.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect();
        let mut writer = encoder.write_header().expect("writing to memory cannot fail");
        writer.write_image_data(&packed).expect("the picture has as many pixels as was said");
        writer.finish().expect("writing to memory cannot fail");
        file
    }
}

fn palette(theme: Theme) -> Vec<u8> {
    let [ground, text, muted, accent, line, soft] = colours(theme);
    let mut palette = ground.to_vec();
    for (ink, full) in [(Ink::Text, text), (Ink::Muted, muted), (Ink::Accent, accent), (Ink::Line, line), (Ink::Soft, soft)] {
        let (_, count) = ink.shades();
        for shade in 1..=count {
            palette.extend([0, 1, 2].map(|part| {
                let (from, to, shade, count) = (u16::from(ground[part]), u16::from(full[part]), u16::from(shade), u16::from(count));
                ((from * (count - shade) + to * shade + count / 2) / count) as u8
            }));
        }
    }
    palette
}

fn bounds(outline: &[Stretch]) -> Option<(Point, Point)> {
    let mut points = outline.iter().flat_map(|stretch| match *stretch {
        Stretch::Line(a, b) => [a, b, b, b],
        Stretch::Quadratic(a, b, c) => [a, b, c, c],
        Stretch::Cubic(a, b, c, d) => [a, b, c, d],
    });
    let first = points.next()?;
    Some(
        points.fold((first, first), |(low, high), at| (point(low.x.min(at.x), low.y.min(at.y)), point(high.x.max(at.x), high.y.max(at.y)))),
    )
}

/// A rectangle with round ends, clockwise. A quarter of a circle is nearly a cubic curve whose handles are 0.5523 of the radius long.
fn rounded(left: f32, top: f32, width: f32, height: f32) -> Vec<Stretch> {
    let radius = height / 2.0;
    let handle = radius * 0.5523;
    let (right, bottom, middle) = (left + width, top + height, top + radius);
    let (near, far) = (left + radius, right - radius);
    vec![
        Stretch::Line(point(near, top), point(far, top)),
        Stretch::Cubic(point(far, top), point(far + handle, top), point(right, middle - handle), point(right, middle)),
        Stretch::Cubic(point(right, middle), point(right, middle + handle), point(far + handle, bottom), point(far, bottom)),
        Stretch::Line(point(far, bottom), point(near, bottom)),
        Stretch::Cubic(point(near, bottom), point(near - handle, bottom), point(left, middle + handle), point(left, middle)),
        Stretch::Cubic(point(left, middle), point(left, middle - handle), point(near - handle, top), point(near, top)),
    ]
}

fn reversed(stretch: Stretch) -> Stretch {
    match stretch {
        Stretch::Line(a, b) => Stretch::Line(b, a),
        Stretch::Quadratic(a, b, c) => Stretch::Quadratic(c, b, a),
        Stretch::Cubic(a, b, c, d) => Stretch::Cubic(d, c, b, a),
    }
}
