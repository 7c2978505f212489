//! What an import would do, told before it is done.

use super::cell::guarded;
use super::csv::{Table, lost, table};
use super::field::Field;
use super::profile::{Column, Content, Profile};
use crate::roadmap::Roadmap;
use crate::wording::counted;
use std::fmt::Write as _;

/// What a tool will make of a CSV file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DryRun {
    /// The tool.
    pub tool: String,
    /// What to choose in its importer, in order.
    pub steps: Vec<String>,
    /// Rows of the file: one for each bet.
    pub rows: usize,
    /// What each column gets.
    pub columns: Vec<ColumnUse>,
    /// Rows that the tool will reject, and why.
    pub rejected: Vec<Rejected>,
    /// What is in the file in another form, a sentence each.
    pub changed: Vec<String>,
    /// What of the roadmap is not in the file, a sentence each.
    pub lost: Vec<String>,
}

/// What a column of the header gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnUse {
    /// Its name.
    pub name: String,
    /// How often it stands in the header: once for each of several values.
    pub times: usize,
    /// Names of the fields it gets; empty when it is the same in every row.
    pub fields: Vec<String>,
    /// Rows in which it holds something.
    pub filled: usize,
}

/// A row that the tool will reject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// Id of the bet.
    pub bet: String,
    /// Why, a sentence.
    pub why: String,
}

/// What importing [`crate::csv`] would do, without doing it.
pub fn dry_run(roadmap: &Roadmap, profile: &Profile) -> DryRun {
    let table = table(roadmap, profile);
    let columns = profile.columns.iter().enumerate().map(|(number, column)| column_use(&table, number, column)).collect();
    DryRun {
        tool: profile.title.clone(),
        steps: profile.steps.clone(),
        rows: table.rows.len(),
        columns,
        rejected: rejected(roadmap, profile, &table),
        changed: changed(roadmap, profile, &table),
        lost: lost(roadmap, profile),
    }
}

fn column_use(table: &Table, number: usize, column: &Column) -> ColumnUse {
    let places = || table.column_of.iter().enumerate().filter(move |(_, of)| **of == number).map(|(place, _)| place);
    let filled = table.rows.iter().filter(|row| places().any(|place| !row[place].is_empty())).count();
    let mut fields: Vec<String> = Vec::new();
    for field in column.fields() {
        let name = Field::ALL.iter().find(|(_, known)| *known == field).map_or("", |(name, _)| name);
        if !fields.iter().any(|known| known == name) {
            fields.push(name.to_owned());
        }
    }
    ColumnUse { name: column.name.clone(), times: places().count(), fields, filled }
}

fn rejected(roadmap: &Roadmap, profile: &Profile, table: &Table) -> Vec<Rejected> {
    let mut rejected = Vec::new();
    for (row, bet) in table.rows.iter().zip(roadmap.bets.iter()) {
        for (cell, column) in row.iter().zip(&table.column_of).map(|(cell, column)| (cell, &profile.columns[*column])) {
            let mut say = |why: String| rejected.push(Rejected { bet: bet.id.value.clone(), why });
            let length = cell.chars().count();
            if column.required && cell.is_empty() {
                say(format!("{} is empty, and {} needs it.", column.name, profile.title));
            }
            if let Some(longest) = column.longest.filter(|longest| length > *longest) {
                say(format!("{} has {length} characters; {} takes {longest}.", column.name, profile.title));
            }
        }
    }
    rejected
}

fn changed(roadmap: &Roadmap, profile: &Profile, table: &Table) -> Vec<String> {
    let mut changed = Vec::new();
    let formulas = table.rows.iter().flatten().filter(|cell| guarded(cell) != **cell).count();
    if formulas > 0 {
        let cells = counted(formulas, "cell begins", "cells begin");
        changed.push(format!("{cells} with a sign that a spreadsheet would run as a formula; an apostrophe stands before it."));
    }
    let quarters = roadmap.bets.iter().filter(|bet| bet.quarter.is_some()).count();
    let fields: Vec<Field> = profile.columns.iter().flat_map(Column::fields).collect();
    if quarters > 0 && !fields.contains(&Field::Quarter) && (fields.contains(&Field::Starts) || fields.contains(&Field::Ends)) {
        changed.push(format!("The quarter of {} becomes days, its first and its last.", counted(quarters, "bet", "bets")));
    }
    for column in &profile.columns {
        if let Content::Values { spaces: Some(spaces), .. } = &column.content {
            changed.push(format!("White space in {} becomes `{spaces}`.", column.name));
        }
    }
    changed
}

impl DryRun {
    /// The report as plain text.
    pub fn text(&self) -> String {
        let mut text = format!("{}: {}\n\nColumns\n", self.tool, counted(self.rows, "row", "rows"));
        for column in self.columns.iter().filter(|column| column.filled > 0) {
            let times = if column.times > 1 { format!(" (×{})", column.times) } else { String::new() };
            let from = if column.fields.is_empty() { "always the same".to_owned() } else { column.fields.join(", ") };
            writeln!(text, "  {}{times}: {from}; filled in {} of {}", column.name, column.filled, self.rows).expect("text grows");
        }
        let empty: Vec<&str> = self.columns.iter().filter(|column| column.filled == 0).map(|column| column.name.as_str()).collect();
        if !empty.is_empty() {
            writeln!(text, "  Empty: {}", empty.join(", ")).expect("text grows");
        }
        let rejected: Vec<String> = self.rejected.iter().map(|row| format!("{}: {}", row.bet, row.why)).collect();
        let steps: Vec<String> = self.steps.iter().enumerate().map(|(number, step)| format!("{}. {step}", number + 1)).collect();
        for (heading, lines) in
            [("Will be rejected", &rejected), ("In another form", &self.changed), ("Left out", &self.lost), ("In the importer", &steps)]
        {
            if !lines.is_empty() {
                write!(text, "\n{heading}\n").expect("text grows");
                lines.iter().for_each(|line| writeln!(text, "  {line}").expect("text grows"));
            }
        }
        text
    }
}
