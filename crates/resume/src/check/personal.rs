use super::Subject;
use footbridge_diagnostic::Diagnostic;

const PERSONAL: [&str; 16] = [
    "age",
    "birthdate",
    "birthday",
    "dateofbirth",
    "dob",
    "gender",
    "sex",
    "maritalstatus",
    "nationality",
    "religion",
    "caste",
    "fathersname",
    "fathername",
    "passport",
    "aadhaar",
    "pan",
];

/// Age, sex, marriage, religion, papers. Nobody may ask for them at this stage in most places, and papers invite theft of identity. Our
/// exports never print them.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let plain = |key: &str| key.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let personal = subject.content.other_basics.iter().filter(|key| PERSONAL.contains(&plain(&key.text).as_str()));
    let found = personal.map(|key| {
        let finding = subject.advice("resume-personal", "This does not belong on a résumé.", key.span.clone());
        finding.note("It is not printed, but the file itself may be sent.").help("Remove it; an employer asks when it is needed.")
    });
    found.collect()
}
