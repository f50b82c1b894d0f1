//! The tests in the browser see what goes wrong in a page: otherwise a clean page would mean nothing.

use super::tiny::{Tiny, write};
use super::{Browser, Page};

/// A page under a policy, on a server of its own.
fn served(body: &str) -> Tiny {
    let page = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Page</title>\
         <meta http-equiv=Content-Security-Policy content=\"default-src * data:; style-src 'self'\">\
         <link rel=icon href=data:,></head><body><h1>Page</h1>{body}</body></html>"
    );
    Tiny::new(move |target, stream| match target {
        "/" => write(stream, "200 OK", "text/html", &page),
        "/error.js" => write(stream, "200 OK", "text/javascript", "console.error('a word')"),
        "/throw.js" => write(stream, "200 OK", "text/javascript", "throw new Error('thrown')"),
        _ => write(stream, "404 Not Found", "text/plain", "nothing"),
    })
}

/// What a page with this body complains about.
fn complaints(browser: &std::sync::Arc<Browser>, body: &str) -> String {
    let server = served(body);
    let page = Page::new(browser);
    page.goto(&format!("http://127.0.0.1:{}/", server.port()));
    page.find("heading", "Page");
    let complaints = page.complaints().join("\n");
    page.forgive("");
    complaints
}

#[test]
fn what_goes_wrong_is_heard() {
    let Some(browser) = Browser::get() else { return };
    for (body, heard) in [
        ("<p>Words.</p>", ""),
        ("<script src=error.js></script>", "console: "),
        ("<script src=throw.js></script>", "exception: Error: thrown"),
        ("<p style='color: red'>Words.</p>", "ContentSecurityPolicyIssue"),
        ("<img src=missing.png alt=''>", "404 (Not Found)"),
        ("<img src='http://localhost:1/x.png' alt=''>", "request: http://localhost:1/x.png"),
        ("<img src='http://example.org/x.png' alt=''>", "request: http://example.org/x.png"),
    ] {
        let complaints = complaints(&browser, body);
        let right = if heard.is_empty() { complaints.is_empty() } else { complaints.contains(heard) };
        assert!(right, "{body}: {complaints}");
    }
}
