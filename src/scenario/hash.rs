//! A scenario's text by its SHA-256, so that an attempt knows in which text it was had.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// The SHA-256 of a scenario's text, in 64 hexadecimal digits.
pub fn hash_of(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut all, byte| {
        // Writing to a string cannot fail.
        let _ = write!(all, "{byte:02x}");
        all
    })
}
