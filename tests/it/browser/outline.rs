//! The accessibility tree of a page as a text: what a screen reader is told, one line for each thing.
//!
//! In the words of ARIA: `- link "Home" [current=page]`, `- paragraph: Words.`, what is inside further in. What no screen
//! reader mentions (boxes, marks of lists, parts of a text) is left out, and what is inside it stands in its place.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Value, json};

use super::Page;

/// Roles that say nothing, and those that browsers invented for themselves.
const SILENT: [&str; 12] = [
    "generic",
    "none",
    "presentation",
    "InlineTextBox",
    "ListMarker",
    "LineBreak",
    "LabelText",
    "LayoutTable",
    "sectionheader",
    "sectionfooter",
    "HeaderAsNonLandmark",
    "FooterAsNonLandmark",
];

/// States and relations that are told, in the order in which they stand; those of Chromium's protocol.
const STATES: [&str; 15] = [
    "level",
    "checked",
    "disabled",
    "expanded",
    "hasPopup",
    "invalid",
    "keyshortcuts",
    "live",
    "modal",
    "multiline",
    "pressed",
    "readonly",
    "required",
    "roledescription",
    "selected",
];

/// What Chromium calls things for which ARIA has another word, or none.
const NAMES: [(&str, &str); 4] = [
    ("RootWebArea", "document"),
    ("DescriptionList", "terms"),
    ("DisclosureTriangle", "summary"),
    ("DisclosureTriangleGrouped", "summary"),
];

/// What is told by attributes alone.
const ATTRIBUTES: [(&str, &str); 2] = [("aria-current", "current"), ("lang", "lang")];

impl Page {
    /// The accessibility tree of the page as a text.
    pub fn outline(&self) -> String {
        let whole = self.session.must("Accessibility.getFullAXTree", json!({}));
        let document = self.session.must("DOM.getDocument", json!({ "depth": -1, "pierce": true }));
        let mut attributes = BTreeMap::new();
        collect(&document["root"], &mut attributes);
        let nodes: BTreeMap<&str, &Value> =
            whole["nodes"].as_array().unwrap().iter().map(|node| (text(&node["nodeId"]), node)).collect();
        let root = &whole["nodes"][0];
        let mut out = String::new();
        write(&Tree { nodes, attributes }, root, 0, &mut out);
        out
    }
}

struct Tree<'v> {
    nodes: BTreeMap<&'v str, &'v Value>,
    /// The attributes of each element, name and value by turns.
    attributes: BTreeMap<u64, Vec<&'v str>>,
}

impl<'v> Tree<'v> {
    /// What is told of what is inside a node.
    fn inside(&self, node: &'v Value) -> Vec<&'v Value> {
        let children = node["childIds"].as_array().into_iter().flatten();
        let children = children.filter_map(|id| self.nodes.get(text(id)).copied());
        children.flat_map(|child| if is_told(child) { vec![child] } else { self.inside(child) }).collect()
    }

    /// The states of a node, each behind a space.
    fn states(&self, node: &Value) -> String {
        let mut states = String::new();
        // How deep a list is nested is seen already.
        for state in STATES.into_iter().filter(|state| *state != "level" || role(node) == "heading") {
            let properties = node["properties"].as_array().into_iter().flatten();
            for property in properties.filter(|property| property["name"] == state) {
                match &property["value"]["value"] {
                    // A thing that could be pressed or open and is not says so; one that is not required does not.
                    Value::Bool(false) if !matches!(state, "expanded" | "selected") => {}
                    Value::String(no) if no == "false" && !matches!(state, "checked" | "pressed") => {}
                    Value::String(text) => drop(write!(states, " [{state}={text}]")),
                    Value::Bool(true) => drop(write!(states, " [{state}]")),
                    other => drop(write!(states, " [{state}={other}]")),
                }
            }
        }
        let own = node["backendDOMNodeId"].as_u64().and_then(|id| self.attributes.get(&id));
        for pair in own.into_iter().flat_map(|own| own.chunks(2)) {
            for (_, said) in ATTRIBUTES.into_iter().filter(|(name, _)| *name == pair[0]) {
                let _ = write!(states, " [{said}={}]", pair[1]);
            }
        }
        for (name, value) in [("value", &node["value"]), ("description", &node["description"])] {
            let value = words(text(&value["value"]));
            if !value.is_empty() {
                let _ = write!(states, " [{name}={value:?}]");
            }
        }
        states
    }
}

fn write(tree: &Tree<'_>, node: &Value, depth: usize, out: &mut String) {
    let (role, name) = (role(node), words(text(&node["name"]["value"])));
    let inside = tree.inside(node);
    let indent = "  ".repeat(depth);
    if role == "StaticText" {
        let _ = writeln!(out, "{indent}- text: {name}");
        return;
    }
    let quoted = if name.is_empty() { String::new() } else { format!(" {name:?}") };
    let role = NAMES.iter().find(|(own, _)| *own == role).map_or(role, |(_, word)| word);
    let line = format!("{indent}- {role}{quoted}{}", tree.states(node));
    // The text inside is mostly the name once more, or all there is.
    let only_text = inside.iter().all(|child| self::role(child) == "StaticText");
    let said: Vec<String> = inside.iter().map(|child| words(text(&child["name"]["value"]))).collect();
    let said = words(&said.join(" "));
    if only_text && (said.is_empty() || squeezed(&said) == squeezed(&name)) {
        let _ = writeln!(out, "{line}");
    } else if only_text {
        let _ = writeln!(out, "{line}: {said}");
    } else {
        let _ = writeln!(out, "{line}");
        for child in inside {
            write(tree, child, depth + 1, out);
        }
    }
}

fn is_told(node: &Value) -> bool {
    let name = || words(text(&node["name"]["value"]));
    node["ignored"] != true
        && !SILENT.contains(&role(node))
        && !(role(node) == "StaticText" && name().is_empty())
}

fn role(node: &Value) -> &str {
    text(&node["role"]["value"])
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The words with one space between them.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without spaces: where elements meet, a name may have one more or less than the text.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

fn collect<'v>(node: &'v Value, attributes: &mut BTreeMap<u64, Vec<&'v str>>) {
    if let (Some(id), Some(own)) = (node["backendNodeId"].as_u64(), node["attributes"].as_array()) {
        attributes.insert(id, own.iter().map(text).collect());
    }
    let inside = ["children", "shadowRoots"].into_iter().flat_map(|part| node[part].as_array());
    inside.flatten().for_each(|child| collect(child, attributes));
}
