//! What a new file needs to know: from options, else asked for on a terminal.
//!
//! In: what the options say, and a person if there is one. Out: checked values, or everything that is
//! missing and wrong at once. Writes no file and knows nothing of what the values are for.

use std::io::{BufRead, Write};

use crate::cli::unknown::unknown;
use crate::report::escape::visible;

/// A person at a terminal: questions go out, answers come in.
pub struct Talk<'t> {
    /// Where answers come from, a line each.
    pub input: &'t mut dyn BufRead,
    /// Where questions go.
    pub output: &'t mut dyn Write,
}

/// Something that is asked for.
#[derive(Clone, Debug)]
pub struct Field<'f> {
    /// The option that gives it: `--title`.
    pub option: &'static str,
    /// The question a person is asked.
    pub question: &'f str,
    /// What the option could say, for the example command.
    pub example: &'f str,
    /// The words to choose from, shown with the question; none when the answer is free.
    pub choices: &'f [String],
    /// What a bare Enter means.
    pub default: Option<String>,
}

impl<'f> Field<'f> {
    /// A free text.
    pub fn text(option: &'static str, question: &'f str, example: &'f str) -> Field<'f> {
        Field { option, question, example, choices: &[], default: None }
    }

    /// A word of a list.
    pub fn word(option: &'static str, question: &'f str, choices: &'f [String]) -> Field<'f> {
        let example = choices.first().map_or("…", String::as_str);
        Field { option, question, example, choices, default: None }
    }

    /// With an answer that a bare Enter gives.
    pub fn or(self, default: impl Into<String>) -> Field<'f> {
        Field { default: Some(default.into()), ..self }
    }
}

/// Why there are no values to go on with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stop {
    /// The person ended the conversation.
    Ended,
    /// What is missing and wrong, a line each.
    Told(Vec<String>),
}

/// Collects the values of one command.
pub struct Form<'t> {
    command: &'static str,
    talk: Option<Talk<'t>>,
    ended: bool,
    missing: Vec<&'static str>,
    wrong: Vec<String>,
    example: Vec<String>,
}

/// How many choices a question shows.
const SHOWN: usize = 24;

/// The longest line that is taken; every text of one line that the checks allow is shorter.
const LONGEST: usize = 1_000;

impl<'t> Form<'t> {
    /// A form for `command`: `greenroom new role`. Without a person nothing is asked.
    pub fn new(command: &'static str, talk: Option<Talk<'t>>) -> Form<'t> {
        Form { command, talk, ended: false, missing: vec![], wrong: vec![], example: vec![] }
    }

    /// A value that must be there: given, or asked for. `check` may tidy it or say what is wrong with it.
    pub fn needed(
        &mut self,
        field: &Field<'_>,
        given: Option<&str>,
        check: &dyn Fn(&str) -> Result<String, String>,
    ) -> Option<String> {
        let fits = |answer: &str| one_line(answer).and_then(|answer| check(&answer));
        let given = given.map(fits);
        let shown = given.as_ref().and_then(|given| given.as_deref().ok()).unwrap_or(field.example);
        self.example.push(format!("{} {}", field.option, shell(shown)));
        match given {
            Some(Ok(value)) => return Some(value),
            Some(Err(why)) if self.talk.is_none() => self.wrong.push(format!("`{}`: {why}", field.option)),
            Some(Err(why)) => self.tell(&format!("  {why}")),
            None if self.talk.is_none() => self.missing.push(field.option),
            None => {}
        }
        self.ask(field, &fits)
    }

    /// A value that has a default: nobody must give it, but a person is shown it.
    pub fn offered(
        &mut self,
        field: &Field<'_>,
        given: Option<&str>,
        check: &dyn Fn(&str) -> Result<String, String>,
    ) -> Option<String> {
        if given.is_none() && self.talk.is_none() && field.default.is_some() {
            return field.default.clone();
        }
        self.needed(field, given, check)
    }

    /// A value nobody is asked for; when it is given, it is checked.
    pub fn optional(
        &mut self,
        option: &'static str,
        given: Option<&str>,
        check: &dyn Fn(&str) -> Result<String, String>,
    ) -> Option<String> {
        match one_line(given?).and_then(|value| check(&value)) {
            Ok(value) => return Some(value),
            Err(why) => self.wrong.push(format!("`{option}`: {why}")),
        }
        None
    }

    /// Values nobody is asked for; each that is given is checked.
    pub fn list(
        &mut self,
        option: &'static str,
        given: &[String],
        check: &dyn Fn(&str) -> Result<String, String>,
    ) -> Vec<String> {
        let values: Vec<String> =
            given.iter().filter_map(|given| self.optional(option, Some(given), check)).collect();
        let mut once: Vec<String> = Vec::with_capacity(values.len());
        for value in values {
            if !once.contains(&value) {
                once.push(value);
            }
        }
        once
    }

    /// Notes something that no answer can mend.
    pub fn refuse(&mut self, why: impl Into<String>) {
        self.wrong.push(why.into());
    }

    /// Whether there are values to go on with.
    ///
    /// # Errors
    ///
    /// All that is missing and wrong, or that the person left.
    pub fn done(self) -> Result<(), Stop> {
        if self.ended {
            return Err(Stop::Ended);
        }
        let mut lines = self.wrong;
        if !self.missing.is_empty() {
            let command = self.command.trim_start_matches("greenroom ");
            lines.push(format!("`{command}` needs {} too", options(&self.missing)));
            lines.push(format!("for example: {} {}", self.command, self.example.join(" ")));
        }
        if lines.is_empty() { Ok(()) } else { Err(Stop::Told(lines)) }
    }

    fn ask(&mut self, field: &Field<'_>, fits: &dyn Fn(&str) -> Result<String, String>) -> Option<String> {
        let question = asked(field);
        while !self.ended {
            let talk = self.talk.as_mut()?;
            let _ = write!(talk.output, "{question} ").and_then(|()| talk.output.flush());
            let mut line = String::new();
            // An end of input is the person's way to leave; so is a line that is no text.
            if !matches!(talk.input.read_line(&mut line), Ok(read) if read > 0) {
                self.ended = true;
                break;
            }
            let answer = match (line.trim(), &field.default) {
                ("", Some(default)) => default.clone(),
                (answer, _) => answer.to_owned(),
            };
            match fits(&answer) {
                Ok(value) => return Some(value),
                Err(why) => self.tell(&format!("  {why}")),
            }
        }
        None
    }

    fn tell(&mut self, line: &str) {
        if let Some(talk) = &mut self.talk {
            let _ = writeln!(talk.output, "{line}");
        }
    }
}

/// The question with its choices and what Enter means.
fn asked(field: &Field<'_>) -> String {
    let mut question = field.question.to_owned();
    let shown: Vec<&str> = field.choices.iter().take(SHOWN).map(String::as_str).collect();
    if !shown.is_empty() {
        let more = if field.choices.len() > SHOWN { ", …" } else { "" };
        question.push_str(&format!(" ({}{more})", shown.join(", ")));
    }
    if let Some(default) = &field.default {
        question.push_str(&format!(" [{default}]"));
    }
    question
}

/// One line of text without characters that act.
fn one_line(answer: &str) -> Result<String, String> {
    let answer = answer.trim();
    if answer.is_empty() {
        return Err("write something; Ctrl-C ends without writing anything".into());
    }
    if answer.chars().count() > LONGEST {
        return Err(format!("at most {LONGEST} characters fit"));
    }
    match visible(answer) {
        same if same == answer => Ok(answer.to_owned()),
        shown => Err(format!("write one line of plain text; this has characters nobody sees: `{shown}`")),
    }
}

/// A check that takes everything.
pub fn anything(answer: &str) -> Result<String, String> {
    Ok(answer.to_owned())
}

/// A check that takes the words of a list; others get the nearest.
pub fn one_of<'w>(what: &'w str, words: &'w [String]) -> impl Fn(&str) -> Result<String, String> + 'w {
    move |answer| {
        if words.iter().any(|word| word == answer) {
            return Ok(answer.to_owned());
        }
        Err(unknown(what, answer, words.iter().map(String::as_str)))
    }
}

/// `--a`, `--b` and `--c`.
fn options(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// A word as a shell reads it, safe to print.
pub fn shell(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ':');
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", visible(word).replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    /// What a person who types `input` is asked, and what becomes of it.
    fn talk(input: &str, given: Option<&str>) -> (Option<String>, String, Result<(), Stop>) {
        let (mut input, mut output) = (input.as_bytes(), Vec::new());
        let kinds = words(&["open", "closing"]);
        let mut form =
            Form::new("greenroom new question", Some(Talk { input: &mut input, output: &mut output }));
        let field = Field::word("--kind", "What kind is it?", &kinds).or("open");
        let value = form.needed(&field, given, &one_of("kind", &kinds));
        let done = form.done();
        (value, String::from_utf8(output).unwrap(), done)
    }

    #[test]
    fn a_person_is_asked_until_the_answer_fits() {
        let (value, said, done) = talk("clsing\nclosing\n", None);
        assert_eq!(value.as_deref(), Some("closing"));
        assert_eq!(done, Ok(()));
        assert_eq!(
            said,
            "What kind is it? (open, closing) [open]   there is no kind `clsing`; did you mean `closing`?\n\
             What kind is it? (open, closing) [open] "
        );
        assert_eq!(talk("\n", None).0.as_deref(), Some("open"), "Enter takes the default");
        assert_eq!(talk("open\n", Some("opn")).0.as_deref(), Some("open"), "a wrong option is asked for");
        assert_eq!(talk("", Some("closing")).1, "", "what is given is not asked for");
    }

    #[test]
    fn an_end_of_input_ends_everything() {
        let (value, _, done) = talk("", None);
        assert_eq!((value, done), (None, Err(Stop::Ended)));
        assert_eq!(talk("wrong\n", None).2, Err(Stop::Ended));
    }

    #[test]
    fn without_a_person_all_that_is_missing_is_told_at_once() {
        let channels = words(&["email", "phone"]);
        let mut form = Form::new("greenroom new message", None);
        form.needed(&Field::text("--title", "", "Thank you"), None, &anything);
        form.needed(&Field::word("--channel", "", &channels), Some("fax"), &one_of("channel", &channels));
        form.needed(&Field::text("--purpose", "", "request"), None, &anything);
        let told = vec![
            "`--channel`: there is no channel `fax`; write `email` or `phone`".to_owned(),
            "`new message` needs `--title` and `--purpose` too".to_owned(),
            "for example: greenroom new message --title 'Thank you' --channel email --purpose request"
                .to_owned(),
        ];
        assert_eq!(form.done(), Err(Stop::Told(told)));
    }

    #[test]
    fn what_acts_on_a_terminal_is_no_answer() {
        let mut form = Form::new("greenroom new role", None);
        assert_eq!(form.optional("--title", Some("a\u{1b}[2J"), &anything), None);
        assert!(matches!(form.done(), Err(Stop::Told(lines)) if !lines[0].contains('\u{1b}')));
    }
}
