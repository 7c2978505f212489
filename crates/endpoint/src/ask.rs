use crate::address::Address;
use crate::answer::text_of;
use crate::{AskError, BadAddress, Key};
use serde_json::{Value, json};
use std::time::Duration;
use ureq::Agent;

/// What one question may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// From the first byte that is sent to the last that is read.
    pub whole: Duration,
    /// Largest reply that is read, in bytes.
    pub reply_bytes: u64,
}

impl Default for Limits {
    /// Five minutes, and four times the largest answer that is looked at.
    fn default() -> Self {
        Self { whole: Duration::from_secs(300), reply_bytes: 1 << 20 }
    }
}

/// Who speaks in a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Whoever asks.
    User,
    /// The model.
    Assistant,
}

/// One turn of a conversation.
#[derive(Debug, Clone, Copy)]
pub struct Message<'m> {
    /// Who speaks.
    pub role: Role,
    /// What they say.
    pub text: &'m str,
}

/// What the answer must look like.
#[derive(Debug, Clone, Copy)]
pub struct Schema<'s> {
    /// Letters, digits, `_` and `-`.
    pub name: &'s str,
    /// JSON Schema.
    pub schema: &'s Value,
}

/// A model at an address.
#[derive(Debug, Clone)]
pub struct Endpoint {
    address: Address,
    model: String,
    key: Option<Key>,
    limits: Limits,
    asks_for_schema: bool,
}

impl Endpoint {
    /// A model at a base address such as `https://api.example.com/v1`. Nothing is sent yet.
    pub fn new(base: &str, model: &str, key: Option<Key>, limits: Limits) -> Result<Self, BadAddress> {
        Ok(Self { address: Address::new(base)?, model: model.to_owned(), key, limits, asks_for_schema: true })
    }

    /// The same for a server that refuses a request with a `response_format`: only the text then says what the answer must look like.
    #[must_use]
    pub fn without_schema(self) -> Self {
        Self { asks_for_schema: false, ..self }
    }

    /// The whole address that conversations are sent to.
    pub fn address(&self) -> &str {
        &self.address.whole
    }

    /// Sends a conversation and waits for the text of the answer. Nothing is retried.
    pub fn ask(&self, conversation: &[Message<'_>], schema: Schema<'_>) -> Result<String, AskError> {
        let body = self.body(conversation, schema).to_string();
        let mut request = self.agent().post(&self.address.whole).header("content-type", "application/json");
        if let Some(key) = &self.key {
            request = request.header("authorization", key.header());
        }
        let mut reply = request.send(body).map_err(|error| self.broken(error))?;
        let status = reply.status().as_u16();
        if (300..400).contains(&status) {
            return Err(AskError::Redirected);
        }
        let read = reply.body_mut().with_config().limit(self.limits.reply_bytes).read_to_vec();
        text_of(status, &read.map_err(|error| self.broken(error))?, self.key.as_ref())
    }

    fn body(&self, conversation: &[Message<'_>], schema: Schema<'_>) -> Value {
        let turn = |message: &Message<'_>| {
            let role = match message.role {
                Role::User => "user",
                Role::Assistant => "assistant",
            };
            json!({ "role": role, "content": message.text })
        };
        let mut body = json!({
            "model": self.model,
            "messages": conversation.iter().map(turn).collect::<Vec<_>>(),
            "stream": false,
        });
        if self.asks_for_schema {
            let json_schema = json!({ "name": schema.name, "strict": true, "schema": schema.schema });
            body["response_format"] = json!({ "type": "json_schema", "json_schema": json_schema });
        }
        body
    }

    fn agent(&self) -> Agent {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .https_only(!self.address.is_this_machine)
            .timeout_global(Some(self.limits.whole))
            .user_agent(concat!("footbridge/", env!("CARGO_PKG_VERSION")));
        // What stays on this machine must not pass a proxy of the environment.
        let config = if self.address.is_this_machine { config.proxy(None) } else { config };
        config.build().new_agent()
    }

    fn broken(&self, error: ureq::Error) -> AskError {
        match error {
            ureq::Error::Timeout(_) => AskError::TooSlow { seconds: self.limits.whole.as_secs() },
            ureq::Error::BodyExceedsLimit(_) => AskError::TooLarge { kib: self.limits.reply_bytes / 1024 },
            other => AskError::Unreachable(Box::new(other)),
        }
    }
}
