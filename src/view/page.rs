//! What every template sees as `page`: its place in the site and its head matter.

use serde::Serialize;

use super::about::{Alike, DESCRIPTION};
use super::items::LinkView;
use super::sheet::Sheet;
use super::structured::{self, Thing};
use super::upkeep;
use crate::base::SourcePath;
use crate::plan::{Routes, is_indexed};
use crate::theme::{Gap, Html};

/// The page itself.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PageView {
    /// Which kind of page: the name of its template without `.html`.
    pub kind: &'static str,
    /// Its title, without markup.
    pub title: String,
    /// Its title for the head, unique in the site: page, section, site.
    pub full_title: String,
    /// One or two sentences for search engines; never empty, and no other page's.
    pub description: String,
    /// Its absolute address, when the site has one.
    pub canonical: Option<String>,
    /// Whether search engines should know it: not 404.html, former addresses, drafts and retired questions.
    pub indexed: bool,
    /// What it is about in the words of schema.org: what stands in a `<script type="application/ld+json">`.
    pub structured: Option<Html>,
    /// The section it belongs to: the id of one of `site.sections`, or nothing.
    pub section: Option<&'static str>,
    /// The pages above it, from the home page down to its parent; none on pages that have no place.
    pub breadcrumbs: Vec<LinkView>,
    /// Where its source can be edited, when the site names a repository on a host that is known.
    pub source: Option<String>,
    /// Where a problem with it is told: a new issue of the repository, or a message to the office.
    pub report: Option<String>,
}

/// A page's place and words, before they are joined with the site's.
#[derive(Debug)]
pub struct Head<'h> {
    /// The name of its template without `.html`.
    pub kind: &'static str,
    /// Its title.
    pub title: &'h str,
    /// What it is about; cut to length.
    pub description: &'h str,
    /// What it shows first: its description when it has none, and on later pages of a list.
    pub shows: &'h str,
    /// What stands behind the title in the head, when that is not the page above it.
    pub under: Option<String>,
    /// What it is in the words of schema.org.
    pub thing: Option<Thing>,
    /// Its section.
    pub section: Option<&'static str>,
    /// The pages between its section and itself.
    pub above: Vec<LinkView>,
    /// The file it is written in.
    pub source: Option<&'h SourcePath>,
    /// Which page of a list it is, when it is one.
    pub number: usize,
}

impl Default for Head<'_> {
    fn default() -> Self {
        Head {
            kind: "home",
            title: "",
            description: "",
            shows: "",
            under: None,
            thing: None,
            section: None,
            above: Vec::new(),
            source: None,
            number: 1,
        }
    }
}

/// What a template sees of a page.
pub fn page(sheet: &Sheet<'_>, head: Head<'_>) -> PageView {
    let site = &sheet.library().site;
    let sections = super::site::sections(sheet.library(), sheet.plan());
    let section = head.section.filter(|id| sections.contains(id));
    let mut breadcrumbs = Vec::new();
    // A server shows 404.html at any address, where a relative link leads nowhere.
    if !matches!(head.kind, "home" | "404" | "redirect") {
        breadcrumbs
            .push(LinkView { title: sheet.say("home"), url: sheet.url(&Routes::root_file("index.html")) });
    }
    let section_page = section.map(Routes::section);
    if let (Some(id), Some(path)) = (section, &section_page)
        && *path != *sheet.here
    {
        breadcrumbs
            .push(LinkView { title: super::site::section_title(sheet.material, id), url: sheet.url(path) });
    }
    breadcrumbs.extend(head.above);
    let above = breadcrumbs.last().filter(|_| breadcrumbs.len() > 1).map(|link| link.title.clone());
    // Below the list's first page, unless that is its section's and stands there already.
    if let Some(first) = Routes::first(sheet.here)
        && section_page.is_none_or(|section| section != first)
    {
        breadcrumbs.push(LinkView { title: head.title.to_owned(), url: sheet.url(&first) });
    }
    let numbered = if head.number > 1 {
        let gaps = [("title", Gap::Text(head.title)), ("page", Gap::Number(head.number))];
        sheet.say_with("page-title-numbered", &gaps)
    } else {
        head.title.to_owned()
    };
    let alike = sheet.material.alike.get_or_init(|| Alike::of(sheet.material));
    let under = head.under.or(above);
    let twin = alike.title(head.title, under.as_deref().unwrap_or_default());
    // Two pages of one name differ in their addresses.
    let own = if twin { format!("{numbered} ({})", sheet.here.address()) } else { numbered.clone() };
    let mut parts = vec![own.as_str()];
    parts.extend(under.as_deref());
    if site.title != numbered {
        parts.push(&site.title);
    }
    let full_title = parts.join(" – ");
    let said = Some(head.description).filter(|said| head.number == 1 && !said.trim().is_empty());
    let description = match said {
        Some(said) if !twin && !alike.sentence(said) => clipped(said),
        Some(said) => clipped(&format!("{own} – {said}")),
        None if head.shows.trim().is_empty() => clipped(&full_title),
        None => clipped(&format!("{own} – {}", head.shows)),
    };
    let recipe = sheet.plan().recipe(sheet.here);
    let indexed = recipe.is_some_and(|recipe| is_indexed(sheet.library(), recipe));
    let structured =
        if indexed { structured::block(sheet, head.thing, &numbered, &breadcrumbs) } else { None };
    let canonical = site
        .base_url
        .as_ref()
        .filter(|_| head.kind != "404")
        .map(|base| format!("{base}{}", sheet.here.address()));
    // A page that has no place has nothing to correct.
    let has_place = !matches!(head.kind, "404" | "redirect");
    let report = has_place.then(|| {
        let about = sheet.say_with("report-title", &[("title", Gap::Text(&clipped(&numbered)))]);
        upkeep::report(site, &about, canonical.as_deref())
    });
    PageView {
        kind: head.kind,
        full_title,
        description,
        canonical,
        indexed,
        structured,
        section: head.section,
        source: head.source.and_then(|path| upkeep::edit(site, path)),
        report: report.flatten(),
        title: numbered,
        breadcrumbs,
    }
}

/// The text on one line, cut between words.
fn clipped(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= DESCRIPTION {
        return line;
    }
    let cut: String = line.chars().take(DESCRIPTION - 1).collect();
    let words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", words.trim_end_matches([',', ';', ':', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_cut_between_words() {
        assert_eq!(clipped("two\n words"), "two words");
        let long = clipped(&"word ".repeat(60));
        assert!(long.ends_with("word…") && long.chars().count() <= DESCRIPTION);
    }
}
