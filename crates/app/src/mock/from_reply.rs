//! Questions that a language model wrote, asked in a mock interview. Nobody reviewed them: they have no anchors of their own, make no card and
//! leave no line in the journal.

use super::choose::in_bank;
use super::file::AskedFile;
use crate::folder::path;
use crate::replies::FOLDER;
use crate::{App, Trouble};
use footbridge_assist::{Asked, Question, Reply, company_of, read};
use footbridge_content::{BankKind, BankQuestion};
use footbridge_verdict::ExerciseId;
use serde::{Deserialize, Serialize};

/// Minutes of each, as the prompt asks for no time.
const MINUTES: u16 = 10;

/// What stands in the place of anchors.
const SCALE: [&str; 4] = [
    "Nothing of it, or it is wrong.",
    "It is named, without a reason, a figure or an example.",
    "It is shown by a reason, a figure or an example from this case, and it holds.",
    "It is shown so, with what it costs or where it ends, and with what would change it.",
];

/// One question as it stands in the interview's file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnreviewedFile {
    kind: String,
    question: String,
    evaluates: Vec<String>,
    framework: Vec<String>,
    mistakes: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    follow_ups: Vec<String>,
}

impl UnreviewedFile {
    /// As one of the bank, for as long as it is looked at.
    pub(super) fn as_question(&self, id: &str) -> Option<BankQuestion> {
        let kind = BankKind::ALL.into_iter().find(|kind| kind.word() == self.kind)?;
        Some(BankQuestion {
            id: ExerciseId::new(id).ok()?,
            kind,
            is_story: kind == BankKind::Behavioural,
            ask: self.question.clone(),
            minutes: MINUTES,
            limit: None,
            skills: Vec::new(),
            companies: Vec::new(),
            evaluates: self.evaluates.clone(),
            framework: self.framework.clone(),
            mistakes: self.mistakes.clone(),
            follow_ups: self.follow_ups.clone(),
            answered_in: None,
            practised_in: None,
            anchors: SCALE.map(str::to_owned),
            number: None,
            place: 0..0,
            variants: Vec::new(),
        })
    }
}

impl App {
    /// Names of the kept replies that hold questions.
    pub(super) fn replies_with_questions(&self) -> Result<Vec<String>, Trouble> {
        let names = self.private_entries(FOLDER, &path(FOLDER))?.into_iter().map(|entry| entry.name);
        Ok(names.filter(|name| name.starts_with("interview-") && name.ends_with(".md")).collect())
    }

    /// The ten questions of a kept reply, by the name of its file below `private/replies`, and what they are: for which company, when it says so.
    pub(super) fn questions_of_reply(&self, file: &str) -> Result<(Vec<AskedFile>, String), Trouble> {
        let name = file.trim().trim_start_matches("./").trim_start_matches(FOLDER).trim_start_matches('/');
        let known = self.replies_with_questions()?;
        if !known.iter().any(|known| known == name) {
            return Err(Trouble::not_found(format!("There is no kept reply with questions called `{name}`."))
                .help("`footbridge prompt interview --import FILE` keeps one and says its name.")
                .or_meant(name, known.iter().map(String::as_str)));
        }
        let file = format!("{FOLDER}/{name}");
        let text = self.private_text(FOLDER, &path(&file))?.unwrap_or_default();
        match read(Asked::Interview, footbridge_prose::without_front_matter(&text), &file) {
            Ok(Reply::Interview(interview)) => {
                let company = company_of(&text).map_or_else(String::new, |company| format!(" for {company}"));
                Ok(((1_u32..).zip(&interview.questions).map(asked).collect(), format!("Ten questions of a reply{company}, unreviewed")))
            }
            Ok(_) => Err(Trouble::asked(format!("`{file}` holds no questions."))),
            Err(findings) => Err(Trouble::asked(format!("`{file}` no longer has the shape of ten questions.")).findings(findings)),
        }
    }
}

fn asked((number, question): (u32, &Question)) -> AskedFile {
    let unreviewed = UnreviewedFile {
        kind: in_bank(question.kind).word().to_owned(),
        question: question.question.clone(),
        evaluates: lines(&question.evaluates),
        framework: lines(&question.framework),
        mistakes: lines(&question.mistakes),
        follow_ups: lines(&question.follow_up),
    };
    AskedFile {
        id: format!("unreviewed-{number}"),
        variant: 0,
        unreviewed: Some(unreviewed),
        seconds: None,
        given: String::new(),
        given_late: false,
        transcript: String::new(),
        score: Vec::new(),
    }
}

/// The entries of a list as a model writes it: one a line, with or without a mark in front.
fn lines(text: &str) -> Vec<String> {
    let bare = |line: &str| {
        let line = line.trim().trim_start_matches(['-', '*', '•']).trim_start();
        let after = line.trim_start_matches(|c: char| c.is_ascii_digit());
        // `10 times the load` is no tenth entry.
        let is_number = after.len() < line.len() && after.starts_with(['.', ')']) && after[1..].starts_with(' ');
        if is_number { after[1..].trim().to_owned() } else { line.trim().to_owned() }
    };
    text.lines().map(bare).filter(|line| !line.is_empty()).collect()
}
