use super::applications::UnreadableView;
use super::people::PathToView;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Companies aimed at, and how much is known of them. Private.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CompaniesView {
    /// The answer: "7 of 20 companies researched".
    pub answer: String,
    /// What makes a company count.
    pub counts: String,
    /// Companies to research.
    pub goal: u32,
    /// Companies whose card is filled.
    pub researched: u32,
    /// The folder the cards stand in, from the learner's folder.
    pub file: String,
    /// Those the learner named first, then those with a card, those applied to, and those of the Guide.
    pub companies: Vec<CompanyLineView>,
    /// Cards that cannot be read. They are left as they are.
    pub unreadable: Vec<UnreadableView>,
}

/// A company in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CompanyLineView {
    /// Id, for addresses: a short hash of the name. Whoever guesses the name can tell that it is the right one.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Why it stands here: "you aim at it", "you applied", the group the Guide puts it in, or several; empty for a card alone.
    pub from: String,
    /// `researched`, `begun`, `no card`.
    pub state: String,
    /// Parts of the card that are not filled.
    pub missing: Vec<String>,
    /// Names of those who are known there; in a list that was asked for them, weak paths too.
    pub people: Vec<String>,
}

/// One company.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CompanyView {
    /// In a list.
    pub line: CompanyLineView,
    /// Changes when the card does; a change carries it. Empty as long as there is no card.
    pub version: String,
    /// The card.
    pub parts: Vec<CardPartView>,
    /// Who is known there, the surest first, weak paths too.
    pub paths: Vec<PathToView>,
    /// How many of these are too weak to be shown unasked.
    pub weak_paths: u32,
    /// The file of the card, from the learner's folder.
    pub file: Option<String>,
}

/// A part of a card.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CardPartView {
    /// Name of its field in a change.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What belongs there.
    pub asks: String,
    /// What stands there.
    pub text: String,
}

/// A card as it is to be.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct CompanyBody {
    /// Name of the company.
    pub name: String,
    /// The version that was read; empty for a new card.
    #[serde(default)]
    pub version: String,
    /// What they sell.
    #[serde(default)]
    pub product: String,
    /// What their API does.
    #[serde(default)]
    pub api: String,
    /// Who uses it.
    #[serde(default)]
    pub users: String,
    /// What changed lately.
    #[serde(default)]
    pub changes: String,
    /// Who is known there, besides the contacts.
    #[serde(default)]
    pub people: String,
    /// Anything else.
    #[serde(default)]
    pub notes: String,
}
