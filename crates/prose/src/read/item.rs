//! Items of a section: list items, rows of a table, or subheadings, whichever there are most of; paragraphs where there is none of them.

use super::label::{self, Label, Value};
use super::number;
use super::section::Section;
use crate::document::{Block, BlockKind, Heading, Look, Part};
use crate::text::Prose;
use std::ops::Range;

/// One item with everything that belongs to it.
pub(crate) struct Item<'a> {
    /// All its text, one line for each block or cell, its subheading first.
    pub(crate) prose: Prose,
    bold: Vec<Range<usize>>,
    /// Stretches of `prose` in backticks.
    pub(crate) code: Vec<Range<usize>>,
    /// Cells of a table by the head of their column, or of their row in a table that stands on its side.
    columns: Vec<(&'a str, &'a Block)>,
    /// Smaller headings inside, each with its text.
    inner: Vec<(&'a Heading, Prose)>,
    name: String,
    /// The smaller heading it stands under, when that is no item itself.
    pub(crate) group: &'a str,
    /// Bytes of the answer: the first line.
    pub(crate) span: Range<usize>,
}

/// What to take as items when subheadings hold lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Prefer {
    /// What there is most of.
    Most,
    /// Two subheadings are two items, whatever they hold.
    Subheadings,
}

/// The blocks of one list item, one row, or a single other block.
struct Unit<'a> {
    kind: UnitKind,
    blocks: Vec<&'a Block>,
    /// The head of the table that a row belongs to.
    head: Vec<&'a Block>,
    heading: Option<&'a Heading>,
    group: &'a str,
    labels: Vec<usize>,
    is_field: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum UnitKind {
    ListItem(usize),
    Row(usize, usize),
    Paragraph,
    Code,
    Heading,
}

/// The items of a section. An entry that only holds one of the `labels`, such as `- Baseline: 14 minutes`, is no item but belongs to one.
pub(crate) fn items<'a>(section: &Section<'a>, labels: &[Label], prefer: Prefer) -> Vec<Item<'a>> {
    let units = units(section, labels);
    let count = |wanted: fn(UnitKind) -> bool| units.iter().filter(|unit| wanted(unit.kind) && !unit.is_field).count();
    let lists = count(|kind| matches!(kind, UnitKind::ListItem(_)));
    let rows = count(|kind| matches!(kind, UnitKind::Row(..)));
    let headings = count(|kind| kind == UnitKind::Heading);
    let holds_fields = headings > 0 && units.iter().skip_while(|unit| unit.kind != UnitKind::Heading).any(|unit| unit.is_field);
    let by_heading = headings > 0 && (holds_fields || headings >= lists.max(rows) || (prefer == Prefer::Subheadings && headings > 1));
    let leads = units.iter().filter(|unit| is_lead(unit)).count();
    let groups = if by_heading {
        grouped(units, true, |unit| unit.kind == UnitKind::Heading)
    } else if prefer == Prefer::Subheadings && leads > 1 {
        grouped(units, true, is_lead)
    } else if lists == 0 && rows == 0 {
        by_repetition(units, !labels.is_empty())
    } else if lists >= rows {
        grouped(units, false, |unit| matches!(unit.kind, UnitKind::ListItem(_)) && !unit.is_field)
    } else {
        grouped(units, false, |unit| matches!(unit.kind, UnitKind::Row(..)) && !unit.is_field)
    };
    groups.iter().filter_map(|group| item(group)).collect()
}

/// A paragraph with a bold beginning that is none of the labels: the name of an item.
fn begins_bold(unit: &Unit<'_>) -> bool {
    let block = unit.blocks.first().filter(|_| unit.kind == UnitKind::Paragraph && !unit.is_field);
    block.is_some_and(|block| block.bold.first().is_some_and(|run| run.start == 0))
}

/// A paragraph that is all bold, as people write who have no smaller heading left.
fn is_lead(unit: &Unit<'_>) -> bool {
    let is_bold = !unit.blocks.is_empty() && unit.blocks.iter().all(|block| block.look == Look::Bold);
    unit.kind == UnitKind::Paragraph && is_bold && !unit.is_field
}

fn units<'a>(section: &Section<'a>, labels: &[Label]) -> Vec<Unit<'a>> {
    let smallest =
        section.parts.iter().filter(|own| !own.is_head).filter_map(|own| own.part.heading.as_ref()).map(|heading| heading.level).min();
    let mut units = Vec::new();
    for own in &section.parts {
        let heading = own.part.heading.as_ref().filter(|_| !own.is_head);
        if let Some(heading) = heading {
            // Headings further down belong to what is above them.
            let is_label = labels.iter().any(|label| label::is_named(heading.text(), label));
            let kind = if Some(heading.level) == smallest && !is_label { UnitKind::Heading } else { UnitKind::Paragraph };
            units.push(Unit {
                kind,
                blocks: Vec::new(),
                head: Vec::new(),
                heading: Some(heading),
                group: "",
                labels: Vec::new(),
                is_field: is_label,
            });
        }
        let first = units.len();
        units_of(own.part, &mut units);
        for unit in &mut units[first..] {
            name_labels(unit, labels);
            unit.group = own.part.heading.as_ref().filter(|_| !own.is_head).map_or("", |heading| heading.text());
        }
    }
    // The head of a table is no row, unless it is the first of a table that stands on its side.
    units.retain(|unit| !matches!(unit.kind, UnitKind::Row(_, 0)) || unit.is_field);
    split_single(units, labels)
}

fn units_of<'a>(part: &'a Part, units: &mut Vec<Unit<'a>>) {
    let first = units.len();
    let mut head: (usize, Vec<&Block>) = (0, Vec::new());
    for block in &part.blocks {
        let kind = match (&block.kind, block.item) {
            (BlockKind::Cell { table, row, .. }, _) => {
                if head.0 != *table {
                    head = (*table, Vec::new());
                }
                if *row == 0 {
                    head.1.push(block);
                }
                UnitKind::Row(*table, *row)
            }
            (_, Some(item)) => UnitKind::ListItem(item.outer),
            (BlockKind::Code { .. }, None) => UnitKind::Code,
            (BlockKind::Paragraph, None) => UnitKind::Paragraph,
        };
        if block.is_void {
            continue;
        }
        // Items and tables are numbered within their part.
        let continues = units.len() > first && matches!(kind, UnitKind::ListItem(_) | UnitKind::Row(..));
        match units.last_mut().filter(|unit| continues && unit.kind == kind && unit.heading.is_none()) {
            Some(unit) => unit.blocks.push(block),
            None => units.push(Unit {
                kind,
                blocks: vec![block],
                head: head.1.clone(),
                heading: None,
                group: "",
                labels: Vec::new(),
                is_field: false,
            }),
        }
    }
}

fn name_labels(unit: &mut Unit<'_>, labels: &[Label]) {
    let Some(first) = unit.blocks.first() else { return };
    if let UnitKind::Row(..) = unit.kind {
        let named = |block: &Block| labels.iter().position(|label| label::is_named(block.text(), label));
        unit.labels = named(first).into_iter().collect();
        unit.is_field = matches!(unit.blocks.as_slice(), [name, value] if named(name).is_some() && named(value).is_none());
        return;
    }
    let mut found = Vec::new();
    for block in &unit.blocks {
        let in_block = label::find_all(&block.prose, &block.bold, labels);
        if std::ptr::eq(*block, *first) {
            unit.is_field = in_block.first().is_some_and(|found| found.start == first_letter(block.text()));
        }
        found.extend(in_block.into_iter().map(|found| found.label));
    }
    unit.labels = found;
}

fn first_letter(text: &str) -> usize {
    text.find(char::is_alphanumeric).unwrap_or(0)
}

/// When all of a list hangs below one outermost item, the items are those below it.
fn split_single<'a>(units: Vec<Unit<'a>>, labels: &[Label]) -> Vec<Unit<'a>> {
    let outer = units.iter().filter(|unit| matches!(unit.kind, UnitKind::ListItem(_)) && !unit.is_field).count();
    if outer != 1 {
        return units;
    }
    let mut split = Vec::new();
    for unit in units {
        // The blocks of one nested item follow one another.
        let nested: Vec<&Block> = unit.blocks.iter().filter(|block| nested_number(block).is_some()).copied().collect();
        let items: Vec<&[&Block]> = nested.chunk_by(|one, other| nested_number(one) == nested_number(other)).collect();
        let group = unit.group;
        let below: Vec<Unit<'_>> = items
            .into_iter()
            .enumerate()
            .map(|(number, blocks)| {
                let kind = UnitKind::ListItem(usize::MAX - number);
                let mut below =
                    Unit { kind, blocks: blocks.to_vec(), head: Vec::new(), heading: None, group, labels: Vec::new(), is_field: false };
                name_labels(&mut below, labels);
                below
            })
            .collect();
        // Nested labels and details belong to the one item that they hang below; only a line that announces them is none.
        let announces = unit.blocks.first().is_some_and(|block| nested_number(block).is_none() && block.text().trim_end().ends_with(':'));
        if !matches!(unit.kind, UnitKind::ListItem(_)) || !announces || below.len() < 2 || below.iter().any(|below| below.is_field) {
            split.push(unit);
        } else {
            split.extend(below);
        }
    }
    split
}

fn nested_number(block: &Block) -> Option<usize> {
    block.item.and_then(|item| item.nested)
}

/// Groups that begin where `begins` says. What stands before the first belongs to none; what follows an item belongs to it when `keep_all`,
/// when it is one of its labelled values, or when it is code.
fn grouped<'a>(units: Vec<Unit<'a>>, keep_all: bool, begins: impl Fn(&Unit<'a>) -> bool) -> Vec<Vec<Unit<'a>>> {
    let mut groups: Vec<Vec<Unit<'a>>> = Vec::new();
    for unit in units {
        if begins(&unit) {
            groups.push(vec![unit]);
        } else if let Some(group) = groups.last_mut()
            && (keep_all || !unit.labels.is_empty() || unit.is_field || unit.kind == UnitKind::Code)
        {
            group.push(unit);
        }
    }
    groups
}

/// Without lists, rows and headings: a new item begins where a label comes again, and with `has_labels` false at every paragraph.
fn by_repetition(units: Vec<Unit<'_>>, has_labels: bool) -> Vec<Vec<Unit<'_>>> {
    let is_labelled = has_labels && units.iter().any(|unit| !unit.labels.is_empty() || unit.is_field);
    let mut groups: Vec<Vec<Unit<'_>>> = Vec::new();
    for unit in units {
        let starts_anew = match groups.last() {
            None => true,
            Some(_) if !is_labelled => unit.kind != UnitKind::Code,
            Some(_) if begins_bold(&unit) => true,
            Some(group) => unit.labels.iter().any(|label| group.iter().any(|earlier| earlier.labels.contains(label))),
        };
        if !starts_anew {
            if let Some(group) = groups.last_mut() {
                group.push(unit);
            }
            continue;
        }
        // The paragraph before the repeated label is the name of the new item.
        let name =
            groups.last_mut().filter(|group| group.len() > 1 && group.last().is_some_and(|last| last.labels.is_empty())).and_then(Vec::pop);
        groups.push(name.into_iter().chain([unit]).collect());
    }
    groups
}

fn item<'a>(group: &[Unit<'a>]) -> Option<Item<'a>> {
    let mut item = Item {
        prose: Prose::default(),
        bold: Vec::new(),
        code: Vec::new(),
        columns: Vec::new(),
        inner: Vec::new(),
        name: String::new(),
        group: group.first()?.group,
        span: 0..0,
    };
    for unit in group {
        if let Some(heading) = unit.heading {
            item.prose.push_prose(&heading.prose);
            item.inner.push((heading, Prose::default()));
        }
        for block in &unit.blocks {
            item.take(block);
            let head = column_of(block).and_then(|column| unit.head.iter().find(|head| column_of(head) == Some(column)));
            if let Some(head) = head.filter(|_| !unit.is_field) {
                item.columns.push((head.text(), block));
            }
        }
        if let (UnitKind::Row(..), true, [name, value]) = (unit.kind, unit.is_field, unit.blocks.as_slice()) {
            item.columns.push((name.text(), value));
        }
    }
    let first = group.first()?;
    let block = first.blocks.first();
    item.span = first.heading.map(|heading| heading.span.clone()).or_else(|| block.map(|block| block.prose.origin(first_line(block))))?;
    item.name = first.heading.map(|heading| shortened(heading.text())).or_else(|| block.map(|block| name_of(block)))?;
    item.prose.text.contains(char::is_alphanumeric).then_some(item)
}

fn column_of(block: &Block) -> Option<usize> {
    if let BlockKind::Cell { column, .. } = block.kind { Some(column) } else { None }
}

fn first_line(block: &Block) -> Range<usize> {
    let end = block.prose.lines.first().copied().unwrap_or(block.text().len());
    0..block.text()[..end].trim_end().len()
}

/// The bold beginning, or what stands before the first colon, dash, full stop or question's end.
fn name_of(block: &Block) -> String {
    let text = block.text();
    if let Some(lead) = block.bold.first().filter(|run| text[..run.start].trim().is_empty()) {
        return shortened(&text[lead.clone()]);
    }
    let question = text.find("? ").map(|at| at + 1);
    let stops = [": ", " — ", " – ", " - ", ". ", "; "].iter().filter_map(|stop| text.find(stop));
    let end = stops.chain(question).min().unwrap_or(text.len());
    shortened(&text[..end])
}

/// At most 8 words and 60 characters.
fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut short = words.iter().take(8).copied().collect::<Vec<_>>().join(" ");
    let is_cut = words.len() > 8 || short.chars().count() > 60;
    short = short.chars().take(60).collect();
    let short = short.trim_end_matches([':', '.', ',', ';', '—', '–']).to_owned();
    if is_cut { format!("{short} …") } else { short }
}

impl Item<'_> {
    fn take(&mut self, block: &Block) {
        self.prose.push_prose(&block.prose);
        let shift = self.prose.text.len() - block.text().len();
        let shifted = |run: &Range<usize>| run.start + shift..run.end + shift;
        self.bold.extend(block.bold.iter().map(shifted));
        self.code.extend(block.code.iter().map(shifted));
        if let Some((_, inner)) = self.inner.last_mut() {
            inner.push_prose(&block.prose);
        }
    }

    /// All its text.
    pub(crate) fn text(&self) -> &str {
        &self.prose.text
    }

    /// All its text but one value with its label.
    pub(crate) fn text_without(&self, value: &Value) -> String {
        let is_kept = |at: usize, c: char| !value.whole.contains(&self.prose.origin(at..at + c.len_utf8()).start);
        self.text().char_indices().filter(|(at, c)| is_kept(*at, *c)).map(|(_, c)| c).collect()
    }

    /// A few words to name it by.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Whether it holds a number that says what it counts; in a table the head of the column may say it.
    pub(crate) fn has_counted(&self) -> bool {
        let in_column = |(head, block): &(&str, &Block)| head.contains(['(', '%']) && !number::numbers(block.text()).is_empty();
        number::first_counted(self.text()).is_some() || self.columns.iter().any(in_column)
    }

    /// The value of each label, in their order; `None` where it is missing or empty.
    pub(crate) fn values(&self, labels: &[Label]) -> Vec<Option<Value>> {
        let found = label::find_all(&self.prose, &self.bold, labels);
        let value = |index: usize, label: Label| {
            let value = self.column(label).or_else(|| self.under_heading(label)).or_else(|| label::value(&self.prose, &found, index));
            value.filter(|value| value.text.contains(char::is_alphanumeric))
        };
        labels.iter().enumerate().map(|(index, label)| value(index, label)).collect()
    }

    /// The value of one label.
    pub(crate) fn value(&self, label: Label) -> Option<Value> {
        self.values(&[label]).into_iter().next().flatten()
    }

    /// The cell below a head of that name, or beside it in a table that stands on its side.
    pub(crate) fn column(&self, label: Label) -> Option<Value> {
        let (_, block) = self.columns.iter().find(|(head, _)| label::is_named(head, label))?;
        let span = block.prose.origin(0..block.text().len());
        Some(Value { text: block.text().to_owned(), whole: span.clone(), span })
    }

    fn under_heading(&self, label: Label) -> Option<Value> {
        let (heading, prose) = self.inner.iter().find(|(heading, _)| label::is_named(heading.text(), label))?;
        let end = prose.origin(0..prose.text.len()).end.max(heading.span.end);
        Some(Value { text: prose.text.clone(), span: heading.span.clone(), whole: heading.span.start..end })
    }
}

#[cfg(test)]
mod tests {
    use super::{Label, Prefer, items};
    use crate::document::Document;
    use crate::read::Section;
    use crate::read::placeholder;

    const OWNER: Label = &["owner", "who"];
    const BY: Label = &["by", "due"];

    /// Name, owner and date of each item.
    fn read(markdown: &str) -> Vec<(String, String, String)> {
        let mut document = Document::read(&format!("# S\n\n{markdown}"));
        placeholder::clear(&mut document, &[]);
        let wanted = [("S", vec!["s".to_owned()])];
        let sections = crate::read::section::find_all(&document, &wanted);
        let section: &Section<'_> = sections[0].as_ref().expect("the heading is there");
        let text = |value: Option<crate::read::label::Value>| value.map_or_else(|| "-".to_owned(), |value| value.text);
        let read = |item: &super::Item<'_>| {
            let mut values = item.values(&[OWNER, BY]).into_iter();
            (item.name().to_owned(), text(values.next().flatten()), text(values.next().flatten()))
        };
        items(section, &[OWNER, BY], Prefer::Subheadings).iter().map(read).collect()
    }

    #[test]
    fn items_and_their_values_are_found_in_every_layout() {
        let two = [("Add an alert", "Priya", "12 May"), ("Test it", "Ravi", "1 June")];
        for markdown in [
            "- Add an alert. Owner: Priya. By: 12 May.\n- Test it. Owner: Ravi. By: 1 June.",
            "- **Add an alert** (owner: Priya, by: 12 May)\n- **Test it** (owner: Ravi, by: 1 June)",
            "1. Add an alert\n   - Owner: Priya\n   - By: 12 May\n2. Test it\n   - Owner: Ravi\n   - By: 1 June",
            "- Add an alert\n- Owner: Priya\n- By: 12 May\n- Test it\n- Owner: Ravi\n- By: 1 June",
            "| What | Owner | Due |\n|---|---|---|\n| Add an alert | Priya | 12 May |\n| Test it | Ravi | 1 June |",
            "## Add an alert\n\nOwner — Priya\nBy — 12 May\n\n## Test it\n\n**Owner** Ravi\n**By** 1 June",
            "## Add an alert\n\n- Owner = Priya\n- By = 12 May\n\n## Test it\n\n- Owner = Ravi\n- By = 1 June",
            "## Add an alert\n\n### Owner\n\nPriya\n\n### By\n\n12 May\n\n## Test it\n\n### Owner\n\nRavi\n\n### By\n\n1 June",
            "## Add an alert\n\n| Owner | Priya |\n|---|---|\n| By | 12 May |\n\n## Test it\n\n| Owner | Ravi |\n|---|---|\n| By | 1 June |",
            "**Add an alert**\n\n- Owner: Priya\n- By: 12 May\n\n**Test it**\n\n- Owner: Ravi\n- By: 1 June",
            "Add an alert\n\nOwner: Priya\nBy: 12 May\n\nTest it\n\nOwner: Ravi\nBy: 1 June",
            "- All of it:\n  - Add an alert. Owner: Priya. By: 12 May\n  - Test it. Owner: Ravi. By: 1 June",
        ] {
            let clean = |text: &str| text.trim_end_matches(['.', ')']).to_owned();
            let found: Vec<(String, String, String)> =
                read(markdown).iter().map(|(name, owner, by)| (clean(name), clean(owner), clean(by))).collect();
            let expected: Vec<(String, String, String)> =
                two.iter().map(|(name, owner, by)| ((*name).to_owned(), (*owner).to_owned(), (*by).to_owned())).collect();
            let values =
                |all: &[(String, String, String)]| all.iter().map(|(_, owner, by)| (owner.clone(), by.clone())).collect::<Vec<_>>();
            assert_eq!(values(&found), values(&expected), "{markdown}");
            assert!(found.iter().zip(&expected).all(|(found, expected)| found.0.starts_with(&expected.0)), "{found:?} in {markdown}");
        }
    }

    #[test]
    fn a_value_that_is_a_placeholder_is_none() {
        for markdown in
            ["- A b. Owner: TBD. By: …", "- A b. Owner: [name]. By: \\<date\\>", "| A | Owner | By |\n|---|---|---|\n| a b | TODO | |"]
        {
            let found = read(markdown);
            assert_eq!((found.len(), found[0].1.as_str(), found[0].2.as_str()), (1, "-", "-"), "{markdown}: {found:?}");
        }
    }
}
