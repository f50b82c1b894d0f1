//! Who is answered at all: decides from a request's head alone, before anything is looked up.
//!
//! A page of another site can make a browser send requests to this machine, and a name of another site can
//! be made to point here (DNS rebinding). So the host has to be one of ours, and what another site may cause
//! is only that a person goes to a page. Nothing here knows the site.

use std::net::IpAddr;

use axum::http::header::HOST;
use axum::http::uri::Uri;
use axum::http::{HeaderMap, Method, StatusCode};

use crate::base::path::decoded;

/// The longest target that is read; no address of a site is a tenth of it.
const TARGET: usize = 8 * 1024;

/// Why a request is not answered, for the person who made it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Refusal {
    /// What the browser is told.
    pub status: StatusCode,
    /// What the person is told.
    pub words: &'static str,
}

const fn refusal(status: StatusCode, words: &'static str) -> Refusal {
    Refusal { status, words }
}

const STRANGE_HOST: Refusal = refusal(
    StatusCode::FORBIDDEN,
    "this preview answers to `localhost`, `127.0.0.1` and `[::1]` with its port; `--allowed-host` lets another name in",
);
const NO_HOST: Refusal = refusal(StatusCode::BAD_REQUEST, "the request must name one host");
const TWO_HOSTS: Refusal =
    refusal(StatusCode::BAD_REQUEST, "the request names one host in its target and another in its head");
const CROSS_SITE: Refusal =
    refusal(StatusCode::FORBIDDEN, "pages of other sites may lead here, but not load anything from here");
const METHOD: Refusal = refusal(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD are answered");
const BAD_TARGET: Refusal = refusal(StatusCode::BAD_REQUEST, "no address looks like this");
const LONG_TARGET: Refusal = refusal(StatusCode::BAD_REQUEST, "no address is this long");

/// The names that a preview answers to.
#[derive(Clone, Debug)]
pub struct Names {
    port: u16,
    allowed: Vec<(String, Option<u16>)>,
    /// Whether others were let in, who know this machine by the address that they reached it at.
    open: bool,
}

impl Names {
    /// Names at `port`; `allowed` are further ones, each with its port or good for any.
    pub fn new(port: u16, allowed: &[String], open: bool) -> Names {
        let lower = allowed.iter().map(|name| name.trim().to_ascii_lowercase());
        let split = lower.map(|name| match split(&name) {
            Some((host, port)) => (host.to_owned(), port),
            None => (name, None),
        });
        Names { port, allowed: split.collect(), open }
    }

    /// Whether a `Host` is one of them; `here` is the address at which the connection arrived.
    fn knows(&self, host: &str, here: IpAddr) -> bool {
        let host = host.to_ascii_lowercase();
        let Some((name, port)) = split(&host) else { return false };
        // Without a port a browser means the one of `http`.
        let ours = port.unwrap_or(80) == self.port;
        if ours && matches!(name, "localhost" | "127.0.0.1" | "[::1]") {
            return true;
        }
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        // A number is no name, so nobody can make one that points here.
        let reached = || bare.parse::<IpAddr>().is_ok_and(|ip| ip == here);
        let allowed =
            |(allowed, at): &(String, Option<u16>)| allowed == name && (at.is_none() || *at == port);
        ours && self.open && reached() || self.allowed.iter().any(allowed)
    }
}

/// Splits `name:port` or `[address]:port`; `None` when it is neither.
fn split(host: &str) -> Option<(&str, Option<u16>)> {
    let colon = match host.find(']') {
        Some(end) if host.starts_with('[') => end + 1,
        Some(_) => return None,
        None => host.find(':').unwrap_or(host.len()),
    };
    let (name, port) = host.split_at(colon);
    let fair = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '[' | ']' | ':');
    if name.is_empty() || !name.chars().all(fair) {
        return None;
    }
    if port.is_empty() {
        return Some((name, None));
    }
    let digits = port.strip_prefix(':')?;
    let plain = digits.chars().all(|c| c.is_ascii_digit()) && !digits.starts_with('0');
    if plain { digits.parse().ok().map(|port| (name, Some(port))) } else { None }
}

/// What is asked for: the path with its percent escapes undone, or why there is no answer.
pub fn admit(
    method: &Method,
    target: &Uri,
    headers: &HeaderMap,
    names: &Names,
    here: IpAddr,
) -> Result<String, Refusal> {
    host(target, headers, names, here)?;
    if is_cross_site(headers) && !is_navigation(headers) {
        return Err(CROSS_SITE);
    }
    if !matches!(*method, Method::GET | Method::HEAD) {
        return Err(METHOD);
    }
    path(target)
}

fn host(target: &Uri, headers: &HeaderMap, names: &Names, here: IpAddr) -> Result<(), Refusal> {
    let mut named = headers.get_all(HOST).iter();
    let (Some(host), None) = (named.next(), named.next()) else { return Err(NO_HOST) };
    let host = host.to_str().map_err(|_| STRANGE_HOST)?;
    if host.is_empty() {
        return Err(NO_HOST);
    }
    // RFC 9112, 3.2.2: a target in absolute form counts, whatever the head says; here both must agree.
    if let Some(authority) = target.authority()
        && (!authority.as_str().eq_ignore_ascii_case(host) || target.scheme_str() != Some("http"))
    {
        return Err(TWO_HOSTS);
    }
    if names.knows(host, here) { Ok(()) } else { Err(STRANGE_HOST) }
}

/// Whether the browser says that another site caused the request (Fetch Metadata Request Headers).
fn is_cross_site(headers: &HeaderMap) -> bool {
    says(headers, "sec-fetch-site", "cross-site")
}

/// Whether a person goes to a page, in a window and not in a frame.
fn is_navigation(headers: &HeaderMap) -> bool {
    says(headers, "sec-fetch-mode", "navigate") && says(headers, "sec-fetch-dest", "document")
}

/// Whether the request comes from a page of this preview, or from no browser.
pub fn is_from_here(headers: &HeaderMap) -> bool {
    !headers.contains_key("sec-fetch-site") || says(headers, "sec-fetch-site", "same-origin")
}

fn says(headers: &HeaderMap, name: &str, value: &str) -> bool {
    headers.get(name).is_some_and(|said| said.as_bytes().eq_ignore_ascii_case(value.as_bytes()))
}

fn path(target: &Uri) -> Result<String, Refusal> {
    let whole = target.path_and_query().map_or("", |target| target.as_str());
    if whole.len() > TARGET {
        return Err(LONG_TARGET);
    }
    let path = target.path();
    if !path.starts_with('/') || whole.contains(['\\', '#', '\0']) {
        return Err(BAD_TARGET);
    }
    let query = decoded(target.query().unwrap_or_default());
    let parts: Vec<String> = path.split('/').map(decoded).collect();
    // A slash that was hidden in an escape is for a server that has files.
    if query.contains('\0') || parts.iter().any(|part| part.contains(['/', '\\', '\0'])) {
        return Err(BAD_TARGET);
    }
    Ok(parts.join("/"))
}

/// What is wrong with a target that was cut at its `#` before it came here.
pub const FRAGMENT: Refusal = BAD_TARGET;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_taken_apart_exactly() {
        for (host, parts) in [
            ("localhost", Some(("localhost", None))),
            ("localhost:1111", Some(("localhost", Some(1111)))),
            ("[::1]:80", Some(("[::1]", Some(80)))),
            ("[::1]", Some(("[::1]", None))),
            ("::1", None),
            ("a:b@localhost:1111", None),
            ("localhost:", None),
            ("localhost:01111", None),
            ("localhost:+1111", None),
            ("localhost:99999", None),
            ("local host", None),
            ("[::1]x:1111", None),
            ("x[::1]:1111", None),
            ("", None),
        ] {
            assert_eq!(split(host), parts, "{host}");
        }
    }

    #[test]
    fn an_open_preview_answers_to_the_number_it_was_reached_at() {
        let here = "192.0.2.7".parse().expect("an address");
        let open = Names::new(1111, &["Prep.test".into(), "other.test:443".into()], true);
        for (host, known) in [
            ("192.0.2.7:1111", true),
            ("192.0.2.7", false),
            ("192.0.2.8:1111", false),
            ("prep.test", true),
            ("PREP.test:9", true),
            ("other.test:443", true),
            ("other.test:1111", false),
            ("prep.test.", false),
        ] {
            assert_eq!(open.knows(host, here), known, "{host}");
        }
        assert!(!Names::new(1111, &[], false).knows("192.0.2.7:1111", here));
    }
}
