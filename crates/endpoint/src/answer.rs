//! What an endpoint sent, read without trust.

use crate::{AskError, Key};
use serde_json::Value;

/// Longest excerpt of what an endpoint wrote, in characters.
const EXCERPT: usize = 300;

/// Of a body, as much is looked at for an excerpt, in bytes.
const LOOKED_AT: usize = 8 * 1024;

/// The text of the answer in a reply, whatever its status.
pub(crate) fn text_of(status: u16, body: &[u8], key: Option<&Key>) -> Result<String, AskError> {
    let said = || said(body, key);
    match status {
        200..=299 => {}
        300..=399 => return Err(AskError::Redirected),
        401 | 403 => return Err(AskError::KeyRefused { status, said: said() }),
        429 => return Err(AskError::TooMany { said: said() }),
        500..=599 => return Err(AskError::Failed { status, said: said() }),
        _ => return Err(AskError::Refused { status, said: said() }),
    }
    let no_completion = || AskError::NoCompletion { said: said() };
    let completion: Value = serde_json::from_slice(body).map_err(|_| no_completion())?;
    let choice = completion.pointer("/choices/0").ok_or_else(no_completion)?;
    let part = |name: &str| choice.pointer(name).and_then(Value::as_str).filter(|text| !text.trim().is_empty());
    if let Some(refusal) = part("/message/refusal") {
        return Err(AskError::Declined { said: excerpt(refusal, key) });
    }
    match (part("/finish_reason"), part("/message/content")) {
        (Some("length"), _) => Err(AskError::CutShort),
        (Some("content_filter"), _) => Err(AskError::Declined { said: String::new() }),
        (_, Some(content)) => Ok(plain(content, key.filter(|key| key.is_long()))),
        (_, None) => Err(no_completion()),
    }
}

/// The message of an error in the usual form, else the beginning of whatever was sent.
fn said(body: &[u8], key: Option<&Key>) -> String {
    let message = serde_json::from_slice::<Value>(body).ok().and_then(|value| {
        let places = ["/error/message", "/error", "/message", "/detail"];
        places.iter().find_map(|place| value.pointer(place).and_then(Value::as_str).map(str::to_owned))
    });
    let beginning = || String::from_utf8_lossy(&body[..body.len().min(LOOKED_AT)]).into_owned();
    excerpt(&message.unwrap_or_else(beginning), key)
}

/// One line without the key. The key goes before the end does, so that no half of it is left at the cut.
fn excerpt(text: &str, key: Option<&Key>) -> String {
    let bounded: String = text.chars().take(LOOKED_AT).collect();
    let line = plain(&bounded, key).split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// Without the key, and without characters that would steer a terminal.
fn plain(text: &str, key: Option<&Key>) -> String {
    let printed: String = text.chars().filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')).collect();
    key.map_or_else(|| printed.clone(), |key| key.out_of(&printed))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "sk-0123456789abcdef";

    fn check(status: u16, body: &str) -> Result<String, String> {
        let key = Key::new(KEY).expect("a key");
        text_of(status, body.as_bytes(), Some(&key)).map_err(|error| error.to_string())
    }

    #[test]
    fn the_text_is_taken_out_of_a_completion() {
        let whole =
            r#"{"choices": [{"message": {"role": "assistant", "content": "{\"weeks\": []}\n\u001b[2J"}, "finish_reason": "stop"}]}"#;
        assert_eq!(check(200, whole), Ok("{\"weeks\": []}\n[2J".to_owned()));
        let named = r#"{"choices": [{"message": {"content": "sk-0123456789abcdef runs ollama"}}]}"#;
        assert_eq!(check(200, named), Ok("[key] runs ollama".to_owned()));
        let word = Key::new("ollama").expect("a key");
        assert_eq!(text_of(200, named.as_bytes(), Some(&word)).ok().as_deref(), Some("sk-0123456789abcdef runs ollama"));
    }

    #[test]
    fn whatever_else_is_sent_becomes_a_sentence() {
        let no_answer = "what the endpoint sent is no answer of a chat model";
        for (status, body, told) in [
            (200, "", no_answer.to_owned()),
            (200, "<p>Sign\n in</p>", format!("{no_answer}: “<p>Sign in</p>”")),
            (200, "{\"choices\": []}", format!("{no_answer}: “{{\"choices\": []}}”")),
            (
                200,
                r#"{"choices": [{"message": {"content": 5}}]}"#,
                format!("{no_answer}: “{}”", r#"{"choices": [{"message": {"content": 5}}]}"#),
            ),
            (
                200,
                r#"{"choices": [{"message": {"content": "{", "refusal": null}, "finish_reason": "length"}]}"#,
                "the answer was cut short at the model's own limit".to_owned(),
            ),
            (200, r#"{"choices": [{"message": {"content": null, "refusal": "No."}}]}"#, "the model declines to answer: “No.”".to_owned()),
            (404, r#"{"error": "no such model"}"#, "the endpoint refuses the question (HTTP 404): “no such model”".to_owned()),
            (503, "", "the endpoint failed (HTTP 503)".to_owned()),
            (
                401,
                r#"{"error": {"message": "Wrong key \u0073k-0123456789abcdef."}}"#,
                "the endpoint does not take the key (HTTP 401): “Wrong key [key].”".to_owned(),
            ),
        ] {
            assert_eq!(check(status, body), Err(told), "{body}");
        }
    }

    #[test]
    fn a_key_at_the_cut_leaves_nothing_behind() {
        for before in 280..=300 {
            let told = check(500, &format!("{} {KEY} {}", "a".repeat(before), "b".repeat(400))).expect_err("a failure");
            assert!(!told.contains("sk-"), "{told}");
        }
    }

    /// Damaged completions: an answer or a sentence, never a fall, and never the key.
    #[test]
    fn damaged_replies_are_read_without_falling() {
        let whole = format!(
            r#"{{"choices": [{{"message": {{"content": "ü {KEY}", "refusal": null}}, "finish_reason": "stop"}}], "error": {{"message": "{KEY}"}}}}"#
        );
        let key = Key::new(KEY).expect("a key");
        let mut seed = 7_u64;
        let mut next = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(seed >> 33).expect("31 bits") % below
        };
        for _ in 0..4_000 {
            let mut body = whole.clone().into_bytes();
            for _ in 0..=next(3) {
                let at = next(body.len());
                match next(3) {
                    0 => body[at] = u8::try_from(next(256)).expect("a byte"),
                    1 => body.truncate(at.max(1)),
                    _ => body.insert(at, b"\"{}[]:\\,"[next(8)]),
                }
            }
            for status in [200, 302, 401, 500] {
                let told = text_of(status, &body, Some(&key)).unwrap_or_else(|error| error.to_string());
                assert!(!told.contains(KEY), "{told}");
            }
        }
    }
}
