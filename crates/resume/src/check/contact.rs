use super::Subject;
use footbridge_diagnostic::Diagnostic;

/// No name, mail address, telephone number or place. Without the first two nobody can answer; recruiters filter by place and often call. A
/// mail address that is none is an error: the answer would go nowhere.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let basics = &subject.content.basics;
    let mut found = Vec::new();
    let mut missing = |is_there: bool, what: &str, key: &str, why: &str| {
        if !is_there {
            let finding = subject.advice("resume-contact", format!("There is no {what}."), 0..0);
            found.push(finding.note(why).help(format!("Add it as {key}.")));
        }
    };
    missing(basics.name.is_some(), "name", "`basics.name`", "It is the first thing that a reader and a program look for.");
    missing(basics.email.is_some(), "mail address", "`basics.email`", "It is how most invitations come.");
    missing(
        basics.phone.is_some(),
        "telephone number",
        "`basics.phone`, with the country’s code",
        "Recruiters call first, above all in India.",
    );
    missing(
        basics.place().is_some(),
        "place",
        "`basics.location.city`; a street is not needed",
        "Recruiters filter by place, and time zones matter.",
    );
    if let Some(email) = basics.email.as_ref().filter(|email| !looks_like_mail(&email.text)) {
        let finding = subject.error("resume-mail", "This does not look like a mail address.", email.span.clone());
        found.push(finding.help("It is written name@example.org, without blanks and without mailto:."));
    }
    found
}

fn looks_like_mail(text: &str) -> bool {
    let plain = !text.contains(|c: char| c.is_whitespace() || ":/,;<>()".contains(c));
    plain && text.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && !host.contains('@'))
}
