use super::Subject;
use crate::country::country_name;
use footbridge_diagnostic::Diagnostic;

/// No name, mail address, telephone number or place. Without the first two nobody can answer; recruiters filter by place and often call. A
/// mail address or a telephone number that is none is an error: the answer would go nowhere.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let basics = &subject.content.basics;
    let mut found = Vec::new();
    if basics.name.is_none() {
        let finding = subject.error("resume-name", "There is no name.", 0..0);
        found.push(finding.note("It is the first thing that a reader and a program look for.").help("Add it as `basics.name`."));
    }
    let mut missing = |is_there: bool, what: &str, key: &str, why: &str| {
        if !is_there {
            let finding = subject.advice("resume-contact", format!("There is no {what}."), 0..0);
            found.push(finding.note(why).help(format!("Add it as {key}.")));
        }
    };
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
    if let Some(phone) = basics.phone.as_ref().filter(|phone| phone.text.chars().filter(char::is_ascii_digit).count() < FEWEST_DIGITS) {
        let finding = subject.error("resume-phone", "This does not look like a telephone number.", phone.span.clone());
        found.push(finding.help("It is written with the country’s code, such as +91 98450 12345."));
    }
    if let Some(country) = basics.country.as_ref().filter(|country| country_name(&country.text).is_none()) {
        let finding = subject.advice("resume-country", "This is no code of a country.", country.span.clone());
        found.push(
            finding.note("Programs that read JSON Resume filter by it.").help("It is the two letters of ISO 3166, such as IN or DE."),
        );
    }
    found
}

/// The shortest numbers that are called from abroad have seven digits with their country’s code.
const FEWEST_DIGITS: usize = 7;

fn looks_like_mail(text: &str) -> bool {
    let plain = !text.contains(|c: char| c.is_whitespace() || ":/,;<>()".contains(c));
    plain && text.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && !host.contains('@'))
}
