//! What the Guide holds of the tools that a TPM meets, as facts and as steps of a scale.

use super::CRITERIA;
use crate::course::Course;
use footbridge_content::{FigureKind, Page, ReferenceRow, ReferenceTable, Source};
use jiff::civil::Date;

/// The page with the tables `tools`, `criteria` and `steps`.
const PAGE: &str = "guide-tools";

/// The Guide's page of tools.
pub(super) struct Facts<'p> {
    page: &'p Page,
}

/// What a source says of one tool by one criterion.
pub(super) struct Fact<'p> {
    pub(super) says: &'p str,
    /// The step that it shows.
    pub(super) shows: &'p str,
    /// For how many people the tool is free, where that is what it says.
    pub(super) people: Option<u32>,
    pub(super) is_claim: bool,
    /// As it stands in the Guide: a year, or a year and a month.
    pub(super) date: &'p str,
    pub(super) source: &'p Source,
}

/// What a fact shows, and the score that gives.
pub(super) struct Step<'p> {
    pub(super) shows: &'p str,
    pub(super) means: &'p str,
    /// From 1 to 5; `None` where it depends on the size of the team.
    pub(super) score: Option<i32>,
}

impl<'p> Facts<'p> {
    /// `None` in a course without the page.
    pub(super) fn of(course: &'p Course) -> Option<Self> {
        course.pack.pages.iter().find(|page| page.id.as_ref().as_str() == PAGE).map(|page| Self { page })
    }

    /// The tools with their jobs, in the order of the Guide.
    pub(super) fn tools(&self) -> Vec<(&'p str, &'p str)> {
        self.rows("tools").filter_map(|row| Some((text(row, "tool")?, text(row, "job")?))).collect()
    }

    /// What is said of a tool by a criterion of [`CRITERIA`].
    pub(super) fn fact(&self, tool: &str, criterion: usize) -> Option<Fact<'p>> {
        let row = self.rows("criteria").find(|row| text(row, "tool") == Some(tool) && is_of(row, criterion))?;
        Some(Fact {
            says: text(row, "says")?,
            shows: text(row, "shows")?,
            people: row.cells.get("people").and_then(|cell| u32::try_from(cell.as_integer()?).ok()),
            is_claim: row.kind == FigureKind::Claim,
            date: &row.date,
            source: self.page.sources.iter().find(|source| source.id == row.source)?,
        })
    }

    /// The step of a criterion with a name.
    pub(super) fn step(&self, criterion: usize, shows: &str) -> Option<Step<'p>> {
        let row = self.rows("steps").find(|row| is_of(row, criterion) && text(row, "shows") == Some(shows))?;
        let score = row.cells.get("score").and_then(|cell| i32::try_from(cell.as_integer()?).ok());
        Some(Step { shows: text(row, "shows")?, means: text(row, "means")?, score })
    }

    fn rows(&self, table: &str) -> impl Iterator<Item = &'p ReferenceRow> + use<'p> {
        let table: Option<&'p ReferenceTable> = self.page.tables.iter().find(|known| known.id == table);
        table.into_iter().flat_map(|table| &table.rows).map(AsRef::as_ref)
    }
}

impl Fact<'_> {
    /// Whether it was said more than two years before a day. What has a year alone counts from that year's end.
    pub(super) fn is_old(&self, today: Date) -> bool {
        let mut parts = self.date.split('-').map(str::parse::<i16>);
        let Some(Ok(year)) = parts.next() else { return true };
        let month = parts.next().and_then(Result::ok).unwrap_or(12);
        let months = |year: i16, month: i16| i32::from(year) * 12 + i32::from(month);
        months(today.year(), i16::from(today.month())) - months(year, month) > 24
    }
}

fn is_of(row: &ReferenceRow, criterion: usize) -> bool {
    text(row, "criterion").is_some_and(|name| name.eq_ignore_ascii_case(CRITERIA[criterion].name))
}

fn text<'p>(row: &'p ReferenceRow, column: &str) -> Option<&'p str> {
    row.cells.get(column)?.as_str()
}
