//! The small things pages share: links, words, rows of lists.

use serde::Serialize;

use super::about::title;
use super::sheet::Sheet;
use crate::base::{Date, Seconds};
use crate::model::{Composed, Item, List, PageRef, QuestionIx, Status, WordIx};
use crate::plan::Facet;
use crate::syntax::records::SourceLink;
use crate::syntax::records::bank::AdaptList;
use crate::theme::{Gap, Html, View};

/// A link.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LinkView {
    /// What it leads to.
    pub title: String,
    /// Its address, relative to the page.
    pub url: String,
}

/// The link to a thing.
pub fn link(sheet: &Sheet<'_>, to: PageRef) -> LinkView {
    LinkView { title: title(sheet.library(), to).into_owned(), url: sheet.page_url(to) }
}

/// A word of a fixed list.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LabelView {
    /// The word as authors write it.
    pub id: &'static str,
    /// What readers see.
    pub label: String,
}

/// A word of the vocabulary, with the list of its questions when there is one.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WordView {
    /// Its id.
    pub id: String,
    /// What readers see.
    pub label: String,
    /// The list of its questions.
    pub url: Option<String>,
}

impl WordView {
    /// A word of a list.
    pub fn new(sheet: &Sheet<'_>, list: List, word: WordIx) -> WordView {
        let described = sheet.library().vocabulary.word(list, word);
        let facet = Facet::ALL.into_iter().find(|facet| facet.list() == list);
        let listing = facet.and_then(|facet| sheet.plan().listing(facet, word));
        WordView {
            id: described.id.to_string(),
            label: sheet.label(list, word),
            url: listing.map(|listing| sheet.url(&listing.path)),
        }
    }

    /// Words of a list.
    pub fn all(sheet: &Sheet<'_>, list: List, words: &[WordIx]) -> Vec<WordView> {
        words.iter().map(|word| WordView::new(sheet, list, *word)).collect()
    }
}

/// Where a statement comes from.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SourceView {
    /// Its title, or its address without the scheme.
    pub title: String,
    /// Its address.
    pub url: String,
}

impl SourceView {
    /// Sources as an author wrote them.
    pub fn all(sources: &[SourceLink]) -> Vec<SourceView> {
        let view = |source: &SourceLink| {
            let url = source.url.as_str();
            let bare = url.split_once("://").map_or(url, |(_, rest)| rest).trim_end_matches('/');
            let title = source.title.as_ref().map_or(bare, |title| title.as_str());
            SourceView { title: title.to_owned(), url: url.to_owned() }
        };
        sources.iter().map(view).collect()
    }
}

/// A length of time.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Duration {
    /// In seconds.
    pub seconds: u32,
    /// In words: `1 min 30 s`.
    pub label: String,
}

impl Duration {
    /// A length of time in words.
    pub fn new(sheet: &Sheet<'_>, Seconds(all): Seconds) -> Duration {
        let number = |seconds: u32| Gap::Number(seconds.try_into().unwrap_or(usize::MAX));
        let (minutes, seconds) = (("minutes", number(all / 60)), ("seconds", number(all % 60)));
        let label = match (all / 60, all % 60) {
            (0, _) => sheet.say_with("duration-seconds", &[seconds]),
            (_, 0) => sheet.say_with("duration-minutes", &[minutes]),
            _ => sheet.say_with("duration-minutes-seconds", &[minutes, seconds]),
        };
        Duration { seconds: all, label }
    }
}

/// A date as `YYYY-MM-DD`.
pub fn date(date: Date) -> String {
    date.to_string()
}

/// A question as a row of a list.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ItemView {
    /// Its full id: `bank/question`.
    pub name: String,
    /// Its words, without links, so that they can be one; on the page of a scope, as adapted there.
    pub text: Html,
    /// Its page.
    pub url: String,
    /// `you-ask` or `you-answer`.
    pub direction: &'static str,
    /// Its kind.
    #[cfg_attr(test, schemars(with = "Option<WordView>"))]
    pub kind: Option<View>,
    /// `must`, `should` or `nice`.
    pub priority: &'static str,
    /// Whether it is a draft: only in previews.
    pub draft: bool,
    /// Whom it comes from: everyone, or a role or industry; only on the page of a scope.
    pub from: Option<String>,
    /// Whether it is worded or filled out for the page's scope.
    pub adapted: bool,
    /// What a good answer covers, or what to listen for, here and nowhere else.
    pub here: Vec<Html>,
}

impl ItemView {
    /// A question on its own.
    pub fn of_question(sheet: &Sheet<'_>, question: QuestionIx) -> ItemView {
        let described = &sheet.library()[question];
        let file = sheet.file_of(question);
        let text = described
            .said()
            .text
            .as_ref()
            .map_or_else(|| Html::new(""), |text| unlinked(sheet.html(file, text)));
        ItemView {
            name: described.name.full(),
            text,
            url: sheet.page_url(PageRef::Question(question)),
            direction: described.direction.word(),
            kind: described.kind.map(|kind| sheet.word(List::Kind, kind)),
            priority: described.priority.word(),
            draft: described.status == Status::Draft,
            from: None,
            adapted: false,
            here: Vec::new(),
        }
    }

    /// A question on the page of a scope.
    pub fn of_item(sheet: &Sheet<'_>, page: &Composed, item: &Item) -> ItemView {
        let library = sheet.library();
        let own = ItemView::of_question(sheet, item.question);
        let mut view =
            ItemView { from: Some(from(sheet, page, item)), adapted: !item.adapts.is_empty(), ..own };
        for adapting in &item.adapts {
            let file = &library[adapting.0].path;
            let adapt = library.adapt(*adapting);
            if let Some(text) = &adapt.text {
                view.text = unlinked(sheet.html(file, text));
            }
            let points = |list| matches!(list, AdaptList::Cover | AdaptList::ListenFor);
            for (_, entries) in adapt.add.iter().filter(|(list, _)| points(*list)) {
                view.here.extend(entries.iter().map(|entry| sheet.html(file, entry)));
            }
        }
        view
    }
}

/// The HTML of a line without its links: a row of a list is a link itself, and links do not nest.
fn unlinked(html: Html) -> Html {
    let text = html.as_str();
    if !text.contains("<a ") {
        return html;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("<a ") {
        out.push_str(&rest[..start]);
        rest = rest[start..].split_once('>').map_or("", |(_, behind)| behind);
    }
    out.push_str(rest);
    Html::new(&out.replace("</a>", ""))
}

fn from(sheet: &Sheet<'_>, page: &Composed, item: &Item) -> String {
    let library = sheet.library();
    match (item.from.role, item.from.industry) {
        (Some(role), Some(industry)) if page.scope != item.from => {
            let (role, industry) = (library[role].title(), library[industry].title());
            sheet.say_with(
                "role-and-industry",
                &[("role", Gap::Text(role)), ("industry", Gap::Text(industry))],
            )
        }
        _ => sheet.scope_title(item.from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_taken_out_and_words_stay() {
        let text = |html: &str| unlinked(Html::new(html)).as_str().to_owned();
        assert_eq!(
            text("a <a href=\"x&gt;\" rel=\"y\">b <em>c</em></a> <abbr>d</abbr>"),
            "a b <em>c</em> <abbr>d</abbr>"
        );
        assert_eq!(text("<a href=\"x\">a</a><a href=\"y\">b</a>"), "ab");
        assert_eq!(text("plain &lt;a href"), "plain &lt;a href");
    }
}
