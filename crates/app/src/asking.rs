//! A master prompt put to a language model. Who carries it there is handed in; what comes back is judged by its shape and never by a verdict.

use crate::replies::{asked, company_of_questions};
use crate::view::{FindingView, ModelReplyView, PromptBody, PromptView};
use crate::view_sql::finding_view;
use crate::{App, Trouble};
use footbridge_assist::{Asked, read};
use footbridge_diagnostic::Diagnostic;
use serde_json::Value;

/// Of a reply with more faults, so many are named to the model.
const MOST_FAULTS: usize = 40;

/// What a reply is called in findings about it.
const REPLY: &str = "reply";

/// A master prompt as it goes to a model.
#[derive(Debug)]
pub struct ModelQuestion {
    /// The prompt, filled and masked; its text is exactly what is sent.
    pub prompt: PromptView,
    /// JSON Schema of the answer.
    pub schema: Value,
    asked: Asked,
    /// Whom questions are for.
    company: Option<String>,
}

/// One turn of the conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The model speaks, not Footbridge.
    pub by_model: bool,
    /// What is said.
    pub text: String,
}

impl App {
    /// A master prompt with the form of the answer added, so that it can be shown before anything is sent.
    pub fn question_for_model(&self, name: &str, body: &PromptBody) -> Result<ModelQuestion, Trouble> {
        let asked = asked(name)?;
        let mut prompt = self.prompt(name, body)?;
        prompt.text = format!("{}\n\n{}", prompt.text.trim_end(), asked.as_json());
        let named = prompt.inputs.iter().find(|input| input.name == "company" && !input.value.is_empty());
        // Refused here, before an answer is paid for that could not be kept.
        let company = named.map(|input| company_of_questions(asked, &input.value)).transpose()?;
        Ok(ModelQuestion { prompt, schema: asked.schema(), asked, company })
    }

    /// Puts a question through `ask`, once more with the faults named if the answer has not the shape, and keeps it whole or not at all.
    pub fn ask_model(
        &self,
        question: &ModelQuestion,
        mut ask: impl FnMut(&[Turn]) -> Result<String, Trouble>,
    ) -> Result<ModelReplyView, Trouble> {
        let mut turns = vec![Turn { by_model: false, text: question.prompt.text.clone() }];
        let first = ask(&turns)?;
        let Err(faults) = read(question.asked, &first, REPLY) else { return self.kept(question, &first, false) };
        turns.push(Turn { by_model: true, text: first.clone() });
        turns.push(Turn { by_model: false, text: to_mend(&faults) });
        match ask(&turns) {
            Ok(second) => match read(question.asked, &second, REPLY) {
                Ok(_) => self.kept(question, &second, true),
                Err(faults) => Ok(not_kept(second, &faults, None)),
            },
            // What came first has cost something, and can be mended by hand.
            Err(trouble) => Ok(not_kept(first, &faults, Some(trouble.message))),
        }
    }

    fn kept(&self, question: &ModelQuestion, reply: &str, repaired: bool) -> Result<ModelReplyView, Trouble> {
        let file = self.keep_reply(&question.prompt.name, reply, REPLY, question.company.as_deref())?.file;
        Ok(ModelReplyView { file: Some(file), repaired, reply: None, findings: Vec::new(), repair_failed: None })
    }
}

fn not_kept(reply: String, faults: &[Diagnostic], repair_failed: Option<String>) -> ModelReplyView {
    let findings: Vec<FindingView> = faults.iter().map(|fault| finding_view(fault, None, None, &reply)).collect();
    ModelReplyView { file: None, repaired: false, reply: Some(reply), findings, repair_failed }
}

fn to_mend(faults: &[Diagnostic]) -> String {
    let named: String = faults.iter().take(MOST_FAULTS).map(|fault| format!("- {}\n", fault.message)).collect();
    let more = if faults.len() > MOST_FAULTS { "- and more of the same kinds\n" } else { "" };
    format!(
        "Your answer has not the shape that was asked for:\n\n{named}{more}\nSend the whole answer again as one JSON object, with this mended and everything else as it was."
    )
}
