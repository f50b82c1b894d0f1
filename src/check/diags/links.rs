//! Links, images, embeds and HTML in texts.

use crate::base::near::nearest;
use crate::base::{Slug, SourcePath, Span};
use crate::diag::{Code, Diagnostic, codes};
use crate::syntax::Text;
use crate::syntax::document::{Embed, EmbedKind, Link};
use crate::syntax::record::list;

/// An image or document that no text shows or links to.
pub fn unused_media(path: &SourcePath) -> Diagnostic {
    Diagnostic::file(&codes::UNUSED_MEDIA, path, format!("nothing shows or links to `{path}`"))
        .help("link to it, or remove it; what shall be published without a link belongs in `static/`")
}

/// The most headings or questions that a help line lists.
const LISTED: usize = 12;

/// A link to a file, or an image, that is not there.
pub fn broken_link(link: &Link, missing: &SourcePath, near: Option<&str>) -> Diagnostic {
    let (code, message): (&'static Code, String) = if link.image {
        (&codes::MISSING_IMAGE, format!("there is no image `{missing}`"))
    } else {
        (&codes::BROKEN_LINK, format!("there is no file `{missing}`"))
    };
    let base = Diagnostic::at(code, link.span, message);
    match near {
        Some(near) => base.help(format!("did you mean `{near}`?")),
        None if link.image => base.help("put the image beside the text, and name it as seen from this file"),
        None => {
            base.help("name a file as seen from this one: `../` goes up one folder; capital letters count")
        }
    }
}

/// `[words]()`.
pub fn empty_link(link: &Link) -> Diagnostic {
    let code = if link.image { &codes::MISSING_IMAGE } else { &codes::BROKEN_LINK };
    let what = if link.image { "image" } else { "link" };
    Diagnostic::at(code, link.span, format!("this {what} has no address"))
        .help("write the address between the round brackets, or remove the brackets")
}

/// A link from the root of a host.
pub fn absolute_link(link: &Link, meant: Option<&str>) -> Diagnostic {
    let code = if link.image { &codes::MISSING_IMAGE } else { &codes::BROKEN_LINK };
    let message = format!("`{}` starts at the root of the web server", link.destination);
    let base = Diagnostic::at(code, link.span, message);
    let Some(meant) = meant else {
        return base.help("name the file as seen from this one: `../roles/nurse/role.md`");
    };
    let base = base.help(format!("write `{meant}`: links name files as seen from the file they stand in"));
    if is_verbatim(link) { base.fix(format!("write `{meant}`"), link.span, meant) } else { base }
}

/// A link that climbs out of the project.
pub fn outside_link(link: &Link) -> Diagnostic {
    let code = if link.image { &codes::MISSING_IMAGE } else { &codes::BROKEN_LINK };
    Diagnostic::at(code, link.span, format!("`{}` leaves the project", link.destination))
        .help("it has more `../` than this file has folders; only files of the project can be linked")
}

/// A link to a folder or to a file without a page.
pub fn pageless_link(link: &Link, page: Option<&str>) -> Diagnostic {
    let code = if link.image { &codes::MISSING_IMAGE } else { &codes::BROKEN_LINK };
    let base = Diagnostic::at(code, link.span, format!("`{}` has no page", link.destination));
    let Some(page) = page else {
        return base
            .help("link to the file of a guide, role, bank or another page, or to a file in `static/`");
    };
    let base = base.help(format!("write `{page}`: links name files"));
    if is_verbatim(link) && !link.destination.contains(['#', '?']) {
        return base.fix(format!("write `{page}`"), link.span, page);
    }
    base
}

/// An image that is another kind of file.
pub fn not_an_image(link: &Link, file: &SourcePath) -> Diagnostic {
    Diagnostic::at(&codes::MISSING_IMAGE, link.span, format!("`{file}` is not an image")).help(
        "images end in `.png`, `.jpg`, `.webp`, `.avif`, `.gif` or `.svg`; without the `!` this is a link",
    )
}

/// An image that is a page.
pub fn page_as_image(link: &Link) -> Diagnostic {
    Diagnostic::at(
        &codes::MISSING_IMAGE,
        link.span,
        format!("`{}` is a page, not an image", link.destination),
    )
    .help("take the `!` away to make it a link")
}

/// An anchor that no heading has.
pub fn broken_anchor<'h>(
    link: &Link,
    id: &str,
    whose: &str,
    headings: impl Iterator<Item = &'h str> + Clone,
) -> Diagnostic {
    let base = Diagnostic::at(&codes::BROKEN_ANCHOR, link.span, format!("{whose} has no heading `#{id}`"));
    match nearest(id, headings.clone()) {
        Some(near) => base.help(format!("did you mean `#{near}`?")),
        None if headings.clone().next().is_none() => base.help("it has no headings to link to"),
        None => base.help(format!("its headings: {}", list(headings.take(LISTED)))),
    }
}

/// An anchor that no question of a bank has.
pub fn no_question<'q>(
    link: &Link,
    id: &str,
    bank: &Slug,
    questions: impl Iterator<Item = &'q str> + Clone,
) -> Diagnostic {
    let message = format!("the bank `{bank}` has no question `{id}`");
    let base = Diagnostic::at(&codes::BROKEN_ANCHOR, link.span, message);
    match nearest(id, questions.clone()) {
        Some(near) => base.help(format!("did you mean `#{near}`?")),
        None if questions.clone().next().is_none() => base.help("it has no questions"),
        None => base.help(format!("its questions: {}", list(questions.take(LISTED)))),
    }
}

/// A link to a draft.
pub fn draft_link(link: &Link) -> Diagnostic {
    let message = format!("`{}` is a draft: readers cannot follow this link", link.destination);
    Diagnostic::at(&codes::DRAFT_LINK, link.span, message)
        .help("finish the draft, or take the link out until then")
}

/// An embed of a draft.
pub fn embedded_draft(embed: &Embed) -> Diagnostic {
    let message = format!("`{}` is a draft: readers do not see it here", embed.id);
    Diagnostic::at(&codes::DRAFT_LINK, embed.id_span, message)
        .help("finish the draft, or take the embed out until then")
}

/// An embed of something that is not there.
pub fn unknown_embed(embed: &Embed, near: Option<&str>) -> Diagnostic {
    let (what, form) = match embed.kind {
        EmbedKind::Question => {
            ("question", "write the bank and the question: `behavioral-core/conflict-teammate`")
        }
        EmbedKind::Kit => ("kit", "a kit is called by its file's name, without `.toml`"),
        EmbedKind::Checklist => ("checklist", "a checklist is called by its file's name, without `.md`"),
        EmbedKind::Message => ("message", "a message is called by its file's name, without `.md`"),
    };
    let base =
        Diagnostic::at(&codes::UNKNOWN_EMBED, embed.id_span, format!("there is no {what} `{}`", embed.id));
    match near {
        Some(near) => base.help(format!("did you mean `{near}`?")),
        None => base.help(form),
    }
}

/// HTML that is shown as text, in so many places of one text.
pub fn raw_html(span: Span, count: usize) -> Diagnostic {
    let message = match count {
        1 => "readers see this HTML as text".to_owned(),
        _ => format!("readers see this HTML as text, {count} tags in all"),
    };
    Diagnostic::at(&codes::RAW_HTML, span, message).help(
        "write it as Markdown; put HTML that shall be shown in backticks; \
         or set `raw_html = true` under `[markdown]` in `site.toml`",
    )
}

/// A picture of `[brand]` that is not there.
pub fn missing_picture(name: &Text, near: Option<&str>) -> Diagnostic {
    let message = format!("there is no file `{}` in `static/`", name.as_str());
    let base = Diagnostic::at(&codes::MISSING_IMAGE, name.span(), message);
    match near {
        Some(near) => base.help(format!("did you mean `{near}`?")).fix(
            format!("write `{near}`"),
            name.span(),
            format!("\"{near}\""),
        ),
        None => base.help("put it into the folder `static/`, and name it as seen from there: `logo.svg`"),
    }
}

/// A logo that is another kind of file.
pub fn logo_no_image(logo: &Text) -> Diagnostic {
    Diagnostic::at(&codes::MISSING_IMAGE, logo.span(), format!("`{}` is not an image", logo.as_str()))
        .help("a logo is an `.svg`, `.png` or `.webp`")
}

/// A picture for links that those who show links cannot show.
pub fn image_not_shared(image: &Text) -> Diagnostic {
    let message = format!("`{}` is not shown with links", image.as_str());
    Diagnostic::at(&codes::MISSING_IMAGE, image.span(), message)
        .help("mail programs and networks show a `.png`, `.jpg` or `.webp`; export the drawing as one")
}

/// A picture for links without words.
pub fn image_without_alt(image: &Text) -> Diagnostic {
    let message = format!("the image `{}` has no text alternative", image.as_str());
    Diagnostic::at(&codes::MISSING_ALT, image.span(), message)
        .help("say below it what it shows: `image_alt = \"a room with two chairs\"`")
}

/// Whether the span of the link is its address and nothing else, so that a fix may replace it.
fn is_verbatim(link: &Link) -> bool {
    (link.span.end - link.span.start) as usize == link.destination.len()
}
