use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a piece was published.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct PublishedBody {
    /// The address on the web.
    pub address: String,
    /// The day; empty means today.
    #[serde(default)]
    pub on: String,
    /// The change that was proposed, for a contribution to somebody else's documents.
    #[serde(default)]
    pub diff: String,
}

/// An address to take back.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct PublishedBackBody {
    /// The address on the web.
    pub address: String,
}

/// One place where a piece is out.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PublishedView {
    /// The address on the web.
    pub address: String,
    /// The day.
    pub on: String,
    /// The text that was published is the text as it is now.
    pub of_this_text: bool,
    /// A change came with it.
    pub has_diff: bool,
    /// Whether it counts as a published piece, and what stands against it.
    pub says: String,
}
