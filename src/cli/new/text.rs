//! The text of a new file, line by line: keys with values, and hints for the keys an author wants next.

use crate::base::Date;
use crate::syntax::toml::quoted;

/// A file as it is written.
#[derive(Default, Debug)]
pub struct Lines(String);

impl Lines {
    /// A file that starts with a front matter.
    pub fn front() -> Lines {
        Lines("+++\n".to_owned())
    }

    /// A line as it is.
    pub fn line(&mut self, line: &str) -> &mut Lines {
        self.0.push_str(line);
        self.0.push('\n');
        self
    }

    /// `key = "value"`.
    pub fn key(&mut self, key: &str, value: &str) -> &mut Lines {
        self.line(&format!("{key} = {}", quoted(value)))
    }

    /// `key = ["one", "two"]`; nothing when there are none.
    pub fn list(&mut self, key: &str, values: &[String]) -> &mut Lines {
        if values.is_empty() {
            return self;
        }
        let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
        self.line(&format!("{key} = [{}]", values.join(", ")))
    }

    /// The key with its value, else a line that shows what could stand there.
    pub fn key_or(&mut self, key: &str, value: Option<&str>, hint: &str) -> &mut Lines {
        match value {
            Some(value) => self.key(key, value),
            None => self.line(&format!("# {key} = {hint}")),
        }
    }

    /// The list, else a line that shows what could stand there.
    pub fn list_or(&mut self, key: &str, values: &[String], hint: &str) -> &mut Lines {
        if values.is_empty() { self.line(&format!("# {key} = {hint}")) } else { self.list(key, values) }
    }

    /// `reviewed`, when it is known what day it is.
    pub fn reviewed(&mut self, today: Option<Date>) -> &mut Lines {
        match today {
            Some(today) => self.line(&format!("reviewed = {today}")),
            None => self,
        }
    }

    /// The whole text.
    pub fn text(&self) -> String {
        self.0.clone()
    }
}
