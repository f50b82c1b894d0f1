//! A cursor over TOML that knows where keys, values and comments end.
//!
//! Made for text that parses: it needs to know no more than quotes, brackets and line ends. Always moves
//! forward, whatever the text.

use toml_edit::Key as Decoded;

use super::cut::Key;

/// A place in a text.
#[derive(Debug)]
pub(super) struct Scan<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scan<'t> {
    pub fn new(text: &'t str) -> Scan<'t> {
        Scan { text, at: 0 }
    }

    pub fn at(&self) -> usize {
        self.at
    }

    pub fn is_done(&self) -> bool {
        self.at >= self.text.len()
    }

    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// Goes on while `fits`, and gives what it passed.
    fn run(&mut self, fits: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|c| !fits(c)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// Passes a character if it is there.
    pub fn skip(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    pub fn spaces(&mut self) {
        self.run(|c| matches!(c, ' ' | '\t'));
    }

    /// Passes a line end, or whatever stands in its place.
    pub fn newline(&mut self) {
        self.skip('\r');
        self.skip('\n');
    }

    /// A comment up to its line end, without spaces at its end.
    pub fn comment(&mut self) -> &'t str {
        self.run(|c| c != '\n').trim_end()
    }

    /// The comment behind a value or header, and the line end.
    pub fn rest_of_line(&mut self) -> Option<&'t str> {
        self.spaces();
        let comment = (self.peek() == Some('#')).then(|| self.comment());
        self.run(|c| c != '\n');
        self.newline();
        comment
    }

    /// A dotted name up to `end`, which is not passed.
    pub fn path(&mut self, end: char) -> Vec<Key<'t>> {
        let mut path = Vec::new();
        loop {
            self.spaces();
            let start = self.at;
            if matches!(self.peek(), Some('"' | '\'')) {
                self.string();
            } else {
                self.run(|c| c != end && !matches!(c, '.' | '=' | ' ' | '\t' | '\n' | '\r'));
            }
            let raw = &self.text[start..self.at];
            path.push(Key { raw, name: decoded(raw) });
            self.spaces();
            if !self.skip('.') {
                return path;
            }
        }
    }

    /// A value as it is written.
    pub fn value(&mut self) -> &'t str {
        let start = self.at;
        match self.peek() {
            Some('"' | '\'') => self.string(),
            Some('[' | '{') => self.group(),
            _ => drop(self.run(|c| !matches!(c, ',' | ']' | '}' | '#' | '\n'))),
        }
        self.text[start..self.at].trim_end()
    }

    /// From an opening bracket to the one that closes it.
    fn group(&mut self) {
        let mut depth = 0_usize;
        while let Some(c) = self.peek() {
            match c {
                '"' | '\'' => {
                    self.string();
                    continue;
                }
                '#' => {
                    self.comment();
                    continue;
                }
                '[' | '{' => depth += 1,
                ']' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.skip(c);
            if depth == 0 {
                return;
            }
        }
    }

    /// A string of any of the four kinds, quotes included.
    fn string(&mut self) {
        let Some(quote) = self.peek() else { return };
        let three = [quote; 3].iter().collect::<String>();
        let long = self.rest().starts_with(&three);
        self.at += if long { 3 } else { 1 };
        while let Some(c) = self.peek() {
            if long && self.rest().starts_with(&three) {
                self.at += 3;
                // Two quotes may stand before the three that close.
                let _ = self.skip(quote) && self.skip(quote);
                return;
            }
            self.skip(c);
            match c {
                '\\' if quote == '"' => drop(self.peek().map(|escaped| self.skip(escaped))),
                '\n' if !long => return,
                c if c == quote && !long => return,
                _ => {}
            }
        }
    }
}

/// What a part of a name means.
fn decoded(raw: &str) -> String {
    if !raw.starts_with(['"', '\'']) {
        return raw.to_owned();
    }
    match Decoded::parse(raw).as_deref() {
        Ok([key]) => key.get().to_owned(),
        _ => raw.to_owned(),
    }
}
