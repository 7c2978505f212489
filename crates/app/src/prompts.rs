use crate::learner::Learner;
use crate::masking::{EMPLOYER, MASK, SOMEBODY, mask, mask_by, mask_first_names, mask_whole};
use crate::planning::hours;
use crate::view::{ExerciseState, FilledView, PromptBody, PromptInputView, PromptView};
use crate::{App, Trouble};
use footbridge_content::Prompt;
use footbridge_planner::spoken;

/// Places that the person fills, with what to write and what stands there until then.
const INPUTS: [(&str, &str, &str); 6] = [
    ("company", "Company you prepare for", "[company]"),
    ("use_case", "What the tool is for", "[use case]"),
    ("tool_a", "Tool A", "[tool A]"),
    ("tool_b", "Tool B", "[tool B]"),
    ("tool_c", "Tool C, if there is a third", "[tool C]"),
    ("team_size", "People who will use it", "[team size]"),
];

/// The places for tools.
pub(crate) const TOOLS: [&str; 3] = ["tool_a", "tool_b", "tool_c"];

/// Names that stand in the private part of the folder: what the learner wrote about themselves may hold one.
struct Known {
    companies: Vec<String>,
    /// Where those work whom the learner knows.
    employers: Vec<String>,
    people: Vec<String>,
    /// Names alone: what stands first in one is masked by itself, too.
    first_names: Vec<String>,
}

impl Known {
    fn mask(&self, text: &str) -> String {
        self.mask_people(&mask_whole(&mask(text, &self.companies), &self.employers, EMPLOYER))
    }

    fn mask_people(&self, text: &str) -> String {
        mask_first_names(&mask_by(text, &self.people, SOMEBODY), &self.first_names, SOMEBODY)
    }
}

impl App {
    /// A master prompt filled from the learner's own data, everything private left out or masked. No model is called.
    pub fn prompt(&self, name: &str, body: &PromptBody) -> Result<PromptView, Trouble> {
        let prompts = &self.course.pack.prompts;
        let prompt = prompts.iter().find(|prompt| prompt.name == name).ok_or_else(|| {
            let names: Vec<&str> = prompts.iter().map(|prompt| prompt.name.as_str()).collect();
            Trouble::not_found(format!("There is no prompt `{name}`.")).help(format!("There are: {}.", names.join(", ")))
        })?;
        let has_place = |name: &str| INPUTS.iter().any(|input| input.0 == name) && prompt.places().contains(&name);
        if let Some(unknown) = body.inputs.keys().find(|name| !has_place(name)) {
            let known: Vec<&str> = INPUTS.iter().map(|input| input.0).filter(|name| has_place(name)).collect();
            let help = if known.is_empty() {
                "It takes no inputs: everything in it comes from your folder.".to_owned()
            } else {
                format!("It has: {}.", known.join(", "))
            };
            return Err(Trouble::asked(format!("The prompt `{name}` has no place `{unknown}`."))
                .help(help)
                .or_meant(unknown, known.into_iter()));
        }
        let notes = self.notes_on(body);
        // They are read before the learner is looked at, since both look at the folder.
        let known = Known {
            companies: self.aimed_at()?,
            employers: self.companies_of_contacts()?,
            people: self.words_of_contacts()?,
            first_names: self.names_of_contacts()?,
        };
        self.with_learner(|learner| PromptView { notes, ..self.fill(prompt, learner, &known, body) })
    }

    /// What was filled in and nobody here knows: it goes into the text as it is, and a slip is easily overlooked there.
    fn notes_on(&self, body: &PromptBody) -> Vec<String> {
        let input = |name: &str| body.inputs.get(name).map(|value| value.trim()).filter(|value| !value.is_empty());
        let mut notes = self.unknown_tools(TOOLS.into_iter().filter_map(input));
        if let Some(company) = input("company").filter(|company| self.kind_of_company(company).is_none()) {
            let unknown = format!("Nothing here says what kind of company `{company}` is");
            notes.push(match self.meant_company(company) {
                Some(meant) => format!("{unknown}. Did you mean `{meant}`?"),
                None => format!("{unknown}, so the course’s own ten questions would be of all kinds."),
            });
        }
        notes
    }

    fn fill(&self, prompt: &Prompt, learner: &Learner, known: &Known, body: &PromptBody) -> PromptView {
        let (mut filled, mut inputs) = (Vec::new(), Vec::new());
        let left_out = left_out(body);
        for place in prompt.places() {
            let (value, masked) = match INPUTS.iter().find(|input| input.0 == place) {
                Some((name, label, blank)) => {
                    let value = body.inputs.get(*name).map(|value| value.trim().to_owned()).unwrap_or_default();
                    inputs.push(PromptInputView { name: (*name).to_owned(), label: (*label).to_owned(), value: value.clone() });
                    if left_out == Some(*name) {
                        continue;
                    }
                    // A company or a tool is what the prompt is about; nobody the learner knows is.
                    let value = known.mask_people(if value.is_empty() { blank } else { &value });
                    let masked = value.contains(SOMEBODY);
                    (value, masked)
                }
                None => self.own_data(place, learner, known),
            };
            filled.push(FilledView { name: place.to_owned(), value, masked });
        }
        let kept = |line: &&str| left_out.is_none_or(|place| !line.contains(&format!("{{{{{place}}}}}")));
        let text = filled_in(&prompt.text.split_inclusive('\n').filter(kept).collect::<String>(), &filled);
        PromptView {
            name: prompt.name.clone(),
            title: prompt.title.clone(),
            asks: prompt.asks.clone(),
            text,
            filled,
            inputs,
            notes: Vec::new(),
        }
    }

    /// What the folder says for a place, and whether something private was left out.
    fn own_data(&self, place: &str, learner: &Learner, known: &Known) -> (String, bool) {
        let profile = &learner.masked;
        let value = match place {
            "background" => known.mask(&profile.background_words()),
            "blocker" => known.mask(&profile.blocker_words()),
            "target_roles" => known.mask(&listed(&profile.targets)),
            "hours_a_week" => hours(profile.minutes.iter().map(|minutes| u32::from(*minutes)).sum()),
            "start" => spoken(profile.start),
            "region" => profile.region_words(),
            "plan_weeks" => self.plan_in_lines(learner),
            "verified" | "evidence" => return self.proven(learner),
            other => format!("[{other}]"),
        };
        let masked = [MASK, EMPLOYER, SOMEBODY].iter().any(|mask| value.contains(mask));
        (value, masked)
    }

    /// The weeks of the plan, one line each: when, what, how long.
    fn plan_in_lines(&self, learner: &Learner) -> String {
        let path = self.path_of(learner, &self.planned(learner));
        let ends =
            || path.ends.as_ref().map_or_else(|| "no plan yet".to_owned(), |ends| format!("all weeks are done; the plan ends on {ends}"));
        let titled = path.plan_weeks.iter().filter_map(|week| Some((week, week.title.as_ref()?)));
        let lines: Vec<String> = titled.map(|(week, title)| format!("- Week {}, from {}: {title}", week.number, week.from)).collect();
        if lines.is_empty() { ends() } else { lines.join("\n") }
    }

    /// Titles of what is proven, one a line; private work is left out.
    fn proven(&self, learner: &Learner) -> (String, bool) {
        let passes = self.passes(learner);
        let hidden = passes.iter().any(|(exercise, _)| exercise.private);
        let title = |(exercise, pass): &(&footbridge_content::Exercise, &footbridge_journal::Attempt)| {
            format!("- {}{}", exercise.title, ExerciseState::of_pass(exercise, pass.checked.proof).beside())
        };
        let titles: Vec<String> = passes.iter().filter(|(exercise, _)| !exercise.private).map(title).collect();
        (if titles.is_empty() { "nothing yet".to_owned() } else { titles.join("\n") }, hidden)
    }
}

/// The place of a third tool, when two are named: its line is left out.
fn left_out(body: &PromptBody) -> Option<&'static str> {
    let is_blank = |place: &&str| body.inputs.get(*place).is_none_or(|value| value.trim().is_empty());
    let blank: Vec<&str> = TOOLS.into_iter().filter(is_blank).collect();
    if let [only] = blank[..] { Some(only) } else { None }
}

/// In one pass: braces in what a person wrote are words of theirs, not places.
fn filled_in(text: &str, filled: &[FilledView]) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, (name, after))) = rest.split_once("{{").and_then(|(before, after)| Some((before, after.split_once("}}")?))) {
        whole.push_str(before);
        whole.extend(filled.iter().find(|place| place.name == name).map(|place| place.value.as_str()));
        rest = after;
    }
    whole + rest
}

fn listed(texts: &[String]) -> String {
    if texts.is_empty() { "technical product manager".to_owned() } else { texts.join("; ") }
}
