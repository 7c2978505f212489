use crate::parts::{CRITERIA, QUESTIONS, TOOLS, WEEKS};
use crate::reply::{Asked, QuestionKind};
use serde_json::{Map, Value, json};
use std::ops::RangeInclusive;

impl Asked {
    /// JSON Schema of a reply. Every part is required and no other is allowed, as endpoints with strict schemas want it.
    pub fn schema(self) -> Value {
        match self {
            Self::LearningPlan => object([(
                "weeks",
                exactly(
                    WEEKS,
                    object([
                        ("title", text()),
                        ("concept", text()),
                        ("project", text()),
                        ("resources", list(text())),
                        ("questions", exactly(QUESTIONS, text())),
                    ]),
                ),
            )]),
            Self::Interview => {
                let kinds = QuestionKind::ALL.map(|(_, words, _)| words);
                let question = object([
                    ("kind", json!({ "type": "string", "enum": kinds })),
                    ("question", text()),
                    ("evaluates", text()),
                    ("framework", text()),
                    ("mistakes", text()),
                    ("follow_up", text()),
                ]);
                let ten = QuestionKind::ALL.iter().map(|(_, _, wanted)| wanted).sum();
                object([("questions", exactly(ten, question)), ("prepare_first", text())])
            }
            Self::Tools => {
                let criteria = CRITERIA.map(|(name, _)| name);
                let score = object([
                    ("criterion", json!({ "type": "string", "enum": criteria })),
                    ("score", described("1 to 5, or: not known")),
                    ("reason", text()),
                ]);
                object([
                    (
                        "criteria",
                        exactly(
                            CRITERIA.len(),
                            object([("name", json!({ "type": "string", "enum": criteria })), ("weight", json!({ "type": "number" }))]),
                        ),
                    ),
                    ("tools", between(&TOOLS, object([("name", text()), ("scores", exactly(CRITERIA.len(), score))]))),
                    ("recommendation", text()),
                ])
            }
        }
    }

    /// What is added to a prompt that a program sends: the same reply as one JSON object, for models that do not look at the schema too.
    pub fn as_json(self) -> String {
        format!(
            "# The reply as JSON\n\nA program reads your reply. Send what is asked for above as one JSON object and nothing around it; leave out parts that the object has no place for. Texts may hold Markdown. The JSON Schema of the object:\n\n{}\n",
            self.schema()
        )
    }
}

fn object<const PARTS: usize>(parts: [(&str, Value); PARTS]) -> Value {
    let required: Vec<&str> = parts.iter().map(|(name, _)| *name).collect();
    let required = json!(required);
    let properties: Map<String, Value> = parts.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn described(words: &str) -> Value {
    json!({ "type": "string", "description": words })
}

fn list(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

fn exactly(number: usize, items: Value) -> Value {
    between(&(number..=number), items)
}

fn between(number: &RangeInclusive<usize>, items: Value) -> Value {
    json!({ "type": "array", "items": items, "minItems": number.start(), "maxItems": number.end() })
}
