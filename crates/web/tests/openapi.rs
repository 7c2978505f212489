//! The document of the API: committed, not stale, and complete.

use serde_json::Value;
use std::path::Path;

fn document() -> Value {
    serde_json::from_str(&footbridge_web::openapi()).expect("the document is JSON")
}

#[test]
fn the_committed_copy_is_not_stale() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../openapi.json");
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(committed == footbridge_web::openapi(), "openapi.json is stale: run `cargo xtask generate`");
}

/// Every operation says what it is, has a name of its own, and says what refusals look like.
#[test]
fn every_operation_is_described() {
    let document = document();
    let paths = document["paths"].as_object().expect("paths");
    let mut names = Vec::new();
    for (path, item) in paths {
        for (method, operation) in item.as_object().expect("operations") {
            let place = format!("{method} {path}");
            assert!(path.starts_with("/api/"), "{place}");
            assert!(operation["summary"].is_string() || operation["description"].is_string(), "{place}");
            assert!(operation["responses"]["200"]["content"].is_object(), "{place}");
            assert_eq!(
                operation["responses"]["401"]["content"]["application/json"]["schema"]["$ref"], "#/components/schemas/ErrorView",
                "{place}"
            );
            assert_eq!(operation["requestBody"].is_object(), operation["responses"]["415"].is_object(), "{place}");
            names.push(operation["operationId"].as_str().expect("an operation id").to_owned());
        }
    }
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count, "operation ids are not unique");
}

/// Nothing points to a schema that is not there, and recursive ones point to themselves.
#[test]
fn every_reference_has_a_target() {
    let document = document();
    let schemas = document["components"]["schemas"].as_object().expect("schemas");
    let mut references = Vec::new();
    collect_references(&document, &mut references);
    let dangling: Vec<&String> = references
        .iter()
        .filter(|name| !name.strip_prefix("#/components/schemas/").is_some_and(|name| schemas.contains_key(name)))
        .collect();
    assert!(dangling.is_empty(), "{dangling:?}");
    let mut inside_block = Vec::new();
    collect_references(&schemas["Block"], &mut inside_block);
    assert!(inside_block.iter().any(|name| name == "#/components/schemas/Block"), "a list of blocks holds blocks");
}

fn collect_references(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(target) if name == "$ref" => into.push(target.clone()),
                    _ => collect_references(member, into),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect_references(item, into)),
        _ => {}
    }
}
