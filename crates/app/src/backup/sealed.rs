//! Bytes under a passphrase, in the format of age (<https://age-encryption.org/v1>), so that other programs open them too.

use crate::{Fault, Trouble};
use age::scrypt::{Identity, Recipient};
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor};
use std::io::{Read, Write};

/// scrypt makes a guess cost 2^17 steps and 128 MB, the least that OWASP's Password Storage Cheat Sheet asks for.
pub(super) const WORK: u8 = 17;

/// A file that asks for more is not opened: 2^20 steps already take four seconds and a gigabyte.
const MOST_WORK: u8 = 20;

/// What opens a backup. It is never shown, not even in an error.
#[derive(Debug, Clone)]
pub struct Passphrase(SecretString);

impl Passphrase {
    /// As it was typed.
    pub fn new(typed: String) -> Self {
        Self(SecretString::from(typed))
    }

    pub(super) fn characters(&self) -> usize {
        use age::secrecy::ExposeSecret;
        self.0.expose_secret().chars().count()
    }
}

pub(super) fn seal(plain: &[u8], passphrase: &Passphrase, work: u8) -> Result<Vec<u8>, Trouble> {
    let mut recipient = Recipient::new(passphrase.0.clone());
    recipient.set_work_factor(work);
    let recipient: &dyn age::Recipient = &recipient;
    let encryptor = Encryptor::with_recipients(std::iter::once(recipient)).expect("one passphrase is a sound set of recipients");
    let mut sealed = Vec::with_capacity(plain.len() + plain.len() / 1_000 + 1_000);
    let written = encryptor.wrap_output(&mut sealed).and_then(|mut writer| {
        writer.write_all(plain)?;
        writer.finish()
    });
    written.map_err(|error| Trouble::new(Fault::Ours, "The backup could not be encrypted.").because(error))?;
    Ok(sealed)
}

/// Everything that was sealed, at most `most` bytes of it. Nothing is given back unless all of it is whole.
pub(super) fn open(sealed: &[u8], passphrase: &Passphrase, most: usize) -> Result<Vec<u8>, Trouble> {
    let decryptor = Decryptor::new_buffered(sealed).map_err(|error| no_backup().because(error))?;
    let mut identity = Identity::new(passphrase.0.clone());
    identity.set_max_work_factor(MOST_WORK);
    let identity: &dyn age::Identity = &identity;
    let reader = decryptor.decrypt(std::iter::once(identity)).map_err(refused)?;
    let mut plain = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    reader.take(limit).read_to_end(&mut plain).map_err(|error| damaged().because(error))?;
    if plain.len() > most { Err(super::too_large()) } else { Ok(plain) }
}

/// The file is something else, or was cut short or changed.
pub(super) fn damaged() -> Trouble {
    Trouble::asked("The backup is cut short or was changed, so nothing was restored.").help("Take another copy of it, or an older backup.")
}

fn no_backup() -> Trouble {
    Trouble::asked("This file is no backup, or its beginning is missing.").help("`footbridge private backup` makes one.")
}

fn refused(error: DecryptError) -> Trouble {
    let trouble = match &error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => Trouble::asked("This passphrase does not open the backup.")
            .help("Look at capitals, spaces and the keyboard's language, then try again."),
        DecryptError::NoMatchingKeys => {
            Trouble::asked("This file is encrypted for a key and not with a passphrase, so it is no backup of Footbridge's.")
        }
        DecryptError::ExcessiveWork { .. } => Trouble::asked("This file takes more work to open than any backup of Footbridge's."),
        DecryptError::UnknownFormat => no_backup(),
        _ => damaged(),
    };
    trouble.because(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(opened: Result<Vec<u8>, Trouble>) -> String {
        opened.expect_err("it does not open").message
    }

    #[test]
    fn only_the_passphrase_opens_what_is_whole() {
        let passphrase = Passphrase::new("correct horse battery".to_owned());
        let plain: Vec<u8> = (0..200_000_u32).flat_map(u32::to_le_bytes).collect();
        let sealed = seal(&plain, &passphrase, 10).expect("it can be sealed");
        assert!(sealed.starts_with(b"age-encryption.org/v1\n"));
        assert!(!sealed.windows(64).any(|window| plain.starts_with(window)), "nothing of it can be read");
        assert_eq!(open(&sealed, &passphrase, plain.len()).expect("it opens"), plain);
        assert_eq!(said(open(&sealed, &passphrase, plain.len() - 1)), super::super::too_large().message);
        let wrong = Passphrase::new("Correct horse battery".to_owned());
        let refused = open(&sealed, &wrong, plain.len()).expect_err("it does not open");
        assert_eq!(refused.message, "This passphrase does not open the backup.");
        assert!(!format!("{refused:?} {wrong:?}").contains("horse"));
        // A whole number of its pieces of 64 KiB, and one that is not.
        for length in [sealed.len() - 1, sealed.len() - 65_552, sealed.len() / 2] {
            assert_eq!(said(open(&sealed[..length], &passphrase, plain.len())), damaged().message, "{length}");
        }
        let stated = sealed.windows(4).position(|window| window == b" 10\n").expect("the header states the work");
        let mut costly = sealed.clone();
        costly[stated + 1..stated + 3].copy_from_slice(b"21");
        assert!(said(open(&costly, &passphrase, plain.len())).contains("more work"), "it is refused before the work is done");
        let mut changed = sealed.clone();
        changed[sealed.len() / 2] ^= 1;
        assert_eq!(said(open(&changed, &passphrase, plain.len())), damaged().message);
        for none in [&b""[..], b"PK\x03\x04", &sealed[..40]] {
            assert_eq!(said(open(none, &passphrase, 10)), no_backup().message);
        }
    }
}
