//! Which language model a person chose to ask. None of it is part of the learner's folder: a folder that came from somebody else could
//! otherwise say where the prompt and the key go.

use crate::world::configuration_folder;
use crate::{Fault, Trouble};
use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Largest settings and key that are read, in bytes.
const LARGEST: u64 = 16 * 1024;

/// An endpoint and a model, as a person named them.
#[derive(Debug)]
pub struct ModelSettings {
    /// Base address, such as `https://api.example.com/v1`.
    pub url: String,
    /// Name of the model at that address.
    pub model: String,
    /// Servers on one's own machine often need none.
    pub key: Option<ModelKey>,
    /// Whether the JSON Schema of the answer goes out as `response_format`, which some servers refuse.
    pub schema: bool,
}

/// A key, and where it came from. Only [`ModelKey::expose`] gives it out.
pub struct ModelKey {
    key: String,
    /// In words, to be shown.
    pub from: String,
}

impl ModelKey {
    /// The key itself, for the request that needs it.
    pub fn expose(&self) -> &str {
        &self.key
    }
}

impl fmt::Debug for ModelKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "ModelKey from {}", self.from)
    }
}

impl ModelSettings {
    /// From the environment, and for what it does not name from `model.toml` and `model-key` in the system's configuration folder.
    pub fn of_this_machine() -> Result<Self, Trouble> {
        Self::read(&|name| std::env::var(name).ok(), &configuration_folder())
    }

    fn read(environment: &dyn Fn(&str) -> Option<String>, folder: &Path) -> Result<Self, Trouble> {
        let set = |name: &str| environment(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
        let file = folder.join("model.toml");
        let written = Written::read(&file)?;
        let url = set("FOOTBRIDGE_MODEL_URL").or(written.url);
        let model = set("FOOTBRIDGE_MODEL").or(written.model);
        let schema = match set("FOOTBRIDGE_MODEL_SCHEMA").as_deref() {
            None => written.schema.unwrap_or(true),
            Some("on") => true,
            Some("off") => false,
            Some(_) => return Err(Trouble::asked("FOOTBRIDGE_MODEL_SCHEMA is `on` or `off`.")),
        };
        let (Some(url), Some(model)) = (url, model) else {
            return Err(Trouble::asked("No model is set up, so nothing was sent.").help(format!(
                "Set FOOTBRIDGE_MODEL_URL and FOOTBRIDGE_MODEL, or write `url` and `model` into {}; docs/models.md shows how. `--offline` needs no model.",
                file.display()
            )));
        };
        let key = match set("FOOTBRIDGE_MODEL_KEY") {
            Some(key) => Some(ModelKey { key, from: "FOOTBRIDGE_MODEL_KEY".to_owned() }),
            None => key_in(&folder.join("model-key"))?,
        };
        Ok(Self { url, model, key, schema })
    }
}

/// What stands in the settings.
#[derive(Default)]
struct Written {
    url: Option<String>,
    model: Option<String>,
    schema: Option<bool>,
}

impl Written {
    /// Whatever else stands there may be a key, so it is named and never repeated.
    fn read(file: &Path) -> Result<Self, Trouble> {
        let mut written = Self::default();
        let Some((_, text)) = opened(file)? else { return Ok(written) };
        let table: toml::Table = toml::from_str(&text).map_err(|error| {
            let line = error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
            Trouble::asked(format!("{} cannot be read: line {line} is no TOML.", file.display()))
                .help("It holds url = \"https://…\" and model = \"…\", and may hold schema = false.")
        })?;
        for (name, value) in &table {
            let text = || {
                let text = value.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
                text.ok_or_else(|| Trouble::asked(format!("`{name}` in {} is no text.", file.display())))
            };
            match name.as_str() {
                "url" => written.url = Some(text()?),
                "model" => written.model = Some(text()?),
                "schema" => {
                    let neither = || Trouble::asked(format!("`schema` in {} is neither true nor false.", file.display()));
                    written.schema = Some(value.as_bool().ok_or_else(neither)?);
                }
                _ => {
                    return Err(Trouble::asked(format!("{} holds `{name}`, which it has no place for.", file.display()))
                        .help("It holds `url`, `model` and `schema`. A key stands alone in the file `model-key` beside it."));
                }
            }
        }
        Ok(written)
    }
}

fn key_in(file: &Path) -> Result<Option<ModelKey>, Trouble> {
    let Some((others_can_read, text)) = opened(file)? else { return Ok(None) };
    if others_can_read {
        return Err(Trouble::asked(format!("Others on this machine can read {}, so the key was not used.", file.display()))
            .help(format!("Make it yours alone: chmod 600 {}", file.display())));
    }
    let key = text.trim();
    if key.is_empty() {
        return Err(Trouble::asked(format!("{} is empty.", file.display())).help("Write the key into it, or remove it."));
    }
    Ok(Some(ModelKey { key: key.to_owned(), from: file.display().to_string() }))
}

/// Whether others can read a file, as it is when it is read, and its text; nothing when there is none.
fn opened(file: &Path) -> Result<Option<(bool, String)>, Trouble> {
    let unreadable = |error: std::io::Error| Trouble::new(Fault::World, format!("{} cannot be read.", file.display())).because(error);
    match std::fs::metadata(file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(error)),
        Ok(found) if !found.is_file() => return Err(Trouble::asked(format!("{} is no file.", file.display()))),
        Ok(_) => {}
    }
    let opened = File::open(file).map_err(unreadable)?;
    let others_can_read = others_can_read(&opened.metadata().map_err(unreadable)?);
    let mut bytes = Vec::new();
    opened.take(LARGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    let text = String::from_utf8(bytes).ok().filter(|text| text.len() as u64 <= LARGEST);
    let text = text.ok_or_else(|| Trouble::asked(format!("{} is no short text.", file.display())))?;
    Ok(Some((others_can_read, text)))
}

#[cfg(unix)]
fn others_can_read(found: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    found.permissions().mode() & 0o077 != 0
}

/// Elsewhere a file of one's own profile is not shared.
#[cfg(not(unix))]
fn others_can_read(_: &std::fs::Metadata) -> bool {
    false
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;
    use std::path::PathBuf;

    const KEY: &str = "sk-0123456789abcdef";

    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("footbridge-model-{}-{name}", std::process::id()));
            std::fs::create_dir_all(&folder).expect("a temporary folder");
            Self(folder)
        }

        fn put(&self, name: &str, text: &str, mode: u32) {
            let file = self.0.join(name);
            std::fs::write(&file, text).expect("written");
            std::fs::set_permissions(&file, std::fs::Permissions::from_mode(mode)).expect("set");
        }

        /// Settings in one line, or the whole of what is told.
        fn read(&self, environment: &[(&str, &str)]) -> Result<String, String> {
            let set = |name: &str| environment.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
            let told = |trouble: Trouble| format!("{trouble} {} {trouble:?}", trouble.help.clone().unwrap_or_default());
            let settings = ModelSettings::read(&set, &self.0).map_err(told)?;
            let key = settings.key.as_ref().map_or("no key", ModelKey::expose);
            assert!(!format!("{settings:?}").contains(KEY), "{settings:?}");
            let schema = if settings.schema { "" } else { " without schema" };
            Ok(format!("{} {} {key}{schema}", settings.url, settings.model))
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn the_environment_comes_before_the_files() {
        let folder = Folder::new("order");
        assert!(folder.read(&[]).expect_err("nothing is set up").starts_with("No model is set up, so nothing was sent."));
        assert!(folder.read(&[("FOOTBRIDGE_MODEL_URL", "http://localhost/v1"), ("FOOTBRIDGE_MODEL", " ")]).is_err());
        folder.put("model.toml", "url = \"https://api.example.com/v1\"\nmodel = \"large\"\n", 0o644);
        assert_eq!(folder.read(&[]).as_deref(), Ok("https://api.example.com/v1 large no key"));
        folder.put("model-key", &format!("{KEY}\n"), 0o600);
        assert_eq!(folder.read(&[("FOOTBRIDGE_MODEL", "small")]), Ok(format!("https://api.example.com/v1 small {KEY}")));
        assert_eq!(folder.read(&[("FOOTBRIDGE_MODEL_KEY", "other")]).as_deref(), Ok("https://api.example.com/v1 large other"));
    }

    #[test]
    fn the_schema_of_the_answer_can_be_left_out() {
        let folder = Folder::new("schema");
        folder.put("model.toml", "url = \"http://localhost/v1\"\nmodel = \"own\"\nschema = false\n", 0o644);
        assert_eq!(folder.read(&[]).as_deref(), Ok("http://localhost/v1 own no key without schema"));
        assert_eq!(folder.read(&[("FOOTBRIDGE_MODEL_SCHEMA", "on")]).as_deref(), Ok("http://localhost/v1 own no key"));
        assert!(folder.read(&[("FOOTBRIDGE_MODEL_SCHEMA", "no")]).expect_err("neither").contains("`on` or `off`"));
        folder.put("model.toml", "url = \"http://localhost/v1\"\nmodel = \"own\"\nschema = \"off\"\n", 0o644);
        assert!(folder.read(&[]).expect_err("a text").contains("neither true nor false"));
    }

    #[test]
    fn a_key_that_others_can_read_is_not_used() {
        let folder = Folder::new("open");
        folder.put("model.toml", "url = \"https://api.example.com/v1\"\nmodel = \"large\"\n", 0o644);
        for mode in [0o644, 0o640, 0o604, 0o620] {
            folder.put("model-key", KEY, mode);
            let told = folder.read(&[]).expect_err("others can read it");
            assert!(told.starts_with("Others on this machine can read") && told.contains("chmod 600") && !told.contains(KEY), "{told}");
        }
        folder.put("model-key", " \n", 0o600);
        assert!(folder.read(&[]).expect_err("no key").contains("is empty."));
    }

    #[test]
    fn settings_that_cannot_be_read_are_told_without_what_they_hold() {
        let folder = Folder::new("wrong");
        for (text, told) in [
            (format!("url = \"https://a.example\"\nkey = \"{KEY}\"\n"), "holds `key`, which it has no place for."),
            (format!("model = \"large\"\nkey = {KEY}\n"), "cannot be read: line 2 is no TOML."),
            ("url = 5\n".to_owned(), "`url` in"),
            ("x".repeat(20_000), "is no short text."),
        ] {
            folder.put("model.toml", &text, 0o600);
            let whole = folder.read(&[]).expect_err("not readable");
            assert!(whole.contains(told) && !whole.contains(KEY), "{whole}");
        }
    }
}
