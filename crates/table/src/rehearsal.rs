//! What an import would do, told before it is done.

use crate::cell::guarded;
use crate::profile::Profile;
use crate::rows::Table;
use footbridge_diagnostic::counted;
use std::fmt::Write as _;

/// What a tool will make of a CSV file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DryRun {
    /// The tool.
    pub tool: String,
    /// What to choose in its importer, in order.
    pub steps: Vec<String>,
    /// Rows of the file: one for each record.
    pub rows: usize,
    /// What each column gets.
    pub columns: Vec<ColumnUse>,
    /// Rows that the tool will reject, and why.
    pub rejected: Vec<Rejected>,
    /// What is in the file in another form, a sentence each.
    pub changed: Vec<String>,
    /// What of the records is not in the file, a sentence each.
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
    /// What its record is called.
    pub row: String,
    /// Why, a sentence.
    pub why: String,
}

/// What importing a table would do, without doing it. `names` has the name of each field, `called` what each record is called.
pub fn rehearsed(profile: &Profile, table: &Table, names: &[&str], called: &[String]) -> DryRun {
    DryRun {
        tool: profile.title.clone(),
        steps: profile.steps.clone(),
        rows: table.rows.len(),
        columns: (0..profile.columns.len()).map(|number| column_use(profile, table, number, names)).collect(),
        rejected: rejected(profile, table, called),
        changed: changed(profile, table),
        lost: Vec::new(),
    }
}

fn column_use(profile: &Profile, table: &Table, number: usize, names: &[&str]) -> ColumnUse {
    let column = &profile.columns[number];
    let places = || table.column_of.iter().enumerate().filter(move |(_, of)| **of == number).map(|(place, _)| place);
    let filled = table.rows.iter().filter(|row| places().any(|place| !row[place].is_empty())).count();
    let mut fields: Vec<String> = Vec::new();
    for field in column.fields() {
        if !fields.iter().any(|known| known == names[field]) {
            fields.push(names[field].to_owned());
        }
    }
    ColumnUse { name: column.name.clone(), times: places().count(), fields, filled }
}

fn rejected(profile: &Profile, table: &Table, called: &[String]) -> Vec<Rejected> {
    let mut rejected = Vec::new();
    for (row, called) in table.rows.iter().zip(called) {
        for (cell, column) in row.iter().zip(&table.column_of).map(|(cell, column)| (cell, &profile.columns[*column])) {
            let mut say = |why: String| rejected.push(Rejected { row: called.clone(), why });
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

fn changed(profile: &Profile, table: &Table) -> Vec<String> {
    let mut changed = Vec::new();
    let formulas = table.rows.iter().flatten().filter(|cell| guarded(cell) != **cell).count();
    if formulas > 0 {
        let cells = counted(formulas, "cell begins", "cells begin");
        changed.push(format!("{cells} with a sign that a spreadsheet would run as a formula; an apostrophe stands before it."));
    }
    let spaces = profile.columns.iter().filter_map(|column| Some((column, column.spaces()?)));
    changed.extend(spaces.map(|(column, spaces)| format!("White space in {} becomes `{spaces}`.", column.name)));
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
        let rejected: Vec<String> = self.rejected.iter().map(|row| format!("{}: {}", row.row, row.why)).collect();
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
