use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// Somebody at a shell, with a home of their own that is gone afterwards.
pub(crate) struct Learner {
    home: PathBuf,
}

/// What a command left behind.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// A choice exercise whose right answers stand in its own file, so that no engine is needed to pass it.
pub(crate) const EXERCISE: &str = "choice-cache-or-replica";

const WHO: [&str; 10] =
    ["--blocker", "technical-skill", "--background", "support", "--hours", "6", "--region", "india", "--target", "TPM for APIs"];

static NUMBER: AtomicU32 = AtomicU32::new(0);

impl Learner {
    /// With nothing in their home.
    pub(crate) fn new() -> Self {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let home = std::env::temp_dir().join(format!("footbridge-cli-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&home).expect("a temporary folder can be made");
        Self { home }
    }

    /// With a learner's folder.
    pub(crate) fn onboarded() -> Self {
        let learner = Self::new();
        let ran = learner.run(&[&["init"][..], &WHO].concat());
        assert_eq!(ran.code, Some(0), "{ran:?}");
        learner
    }

    pub(crate) fn home(&self) -> &Path {
        &self.home
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.home.join("path")
    }

    /// The file of the exercise's answer.
    pub(crate) fn answer_file(&self) -> PathBuf {
        self.folder().join("work/system-design").join(EXERCISE).join("answers.toml")
    }

    /// The program, which finds this home and no other.
    pub(crate) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        let model = ["FOOTBRIDGE_MODEL", "FOOTBRIDGE_MODEL_KEY", "FOOTBRIDGE_MODEL_SCHEMA", "FOOTBRIDGE_MODEL_URL"];
        for name in ["NO_COLOR", "FOOTBRIDGE_QUERY", "FOOTBRIDGE_CONTENT"].into_iter().chain(model) {
            command.env_remove(name);
        }
        command
            .env("HOME", &self.home)
            .env("FOOTBRIDGE_QUERY", "no-worker-here")
            .env("XDG_CONFIG_HOME", self.home.join("config"))
            .env("FOOTBRIDGE_HOME", self.folder());
        command.env("TMPDIR", &self.home).env("XDG_RUNTIME_DIR", &self.home);
        command.current_dir(&self.home).stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        ran(self.command(Path::new(env!("CARGO_BIN_EXE_footbridge"))).args(arguments))
    }

    /// The program with the real SQL worker, and with the data of this repository. Whoever has no worker is told so: nothing is left out.
    pub(crate) fn with_worker(&self) -> Command {
        let program = Path::new(env!("CARGO_BIN_EXE_footbridge"));
        let worker = std::env::var_os("FOOTBRIDGE_QUERY").map_or_else(|| program.with_file_name("footbridge-query"), PathBuf::from);
        assert!(worker.is_file(), "`cargo build -p footbridge-query-worker` makes {}, or FOOTBRIDGE_QUERY names it", worker.display());
        let mut command = self.command(program);
        command.env("FOOTBRIDGE_QUERY", worker).env("FOOTBRIDGE_CONTENT", content());
        command
    }

    /// A command that must succeed, with its result read as JSON.
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let ran = self.run(&[arguments, &["--json"]].concat());
        assert_eq!(ran.code, Some(0), "{arguments:?}: {ran:?}");
        serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{arguments:?} printed no JSON, {error}: {}", ran.out))
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }
}

/// The course of this repository.
pub(crate) fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

impl Drop for Learner {
    fn drop(&mut self) {
        // What stays behind is in the folder for temporary files.
        let _ = std::fs::remove_dir_all(&self.home);
    }
}

pub(crate) fn ran(command: &mut Command) -> Ran {
    let output = command.output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("it prints UTF-8");
    Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// The right answers, from the exercise's own file.
pub(crate) fn right_answers() -> String {
    let file = content().join("exercises").join(EXERCISE).join("exercise.toml");
    let exercise: toml::Table = std::fs::read_to_string(file).expect("the exercise is there").parse().expect("it is TOML");
    let mut answers = toml::Table::new();
    for question in exercise["question"].as_array().expect("it has questions") {
        let id = question["id"].as_str().expect("every question has an id").to_owned();
        let right = |option: &toml::Value| option.get("right").and_then(toml::Value::as_bool) == Some(true);
        let answer = match question.get("options").and_then(toml::Value::as_array) {
            Some(options) => {
                let at = options.iter().position(right).expect("one option is right");
                toml::Value::String(["a", "b", "c", "d", "e"][at].to_owned())
            }
            None => question["answer"].clone(),
        };
        answers.insert(id, answer);
    }
    answers.to_string()
}
