//! Parsed files to a library: the steps of linking, in order.
//!
//! Cannot fail: a name that leads nowhere is a diagnostic, and what it stood for is left out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::site::{Site, levels};
use super::vocabulary::Vocabulary;
use super::{
    Bank, BankIx, Checklist, ChecklistIx, Guide, GuideIx, Incomplete, IndustryIx, Kit, KitIx, Library,
    Message, MessageIx, Options, PageRef, Questions, RoleIx, compose, diags, kits, places, questions,
};
use crate::base::{ContentHash, Slug, SourcePath};
use crate::diag::Diagnostic;
use crate::source::{BankHome, Kind};
use crate::syntax::{File, Said, records};

/// A record of one kind with its id.
#[derive(Debug)]
pub(super) struct Found<'f, I, T> {
    pub id: I,
    pub file: &'f File,
    pub said: &'f Arc<T>,
}

/// Links files, sorted by path, into a library.
///
/// At the paths `unread` stands what nothing is known of. What follows from the shape alone is taken from the `last`
/// library when its shape is the same.
pub fn link(
    files: &[File],
    unread: &[&SourcePath],
    options: Options,
    last: Option<&Library>,
) -> (Library, Vec<Diagnostic>) {
    let shapes: Vec<_> = files.iter().map(|file| (file.id, file.parsed.shape)).collect();
    let shape = ContentHash::of_value(&(&options, shapes, unread));
    let mut problems = Vec::new();
    let problems = &mut problems;
    let site_file = files.iter().find_map(|file| match &file.parsed.said {
        Said::Site(site) => Some(site),
        _ => None,
    });
    let words = files.iter().find_map(|file| match &file.parsed.said {
        Said::Vocabulary(words) => Some((&file.path, &**words)),
        _ => None,
    });
    let lock = files.iter().find_map(|file| match &file.parsed.said {
        Said::Lock(lock) if !file.parsed.broken => Some(Arc::clone(lock)),
        _ => None,
    });
    let site = Site::new(site_file.cloned(), options.base_url.as_deref());
    let levels = levels(site_file.map(|site| &**site), problems);
    let mut incomplete = Incomplete::broken(files, unread);
    let vocabulary = Vocabulary::new(words, incomplete.vocabulary(), problems);

    let industries = places::industries(&by_folder(files, industry), problems);
    let roles = places::roles(&by_folder(files, role), &industries, &vocabulary, problems);
    report_missing_pages(files, problems);

    let messages: Vec<Message> = by_stem(files, message, problems)
        .into_iter()
        .map(|found| Message { id: found.id, path: found.file.path.clone(), said: Arc::clone(found.said) })
        .collect();
    let checklists: Vec<Checklist> = by_stem(files, checklist, problems)
        .into_iter()
        .map(|found| Checklist { id: found.id, path: found.file.path.clone(), said: Arc::clone(found.said) })
        .collect();
    let guides: Vec<Guide> = by_stem(files, guide, problems)
        .into_iter()
        .map(|found| Guide {
            id: found.id,
            path: found.file.path.clone(),
            roles: places::role_names(&found.said.roles, &roles, problems),
            industries: places::industry_names(&found.said.industries, &industries, problems),
            said: Arc::clone(found.said),
        })
        .collect();

    let banks = banks(files, &roles, &industries, problems);
    note_incomplete_banks(&mut incomplete, files, &banks);
    let mut library = Library {
        shape,
        site,
        options,
        levels,
        vocabulary,
        files: media(files),
        lock,
        by_path: BTreeMap::new(),
        roles,
        industries,
        banks,
        guides,
        messages,
        checklists,
        questions: Questions::default(),
        kits: Vec::new(),
        composed: Arc::default(),
        incomplete,
        by_name: Arc::default(),
        adapted: Arc::default(),
        pageless: BTreeSet::new(),
        sound: true,
    };
    let kits = by_stem(files, kit, problems);
    match last.filter(|last| last.shape == shape && last.sound) {
        Some(last) => adopt(&mut library, last, &kits),
        None => tie(&mut library, &kits, problems),
    }
    library.by_path = paths(&library);
    sort_out_pageless(&mut library, files);
    (library, std::mem::take(problems))
}

/// Finds out what questions have to do with each other, with kits and with pages.
fn tie(library: &mut Library, kits: &[Found<'_, Slug, records::kit::Kit>], problems: &mut Vec<Diagnostic>) {
    let before = problems.len();
    questions::link(library, problems);
    library.kits = kits::link(library, kits, problems);
    let (composed, adapted) = compose::compose(library, problems);
    (library.composed, library.adapted) = (Arc::new(composed), Arc::new(adapted));
    library.sound = problems.len() == before;
}

/// Takes all that from a library of the same shape, for the texts of now. It reported nothing: a report would
/// name places in files, which may have moved.
fn adopt(library: &mut Library, last: &Library, kits: &[Found<'_, Slug, records::kit::Kit>]) {
    library.questions = last.questions.said(|at, questions| questions::said(&library.banks[at], questions));
    for (bank, before) in library.banks.iter_mut().zip(&last.banks) {
        bank.questions.clone_from(&before.questions);
    }
    let kit = |(found, before): (&Found<'_, Slug, _>, &Kit)| kits::kit(found, before.questions.clone());
    library.kits = kits.iter().zip(&last.kits).map(kit).collect();
    library.composed = Arc::clone(&last.composed);
    library.adapted = Arc::clone(&last.adapted);
    library.by_name = Arc::clone(&last.by_name);
}

/// Banks that are broken or have no place: a question of one may be missing only because of that.
fn note_incomplete_banks(incomplete: &mut Incomplete, files: &[File], banks: &[Bank]) {
    let known: BTreeSet<&SourcePath> = banks.iter().map(|bank| &bank.path).collect();
    let doubtful = |file: &&File| file.parsed.broken || !known.contains(&file.path);
    let in_doubt = files.iter().filter(|file| matches!(file.kind, Kind::Bank(_))).filter(doubtful);
    in_doubt.filter_map(bank_id).for_each(|id| incomplete.add_bank(id));
    // A question without an id or a text was reported, and cannot be named.
    let halved = |bank: &&Bank| {
        bank.said.questions.iter().any(|question| question.id.is_none() || question.text.is_none())
    };
    banks.iter().filter(halved).for_each(|bank| incomplete.add_bank(bank.id.clone()));
    incomplete.know_banks(banks.iter().map(|bank| bank.id.clone()));
}

/// Files without a page: those that should have one were reported, the others never have one.
fn sort_out_pageless(library: &mut Library, files: &[File]) {
    for file in files.iter().filter(|file| !library.by_path.contains_key(&file.path)) {
        match file.kind {
            Kind::Media | Kind::Static => {}
            Kind::Site | Kind::Lock | Kind::Vocabulary | Kind::Template(_) | Kind::Theme(..) => {
                library.pageless.insert(file.path.clone());
            }
            _ => library.incomplete.add_file(file.path.clone()),
        }
    }
}

fn media(files: &[File]) -> BTreeSet<SourcePath> {
    let published = |file: &&File| matches!(file.kind, Kind::Media | Kind::Static);
    files.iter().filter(published).map(|file| file.path.clone()).collect()
}

fn industry(file: &File) -> Option<(&Slug, &Arc<records::place::Industry>)> {
    match (&file.kind, &file.parsed.said) {
        (Kind::Industry(id), Said::Industry(said)) => Some((id, said)),
        _ => None,
    }
}

fn role(file: &File) -> Option<(&Slug, &Arc<records::place::Role>)> {
    match (&file.kind, &file.parsed.said) {
        (Kind::Role(id), Said::Role(said)) => Some((id, said)),
        _ => None,
    }
}

fn by_folder<'f, T>(
    files: &'f [File],
    of: impl Fn(&'f File) -> Option<(&'f Slug, &'f Arc<T>)>,
) -> Vec<Found<'f, Slug, T>> {
    let found = |file: &'f File| of(file).map(|(id, said)| Found { id: id.clone(), file, said });
    let mut found: Vec<_> = files.iter().filter_map(found).collect();
    found.sort_by(|a, b| a.id.cmp(&b.id));
    found
}

fn message(file: &File) -> Option<&Arc<records::task::Message>> {
    if let Said::Message(said) = &file.parsed.said { Some(said) } else { None }
}

fn checklist(file: &File) -> Option<&Arc<records::task::Checklist>> {
    if let Said::Checklist(said) = &file.parsed.said { Some(said) } else { None }
}

fn guide(file: &File) -> Option<&Arc<records::guide::Guide>> {
    if let Said::Guide(said) = &file.parsed.said { Some(said) } else { None }
}

fn kit(file: &File) -> Option<&Arc<records::kit::Kit>> {
    if let Said::Kit(said) = &file.parsed.said { Some(said) } else { None }
}

/// Files whose id is the stem of their name, sorted by id; names that are no ids and twins are reported.
fn by_stem<'f, T>(
    files: &'f [File],
    of: impl Fn(&'f File) -> Option<&'f Arc<T>>,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Found<'f, Slug, T>> {
    let mut by_id: BTreeMap<Slug, Found<'f, Slug, T>> = BTreeMap::new();
    for file in files {
        let Some(said) = of(file) else { continue };
        let Ok(id) = Slug::new(file.path.stem()) else {
            problems.push(diags::file_is_no_id(&file.path));
            continue;
        };
        match by_id.get(&id) {
            Some(first) => problems.push(diags::twin_files(&id, &file.path, &first.file.path)),
            None => drop(by_id.insert(id.clone(), Found { id, file, said })),
        }
    }
    by_id.into_values().collect()
}

fn report_missing_pages(files: &[File], problems: &mut Vec<Diagnostic>) {
    let has = |what: &str, id: &Slug| {
        let path = SourcePath::new(&format!("content/{what}s/{id}/{what}.md"));
        path.is_some_and(|path| files.binary_search_by(|file| file.path.cmp(&path)).is_ok())
    };
    let lacking = places::without_page(files, |home| match home {
        BankHome::Industry(id) if !has("industry", id) && !has_industry(files, id) => {
            Some(("industry", id.to_string()))
        }
        BankHome::Role(id) | BankHome::RoleInIndustry(id, _) if !has("role", id) => {
            Some(("role", id.to_string()))
        }
        _ => None,
    });
    problems.extend(lacking.into_iter().map(|(file, what, id)| diags::missing_page(&file.path, what, &id)));
}

fn has_industry(files: &[File], id: &Slug) -> bool {
    files.iter().any(|file| matches!(&file.kind, Kind::Industry(industry) if industry == id))
}

/// The id of a bank: its own, else its folder and file name.
fn bank_id(file: &File) -> Option<Slug> {
    let Said::Bank(said) = &file.parsed.said else { return None };
    if let Some(id) = &said.id {
        return Some(id.value.clone());
    }
    let stem = file.path.stem();
    let Kind::Bank(home) = &file.kind else { return None };
    let id = match home {
        BankHome::Everyone => stem.to_owned(),
        BankHome::Industry(industry) => format!("{industry}-{stem}"),
        BankHome::Role(role) | BankHome::RoleInIndustry(role, _) => format!("{role}-{stem}"),
    };
    Slug::new(&id).ok()
}

/// First folders of addresses below `questions/` that are not banks.
const RESERVED: [&str; 9] =
    ["page", "kind", "competency", "stage", "level", "topic", "direction", "role", "industry"];

fn banks(
    files: &[File],
    roles: &[super::Role],
    industries: &[super::Industry],
    problems: &mut Vec<Diagnostic>,
) -> Vec<Bank> {
    let mut by_id: BTreeMap<Slug, Bank> = BTreeMap::new();
    for file in files {
        let (Said::Bank(said), Kind::Bank(home)) = (&file.parsed.said, &file.kind) else { continue };
        let Some(id) = bank_id(file) else {
            problems.push(diags::file_is_no_id(&file.path));
            continue;
        };
        if RESERVED.contains(&id.as_str()) {
            problems.push(diags::reserved_bank(&id, &file.path, said.id.as_ref().map(|id| id.span)));
            continue;
        }
        let Some(scope) = home_scope(home, file, files, roles, industries, problems) else { continue };
        if let Some(first) = by_id.get(&id) {
            problems.push(diags::twin_banks(&id, &file.path, &first.path));
            continue;
        }
        // Without a direction, which is an error, the rest of the bank is still read.
        let word = said.direction.as_ref().map_or("", |direction| direction.value);
        let (direction, said) = (super::Direction::from_word(word), Arc::clone(said));
        let bank = Bank {
            id: id.clone(),
            path: file.path.clone(),
            file: file.id,
            direction,
            scope,
            said,
            questions: vec![],
        };
        by_id.insert(id, bank);
    }
    by_id.into_values().collect()
}

fn home_scope(
    home: &BankHome,
    file: &File,
    files: &[File],
    roles: &[super::Role],
    industries: &[super::Industry],
    problems: &mut Vec<Diagnostic>,
) -> Option<super::Scope> {
    let role = |id: &Slug| Library::find(roles, id.as_str(), |role| &role.id).map(RoleIx::new);
    let industry =
        |id: &Slug| Library::find(industries, id.as_str(), |industry| &industry.id).map(IndustryIx::new);
    // A folder without its page was reported already.
    match home {
        BankHome::Everyone => Some(super::Scope::EVERYONE),
        BankHome::Role(id) => Some(super::Scope::role(role(id)?)),
        BankHome::Industry(id) => Some(super::Scope::industry(industry(id)?)),
        BankHome::RoleInIndustry(id, within) => {
            let known = industry(within);
            // Banks in the folder of an industry without a page: that was reported.
            if known.is_none() && !has_banks(files, within) {
                let ids = industries.iter().map(|industry| industry.id.as_str());
                problems.push(diags::unknown_industry_file(&file.path, within, ids));
            }
            Some(super::Scope { role: Some(role(id)?), industry: Some(known?) })
        }
    }
}

fn has_banks(files: &[File], id: &Slug) -> bool {
    files.iter().any(|file| matches!(&file.kind, Kind::Bank(BankHome::Industry(industry)) if industry == id))
}

/// Which page each content file has.
fn paths(library: &Library) -> BTreeMap<SourcePath, PageRef> {
    let guides =
        library.guides.iter().enumerate().map(|(at, item)| (&item.path, PageRef::Guide(GuideIx::new(at))));
    let roles =
        library.roles.iter().enumerate().map(|(at, item)| (&item.path, PageRef::Role(RoleIx::new(at))));
    let industries = library
        .industries
        .iter()
        .enumerate()
        .map(|(at, item)| (&item.path, PageRef::Industry(IndustryIx::new(at))));
    let banks =
        library.banks.iter().enumerate().map(|(at, item)| (&item.path, PageRef::Bank(BankIx::new(at))));
    let messages = library
        .messages
        .iter()
        .enumerate()
        .map(|(at, item)| (&item.path, PageRef::Message(MessageIx::new(at))));
    let checklists = library
        .checklists
        .iter()
        .enumerate()
        .map(|(at, item)| (&item.path, PageRef::Checklist(ChecklistIx::new(at))));
    let kits = library.kits.iter().enumerate().map(|(at, item)| (&item.path, PageRef::Kit(KitIx::new(at))));
    let all =
        guides.chain(roles).chain(industries).chain(banks).chain(messages).chain(checklists).chain(kits);
    all.map(|(path, page)| (path.clone(), page)).collect()
}
