//! Tables: in a region that scrolls on small screens, named by their heads, aligned by class.

use super::html::Writer;
use crate::syntax::document::{Align, Node, Tag};

impl Writer<'_> {
    pub(super) fn open_table(&mut self, index: u32) {
        self.tables += 1;
        let label = self.document.tables().get(index as usize).map_or("", |table| &table.label);
        let words = &self.options.words.table;
        // Numbered, because regions with equal names cannot be told apart.
        let name = match label {
            "" => format!("{words} {}", self.tables),
            label => format!("{words} {}: {label}", self.tables),
        };
        self.out.push_str("<section class=\"table\" tabindex=\"0\"");
        self.attribute("aria-label", &name);
        self.out.push_str("><table>\n");
    }

    pub(super) fn open_head(&mut self) {
        self.in_head = true;
        self.out.push_str("<thead><tr>");
    }

    pub(super) fn close_head(&mut self) {
        self.in_head = false;
        self.out.push_str("</tr></thead>\n<tbody>\n");
    }

    pub(super) fn open_cell(&mut self, align: Align, next: Option<Node>) {
        // An empty head names nothing, and a screen reader would read it out for every cell.
        let head = self.in_head && !matches!(next, Some(Node::Close(Tag::Cell(_))));
        self.in_head_cell = head;
        self.out.push_str(if head { "<th scope=\"col\"" } else { "<td" });
        self.out.push_str(match align {
            Align::Natural => ">",
            Align::Start => " class=\"start\">",
            Align::Center => " class=\"center\">",
            Align::End => " class=\"end\">",
        });
    }

    pub(super) fn close_cell(&mut self) {
        self.out.push_str(if self.in_head_cell { "</th>" } else { "</td>" });
    }
}
