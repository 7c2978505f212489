use crate::course::Course;
use crate::markdown::blocks;
use crate::path::conflict_view;
use crate::view::{
    ActionView, GuideLineView, GuidePageView, GuideView, ReferenceColumnView, ReferenceRowView, ReferenceTableView, SourceView,
};
use crate::{App, Trouble};
use footbridge_content::{FigureKind, Page, ReferenceColumn, ReferenceRow, ReferenceTable};
use footbridge_diagnostic::grouped;

impl App {
    /// The Guide's contents. Needs no learner.
    pub fn guide(&self) -> GuideView {
        let line = |page: &Page| GuideLineView { id: page.id.as_ref().to_string(), title: page.title.clone(), answer: page.answer.clone() };
        GuideView { pages: self.course.pack.pages.iter().map(line).collect() }
    }

    /// One page of the Guide, by its id with or without `guide-`.
    pub fn guide_page(&self, id: &str) -> Result<GuidePageView, Trouble> {
        let page = find(&self.course, id).ok_or_else(|| {
            let ids = self.course.pack.pages.iter().map(|page| short(page.id.as_ref().as_str()));
            Trouble::not_found(format!("The Guide has no page `{id}`.")).help("`footbridge guide` lists the pages.").or_meant(id, ids)
        })?;
        Ok(GuidePageView {
            id: page.id.as_ref().to_string(),
            title: page.title.clone(),
            answer: page.answer.clone(),
            text: blocks(&page.text),
            tables: page.tables.iter().map(table_view).collect(),
            sources: page
                .sources
                .iter()
                .map(|source| SourceView {
                    id: source.id.clone(),
                    title: source.title.clone(),
                    date: source.date.clone(),
                    url: source.url.clone(),
                    note: source.note.clone(),
                })
                .collect(),
            conflicts: page.conflicts.iter().map(conflict_view).collect(),
            gaps: page.gaps.iter().map(|gap| gap.says.clone()).collect(),
            actions: page
                .actions
                .iter()
                .map(|action| ActionView { label: action.label.clone(), screen: action.screen.clone(), command: action.command.clone() })
                .collect(),
        })
    }
}

fn find<'a>(course: &'a Course, id: &str) -> Option<&'a Page> {
    course.pack.pages.iter().find(|page| page.id.as_ref().as_str() == id || short(page.id.as_ref().as_str()) == id)
}

fn short(id: &str) -> &str {
    id.strip_prefix("guide-").unwrap_or(id)
}

fn table_view(table: &ReferenceTable) -> ReferenceTableView {
    ReferenceTableView {
        id: table.id.clone(),
        title: table.title.clone(),
        columns: table
            .columns
            .iter()
            .map(|column| ReferenceColumnView {
                id: column.id.clone(),
                title: column.title.clone(),
                unit: column.unit.clone(),
                number: column.number,
            })
            .collect(),
        rows: table.rows.iter().map(|row| row_view(&table.columns, row.as_ref())).collect(),
        note: table.note.clone(),
    }
}

fn row_view(columns: &[ReferenceColumn], row: &ReferenceRow) -> ReferenceRowView {
    let cell = |column: &ReferenceColumn| row.cells.get(&column.id);
    ReferenceRowView {
        cells: columns.iter().map(|column| cell(column).map_or_else(String::new, written)).collect(),
        numbers: columns.iter().map(|column| cell(column).and_then(number)).collect(),
        kind: match row.kind {
            FigureKind::Fact => "fact",
            FigureKind::Claim => "claim",
        }
        .to_owned(),
        source: row.source.clone(),
        date: row.date.clone(),
    }
}

fn written(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Integer(whole) => grouped(whole),
        other => other.to_string(),
    }
}

fn number(value: &toml::Value) -> Option<f64> {
    match value {
        #[expect(clippy::cast_precision_loss, reason = "figures of the Guide are far below 2^53")]
        toml::Value::Integer(whole) => Some(*whole as f64),
        toml::Value::Float(number) => Some(*number),
        _ => None,
    }
}
