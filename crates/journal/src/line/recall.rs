//! Lines about recall: a card answered.

use super::BadData;
use crate::act::Recalled;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

#[derive(Serialize, Deserialize)]
pub(super) struct RecalledLine<'a> {
    #[serde(borrow)]
    card: Cow<'a, str>,
    level: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    right: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seconds: Option<u32>,
}

pub(super) fn read_recalled(data: &str) -> Result<Recalled, BadData> {
    let line: RecalledLine<'_> = serde_json::from_str(data)?;
    match line.level {
        1..=4 => Ok(Recalled { card: line.card.into_owned(), level: line.level, right: line.right, seconds: line.seconds }),
        other => Err(BadData::Level(other)),
    }
}

pub(super) fn recalled_line(recalled: &Recalled) -> RecalledLine<'_> {
    RecalledLine { card: recalled.card.as_str().into(), level: recalled.level, right: recalled.right, seconds: recalled.seconds }
}
