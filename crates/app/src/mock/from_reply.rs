//! Questions of a kept reply, asked in a mock interview. Nobody reviewed what a language model wrote: such questions have no anchors of their
//! own, make no card and leave no line in the journal. Those that are the bank's word for word are asked as the bank's.

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

    /// The ten questions of a kept reply, by the name of its file below `private/replies`.
    pub(super) fn questions_of_reply(&self, file: &str) -> Result<OfReply, Trouble> {
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
                let asked = |(number, question): (u32, &Question)| match self.asked_in_bank(question) {
                    Some((own, variant)) => AskedFile::new(own.id.to_string(), variant),
                    None => unreviewed(number, question),
                };
                Ok(OfReply::new((1_u32..).zip(&interview.questions).map(asked).collect(), &company))
            }
            Ok(_) => Err(Trouble::asked(format!("`{file}` holds no questions."))),
            Err(findings) => Err(Trouble::asked(format!("`{file}` no longer has the shape of ten questions.")).findings(findings)),
        }
    }
}

/// Ten questions with what is said of them.
pub(super) struct OfReply {
    pub(super) questions: Vec<AskedFile>,
    /// Whose they are, and for which company when the reply says so.
    pub(super) about: String,
    pub(super) says: String,
}

impl OfReply {
    fn new(questions: Vec<AskedFile>, company: &str) -> Self {
        let (all, own) = (questions.len(), questions.iter().filter(|asked| asked.unreviewed.is_none()).count());
        let what_lacks = "nobody reviewed them: they have no anchors of their own, and no card comes of them.";
        let (about, says) = if own == all {
            let says =
                "These are questions of the course’s own bank, as the prompt has them without a model: no language model wrote them.";
            (format!("Ten questions of the bank{company}"), says.to_owned())
        } else if own > 0 {
            let are = if own == 1 { "is" } else { "are" };
            let about = format!("Ten questions of a reply{company}, {} of them unreviewed", all - own);
            (about, format!("{own} of these questions {are} of the course’s own bank. The others come from a reply and {what_lacks}"))
        } else {
            (format!("Ten questions of a reply{company}, unreviewed"), format!("A language model wrote these questions and {what_lacks}"))
        };
        Self { questions, about, says }
    }
}

fn unreviewed(number: u32, question: &Question) -> AskedFile {
    let unreviewed = UnreviewedFile {
        kind: in_bank(question.kind).word().to_owned(),
        question: question.question.clone(),
        evaluates: lines(&question.evaluates),
        framework: lines(&question.framework),
        mistakes: lines(&question.mistakes),
        follow_ups: lines(&question.follow_up),
    };
    AskedFile { unreviewed: Some(unreviewed), ..AskedFile::new(format!("unreviewed-{number}"), 0) }
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
