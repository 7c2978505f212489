/// Why there is no answer. `said` is what the endpoint wrote about it, on one line and without the key; it may be empty.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// Nobody answered, or the connection broke.
    #[error("the endpoint could not be reached, or the connection broke")]
    Unreachable(#[source] Box<ureq::Error>),
    /// The time for one question ran out.
    #[error("the endpoint did not finish its answer within {seconds} seconds")]
    TooSlow {
        /// The time it had.
        seconds: u64,
    },
    /// More than any answer has.
    #[error("the endpoint sent more than {kib} KiB, which no answer has")]
    TooLarge {
        /// The largest that is read.
        kib: u64,
    },
    /// It pointed elsewhere. Nothing was sent there.
    #[error("the endpoint sends requests on to another address; that is not followed, because the key and the prompt would go along")]
    Redirected,
    /// HTTP 401 or 403.
    #[error("the endpoint does not take the key (HTTP {status}){}", after(said))]
    KeyRefused {
        /// Of the reply.
        status: u16,
        /// What the endpoint wrote.
        said: String,
    },
    /// HTTP 429.
    #[error("the endpoint takes no more questions for now, or the account has no credit left (HTTP 429){}", after(said))]
    TooMany {
        /// What the endpoint wrote.
        said: String,
    },
    /// HTTP 5xx.
    #[error("the endpoint failed (HTTP {status}){}", after(said))]
    Failed {
        /// Of the reply.
        status: u16,
        /// What the endpoint wrote.
        said: String,
    },
    /// Every other status but 2xx.
    #[error("the endpoint refuses the question (HTTP {status}){}", after(said))]
    Refused {
        /// Of the reply.
        status: u16,
        /// What the endpoint wrote.
        said: String,
    },
    /// A success that is no completion of a chat.
    #[error("what the endpoint sent is no answer of a chat model{}", after(said))]
    NoCompletion {
        /// What the endpoint wrote.
        said: String,
    },
    /// The model will not.
    #[error("the model declines to answer{}", after(said))]
    Declined {
        /// What the model wrote.
        said: String,
    },
    /// The model ran out of tokens.
    #[error("the answer was cut short at the model's own limit")]
    CutShort,
}

fn after(said: &str) -> String {
    if said.is_empty() { String::new() } else { format!(": “{said}”") }
}
