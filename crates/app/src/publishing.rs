//! What of a learner's writing is public: by their own word in the text, and where they say it was published.

use crate::planning::local_date;
use crate::profile::day_so_far;
use crate::publications::{places, same_page};
use crate::variants::{is_about, last_begun};
use crate::view::{PublishedBody, WorkView};
use crate::work::answer_path;
use crate::{App, Trouble};
use footbridge_content::{Exercise, Kind};
use footbridge_journal::{Act, Checked, Published, Work};
use footbridge_planner::spoken;
use footbridge_verdict::AnswerHash;
use jiff::civil::Date;

/// What a piece of writing begins with: nothing of it is shown to others until its author says so.
const NOT_YET: &str = "---\npublish: false\n---\n\n";

/// Longest change that is kept with a contribution, in bytes.
const LONGEST_DIFF: usize = 256 * 1024;

impl App {
    /// Records where a piece was published. Nothing is sent anywhere: the learner published it. The same page and text recorded again takes
    /// the place of what was recorded.
    pub fn record_published(&self, id: &str, body: &PublishedBody) -> Result<WorkView, Trouble> {
        let (exercise, text) = self.piece(id)?;
        if exercise.private {
            return Err(Trouble::asked(format!("`{id}` is private, so no address is kept for it.")));
        }
        if exercise.kind == Kind::Lesson {
            return Err(Trouble::asked(format!("`{id}` is a lesson: there is nothing of yours in it to publish."))
                .help("Publish a piece of writing, or an answer that has passed; `footbridge list` shows them all."));
        }
        let address = web_address(&body.address)?;
        let on = day_so_far(&body.on, self.today())?;
        let diff = change(&body.diff)?;
        let answer = AnswerHash::of(self.begun_text(exercise, text)?.as_bytes());
        let published = Published { exercise: exercise.id.clone(), address, on, answer, diff };
        if published.diff.is_empty() {
            self.refuse_before_it_was_begun(exercise, on)?;
        }
        let (has_passed, is_known) = self.with_learner(|learner| {
            let work = learner.state.work(&exercise.id);
            (
                work.is_some_and(|work| work.passes().next().is_some()),
                work.is_some_and(|work| places(work).any(|place| *place == published)),
            )
        })?;
        if exercise.kind != Kind::Write && !has_passed {
            return Err(Trouble::asked(format!("`{id}` has not passed yet, so there is no answer to publish."))
                .help(format!("`footbridge check {id}` checks it.")));
        }
        if is_known {
            return Err(Trouble::asked("This publication is recorded already.").help(format!(
                "`footbridge published {id} {} --take-back` takes it back; in the browser, *Take back* beside the address does.",
                published.address
            )));
        }
        self.record_locked(Act::Published(Box::new(published)), false)?;
        self.plan_follows()?;
        self.work(id)
    }

    /// Takes back what was recorded for an address by mistake.
    pub fn take_back_published(&self, id: &str, address: &str) -> Result<WorkView, Trouble> {
        let exercise = self.course.named(id)?.exercise;
        let address = web_address(address)?;
        let recorded: Vec<Published> = self.with_learner(|learner| {
            learner
                .state
                .work(&exercise.id)
                .map_or_else(Vec::new, |work| work.published.iter().map(|(_, published)| published.clone()).collect())
        })?;
        let (there, others): (Vec<Published>, Vec<Published>) =
            recorded.into_iter().partition(|published| same_page(&published.address) == same_page(&address));
        if there.is_empty() {
            let others: Vec<String> = others.into_iter().map(|published| published.address).collect();
            let help = if others.is_empty() {
                "No address is recorded for it.".to_owned()
            } else {
                format!("Recorded for it: {}.", others.join(", "))
            };
            return Err(Trouble::asked(format!("{address} is not recorded for `{id}`.")).help(help));
        }
        for published in there {
            self.record_locked(Act::PublishedTakenBack(Box::new(published)), false)?;
        }
        self.plan_follows()?;
        self.work(id)
    }

    /// What was not begun yet cannot have been published. A contribution is older than the text about it.
    fn refuse_before_it_was_begun(&self, piece: &Exercise, on: Date) -> Result<(), Trouble> {
        let begun = self.with_learner(|learner| learner.state.work(&piece.id)?.started_at)?.map_or_else(|| self.today(), local_date);
        if on >= begun {
            return Ok(());
        }
        let help = format!("The first day possible is that on which it was begun, {}, written as {begun}.", spoken(begun));
        Err(Trouble::asked(format!("On {} this text was not begun yet.", spoken(on))).help(help))
    }

    /// Whether others may see the kept text of a pass. Taking the word back in the file is enough; nothing has to pass for it. A file that
    /// is gone takes nothing back.
    pub(crate) fn is_shown(&self, exercise: &Exercise, work: &Work, pass: &Checked, kept: &str) -> bool {
        let is_same_piece = is_about(pass, last_begun(exercise, work));
        let is_taken_back = || match self.text(&answer_path(exercise)) {
            Ok(text) => text.is_some_and(|text| !is_public(exercise, &text)),
            Err(_) => true,
        };
        is_public(exercise, kept) && !(is_same_piece && is_taken_back())
    }
}

/// What the editor opens with for a piece that could be shown to others.
pub(crate) fn unpublished(exercise: &Exercise) -> String {
    if exercise.kind == Kind::Write && !exercise.private { format!("{NOT_YET}{}", exercise.starter) } else { exercise.starter.to_string() }
}

/// An address on the web, its scheme and host in small letters.
fn web_address(written: &str) -> Result<String, Trouble> {
    let written = written.trim();
    let refused = || Trouble::asked(format!("“{written}” is no address on the web.")).help("It begins with https:// and names one page.");
    let (scheme, rest) = written.split_once("://").ok_or_else(refused)?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let scheme = scheme.to_lowercase();
    let is_web = matches!(scheme.as_str(), "https" | "http") && host.contains('.');
    if !is_web || written.len() > 2_000 || written.contains(char::is_whitespace) {
        return Err(refused());
    }
    Ok(format!("{scheme}://{}{}", host.to_lowercase(), &rest[host.len()..]))
}

/// The change of a contribution, as `git diff` writes it; empty when there is none.
fn change(diff: &str) -> Result<String, Trouble> {
    let diff = diff.trim();
    if diff.len() > LONGEST_DIFF {
        return Err(Trouble::asked(format!("A change has at most {} KiB.", LONGEST_DIFF / 1024)));
    }
    let begins = |start: &str| diff.lines().any(|line| line.starts_with(start));
    if diff.is_empty() || begins("diff --git ") || begins("@@ -") || (begins("--- ") && begins("+++ ")) {
        return Ok(diff.to_owned());
    }
    Err(Trouble::asked(
        "This is no change as `git diff` writes it: it has no line that begins with `diff --git`, `@@ -` or `---` and `+++`.",
    )
    .help("`git diff > change.diff` writes one; on GitHub the address of a pull request with `.diff` behind it shows one."))
}

/// Whether an answer may be shown to others. Writing says so itself, with `publish: true` between the lines of `---` at its very start; the
/// answers to all other exercises are evidence and always shown.
pub(crate) fn is_public(exercise: &Exercise, answer: &str) -> bool {
    if exercise.private {
        return false;
    }
    exercise.kind != Kind::Write || says_publish(answer)
}

/// Only one plain line says so; whatever is unclear stays private.
fn says_publish(text: &str) -> bool {
    let Some((front, _)) = footbridge_prose::front_matter(text) else { return false };
    let said = front.lines().filter_map(|line| line.strip_prefix("publish:")).map(str::trim);
    said.eq(["true"])
}

#[cfg(test)]
mod tests {
    use super::says_publish;

    #[test]
    fn only_the_front_matter_can_publish_a_piece() {
        assert!(says_publish("---\ntitle: A\npublish: true\n---\ntext"));
        assert!(says_publish("---\r\npublish:  true \r\n---\r\ntext"));
        for private in [
            "",
            "publish: true",
            "---\npublish: false\n---\npublish: true",
            "text\n---\npublish: true\n---\n",
            "---\npublish: truely\n---\n",
            "---\npublish: true\nnever closed",
            "---\npublish: false\npublish: true\n---\n",
            "---\nnotes:\n  publish: true\n---\n",
        ] {
            assert!(!says_publish(private), "{private:?}");
        }
    }
}
