//! `base_url` in `site.toml`: written when it is missing or shall be another; everything else stays as it is.

use crate::source::Source;
use crate::syntax::layout::newline;
use crate::syntax::records::site::SiteFile;
use crate::syntax::toml::quoted;
use crate::syntax::{Said, Text, parse};

/// The text of `site.toml` with this address; `None` when there is no place that is surely right.
///
/// It stands below the commented one of a new site, else below the title, which every site has.
pub fn added(source: &Source, address: &str) -> Option<String> {
    let text = source.text().ok()?;
    let title = said(source)?.title.as_ref().map(Text::span)?;
    let below = |from: usize| text[from..].find('\n').map_or(text.len(), |at| from + at + 1);
    let lines = text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    let commented = lines
        .take_while(|(_, line)| !line.trim_start().starts_with('['))
        .find(|(_, line)| line.trim_start().trim_start_matches('#').trim_start().starts_with("base_url"))
        .map(|(start, _)| start);
    let places = commented.into_iter().chain([title.end as usize]).map(below);
    places.map(|place| inserted(text, place, address)).find(|text| says(source, text, address))
}

/// The text of `site.toml` with this address in the place of the one it has.
pub fn replaced(source: &Source, address: &str) -> Option<String> {
    let mut text = source.text().ok()?.to_owned();
    let old = said(source)?.base_url.as_ref().map(Text::span)?;
    text.replace_range(old.start as usize..old.end as usize, &quoted(address));
    says(source, &text, address).then_some(text)
}

fn inserted(text: &str, place: usize, address: &str) -> String {
    let end = newline(text);
    let (before, after) = text.split_at(place);
    let gap = if before.is_empty() || before.ends_with('\n') { "" } else { end };
    format!("{before}{gap}base_url = {}{end}{after}", quoted(address))
}

/// Whether the text is read without a mistake, and with this address: a guess at the place is never trusted.
fn says(source: &Source, text: &str, address: &str) -> bool {
    let source = Source { bytes: text.as_bytes().into(), ..source.clone() };
    let parsed = parse(&source);
    let Said::Site(said) = &parsed.said else { return false };
    !parsed.broken && said.base_url.as_ref().is_some_and(|url| url.as_str() == address)
}

fn said(source: &Source) -> Option<std::sync::Arc<SiteFile>> {
    match parse(source).said {
        Said::Site(said) => Some(said),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;
    use crate::source::Sources;

    fn source(text: &str) -> Source {
        let path = SourcePath::new("site.toml").unwrap();
        let mut sources = Sources::default();
        sources.insert(path.clone(), text.as_bytes());
        sources.get(&path).unwrap().clone()
    }

    fn with(text: &str) -> Option<String> {
        added(&source(text), "https://a.github.io/b/")
    }

    #[test]
    fn the_old_one_gives_way_in_its_place() {
        let old = source("title = \"T\"\nbase_url = 'https://x.org' # old\n[office]\n");
        let new = "title = \"T\"\nbase_url = \"https://y.org/\" # old\n[office]\n";
        assert_eq!(replaced(&old, "https://y.org/").as_deref(), Some(new));
        assert_eq!(replaced(&source("title = \"T\"\n"), "https://y.org/"), None);
    }

    #[test]
    fn it_stands_below_the_comment_or_the_title() {
        let starter = with("title = \"T\"\n\n# base_url = \"https://…\"\n\n[office]\nname = \"O\"\n");
        let expected = "title = \"T\"\n\n# base_url = \"https://…\"\nbase_url = \"https://a.github.io/b/\"\n\n[office]\nname = \"O\"\n";
        assert_eq!(starter.as_deref(), Some(expected));
        let bare = with("title = \"T\" # called so");
        assert_eq!(
            bare.as_deref(),
            Some("title = \"T\" # called so\nbase_url = \"https://a.github.io/b/\"\n")
        );
        let windows = with("title = \"T\"\r\n[brand]\r\n");
        assert_eq!(
            windows.as_deref(),
            Some("title = \"T\"\r\nbase_url = \"https://a.github.io/b/\"\r\n[brand]\r\n")
        );
        let tricky = with("tagline = \"\"\"\n# base_url\n\"\"\"\ntitle = \"T\"\n");
        assert!(
            tricky
                .is_some_and(|text| text.ends_with("title = \"T\"\nbase_url = \"https://a.github.io/b/\"\n"))
        );
    }
}
