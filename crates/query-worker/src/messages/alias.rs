//! Two tables of one FROM under one name: no column can say which of them it belongs to.

use super::reading::{folded, prefix};
use super::written::Written;
use datafusion::sql::sqlparser::ast::{Ident, Select, Statement, TableFactor, Visitor};
use footbridge_diagnostic::Diagnostic;
use footbridge_query::walk;
use std::ops::ControlFlow;

/// Every second table under a name that is taken.
pub(super) fn taken(written: &Written<'_>, statement: &Statement) -> Vec<Diagnostic> {
    let mut reader = Reader { written, findings: Vec::new() };
    let _ = walk(statement, &mut reader);
    reader.findings
}

struct Reader<'a> {
    written: &'a Written<'a>,
    findings: Vec<Diagnostic>,
}

impl Visitor for Reader<'_> {
    type Break = ();

    fn pre_visit_select(&mut self, select: &Select) -> ControlFlow<()> {
        let factors =
            select.from.iter().flat_map(|from| std::iter::once(&from.relation).chain(from.joins.iter().map(|join| &join.relation)));
        let mut names: Vec<String> = Vec::new();
        for factor in factors {
            let Some(name) = prefix(factor) else { continue };
            if names.contains(&name) {
                let finding = Diagnostic::error("sql-same-table-name", format!("Two tables here go by the name `{name}`."))
                    .note("A column with the name in front could be of either.")
                    .help(format!("Give each an alias of its own, for example `{name} AS other_{name}`."));
                let place = ident(factor).map(|ident| self.written.span(ident.span));
                self.findings.push(self.written.place(finding, place));
            }
            names.push(name);
        }
        ControlFlow::Continue(())
    }
}

/// The word that gives the name.
fn ident(factor: &TableFactor) -> Option<&Ident> {
    match factor {
        TableFactor::Table { alias: Some(alias), .. } | TableFactor::Derived { alias: Some(alias), .. } => Some(&alias.name),
        TableFactor::Table { name, .. } => name.0.last()?.as_ident().filter(|ident| !folded(ident).is_empty()),
        _ => None,
    }
}
