//! Mock interviews: chosen, answered against the clock, scored by the learner before the model answer is shown, and by others by file.

mod choose;
mod exchange;
mod file;
mod from_reply;
mod measured;

pub(crate) use choose::{OF_A_COMPANY, choose, in_bank, seed_of_day};
pub use exchange::LARGEST_MOCK_REVIEW;

use crate::bank::{known, model_answer};
use crate::markdown::blocks;
use crate::readers::called;
use crate::recall::{levels_of, limit_view};
use crate::view::{
    KindMinutesView, LevelView, MockAnswerBody, MockCriterionView, MockLineView, MockQuestionView, MockScoresBody, MockView, MockWishBody,
    MocksView, RemarkView, ScoreView,
};
use crate::words::count;
use crate::{App, Trouble};
use file::{AskedFile, MockFile, ReviewFile, ScoreFile, file_of, next_id};
use footbridge_content::{BankKind, BankQuestion, CompanyKind};
use footbridge_decide::Chance;
use footbridge_diagnostic::{counted, upper_first};
use footbridge_grade::{number_typed, number_typed_in};
use footbridge_interview::read_transcript;
use footbridge_journal::{Act, Recalled};
use footbridge_planner::spoken;
use footbridge_review::LONGEST_QUOTE;
use from_reply::OfReply;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How a number is typed, for whoever typed something else.
pub const HOW_A_NUMBER_IS_TYPED: &str =
    "Write it in digits with a point, such as 9.7, or in words, such as four hundred; commas only group thousands.";

/// Whether what somebody types can be read as a number.
pub fn reads_as_number(text: &str) -> bool {
    number_typed(text).is_some()
}

/// What keeps words from speaking for a level, in a sentence; `None` when they stand in what was said, as whole words and at least two.
/// `…` stands for words left out.
pub fn unfit_quote(transcript: &str, quote: &str) -> Option<&'static str> {
    let said = bare(transcript);
    let parts: Vec<String> = quote.split('…').map(bare).filter(|part| !part.trim().is_empty()).collect();
    if parts.is_empty() || quote.chars().count() > LONGEST_QUOTE || !parts.iter().all(|part| said.contains(part)) {
        return Some("These words do not stand in your answer. Copy them from there; `…` stands for words left out.");
    }
    let words: usize = parts.iter().map(|part| part.split_whitespace().count()).sum();
    (words < 2).then_some("One word shows too little: quote at least two.")
}

/// A time as marks are written: `02:15`, from an hour on `01:02:15`.
pub fn as_mark(seconds: u32) -> String {
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    if minutes < 60 { format!("{minutes:02}:{seconds:02}") } else { format!("{:02}:{:02}:{seconds:02}", minutes / 60, minutes % 60) }
}

/// The latest mark of a transcript, in seconds; `None` when it has none or cannot be read.
pub fn last_mark(transcript: &str) -> Option<u32> {
    read_transcript(transcript.as_bytes()).ok()?.last_mark()
}

/// Questions of one kind: unless said otherwise, and at most.
const OF_A_KIND: u16 = 3;
const MOST_OF_A_KIND: u16 = 10;

/// Longest answer that is believed, in seconds.
const LONGEST: u32 = 4 * 3_600;

/// What stands in the place of the excellent anchor until the answer is scored: it is a part of the model answer.
const BEYOND_GOOD: &str = "All that the good answer shows, and what it leaves out. The example comes with the model answer.";

impl App {
    /// Begins a mock interview: ten questions as a kind of companies asks them, or some of one kind.
    pub fn begin_mock(&self, wish: &MockWishBody) -> Result<MockView, Trouble> {
        let wished = self.wished_company(wish.company.as_deref())?;
        let kind = known("kind of questions", wish.kind.as_deref(), BankKind::ALL.map(|kind| (kind.word(), kind)))?;
        let wanted: Vec<(BankKind, usize)> = match (kind, wish.questions.unwrap_or(OF_A_KIND)) {
            (Some(_), count) if !(1..=MOST_OF_A_KIND).contains(&count) => {
                return Err(Trouble::asked(format!("An interview of one kind has 1 to {MOST_OF_A_KIND} questions.")));
            }
            (Some(kind), count) => vec![(kind, usize::from(count))],
            (None, _) if wish.questions.is_some() => {
                return Err(Trouble::asked("How many questions can be said for one kind; an interview for a company has ten."));
            }
            (None, _) => OF_A_COMPANY.to_vec(),
        };
        if let Some(reply) = wish.reply.as_deref() {
            return self.begin_with_reply(reply);
        }
        let is_left_open = wish.company.is_none() && kind.is_none();
        let next = self.next_company().filter(|_| is_left_open);
        let company = wished.or(next.map(|(company, _)| company));
        let now = (self.world.clock)();
        let seed = wish.seed.unwrap_or_else(|| now.timestamp().as_microsecond().unsigned_abs() % 1_000_000);
        let variants =
            self.with_learner(|learner| learner.state.recalls.iter().map(|(id, log)| (id.clone(), log.len())).collect::<BTreeMap<_, _>>())?;
        let _lock = self.lock()?;
        let ids = self.mock_ids()?;
        let asked = self.asked_lately(&ids);
        let mut chance = Chance::new(seed);
        let chosen: Vec<&BankQuestion> =
            wanted.iter().flat_map(|(kind, count)| choose(&self.course.pack, *kind, *count, company, &asked, &mut chance)).collect();
        let foreign = company.map_or(0, |company| chosen.iter().filter(|question| !question.companies.contains(&company)).count());
        let for_whom = next.map(|(company, on)| {
            format!("{} asks so, and your next interview, on {}, is at one of that kind.", upper_first(company.spoken()), spoken(on))
        });
        let from_others = (foreign > 0).then(|| {
            let are = if foreign == 1 { "is" } else { "are" };
            format!("{foreign} of them {are} asked by other companies: the bank has no more of this kind.")
        });
        let says = for_whom.into_iter().chain(from_others).collect::<Vec<_>>().join(" ");
        let of_whom = company.map_or_else(String::new, |company| format!(", as {} asks them", company.spoken()));
        let about = format!(
            "{}{of_whom}",
            kind.map_or_else(
                || "Ten questions".to_owned(),
                |kind| format!("{}, {}", counted(chosen.len(), "question", "questions"), in_words(kind))
            )
        );
        let question =
            |question: &&BankQuestion| AskedFile::new(question.id.to_string(), variants.get(question.id.as_str()).copied().unwrap_or(0));
        let id = next_id(&ids, now.date());
        let mock = MockFile {
            on: now.date(),
            at: Some(to_the_minute(&now)),
            about,
            seed,
            says,
            question: chosen.iter().map(question).collect(),
            review: Vec::new(),
            page: Vec::new(),
        };
        self.write_mock(&id, &mock)?;
        Ok(self.mock_view(&id, &mock))
    }

    /// The kind of company at which the next interview is booked, with its day; the first whose kind is known.
    fn next_company(&self) -> Option<(CompanyKind, jiff::civil::Date)> {
        self.booked().into_iter().find_map(|booked| Some((booked.kind?, booked.on)))
    }

    /// An interview of the ten questions of a kept reply.
    fn begin_with_reply(&self, reply: &str) -> Result<MockView, Trouble> {
        self.with_learner(|_| ())?;
        let _lock = self.lock()?;
        let OfReply { questions: question, about, says } = self.questions_of_reply(reply)?;
        let ids = self.mock_ids()?;
        let now = (self.world.clock)();
        let id = next_id(&ids, now.date());
        let mock = MockFile {
            on: now.date(),
            at: Some(to_the_minute(&now)),
            about,
            seed: 0,
            says,
            question,
            review: Vec::new(),
            page: Vec::new(),
        };
        self.write_mock(&id, &mock)?;
        Ok(self.mock_view(&id, &mock))
    }

    /// The question as it was asked; `None` when the bank no longer has it.
    fn question_asked(&self, asked: &AskedFile) -> Option<Cow<'_, BankQuestion>> {
        match &asked.unreviewed {
            Some(unreviewed) => unreviewed.as_question(&asked.id).map(Cow::Owned),
            None => self.course.pack.question(&asked.id).map(|question| Cow::Borrowed(question.variant(asked.variant))),
        }
    }

    /// For each question, how late it was asked: by the number of the interview, the first being 1.
    fn asked_lately(&self, ids: &[String]) -> BTreeMap<String, usize> {
        let mut asked = BTreeMap::new();
        for (at, id) in ids.iter().enumerate() {
            // One that cannot be read is told in the list; it must not stop a new one.
            let Ok(mock) = self.mock_file(id) else { continue };
            asked.extend(mock.question.into_iter().map(|question| (question.id, at + 1)));
        }
        asked
    }

    /// All mock interviews.
    pub fn mocks(&self) -> Result<MocksView, Trouble> {
        let (mut mocks, mut unreadable, mut pairs) = (Vec::new(), Vec::new(), Vec::new());
        for id in self.mock_ids()?.iter().rev() {
            match self.mock_file(id) {
                Ok(mock) => {
                    mocks.push(self.mock_line(id, &mock));
                    pairs.extend(exchange::pairs(&mock));
                }
                Err(trouble) => unreadable.push(trouble.message),
            }
        }
        let (all, scored) = (mocks.iter().map(|mock| mock.questions).sum::<u32>(), mocks.iter().map(|mock| mock.scored).sum::<u32>());
        let replies = self.replies_with_questions().unwrap_or_else(|trouble| {
            unreadable.push(trouble.message);
            Vec::new()
        });
        let answer = match mocks.len() {
            0 => "No mock interview yet".to_owned(),
            some => format!("{}, {scored} of {all} questions scored", counted(some, "mock interview", "mock interviews")),
        };
        Ok(MocksView {
            answer,
            mocks,
            ten_minutes: self.ten_minutes(),
            minutes: BankKind::ALL.map(|kind| self.kind_minutes(kind)).to_vec(),
            company: self.next_company().map(|(company, _)| company.word().to_owned()),
            companies: CompanyKind::ALL.map(|kind| kind.word().to_owned()).to_vec(),
            kinds: BankKind::ALL.map(|kind| kind.word().to_owned()).to_vec(),
            replies,
            agreement: exchange::agreement(&pairs),
            unreadable,
        })
    }

    /// What ten questions take on average, to ten minutes.
    fn ten_minutes(&self) -> u32 {
        let minutes: f64 = OF_A_COMPANY.iter().map(|(kind, asked)| self.mean_minutes(*kind) * *asked as f64).sum();
        (minutes / 10.0).round() as u32 * 10
    }

    fn kind_minutes(&self, kind: BankKind) -> KindMinutesView {
        let of_ten = OF_A_COMPANY.iter().find(|(asked, _)| *asked == kind).map_or(0, |(_, asked)| count(*asked));
        KindMinutesView { kind: kind.word().to_owned(), words: in_words(kind), of_ten, minutes: self.mean_minutes(kind).round() as u32 }
    }

    fn mean_minutes(&self, kind: BankKind) -> f64 {
        let questions = self.course.pack.bank(kind).map_or(&[][..], |bank| &bank.questions);
        questions.iter().map(|question| f64::from(question.minutes)).sum::<f64>() / questions.len().max(1) as f64
    }

    /// One mock interview.
    pub fn mock(&self, id: &str) -> Result<MockView, Trouble> {
        Ok(self.mock_view(id, &self.mock_file(id)?))
    }

    /// One mock interview that has a question of this number.
    pub fn mock_with(&self, id: &str, number: u32) -> Result<MockView, Trouble> {
        let view = self.mock(id)?;
        if view.questions.iter().any(|question| question.number == number) {
            Ok(view)
        } else {
            Err(no_question(id, number, view.line.questions))
        }
    }

    /// A question that can still be answered, with such a number: whoever types is told before and not after.
    pub fn mock_to_answer(&self, id: &str, number: u32, given: Option<&str>) -> Result<MockQuestionView, Trouble> {
        let view = self.mock(id)?;
        match view.questions.into_iter().find(|question| question.number == number) {
            Some(question) if question.model.is_some() => Err(answered_for_good()),
            Some(question) if question.number_ask.is_empty() && !given.unwrap_or_default().trim().is_empty() => Err(no_number(number)),
            Some(question) => Ok(question),
            None => Err(no_question(id, number, view.line.questions)),
        }
    }

    /// Keeps an answer. It can be changed until it is scored: then the model answer was seen.
    pub fn answer_mock(&self, id: &str, number: u32, body: &MockAnswerBody) -> Result<MockView, Trouble> {
        let read = read_transcript(body.transcript.as_bytes()).map_err(|error| Trouble::asked(format!("{error}.")))?;
        if read.lines.is_empty() {
            return Err(Trouble::asked("There is no answer yet.").help("Type what you said, or paste a transcript."));
        }
        if body.seconds.is_some_and(|seconds| seconds > LONGEST) {
            return Err(Trouble::asked("An answer takes at most four hours."));
        }
        if let (Some(seconds), Some(mark)) = (body.seconds, read.last_mark())
            && mark > seconds
        {
            return Err(Trouble::asked(format!(
                "A line is marked [{}], and the answer is said to have taken {}: one of the two is off.",
                as_mark(mark),
                as_mark(seconds)
            ))
            .help(format!(
                "Mend the mark, or the time: in a shell `--seconds {mark}` or more, in the browser “Reset” leaves the time out."
            )));
        }
        let given = body.given.trim();
        if given.chars().count() > 60 || !given.is_empty() && !reads_as_number(given) {
            return Err(
                Trouble::asked(format!("“{}” is no number.", given.chars().take(60).collect::<String>())).help(HOW_A_NUMBER_IS_TYPED)
            );
        }
        self.change_mock(id, number, |asked, question| {
            if !asked.score.is_empty() {
                return Err(answered_for_good());
            }
            // One that an earlier version took stays.
            if question.number.is_none() && !given.is_empty() && given != asked.given {
                return Err(no_number(number));
            }
            // The anchors are shown beside the first answer.
            let is_late = !asked.transcript.is_empty() && number_typed(&asked.given) != number_typed(given);
            asked.given_late = !given.is_empty() && (asked.given_late || is_late);
            asked.transcript = body.transcript.replace("\r\n", "\n").trim().to_owned();
            asked.given = given.to_owned();
            asked.seconds = body.seconds;
            Ok(())
        })
    }

    /// Records the learner's own scores, after which the model answer is shown. Every level above poor quotes the answer.
    pub fn score_mock(&self, id: &str, number: u32, body: &MockScoresBody) -> Result<MockView, Trouble> {
        self.change_mock(id, number, |asked, question| {
            if asked.transcript.is_empty() {
                return Err(Trouble::asked(format!("Question {number} is not answered yet.")));
            }
            if !asked.score.is_empty() {
                return Err(Trouble::asked("This answer is scored already, and its model answer was shown."));
            }
            asked.score = scores(number, asked, question, body)?;
            let right = question
                .number
                .as_ref()
                .map(|number| !asked.given_late && number_typed_in(&asked.given, &number.unit).is_some_and(|given| number.accepts(given)));
            let mean = mean(&asked.score).map_or(1, |mean| mean.round() as u8);
            // With a wrong number in it, or without the one that is asked for, no answer is good, as in recall.
            let level = if right == Some(false) { mean.min(2) } else { mean };
            if asked.unreviewed.is_some() {
                return Ok(());
            }
            // The journal comes first: without the file the scores can be given again, and then the last line counts.
            let (card, mock) = (question.id.to_string(), Some(format!("{id}/{number}")));
            self.record(Act::Recalled(Box::new(Recalled { card, level, right, seconds: asked.seconds, mock })), false)
        })
    }

    fn change_mock(
        &self,
        id: &str,
        number: u32,
        change: impl FnOnce(&mut AskedFile, &BankQuestion) -> Result<(), Trouble>,
    ) -> Result<MockView, Trouble> {
        self.with_learner(|_| ())?;
        let _lock = self.lock()?;
        let mut mock = self.mock_file(id)?;
        let all = mock.question.len();
        let at = usize::try_from(number).unwrap_or(0).checked_sub(1);
        let Some(asked) = at.and_then(|at| mock.question.get_mut(at)) else {
            return Err(no_question(id, number, count(all)));
        };
        let Some(question) = self.question_asked(asked) else { return Err(gone(&asked.id)) };
        change(asked, &question)?;
        self.write_mock(id, &mock)?;
        Ok(self.mock_view(id, &mock))
    }

    fn mock_line(&self, id: &str, mock: &MockFile) -> MockLineView {
        let scores: Vec<ScoreFile> = mock.question.iter().flat_map(|asked| asked.score.clone()).collect();
        MockLineView {
            id: id.to_owned(),
            on: mock.on.to_string(),
            at: mock.at.map(|at| at.strftime("%H:%M").to_string()),
            about: mock.about.clone(),
            questions: count(mock.question.len()),
            minutes: mock.question.iter().filter_map(|asked| Some(u32::from(self.question_asked(asked)?.minutes))).sum(),
            scored: count(mock.question.iter().filter(|asked| !asked.score.is_empty()).count()),
            mean: mean(&scores),
        }
    }

    fn mock_view(&self, id: &str, mock: &MockFile) -> MockView {
        let questions = (1_u32..).zip(&mock.question).filter_map(|(number, asked)| self.mock_question(number, asked, mock));
        let gone = mock.question.iter().filter(|asked| self.question_asked(asked).is_none()).map(|asked| gone(&asked.id).message);
        MockView {
            line: self.mock_line(id, mock),
            path: file_of(id),
            seed: mock.seed,
            says: std::iter::once(mock.says.clone()).filter(|says| !says.is_empty()).chain(gone).collect::<Vec<_>>().join(" "),
            questions: questions.collect(),
            agreement: exchange::agreement(&exchange::pairs(mock)),
            remarks: mock.review.iter().filter(|review| !review.note.is_empty()).map(remark).collect(),
        }
    }

    /// `None` for a question that the bank no longer has; its transcript stays in the file.
    fn mock_question(&self, number: u32, asked: &AskedFile, mock: &MockFile) -> Option<MockQuestionView> {
        let question = &*self.question_asked(asked)?;
        let is_answered = !asked.transcript.is_empty();
        let is_scored = is_answered && !asked.score.is_empty();
        let criterion = |(id, title): (String, &String)| MockCriterionView {
            own: asked.score.iter().find(|score| score.criterion == id).map(|score| score_view(score, "you")),
            others: mock
                .review
                .iter()
                .filter_map(|review| Some(score_view(review.score.iter().find(|score| score.criterion == id)?, called(&review.by))))
                .collect(),
            title: title.clone(),
            id,
        };
        let mut levels = levels_of(&question.anchors);
        if let (Some(LevelView { anchor, .. }), false) = (levels.last_mut(), is_scored) {
            BEYOND_GOOD.clone_into(anchor);
        }
        Some(MockQuestionView {
            number,
            id: asked.id.clone(),
            unreviewed: asked.unreviewed.is_some(),
            kind: self.course.pack.bank(question.kind).map_or_else(String::new, |bank| bank.title.clone()),
            ask: blocks(&question.ask),
            minutes: u32::from(question.minutes),
            limit: question.limit.map(limit_view),
            number_ask: question.number.as_ref().map_or_else(String::new, |number| number.ask.clone()),
            unit: question.number.as_ref().map_or_else(String::new, |number| number.unit.clone()),
            state: if is_scored {
                "scored"
            } else if is_answered {
                "answered"
            } else {
                "open"
            }
            .to_owned(),
            transcript: asked.transcript.clone(),
            given: asked.given.clone(),
            seconds: asked.seconds,
            criteria: if is_answered { criteria(number, question).into_iter().map(criterion).collect() } else { Vec::new() },
            levels: if is_answered { levels } else { Vec::new() },
            figures: if is_scored { self.measured(question, asked) } else { None },
            model: is_scored.then(|| model_answer(question)),
            exercise: self.exercise_of(question).filter(|_| is_scored),
        })
    }
}

/// `API technical`, `system design`.
fn in_words(kind: BankKind) -> String {
    kind.word().replace('-', " ").replace("api", "API")
}

fn to_the_minute(now: &jiff::Zoned) -> jiff::civil::Time {
    jiff::civil::time(now.hour(), now.minute(), 0, 0)
}

fn no_question(id: &str, number: u32, all: u32) -> Trouble {
    Trouble::not_found(format!("`{id}` has the questions 1 to {all}, and no question {number}."))
}

fn no_number(number: u32) -> Trouble {
    Trouble::asked(format!("Question {number} asks for no number.")).help("Say it in the answer; in a shell, leave `--given` out.")
}

fn gone(id: &str) -> Trouble {
    Trouble::not_found(format!("The bank no longer has the question `{id}`.")).help("What you said stays in the interview's file.")
}

fn answered_for_good() -> Trouble {
    Trouble::asked("This answer is scored and its model answer was shown, so it stays as it is.")
        .help("Begin another mock interview to answer again.")
}

/// Ids inside the interview, with what is evaluated.
fn criteria(number: u32, question: &BankQuestion) -> Vec<(String, &String)> {
    (1..).zip(&question.evaluates).map(|(line, title): (u32, &String)| (format!("q{number}-{line}"), title)).collect()
}

fn score_view(score: &ScoreFile, by: &str) -> ScoreView {
    ScoreView { level: score.level, because: score.because.clone(), by: by.to_owned() }
}

fn remark(review: &ReviewFile) -> RemarkView {
    RemarkView { by: called(&review.by).to_owned(), on: review.on.to_string(), note: review.note.clone() }
}

fn mean(scores: &[ScoreFile]) -> Option<f64> {
    (!scores.is_empty()).then(|| scores.iter().map(|score| f64::from(score.level)).sum::<f64>() / scores.len() as f64)
}

fn scores(number: u32, asked: &AskedFile, question: &BankQuestion, body: &MockScoresBody) -> Result<Vec<ScoreFile>, Trouble> {
    let criteria = criteria(number, question);
    if let Some(stranger) = body.scores.iter().find(|score| !criteria.iter().any(|(id, _)| *id == score.criterion)) {
        let ids: Vec<String> = criteria.iter().map(|(id, _)| format!("`{id}`")).collect();
        return Err(
            Trouble::asked(format!("There is no criterion `{}`.", stranger.criterion)).help(format!("There are {}.", ids.join(", ")))
        );
    }
    let mut found = Vec::new();
    for (id, title) in criteria {
        let given: Vec<_> = body.scores.iter().filter(|score| score.criterion == id).collect();
        let [score] = given.as_slice() else {
            return Err(Trouble::asked(format!("“{title}” needs one level from 1 to 4.")).help(format!("Its id is `{id}`.")));
        };
        let because = score.because.trim();
        if !(1..=4).contains(&score.level) || because.chars().count() > LONGEST_QUOTE {
            return Err(Trouble::asked(format!("`{id}` takes a level from 1 to 4 and at most {LONGEST_QUOTE} characters of text.")));
        }
        if score.level > 1 && because.is_empty() {
            let help = "Quote the words of your answer that show it. Without any, the level is 1.";
            return Err(Trouble::asked(format!("“{title}” has level {} and no words that speak for it.", score.level)).help(help));
        }
        if let Some(unfit) = unfit_quote(&asked.transcript, because).filter(|_| !because.is_empty()) {
            return Err(Trouble::asked(format!("“{because}” cannot speak for “{title}”.")).help(unfit));
        }
        found.push(ScoreFile { criterion: id, level: score.level, because: because.to_owned() });
    }
    Ok(found)
}

/// A text by its words alone, with a space around each, so that quotation marks and line breaks make no difference.
fn bare(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |bare, word| bare + &word.to_lowercase() + " ")
}
