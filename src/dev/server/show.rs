//! Makes what a browser is shown: the site's own bytes, and beside them only the script of the preview.
//!
//! In: a turn and what there is to show. Out: bytes with their kind and status. Work for a processor, done
//! away from the connections; knows nothing of HTTP but status codes.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use axum::body::Bytes;
use axum::http::StatusCode;

use super::print::{Held, held};
use super::route::Target;
use super::{apology, media};
use crate::base::OutPath;
use crate::dev::Turn;
use crate::diag::Diagnostic;
use crate::markup::escape;
use crate::report::browser::problems;
use crate::site::Site;

/// What a browser is shown, without the preview's script.
pub struct Shown {
    /// 200, or what is wrong.
    pub status: StatusCode,
    /// The media type.
    pub media: &'static str,
    /// The bytes.
    pub bytes: Bytes,
    /// What a browser will hold, when this is a page.
    pub held: Option<Held>,
}

/// Shows `target`; a mistake of the program becomes a page that says so.
pub fn show(turn: &Turn, target: &Target) -> Shown {
    caught(|| shown(turn, target))
}

/// What `make` gives, or in place of a panic the page that tells of it.
fn caught(make: impl FnOnce() -> Shown) -> Shown {
    // A site is never changed, so a panic leaves nothing half done in it.
    catch_unwind(AssertUnwindSafe(make)).unwrap_or_else(|panic| {
        page(StatusCode::INTERNAL_SERVER_ERROR, Bytes::from(apology::broken(words(panic.as_ref()))), None)
    })
}

fn words(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no words")
}

fn shown(turn: &Turn, target: &Target) -> Shown {
    match (target, &turn.site) {
        (Target::Output(path), Some(site)) => output(site, path),
        (Target::Missing, Some(site)) => missing(site),
        (Target::NoSite, _) | (_, None) => {
            let problems = problems(&turn.problems, turn.sources.as_ref());
            // Not the server's last word: it is there again as soon as the errors are mended.
            page(StatusCode::SERVICE_UNAVAILABLE, Bytes::from(apology::no_site(&problems)), None)
        }
    }
}

fn output(site: &Arc<Site>, path: &OutPath) -> Shown {
    match site.render(path) {
        Some(Ok(bytes)) => {
            let (media, bytes) = (media::of(path.as_str()), Bytes::from_owner(bytes));
            match media {
                media::HTML => page(StatusCode::OK, bytes, Some((site, path))),
                media => Shown { status: StatusCode::OK, media, bytes, held: None },
            }
        }
        Some(Err(failure)) => failed(site, *failure),
        None => missing(site),
    }
}

/// The site's own page for addresses that lead nowhere.
fn missing(site: &Arc<Site>) -> Shown {
    let path = OutPath::new("404.html").expect("a fair path");
    match site.render(&path) {
        Some(Ok(bytes)) => page(StatusCode::NOT_FOUND, Bytes::from_owner(bytes), Some((site, &path))),
        Some(Err(failure)) => failed(site, *failure),
        None => Shown { status: StatusCode::NOT_FOUND, media: media::TEXT, bytes: Bytes::new(), held: None },
    }
}

fn failed(site: &Site, failure: Diagnostic) -> Shown {
    let problems = problems(&[failure], site.sources());
    page(StatusCode::INTERNAL_SERVER_ERROR, Bytes::from(apology::failed(&problems)), None)
}

fn page(status: StatusCode, bytes: Bytes, at: Option<(&Site, &OutPath)>) -> Shown {
    let held = Some(held(&bytes, at));
    Shown { status, media: media::HTML, bytes, held }
}

/// The page with the preview's script before the end of its body, and otherwise byte for byte as it is.
pub fn with_script(page: &[u8], script: &str) -> Vec<u8> {
    let end = page.windows(7).rposition(|window| window.eq_ignore_ascii_case(b"</body>"));
    let (before, after) = page.split_at(end.unwrap_or(page.len()));
    [before, script.as_bytes(), after].concat()
}

/// The element that loads the preview's script and tells it what this page is.
pub fn script(token: &str, name: &str, held: &Held, turn: u64) -> String {
    let mut tag = format!("<script src=\"{}\" defer data-token=\"{token}\" data-page=\"", super::SCRIPT_PATH);
    escape::attribute(&mut tag, name);
    tag.push_str(&format!("\" data-has=\"{}\" data-turn=\"{turn}\"></script>", held.print));
    tag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_before_the_last_end_of_a_body() {
        let with = |page: &str| String::from_utf8(with_script(page.as_bytes(), "S")).expect("a text");
        assert_eq!(with("<body></body><pre></BODY></pre>"), "<body></body><pre>S</BODY></pre>");
        assert_eq!(with("no body"), "no bodyS");
    }

    #[test]
    fn a_panic_becomes_a_page() {
        let shown = caught(|| panic!("{}", "it <broke>"));
        let text = String::from_utf8_lossy(&shown.bytes).into_owned();
        assert_eq!(shown.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(text.contains("it &lt;broke&gt;"), "{text}");
    }
}
