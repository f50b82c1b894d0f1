//! A made-up question as TOML, with guidance as full as a careful author writes it.

use std::collections::HashSet;
use std::fmt::Write;

use super::body;
use super::names::{NAMES, STUDIES, TRADES};
use super::random::Random;
use super::words::{DID, GIVEN, HANDLE, HANDLING, NOT, NOW, THEN, THINGS, TROUBLE, WANT};

/// What kinds there are when the student answers; behavioral ones are the most common.
const KINDS: [&str; 8] = [
    "behavioral",
    "behavioral",
    "behavioral",
    "situational",
    "situational",
    "technical",
    "motivation",
    "background",
];

const COMPETENCIES: [&str; 12] = [
    "career-development",
    "communication",
    "critical-thinking",
    "equity-inclusion",
    "leadership",
    "professionalism",
    "teamwork",
    "technology",
    "problem-solving",
    "adaptability",
    "customer-focus",
    "integrity",
];

const TOPICS: [&str; 10] = [
    "career-path",
    "day-to-day",
    "skills",
    "getting-in",
    "education",
    "culture",
    "challenges",
    "rewards",
    "trends",
    "advice",
];

/// Wordings that are taken: no page may show the same question twice.
pub type Taken = HashSet<String>;

/// Writes one question of a bank and gives its words; `others` are the ids of the bank's questions.
pub fn question(
    out: &mut String,
    id: &str,
    others: &[String],
    you_ask: bool,
    random: &mut Random,
    taken: &mut Taken,
) -> String {
    let kind = if you_ask { random.pick(&["open", "open", "rapport"]) } else { random.pick(&KINDS) };
    let text = fresh(kind, random, taken);
    line(out, "\n[[question]]");
    string(out, "id", id);
    string(out, "text", &text);
    string(out, "kind", kind);
    if random.once_in(3) {
        list(out, "also_asked_as", vec![fresh(kind, random, taken)]);
    }
    if random.once_in(4) {
        string(out, "priority", random.pick(&["must", "must", "nice"]));
    }
    if random.once_in(3) {
        string(out, "difficulty", random.pick(&["warm-up", "stretch"]));
    }
    if you_ask {
        string(out, "topic", random.pick(&TOPICS));
    } else {
        let count = 1 + random.below(2);
        let competencies = random.some(&COMPETENCIES, count);
        list(out, "competencies", competencies.into_iter().map(str::to_owned).collect());
    }
    string(out, "why", &format!("They want to see {}, not {}.", random.pick(&WANT), random.pick(&NOT)));
    body::body(out, random);
    guidance(out, you_ask, random);
    if kind == "behavioral" {
        prompts(out, random);
    }
    if random.once_in(4) {
        list(out, "hints", (0..2).map(|_| hint(random)).collect());
    }
    if random.once_in(4) {
        list(out, "related", random.some(&refs(others, id), 2).into_iter().map(str::to_owned).collect());
    }
    if random.once_in(4) {
        let number = 1 + random.below(900);
        line(
            out,
            &format!(
                "sources = [{{ title = \"Field notes, part {number}\", url = \"https://notes.example.org/{number}\" }}]"
            ),
        );
    }
    if !you_ask && random.once_in(4) {
        sample(out, random);
    }
    text
}

fn refs<'o>(others: &'o [String], id: &str) -> Vec<&'o str> {
    others.iter().map(String::as_str).filter(|other| *other != id).collect()
}

/// A wording that no other question has.
pub fn fresh(kind: &str, random: &mut Random, taken: &mut Taken) -> String {
    loop {
        let text = wording(kind, random);
        if taken.insert(text.to_lowercase()) {
            return text;
        }
    }
}

fn wording(kind: &str, random: &mut Random) -> String {
    let thing = random.pick(&THINGS);
    match kind {
        "behavioral" => {
            let opening = random.pick(&[
                "Tell me about a time you",
                "Describe a time when you",
                "Give me an example of when you",
            ]);
            format!("{opening} {} {thing} {}.", random.pick(&DID), random.pick(&THEN))
        }
        "situational" => {
            let opening = random.pick(&["Suppose", "Imagine that", "Let us say"]);
            let ending =
                random.pick(&["What would you do first?", "Whom would you tell?", "How would you begin?"]);
            format!("{opening} {thing} {} {}. {ending}", random.pick(&TROUBLE), random.pick(&NOW))
        }
        "technical" => {
            let opening = random.pick(&["How do you", "How would you", "Which steps would help you"]);
            format!("{opening} {} {thing} {}?", random.pick(&HANDLE), random.pick(&GIVEN))
        }
        "motivation" => {
            let trade = random.pick(&TRADES);
            format!(
                "As a {trade}, what would draw you to {} {thing} {}?",
                random.pick(&HANDLING),
                random.pick(&GIVEN)
            )
        }
        "background" => {
            let study = random.pick(&STUDIES);
            format!(
                "Which part of your {study} prepared you for {} {thing} {}?",
                random.pick(&HANDLING),
                random.pick(&GIVEN)
            )
        }
        _ => match random.below(4) {
            0 => format!(
                "What surprised you most about {} {thing} {}?",
                random.pick(&HANDLING),
                random.pick(&THEN).replace("you", "people")
            ),
            1 => format!("How did you learn to {} {thing} {}?", random.pick(&HANDLE), random.pick(&GIVEN)),
            2 => format!(
                "Which mistakes do newcomers make when {} {thing} {}?",
                random.pick(&HANDLING),
                random.pick(&GIVEN)
            ),
            _ => format!(
                "What happens in your team when {thing} {} {}?",
                random.pick(&TROUBLE),
                random.pick(&NOW).replace("your", "the")
            ),
        },
    }
}

fn guidance(out: &mut String, you_ask: bool, random: &mut Random) {
    let (good, bad) = if you_ask { ("listen_for", "watch_for") } else { ("cover", "avoid") };
    let points = 3 + random.below(3);
    list(out, good, (0..points).map(|at| point(at, you_ask, random)).collect());
    let slips = 2 + random.below(2);
    list(out, bad, (0..slips).map(|at| slip(at, you_ask, random)).collect());
    let more = 1 + random.below(3);
    list(out, "follow_ups", (0..more).map(|at| follow_up(at, random)).collect());
}

/// Something a good answer covers, or something to listen for.
fn point(at: usize, you_ask: bool, random: &mut Random) -> String {
    let (thing, want) = (random.pick(&THINGS), random.pick(&WANT));
    let emphasis = if random.once_in(8) { "*before*" } else { "before" };
    match (you_ask, at) {
        (false, 0) => format!("What {thing} was for, in one sentence"),
        (false, 1) => format!("Whom you asked {emphasis} you began, and why that person"),
        (false, 2) => format!("The step you are proud of: it shows {want}"),
        (false, 3) => {
            format!("What changed {}, with one number", random.pick(&THEN).replace("you", "people"))
        }
        (false, _) => format!("What you do now with {thing} that you did not do then"),
        (true, 0) => format!("A real day with {thing}, hour by hour"),
        (true, 1) => format!("Names of people and tools that come up {emphasis} you ask"),
        (true, 2) => format!("A pause: it often tells {want}"),
        (true, 3) => format!("What they would repeat {}", random.pick(&THEN).replace("you", "they")),
        (true, _) => format!("Who else knows about {thing}"),
    }
}

fn slip(at: usize, you_ask: bool, random: &mut Random) -> String {
    let not = random.pick(&NOT);
    match (you_ask, at) {
        (false, 0) => format!("Offering {not} in place of an example"),
        (false, 1) => format!(
            "Saying *we* when it was you who {}",
            random.pick(&["decided", "wrote it", "was late", "noticed"])
        ),
        (false, _) => format!("Ending with {not}"),
        (true, 0) => format!("Only {not}: ask for last week"),
        (true, 1) => "Names of clients: let them leave those out".to_owned(),
        (true, _) => format!("A turn to {not}: thank them and move on"),
    }
}

fn follow_up(at: usize, random: &mut Random) -> String {
    match at {
        0 => format!(
            "What would {} have said about it?",
            random.pick(&["your teammate", "a customer", "your teacher", "the next shift"])
        ),
        1 => format!("How would you handle {} {} today?", random.pick(&THINGS), random.pick(&NOW)),
        _ => format!("Which part of it would you do again {}?", random.pick(&GIVEN)),
    }
}

fn prompts(out: &mut String, random: &mut Random) {
    let thing = random.pick(&THINGS).trim_start_matches("a ");
    string(out, "prompts.situation", &format!("Where were you, and what was the {thing} for?"));
    string(out, "prompts.task", "What was yours to do, and by when?");
    string(
        out,
        "prompts.action",
        &format!(
            "What did you do {}? Say I, not we.",
            random.pick(&["first", "next", "on your own", "that others did not"])
        ),
    );
    string(out, "prompts.result", "What came of it, and how do you know?");
    if random.once_in(2) {
        string(out, "prompts.learning", &format!("What do you do differently with the next {thing}?"));
    }
}

fn hint(random: &mut Random) -> String {
    format!("Choose a story about {} that shows {}.", random.pick(&THINGS), random.pick(&WANT))
}

fn sample(out: &mut String, random: &mut Random) {
    let thing = random.pick(&THINGS);
    let (one, other) = (random.pick(&NAMES), random.pick(&NAMES));
    let bare = thing.trim_start_matches("a ");
    let then = random.pick(&THEN).replace("your", "my").replace("you were", "I was").replace("you", "I");
    line(out, "\n[[question.sample]]");
    string(out, "label", &super::outline::capital(bare));
    string(out, "level", random.pick(&["internship", "entry"]));
    let _ = write!(
        out,
        "text = \"\"\"\nIn my second year I looked after {thing} for a small office, {then}. {one} needed it by Thursday, and on Tuesday I saw that it did not add up.\n\nI told {one} at once, before I had an answer. Then I went through it line by line with {other}, who had made the version before mine. We found the cause in {}: two people had changed it on the same day. I corrected it, wrote down what I had done, and asked {other} to check a few lines that I had not touched.\n\nIt was ready on Wednesday evening. Since then I keep **one dated copy** of every {bare}, and I ask who else works on it before I start.\n\"\"\"\n",
        random.pick(&THINGS)
    );
}

/// Appends a line.
pub fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

/// Appends `key = "value"`; the words of this generator need no escapes.
pub fn string(out: &mut String, key: &str, value: &str) {
    let _ = writeln!(out, "{key} = \"{value}\"");
}

/// Appends a list of texts, one a line when they are long.
pub fn list(out: &mut String, key: &str, values: Vec<String>) {
    if values.iter().map(String::len).sum::<usize>() < 60 {
        let quoted: Vec<String> = values.iter().map(|value| format!("\"{value}\"")).collect();
        let _ = writeln!(out, "{key} = [{}]", quoted.join(", "));
        return;
    }
    let _ = writeln!(out, "{key} = [");
    for value in values {
        let _ = writeln!(out, "  \"{value}\",");
    }
    line(out, "]");
}
