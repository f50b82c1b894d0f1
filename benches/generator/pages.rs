//! Made-up pages of prose: roles, industries and guides, with links between them.

use std::fmt::Write;

use super::names::{NAMES, STUDIES};
use super::outline::{Outline, Place, capital};
use super::question::{line, list, string};
use super::random::Random;
use super::words::{GIVEN, HANDLING, NOT, THEN, THINGS, TROUBLE, WANT};

/// `role.md`.
pub fn role(outline: &Outline, place: &Place, random: &mut Random) -> String {
    let mut out = String::from("+++\n");
    string(&mut out, "title", &place.title);
    list(&mut out, "also_called", vec![format!("{} (all levels)", place.title), "Newcomer".to_owned()]);
    if let Some(parent) = place.parent {
        string(&mut out, "family", &outline.roles[parent].id);
    }
    let within = place.within.iter().map(|at| outline.industries[*at].id.clone()).collect();
    list(&mut out, "industries", within);
    string(
        &mut out,
        "summary",
        &format!("Spends most days {} {}.", random.pick(&HANDLING), random.pick(&THINGS)),
    );
    line(&mut out, "competencies = [\"communication\", \"teamwork\", \"integrity\"]");
    line(&mut out, "majors = [\"Any field\"]\ntalk_to = [\"recent-alum\", \"person-in-role\"]");
    line(&mut out, "stages = [\"screen\", \"first-round\", \"final-round\"]");
    line(&mut out, "reviewed = 2026-08-20\nsources = [\"https://notes.example.org/roles\"]\n+++\n");
    line(&mut out, "## The work\n");
    paragraph(&mut out, random);
    line(&mut out, "\n## A day\n");
    day(&mut out, random);
    line(&mut out, "\n## How hiring goes\n");
    paragraph(&mut out, random);
    if let Some(industry) = place.within.first() {
        let id = &outline.industries[*industry].id;
        let _ = writeln!(out, "\nMost work in [this industry](../../industries/{id}/industry.md).");
    }
    out
}

/// `industry.md`.
pub fn industry(outline: &Outline, place: &Place, random: &mut Random) -> String {
    let mut out = String::from("+++\n");
    string(&mut out, "title", &place.title);
    if let Some(parent) = place.parent {
        string(&mut out, "parent", &outline.industries[parent].id);
    }
    string(
        &mut out,
        "summary",
        &format!("Work that begins with {} and ends with {}.", random.pick(&THINGS), random.pick(&THINGS)),
    );
    line(&mut out, "employers = [\"Small firms\", \"Cities and counties\", \"Cooperatives\"]");
    line(&mut out, "reviewed = 2026-08-20\nsources = [\"https://notes.example.org/industries\"]");
    for thing in random.some(&THINGS, 6) {
        let term = capital(thing.trim_start_matches("a "));
        let _ =
            writeln!(out, "\n[[jargon]]\nterm = \"{term}\"\nmeaning = \"It tells {}.\"", random.pick(&WANT));
    }
    let _ = writeln!(
        out,
        "\n[[trend]]\ntext = \"More work is done {}.\"\nas_of = 2026-07-01\n+++\n",
        random.pick(&THEN).replace("you", "people")
    );
    line(&mut out, "## How it works\n");
    paragraph(&mut out, random);
    line(&mut out, "\n## Who works there\n");
    paragraph(&mut out, random);
    out
}

const PHASES: [&str; 8] =
    ["understand", "find", "reach-out", "prepare", "meet", "follow-up", "stories", "day-of"];

/// A guide, number `at`; it links to a role, a bank, a question and the guide before it.
pub fn guide(outline: &Outline, at: usize, random: &mut Random) -> String {
    let mut out = String::from("+++\n");
    let role = &outline.roles[at % outline.roles.len()];
    let bank = &outline.banks[random.below(outline.banks.len())];
    let question = random.pick(&bank.questions.iter().map(String::as_str).collect::<Vec<_>>()).to_owned();
    string(&mut out, "title", &guide_title(at));
    string(
        &mut out,
        "summary",
        &format!("An hour of work that shows {}, {}.", random.pick(&WANT), random.pick(&GIVEN)),
    );
    string(&mut out, "phase", PHASES[at % PHASES.len()]);
    line(&mut out, "audience = [\"Students who begin\"]");
    // One guide in four is about a role, so that a role has about one.
    if at.is_multiple_of(4) {
        list(&mut out, "roles", vec![outline.roles[(at / 4) % outline.roles.len()].id.clone()]);
    }
    let _ = writeln!(out, "order = {}\nreviewed = 2026-08-18\n+++\n", 10 + at);
    paragraph(&mut out, random);
    for heading in ["Before you start", "What to write down", "When it goes wrong", "What to leave alone"] {
        let _ = writeln!(out, "\n## {heading}\n");
        paragraph(&mut out, random);
        match random.below(4) {
            0 => {
                line(&mut out, "");
                day(&mut out, random);
            }
            1 => steps(&mut out, random),
            _ => {}
        }
    }
    let path = bank.path.trim_start_matches("content/");
    let _ = writeln!(
        out,
        "\nSee [the page of this role](../roles/{}/role.md#a-day) and [this question](../{path}#{question}).",
        role.id
    );
    if at > 0 {
        let _ = writeln!(out, "Read [{}]({}.md) first.", guide_title(at - 1), guide_id(at - 1));
    }
    let _ = writeln!(out, "\n{{{{ question \"{}/{question}\" }}}}\n", bank.id);
    line(&mut out, "> [!TIP]\n> Say it aloud once. Then stop.");
    out
}

/// The stem of a guide's file.
pub fn guide_id(at: usize) -> String {
    guide_title(at).to_lowercase().replace(' ', "-")
}

fn guide_title(at: usize) -> String {
    let thing = THINGS[at % THINGS.len()];
    let (study, round) = (STUDIES[(at / THINGS.len()) % STUDIES.len()], at / THINGS.len() / STUDIES.len());
    let end = if round > 0 { format!(" part {}", round + 1) } else { String::new() };
    format!("From {study} to {thing}{end}")
}

fn paragraph(out: &mut String, random: &mut Random) {
    for _ in 0..2 {
        let _ = write!(
            out,
            "Start with {} {}. People notice {}, and few care about {}. If it {}, say so *early* and ask {} for help. ",
            random.pick(&THINGS),
            random.pick(&THEN).replace("your", "the").replace("you", "people"),
            random.pick(&WANT),
            random.pick(&NOT),
            random.pick(&TROUBLE),
            random.pick(&NAMES),
        );
    }
    let _ = writeln!(out, "It takes an hour the first time, and **ten minutes** later.");
}

fn day(out: &mut String, random: &mut Random) {
    line(out, "| Time | What happens |\n|---|---|");
    for hour in ["8:00", "10:00", "1:00", "4:00"] {
        let _ = writeln!(out, "| {hour} | {} {} |", capital(random.pick(&HANDLING)), random.pick(&THINGS));
    }
}

fn steps(out: &mut String, random: &mut Random) {
    line(out, "");
    for (at, thing) in random.some(&THINGS, 4).into_iter().enumerate() {
        let _ = writeln!(out, "{}. Put {thing} where you see it", at + 1);
    }
}
