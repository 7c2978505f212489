use crate::guide::grouped;
use crate::view::PostView;
use crate::work::answer_path;
use crate::{App, Trouble};
use footbridge_content::Kind;

/// Characters of one post on LinkedIn, as its help pages give them; an article has no such limit.
const POST_LIMIT: usize = 3_000;

impl App {
    /// A piece of writing as plain text ready for LinkedIn. Nothing is published: the learner pastes it.
    pub fn post(&self, id: &str) -> Result<PostView, Trouble> {
        let exercise = self.course.exercise(id)?;
        if exercise.kind != Kind::Write {
            return Err(Trouble::asked(format!("`{id}` is no piece of writing.")));
        }
        if exercise.private {
            return Err(Trouble::asked(format!("`{id}` is private, so no text for publishing is made of it.")));
        }
        let path = answer_path(exercise);
        let Some(answer) = self.text(&path)? else {
            return Err(Trouble::asked(format!("There is nothing written yet: `{path}` does not exist."))
                .help(format!("`footbridge start {id}` writes a file to begin with.")));
        };
        let text = footbridge_grade::plain_text(&answer);
        let characters = text.trim_end().chars().count();
        let of = format!("{} of {} characters", grouped(characters), grouped(POST_LIMIT));
        let says = match characters.checked_sub(POST_LIMIT).filter(|over| *over > 0) {
            None => format!("{of}: it fits into one post on LinkedIn."),
            Some(over) => format!("{of}: {} too many for a post. Publish it as an article, or cut.", grouped(over)),
        };
        Ok(PostView { text, characters, limit: POST_LIMIT, says })
    }
}
