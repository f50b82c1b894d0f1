//! Content hashes: what decides whether a file changed, and the suffix of asset names.
//!
//! BLAKE3 (<https://github.com/BLAKE3-team/BLAKE3-specs>), cut to 128 bits.

use std::hash::{Hash, Hasher};

/// A 128-bit hash of some bytes; equal bytes, equal hash, on every machine.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ContentHash([u8; 16]);

impl ContentHash {
    /// The hash of `bytes`.
    pub fn of(bytes: &[u8]) -> ContentHash {
        let whole = blake3::hash(bytes);
        let mut short = [0; 16];
        short.copy_from_slice(&whole.as_bytes()[..16]);
        ContentHash(short)
    }

    /// The hash of a value: of what its own `Hash` writes. The same in every run of one program only.
    pub fn of_value(value: &impl Hash) -> ContentHash {
        let mut written = Written(Vec::with_capacity(1 << 14));
        value.hash(&mut written);
        ContentHash::of(&written.0)
    }

    /// The hash of several hashes in order.
    pub fn of_all(parts: impl IntoIterator<Item = ContentHash>) -> ContentHash {
        let bytes: Vec<u8> = parts.into_iter().flat_map(|part| part.0).collect();
        ContentHash::of(&bytes)
    }

    /// 32 hexadecimal digits.
    pub fn hex(self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The hash that `hex` wrote, if it did.
    pub fn from_hex(text: &str) -> Option<ContentHash> {
        if text.len() != 32 || !text.is_ascii() {
            return None;
        }
        let mut bytes = [0; 16];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).ok()?;
        }
        Some(ContentHash(bytes))
    }

    /// Ten hexadecimal digits for file names: enough that two versions of one asset never meet.
    pub fn short(self) -> String {
        self.hex()[..10].to_owned()
    }

    /// The first 64 bits.
    pub fn prefix(self) -> u64 {
        let mut first = [0; 8];
        first.copy_from_slice(&self.0[..8]);
        u64::from_be_bytes(first)
    }
}

/// Everything a value writes when it is hashed: hashed at once, as long runs are hashed fastest.
struct Written(Vec<u8>);

impl Hasher for Written {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        ContentHash::of(&self.0).prefix()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_reads_back() {
        let hash = ContentHash::of(b"greenroom");
        assert_eq!(ContentHash::from_hex(&hash.hex()), Some(hash));
        assert_eq!(ContentHash::from_hex("zz"), None);
    }
}
