//! Bytes into an answer: the headers that every one has, conditional requests, and answers without a body.
//!
//! The headers are those of the published site where it could have any, and stricter where only a preview can
//! be: nothing is stored, nothing is embedded elsewhere, nothing is guessed.

use axum::body::{Body, Bytes};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
    LOCATION, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::Response;

use super::gate::Refusal;
use super::media;
use crate::base::ContentHash;
use crate::export::policy;

/// What only a header can say, for pages.
const NO_FRAMES: &str = "frame-ancestors 'none'";
/// The policy of everything that is no page: a picture that is opened alone may look as it should, nothing runs.
const NOTHING_RUNS: &str = "default-src 'none'; img-src 'self' data:; media-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// An answer with nothing but the headers that all have.
fn bare(status: StatusCode, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(NOTHING_RUNS));
    headers.insert(RESOURCE_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// No content.
pub fn nothing() -> Response {
    bare(StatusCode::NO_CONTENT, Body::empty())
}

/// A stream that goes on.
pub fn stream(body: Body) -> Response {
    let mut response = bare(StatusCode::OK, body);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    response
}

/// A refusal, with the words for the person who reads it.
pub fn refused(refusal: Refusal, method: &Method) -> Response {
    let mut response =
        whole(refusal.status, media::TEXT, Bytes::from(format!("{}\n", refusal.words)), method);
    if refusal.status == StatusCode::METHOD_NOT_ALLOWED {
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    response
}

/// The way to another address on this host.
pub fn elsewhere(to: &str, query: Option<&str>, method: &Method) -> Response {
    // An address that starts with two slashes would be another host's.
    let dot = if to.starts_with("//") { "/." } else { "" };
    let to = format!("{dot}{to}{}{}", if query.is_some() { "?" } else { "" }, query.unwrap_or_default());
    let mut response =
        whole(StatusCode::TEMPORARY_REDIRECT, media::TEXT, Bytes::from(format!("{to}\n")), method);
    if let Ok(to) = HeaderValue::from_str(&to) {
        response.headers_mut().insert(LOCATION, to);
    }
    response
}

/// The head and body of an answer; a body is left out where the request wants none.
pub fn whole(status: StatusCode, media: &'static str, bytes: Bytes, method: &Method) -> Response {
    let length = HeaderValue::from(bytes.len());
    let body = if *method == Method::HEAD { Body::empty() } else { Body::from(bytes) };
    let mut response = bare(status, body);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media));
    response.headers_mut().insert(CONTENT_LENGTH, length);
    response
}

/// What is shown, as an answer to a request.
pub struct Made {
    /// The status, if the request is answered in full.
    pub status: StatusCode,
    /// The media type.
    pub media: &'static str,
    /// The bytes that are sent.
    pub bytes: Bytes,
    tag: HeaderValue,
    policy: HeaderValue,
}

impl Made {
    /// Takes the tag and the policy of what is sent.
    pub fn new(status: StatusCode, media: &'static str, bytes: Bytes) -> Made {
        let tag = format!("\"{}\"", ContentHash::of(&bytes).hex());
        let tag = HeaderValue::from_str(&tag).expect("digits in quotes are a header's value");
        let policy = match media {
            media::HTML => policy_of(&bytes),
            _ => HeaderValue::from_static(NOTHING_RUNS),
        };
        Made { status, media, bytes, tag, policy }
    }

    /// The answer, or only that nothing changed.
    pub fn answer(self, method: &Method, headers: &HeaderMap) -> Response {
        let known = self.status == StatusCode::OK && holds(headers, &self.tag);
        let mut response = match known {
            true => bare(StatusCode::NOT_MODIFIED, Body::empty()),
            false => whole(self.status, self.media, self.bytes, method),
        };
        let into = response.headers_mut();
        into.insert(CONTENT_SECURITY_POLICY, self.policy);
        if self.status == StatusCode::OK {
            into.insert(ETAG, self.tag);
        }
        response
    }
}

/// The page's own policy, and what a page cannot say itself.
fn policy_of(page: &[u8]) -> HeaderValue {
    let own = str::from_utf8(page).ok().and_then(policy::of_page);
    let whole = own.map_or_else(
        || NO_FRAMES.to_owned(),
        |own| format!("{}; {NO_FRAMES}", own.trim_end_matches([';', ' '])),
    );
    // A theme may write anything into its page; then the page alone has to enforce it.
    HeaderValue::from_str(&whole).unwrap_or(HeaderValue::from_static(NO_FRAMES))
}

/// Whether the browser has these bytes (RFC 9110, 13.1.2: a list or `*`, compared weakly).
fn holds(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    let lists = headers.get_all(IF_NONE_MATCH).iter().filter_map(|list| list.to_str().ok());
    let mut tags = lists.flat_map(|list| list.split(',').map(str::trim));
    tags.any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one).as_bytes() == tag.as_bytes())
}
