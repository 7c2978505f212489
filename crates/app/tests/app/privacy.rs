//! What is private stays in `private/`.

use crate::answers::{pack, right};
use crate::desk::{Desk, profile};
use footbridge_app::Init;
use footbridge_app::view::PromptBody;

const COMPANY: &str = "Quietly Hiring GmbH";

#[test]
fn nothing_private_reaches_the_site_the_plan_the_public_journal_or_a_prompt() {
    let desk = Desk::new();
    let mut answers = profile();
    answers.companies = vec![COMPANY.to_owned()];
    answers.background_note = format!("sold to {} for years", COMPANY.to_uppercase());
    answers.targets = vec![format!("TPM at {COMPANY}")];
    desk.app.init(&Init { profile: answers }).expect("a folder");
    let private: Vec<&str> = pack().exercises.iter().filter(|exercise| exercise.private).map(|exercise| exercise.id.as_str()).collect();
    assert!(private.len() >= 5, "{private:?}");
    for id in &private {
        let secret = format!("{}\n\n{COMPANY} told me this.\n", right(id));
        desk.hand_in(id, &secret).expect("private work can be checked");
    }
    desk.hand_in("read-double-charge", &right("read-double-charge")).expect("a pass");
    desk.app.build_portfolio().expect("a site");
    desk.app.write_plan().expect("a plan");
    for (path, bytes) in desk.disk.files() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if path.as_str().starts_with("private/") || path.as_str() == "footbridge.toml" {
            continue;
        }
        assert!(!text.to_lowercase().contains(&COMPANY.to_lowercase()), "{path} names the company");
        let names = |id: &&&str| text.contains(**id);
        assert_eq!(private.iter().find(names), None, "{path} names private work");
    }
    let journal = desk.text("journal/desk-2027-01.jsonl").expect("a journal");
    assert!(journal.contains("read-double-charge"));
    for prompt in &pack().prompts {
        let filled = desk.app.prompt(&prompt.name, &PromptBody::default()).expect("a prompt");
        assert!(!filled.text.to_lowercase().contains(&COMPANY.to_lowercase()), "{}", prompt.name);
        assert!(!filled.text.contains("{{"), "every place of {} is filled", prompt.name);
    }
}
