use std::fmt;
use std::sync::{Mutex, PoisonError};
use subtle::ConstantTimeEq;

/// 256 random bits in hexadecimal, compared in constant time and never printed by accident.
#[derive(Clone)]
pub(crate) struct Secret(String);

impl Secret {
    pub(crate) fn fresh() -> Result<Self, getrandom::Error> {
        let mut random = [0_u8; 32];
        getrandom::fill(&mut random)?;
        Ok(Self(random.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// Whether the candidate is this secret. Takes as long for a near miss as for a wild guess.
    pub(crate) fn is(&self, candidate: &str) -> bool {
        self.0.as_bytes().ct_eq(candidate.as_bytes()).into()
    }

    /// The secret itself, for a header, a cookie, a launch address or the token file.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

/// Launch codes that may be open at once: one for each window somebody is about to open.
const OPEN_CODES: usize = 8;

/// What lets a browser or a script in, for as long as this start of the server lives.
#[derive(Debug)]
pub(crate) struct Keys {
    token: Secret,
    codes: Mutex<Vec<Secret>>,
}

impl Keys {
    pub(crate) fn fresh() -> Result<Self, getrandom::Error> {
        Ok(Self { token: Secret::fresh()?, codes: Mutex::new(Vec::new()) })
    }

    /// What the cookie and the `Authorization` header carry.
    pub(crate) fn token(&self) -> &Secret {
        &self.token
    }

    /// A new code for a launch address. The oldest one that nobody used is forgotten when there are too many.
    pub(crate) fn issue_code(&self) -> Result<Secret, getrandom::Error> {
        let code = Secret::fresh()?;
        let mut codes = self.codes.lock().unwrap_or_else(PoisonError::into_inner);
        if codes.len() == OPEN_CODES {
            codes.remove(0);
        }
        codes.push(code.clone());
        Ok(code)
    }

    /// Whether the code opens the door. It does so once.
    pub(crate) fn redeem(&self, candidate: &str) -> bool {
        let mut codes = self.codes.lock().unwrap_or_else(PoisonError::into_inner);
        let found = codes.iter().position(|code| code.is(candidate));
        found.map(|at| codes.remove(at)).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::{Keys, OPEN_CODES, Secret};

    #[test]
    fn a_secret_has_256_bits_and_stays_out_of_debug_output() {
        let (one, other) = (Secret::fresh().expect("random numbers"), Secret::fresh().expect("random numbers"));
        assert_eq!(one.reveal().len(), 64);
        assert_ne!(one.reveal(), other.reveal());
        assert!(one.is(one.reveal()) && !one.is(other.reveal()) && !one.is("") && !one.is(&one.reveal()[..63]));
        assert_eq!(format!("{one:?}"), "Secret(…)");
    }

    #[test]
    fn a_code_opens_once() {
        let keys = Keys::fresh().expect("random numbers");
        let code = keys.issue_code().expect("random numbers");
        assert!(!keys.redeem("") && !keys.redeem(keys.token().reveal()));
        assert!(keys.redeem(code.reveal()));
        assert!(!keys.redeem(code.reveal()));
    }

    #[test]
    fn the_oldest_unused_code_is_forgotten() {
        let keys = Keys::fresh().expect("random numbers");
        let codes: Vec<Secret> = (0..=OPEN_CODES).map(|_| keys.issue_code().expect("random numbers")).collect();
        assert!(!keys.redeem(codes[0].reveal()));
        assert!(codes[1..].iter().all(|code| keys.redeem(code.reveal())));
    }
}
