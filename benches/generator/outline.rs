//! What a made-up site consists of: roles, industries and banks with the ids of their questions.
//!
//! Grows in step with the number of questions, but for one thing: the banks for everyone are twelve, whatever
//! the size. A page of a role shows what is asked of everyone and what is asked of that role, so if both grew,
//! pages would grow with the square of the site. Real sites grow by roles and industries, not by ever more
//! questions that everyone is asked.

use std::collections::BTreeSet;

use super::names::{REACHES, SECTORS, STANDINGS, SUBJECTS, TRADES};
use super::random::Random;
use super::words::{DID, THINGS};

/// Banks for everyone.
const GENERAL_BANKS: usize = 12;
/// The most questions a bank has.
const PER_BANK: usize = 50;

/// What a site consists of.
#[derive(Debug)]
pub struct Outline {
    /// Roles; the numbers are of industries they are found in.
    pub roles: Vec<Place>,
    /// Industries.
    pub industries: Vec<Place>,
    /// Banks.
    pub banks: Vec<Bank>,
    /// How many guides there are.
    pub guides: usize,
}

/// A role or an industry.
#[derive(Debug)]
pub struct Place {
    /// The name of its folder.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// A broader one.
    pub parent: Option<usize>,
    /// A role's industries.
    pub within: Vec<usize>,
}

/// Whose questions a bank holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Home {
    /// Everyone's.
    Everyone,
    /// Those of a role.
    Role(usize),
    /// Those of an industry.
    Industry(usize),
    /// Those of a role in an industry.
    Both(usize, usize),
}

/// A bank.
#[derive(Debug)]
pub struct Bank {
    /// Its id.
    pub id: String,
    /// Its file.
    pub path: String,
    /// What it is about.
    pub subject: &'static str,
    /// Whose it is.
    pub home: Home,
    /// Whether the student asks.
    pub you_ask: bool,
    /// The ids of its questions.
    pub questions: Vec<String>,
}

impl Outline {
    /// The outline of a site of `questions` questions.
    pub fn new(questions: usize, random: &mut Random) -> Outline {
        let industries = places(questions.div_ceil(500), &SECTORS, &REACHES);
        let mut roles = places(questions.div_ceil(250), &TRADES, &STANDINGS);
        for (at, role) in roles.iter_mut().enumerate() {
            let near = (0..1 + at % 2).map(|step| (at / 2 + step) % industries.len());
            role.within = near.collect::<BTreeSet<_>>().into_iter().collect();
        }
        let banks = banks(questions, &roles, &industries, random);
        Outline { roles, industries, banks, guides: questions.div_ceil(50) }
    }

    /// The banks for everyone in which the student answers.
    pub fn general(&self) -> Vec<&Bank> {
        self.banks.iter().filter(|bank| bank.home == Home::Everyone && !bank.you_ask).collect()
    }
}

/// Every eighth is the parent of the one behind it.
fn places(count: usize, cores: &[&str], before: &[&str]) -> Vec<Place> {
    let place = |at: usize| {
        let (core, turn) = (cores[at % cores.len()], at / cores.len());
        let round = turn / before.len();
        let number = if round > 0 { format!(" {}", round + 1) } else { String::new() };
        let title = format!("{} {core}{number}", before[turn % before.len()]);
        let title = title.trim();
        Place {
            id: title.replace(' ', "-"),
            title: capital(title),
            parent: (at % 8 == 1).then_some(at.wrapping_sub(1)),
            within: Vec::new(),
        }
    };
    (0..count).map(place).collect()
}

fn banks(questions: usize, roles: &[Place], industries: &[Place], random: &mut Random) -> Vec<Bank> {
    let general = questions.min(GENERAL_BANKS * PER_BANK * 2) / 2;
    let rest = questions - general;
    let own = roles.len() * 3 + industries.len();
    let extra = rest.div_ceil(PER_BANK).saturating_sub(own);
    let mut homes = vec![(Home::Everyone, false); GENERAL_BANKS];
    homes.iter_mut().skip(8).for_each(|(_, you_ask)| *you_ask = true);
    homes.extend((0..industries.len()).map(|at| (Home::Industry(at), true)));
    for at in 0..roles.len() {
        homes.extend([false, false, true].map(|you_ask| (Home::Role(at), you_ask)));
    }
    // What is left: a fourth bank for a role, or one for the role in its first industry, in turn.
    homes.extend((0..extra).map(|at| {
        let role = (at / 2) % roles.len();
        let home = if at % 2 == 0 { Home::Role(role) } else { Home::Both(role, roles[role].within[0]) };
        (home, false)
    }));
    let mut taken = BTreeSet::new();
    let others = homes.len() - GENERAL_BANKS;
    let bank = |(at, (home, you_ask)): (usize, (Home, bool))| {
        let (share, of, nth) = match home {
            Home::Everyone => (general, GENERAL_BANKS, at),
            _ => (rest, others, at - GENERAL_BANKS),
        };
        // Shares that differ by one at most, and add up.
        let count = share * (nth + 1) / of - share * nth / of;
        let subject = SUBJECTS[at % SUBJECTS.len()];
        let (path, id) = place_of(home, subject, roles, industries, &mut taken);
        Bank { id, path, subject, home, you_ask, questions: ids(count, random) }
    };
    let mut banks: Vec<Bank> = homes.into_iter().enumerate().map(bank).collect();
    banks.retain(|bank| !bank.questions.is_empty());
    banks
}

/// A file that is not taken, and the id of its bank.
fn place_of(
    home: Home,
    subject: &str,
    roles: &[Place],
    industries: &[Place],
    taken: &mut BTreeSet<String>,
) -> (String, String) {
    let (folder, name, before) = match home {
        Home::Everyone => ("content/banks".to_owned(), subject.to_owned(), String::new()),
        Home::Role(at) => {
            (format!("content/roles/{}", roles[at].id), subject.to_owned(), format!("{}-", roles[at].id))
        }
        Home::Industry(at) => {
            let id = &industries[at].id;
            (format!("content/industries/{id}"), subject.to_owned(), format!("{id}-"))
        }
        Home::Both(role, industry) => (
            format!("content/roles/{}", roles[role].id),
            format!("in-{}", industries[industry].id),
            format!("{}-", roles[role].id),
        ),
    };
    let numbered = |number: usize| if number == 1 { name.clone() } else { format!("{name}-{number}") };
    let fresh = (1..).map(numbered).find(|name| taken.insert(format!("{folder}/{name}.toml")));
    let name = fresh.unwrap_or(name);
    (format!("{folder}/{name}.toml"), format!("{before}{name}"))
}

/// `count` different ids for the questions of one bank.
fn ids(count: usize, random: &mut Random) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut ids = Vec::with_capacity(count);
    while ids.len() < count {
        let thing = random.pick(&THINGS).trim_start_matches("a ").replace(' ', "-");
        let verb = random.pick(&DID).rsplit(' ').find(|word| word.len() > 4).unwrap_or("kept");
        let id = format!("{thing}-{verb}");
        if taken.insert(id.clone()) {
            ids.push(id);
        }
    }
    ids
}

/// With a capital at the start.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
