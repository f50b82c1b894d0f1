//! SARIF 2.1.0 (OASIS, errata 01), the format of code scanning services.
//!
//! One run: the codes that occur are its rules, with their explanations; each diagnostic is a result. A
//! problem of the project has no location: GitHub does not show such a result, but other readers do.
//! Columns count Unicode characters, as everywhere else, and the file says so.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::Report;
use super::json::write_value;
use super::places::{Places, Region, Spot};
use crate::diag::{Code, Diagnostic, Fix, Severity};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes the log.
pub fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut places = Places::of_report(report);
    let used: BTreeMap<&str, &Code> =
        report.diagnostics.iter().map(|diagnostic| (diagnostic.code.name, diagnostic.code)).collect();
    let number: BTreeMap<&str, usize> = used.keys().enumerate().map(|(at, name)| (*name, at)).collect();
    let results = report.diagnostics.iter();
    let results: Vec<Value> = results
        .map(|diagnostic| result(diagnostic, number.get(diagnostic.code.name).copied(), &mut places))
        .collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Greenroom",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": used.values().map(|code| rule(code)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    write_value(&log, out)
}

fn rule(code: &Code) -> Value {
    let first = code.explanation.split("\n\n").next().unwrap_or(code.summary);
    json!({
        "id": code.name,
        "shortDescription": { "text": code.summary },
        "fullDescription": { "text": first.replace('\n', " ").trim() },
        "help": { "text": code.explanation },
        "defaultConfiguration": { "level": level(code.severity) },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

fn result(diagnostic: &Diagnostic, rule: Option<usize>, places: &mut Places<'_>) -> Value {
    let help = diagnostic.help.iter().map(|help| format!("\nhelp: {help}"));
    let text: String = std::iter::once(diagnostic.message.clone()).chain(help).collect();
    let mut result = json!({
        "ruleId": diagnostic.code.name,
        "level": level(diagnostic.severity),
        "message": { "text": text },
        "locations": [],
    });
    if let Some(rule) = rule {
        result["ruleIndex"] = rule.into();
    }
    if let Some(spot) = places.of(&diagnostic.place) {
        result["locations"] = json!([location(&spot, &diagnostic.caret)]);
    }
    let labels = diagnostic.labels.iter();
    let related: Vec<Value> = labels
        .filter_map(|label| places.at(label.span).map(|spot| location(&spot, &label.text)))
        .enumerate()
        .map(|(at, mut location)| {
            location["id"] = at.into();
            location
        })
        .collect();
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    if let Some(fix) = diagnostic.fix.as_ref().and_then(|fix| change(fix, places)) {
        result["fixes"] = json!([fix]);
    }
    result
}

fn location(spot: &Spot, words: &str) -> Value {
    let mut physical = json!({ "artifactLocation": artifact(&spot.path) });
    if let Some(region) = &spot.region {
        physical["region"] = json!(lines(region));
    }
    let mut location = json!({ "physicalLocation": physical });
    if !words.is_empty() {
        location["message"] = json!({ "text": words });
    }
    location
}

fn lines(region: &Region) -> Value {
    json!({
        "startLine": region.start.line,
        "startColumn": region.start.column,
        "endLine": region.end.line,
        "endColumn": region.end.column,
    })
}

/// A path relative to the top of the repository, as a URI reference.
fn artifact(path: &str) -> Value {
    json!({ "uri": uri(path), "uriBaseId": "%SRCROOT%" })
}

/// Percent-encodes all but the unreserved characters and the slash (RFC 3986 sections 2.3 and 3.3).
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// A change in every file it touches; `None` when one of them has no text.
fn change(fix: &Fix, places: &mut Places<'_>) -> Option<Value> {
    let mut files: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for edit in &fix.edits {
        let Spot { path, region } = places.at(edit.span)?;
        files.entry(path).or_default().push(json!({
            "deletedRegion": lines(&region?),
            "insertedContent": { "text": edit.text },
        }));
    }
    let changes: Vec<Value> = files
        .into_iter()
        .map(|(path, edits)| json!({ "artifactLocation": artifact(&path), "replacements": edits }))
        .collect();
    // The schema wants at least one file.
    (!changes.is_empty()).then(|| json!({ "description": { "text": fix.title }, "artifactChanges": changes }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_uri() {
        assert_eq!(uri("content/a b/ü%.toml"), "content/a%20b/%C3%BC%25.toml");
    }
}
