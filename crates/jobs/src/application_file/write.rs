use super::{Entry, LONGEST_APPLICATION, read_application};
use footbridge_table::quoted;
use std::fmt::Write as _;

const HEAD: &str = "# One application. It is yours to edit; Footbridge only adds entries at the end of its history.\n";

/// How deep lists stand in files that people write.
const INDENTS: [usize; 3] = [2, 0, 4];

/// A new file with its first entry.
pub fn begun(company: &str, role: &str, link: &str, first: &Entry) -> String {
    let link = if link.is_empty() { String::new() } else { format!("link: {}\n", quoted(link)) };
    let (company, role) = (quoted(company), quoted(role));
    format!("{HEAD}company: {company}\nrole: {role}\n{link}history:\n{}", written(first, INDENTS[0]))
}

/// Why an entry cannot be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAdded {
    /// The history is not the last thing in the file, it stands in brackets, or the file cannot be read.
    #[error("nothing can be added at the end of the file")]
    NoPlace,
    /// It could not be read any more.
    #[error("the file would be longer than 200 kB")]
    TooLong,
}

/// The text with one more entry at its end, and everything before as it stood.
pub fn added(text: &str, entry: &Entry) -> Result<String, NotAdded> {
    let (before, findings) = read_application(text, "").map_err(|_| NotAdded::NoPlace)?;
    let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    let bare = ["", "history:\n"];
    let mut candidates =
        INDENTS.iter().flat_map(|indent| bare.iter().map(move |head| format!("{text}{end}{head}{}", written(entry, *indent))));
    let mut too_long = false;
    let fits = |candidate: &String| {
        too_long |= candidate.len() > LONGEST_APPLICATION;
        let Ok((after, still)) = read_application(candidate, "") else { return false };
        let Some((last, rest)) = after.history.split_last() else { return false };
        let same = (&after.company, &after.role, &after.link) == (&before.company, &before.role, &before.link);
        same && last == entry && rest == before.history && still == findings
    };
    let found = candidates.find(fits);
    found.ok_or(if too_long { NotAdded::TooLong } else { NotAdded::NoPlace })
}

/// The text without its last entry, when that one stands there as we write it. `None` for the only one: an application has a stage at least.
pub fn taken_back(text: &str) -> Option<String> {
    let (before, findings) = read_application(text, "").ok()?;
    let (last, rest) = before.history.split_last().filter(|(_, rest)| !rest.is_empty())?;
    let candidates = INDENTS.iter().filter_map(|indent| text.strip_suffix(&written(last, *indent)));
    let is_rest = |candidate: &&str| {
        read_application(candidate, "")
            .is_ok_and(|(after, still)| after.history == rest && still == findings && after.company == before.company)
    };
    candidates.into_iter().find(is_rest).map(str::to_owned)
}

/// The text without its last stage, when the entry of it stands there as we write it; what else that entry says stays, and so does everything
/// recorded after it. `None` for the only stage: an application has one at least.
pub fn stage_taken_back(text: &str) -> Option<String> {
    let (before, findings) = read_application(text, "").ok()?;
    let at = before.history.iter().rposition(|entry| entry.stage.is_some())?;
    before.history[..at].iter().find(|entry| entry.stage.is_some())?;
    let last = &before.history[at];
    let kept = Entry { stage: None, rejection: None, ..last.clone() };
    let says_more = kept != Entry::on(kept.on);
    let mut rest = before.history.clone();
    rest.splice(at..=at, says_more.then(|| kept.clone()));
    let is_rest = |candidate: &String| {
        read_application(candidate, "")
            .is_ok_and(|(after, still)| after.history == rest && still == findings && after.company == before.company)
    };
    INDENTS.iter().find_map(|indent| {
        let (there, instead) = (written(last, *indent), if says_more { written(&kept, *indent) } else { String::new() });
        text.rmatch_indices(&there).map(|(start, _)| format!("{}{instead}{}", &text[..start], &text[start + there.len()..])).find(is_rest)
    })
}

fn written(entry: &Entry, indent: usize) -> String {
    let mut text = format!("{:indent$}- on: {}\n", "", entry.on);
    let mut line = |key: &str, value: &str| writeln!(text, "{:indent$}  {key}: {value}", "").expect("a String takes every line");
    if let Some(stage) = entry.stage {
        line("stage", stage.words());
    }
    if let Some(rejection) = &entry.rejection {
        line("reason", rejection.reason.words());
        if !rejection.said.is_empty() {
            line("said", &quoted(&rejection.said));
        }
    }
    for (key, kept) in [("resume", &entry.resume), ("letter", &entry.letter)] {
        let Some(kept) = kept else { continue };
        line(key, &quoted(&kept.name));
        if !kept.hash.is_empty() {
            line(&format!("{key}_hash"), &quoted(&kept.hash));
        }
        let Some(made) = &kept.made else { continue };
        for (what, text) in [("variant", &made.variant), ("theme", &made.theme), ("paper", &made.paper)] {
            if !text.is_empty() {
                line(&format!("{key}_{what}"), &quoted(text));
            }
        }
    }
    if let Some(how) = &entry.followed_up {
        line("followed_up", &quoted(how));
    }
    if let Some(day) = entry.remind_on {
        line("remind_on", &day.to_string());
    }
    if let Some(interview) = &entry.interview {
        line("interview_on", &interview.on.to_string());
        if !interview.company_kind.is_empty() {
            line("company_kind", &quoted(&interview.company_kind));
        }
    }
    if !entry.note.is_empty() {
        line("note", &quoted(&entry.note));
    }
    text
}
