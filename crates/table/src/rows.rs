use crate::profile::{Column, Content, Profile};
use crate::template::{Template, Values};

/// All cells as the records have them, before formulas are guarded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Names of the columns.
    pub header: Vec<String>,
    /// Which column of the profile each column of the file belongs to.
    pub column_of: Vec<usize>,
    /// A row for each record.
    pub rows: Vec<Vec<String>>,
}

/// Some records as rows. `values` gives all values of a field of a record, none when it says nothing about it.
pub fn table(profile: &Profile, records: usize, values: Values<'_>) -> Table {
    // For each column of the profile and each record, its cells: several when values get a column each.
    let cells: Vec<Vec<Vec<String>>> =
        profile.columns.iter().map(|column| (0..records).map(|record| cells(values, record, column)).collect()).collect();
    let widths: Vec<usize> = cells.iter().map(|records| records.iter().map(Vec::len).max().unwrap_or(0).max(1)).collect();
    let mut table = Table { header: Vec::new(), column_of: Vec::new(), rows: vec![Vec::new(); records] };
    for (number, (column, width)) in profile.columns.iter().zip(&widths).enumerate() {
        for place in 0..*width {
            table.header.push(column.name.clone());
            table.column_of.push(number);
            for (row, record) in table.rows.iter_mut().zip(&cells[number]) {
                row.push(record.get(place).cloned().unwrap_or_default());
            }
        }
    }
    table
}

fn cells(values: Values<'_>, record: usize, column: &Column) -> Vec<String> {
    match &column.content {
        Content::Text(template) => vec![column.their_word(template.fill(values, record))],
        Content::Values { templates, join, spaces } => {
            let values = templates.iter().flat_map(|template: &Template| template.values(values, record));
            let values: Vec<String> = values.map(|value| with_spaces(&column.their_word(value), spaces.as_deref())).collect();
            match join {
                Some(join) => vec![values.join(join)],
                None => values,
            }
        }
    }
}

fn with_spaces(value: &str, spaces: Option<&str>) -> String {
    match spaces {
        Some(spaces) => value.split_whitespace().collect::<Vec<_>>().join(spaces),
        None => value.to_owned(),
    }
}

/// Rows as CSV: UTF-8, commas, cells with commas, quotes or line breaks in quotes. All rows have as many cells.
pub fn written(rows: &[Vec<String>]) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).expect("every row has as many cells as the header, and memory takes them");
    }
    let bytes = writer.into_inner().expect("memory takes what is written");
    String::from_utf8(bytes).expect("cells are text, and so is what separates them")
}
