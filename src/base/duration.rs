//! Lengths of time as authors write them: `"30s"`, `"2m"`, `"2 min"`, `"1m 30s"` or a number of seconds.

use std::fmt;

/// A length of time in whole seconds, up to a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Seconds(pub u32);

impl Seconds {
    /// The longest duration that makes sense here: one day.
    pub const MAX: u32 = 86_400;

    /// Reads an author's duration; `None` when it is not one.
    pub fn parse(text: &str) -> Option<Seconds> {
        let mut rest = text.trim();
        let mut total = 0_u32;
        if rest.is_empty() {
            return None;
        }
        while !rest.is_empty() {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let (number, tail) = rest.split_at(digits);
            let tail = tail.trim_start_matches([' ', '\u{a0}']);
            let letters = tail.bytes().take_while(u8::is_ascii_alphabetic).count();
            let (unit, tail) = tail.split_at(letters);
            let factor = match unit.to_ascii_lowercase().as_str() {
                "s" | "sec" | "secs" | "second" | "seconds" => 1,
                "m" | "min" | "mins" | "minute" | "minutes" => 60,
                "h" | "hr" | "hour" | "hours" => 3_600,
                _ => return None,
            };
            total = number.parse::<u32>().ok()?.checked_mul(factor)?.checked_add(total)?;
            rest = tail.trim_start_matches([' ', '\u{a0}', ',']);
        }
        (total <= Seconds::MAX).then_some(Seconds(total))
    }
}

impl fmt::Display for Seconds {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 60, self.0 % 60) {
            (0, seconds) => write!(out, "{seconds} s"),
            (minutes, 0) => write!(out, "{minutes} min"),
            (minutes, seconds) => write!(out, "{minutes} min {seconds} s"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_the_manual() {
        for (text, seconds) in [("30s", 30), ("2m", 120), ("2 min", 120), ("1m 30s", 90), ("1 hour", 3600)] {
            assert_eq!(Seconds::parse(text), Some(Seconds(seconds)), "{text}");
        }
        for text in ["", "2", "m", "2 weeks", "99999999999m", "-1m", "2 days"] {
            assert_eq!(Seconds::parse(text), None, "{text}");
        }
    }
}
