//! The schema that goes along with a prompt asks for what the reader takes.

use footbridge_assist::{Asked, read};
use serde_json::{Map, Value, json};

/// The smallest value that fits a schema; texts and the values of an enum go by `at`, so that no two items are alike.
fn fitting(schema: &Value, at: usize) -> Value {
    match schema["type"].as_str().expect("a type") {
        "object" => {
            let properties = schema["properties"].as_object().expect("properties");
            assert_eq!(schema["additionalProperties"], json!(false));
            assert_eq!(schema["required"], json!(properties.keys().collect::<Vec<_>>()), "strict schemas require every part");
            Value::Object(properties.iter().map(|(name, part)| (name.clone(), fitting(part, at))).collect::<Map<_, _>>())
        }
        "array" => {
            let number = schema["minItems"].as_u64().unwrap_or(1);
            (0..number).map(|at| fitting(&schema["items"], usize::try_from(at).expect("small"))).collect()
        }
        // Four weights that sum to a hundred.
        "number" => json!(25),
        "string" => match schema["enum"].as_array() {
            // Three, three, two and two.
            Some(kinds) if kinds.contains(&json!("behavioural")) => kinds[[0, 0, 0, 1, 1, 1, 2, 2, 3, 3][at]].clone(),
            Some(criteria) => criteria[at].clone(),
            None if schema["description"] == "1 to 5, or: not known" => json!("not known"),
            None => json!(format!("text {at}")),
        },
        other => panic!("a schema of {other}"),
    }
}

#[test]
fn whatever_fits_the_schema_is_taken() {
    for (name, asked) in Asked::ALL {
        let reply = fitting(&asked.schema(), 0).to_string();
        let told: Vec<String> = read(asked, &reply, "reply").err().unwrap_or_default().into_iter().map(|found| found.message).collect();
        assert_eq!(told, Vec::<String>::new(), "{name}: {reply}");
        let words = asked.as_json();
        let (_, written) = words.split_once("object:\n\n").expect("the schema at the end");
        assert_eq!(serde_json::from_str::<Value>(written).expect("JSON"), asked.schema(), "{name}");
    }
}

#[test]
fn no_part_of_the_schema_can_be_left_out() {
    for (name, asked) in Asked::ALL {
        let whole = fitting(&asked.schema(), 0);
        for part in parts(&whole, "") {
            let mut less = whole.clone();
            let (above, key) = part.rsplit_once('/').expect("a part of an object");
            less.pointer_mut(above).and_then(Value::as_object_mut).expect("an object").remove(key);
            assert!(read(asked, &less.to_string(), "reply").is_err(), "{name} without {part}");
        }
    }
}

/// Pointers to every part of every object.
fn parts(value: &Value, at: &str) -> Vec<String> {
    match value {
        Value::Object(object) => object
            .iter()
            .flat_map(|(name, part)| {
                let here = format!("{at}/{name}");
                let below = parts(part, &here);
                std::iter::once(here).chain(below)
            })
            .collect(),
        Value::Array(items) => items.iter().enumerate().flat_map(|(number, item)| parts(item, &format!("{at}/{number}"))).collect(),
        _ => Vec::new(),
    }
}
