//! From nodes to HTML: what each opens, closes and says.
//!
//! Walks the flat list once, with a state of a few counters; nothing recurses. Tables and footnotes have
//! their own files.

use super::escape;
use super::fragment::{Fragment, Hole, Wants};
use super::notes::Notes;
use super::{Options, diags, highlight, math};
use crate::base::Span;
use crate::diag::Diagnostic;
use crate::syntax::Document;
use crate::syntax::document::{Aside, CodeBlock, Destination, Formula, Link, Node, Tag};

/// Whether code has colours and formulas are drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Finish {
    /// They are.
    Rich,
    /// Code has none yet; formulas are drawn.
    Uncoloured,
    /// Both are shown as their source.
    Plain,
}

/// Writes a document that has markup.
pub fn write(
    document: &Document,
    options: &Options<'_>,
    finish: Finish,
    problems: &mut Vec<Diagnostic>,
) -> Fragment {
    let mut writer = Writer {
        document,
        options,
        finish,
        problems,
        out: String::with_capacity(document.plain().len() * 3 / 2),
        holes: Vec::new(),
        label_open: false,
        in_head: false,
        in_head_cell: false,
        tables: 0,
        notes: Notes::new(document.footnotes().len()),
    };
    writer.nodes(document.nodes());
    writer.footnotes();
    Fragment::new(writer.out, writer.holes)
}

/// The state between two nodes.
pub(super) struct Writer<'a> {
    pub document: &'a Document,
    pub options: &'a Options<'a>,
    finish: Finish,
    problems: &'a mut Vec<Diagnostic>,
    pub out: String,
    holes: Vec<Hole>,
    /// Within the label of a task.
    label_open: bool,
    /// Within the first row of a table.
    pub in_head: bool,
    /// Within a cell of it that names its column.
    pub in_head_cell: bool,
    /// Tables so far.
    pub tables: usize,
    pub notes: Notes,
}

impl Writer<'_> {
    pub(super) fn nodes(&mut self, nodes: &[Node]) {
        for (at, node) in nodes.iter().enumerate() {
            let next = nodes.get(at + 1).copied();
            self.node(*node, next);
        }
    }

    fn node(&mut self, node: Node, next: Option<Node>) {
        let document = self.document;
        match node {
            Node::Open(tag) => self.open(tag, next),
            Node::Close(tag) => self.close(tag),
            Node::Text(piece) => escape::text(&mut self.out, document.text(piece)),
            Node::Code(piece) => self.code(document.text(piece)),
            Node::CodeBlock(index) => {
                if let Some(code) = document.code_blocks().get(index as usize) {
                    self.end_label();
                    self.code_block(code);
                }
            }
            Node::Formula(index) => {
                if let Some(formula) = document.formulas().get(index as usize) {
                    self.formula(formula);
                }
            }
            Node::Image(index) => {
                if let Some(image) = document.links().get(index as usize) {
                    self.image(index, image);
                }
            }
            Node::Embed(index) => {
                self.end_label();
                self.hole(Wants::Embed(index));
            }
            Node::Note(index) => self.reference(index),
            Node::Html(aside) => self.html(aside),
            Node::HtmlBlock(aside) => {
                self.end_label();
                self.html_block(aside);
            }
            Node::Task(done) => self.task(done, next),
            Node::SoftBreak => self.out.push('\n'),
            Node::HardBreak => self.out.push_str("<br>\n"),
            Node::Rule => {
                self.end_label();
                self.out.push_str("<hr>\n");
            }
        }
    }

    fn open(&mut self, tag: Tag, next: Option<Node>) {
        if is_block(tag) {
            self.end_label();
        }
        match tag {
            Tag::Paragraph => self.out.push_str("<p>"),
            Tag::Heading(index) => self.open_heading(index),
            Tag::Quote => self.out.push_str("<blockquote>\n"),
            Tag::Alert(alert) => {
                self.out.push_str("<div class=\"alert alert-");
                self.out.push_str(alert_class(alert));
                self.out.push_str("\" role=\"note\"><p class=\"alert-title\">");
                escape::text(&mut self.out, self.options.words.alert(alert));
                self.out.push_str("</p>\n");
            }
            Tag::Bullets if next == Some(Node::Open(Tag::TaskItem)) => {
                self.out.push_str("<ul class=\"tasks\">\n");
            }
            Tag::Bullets => self.out.push_str("<ul>\n"),
            Tag::Numbers(1) => self.out.push_str("<ol>\n"),
            Tag::Numbers(first) => self.out.push_str(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.out.push_str("<li>"),
            Tag::TaskItem => self.out.push_str("<li class=\"task\">"),
            Tag::Terms => self.out.push_str("<dl>\n"),
            Tag::Term => self.out.push_str("<dt>"),
            Tag::Definition => self.out.push_str("<dd>"),
            Tag::Table(index) => self.open_table(index),
            Tag::HeadRow => self.open_head(),
            Tag::Row => self.out.push_str("<tr>"),
            Tag::Cell(align) => self.open_cell(align, next),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<del>"),
            Tag::Link(index) => self.open_link(index, next),
        }
    }

    fn close(&mut self, tag: Tag) {
        if is_block(tag) {
            self.end_label();
        }
        let end = match tag {
            Tag::Paragraph => "</p>\n",
            Tag::Heading(index) => return self.close_heading(index),
            Tag::Quote => "</blockquote>\n",
            Tag::Alert(_) => "</div>\n",
            Tag::Bullets => "</ul>\n",
            Tag::Numbers(_) => "</ol>\n",
            Tag::Item | Tag::TaskItem => "</li>\n",
            Tag::Terms => "</dl>\n",
            Tag::Term => "</dt>\n",
            Tag::Definition => "</dd>\n",
            Tag::Table(_) => "</tbody></table></section>\n",
            Tag::HeadRow => return self.close_head(),
            Tag::Row => "</tr>\n",
            Tag::Cell(_) => return self.close_cell(),
            Tag::Emphasis => "</em>",
            Tag::Strong => "</strong>",
            Tag::Strikethrough => "</del>",
            Tag::Link(_) => "</a>",
        };
        self.out.push_str(end);
    }

    /// Appends an attribute whose value is the author's.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape::attribute(&mut self.out, value);
        self.out.push('"');
    }

    /// Appends an attribute whose value is an id, or refers to one when it starts with `#`.
    pub(super) fn id(&mut self, name: &str, mark: &str, id: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        self.out.push_str(mark);
        escape::attribute(&mut self.out, self.options.ids);
        escape::attribute(&mut self.out, id);
        self.out.push('"');
    }

    fn hole(&mut self, wants: Wants) {
        self.holes.push(Hole { at: self.out.len() as u32, wants });
    }

    // ---- headings ----

    fn open_heading(&mut self, index: u32) {
        let Some(heading) = self.document.headings().get(index as usize) else { return };
        self.out.push_str(&format!("<h{}", self.level(heading.level)));
        self.id("id", "", &heading.id);
        self.out.push('>');
    }

    fn close_heading(&mut self, index: u32) {
        let Some(heading) = self.document.headings().get(index as usize) else { return };
        self.out.push_str(&format!("</h{}>\n", self.level(heading.level)));
    }

    fn level(&self, level: u8) -> u8 {
        (level + self.options.level.max(1)).saturating_sub(2).clamp(1, 6)
    }

    // ---- code and formulas ----

    fn code(&mut self, code: &str) {
        self.out.push_str("<code>");
        escape::text(&mut self.out, code);
        self.out.push_str("</code>");
    }

    fn code_block(&mut self, block: &CodeBlock) {
        let code = self.document.text(block.code);
        // A region that scrolls must be reachable by key (WCAG 2.1.1).
        self.out.push_str("<pre tabindex=\"0\"><code");
        let fair = |c: char| c.is_alphanumeric() || matches!(c, '+' | '-' | '#' | '.' | '_');
        if !block.language.is_empty() && block.language.chars().all(fair) {
            self.out.push_str(" class=\"language-");
            escape::attribute(&mut self.out, &block.language);
            self.out.push('"');
        }
        self.out.push('>');
        let coloured = self.finish == Finish::Rich && highlight::write(&mut self.out, &block.language, code);
        if !coloured {
            escape::text(&mut self.out, code);
            if self.finish != Finish::Plain && !highlight::is_known(&block.language) {
                self.problems.push(diags::unknown_language(block.language_span, &block.language));
            }
        }
        self.out.push_str("</code></pre>\n");
    }

    fn formula(&mut self, formula: &Formula) {
        let source = self.document.text(formula.source);
        if self.finish == Finish::Plain {
            return self.code(source);
        }
        match math::formula(source, formula.display) {
            Ok(mathml) => self.out.push_str(&mathml),
            Err(unreadable) => {
                let at = unreadable.at.filter(|at| at.start < at.end && at.end <= source.len());
                let span = match (at, formula.start) {
                    (Some(at), Some(start)) => {
                        let start = start as usize;
                        Span::new(formula.span.file, start + at.start..start + at.end)
                    }
                    _ => formula.span,
                };
                self.problems.push(diags::formula(span, &unreadable.why));
                self.code(source);
            }
        }
    }

    // ---- links and images ----

    fn open_link(&mut self, index: u32, next: Option<Node>) {
        let document = self.document;
        let Some(link) = document.links().get(index as usize) else { return };
        self.out.push_str("<a href=\"");
        match link.kind {
            Destination::Relative => self.hole(Wants::Address(index)),
            Destination::Anchor => self.anchor(&link.destination),
            Destination::Web | Destination::Contact => escape::address(&mut self.out, &link.destination),
        }
        self.out.push('"');
        if link.kind == Destination::Web {
            self.out.push_str(" rel=\"noopener noreferrer\"");
        }
        self.title(link);
        self.out.push('>');
        // A link without words has no name: its address is better than nothing.
        if next == Some(Node::Close(Tag::Link(index))) {
            escape::text(&mut self.out, &link.destination);
        }
    }

    /// The address of a place in this document, whose ids have a prefix, or elsewhere on the page.
    fn anchor(&mut self, destination: &str) {
        self.out.push('#');
        let id = destination.strip_prefix('#').unwrap_or(destination);
        if !self.options.ids.is_empty() && self.notes.is_own(self.document, id) {
            escape::address(&mut self.out, self.options.ids);
        }
        escape::address(&mut self.out, id);
    }

    fn image(&mut self, index: u32, image: &Link) {
        self.out.push_str("<img src=\"");
        self.hole(Wants::Address(index));
        self.out.push('"');
        self.attribute("alt", &image.label);
        self.title(image);
        self.hole(Wants::Size(index));
        self.out.push_str(" decoding=\"async\">");
    }

    fn title(&mut self, link: &Link) {
        if !link.title.is_empty() {
            self.attribute("title", &link.title);
        }
    }

    // ---- HTML ----

    fn html(&mut self, aside: Aside) {
        let html = self.document.aside(aside);
        if self.options.raw_html {
            self.out.push_str(html);
        } else {
            escape::text(&mut self.out, html);
        }
    }

    fn html_block(&mut self, aside: Aside) {
        if self.options.raw_html {
            self.html(aside);
            self.out.push('\n');
        } else {
            self.out.push_str("<p>");
            self.html(aside);
            self.out.push_str("</p>\n");
        }
    }

    // ---- tasks ----

    fn task(&mut self, done: bool, next: Option<Node>) {
        let named = match next {
            None | Some(Node::Close(_) | Node::CodeBlock(_) | Node::HtmlBlock(_)) => false,
            Some(Node::Open(tag)) => !is_block(tag),
            Some(_) => true,
        };
        self.out.push_str(if named { "<label>" } else { "" });
        self.out.push_str("<input type=\"checkbox\"");
        self.out.push_str(if done { " checked" } else { "" });
        if named {
            self.out.push_str("> ");
            self.label_open = true;
        } else {
            self.attribute("aria-label", &self.options.words.task);
            self.out.push('>');
        }
    }

    fn end_label(&mut self) {
        if std::mem::take(&mut self.label_open) {
            self.out.push_str("</label>");
        }
    }
}

/// Whether a container ends the label of a task.
fn is_block(tag: Tag) -> bool {
    !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link(_))
}

fn alert_class(alert: crate::syntax::document::Alert) -> &'static str {
    use crate::syntax::document::Alert;
    match alert {
        Alert::Note => "note",
        Alert::Tip => "tip",
        Alert::Important => "important",
        Alert::Warning => "warning",
        Alert::Caution => "caution",
    }
}
