//! Lines about recall: a card answered, parameters fitted.

use super::BadData;
use crate::act::{Recalled, Refitted};
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mock: Option<Cow<'a, str>>,
}

pub(super) fn read_recalled(data: &str) -> Result<Recalled, BadData> {
    let line: RecalledLine<'_> = serde_json::from_str(data)?;
    match line.level {
        1..=4 => Ok(Recalled {
            card: line.card.into_owned(),
            level: line.level,
            right: line.right,
            seconds: line.seconds,
            mock: line.mock.map(Cow::into_owned),
        }),
        other => Err(BadData::Level(other)),
    }
}

pub(super) fn recalled_line(recalled: &Recalled) -> RecalledLine<'_> {
    RecalledLine {
        card: recalled.card.as_str().into(),
        level: recalled.level,
        right: recalled.right,
        seconds: recalled.seconds,
        mock: recalled.mock.as_deref().map(Cow::from),
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct RefittedLine<'a> {
    recalls: u32,
    predicted: u32,
    published_loss_e4: u32,
    own_loss_e4: u32,
    error_e4: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parameters_e4: Option<Cow<'a, [i32]>>,
}

pub(super) fn read_refitted(data: &str) -> Result<Refitted, BadData> {
    let line: RefittedLine<'_> = serde_json::from_str(data)?;
    let whole = |read: Cow<'_, [i32]>| <[i32; 21]>::try_from(read.as_ref()).map_err(|_| BadData::Parameters(read.len()));
    Ok(Refitted {
        recalls: line.recalls,
        predicted: line.predicted,
        published_loss: line.published_loss_e4,
        own_loss: line.own_loss_e4,
        error: line.error_e4,
        parameters: line.parameters_e4.map(whole).transpose()?,
    })
}

pub(super) fn refitted_line(refitted: &Refitted) -> RefittedLine<'_> {
    RefittedLine {
        recalls: refitted.recalls,
        predicted: refitted.predicted,
        published_loss_e4: refitted.published_loss,
        own_loss_e4: refitted.own_loss,
        error_e4: refitted.error,
        parameters_e4: refitted.parameters.as_ref().map(|parameters| parameters.as_slice().into()),
    }
}
