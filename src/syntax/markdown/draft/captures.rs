//! Content that is not nodes: the words of an image, code blocks, HTML blocks, paragraphs of embeds.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, TagEnd};

use super::super::links::Refused;
use super::super::outline::shown;
use super::super::{diags, embeds, html, links};
use super::Draft;
use crate::base::Span;
use crate::syntax::document::{CodeBlock, Embed, Link, Node, Piece};

/// What the coming events belong to.
pub(super) enum Capture {
    /// An image, its words so far, and how many images are open within it.
    Image { image: Image, label: String, within: usize },
    /// A code block; its code goes to the plain text from `start` on.
    Code { language: Box<str>, language_span: Span, span: Span, start: usize },
    /// A block of HTML.
    Html { html: String, span: Span },
    /// A paragraph of embeds, already read.
    Embeds,
}

/// An image before its words are known.
pub(super) struct Image {
    pub link: Result<Link, Refused>,
    pub destination: String,
    pub span: Span,
    pub whole: Span,
}

impl Draft<'_> {
    /// Gives an event to what is being captured; returns it when nothing is.
    pub(super) fn captured<'e>(&mut self, event: Event<'e>) -> Option<Event<'e>> {
        let capture = match &mut self.capture {
            None => return Some(event),
            Some(capture) => capture,
        };
        let done = match (capture, event) {
            (Capture::Image { label, within, .. }, event) => image_event(label, within, event),
            (Capture::Code { .. }, Event::Text(code)) => {
                self.outline.write(&code);
                false
            }
            (Capture::Html { html, .. }, Event::Html(text) | Event::InlineHtml(text) | Event::Text(text)) => {
                html.push_str(&text);
                false
            }
            (_, Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Paragraph)) => true,
            _ => false,
        };
        if done {
            match self.capture.take() {
                Some(Capture::Image { image, label, .. }) => self.image(image, &label),
                Some(Capture::Code { language, language_span, span, start }) => {
                    let code = Piece::new(start..self.outline.len());
                    self.push(Node::CodeBlock(self.made.code.len() as u32));
                    self.made.code.push(CodeBlock { language, code, span, language_span });
                }
                Some(Capture::Html { html, span }) => self.html_block(&html, span),
                Some(Capture::Embeds) | None => {}
            }
        }
        None
    }

    pub(super) fn open_code(&mut self, kind: &CodeBlockKind<'_>, range: Range<usize>) {
        self.outline.end_task();
        self.outline.gap(2);
        let span = self.place(range.clone());
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.as_ref(),
            CodeBlockKind::Indented => "",
        };
        let language = info.split([' ', '\t', ',', '{']).next().unwrap_or_default();
        let written = self.source.get(range.clone()).unwrap_or_default();
        let at = range.start + written.find(language).unwrap_or(0);
        let language_span = self.place(at..(at + language.len()).max(at + 1).min(range.end));
        let start = self.outline.len();
        self.capture = Some(Capture::Code { language: language.into(), language_span, span, start });
    }

    pub(super) fn open_html(&mut self, range: Range<usize>) {
        self.outline.end_task();
        self.capture = Some(Capture::Html { html: String::new(), span: self.place(range) });
    }

    fn html_block(&mut self, html: &str, span: Span) {
        let kept = html::without_comments(html);
        let kept = kept.trim();
        if !kept.is_empty() && !html::is_break(kept) {
            let aside = self.aside(kept);
            self.made.raw_html.push(span);
            self.push(Node::HtmlBlock(aside));
        }
    }

    fn image(&mut self, image: Image, label: &str) {
        let label = shown(label.trim());
        match image.link {
            Ok(mut link) => {
                if label.is_empty() {
                    self.problems.push(diags::missing_alt(image.whole, &image.destination));
                }
                link.label = label.into();
                self.push(Node::Image(self.made.links.len() as u32));
                self.made.links.push(link);
            }
            Err(why) => {
                self.problems.push(diags::unsafe_link(image.span, &image.destination, true, &why));
                let piece = self.outline.write(&label);
                self.push_text(piece.range());
            }
        }
    }

    /// Reads a paragraph whose every line is an embed; false when it is an ordinary one.
    pub(super) fn embeds(&mut self, range: &Range<usize>) -> bool {
        let Some(written) = self.source.get(range.clone()) else { return false };
        if !written.trim_start().starts_with("{{") {
            return false;
        }
        let mut found = Vec::new();
        let mut at = range.start;
        for line in written.split_inclusive('\n') {
            let start = at + (line.len() - line.trim_start().len());
            at += line.len();
            let line = line.trim();
            match embeds::parse(line) {
                Ok(embed) => found.push((embed, start, line.len())),
                // A line of text: whether this is a mistake is seen when the run of text is whole.
                Err(_) if !line.starts_with("{{") || !line.ends_with("}}") => return false,
                Err(_) if embeds::suspicious(line).is_some() => return false,
                Err(mistake) => {
                    let span = self.place(start..start + line.len());
                    self.problems.push(diags::unknown_embed(span, &mistake));
                    return false;
                }
            }
        }
        for (embed, start, length) in found {
            let span = self.place(start..start + length);
            let id = self.source.get(start + embed.id.start..start + embed.id.end).unwrap_or_default().into();
            let id_span = self.place(start + embed.id.start..start + embed.id.end);
            self.push(Node::Embed(self.made.embeds.len() as u32));
            self.made.embeds.push(Embed { kind: embed.kind, id, span, id_span });
        }
        self.outline.end_task();
        self.capture = Some(Capture::Embeds);
        true
    }

    /// The place of a destination within a link's source, or the whole link.
    pub(super) fn destination_span(&self, destination: &str, range: &Range<usize>) -> Span {
        let written = self.source.get(range.clone()).unwrap_or_default();
        match written.rfind(destination).filter(|_| !destination.is_empty()) {
            Some(at) => self.place(range.start + at..range.start + at + destination.len()),
            None => self.place(range.clone()),
        }
    }

    /// The record of a link or image, without its words.
    pub(super) fn link(
        &self,
        destination: &str,
        title: &str,
        image: bool,
        span: Span,
    ) -> Result<Link, Refused> {
        let kind = links::classify(destination, image)?;
        let (destination, title) = (destination.into(), shown(title).into());
        Ok(Link { destination, kind, image, label: "".into(), title, span })
    }
}

/// Takes an event within an image; true at the image's end.
fn image_event(label: &mut String, within: &mut usize, event: Event<'_>) -> bool {
    match event {
        Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
            label.push_str(&text);
        }
        Event::SoftBreak | Event::HardBreak => label.push(' '),
        Event::Start(pulldown_cmark::Tag::Image { .. }) => *within += 1,
        Event::End(TagEnd::Image) if *within == 0 => return true,
        Event::End(TagEnd::Image) => *within -= 1,
        _ => {}
    }
    false
}
