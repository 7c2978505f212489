//! What of a learner's writing is public: by their own word in the text, and where they say it was published.

use crate::planning::local_date;
use crate::profile::day_so_far;
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
    /// Records where a piece was published. Nothing is sent anywhere: the learner published it.
    pub fn record_published(&self, id: &str, body: &PublishedBody) -> Result<WorkView, Trouble> {
        let (exercise, text) = self.piece(id)?;
        if exercise.private {
            return Err(Trouble::asked(format!("`{id}` is private, so no address is kept for it.")));
        }
        let address = body.address.trim();
        let is_web = ["https://", "http://"].iter().any(|scheme| address.strip_prefix(scheme).is_some_and(|rest| rest.contains('.')));
        if !is_web || address.len() > 2_000 || address.contains(char::is_whitespace) {
            return Err(
                Trouble::asked(format!("“{address}” is no address on the web.")).help("It begins with https:// and names one page.")
            );
        }
        let on = day_so_far(&body.on, self.today())?;
        if body.diff.len() > LONGEST_DIFF {
            return Err(Trouble::asked(format!("A change has at most {} KiB.", LONGEST_DIFF / 1024)));
        }
        let answer = AnswerHash::of(self.begun_text(exercise, text)?.as_bytes());
        let published =
            Published { exercise: exercise.id.clone(), address: address.to_owned(), on, answer, diff: body.diff.trim().to_owned() };
        if body.diff.trim().is_empty() {
            self.refuse_before_it_was_begun(exercise, on)?;
        }
        let is_known =
            self.with_learner(|learner| learner.state.work(&exercise.id).is_some_and(|work| work.published.contains(&published)))?;
        if !is_known {
            self.record_locked(Act::Published(Box::new(published)), false)?;
            self.plan_follows()?;
        }
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
