//! A made-up bank: its head, its questions, and what it makes of broader ones.

use std::collections::BTreeMap;

use super::outline::{Bank, Home, Outline, capital};
use super::question::{Taken, fresh, line, list, question, string};
use super::random::Random;
use super::words::THINGS;

/// The file of a bank; the full ids and words of its questions are added to `lock`.
pub fn bank(
    outline: &Outline,
    bank: &Bank,
    random: &mut Random,
    taken: &mut Taken,
    lock: &mut BTreeMap<String, String>,
) -> String {
    let mut out = String::with_capacity(bank.questions.len() * 1_300);
    let about = bank.subject.replace('-', " ");
    let whom = match bank.home {
        Home::Everyone => "everyone".to_owned(),
        Home::Role(role) => outline.roles[role].title.to_lowercase(),
        Home::Industry(industry) => {
            format!("people in {}", outline.industries[industry].title.to_lowercase())
        }
        Home::Both(role, industry) => format!(
            "{} in {}",
            outline.roles[role].title.to_lowercase(),
            outline.industries[industry].title.to_lowercase()
        ),
    };
    let asked = if bank.you_ask { "to ask" } else { "for" };
    string(&mut out, "title", &capital(&format!("{about}: questions {asked} {whom}")));
    string(&mut out, "direction", if bank.you_ask { "you-ask" } else { "you-answer" });
    string(
        &mut out,
        "summary",
        &format!("What comes up about {about}, from the first call to the last round."),
    );
    string(&mut out, "owner", "Coaching team");
    line(&mut out, "sources = [\"https://notes.example.org/\"]");
    let hidden = hidden(outline, bank);
    if !hidden.is_empty() {
        list(&mut out, "hide", hidden);
    }
    line(&mut out, "\n[defaults]");
    let stages = if bank.you_ask { "[\"informational\"]" } else { "[\"first-round\", \"final-round\"]" };
    line(&mut out, &format!("stages = {stages}\nlevels = [\"internship\", \"entry\"]\nanswer = \"2m\""));
    line(&mut out, "difficulty = \"core\"\npriority = \"should\"");
    let (month, day) = (1 + random.below(9), 1 + random.below(28));
    line(&mut out, &format!("reviewed = 2026-{month:02}-{day:02}"));
    for id in &bank.questions {
        let text = question(&mut out, id, &bank.questions, bank.you_ask, random, taken);
        lock.insert(format!("{}/{id}", bank.id), text);
    }
    for name in adapted(outline, bank) {
        adapt(&mut out, &name, random, taken);
    }
    out
}

/// Which questions for everyone a bank of a role changes: the first two of one bank; the third it hides.
/// A role in an industry changes the fourth.
fn broader(outline: &Outline, bank: &Bank, places: std::ops::Range<usize>) -> Vec<String> {
    let general = outline.general();
    let role = match bank.home {
        Home::Role(role) | Home::Both(role, _) => role,
        Home::Everyone | Home::Industry(_) => return Vec::new(),
    };
    // Only the first bank of a role: a question is adapted once in a scope.
    let first = outline.banks.iter().find(|other| other.home == bank.home);
    let Some(from) = general.get(role % general.len().max(1)) else { return Vec::new() };
    if first.is_none_or(|first| first.id != bank.id) {
        return Vec::new();
    }
    from.questions
        .iter()
        .skip(places.start)
        .take(places.len())
        .map(|id| format!("{}/{id}", from.id))
        .collect()
}

fn adapted(outline: &Outline, bank: &Bank) -> Vec<String> {
    broader(outline, bank, if matches!(bank.home, Home::Both(..)) { 3..4 } else { 0..2 })
}

fn hidden(outline: &Outline, bank: &Bank) -> Vec<String> {
    if matches!(bank.home, Home::Both(..)) { Vec::new() } else { broader(outline, bank, 2..3) }
}

fn adapt(out: &mut String, name: &str, random: &mut Random, taken: &mut Taken) {
    line(out, "\n[[adapt]]");
    string(out, "question", name);
    string(out, "text", &fresh("behavioral", random, taken));
    list(out, "cover_add", vec![format!("How {} shows what you learned", random.pick(&THINGS))]);
    list(out, "follow_ups_add", vec![format!("What would you do with {} now?", random.pick(&THINGS))]);
}
