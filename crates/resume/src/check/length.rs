use super::Subject;
use crate::sheet::{Sheet, sheet};
use footbridge_diagnostic::{Diagnostic, counted};

/// From here on a third page is usual.
const YEARS: i32 = 10;
/// What fits on a line and on a page, and what stands around the lines, in the theme for most. Heights in half lines.
const CHARACTERS_A_LINE: usize = 112;
const PAGE: usize = 122;
const HEADER: usize = 15;
const HEADING: usize = 5;
const LINE: usize = 2;
const GAP: usize = 1;

/// More than two pages for less than ten years of work. The first page is read and the second is skimmed; a third one takes time from both.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let first = subject.jobs().iter().filter_map(|job| job.start.as_ref()).map(|start| start.date.first_month()).min();
    let years = first.map_or(0, |first| (subject.as_of.first_month() - first) / 12);
    let pages = pages(&sheet(subject.content));
    if years >= YEARS || pages <= 2 {
        return Vec::new();
    }
    let message = format!("This fills about {pages} pages, for {} of work.", counted(years.max(0), "year", "years"));
    let finding = subject.advice("resume-long", message, 0..0);
    vec![finding.help("Two pages do. Shorten the oldest jobs first, or make a variant with what this role asks for.")]
}

/// About how many pages a résumé takes.
fn pages(sheet: &Sheet) -> usize {
    let of = |text: &String| LINE * text.chars().count().div_ceil(CHARACTERS_A_LINE);
    let mut height = HEADER + sheet.summary.iter().map(of).sum::<usize>();
    for section in &sheet.sections {
        height += HEADING + section.lines.iter().map(|line| of(&line.text)).sum::<usize>() + GAP * section.blocks.len().saturating_sub(1);
        for block in &section.blocks {
            let dates = block.dates.as_ref().filter(|_| block.by.is_none());
            let link = block.link.as_ref().map(|link| &link.text);
            let head = [block.title.as_ref(), block.by.as_ref(), dates, link].into_iter().flatten();
            height += head.chain(&block.paragraphs).chain(&block.bullets).map(of).sum::<usize>();
        }
    }
    height.div_ceil(PAGE)
}

#[cfg(test)]
mod tests {
    use super::pages;
    use crate::sheet::sheet;
    use crate::{Layout, Paper, Theme, pdf, read};

    #[test]
    fn the_estimate_is_that_of_the_typesetter() {
        for source in [include_str!("../../tests/sound.json"), include_str!("../../tests/difficult/six-pages.json")] {
            let resume = read(source, "f").0.expect("a résumé");
            let set = pdf(&resume, &Layout { paper: Paper::A4, theme: Theme::Modern }).expect("it can be set");
            assert_eq!(pages(&sheet(resume.content())), set.pages);
        }
    }
}
