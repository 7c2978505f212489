use super::answers::{Day, in_proportion, minutes_of, spread};
use clap::ValueEnum;
use footbridge_app::Trouble;
use footbridge_app::view::{ChoiceView, OnboardingChoices, ProfileView};
use std::io::{self, BufRead, ErrorKind, Write};

/// Onboarding as a conversation. The questions go to standard error, so that standard output carries the result alone.
pub(super) struct Talk<R, W, C> {
    from: R,
    to: W,
    /// Whether the app would take a profile: asked after each answer, so that nothing is typed in vain.
    accepts: C,
    /// Whether choices were made before, so that Enter can keep them. Nobody's background is to be guessed.
    chosen_before: bool,
}

impl<R: BufRead, W: Write, C: Fn(&ProfileView) -> Result<(), Trouble>> Talk<R, W, C> {
    pub(super) fn new(from: R, to: W, accepts: C, chosen_before: bool) -> Self {
        Self { from, to, accepts, chosen_before }
    }

    /// Asks everything that no flag has answered, with what stands in the profile as what Enter takes.
    pub(super) fn ask(&mut self, choices: &OnboardingChoices, profile: ProfileView, given: &[&str]) -> io::Result<ProfileView> {
        writeln!(self.to, "A few questions, under three minutes. Enter takes what stands in brackets; everything can be changed later.")?;
        let profile = self.ask_who(choices, profile, given)?;
        self.ask_whereto(choices, profile, given)
    }

    fn ask_who(&mut self, choices: &OnboardingChoices, mut profile: ProfileView, given: &[&str]) -> io::Result<ProfileView> {
        if !given.contains(&"--blocker") {
            profile.blocker = self.choose("What is your biggest blocker?", &choices.blockers, &profile.blocker)?;
        }
        if profile.blocker == "something-else" && !given.contains(&"--blocker-note") {
            profile.blocker_note = self.text("What is it, in your own words?", &profile.blocker_note)?;
        }
        if !given.contains(&"--background") {
            profile.background = self.choose("Where do you come from?", &choices.backgrounds, &profile.background)?;
        }
        if !given.contains(&"--background-note") {
            profile.background_note =
                self.text("A few words about it, such as years and field (may stay empty)", &profile.background_note)?;
        }
        if !given.contains(&"--name") {
            profile.name = self.text("Your name, as your portfolio should show it (may stay empty)", &profile.name)?;
        }
        Ok(profile)
    }

    fn ask_whereto(&mut self, choices: &OnboardingChoices, mut profile: ProfileView, given: &[&str]) -> io::Result<ProfileView> {
        if !given.contains(&"--hours") {
            profile =
                self.until_accepted(profile, |talk, profile| Ok(ProfileView { minutes: talk.week(profile.minutes)?, ..profile.clone() }))?;
        }
        if !given.contains(&"--start") {
            profile = self.until_accepted(profile, |talk, profile| {
                Ok(ProfileView { start: talk.text("First day, as in 2027-01-12", &profile.start)?, ..profile.clone() })
            })?;
        }
        if !given.contains(&"--region") {
            profile.region = self.choose("Where do you want to work?", &choices.regions, &profile.region)?;
        }
        if !given.contains(&"--target") {
            profile.targets = self.list("Roles you aim at, with `;` between them", &profile.targets)?;
        }
        if !given.contains(&"--target-date") {
            profile = self.until_accepted(profile, |talk, profile| {
                let wished = profile.target_date.as_deref().unwrap_or("");
                let wished = talk.text("When do you wish for the first interview, as in 2027-06-01? (may stay empty)", wished)?;
                Ok(ProfileView { target_date: Some(wished).filter(|date| !date.is_empty()), ..profile.clone() })
            })?;
        }
        if !given.contains(&"--company") {
            profile.companies =
                self.list("Companies you aim at, with `;` between them (kept in private/; may stay empty)", &profile.companies)?;
        }
        Ok(profile)
    }

    /// Asks again until the app takes the profile with the answer in it.
    fn until_accepted(
        &mut self,
        profile: ProfileView,
        mut ask: impl FnMut(&mut Self, &ProfileView) -> io::Result<ProfileView>,
    ) -> io::Result<ProfileView> {
        loop {
            let answered = ask(self, &profile)?;
            match (self.accepts)(&answered) {
                Ok(()) => return Ok(answered),
                Err(trouble) => self.refuse(&trouble)?,
            }
        }
    }

    fn refuse(&mut self, trouble: &Trouble) -> io::Result<()> {
        let help = trouble.help.as_ref().map_or_else(String::new, |help| format!(" {help}"));
        writeln!(self.to, "{trouble}{help}")
    }

    fn choose(&mut self, question: &str, choices: &[ChoiceView], current: &str) -> io::Result<String> {
        writeln!(self.to, "\n{question}")?;
        for (number, choice) in (1..).zip(choices) {
            writeln!(self.to, "  {number:>2}  {}: {}", choice.label, choice.note)?;
        }
        let current = choices.iter().position(|choice| choice.id == current).filter(|_| self.chosen_before);
        let question = current.map_or_else(|| "Number".to_owned(), |at| format!("Number [{}]", at + 1));
        loop {
            let answer = self.line(&question)?;
            if let Some(at) = current.filter(|_| answer.is_empty()) {
                return Ok(choices[at].id.clone());
            }
            let numbered = answer.parse::<usize>().ok().and_then(|number| choices.get(number.checked_sub(1)?));
            let named = choices.iter().find(|choice| choice.id == answer || choice.label.eq_ignore_ascii_case(&answer));
            if let Some(choice) = numbered.or(named) {
                return Ok(choice.id.clone());
            }
            writeln!(self.to, "Give a number from 1 to {}.", choices.len())?;
        }
    }

    fn week(&mut self, current: [u16; 7]) -> io::Result<[u16; 7]> {
        let total: u16 = current.iter().sum();
        let kept: Vec<&str> = DAY_NAMES.into_iter().zip(current).filter(|(_, minutes)| *minutes > 0).map(|(name, _)| name).collect();
        loop {
            let hours = self.line(&format!("\nHours a week [{}]", f64::from(total) / 60.0))?;
            let minutes = if hours.is_empty() { Ok(total) } else { minutes_of(&hours) };
            let minutes = match minutes {
                Ok(minutes) => minutes,
                Err(trouble) => {
                    self.refuse(&trouble)?;
                    continue;
                }
            };
            let days = self.line(&format!("On which days, such as mon,wed,sat? [{}]", kept.join(",")))?;
            if days.is_empty() {
                return Ok(in_proportion(minutes, current));
            }
            let named: Result<Vec<Day>, String> = days.split([',', ' ']).filter(|day| !day.is_empty()).map(day).collect();
            match named {
                Ok(days) => return Ok(spread(minutes, &days)),
                Err(unknown) => writeln!(self.to, "`{unknown}` is no day. Write mon, tue, wed, thu, fri, sat or sun.")?,
            }
        }
    }

    fn list(&mut self, question: &str, current: &[String]) -> io::Result<Vec<String>> {
        let answer = self.text(question, &current.join("; "))?;
        Ok(answer.split(';').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect())
    }

    fn text(&mut self, question: &str, current: &str) -> io::Result<String> {
        let shown = if current.is_empty() { String::new() } else { format!(" [{current}]") };
        let answer = self.line(&format!("\n{question}{shown}"))?;
        Ok(if answer.is_empty() { current.to_owned() } else { answer })
    }

    fn line(&mut self, question: &str) -> io::Result<String> {
        write!(self.to, "{question}: ")?;
        self.to.flush()?;
        let mut answer = String::new();
        if self.from.read_line(&mut answer)? == 0 {
            return Err(io::Error::new(ErrorKind::UnexpectedEof, "the questions were left before the end; nothing was written"));
        }
        Ok(answer.trim().to_owned())
    }
}

const DAY_NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

fn day(written: &str) -> Result<Day, String> {
    let short: String = written.chars().take(3).collect();
    Day::from_str(&short, true).map_err(|_| written.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use footbridge_app::{App, Init, World};
    use std::path::Path;

    fn choices() -> OnboardingChoices {
        let choice = |id: &str| ChoiceView { id: id.to_owned(), label: id.to_uppercase(), note: "a note".to_owned() };
        OnboardingChoices {
            blockers: vec![choice("technical-skill"), choice("something-else")],
            backgrounds: vec![choice("support"), choice("design")],
            regions: vec![choice("india"), choice("other")],
            targets: Vec::new(),
            proposal: ProfileView {
                name: String::new(),
                blocker: "technical-skill".to_owned(),
                blocker_note: String::new(),
                background: "support".to_owned(),
                background_note: String::new(),
                minutes: [45, 45, 45, 45, 0, 90, 90],
                start: "2027-01-04".to_owned(),
                region: "india".to_owned(),
                targets: vec!["TPM".to_owned()],
                target_date: None,
                companies: Vec::new(),
                days_off: Vec::new(),
            },
        }
    }

    fn app() -> App {
        App::new(World::real(Path::new("nothing-is-here")).expect("this machine has a clock")).expect("the course is sound")
    }

    fn talk(typed: &str, chosen_before: bool, given: &[&str]) -> io::Result<(ProfileView, String)> {
        let mut said = Vec::new();
        let choices = choices();
        let app = app();
        let accepts = |profile: &ProfileView| app.check_init(&Init { profile: profile.clone() });
        let profile = Talk::new(typed.as_bytes(), &mut said, accepts, chosen_before).ask(&choices, choices.proposal.clone(), given)?;
        Ok((profile, String::from_utf8_lossy(&said).into_owned()))
    }

    #[test]
    fn enter_keeps_what_was_said_before() {
        let (profile, _) = talk(&"\n".repeat(11), true, &[]).expect("eleven answers");
        assert_eq!(profile, choices().proposal);
    }

    #[test]
    fn what_a_flag_answered_is_not_asked() {
        let given =
            ["--blocker", "--background", "--background-note", "--hours", "--start", "--region", "--target", "--target-date", "--name"];
        let (profile, said) = talk("Acme\n", false, &given).expect("one answer");
        assert_eq!(profile.companies, ["Acme"]);
        assert_eq!(said.matches(": ").count(), 1, "{said}");
    }

    #[test]
    fn slips_are_asked_again_and_everything_lands_in_its_place() {
        let typed = "\n9\n2\nno time\nDESIGN\nfour years\nAda\nmany\n112\nmon\n6\nmonday,wed\n12.1.2027\n2027-02-30\n2027-01-12\nother\nA; B\n2027-6-31\n2027-06-01\nAcme; \n";
        let (profile, said) = talk(typed, false, &[]).expect("all answers");
        assert_eq!(profile.blocker, "something-else");
        assert_eq!(profile.blocker_note, "no time");
        assert_eq!((profile.background.as_str(), profile.background_note.as_str()), ("design", "four years"));
        assert_eq!(profile.minutes, [180, 0, 180, 0, 0, 0, 0]);
        assert_eq!((profile.start.as_str(), profile.target_date.as_deref()), ("2027-01-12", Some("2027-06-01")));
        assert_eq!(profile.targets, ["A", "B"]);
        assert_eq!((profile.companies, profile.name.as_str()), (vec!["Acme".to_owned()], "Ada"));
        assert_eq!(said.matches("Give a number from 1 to 2.").count(), 2, "Enter chooses nobody's blocker");
        for sentence in [
            "`many` is no number of hours a week.",
            "112\u{202f}h on one day are more than 16\u{202f}h. Give a day at most 960 minutes",
            "`12.1.2027` is no day of the calendar. Write it as year-month-day",
            "`2027-02-30` is no day of the calendar.",
            "`2027-6-31` is no day of the calendar.",
        ] {
            assert!(said.contains(sentence), "{sentence}: {said}");
        }
    }

    #[test]
    fn leaving_early_is_no_answer() {
        let error = talk("1\n1\n", false, &[]).expect_err("two answers are not enough");
        assert_eq!(error.kind(), ErrorKind::UnexpectedEof);
    }
}
