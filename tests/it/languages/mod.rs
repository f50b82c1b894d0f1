//! The words of the theme: every language whole, every word from a language file, every layout right to left.

mod marked;
mod pages;
pub mod pseudo;
mod words;

use greenroom::base::{OutPath, SourcePath};
use greenroom::build::{Build, Memo, build};
use greenroom::model::Options;
use greenroom::site::Site;
use greenroom::source::Sources;

pub use marked::marked;

/// A language file of the built-in theme.
pub fn language_file(tag: &str) -> String {
    let name = format!("themes/default/languages/{tag}.ftl");
    let files = greenroom::theme::built_in_files();
    let (_, bytes) =
        files.into_iter().find(|(path, _)| path.as_str() == name).expect("a language of the theme");
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// Builds a site of these files, drafts shown.
fn built(files: &[(String, String)]) -> Build {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.insert(SourcePath::new(path).expect("a fair path"), text.as_bytes());
    }
    build(sources, &Options { drafts: true, ..Options::default() }, &Memo::default(), &|_| {})
}

/// The site of these files.
fn site(files: &[(String, String)]) -> Site {
    let built = built(files);
    let problems = built.problems.clone();
    let said = || problems.iter().map(|problem| problem.message.clone()).collect::<Vec<_>>();
    built.into_site().unwrap_or_else(|| panic!("the site has mistakes: {:#?}", said()))
}

/// An output as text.
fn text(site: &Site, path: &str) -> String {
    let path = OutPath::new(path).expect("a fair path");
    let bytes = site.render(&path).expect("an output").unwrap_or_else(|error| panic!("{path}: {error:#?}"));
    String::from_utf8(bytes.as_slice().to_vec()).expect("UTF-8")
}
