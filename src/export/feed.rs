//! `feed.xml`: newly reviewed questions as an Atom feed (RFC 4287).
//!
//! Dates are the authors' own dates of review, so the feed is the same in every build of the same files.

use super::xml::Xml;
use crate::model::{Library, PageRef};
use crate::plan::Plan;

/// The feed of a site at `base`.
pub fn feed(library: &Library, plan: &Plan, base: &str) -> Vec<u8> {
    let dates = plan.reviewed.iter().filter_map(|ix| library[*ix].said().reviewed);
    let newest = dates.map(|reviewed| reviewed.value).max();
    let mut xml = Xml::new();
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &library.site.language)]);
    xml.line();
    xml.text("title", &library.site.title);
    if !library.site.tagline.is_empty() {
        xml.text("subtitle", &library.site.tagline);
    }
    xml.text("id", base);
    // A feed must have a date (section 4.1.1); a site without any review has the oldest one there is.
    xml.text("updated", &newest.map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |date| date.rfc3339()));
    xml.empty("link", &[("href", base)]);
    xml.empty(
        "link",
        &[("rel", "self"), ("type", "application/atom+xml"), ("href", &format!("{base}feed.xml"))],
    );
    xml.open("author", &[]);
    xml.text(
        "name",
        library.site.office().name.as_ref().map_or(library.site.title.as_str(), |name| name.as_str()),
    );
    xml.close("author");
    for ix in &plan.reviewed {
        let question = &library[*ix];
        let Some(reviewed) = question.said().reviewed else { continue };
        let address = format!("{base}{}", plan.routes.page(PageRef::Question(*ix)).address());
        xml.open("entry", &[]);
        xml.text("title", question.text());
        xml.text("id", &address);
        xml.text("updated", &reviewed.value.rfc3339());
        xml.empty("link", &[("href", &address)]);
        if let Some(why) = &question.said().why {
            xml.text("summary", why.plain());
        }
        xml.empty("category", &[("term", question.direction.word())]);
        xml.close("entry");
    }
    xml.close("feed");
    xml.finish()
}
