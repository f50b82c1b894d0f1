//! The house rules that a machine can hold: layers, owners of third-party crates, heads and lengths of files.
//!
//! The table below is the one in ARCHITECTURE.md; a change there is a change here.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The layers, highest first. A module may use those in lines above its own; never its siblings.
const LAYERS: [&[&str]; 13] = [
    &["base"],
    &["diag"],
    &["source"],
    &["syntax"],
    &["model", "theme"],
    &["check", "plan"],
    &["markup"],
    &["view", "export", "report"],
    &["site"],
    &["build", "inspect"],
    &["disk"],
    &["dev"],
    &["cli"],
];

/// Third-party crates and the modules that own them: paths below `src/`, without extension.
const OWNERS: [(&str, &[&str]); 46] = [
    ("annotate_snippets", &["report"]),
    ("axum", &["dev/server"]),
    ("blake3", &["base/hash"]),
    ("cap_fs_ext", &["disk"]),
    ("cap_std", &["disk"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("color", &["base/colour"]),
    ("csv", &["cli/list"]),
    ("flate2", &["inspect/loads"]),
    ("fluent_bundle", &["theme/phrases"]),
    ("fluent_syntax", &["theme/phrases"]),
    ("futures_util", &["dev/server"]),
    ("getrandom", &["dev/server"]),
    ("html5ever", &["inspect/dom"]),
    ("hyper", &["dev/server"]),
    ("hyper_util", &["dev/server"]),
    ("imagesize", &["source/picture"]),
    ("include_dir", &["theme/builtin", "inspect/torture", "cli/init"]),
    ("jiff", &["base/date"]),
    ("math_core", &["markup/math"]),
    ("mimalloc", &["main"]),
    ("minifier", &["theme/assets"]),
    ("notify", &["dev/watch"]),
    ("open", &["cli/serve"]),
    ("percent_encoding", &["base/path"]),
    ("pulldown_cmark", &["syntax/markdown"]),
    ("pulldown_cmark_escape", &["markup/escape"]),
    ("quick_xml", &["export/xml"]),
    ("rayon", &["site", "build", "inspect", "disk"]),
    ("rustix", &["disk/publish"]),
    ("schemars", &["view"]),
    ("serde", &["view", "export", "theme", "site", "disk/publish", "report", "cli/explain", "cli/list"]),
    ("serde_json", &["export", "disk/publish", "report", "view"]),
    ("similar", &["cli/difference"]),
    ("strsim", &["base/near"]),
    ("syntect", &["markup/highlight"]),
    ("tera", &["theme"]),
    ("terminal_size", &["cli/columns"]),
    ("tokio", &["dev/server"]),
    ("toml", &["syntax/toml"]),
    ("toml_edit", &["syntax/layout"]),
    ("two_face", &["markup/highlight"]),
    ("unic_langid", &["theme/phrases"]),
    ("unicode_width", &["cli/columns"]),
    ("walkdir", &["disk/scan"]),
];

/// The most lines of a file: two concepts in one room are hard to keep apart.
const LONGEST: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below a folder, with its path from the root.
fn files(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a text");
                found.push((path.strip_prefix(root()).expect("below the root").to_owned(), text));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "{folder} has no Rust files");
    found
}

/// The module of a file below `src/`: `src/base/span.rs` is `base/span`.
fn module(path: &Path) -> String {
    let path = path.with_extension("");
    let path =
        path.strip_prefix("src").expect("below src").to_str().expect("a plain path").replace('\\', "/");
    path.strip_suffix("/mod").unwrap_or(&path).to_owned()
}

fn layer(module: &str) -> Option<usize> {
    let top = module.split('/').next().unwrap_or_default();
    LAYERS.iter().position(|layer| layer.contains(&top))
}

/// The code of a file: no comments, no texts in quotes.
fn code(text: &str) -> String {
    let line = |line: &str| {
        let line = line.split("//").next().unwrap_or_default();
        line.split('"').step_by(2).collect::<Vec<_>>().join("\"")
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The words that stand directly behind `before` in `code`.
fn words_behind<'c>(code: &'c str, before: &'c str) -> impl Iterator<Item = &'c str> {
    code.match_indices(before).map(move |(at, _)| {
        let rest = &code[at + before.len()..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end]
    })
}

#[test]
fn a_layer_uses_only_those_above_it() {
    let mut wrong = BTreeSet::new();
    for (path, text) in files("src") {
        let module = module(&path);
        if module == "lib" || module == "main" {
            continue;
        }
        let own = layer(&module).unwrap_or_else(|| panic!("{} is in no layer", path.display()));
        let top = module.split('/').next().unwrap_or_default();
        let code = code(&text);
        for used in words_behind(&code, "crate::") {
            let Some(other) = layer(used) else { continue };
            if used != top && other >= own {
                wrong.insert(format!("{} uses {used}", path.display()));
            }
        }
        for list in code.split("crate::{").skip(1) {
            let list = list.split("};").next().unwrap_or_default();
            for used in
                list.split(['{', '}', ',', ' ', '\n']).map(|word| word.split("::").next().unwrap_or_default())
            {
                if layer(used).is_some_and(|other| used != top && other >= own) {
                    wrong.insert(format!("{} uses {used}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "layers:\n{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_crate_has_one_owner() {
    let mut wrong = BTreeSet::new();
    for (path, text) in files("src") {
        let module = module(&path);
        let code = code(&text);
        for (name, owners) in OWNERS {
            let used = code.match_indices(&format!("{name}::")).any(|(at, _)| {
                let before = code[..at].chars().next_back();
                before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':')
            });
            let owned =
                owners.iter().any(|owner| module == *owner || module.starts_with(&format!("{owner}/")));
            if used && !owned {
                wrong.insert(format!("{} uses {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "owners:\n{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn nothing_above_the_edges_reads_the_world() {
    let edges = layer("disk").expect("a layer");
    let world = [
        "std::fs",
        "std::env",
        "std::time",
        "std::net",
        "std::process",
        "std::io::std",
        "println!(",
        "print!(",
    ];
    let mut wrong = BTreeSet::new();
    for (path, text) in files("src") {
        let module = module(&path);
        if module == "main" || layer(&module).is_some_and(|own| own >= edges) {
            continue;
        }
        // Unit tests at the foot of a file may read what they test.
        let code = code(text.split("#[cfg(test)]").next().unwrap_or_default());
        for word in world.into_iter().filter(|word| code.contains(word)) {
            wrong.insert(format!("{} has {word}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "the pure layers:\n{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_file_says_what_it_is_and_is_short() {
    let mut wrong = BTreeSet::new();
    for (path, text) in ["src", "tests", "benches"].into_iter().flat_map(files) {
        if !text.starts_with("//!") {
            wrong.insert(format!("{} does not start with //!", path.display()));
        }
        let lines = text.lines().count();
        if lines > LONGEST {
            wrong.insert(format!("{} has {lines} lines", path.display()));
        }
    }
    assert!(wrong.is_empty(), "files:\n{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_dependency_is_owned() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml");
    let sections = manifest.split("\n[").filter(|section| {
        section.starts_with("dependencies]")
            || section.starts_with("target.") && section.contains(".dependencies]")
    });
    let mut wrong = BTreeSet::new();
    for line in sections.flat_map(|section| section.lines().skip(1)) {
        let Some((name, rest)) = line.split_once('=') else { continue };
        let name = name.trim().replace('-', "_");
        if !rest.contains("# ") {
            wrong.insert(format!("{name} has no reason in Cargo.toml"));
        }
        let everywhere = ["serde", "unicode_normalization"].contains(&name.as_str());
        if !everywhere && OWNERS.iter().all(|(owned, _)| *owned != name) {
            wrong.insert(format!("{name} has no owner in this test"));
        }
    }
    assert!(wrong.is_empty(), "dependencies:\n{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_architecture_lists_the_same_layers() {
    let document = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    for (at, layer) in LAYERS.iter().enumerate() {
        let row = format!("| {} |", at + 1);
        let line = document.lines().find(|line| line.starts_with(&row));
        let line = line.unwrap_or_else(|| panic!("ARCHITECTURE.md has no layer {}", at + 1));
        for name in *layer {
            let named = line.contains(&format!("`{name}/`")) || line.contains(&format!("`{name}.rs`"));
            assert!(named, "ARCHITECTURE.md, layer {}: {name} is not in `{line}`", at + 1);
        }
    }
}
