//! What a page costs those who load it, and what it may: bytes as hosts send them, requests and elements.
//!
//! Counted as a first visit: the page with every style sheet, script, icon and picture that it asks for, compressed
//! with gzip. The one table of budgets is here, for `greenroom theme check` and for this project's own tests.

use std::fmt;

use super::loads::{Files, Loaded, extension, gzip};
use super::{Finding, Sheet};
use crate::base::OutPath;

/// What a page costs, or what pages of a kind may cost.
struct Cost {
    /// Bytes of the page itself.
    html: usize,
    /// Bytes of all its style sheets together.
    styles: usize,
    /// Bytes of all its scripts together, with what they import before they run.
    scripts: usize,
    /// Files of fonts.
    fonts: usize,
    /// Requests to other hosts.
    foreign: usize,
    /// Requests, the page's own among them.
    requests: usize,
    elements: usize,
}

/// A page to read fits in the first round trip, 14 KB; a list has fifty rows.
const READING: Cost = Cost {
    html: 14 << 10,
    styles: 8 << 10,
    scripts: 3 << 10,
    fonts: 0,
    foreign: 0,
    requests: 6,
    elements: 900,
};
const LIST: Cost = Cost {
    html: 20 << 10,
    styles: 8 << 10,
    scripts: 10 << 10,
    fonts: 0,
    foreign: 0,
    requests: 9,
    elements: 1_500,
};

/// The templates of pages to read; every other page is a list.
const TO_READ: [&str; 6] =
    ["question.html", "guide.html", "message.html", "checklist.html", "404.html", "redirect.html"];

/// A measure of which a page has more than pages of its kind may have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Excess {
    /// The page.
    pub page: OutPath,
    /// Which kind of page it is.
    pub kind: &'static str,
    /// What was counted.
    pub measure: Measure,
    /// How much the page has.
    pub has: usize,
    /// The most it may have.
    pub may: usize,
}

/// What is counted of a page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Measure {
    /// Bytes of the page itself.
    Html,
    /// Bytes of its style sheets.
    Styles,
    /// Bytes of its scripts.
    Scripts,
    /// Files of fonts.
    Fonts,
    /// Requests to other hosts.
    Foreign,
    /// All requests of a first visit.
    Requests,
    /// Elements of the page.
    Elements,
}

impl Measure {
    /// Whether it counts bytes.
    fn is_size(self) -> bool {
        matches!(self, Measure::Html | Measure::Styles | Measure::Scripts)
    }

    fn words(self) -> &'static str {
        match self {
            Measure::Html => "HTML",
            Measure::Styles => "style sheets",
            Measure::Scripts => "scripts",
            Measure::Fonts => "fonts",
            Measure::Foreign => "requests to other hosts",
            Measure::Requests => "requests",
            Measure::Elements => "elements",
        }
    }
}

impl fmt::Display for Excess {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Excess { page, kind, measure, has, may } = self;
        let of = if measure.is_size() { "compressed bytes of " } else { "" };
        write!(out, "`{page}`, {kind}, has {has} {of}{} and may have {may}", measure.words())
    }
}

impl Cost {
    fn of(sheet: &Sheet<'_>, loaded: &Loaded, files: &Files) -> Cost {
        let font = |path: &&String| ["woff2", "woff", "ttf", "otf", "eot"].contains(&extension(path));
        Cost {
            html: gzip(sheet.html.as_bytes()),
            styles: files.size(&loaded.own, &["css"]),
            scripts: files.size(&loaded.own, &["js", "mjs"]),
            fonts: loaded.own.iter().filter(font).count(),
            foreign: loaded.foreign.len(),
            requests: 1 + loaded.own.len() + loaded.foreign.len(),
            elements: sheet.page.elements.len(),
        }
    }

    fn measures(&self) -> [(Measure, usize); 7] {
        [
            (Measure::Html, self.html),
            (Measure::Styles, self.styles),
            (Measure::Scripts, self.scripts),
            (Measure::Fonts, self.fonts),
            (Measure::Foreign, self.foreign),
            (Measure::Requests, self.requests),
            (Measure::Elements, self.elements),
        ]
    }
}

/// What a page has too much of.
pub fn excesses(sheet: &Sheet<'_>, files: &Files, base: &str) -> Vec<Excess> {
    let reading = TO_READ.contains(&sheet.template);
    let (kind, budget) = if reading { ("a page to read", READING) } else { ("a list", LIST) };
    let cost =
        Cost::of(sheet, &files.loaded(sheet, base), files).measures().into_iter().zip(budget.measures());
    let over = cost.filter(|((_, has), (_, may))| has > may);
    let excess = |((measure, has), (_, may))| Excess { page: sheet.path.clone(), kind, measure, has, may };
    over.map(excess).collect()
}

/// The same for those who write a theme, in words that many pages share.
pub fn findings(excesses: &[Excess]) -> Vec<Finding> {
    // A request to another host is an error of its own, with its address and its place.
    let told = excesses.iter().filter(|excess| excess.measure != Measure::Foreign);
    told.map(|Excess { kind, measure, may, .. }| {
        let what = measure.words();
        let message = match may {
            0 => format!("{kind} loads {what}"),
            _ if measure.is_size() => format!("{kind} has more than {} KB of {what}", may >> 10),
            _ => format!("{kind} has more than {may} {what}"),
        };
        let help = match measure {
            Measure::Fonts => "the fonts of a system are there at once: `font-family: system-ui, sans-serif`",
            _ => "many readers are on a phone and a slow network: leave out what few of them need",
        };
        Finding { code: "page-weight", message, help, written: None }
    })
    .collect()
}
