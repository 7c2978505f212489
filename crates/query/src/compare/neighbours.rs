//! Finds the rows that are the same in some columns, without looking at every row.

use super::cells::{Cell, Cells, Row, frame};
use super::rules::Tolerance;
use std::collections::HashMap;

/// How many rows within a tolerance are looked at before they count as several.
const SCAN_CEILING: usize = 200;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    Nothing,
    /// Exactly this row.
    One(usize),
    Several,
}

/// Rows of one side, by their cells in some columns.
pub(super) struct Neighbours<'cells> {
    cells: &'cells Cells,
    rows: &'cells [Row],
    columns: &'cells [usize],
    /// The first of the columns that has a tolerance: groups are sorted by it.
    lead: Option<(usize, Tolerance)>,
    groups: HashMap<Row, Vec<usize>>,
}

impl<'cells> Neighbours<'cells> {
    /// `members` are the rows to find.
    pub(super) fn new(cells: &'cells Cells, rows: &'cells [Row], members: impl Iterator<Item = usize>, columns: &'cells [usize]) -> Self {
        let lead = columns.iter().find_map(|&column| cells.tolerances[column].map(|tolerance| (column, tolerance)));
        let mut groups: HashMap<Row, Vec<usize>> = HashMap::new();
        for at in members {
            groups.entry(frame(&rows[at], columns)).or_default().push(at);
        }
        if let Some((column, _)) = lead {
            groups.values_mut().for_each(|group| group.sort_by(|&a, &b| number(&rows[a], column).total_cmp(&number(&rows[b], column))));
        }
        Self { cells, rows, columns, lead, groups }
    }

    /// Whether no two of the rows can be the same in these columns.
    pub(super) fn all_differ(&self) -> bool {
        self.groups.values().all(|group| group.len() == 1)
    }

    /// The row that is the same as this one in the columns.
    pub(super) fn find(&self, row: &[Cell]) -> Found {
        let Some(group) = self.groups.get(&frame(row, self.columns)) else { return Found::Nothing };
        let mut found = Found::Nothing;
        for (looked_at, &at) in self.window(group, row).enumerate() {
            let same = self.cells.same_in(self.columns, &self.rows[at], row);
            match found {
                _ if looked_at == SCAN_CEILING => return Found::Several,
                Found::Nothing if same => found = Found::One(at),
                Found::One(_) if same => return Found::Several,
                _ => {}
            }
        }
        found
    }

    /// The part of a group that is near enough in the leading column. A tolerance accepts a number if it accepts one beyond it, so the
    /// part has no gaps.
    fn window<'group>(&self, group: &'group [usize], row: &[Cell]) -> impl Iterator<Item = &'group usize> {
        let (rows, lead) = (self.rows, self.lead.map(|(column, tolerance)| (column, tolerance, number(row, column))));
        let near = move |at: usize| lead.is_none_or(|(column, tolerance, wanted)| tolerance.accepts(number(&rows[at], column), wanted));
        let below = |at: usize| lead.is_some_and(|(column, _, wanted)| number(&rows[at], column).total_cmp(&wanted).is_lt());
        let start = group.partition_point(|&at| below(at) && !near(at));
        group[start..].iter().take_while(move |&&at| near(at))
    }
}

/// The number in a column; all rows of a group have one there, or none has.
fn number(row: &[Cell], column: usize) -> f64 {
    row[column].as_number().unwrap_or_default()
}
