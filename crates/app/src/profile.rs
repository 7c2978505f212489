use crate::folder::PROFILE_FILE;
use crate::masking::{is_masked_form, mask};
use crate::planning::hours;
use crate::view::{ChoiceView, OnboardingChoices, ProfileView};
use crate::{App, Trouble};
use footbridge_diagnostic::Diagnostic;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Companies aimed at: private.
pub(crate) const COMPANIES_FILE: &str = "private/companies.toml";

/// Biggest blockers: what the first question offers.
const BLOCKERS: [(&str, &str, &str); 3] = [
    ("technical-skill", "Technical skill", "Every week of the path builds it: system design, APIs, SQL."),
    ("product-skill", "Product skill", "Your plan is the same; it goes into the prompts and stays in view."),
    ("something-else", "Something else", "Say what it is: it goes into the prompts and stays in view."),
];

const BACKGROUNDS: [(&str, &str, &str); 11] = [
    ("engineering", "Engineering", "An advantage in the technical half; the product half is where the work is."),
    ("data-analysis", "Data analysis", "The guide names it among those that made it."),
    ("consulting", "Consulting", "The guide names it among those that made it."),
    ("customer-success", "Customer success", "The guide names it among those that made it."),
    ("quality-assurance", "Quality assurance", "You know how systems fail; the path adds why."),
    ("support", "Support", "You know the customers' words; the path adds the system behind them."),
    ("design", "Design", "You know users; the path adds the ones who are developers."),
    ("project-management", "Project management", "You own schedules; the path adds the what and the why."),
    ("product-management", "Standard product management", "The shared core is there; the path adds the technical half."),
    ("student", "Student", "No computer-science degree is needed."),
    ("other", "Something else", "Say it in your own words."),
];

const REGIONS: [(&str, &str, &str); 3] = [
    ("india", "India", "Pay in lakh INR a year; who hires in India."),
    ("united-states", "United States", "Pay in USD a year."),
    ("other", "Somewhere else", "No pay figures are known for it; the rest is the same."),
];

const TARGETS: [&str; 5] = [
    "Technical product manager, APIs",
    "Technical product manager, platform",
    "Technical product manager, developer tools",
    "Technical product manager, data",
    "Technical product manager, cloud",
];

/// `footbridge.toml`, typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Profile {
    pub(crate) name: String,
    pub(crate) blocker: String,
    pub(crate) blocker_note: String,
    pub(crate) background: String,
    pub(crate) background_note: String,
    pub(crate) minutes: [u16; 7],
    pub(crate) start: Date,
    pub(crate) region: String,
    pub(crate) targets: Vec<String>,
    pub(crate) target_date: Option<Date>,
    pub(crate) days_off: BTreeSet<Date>,
    pub(crate) companies: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileToml {
    #[serde(default)]
    name: String,
    blocker: String,
    #[serde(default)]
    blocker_note: String,
    background: String,
    #[serde(default)]
    background_note: String,
    start: String,
    region: String,
    #[serde(default)]
    targets: Vec<String>,
    target_date: Option<String>,
    #[serde(default)]
    days_off: Vec<String>,
    minutes: MinutesToml,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MinutesToml {
    #[serde(default)]
    monday: u16,
    #[serde(default)]
    tuesday: u16,
    #[serde(default)]
    wednesday: u16,
    #[serde(default)]
    thursday: u16,
    #[serde(default)]
    friday: u16,
    #[serde(default)]
    saturday: u16,
    #[serde(default)]
    sunday: u16,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CompaniesToml {
    companies: Vec<String>,
}

/// More than this on one day is a typing mistake.
const LONGEST_DAY: u16 = 16 * 60;

impl Profile {
    pub(crate) fn from_view(view: &ProfileView) -> Result<Self, Trouble> {
        let known = |what: &str, id: &str, choices: &[(&str, &str, &str)]| {
            let ids: Vec<&str> = choices.iter().map(|choice| choice.0).collect();
            if ids.contains(&id) {
                return Ok(id.to_owned());
            }
            let meant = footbridge_diagnostic::nearest(id, ids.iter().copied());
            let meant = meant.map_or_else(String::new, |meant| format!("Did you mean `{meant}`? "));
            Err(Trouble::asked(format!("`{id}` is no {what} that is known here.")).help(format!("{meant}One of: {}.", ids.join(", "))))
        };
        if let Some(long) = view.minutes.iter().find(|minutes| **minutes > LONGEST_DAY) {
            return Err(Trouble::asked(format!("{} on one day are more than {}.", hours(u32::from(*long)), hours(u32::from(LONGEST_DAY))))
                .help("Give a day at most 960 minutes, or spread them over more days."));
        }
        Ok(Self {
            name: view.name.trim().to_owned(),
            blocker: known("blocker", &view.blocker, &BLOCKERS)?,
            blocker_note: view.blocker_note.trim().to_owned(),
            background: known("background", &view.background, &BACKGROUNDS)?,
            background_note: view.background_note.trim().to_owned(),
            minutes: view.minutes,
            start: date(&view.start)?,
            region: known("region", &view.region, &REGIONS)?,
            targets: trimmed(&view.targets),
            target_date: view.target_date.as_deref().filter(|text| !text.is_empty()).map(date).transpose()?,
            days_off: view.days_off.iter().map(|text| date(text)).collect::<Result<_, _>>()?,
            companies: trimmed(&view.companies),
        })
    }

    pub(crate) fn to_view(&self) -> ProfileView {
        ProfileView {
            name: self.name.clone(),
            blocker: self.blocker.clone(),
            blocker_note: self.blocker_note.clone(),
            background: self.background.clone(),
            background_note: self.background_note.clone(),
            minutes: self.minutes,
            start: self.start.to_string(),
            region: self.region.clone(),
            targets: self.targets.clone(),
            target_date: self.target_date.map(|date| date.to_string()),
            companies: self.companies.clone(),
            days_off: self.days_off.iter().map(ToString::to_string).collect(),
        }
    }

    pub(crate) fn to_toml(&self) -> String {
        let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = self.minutes;
        let written = ProfileToml {
            name: self.name.clone(),
            blocker: self.blocker.clone(),
            blocker_note: self.blocker_note.clone(),
            background: self.background.clone(),
            background_note: self.background_note.clone(),
            start: self.start.to_string(),
            region: self.region.clone(),
            targets: self.targets.clone(),
            target_date: self.target_date.map(|date| date.to_string()),
            days_off: self.days_off.iter().map(ToString::to_string).collect(),
            minutes: MinutesToml { monday, tuesday, wednesday, thursday, friday, saturday, sunday },
        };
        let body = toml::to_string(&written).expect("a profile is texts, numbers and lists, which TOML can hold");
        format!("# Who I am, and what I have time for. Change it here or in Settings; the plan follows.\n{body}")
    }

    pub(crate) fn read_toml(file: &str, text: &str) -> Result<Self, Diagnostic> {
        let toml: ProfileToml = toml::from_str(text).map_err(|error| footbridge_content::toml_finding(file, &error, 0))?;
        let MinutesToml { monday, tuesday, wednesday, thursday, friday, saturday, sunday } = toml.minutes;
        let view = ProfileView {
            name: toml.name,
            blocker: toml.blocker,
            blocker_note: toml.blocker_note,
            background: toml.background,
            background_note: toml.background_note,
            minutes: [monday, tuesday, wednesday, thursday, friday, saturday, sunday],
            start: toml.start,
            region: toml.region,
            targets: toml.targets,
            target_date: toml.target_date,
            companies: Vec::new(),
            days_off: toml.days_off,
        };
        Self::from_view(&view).map_err(|trouble| {
            let finding = Diagnostic::error("profile", trouble.message).at(file, 0..0);
            trouble.help.into_iter().fold(finding, |finding, help| finding.help(help))
        })
    }

    pub(crate) fn companies_toml(&self) -> String {
        toml::to_string(&CompaniesToml { companies: self.companies.clone() }).expect("a list of texts is TOML")
    }

    pub(crate) fn read_companies(text: &str) -> Result<Vec<String>, Diagnostic> {
        let toml = toml::from_str::<CompaniesToml>(text);
        toml.map(|toml| trimmed(&toml.companies)).map_err(|error| footbridge_content::toml_finding(COMPANIES_FILE, &error, 0))
    }

    /// The same person, with the names of target companies masked wherever they were written: what the journal, the prompts and the site
    /// are given. `kept` is what the journal has, when the names are not known here, because `private/` is on another device or cannot
    /// be read: what was masked then stays masked.
    pub(crate) fn masked(&self, kept: Option<&footbridge_journal::Profile>) -> Self {
        let before = kept.map(|kept| Self::from_journal(kept, &BTreeSet::new()));
        let before = before.as_ref();
        let hidden = |text: &String, before: Option<&String>| match before {
            Some(before) if is_masked_form(before, text) => before.clone(),
            _ => mask(text, &self.companies),
        };
        let targets = self.targets.iter().enumerate();
        Self {
            blocker_note: hidden(&self.blocker_note, before.map(|before| &before.blocker_note)),
            background_note: hidden(&self.background_note, before.map(|before| &before.background_note)),
            targets: targets.map(|(at, target)| hidden(target, before.and_then(|before| before.targets.get(at)))).collect(),
            companies: Vec::new(),
            ..self.clone()
        }
    }

    /// The sentence about a company that is named where it is shared: `footbridge.toml` is committed with the folder and keeps the words
    /// as they were typed.
    pub(crate) fn names_a_company(&self) -> Option<String> {
        let texts = || self.targets.iter().chain([&self.background_note, &self.blocker_note]);
        let known = texts().find(|text| mask(text, &self.companies) != **text);
        let perhaps = || self.targets.iter().find(|target| target.split_whitespace().any(|word| matches!(word, "at" | "@")));
        let (text, names) = match known {
            Some(text) => (text, "names a company you aim at"),
            None => (perhaps()?, "seems to name a company"),
        };
        Some(format!(
            "“{text}” {names}. It stands as typed in `{PROFILE_FILE}`, which goes wherever your folder goes. Name the role alone there, and \
             the company as a company: those stay in `private/`."
        ))
    }

    pub(crate) fn background_words(&self) -> String {
        let label = label_of(&BACKGROUNDS, &self.background);
        if self.background_note.is_empty() { label } else { format!("{label}: {}", self.background_note) }
    }

    /// Whose portfolio it is.
    pub(crate) fn owner(&self) -> String {
        if self.name.is_empty() { "Portfolio".to_owned() } else { self.name.clone() }
    }

    /// One line under the name: what they aim for and where they come from.
    pub(crate) fn headline(&self) -> String {
        let target = self.targets.first().map_or("Technical product manager", String::as_str);
        format!("{target} · from {}", label_of(&BACKGROUNDS, &self.background).to_lowercase())
    }

    pub(crate) fn blocker_words(&self) -> String {
        let label = label_of(&BLOCKERS, &self.blocker);
        if self.blocker_note.is_empty() { label } else { format!("{label}: {}", self.blocker_note) }
    }

    pub(crate) fn region_words(&self) -> String {
        label_of(&REGIONS, &self.region)
    }

    /// What the public journal keeps of a profile that is masked.
    pub(crate) fn to_journal(&self) -> footbridge_journal::Profile {
        let blocker = if self.blocker_note.is_empty() { self.blocker.clone() } else { format!("{}: {}", self.blocker, self.blocker_note) };
        footbridge_journal::Profile {
            blocker,
            background: self.background.clone(),
            background_note: self.background_note.clone(),
            minutes_by_weekday: self.minutes,
            start: self.start,
            region: self.region.clone(),
            targets: self.targets.clone(),
            target_date: self.target_date,
        }
    }

    /// What can be told of a person from the journal alone, when `footbridge.toml` cannot be read.
    pub(crate) fn from_journal(kept: &footbridge_journal::Profile, days_off: &BTreeSet<Date>) -> Self {
        let (blocker, blocker_note) = kept.blocker.split_once(": ").unwrap_or((&kept.blocker, ""));
        Self {
            name: String::new(),
            blocker: blocker.to_owned(),
            blocker_note: blocker_note.to_owned(),
            background: kept.background.clone(),
            background_note: kept.background_note.clone(),
            minutes: kept.minutes_by_weekday,
            start: kept.start,
            region: kept.region.clone(),
            targets: kept.targets.clone(),
            target_date: kept.target_date,
            days_off: days_off.clone(),
            companies: Vec::new(),
        }
    }
}

impl App {
    /// What onboarding can be answered with.
    pub fn onboarding(&self) -> OnboardingChoices {
        let choices = |list: &[(&str, &str, &str)]| {
            let choice = |(id, label, note): &(&str, &str, &str)| ChoiceView {
                id: (*id).to_owned(),
                label: (*label).to_owned(),
                note: (*note).to_owned(),
            };
            list.iter().map(choice).collect()
        };
        OnboardingChoices {
            blockers: choices(&BLOCKERS),
            backgrounds: choices(&BACKGROUNDS),
            regions: choices(&REGIONS),
            targets: TARGETS.iter().map(|target| (*target).to_owned()).collect(),
            proposal: ProfileView {
                name: String::new(),
                blocker: BLOCKERS[0].0.to_owned(),
                blocker_note: String::new(),
                background: BACKGROUNDS[0].0.to_owned(),
                background_note: String::new(),
                minutes: [45, 45, 45, 45, 0, 90, 90],
                start: self.today().to_string(),
                region: REGIONS[0].0.to_owned(),
                targets: vec![TARGETS[0].to_owned()],
                target_date: None,
                companies: Vec::new(),
                days_off: Vec::new(),
            },
        }
    }
}

fn label_of(choices: &[(&str, &str, &str)], id: &str) -> String {
    choices.iter().find(|choice| choice.0 == id).map_or_else(|| id.to_owned(), |choice| choice.1.to_owned())
}

fn trimmed(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

/// Years a plan can be about. A plan walks day by day from its start, so another one is refused as the typing mistake it is.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2199;

pub(crate) fn date(text: &str) -> Result<Date, Trouble> {
    let help = "Write it as year-month-day, for example 2027-01-12.";
    let date: Date = text
        .trim()
        .parse()
        .map_err(|error: jiff::Error| Trouble::asked(format!("`{text}` is no day of the calendar.")).help(help).because(error))?;
    if YEARS.contains(&date.year()) {
        return Ok(date);
    }
    Err(Trouble::asked(format!("`{text}` is too far away for a plan: years from {} to {} are known.", YEARS.start(), YEARS.end()))
        .help(help))
}

/// A day of a form; today when it is left empty.
pub(crate) fn day_or_today(text: &str, today: Date) -> Result<Date, Trouble> {
    if text.trim().is_empty() { Ok(today) } else { date(text) }
}

/// A day on which something was done: today when it is left empty, and never one that is still to come.
pub(crate) fn day_so_far(text: &str, today: Date) -> Result<Date, Trouble> {
    let day = day_or_today(text, today)?;
    if day > today {
        return Err(Trouble::asked("That day has not come yet.").help("Record it on the day it is done."));
    }
    Ok(day)
}
