//! The published site in the engines of the other browsers: every kind of page in Firefox and in WebKitGTK.
//!
//! Chromium is asked for more, and for more widths and preferences: what is here differs between engines.

use super::engine::{Engine, Look};
use super::firefox::Firefox;
use super::matrix::{SAID, SPACING, axe, largest};
use super::published::Published;
use super::tiny::{Tiny, write};
use super::webkit::WebKit;

/// The narrowest that WCAG 1.4.10 asks for, and a desk.
const LOOKS: [Look; 2] = [Look { width: 320, scheme: "light" }, Look { width: 1280, scheme: "dark" }];

/// More stops than any page has.
const MOST: usize = 600;

/// The page is in the colours and as wide as it was asked for.
fn arrives(engine: &mut dyn Engine, look: Look) {
    let Look { width, scheme } = look;
    let preferences = format!("(prefers-color-scheme: {scheme}) and (prefers-reduced-motion: reduce)");
    engine.wait(&format!("innerWidth === {width} && matchMedia('{preferences}').matches"));
}

/// What a machine can see in a page: by axe-core, of reflow, of its headings.
fn seen(engine: &mut dyn Engine, axe: &str) -> Vec<String> {
    let said = engine.run(&format!("{axe};\nreturn {SAID};"));
    let mut wrong: Vec<String> = serde_json::from_value(said).unwrap();
    if engine.eval("document.querySelectorAll('h1').length") != 1 {
        wrong.push("not one h1".into());
    }
    let sideways = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
    if engine.eval(sideways) == true {
        wrong.push("scrolls sideways".into());
    }
    engine.eval(SPACING);
    if engine.eval(sideways) == true {
        wrong.push("scrolls sideways with wide spacing".into());
    }
    wrong
}

/// What fails by keyboard alone: the way past the head, and the first answer or menu that is closed.
fn pressed(engine: &mut dyn Engine) -> Vec<String> {
    let mut wrong = Vec::new();
    let skips = "document.activeElement.hash === '#main'";
    engine.press("Tab");
    if engine.eval(skips) != true {
        wrong.push(format!("the first stop is {}", engine.eval("document.activeElement.outerHTML")));
        return wrong;
    }
    engine.press("Enter");
    engine.wait("document.activeElement === document.querySelector('main')");
    let closed = "[...document.querySelectorAll('details:not([open]) > summary')]\
        .some((one) => one.checkVisibility())";
    if engine.eval(closed) == true {
        let here = "document.activeElement.matches('details:not([open]) > summary')";
        let stops = (0..MOST).find(|_| {
            engine.press("Tab");
            engine.eval(here) == true
        });
        if stops.is_none() {
            wrong.push("no stop at what can be opened".into());
            return wrong;
        }
        for (key, open) in [("Enter", true), (" ", false), (" ", true)] {
            engine.press(key);
            engine.wait(&format!("document.activeElement.parentElement.open === {open}"));
        }
    }
    wrong
}

/// A page where all goes wrong that the others are praised for.
fn bad() -> Tiny {
    let page = "<!doctype html><html lang=en><head><meta charset=utf-8><title>Page</title>\
        <meta http-equiv=Content-Security-Policy content=\"default-src * data:; style-src 'self'\">\
        <link rel=icon href=data:,><script src=throw.js></script></head>\
        <body><h1>Page</h1><h1 style='color: red'>Page</h1><img src=data:, width=2000>\
        <a href=/elsewhere>A link</a></body></html>";
    Tiny::new(move |target, stream| match target {
        "/" => write(stream, "200 OK", "text/html", page),
        "/throw.js" => write(stream, "200 OK", "text/javascript", "throw new Error('thrown')"),
        _ => write(stream, "404 Not Found", "text/plain", "nothing"),
    })
}

/// The engine sees what goes wrong: otherwise a clean page would mean nothing.
fn notices(engine: &mut dyn Engine, axe: &str) {
    let server = bad();
    engine.open(&format!("http://127.0.0.1:{}/", server.port()), LOOKS[0]);
    arrives(engine, LOOKS[0]);
    let mut faults = seen(engine, axe);
    faults.extend(pressed(engine));
    faults.extend(engine.complaints());
    let faults = faults.join("\n");
    for expected in
        ["image-alt", "not one h1", "scrolls sideways", "the first stop is", "thrown", "style-src"]
    {
        assert!(faults.contains(expected), "{expected} was not noticed:\n{faults}");
    }
    assert_eq!(engine.complaints(), Vec::<String>::new(), "nothing is heard twice");
}

/// Every kind of page of this repository's own site is in order.
fn shows(engine: &mut dyn Engine) {
    let Some(axe) = axe() else { return };
    notices(engine, &axe);
    let published = Published::own();
    let pages = largest(published.site());
    let mut wrong = Vec::new();
    for look in LOOKS {
        for (template, path) in &pages {
            engine.open(&published.url(path), look);
            arrives(engine, look);
            let mut faults = pressed(engine);
            faults.extend(seen(engine, &axe));
            faults.extend(engine.complaints());
            wrong.extend(faults.iter().map(|fault| format!("{template} ({path}) in {look:?}: {fault}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_kind_of_page_is_right_in_firefox() {
    let Some(mut firefox) = Firefox::start() else { return };
    shows(&mut firefox);
}

#[test]
fn every_kind_of_page_is_right_in_webkit() {
    let Some(mut webkit) = WebKit::start() else { return };
    shows(&mut webkit);
}
