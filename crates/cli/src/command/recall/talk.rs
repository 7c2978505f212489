use super::{grade_of, tell_front, tell_recorded};
use crate::terminal::{ENDS_IT, Ink, Lines, Page, Span, Terminal, number_line};
use footbridge_app::view::{CardBackView, CardView, GradeView, LimitView, RecallBody, RecalledView};
use footbridge_app::{App, reads_as_letters};
use std::io::{self, BufRead, Write};
use std::time::Instant;

/// One card as a conversation. It goes to standard error, so that standard output carries the result alone.
pub(super) struct Talk<'a, R, W> {
    from: Lines<R>,
    to: W,
    terminal: &'a Terminal,
}

/// Which card of a sitting it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// From 1.
    pub(super) number: usize,
    pub(super) of: usize,
}

/// How a card ended.
pub(super) enum Told {
    /// It was answered and graded.
    Recorded(Box<RecalledView>),
    /// The learner left; nothing is recorded.
    Left,
}

impl<'a, R: BufRead, W: Write> Talk<'a, R, W> {
    pub(super) fn new(from: R, to: W, terminal: &'a Terminal) -> Self {
        Self { from: Lines::new(from), to, terminal }
    }

    /// Asks a card: first the answer, then the anchors, then the grade, and last what a strong answer holds.
    pub(super) fn card(&mut self, app: &App, id: &str, place: Option<Place>) -> anyhow::Result<Told> {
        let front = app.card(id)?;
        if let Some(Place { number, of }) = place {
            write!(self.to, "\nCard {number} of {of}")?;
        }
        self.page(|page| tell_front(page, &front))?;
        let began = Instant::now();
        let Some(checked) = self.answer(&front)? else { return Ok(Told::Left) };
        let seconds = u32::try_from(began.elapsed().as_secs()).ok();
        let back = app.turn_card(id, &checked)?;
        self.page(|page| tell_back(page, &back))?;
        let Some(level) = self.grade(&back.grades)? else { return Ok(Told::Left) };
        let recorded = app.recalled(id, &RecallBody { level, checked, seconds })?;
        self.page(|page| tell_recorded(page, &recorded))?;
        Ok(Told::Recorded(Box::new(recorded)))
    }

    fn page(&mut self, tell: impl FnOnce(&mut Page<'_>)) -> io::Result<()> {
        let mut page = Page::new(self.terminal);
        tell(&mut page);
        writeln!(self.to, "\n{}", page.finish())
    }

    /// What a machine can check; the words before it are the learner's own and are kept nowhere.
    fn answer(&mut self, front: &CardView) -> io::Result<Option<String>> {
        if front.answer_kind == "words" {
            writeln!(self.to, "Say your answer aloud, or type it; a line `q` leaves.\n{ENDS_IT}.")?;
            let began = Instant::now();
            let mut words = 0;
            loop {
                match self.line("")? {
                    None => break,
                    Some(line) if line == "q" => return Ok(None),
                    Some(line) => words += line.split_whitespace().count(),
                }
            }
            if let Some(limit) = front.limit {
                writeln!(self.to, "{}", counted_against(words, began.elapsed().as_secs(), limit))?;
            }
            if front.number_ask.is_empty() {
                return Ok(Some(String::new()));
            }
        }
        let what = match front.answer_kind.as_str() {
            "one" | "several" => return self.letters(front),
            _ if front.unit.is_empty() => "The number".to_owned(),
            _ => format!("The number, in {}", front.unit),
        };
        Ok(number_line(&mut self.from, &mut self.to, &what)?.filter(|line| line != "q"))
    }

    /// Letters of the options, asked for until some are typed, it is left out, or `q` leaves.
    fn letters(&mut self, front: &CardView) -> io::Result<Option<String>> {
        let several = front.answer_kind == "several";
        let labels: Vec<String> = front.options.iter().map(|option| option.label.clone()).collect();
        let what = if several { "All letters that are right" } else { "A letter" };
        loop {
            let Some(line) = self.line(&format!("{what} (Enter leaves it out)"))?.filter(|line| line != "q") else { return Ok(None) };
            if line.is_empty() || reads_as_letters(&line, &labels, several) {
                return Ok(Some(line));
            }
            writeln!(self.to, "{}", no_letters(&line, front))?;
        }
    }

    fn grade(&mut self, grades: &[GradeView]) -> io::Result<Option<u8>> {
        if let [only] = grades {
            writeln!(self.to, "It counts as `{}`.", only.word)?;
            return Ok(Some(only.level));
        }
        if !grades.iter().any(|grade| grade.word == "good") {
            writeln!(self.to, "With a number that is wrong or left out an answer is not graded good:")?;
        }
        for grade in grades {
            writeln!(self.to, "  {}  {:<6} {}; comes back on {}", grade.level, grade.word, grade.stands_for, grade.comes_back)?;
        }
        loop {
            match self.line("Your grade")? {
                None => return Ok(None),
                Some(line) if line == "q" => return Ok(None),
                Some(line) => match grade_of(grades, &line) {
                    Some(grade) => return Ok(Some(grade.level)),
                    None => writeln!(self.to, "Give one of the words, its first letter or its number; `q` leaves.")?,
                },
            }
        }
    }

    /// One line as it is typed, without the space around it; nothing when there is no more.
    fn line(&mut self, question: &str) -> io::Result<Option<String>> {
        if !question.is_empty() {
            write!(self.to, "{question}: ")?;
            self.to.flush()?;
        }
        Ok(self.from.next()?.map(|line| line.trim().to_owned()))
    }
}

/// Words and time beside what was asked for; an answer said aloud has no words to count.
fn counted_against(words: usize, seconds: u64, limit: LimitView) -> String {
    let words = if words == 0 { String::new() } else { format!("{words} words, at most {} are asked for; ", limit.words) };
    format!("{words}{seconds} s, at most {} s are asked for.", limit.seconds)
}

/// What was typed for letters and is none of them.
pub(super) fn no_letters(typed: &str, front: &CardView) -> String {
    let labels: Vec<&str> = front.options.iter().map(|option| option.label.as_str()).collect();
    let labels = labels.join(", ");
    if front.answer_kind == "several" {
        format!("“{typed}” is not made of the letters of this card: {labels}. Give all that are right, such as `a, c`.")
    } else {
        format!("“{typed}” is no letter of this card. Give one of {labels}.")
    }
}

pub(super) fn tell_back(page: &mut Page<'_>, back: &CardBackView) {
    back.says.iter().filter(|line| !line.is_empty()).for_each(|line| page.says(line));
    for level in &back.levels {
        page.gap();
        page.labelled(Span::new(Ink::Strong, format!("{}:", level.name)), &level.anchor);
    }
    page.blocks(&back.discussion, &[]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::testing::Typed;

    fn grades(words: &[(&str, &str)]) -> Vec<GradeView> {
        let grade = |(level, (word, stands_for)): (u8, &(&str, &str))| GradeView {
            level,
            word: (*word).to_owned(),
            stands_for: (*stands_for).to_owned(),
            comes_back: "2027-01-06".to_owned(),
        };
        (1..).zip(words).map(grade).collect()
    }

    fn graded(typed: &str, grades: &[GradeView]) -> (Option<u8>, String) {
        let terminal = Terminal { width: 100, table_width: 100, data_width: None, colour: false };
        let mut said = Vec::new();
        let level = Talk::new(typed.as_bytes(), &mut said, &terminal).grade(grades).expect("nothing fails in memory");
        (level, String::from_utf8(said).expect("UTF-8"))
    }

    #[test]
    fn a_grade_is_a_word_a_number_or_the_name_of_an_anchor() {
        let grades = grades(&[("again", "poor"), ("hard", "mixed"), ("good", "good"), ("easy", "excellent")]);
        for (typed, level) in [("good\n", 3), ("g\n", 3), ("4\n", 4), ("Mixed\n", 2), ("great\n\nagain\n", 1)] {
            assert_eq!(graded(typed, &grades).0, Some(level), "{typed}");
        }
        let (left, said) = graded("fine\nq\n", &grades);
        assert!(left.is_none() && said.contains("Give one of the words"), "{said}");
        assert_eq!(graded("", &grades).0, None, "a closed terminal records nothing");
    }

    #[test]
    fn why_only_two_grades_are_left_is_said() {
        let two = grades(&[("again", "poor"), ("hard", "mixed")]);
        assert!(graded("hard\n", &two).1.starts_with("With a number that is wrong or left out an answer is not graded good:\n"));
    }

    #[test]
    fn what_leaves_no_choice_is_not_asked() {
        let (level, said) = graded("", &grades(&[("again", "not recalled")]));
        assert_eq!((level, said.as_str()), (Some(1), "It counts as `again`.\n"));
    }

    #[test]
    fn what_is_counted_stands_beside_what_is_asked_for() {
        let limit = LimitView { words: 60, seconds: 90 };
        assert_eq!(counted_against(52, 48, limit), "52 words, at most 60 are asked for; 48 s, at most 90 s are asked for.");
        assert_eq!(counted_against(0, 100, limit), "100 s, at most 90 s are asked for.");
    }

    #[test]
    fn words_end_with_the_end_of_input_and_a_number_may_be_left_out() {
        let front = |kind: &str, number_ask: &str| CardView {
            line: footbridge_app::view::CardLineView {
                id: "sd-x".to_owned(),
                source: "bank".to_owned(),
                ask: "Why?".to_owned(),
                minutes: 3,
                due: "2027-01-05".to_owned(),
                last: None,
                chance: None,
            },
            from: "System design".to_owned(),
            ask: Vec::new(),
            answer_kind: kind.to_owned(),
            options: Vec::new(),
            number_ask: number_ask.to_owned(),
            unit: "ms".to_owned(),
            limit: None,
            missed: None,
            about: None,
        };
        let terminal = Terminal { width: 100, table_width: 100, data_width: None, colour: false };
        let answer = |typed: &[&str], front: &CardView| {
            Talk::new(Typed::new(typed), Vec::new(), &terminal).answer(front).expect("nothing fails in memory")
        };
        assert_eq!(answer(&["first\n\nsecond\n"], &front("words", "")).as_deref(), Some(""));
        assert_eq!(answer(&["first\n\nsecond\n", "1,389\n"], &front("words", "How many?")).as_deref(), Some("1,389"));
        assert_eq!(answer(&["many\nfour hundred\n"], &front("number", "")).as_deref(), Some("four hundred"), "asked once more");
        assert_eq!(answer(&["many\nq\n"], &front("number", "")), None);
        let mut lettered = front("one", "");
        lettered.options = ["a", "b"].map(|label| footbridge_app::view::OptionView { label: label.to_owned(), text: Vec::new() }).to_vec();
        assert_eq!(answer(&["b\n"], &lettered).as_deref(), Some("b"));
        assert_eq!(answer(&["seven\nc\na, b\nb\n"], &lettered).as_deref(), Some("b"), "a slip on a letter is asked once more");
        assert_eq!(answer(&["seven\n\n"], &lettered).as_deref(), Some(""));
        lettered.answer_kind = "several".to_owned();
        assert_eq!(answer(&["3\na and b\n"], &lettered).as_deref(), Some("a and b"));
        assert_eq!(answer(&["\n"], &front("number", "")).as_deref(), Some(""));
        assert_eq!(answer(&["first\nq\nsecond\n"], &front("words", "")), None, "left in the middle");
    }
}
