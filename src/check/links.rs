//! Relative links and images of every text, anchors, and the pictures of `[brand]`: each leads to something that is there.

use super::{Found, diags, extents, nearby};
use crate::base::SourcePath;
use crate::diag::Diagnostic;
use crate::model::{Broken, Library, PageRef, Target};
use crate::syntax::Text;
use crate::syntax::document::{Destination, Document, Link};

/// A link that leads nowhere: the file it stands in, and why.
#[derive(Debug)]
pub(super) struct Lost<'l> {
    from: &'l SourcePath,
    link: &'l Link,
    why: Broken,
}

pub(super) fn check<'l>(
    library: &'l Library,
    path: &'l SourcePath,
    document: &'l Document,
    found: &mut Found<'l>,
) {
    for link in document.links() {
        match link.kind {
            Destination::Web | Destination::Contact => {}
            Destination::Anchor => found.problems.extend(anchor(document, link)),
            Destination::Relative => relative(library, path, link, found),
        }
    }
}

/// `#…` in the document itself; `#top` is every page's own (HTML, "select the indicated part").
fn anchor(document: &Document, link: &Link) -> Option<Diagnostic> {
    let id = crate::base::path::decoded(link.destination.trim_start_matches('#'));
    let headings = || document.headings().iter().map(|heading| &*heading.id);
    let notes = document.footnotes().iter().map(|note| &*note.id);
    let known =
        id.is_empty() || id.eq_ignore_ascii_case("top") || headings().chain(notes).any(|known| known == id);
    (!known).then(|| diags::broken_anchor(link, &id, "this text", headings()))
}

fn relative<'l>(library: &'l Library, from: &'l SourcePath, link: &'l Link, found: &mut Found<'l>) {
    if link.destination.is_empty() {
        found.problems.push(diags::empty_link(link));
        return;
    }
    let wrong = match library.target(from, &link.destination) {
        Ok(Target::File(file)) if link.image && !is_image(&file) => diags::not_an_image(link, &file),
        Ok(Target::Page(..) | Target::Draft(_)) if link.image => diags::page_as_image(link),
        Ok(Target::Draft(_)) if !extents::is_draft(library, from, link.span) => diags::draft_link(link),
        Ok(_) | Err(Broken::Unread) => return,
        Err(why) => {
            found.lost.push(Lost { from, link, why });
            return;
        }
    };
    found.problems.push(wrong);
}

/// Reports links that lead nowhere, with what was probably meant.
pub(super) fn report(library: &Library, lost: &[Lost<'_>], problems: &mut Vec<Diagnostic>) {
    if lost.is_empty() {
        return;
    }
    let nearby = nearby::Files::of(library);
    problems.extend(lost.iter().map(|lost| lost.report(library, &nearby)));
}

impl Lost<'_> {
    fn report(&self, library: &Library, nearby: &nearby::Files<'_>) -> Diagnostic {
        let Lost { from, link, why } = self;
        match why {
            Broken::Absolute => {
                diags::absolute_link(link, nearby.absolute(from, &link.destination).as_deref())
            }
            Broken::NoPage(path) => {
                let page = nearby.page_of_folder(path).map(|page| from.relative(page));
                diags::pageless_link(link, page.as_deref())
            }
            Broken::NoFile(path) => {
                let near = nearby.nearest(path).map(|near| from.relative(near));
                diags::broken_link(link, path, near.as_deref())
            }
            Broken::NoAnchor(page, id) => no_anchor(library, link, *page, id),
            // What could not be read is never lost.
            Broken::Outside | Broken::Unread => diags::outside_link(link),
        }
    }
}

fn no_anchor(library: &Library, link: &Link, page: PageRef, id: &str) -> Diagnostic {
    match page {
        PageRef::Bank(bank) => {
            let questions =
                library[bank].questions.iter().map(|question| library[*question].name.id.as_str());
            diags::no_question(link, id, &library[bank].id, questions)
        }
        page => {
            let headings = library.body(page).map(Document::headings).unwrap_or_default();
            diags::broken_anchor(link, id, "that page", headings.iter().map(|heading| &*heading.id))
        }
    }
}

fn is_image(file: &SourcePath) -> bool {
    const IMAGES: [&str; 7] = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];
    IMAGES.contains(&file.extension().to_ascii_lowercase().as_str())
}

/// The pictures of `[brand]`.
pub(super) fn brand(library: &Library, problems: &mut Vec<Diagnostic>) {
    if let Some(logo) = library.site.logo() {
        let shown = |file: &SourcePath| (!is_image(file)).then(|| diags::logo_no_image(logo));
        problems.extend(picture(library, logo, shown));
    }
    if let Some((image, alt)) = library.site.image() {
        let shown = |file: &SourcePath| (!is_shared(file)).then(|| diags::image_not_shared(image));
        problems.extend(picture(library, image, shown));
        problems.extend(alt.is_none().then(|| diags::image_without_alt(image)));
    }
}

/// A picture of `static/`: that it is there, and what `wrong` has against it.
fn picture(
    library: &Library,
    name: &Text,
    wrong: impl Fn(&SourcePath) -> Option<Diagnostic>,
) -> Option<Diagnostic> {
    let folder = SourcePath::new("static/picture")?;
    let at = |name: &str| folder.join(name).filter(|path| library.files.contains(path));
    if let Some(file) = at(name.as_str()) {
        return wrong(&file);
    }
    let meant = name.as_str().trim_start_matches('/').trim_start_matches("static/");
    let names = library.files.iter().filter_map(|file| file.as_str().strip_prefix("static/"));
    let near = at(meant).map(|_| meant).or_else(|| crate::base::near::nearest(meant, names));
    Some(diags::missing_picture(name, near))
}

/// Whether those who show links to a page show a picture of this kind.
fn is_shared(file: &SourcePath) -> bool {
    ["gif", "jpeg", "jpg", "png", "webp"].contains(&file.extension().to_ascii_lowercase().as_str())
}
