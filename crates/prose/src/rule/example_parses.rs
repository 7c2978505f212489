use super::{Draft, Rule};
use crate::read::Section;
use footbridge_diagnostic::Diagnostic;

/// Examples can be copied and run: JSON parses, quotes are closed, methods exist, addresses are whole, bodies are what their type says. The
/// first thing a developer does with a page is to paste from it, and a failure there is taken for a failure of the product.
pub(crate) const RULE: Rule = Rule {
    code: "prose-example-parses",
    holds: "JSON blocks parse; calls of curl and HTTP messages have known methods, https addresses or paths, closed quotes, and JSON bodies that parse.",
    why: "The first thing a developer does is paste the example; when it fails, the product failed.",
    find,
};

fn find(draft: &Draft<'_>, _: &Section<'_>) -> Vec<Diagnostic> {
    let faults = draft.examples().faults.iter();
    faults.map(|fault| draft.error(&RULE, fault.span.clone(), fault.message.clone()).help(fault.help)).collect()
}
