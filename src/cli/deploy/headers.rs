//! `static/_headers`: what Netlify and Cloudflare Pages send with each page.

use crate::base::OutPath;
use crate::export::policy;
use crate::plan::Recipe;
use crate::site::Site;

const HEADERS: &str = include_str!("files/headers.txt");
const CACHING: &str = include_str!("files/caching.txt");

/// The file, and what the author should know about it.
///
/// The policy is that of the home page, as its theme writes it. `frame-ancestors` has an effect only as a
/// header (Content Security Policy Level 3, section 6.4.2), so it stands in no page and is added here.
pub fn headers(site: &Site) -> (String, Vec<String>) {
    let mut notes = Vec::new();
    let policy = match home(site).as_deref().and_then(policy::of_page) {
        Some(policy) => format!("  Content-Security-Policy: {policy}; frame-ancestors 'none'\n"),
        None => {
            notes.push("the theme's home page has no content security policy, so `_headers` has only `frame-ancestors`".to_owned());
            "  Content-Security-Policy: frame-ancestors 'none'\n".to_owned()
        }
    };
    let mut text = HEADERS.replace("@POLICY@", &policy);
    if has_own_assets(site) {
        notes.push("files of `static/assets/` keep their names, so browsers are not told to keep assets for a year; move them to another folder of `static/`".to_owned());
    } else {
        text.push_str(CACHING);
    }
    (text, notes)
}

fn home(site: &Site) -> Option<String> {
    let path = OutPath::new("index.html").ok()?;
    let bytes = site.render(&path)?.ok()?;
    Some(String::from_utf8_lossy(bytes.as_slice()).into_owned())
}

/// Whether a file whose name does not change with its content is published beside those of the theme.
fn has_own_assets(site: &Site) -> bool {
    site.plan().outputs().any(|(path, recipe)| {
        let own =
            |recipe: &Recipe| matches!(recipe, Recipe::Copy(from) if from.as_str().starts_with("static/"));
        path.as_str().starts_with("assets/") && own(recipe)
    })
}
