//! The secret that only pages of this preview know: who has it may hear what changes.
//!
//! A page of another site can ask this machine for things, but cannot read what comes, and so never sees it.

use std::fmt;

use crate::base::ContentHash;

/// 128 random bits, made anew by each process.
#[derive(Clone)]
pub struct Token {
    text: String,
    hash: ContentHash,
}

impl Token {
    /// A token that nobody can guess; an error when the system has no randomness to give.
    pub fn new() -> std::io::Result<Token> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes)?;
        let text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Token { hash: ContentHash::of(text.as_bytes()), text })
    }

    /// Whether `text` is the token. Compares hashes: how long that takes tells nothing about the token.
    pub fn is(&self, text: &str) -> bool {
        ContentHash::of(text.as_bytes()) == self.hash
    }
}

impl fmt::Display for Token {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}
