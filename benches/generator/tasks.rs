//! The rest of a made-up site: its settings, kits, messages, checklists and lock file.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::outline::{Home, Outline, capital};
use super::question::{line, string};
use super::random::Random;
use super::words::THINGS;

/// `site.toml`.
pub fn site() -> String {
    "title = \"Lakeside Interview Prep\"\ntagline = \"Made-up content for measurements\"\nlanguage = \"en\"\n\
     base_url = \"https://prep.lakeside.example.edu/\"\ntheme = \"default\"\ncountry = \"US\"\n\n\
     [office]\nname = \"Lakeside Career Center\"\nemail = \"careers@lakeside.example.edu\"\n\n\
     [brand]\naccent = \"#0f5c57\"\n\n\
     # The dates of made-up content never change, so the day of the measurement must not matter.\n\
     [checks]\nstale = \"allow\"\n"
        .to_owned()
}

/// The kit of a role: five questions by name, and a draw.
pub fn kit(outline: &Outline, role: usize, random: &mut Random) -> String {
    let mut out = String::new();
    string(&mut out, "title", &format!("{}: first round", outline.roles[role].title));
    string(&mut out, "for", "Students with an interview in the next two weeks");
    line(
        &mut out,
        "minutes = 30\nintro = \"One answer at a time, then a minute of comments.\"\nreviewed = 2026-08-18",
    );
    line(&mut out, "\n[print]\nnote_lines = 4\nanswers = false");
    let own = outline.banks.iter().filter(|bank| bank.home == Home::Role(role) && !bank.you_ask);
    for bank in outline.general().into_iter().take(3).chain(own.take(2)) {
        let ids: Vec<&str> = bank.questions.iter().map(String::as_str).collect();
        let _ = writeln!(out, "\n[[pick]]\nquestion = \"{}/{}\"", bank.id, random.pick(&ids));
    }
    let general = outline.general();
    let from = general[role % general.len()];
    let _ = writeln!(out, "\n[[pick]]\nbank = \"{}\"\ncount = 1", from.id);
    out
}

/// A message.
pub fn message(at: usize) -> String {
    let thing = THINGS[at % THINGS.len()];
    let mut out = String::from("+++\n");
    string(&mut out, "title", &format!("First request about {thing}, {}", at + 1));
    string(&mut out, "summary", "For someone you have never met.");
    line(&mut out, "channel = \"email\"\npurpose = \"request\"\nrelationship = \"alum\"");
    string(&mut out, "subject", "[School] student with a question");
    line(
        &mut out,
        "reviewed = 2026-08-20\n\n[[field]]\nname = \"current work\"\nhelp = \"What they do now.\"",
    );
    line(&mut out, "example = \"planning for a clinic\"\nrequired = true\n+++\n");
    let _ = writeln!(
        out,
        "Dear [Name],\n\nI found your name in the [School] directory and read about {thing} you presented. \
         Your [current work] is what I would like to understand. Would you have 20 minutes in the next few weeks \
         to tell me how you came to it?\n\nIf this is not a good time, I understand. Thank you for reading.\n\n[Your name]"
    );
    out
}

/// A checklist.
pub fn checklist(at: usize, random: &mut Random) -> String {
    let mut out = String::from("+++\n");
    string(&mut out, "title", &format!("Before the meeting, list {}", at + 1));
    string(&mut out, "summary", "From the evening before to the door.");
    line(&mut out, "when = \"before\"\nreviewed = 2026-09-28\n+++\n");
    for thing in random.some(&THINGS, 9) {
        let _ = writeln!(out, "- [ ] {} is in the folder", capital(thing));
    }
    out
}

/// `greenroom.lock`.
pub fn lock(questions: &BTreeMap<String, String>) -> String {
    let mut out = String::from(
        "version = 1

[questions]
",
    );
    for (name, text) in questions {
        let _ = writeln!(out, "\"{name}\" = \"{text}\"");
    }
    out
}
