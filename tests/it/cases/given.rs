//! What a project gives for each section of its case.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use greenroom::base::{FileId, OutPath, SourcePath};
use greenroom::build::{Build, Memo, build};
use greenroom::diag::{Diagnostic, Fix, apply, codes};
use greenroom::inspect;
use greenroom::model::{IndustryIx, Library, RoleIx, Scope};
use greenroom::site::Site;
use greenroom::source::Sources;

use super::format::{Case, Expected};
use super::show::show;

/// What `sources` say under the options of a case.
pub fn analyse(case: &Case, sources: &Sources) -> Build {
    build(sources.clone(), &case.options, &Memo::default(), &|_| {})
}

/// The text of each expected section, as the project gives it.
pub fn given(case: &Case) -> Vec<String> {
    let mut texts = Vec::new();
    let mut memo = Memo::default();
    let mut published = BTreeMap::new();
    for (sources, expected) in case.states() {
        let now = build(sources, &case.options, &memo, &|_| {});
        let site = rendered(&now);
        texts.extend(expected.iter().map(|section| match (section.what.as_str(), &site) {
            ("changed", Some(site)) => changed(&published, site),
            ("changed", None) => "no site: there are errors".into(),
            _ => one(&now, section),
        }));
        published = site.unwrap_or(published);
        memo = now.memo;
    }
    texts
}

fn one(build: &Build, section: &Expected) -> String {
    match section.what.as_str() {
        "problems" => show(&build.sources, &problems(build)),
        "theme" => {
            build.site().map_or("no site".into(), |site| show(&build.sources, &inspect::pages(site, "")))
        }
        "fixed" => {
            let fixed = fixed(&build.sources, &build.problems);
            let file = SourcePath::new(&section.of).and_then(|path| fixed.get(&path).cloned());
            file.map_or("no such file".into(), |file| String::from_utf8_lossy(&file.bytes).into_owned())
        }
        "page" => page(build.library(), &section.of).unwrap_or("no such page".into()),
        "kit" => kit(build.library(), &section.of).unwrap_or("no such kit".into()),
        "outputs" => outputs(build),
        "file" => file(build, &section.of),
        "has" => still_there(&file(build, &section.of), &section.text),
        "lacks" => still_lacking(build, &section.of, &section.text),
        other => format!("cases cannot give `{other}`"),
    }
}

/// Every problem, and those that only rendering shows, as `greenroom check` finds them.
fn problems(build: &Build) -> Vec<Diagnostic> {
    let lock = SourcePath::new("greenroom.lock").is_some_and(|path| build.sources.get(&path).is_some());
    let hint = |problem: &Diagnostic| *problem.code == codes::ID_UNLOCKED && !lock;
    let mut shown: Vec<Diagnostic> =
        build.problems.iter().filter(|problem| !hint(problem)).cloned().collect();
    shown.extend(build.site().into_iter().flat_map(Site::failures));
    shown
}

/// The files that two sites do not share.
fn changed(before: &Outputs, now: &Outputs) -> String {
    let paths: BTreeSet<&OutPath> = before.keys().chain(now.keys()).collect();
    let mark = |path: &OutPath| match (before.get(path), now.get(path)) {
        (None, _) => Some("+"),
        (_, None) => Some("-"),
        (old, new) => (old != new).then_some("~"),
    };
    paths.into_iter().filter_map(|path| Some(format!("{} {}\n", mark(path)?, unhashed(path)))).collect()
}

/// The path without the hash that a theme's file carries: the built-in theme may change.
fn unhashed(path: &OutPath) -> String {
    let (stem, extension) = path.as_str().rsplit_once('.').unwrap_or((path.as_str(), ""));
    match stem.rsplit_once('-').filter(|_| stem.starts_with("assets/")) {
        Some((name, _)) => format!("{name}-….{extension}"),
        None => path.to_string(),
    }
}

/// Every output with its bytes.
type Outputs = BTreeMap<OutPath, Vec<u8>>;

fn rendered(build: &Build) -> Option<Outputs> {
    let site = build.site()?;
    let bytes = |path: &OutPath| site.render(path)?.ok().map(|bytes| bytes.as_slice().to_vec());
    Some(site.outputs().into_iter().map(|path| (path.clone(), bytes(&path).unwrap_or_default())).collect())
}

/// Every output but the theme's own files.
fn outputs(analysis: &Build) -> String {
    let Some(site) = analysis.site() else { return "no site: there are errors".into() };
    let own = site.outputs().into_iter().filter(|path| !path.as_str().starts_with("assets/"));
    own.map(|path| format!("{path}\n")).collect()
}

fn file(analysis: &Build, path: &str) -> String {
    let Some(site) = analysis.site() else { return "no site: there are errors".into() };
    match OutPath::new(path).ok().and_then(|path| site.render(&path)) {
        Some(Ok(bytes)) => String::from_utf8_lossy(bytes.as_slice()).into_owned(),
        Some(Err(problem)) => problem.message,
        None => "no such file".into(),
    }
}

/// The expected words that occur in `text`, in their order, spaces around them aside.
fn still_there(text: &str, expected: &str) -> String {
    let mut rest = text;
    let mut found = String::new();
    for wanted in expected.lines() {
        match rest.split_once(wanted.trim()) {
            Some((_, behind)) => rest = behind,
            None => found.push_str("(not there, or not in this order) "),
        }
        found.extend([wanted, "\n"]);
    }
    found
}

/// The words that occur neither in the file nor, without one, in any of the site.
fn still_lacking(build: &Build, of: &str, words: &str) -> String {
    let all = rendered(build).unwrap_or_default();
    let found = |words: &str| {
        all.iter().find(|(path, bytes)| {
            (of.is_empty() || path.as_str() == of) && String::from_utf8_lossy(bytes).contains(words)
        })
    };
    if !of.is_empty() && !all.keys().any(|path| path.as_str() == of) {
        return "no such file".into();
    }
    // What an accepted failure put before the words is no part of them, or it would pass the next time.
    let bare = |line: &'_ str| match line.strip_prefix("(in ").and_then(|rest| rest.split_once(") ")) {
        Some((_, words)) => words.to_owned(),
        None => line.to_owned(),
    };
    let line = |words: String| match found(&words) {
        Some((path, _)) => format!("(in {path}) {words}\n"),
        None => format!("{words}\n"),
    };
    words.lines().map(bare).map(line).collect()
}

/// The project after every fix.
pub fn fixed(sources: &Sources, problems: &[Diagnostic]) -> Sources {
    let mut fixes: BTreeMap<FileId, Vec<&Fix>> = BTreeMap::new();
    for fix in problems.iter().filter_map(|problem| problem.fix.as_ref()) {
        fixes.entry(fix.edits[0].span.file).or_default().push(fix);
    }
    let mut fixed = sources.clone();
    for (file, fixes) in fixes {
        let file = sources.file(file).expect("an edit in a file of the project");
        let (text, _) = apply(file.text().expect("a text"), file.id, &fixes);
        fixed.insert(file.path.clone(), text.into_bytes());
    }
    fixed
}

/// `roles/nurse`, `industries/hospitals` or `roles/nurse/in-hospitals`.
fn scope(library: &Library, name: &str) -> Option<Scope> {
    let role = |id| Library::find(&library.roles, id, |role| &role.id).map(RoleIx::new);
    let industry = |id| Library::find(&library.industries, id, |industry| &industry.id).map(IndustryIx::new);
    match name.split('/').collect::<Vec<_>>().as_slice() {
        ["roles", id] => Some(Scope::role(role(id)?)),
        ["industries", id] => Some(Scope::industry(industry(id)?)),
        ["roles", id, within] => {
            Some(Scope { role: Some(role(id)?), industry: Some(industry(within.strip_prefix("in-")?)?) })
        }
        _ => None,
    }
}

fn scope_name(library: &Library, scope: Scope) -> String {
    let role = scope.role.map(|role| library[role].title());
    let industry = scope.industry.map(|industry| library[industry].title());
    match (role, industry) {
        (None, None) => "Everyone".into(),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (Some(role), Some(industry)) => format!("{role} in {industry}"),
    }
}

/// Each item with where it comes from, its wording and what was added, as the page shows them.
fn page(library: &Library, name: &str) -> Option<String> {
    let page = &library[library.page(scope(library, name)?)?];
    let mut out = String::new();
    for item in &page.items {
        let question = &library[item.question];
        let adapts = || item.adapts.iter().map(|place| library.adapt(*place));
        let text = adapts().filter_map(|adapt| adapt.text.as_ref()).next_back();
        let text = text.map_or(question.text(), |text| text.plain());
        let _ = writeln!(out, "{} ({}): {text}", question.name, scope_name(library, item.from));
        for (list, entries) in adapts().flat_map(|adapt| &adapt.add) {
            let entries: Vec<&str> = entries.iter().map(|entry| entry.plain()).collect();
            let _ = writeln!(out, "  {list:?} + {}", entries.join(" + "));
        }
    }
    Some(out)
}

fn kit(library: &Library, id: &str) -> Option<String> {
    let kit = &library.kits[Library::find(&library.kits, id, |kit| &kit.id)?];
    Some(kit.questions.iter().map(|question| format!("{}\n", library[*question].name)).collect())
}
