//! A made-up site of any size, the same in every run: what benches and measurements build.
//!
//! In: a number of questions. Out: the files of a project that `greenroom check` has nothing to say about.
//! At 10,000 questions: about 200 banks, 40 roles, 20 industries and 200 guides.

mod bank;
mod body;
mod names;
mod outline;
mod pages;
mod question;
mod random;
mod tasks;
mod words;

use std::collections::BTreeMap;

use outline::Outline;
use random::Random;

/// The seed of every made-up site.
const SEED: u64 = 0x6772_6565_6e72_6f6f;

/// The files of a site of `questions` questions: paths and texts.
pub fn files(questions: usize) -> Vec<(String, String)> {
    let mut random = Random::new(SEED);
    let random = &mut random;
    let outline = Outline::new(questions, random);
    let mut taken = question::Taken::new();
    let mut lock = BTreeMap::new();
    let mut files = vec![("site.toml".to_owned(), tasks::site())];
    for place in &outline.roles {
        files.push((format!("content/roles/{}/role.md", place.id), pages::role(&outline, place, random)));
    }
    for place in &outline.industries {
        let path = format!("content/industries/{}/industry.md", place.id);
        files.push((path, pages::industry(&outline, place, random)));
    }
    for bank in &outline.banks {
        files.push((bank.path.clone(), bank::bank(&outline, bank, random, &mut taken, &mut lock)));
    }
    for at in 0..outline.guides {
        let path = format!("content/guides/{}.md", pages::guide_id(at));
        files.push((path, pages::guide(&outline, at, random)));
    }
    for (at, role) in outline.roles.iter().enumerate() {
        files.push((format!("content/kits/{}.toml", role.id), tasks::kit(&outline, at, random)));
    }
    for at in 0..4 + questions / 1_000 {
        files.push((format!("content/messages/request-{}.md", at + 1), tasks::message(at)));
        files.push((format!("content/checklists/list-{}.md", at + 1), tasks::checklist(at, random)));
    }
    files.push(("greenroom.lock".to_owned(), tasks::lock(&lock)));
    files
}
