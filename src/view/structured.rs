//! What a page is about in the words of schema.org: one JSON-LD block, for search engines.
//!
//! Says only what the page shows. Breadcrumbs are made of absolute addresses: without one of the site there are
//! none, and no other node has an address. Written with every character escaped that could end the block.

use serde_json::{Map, Value, json};

use super::about::{one, title};
use super::items::{LinkView, WordView, date};
use super::sheet::Sheet;
use crate::base::OutPath;
use crate::model::{GuideIx, KitIx, List, PageRef, QuestionIx, Scope, Site};
use crate::syntax::Text;
use crate::theme::Html;

/// A thing of the vocabulary, in the making.
#[derive(Debug)]
pub struct Thing(Map<String, Value>);

impl Thing {
    fn new(kind: &str) -> Thing {
        Thing(Map::new()).with("@type", kind)
    }

    /// Adds a property, unless there is nothing in it.
    fn with(mut self, name: &str, value: impl Into<Value>) -> Thing {
        let value = value.into();
        let nothing = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(all) => all.is_empty(),
            _ => false,
        };
        if !nothing {
            self.0.insert(name.to_owned(), value);
        }
        self
    }

    fn value(self) -> Value {
        Value::Object(self.0)
    }
}

/// The site: on its home page.
pub fn site(sheet: &Sheet<'_>) -> Thing {
    let site = &sheet.library().site;
    Thing::new("WebSite")
        .with("name", site.title.as_str())
        .with("description", site.tagline.as_str())
        .with("publisher", office(site))
}

/// A guide.
pub fn guide(sheet: &Sheet<'_>, ix: GuideIx, minutes: usize) -> Thing {
    let library = sheet.library();
    let said = &library[ix].said;
    Thing::new("Article")
        .with("headline", library[ix].title())
        .with("description", line(&one(library, said.summary.as_ref())))
        .with("timeRequired", format!("PT{minutes}M"))
        .with("dateModified", said.upkeep.reviewed.map(|reviewed| date(reviewed.value)))
        .with("author", office(&library.site))
        .with("publisher", office(&library.site))
}

/// A question.
pub fn question(sheet: &Sheet<'_>, ix: QuestionIx) -> Thing {
    let library = sheet.library();
    let (question, said) = (&library[ix], library[ix].said());
    let labels = |list: List| -> Vec<String> {
        WordView::all(sheet, list, question.words(list)).into_iter().map(|word| word.label).collect()
    };
    let tags: Vec<&str> = said.tags.iter().flatten().map(|tag| tag.value.as_str()).collect();
    let owner = library[question.bank].said.owner.as_ref();
    resource()
        .with("name", line(&title(library, PageRef::Question(ix))))
        .with("description", line(&one(library, said.why.as_ref())))
        .with("learningResourceType", labels(List::Kind).pop())
        .with("about", labels(List::Topic).pop().map(|topic| Thing::new("Thing").with("name", topic).value()))
        .with("teaches", labels(List::Competency))
        .with("educationalLevel", labels(List::Level))
        .with("keywords", tags)
        .with("dateModified", said.reviewed.map(|reviewed| date(reviewed.value)))
        .with("creditText", owner.map(Text::as_str))
}

/// A role, an industry, or a role in an industry.
pub fn place(sheet: &Sheet<'_>, scope: Scope) -> Thing {
    let library = sheet.library();
    let role = scope.role.map(|ix| &library[ix]);
    let industry = scope.industry.map(|ix| &library[ix]);
    let (summary, upkeep) = match (role, industry) {
        (Some(role), None) => (role.said.summary.as_ref(), Some(&role.said.upkeep)),
        (None, Some(industry)) => (industry.said.summary.as_ref(), Some(&industry.said.upkeep)),
        _ => (None, None),
    };
    let occupation = role.map(|role| {
        let names = role.said.also_called.iter().map(|name| name.as_str()).collect::<Vec<_>>();
        // Codes and other names stand on the page of the role alone.
        let own = Some(role).filter(|_| industry.is_none());
        Thing::new("Occupation")
            .with("name", role.title())
            .with("alternateName", own.map(|_| names))
            .with("occupationalCategory", own.and_then(|role| role.said.soc.as_ref()).map(Text::as_str))
            .value()
    });
    let field = industry.map(|industry| Thing::new("Thing").with("name", industry.title()).value());
    resource()
        .with("name", sheet.scope_title(scope))
        .with("description", line(&one(library, summary)))
        .with("about", occupation.into_iter().chain(field).collect::<Vec<_>>())
        .with("dateModified", upkeep.and_then(|upkeep| upkeep.reviewed).map(|day| date(day.value)))
}

/// A kit.
pub fn kit(sheet: &Sheet<'_>, ix: KitIx) -> Thing {
    let library = sheet.library();
    let said = &library[ix].said;
    let audience =
        said.for_whom.as_ref().map(|whom| Thing::new("Audience").with("audienceType", whom.as_str()).value());
    resource()
        .with("name", library[ix].title())
        .with("description", line(&one(library, said.intro.as_ref())))
        .with("audience", audience)
        .with("timeRequired", said.minutes.map(|minutes| format!("PT{}M", minutes.value)))
        .with("dateModified", said.upkeep.reviewed.map(|reviewed| date(reviewed.value)))
}

fn resource() -> Thing {
    Thing::new("LearningResource")
}

/// Who stands behind the site, as its foot says.
fn office(site: &Site) -> Value {
    let office = site.office();
    let name = office.name.as_ref().map_or(site.title.as_str(), Text::as_str);
    Thing::new("Organization").with("name", name).with("url", office.url.as_ref().map(Text::as_str)).value()
}

/// The block of a page: what it is, when it is something, and where it stands; nothing when there is neither.
pub fn block(sheet: &Sheet<'_>, thing: Option<Thing>, title: &str, above: &[LinkView]) -> Option<Html> {
    let site = &sheet.library().site;
    let own = site.base_url.as_ref().map(|base| format!("{base}{}", sheet.here.address()));
    let mut graph = Vec::new();
    if let Some(thing) = thing {
        let thing = thing.with("inLanguage", site.language.as_str()).with("url", own.clone());
        graph.push(thing.value());
    }
    if let (Some(base), Some(own)) = (&site.base_url, own)
        && !above.is_empty()
    {
        let above = above.iter().map(|link| (link.title.as_str(), absolute(base, sheet.here, &link.url)));
        let items = above.chain([(title, own)]).enumerate().map(|(at, (name, item))| {
            json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": item })
        });
        let items: Vec<Value> = items.collect();
        graph.push(Thing::new("BreadcrumbList").with("itemListElement", items).value());
    }
    if graph.is_empty() {
        return None;
    }
    Some(Html::new(&escaped(&json!({ "@context": "https://schema.org", "@graph": graph }))))
}

/// The address that a link of the page at `here` leads to.
fn absolute(base: &str, here: &OutPath, link: &str) -> String {
    let mut folders: Vec<&str> = here.as_str().split('/').collect();
    folders.pop();
    for part in link.split('/') {
        match part {
            ".." => drop(folders.pop()),
            part => folders.push(part),
        }
    }
    let path = folders.join("/");
    format!("{base}{}", path.strip_suffix("index.html").unwrap_or(&path))
}

/// The text on one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// JSON in which nothing can end a script or start a comment, and that is JavaScript too.
///
/// In JSON these characters stand in texts alone, where `\u` and four digits mean the same.
fn escaped(value: &Value) -> String {
    let text = value.to_string();
    let mut out = String::with_capacity(text.len() + 64);
    for c in text.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_the_same_text_again_and_cannot_end() {
        for hostile in [
            "</script><script>alert(1)</script>",
            "<!-- <script>",
            "]]> & &amp; \u{2028}\u{2029} \"quoted\" \\ \u{0} \u{7f} é 🎓",
        ] {
            let value = json!({ "@type": "Article", "headline": hostile });
            let text = escaped(&value);
            assert!(!text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{text}");
            assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON"), value);
        }
    }

    #[test]
    fn links_become_absolute() {
        let from = |here: &str, link: &str| {
            absolute("https://a.example/prep/", &OutPath::new(here).expect("a path"), link)
        };
        let deep = "questions/core/why/index.html";
        assert_eq!(from(deep, "../../../index.html"), "https://a.example/prep/");
        assert_eq!(from(deep, "../index.html"), "https://a.example/prep/questions/core/");
        assert_eq!(from("guides/index.html", "../index.html"), "https://a.example/prep/");
    }
}
