use serde::Deserialize;

/// A prompt with `{{places}}`.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// File name without its ending.
    pub name: String,
    /// Title.
    pub title: String,
    /// Parts of the product brief it fulfils.
    pub brief: Vec<String>,
    /// What comes back.
    pub asks: String,
    /// The text.
    pub text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PromptToml {
    #[serde(rename = "id")]
    pub(crate) _id: String,
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) brief: Vec<String>,
    pub(crate) asks: String,
}

impl Prompt {
    /// Names of the places, in order of first appearance.
    pub fn places(&self) -> Vec<&str> {
        let mut found = Vec::new();
        let mut rest = self.text.as_str();
        while let Some((_, after)) = rest.split_once("{{") {
            let Some((name, tail)) = after.split_once("}}") else { break };
            if !found.contains(&name) {
                found.push(name);
            }
            rest = tail;
        }
        found
    }
}
