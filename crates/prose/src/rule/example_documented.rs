use super::{Draft, Rule};
use crate::document::BlockKind;
use crate::example::{METHODS, Request, path_of};
use crate::read::Section;
use footbridge_diagnostic::Diagnostic;

/// Every method and path of an example stands in Endpoints. An example of something that the reference does not know is either a typing
/// mistake or an endpoint without documentation, and a reader cannot tell which.
pub(crate) const RULE: Rule = Rule {
    code: "prose-example-documented",
    holds: "Each method and path of an example stands in Endpoints; `{id}`, `:id` and `<id>` stand for one segment, the query string does not count.",
    why: "A reader cannot tell whether the example is mistyped or the endpoint was forgotten.",
    find,
};

/// A method and a path as Endpoints names them.
struct Endpoint {
    method: &'static str,
    path: String,
}

fn find(draft: &Draft<'_>, _: &Section<'_>) -> Vec<Diagnostic> {
    let Some(section) = draft.section("Endpoints").filter(|section| section.words() > 0) else { return Vec::new() };
    let endpoints = endpoints(section);
    if endpoints.is_empty() {
        let help = "Write each as `GET /v1/rooms`, in a heading, a list or a table.";
        return vec![draft.fault(&RULE, section, "names no method with its path", help)];
    }
    let unknown =
        draft.examples().requests.iter().filter(|request| {
            !endpoints.iter().any(|endpoint| endpoint.method == request.method && matches(&endpoint.path, &request.path))
        });
    unknown.map(|request| undocumented(draft, section, request, &endpoints)).collect()
}

fn undocumented(draft: &Draft<'_>, section: &Section<'_>, request: &Request, endpoints: &[Endpoint]) -> Diagnostic {
    let message = format!("“{}” does not name `{} {}`, which this example calls.", section.heading, request.method, request.path);
    let other = endpoints.iter().find(|endpoint| matches(&endpoint.path, &request.path));
    let help = match other {
        Some(other) => format!("It names `{} {}`. Correct the example, or add the method.", other.method, other.path),
        None => "Correct the path of the example, or add the endpoint.".to_owned(),
    };
    draft.error(&RULE, request.span.clone(), message).help(help)
}

/// `GET /v1/rooms` in headings, lists, tables and code; calls of curl are examples and document nothing.
fn endpoints(section: &Section<'_>) -> Vec<Endpoint> {
    let mut texts: Vec<String> =
        section.parts.iter().filter_map(|own| own.part.heading.as_ref()).map(|heading| heading.text().to_owned()).collect();
    let mut row = (usize::MAX, usize::MAX);
    for block in section.blocks() {
        match &block.kind {
            BlockKind::Cell { table, row: number, .. } => {
                // Method and path may stand in two cells of one row.
                if row == (*table, *number) {
                    if let Some(last) = texts.last_mut() {
                        last.push(' ');
                        last.push_str(block.text());
                    }
                } else {
                    texts.push(block.text().to_owned());
                }
                row = (*table, *number);
            }
            BlockKind::Code { .. } if block.text().contains("curl ") => {}
            _ => texts.push(block.text().to_owned()),
        }
    }
    texts.iter().flat_map(|text| named_in(text)).collect()
}

fn named_in(text: &str) -> Vec<Endpoint> {
    let mut found = Vec::new();
    let mut methods: Vec<&'static str> = Vec::new();
    // A path whose method comes behind it, as in a table with the path in the first column.
    let mut lone_path: Option<String> = None;
    let is_separator = |c: char| c.is_whitespace() || matches!(c, ',' | '`' | '|' | '(' | ')' | '"' | '“' | '”' | '[' | ']');
    for word in text.split(is_separator).filter(|word| !word.is_empty()) {
        if let Some(method) = METHODS.into_iter().find(|method| *method == word.trim_end_matches(':')) {
            found.extend(lone_path.iter().map(|path| Endpoint { method, path: path.clone() }));
            methods.push(method);
            continue;
        }
        match path_of(word.trim_end_matches(['.', ';', ':'])) {
            Some(path) if path.len() > 1 => {
                found.extend(methods.iter().map(|method| Endpoint { method, path: path.clone() }));
                lone_path = methods.is_empty().then_some(path);
                methods.clear();
            }
            _ if matches!(word, "or" | "and" | "/" | "&" | "–" | "—" | "-" | "with" | "method") => {}
            _ => {
                methods.clear();
                lone_path = None;
            }
        }
    }
    found
}

/// A parameter in braces, behind a colon or in angle brackets stands for one segment. A base such as `/v1` may be left out of the reference.
fn matches(documented: &str, called: &str) -> bool {
    let segments = |path: &str| path.split('/').filter(|segment| !segment.is_empty()).map(str::to_owned).collect::<Vec<String>>();
    let (documented, called) = (segments(documented), segments(called));
    let Some(extra) = called.len().checked_sub(documented.len()) else { return false };
    let is_parameter = |segment: &str| segment.starts_with([':', '{', '<']) || segment.starts_with('$');
    let same =
        documented.iter().zip(&called[extra..]).all(|(wanted, given)| wanted == given || is_parameter(wanted) || is_parameter(given));
    same && called[..extra].iter().all(|segment| is_base(segment)) && (extra == 0 || !documented.is_empty())
}

/// `v1`, `api`, `2026-05-12`.
fn is_base(segment: &str) -> bool {
    let version = segment.strip_prefix('v').unwrap_or(segment);
    segment == "api"
        || segment == "rest"
        || (!version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-')))
}
