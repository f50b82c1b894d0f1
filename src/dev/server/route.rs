//! What an address means: an output of the plan, a way to it, or nothing. Never a path of a file.

use crate::base::OutPath;
use crate::base::path::decoded;
use crate::dev::Turn;
use crate::site::Site;

/// What there is to show.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Target {
    /// An output of the site.
    Output(OutPath),
    /// The page for addresses that lead nowhere.
    Missing,
    /// No site has been made yet: only what is wrong can be shown.
    NoSite,
}

/// Where a request leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Route {
    /// To something that is shown.
    Show(Target),
    /// To another address on this host.
    Elsewhere(String),
}

/// The path under which the site of a turn is found, with slashes at both ends.
pub fn base(site: &Site) -> &str {
    site.library().site.base_path()
}

/// The address of an output on this host, percent-encoded, with its file name in full as in links of pages.
pub fn address(site: &Site, path: &OutPath) -> String {
    let top = OutPath::new("index.html").expect("a fair path");
    format!("{}{}", base(site), top.link(path))
}

/// Where `path`, with its percent escapes undone, leads in the site of a turn.
pub fn route(turn: &Turn, path: &str) -> Route {
    let Some(site) = &turn.site else { return Route::Show(Target::NoSite) };
    let home = base(site);
    let folder = decoded(home);
    if path == "/" && folder != "/" || path.len() + 1 == folder.len() && folder.starts_with(path) {
        return Route::Elsewhere(home.to_owned());
    }
    let Some(inside) = path.strip_prefix(&folder) else { return Route::Show(Target::Missing) };
    let planned = |path: String| OutPath::new(&path).ok().filter(|path| site.plan().recipe(path).is_some());
    if inside.is_empty() || inside.ends_with('/') {
        let page = planned(format!("{inside}index.html"));
        return Route::Show(page.map_or(Target::Missing, Target::Output));
    }
    if let Some(output) = planned(inside.to_owned()) {
        return Route::Show(Target::Output(output));
    }
    match planned(format!("{inside}/index.html")) {
        // Links of the page are relative to its folder, so the address has to end with a slash.
        Some(page) => Route::Elsewhere(format!("{home}{}", page.address())),
        None => Route::Show(Target::Missing),
    }
}

/// What a page calls itself when it listens for changes: its output, or else the address it was asked for at.
pub fn name(target: &Target, asked: &str) -> String {
    match target {
        Target::Output(path) => path.to_string(),
        Target::Missing | Target::NoSite => asked.to_owned(),
    }
}

/// What there is now at a [`name`]; `None` when it lies elsewhere now.
pub fn named(turn: &Turn, name: &str) -> Option<Target> {
    if name.starts_with('/') {
        return match route(turn, name) {
            Route::Show(target) => Some(target),
            Route::Elsewhere(_) => None,
        };
    }
    let Some(site) = &turn.site else { return Some(Target::NoSite) };
    let planned = OutPath::new(name).ok().filter(|path| site.plan().recipe(path).is_some());
    Some(planned.map_or(Target::Missing, Target::Output))
}
