//! `portfolio.toml`: what the owner says about themselves on the site. A plain file, edited by hand or by the form of the screen; without it the site stands all the same.

use crate::{App, Trouble};
use footbridge_portfolio::{ContactLink, Theme, is_language_tag};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// Name of the file in the learner's folder.
pub(crate) const FILE: &str = "portfolio.toml";

/// What stands in the file alone: no field of the form is called so.
pub(crate) const OTHER_SETTINGS: &str = "other";

/// What a new file begins with.
pub(crate) const TEMPLATE: &str = "# What your portfolio says about you. Nothing here is needed, and nothing of private/ belongs here.\n\
    # headline = \"Technical product manager for developer tools\"\n\
    # about = \"Two or three sentences: what you built or ran, for whom, and what you want to work on.\"\n\
    # address = \"https://name.example/portfolio/\"      # where the site will stand: feeds and previews need it\n\
    # language = \"pt-BR\"                               # of your texts, when it is not English\n\
    # theme = \"workbench\"                              # or \"paper\"\n\
    # featured = [\"prd-api-feature\"]                   # up to three ids for the top; otherwise we choose\n\
    # hidden = [\"weekly-teardown\"]                     # ids that are not shown, whatever their text says\n\
    # reviews = true                                   # show your own scores, and those of others without names\n\
    # [[link]]\n# label = \"LinkedIn\"\n# address = \"https://www.linkedin.com/in/…\"\n";

/// The file, typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    #[serde(default)]
    pub(crate) headline: String,
    #[serde(default)]
    pub(crate) about: String,
    #[serde(default, deserialize_with = "unless_empty")]
    pub(crate) address: Option<String>,
    #[serde(default)]
    theme: ThemeToml,
    #[serde(default)]
    pub(crate) featured: Vec<String>,
    /// What is not shown, whatever its text says.
    #[serde(default)]
    pub(crate) hidden: Vec<String>,
    /// Language of the owner's texts, as in `pt-BR`; empty when it is English.
    #[serde(default, deserialize_with = "language_tag")]
    pub(crate) language: String,
    /// Scores of the rubric are shown: the owner's own, and those of others without names.
    #[serde(default)]
    pub(crate) reviews: bool,
    #[serde(default, rename = "link")]
    links: Vec<LinkToml>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ThemeToml {
    #[default]
    Workbench,
    Paper,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct LinkToml {
    label: String,
    address: String,
}

/// What was emptied says nothing.
fn unless_empty<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(Some(String::deserialize(from)?).filter(|text| !text.trim().is_empty()))
}

fn language_tag<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let tag = String::deserialize(from)?;
    if is_language_tag(&tag) { Ok(tag) } else { Err(D::Error::custom(format!("`{tag}` is no language; write it as `de` or `pt-BR`"))) }
}

impl Settings {
    pub(crate) fn theme(&self) -> Theme {
        match self.theme {
            ThemeToml::Workbench => Theme::Workbench,
            ThemeToml::Paper => Theme::Paper,
        }
    }

    /// As the file names it.
    pub(crate) fn theme_name(&self) -> &'static str {
        match self.theme {
            ThemeToml::Workbench => "workbench",
            ThemeToml::Paper => "paper",
        }
    }

    pub(crate) fn links(&self) -> Vec<ContactLink> {
        self.links.iter().map(|link| ContactLink { label: link.label.clone(), address: link.address.clone() }).collect()
    }
}

impl App {
    /// The owner's words, or a sentence about what is wrong in their file.
    pub(crate) fn portfolio_settings(&self) -> Result<Settings, Trouble> {
        let Some(text) = self.text(FILE)? else { return Ok(Settings::default()) };
        toml::from_str(&text).map_err(|error| {
            let finding = footbridge_content::toml_finding(FILE, &error, 0);
            Trouble::asked(format!("`{FILE}` cannot be read: {}", finding.message)).findings(vec![finding])
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Settings, TEMPLATE};

    #[test]
    fn the_template_says_nothing_until_it_is_filled_in() {
        assert_eq!(toml::from_str::<Settings>(TEMPLATE).expect("the template can be read"), Settings::default());
    }

    #[test]
    fn a_strange_key_is_refused() {
        assert!(toml::from_str::<Settings>("headlin = \"x\"").is_err());
        assert!(toml::from_str::<Settings>("theme = \"dark\"").is_err());
    }
}
