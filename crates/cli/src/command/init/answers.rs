use crate::context::refusal;
use clap::{Args, ValueEnum};
use footbridge_app::Trouble;
use footbridge_app::view::{ChoiceView, OnboardingChoices, ProfileView};

/// The answers of onboarding as flags.
#[derive(Debug, Args)]
pub(super) struct Answers {
    /// Your biggest blocker: technical-skill, product-skill or something-else
    #[arg(long, value_name = "ID")]
    blocker: Option<String>,
    /// The blocker in your own words
    #[arg(long, value_name = "TEXT")]
    blocker_note: Option<String>,
    /// Where you come from: engineering, data-analysis, consulting, customer-success, quality-assurance, support, design, project-management, product-management, student or other
    #[arg(long, value_name = "ID")]
    background: Option<String>,
    /// Your background in your own words
    #[arg(long, value_name = "TEXT")]
    background_note: Option<String>,
    /// Hours a week, such as 6 or 4.5 [otherwise 6]
    #[arg(long, value_name = "HOURS")]
    hours: Option<String>,
    /// The days to spread them over, such as mon,wed,sat [otherwise each day keeps its share of the week]
    #[arg(long, value_name = "DAYS", value_delimiter = ',', hide_possible_values = true, requires = "hours")]
    days: Vec<Day>,
    /// The first day, as in 2027-01-12 [otherwise today]
    #[arg(long, value_name = "DATE")]
    start: Option<String>,
    /// Where you want to work: india, united-states or other
    #[arg(long, value_name = "ID")]
    region: Option<String>,
    /// A role you aim at, as often as needed [otherwise Technical product manager, APIs]
    #[arg(long, value_name = "ROLE")]
    target: Vec<String>,
    /// When you wish for the first interview, as in 2027-06-01
    #[arg(long, value_name = "DATE")]
    target_date: Option<String>,
    /// Your name, as your portfolio should show it
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// A company you aim at, as often as needed: added to those in private/companies.toml, which is yours to edit
    #[arg(long, value_name = "NAME")]
    company: Vec<String>,
}

/// Nobody's background, blocker and region are to be guessed. For anything else there is a proposal, which a terminal shows in brackets.
const NEEDED: [&str; 3] = ["--blocker", "--background", "--region"];

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Day {
    /// Monday
    Mon,
    /// Tuesday
    Tue,
    /// Wednesday
    Wed,
    /// Thursday
    Thu,
    /// Friday
    Fri,
    /// Saturday
    Sat,
    /// Sunday
    Sun,
}

pub(super) const ALL_DAYS: [Day; 7] = [Day::Mon, Day::Tue, Day::Wed, Day::Thu, Day::Fri, Day::Sat, Day::Sun];

/// Answers whose choices exist and whose hours are minutes.
pub(super) struct Given<'a> {
    answers: &'a Answers,
    /// Minutes a week.
    minutes: Option<u16>,
}

impl Answers {
    /// What was not given and is taken as proposed, in sentences; `profile` is what became of it.
    pub(super) fn proposed(&self, profile: &ProfileView) -> Vec<String> {
        let given = self.given();
        let minutes: u16 = profile.minutes.iter().sum();
        let proposals = [
            ("--hours", format!("{} hours a week", f64::from(minutes) / 60.0)),
            ("--target", format!("“{}”", profile.targets.join("”, “"))),
        ];
        let left_out = proposals.into_iter().filter(|(flag, _)| !given.contains(flag));
        left_out.map(|(flag, taken)| format!("`{flag}` was not given, so it is {taken}; give it to change that.")).collect()
    }

    /// Flags that a folder cannot be made without, and that were not given.
    pub(super) fn missing(&self) -> Vec<&'static str> {
        let given = self.given();
        NEEDED.into_iter().filter(|flag| !given.contains(flag)).collect()
    }

    /// Flags that were given.
    pub(super) fn given(&self) -> Vec<&'static str> {
        let flags = [
            ("--name", self.name.is_some()),
            ("--blocker", self.blocker.is_some()),
            ("--blocker-note", self.blocker_note.is_some()),
            ("--background", self.background.is_some()),
            ("--background-note", self.background_note.is_some()),
            ("--hours", self.hours.is_some()),
            ("--start", self.start.is_some()),
            ("--region", self.region.is_some()),
            ("--target", !self.target.is_empty()),
            ("--target-date", self.target_date.is_some()),
            ("--company", !self.company.is_empty()),
        ];
        flags.into_iter().filter(|(_, given)| *given).map(|(flag, _)| flag).collect()
    }

    /// Refuses all that is no choice, with the nearest ones, before anything is written.
    pub(super) fn check(&self, choices: &OnboardingChoices) -> Result<Given<'_>, Trouble> {
        let (minutes, no_hours) = match self.hours.as_deref().map(minutes_of).transpose() {
            Ok(minutes) => (minutes, Ok(())),
            Err(trouble) => (None, Err(trouble)),
        };
        let checked = [
            known("--blocker", self.blocker.as_deref(), &choices.blockers),
            known("--background", self.background.as_deref(), &choices.backgrounds),
            known("--region", self.region.as_deref(), &choices.regions),
            no_hours,
        ];
        let refused: Vec<Trouble> = checked.into_iter().filter_map(Result::err).collect();
        if refused.is_empty() {
            return Ok(Given { answers: self, minutes });
        }
        let messages: Vec<&str> = refused.iter().map(|trouble| trouble.message.as_str()).collect();
        let helps: Vec<&str> = refused.iter().filter_map(|trouble| trouble.help.as_deref()).collect();
        Err(refusal(messages.join(" "), helps.join(" ")))
    }
}

impl Given<'_> {
    /// What was given, over what was there.
    pub(super) fn over(&self, mut profile: ProfileView) -> ProfileView {
        let put = |answer: &Option<String>, field: &mut String| {
            if let Some(answer) = answer {
                field.clone_from(answer);
            }
        };
        let answers = self.answers;
        put(&answers.name, &mut profile.name);
        put(&answers.blocker, &mut profile.blocker);
        put(&answers.blocker_note, &mut profile.blocker_note);
        put(&answers.background, &mut profile.background);
        put(&answers.background_note, &mut profile.background_note);
        put(&answers.start, &mut profile.start);
        put(&answers.region, &mut profile.region);
        if let Some(minutes) = self.minutes {
            let days = &answers.days;
            profile.minutes = if days.is_empty() { in_proportion(minutes, profile.minutes) } else { spread(minutes, days) };
        }
        if !answers.target.is_empty() {
            profile.targets.clone_from(&answers.target);
        }
        if answers.target_date.is_some() {
            profile.target_date.clone_from(&answers.target_date);
        }
        for company in answers.company.iter().map(|company| company.trim()).filter(|company| !company.is_empty()) {
            if !profile.companies.iter().any(|there| there.to_lowercase() == company.to_lowercase()) {
                profile.companies.push(company.to_owned());
            }
        }
        profile
    }
}

fn known(flag: &str, given: Option<&str>, choices: &[ChoiceView]) -> Result<(), Trouble> {
    let Some(given) = given.filter(|given| choices.iter().all(|choice| choice.id != *given)) else { return Ok(()) };
    let ids: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
    let help = match footbridge_diagnostic::nearest(given, ids.iter().copied()) {
        Some(meant) => format!("Did you mean `{meant}`? {flag} takes {}.", ids.join(", ")),
        None => format!("{flag} takes {}.", ids.join(", ")),
    };
    Err(refusal(format!("`{given}` cannot be said for {flag}."), help))
}

/// Minutes of hours a week: `6`, `4.5`, `4,5`.
pub(super) fn minutes_of(hours: &str) -> Result<u16, Trouble> {
    let number: Option<f64> = hours.trim().trim_end_matches('h').trim().replace(',', ".").parse().ok();
    let minutes = number.filter(|number| (0.0..=112.0).contains(number)).map(|number| (number * 60.0).round());
    match minutes {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 6,720")]
        Some(minutes) => Ok(minutes as u16),
        None => Err(refusal(format!("`{hours}` is no number of hours a week."), "Give hours between 0 and 112, for example 6 or 4.5.")),
    }
}

/// Minutes a day, Monday first: as even as steps of five minutes allow, the earlier days first, the odd rest on the last.
pub(super) fn spread(minutes: u16, days: &[Day]) -> [u16; 7] {
    let mut each = [0; 7];
    let chosen: Vec<usize> = (0..7).filter(|at| days.contains(&ALL_DAYS[*at])).collect();
    let Some(last) = chosen.last() else { return each };
    let count = u16::try_from(chosen.len()).expect("a week has seven days");
    let (steps, rest) = (minutes / 5, minutes % 5);
    for (at, day) in (0..).zip(&chosen) {
        each[*day] = 5 * (steps / count + u16::from(at < steps % count));
    }
    each[*last] += rest;
    each
}

/// Minutes a day of a week with more or fewer minutes than it has: in steps of five, the largest rests first, the odd rest on the last day.
pub(super) fn in_proportion(minutes: u16, week: [u16; 7]) -> [u16; 7] {
    let total: u32 = week.iter().map(|minutes| u32::from(*minutes)).sum();
    if u32::from(minutes) == total {
        return week;
    }
    let Some(last) = (0..7).rfind(|at| week[*at] > 0) else { return spread(minutes, &ALL_DAYS) };
    let (steps, rest) = (u32::from(minutes / 5), minutes % 5);
    let share = |at: usize| (steps * u32::from(week[at]) / total, steps * u32::from(week[at]) % total);
    let mut by_rest: Vec<usize> = (0..7).collect();
    by_rest.sort_by_key(|at| std::cmp::Reverse(share(*at).1));
    let left = steps - (0..7).map(|at| share(at).0).sum::<u32>();
    let mut each = [0; 7];
    for (number, at) in (0..).zip(by_rest) {
        let of_day = share(at).0 + u32::from(number < left);
        each[at] = 5 * u16::try_from(of_day).expect("no more than the week has");
    }
    each[last] += rest;
    each
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_spread_without_losing_a_minute() {
        for (hours, days, minutes) in [
            ("6", &[Day::Mon, Day::Wed, Day::Sat][..], [120, 0, 120, 0, 0, 120, 0]),
            ("6", &ALL_DAYS[..], [55, 55, 50, 50, 50, 50, 50]),
            ("4.5", &[Day::Sun, Day::Sun], [0, 0, 0, 0, 0, 0, 270]),
            ("0,2", &[Day::Tue], [0, 12, 0, 0, 0, 0, 0]),
        ] {
            assert_eq!(spread(minutes_of(hours).expect("hours"), days), minutes, "{hours}");
        }
    }

    #[test]
    fn a_week_keeps_its_shape_with_other_hours() {
        let proposed = [45, 45, 45, 45, 0, 90, 90];
        for (minutes, week, expected) in [
            (360, proposed, proposed),
            (600, proposed, [75, 75, 75, 75, 0, 150, 150]),
            (363, proposed, [45, 45, 45, 45, 0, 90, 93]),
            (100, proposed, [15, 15, 10, 10, 0, 25, 25]),
            (70, [0; 7], [10; 7]),
            (49, [7; 7], [7; 7]),
            (0, proposed, [0; 7]),
            (6_720, [0, 0, 1, 0, 0, 0, 0], [0, 0, 6_720, 0, 0, 0, 0]),
        ] {
            assert_eq!(in_proportion(minutes, week), expected, "{minutes} in {week:?}");
        }
    }

    #[test]
    fn what_is_no_number_of_hours_is_refused() {
        for hours in ["", "many", "-1", "200", "NaN"] {
            assert!(minutes_of(hours).is_err(), "{hours:?}");
        }
    }
}
