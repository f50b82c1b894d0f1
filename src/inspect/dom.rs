//! A page as a browser reads it: HTML to a list of elements in document order, and what the parser stumbled over.
//!
//! Owns html5ever, which follows the parsing rules of the HTML standard. Knows nothing of sites or templates.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::ops::Range;

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, LocalName, Namespace, ParseOpts, QualName, parse_document};

/// A page that was read.
#[derive(Debug)]
pub struct Page {
    /// Its elements in document order; those within `<template>` too.
    pub elements: Vec<Element>,
    /// What the parser stumbled over: line, from 1, and its words.
    pub errors: Vec<(usize, String)>,
    text: String,
}

/// An element of a page.
#[derive(Debug)]
pub struct Element {
    /// Its name.
    pub name: String,
    attributes: Vec<(String, String)>,
    /// The element that it stands in.
    pub parent: Option<usize>,
    /// One behind the last element within it.
    pub end: usize,
    /// Where all text within it stands in the text of the page.
    words: Range<usize>,
}

impl Element {
    /// The value of an attribute; `None` when it is not there.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The attribute's value without space around it; empty when it is not there.
    pub fn value(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default().trim()
    }

    /// The names of its attributes.
    pub fn attributes(&self) -> impl Iterator<Item = &str> {
        self.attributes.iter().map(|(name, _)| name.as_str())
    }
}

impl Page {
    /// Reads HTML; never fails, as browsers do not.
    pub fn read(html: &str) -> Page {
        parse_document(Tree::default(), ParseOpts::default()).one(html)
    }

    /// The elements of this name with their positions.
    pub fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = (usize, &'p Element)> {
        self.elements.iter().enumerate().filter(move |(_, element)| element.name == name)
    }

    /// All text within an element.
    pub fn text(&self, element: &Element) -> &str {
        &self.text[element.words.clone()]
    }

    /// The elements around one, from its parent up.
    pub fn around(&self, at: usize) -> impl Iterator<Item = &Element> {
        std::iter::successors(self.elements[at].parent, |at| self.elements[*at].parent)
            .map(|at| &self.elements[at])
    }

    /// The elements within one.
    pub fn within(&self, at: usize) -> &[Element] {
        &self.elements[at + 1..self.elements[at].end]
    }

    /// The element with this id.
    pub fn by_id(&self, id: &str) -> Option<&Element> {
        self.elements.iter().find(|element| element.get("id") == Some(id))
    }
}

#[derive(Debug)]
enum Node {
    Element { name: QualName, attributes: Vec<(String, String)>, contents: Option<usize> },
    Text(String),
    Other,
}

/// The tree while it is built: parsing moves nodes about. A node is known by its position.
#[derive(Debug)]
struct Tree {
    nodes: RefCell<Vec<Node>>,
    parents: RefCell<Vec<Option<usize>>>,
    children: RefCell<Vec<Vec<usize>>>,
    errors: RefCell<Vec<(usize, String)>>,
    line: Cell<u64>,
}

impl Default for Tree {
    fn default() -> Tree {
        let tree = Tree {
            nodes: RefCell::default(),
            parents: RefCell::default(),
            children: RefCell::default(),
            errors: RefCell::default(),
            line: Cell::new(1),
        };
        tree.add(Node::Other);
        tree
    }
}

impl Tree {
    fn add(&self, node: Node) -> usize {
        self.nodes.borrow_mut().push(node);
        self.parents.borrow_mut().push(None);
        self.children.borrow_mut().push(Vec::new());
        self.nodes.borrow().len() - 1
    }

    /// Puts a node or a text at a place among the children of `parent`.
    fn put(&self, parent: usize, at: usize, child: NodeOrText<usize>) {
        let node = match child {
            NodeOrText::AppendNode(node) => {
                self.detach(node);
                node
            }
            NodeOrText::AppendText(text) => {
                let before = at.checked_sub(1).map(|before| self.children.borrow()[parent][before]);
                if let Some(before) = before
                    && let Node::Text(old) = &mut self.nodes.borrow_mut()[before]
                {
                    old.push_str(&text);
                    return;
                }
                self.add(Node::Text(text.to_string()))
            }
        };
        self.parents.borrow_mut()[node] = Some(parent);
        let siblings = &mut self.children.borrow_mut()[parent];
        let at = at.min(siblings.len());
        siblings.insert(at, node);
    }

    fn detach(&self, node: usize) {
        if let Some(parent) = self.parents.borrow_mut()[node].take() {
            self.children.borrow_mut()[parent].retain(|child| *child != node);
        }
    }

    /// The elements in document order. No recursion: a page may be nested as deeply as an author likes.
    fn listed(&self) -> (Vec<Element>, String) {
        enum Step {
            Enter(usize, Option<usize>),
            Leave(usize),
        }
        let (nodes, children) = (self.nodes.borrow(), self.children.borrow());
        let (mut elements, mut text): (Vec<Element>, String) = (Vec::new(), String::new());
        let mut steps = vec![Step::Enter(0, None)];
        while let Some(step) = steps.pop() {
            let (node, parent) = match step {
                Step::Enter(node, parent) => (node, parent),
                Step::Leave(at) => {
                    elements[at].end = elements.len();
                    elements[at].words.end = text.len();
                    continue;
                }
            };
            let mut inner = parent;
            let mut contents = None;
            match &nodes[node] {
                Node::Text(own) => text.push_str(own),
                Node::Element { name, attributes, contents: template } => {
                    inner = Some(elements.len());
                    contents = *template;
                    steps.push(Step::Leave(elements.len()));
                    let (name, attributes) = (name.local.to_string(), attributes.clone());
                    elements.push(Element {
                        name,
                        attributes,
                        parent,
                        end: 0,
                        words: text.len()..text.len(),
                    });
                }
                Node::Other => {}
            }
            let below = children[node].iter().copied().chain(contents).rev();
            steps.extend(below.map(|child| Step::Enter(child, inner)));
        }
        (elements, text)
    }
}

/// The name of an element, for the parser.
#[derive(Debug)]
struct Name(QualName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl TreeSink for Tree {
    type Handle = usize;
    type Output = Page;
    type ElemName<'a> = Name;

    fn finish(self) -> Page {
        let (elements, text) = self.listed();
        Page { elements, errors: self.errors.into_inner(), text }
    }

    fn parse_error(&self, message: Cow<'static, str>) {
        let line = usize::try_from(self.line.get()).unwrap_or(usize::MAX);
        self.errors.borrow_mut().push((line, message.into_owned()));
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(line);
    }

    fn get_document(&self) -> usize {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a usize) -> Name {
        match &self.nodes.borrow()[*target] {
            Node::Element { name, .. } => Name(name.clone()),
            Node::Text(_) | Node::Other => Name(QualName::new(None, "".into(), "".into())),
        }
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> usize {
        let contents = flags.template.then(|| self.add(Node::Other));
        self.add(Node::Element { name, attributes: plain(attributes), contents })
    }

    fn create_comment(&self, _: StrTendril) -> usize {
        self.add(Node::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.add(Node::Other)
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        let last = self.children.borrow()[*parent].len();
        self.put(*parent, last, child);
    }

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        if let NodeOrText::AppendNode(node) = &child {
            self.detach(*node);
        }
        let Some(parent) = self.parents.borrow()[*sibling] else { return };
        let at = self.children.borrow()[parent].iter().position(|node| node == sibling).unwrap_or_default();
        self.put(parent, at, child);
    }

    fn append_based_on_parent_node(&self, element: &usize, before: &usize, child: NodeOrText<usize>) {
        let placed = self.parents.borrow()[*element].is_some();
        if placed { self.append_before_sibling(element, child) } else { self.append(before, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &usize) -> usize {
        match &self.nodes.borrow()[*target] {
            Node::Element { contents: Some(contents), .. } => *contents,
            _ => *target,
        }
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        if mode != QuirksMode::NoQuirks {
            self.parse_error("no `<!doctype html>` at the start".into());
        }
    }

    fn add_attrs_if_missing(&self, target: &usize, more: Vec<Attribute>) {
        if let Node::Element { attributes, .. } = &mut self.nodes.borrow_mut()[*target] {
            for (name, value) in plain(more) {
                if attributes.iter().all(|(own, _)| *own != name) {
                    attributes.push((name, value));
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &usize) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &usize, new_parent: &usize) {
        let moved = std::mem::take(&mut self.children.borrow_mut()[*node]);
        for child in &moved {
            self.parents.borrow_mut()[*child] = Some(*new_parent);
        }
        self.children.borrow_mut()[*new_parent].extend(moved);
    }
}

fn plain(attributes: Vec<Attribute>) -> Vec<(String, String)> {
    attributes.into_iter().map(|it| (it.name.local.to_string(), it.value.to_string())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_as_browsers_read_it() {
        let page = Page::read(
            "<!doctype html><title>T</title><body><p id=a>One<b>two<p>three</b></body>\n<table><i>x</i></table>",
        );
        let names: Vec<&str> = page.elements.iter().map(|element| element.name.as_str()).collect();
        assert_eq!(names, ["html", "head", "title", "body", "p", "b", "p", "b", "i", "table"]);
        let first = page.by_id("a").expect("a paragraph");
        assert_eq!((page.text(first), first.end), ("Onetwo", 6));
        assert_eq!(
            page.around(5).map(|element| element.name.as_str()).collect::<Vec<_>>(),
            ["p", "body", "html"]
        );
        assert!(page.errors.iter().any(|(line, _)| *line == 2), "{:?}", page.errors);
        assert!(Page::read("<!doctype html><title>T</title><p>x").errors.is_empty());
    }

    #[test]
    fn deep_pages_are_read() {
        let deep = "<div>".repeat(2_000);
        assert_eq!(Page::read(&format!("<!doctype html>{deep}")).elements.len(), 2_003);
    }
}
