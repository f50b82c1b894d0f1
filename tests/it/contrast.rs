//! Colours of a site: every accent is either read well in both modes, or refused with one that is.

use std::collections::BTreeSet;

use greenroom::base::{Colour, Contrast, OutPath, SourcePath};
use greenroom::build::{Build, Memo, build};
use greenroom::diag::{Diagnostic, Severity, apply, codes};
use greenroom::model::Options;
use greenroom::source::Sources;
use greenroom::syntax::records::contrast::Paint;
use proptest::prelude::*;

const STYLE: &str = include_str!("../../themes/default/static/style.css");
const THEME: &str = include_str!("../../themes/default/theme.toml");

fn built(site: &str) -> Build {
    built_with(site, &[])
}

fn built_with(site: &str, more: &[(&str, &str)]) -> Build {
    let mut sources = Sources::default();
    for (path, text) in [("site.toml", site), ("content/guides/start.md", "# Start\n")].iter().chain(more) {
        sources.insert(SourcePath::new(path).expect("a fair path"), text.as_bytes());
    }
    build(sources, &Options::default(), &Memo::default(), &|_| {})
}

fn low(build: &Build) -> Vec<&Diagnostic> {
    build.problems.iter().filter(|problem| problem.code == &codes::LOW_CONTRAST).collect()
}

/// The site file after its fixes.
fn mended(site: &str, build: &Build) -> String {
    let file =
        build.sources.get(&SourcePath::new("site.toml").expect("a fair path")).expect("a site file").id;
    let fixes: Vec<_> = low(build).into_iter().filter_map(|problem| problem.fix.as_ref()).collect();
    assert_eq!(fixes.len(), low(build).len(), "the built-in theme can be satisfied: {:#?}", build.problems);
    apply(site, file, &fixes).0
}

/// The brand's style sheet.
fn style(build: &Build) -> String {
    let site = build.site().unwrap_or_else(|| panic!("the site has mistakes: {:#?}", build.problems));
    let outputs = site.outputs();
    let path = outputs.iter().find(|path| path.as_str().starts_with("assets/style-")).expect("a brand");
    let bytes =
        site.render(&OutPath::new(path.as_str()).expect("a path")).expect("an output").expect("it renders");
    String::from_utf8_lossy(bytes.as_slice()).into_owned()
}

/// The values of a token in light and dark mode.
fn token(style: &str, name: &str) -> Option<[Colour; 2]> {
    let (_, rest) = style.split_once(&format!(" {name}: light-dark("))?;
    let (light, rest) = rest.split_once(", ")?;
    Some([Colour::new(light)?, Colour::new(rest.split_once(')')?.0)?])
}

#[test]
fn a_site_without_a_brand_has_the_accent_of_its_theme() {
    let style = style(&built("title = \"T\"\n"));
    let colours = |light: &str, dark: &str| [light, dark].map(|text| Colour::new(text).expect("a colour"));
    assert_eq!(token(&style, "--accent"), Some(colours("#0b6b58", "#84d3c1")));
    assert_eq!(token(&style, "--on-accent"), Some(colours("#ffffff", "#000000")));
}

#[test]
fn a_site_may_choose_the_accent_of_one_mode() {
    let style = style(&built("title = \"T\"\n[brand]\naccent_dark = \"#ffcc00\"\n"));
    let colours = ["#0b6b58", "#ffcc00"].map(|text| Colour::new(text).expect("a colour"));
    assert_eq!(token(&style, "--accent"), Some(colours));
}

#[test]
fn a_site_may_lower_the_check_and_keep_its_colour() {
    let build = built("title = \"T\"\n[brand]\naccent = \"#ffcc00\"\n[checks]\nlow-contrast = \"warn\"\n");
    assert_eq!(low(&build).iter().map(|problem| problem.severity).collect::<Vec<_>>(), [Severity::Warning]);
    assert!(style(&build).contains("--accent: light-dark(#ffcc00, "));
}

#[test]
fn a_theme_is_held_to_its_own_list_or_to_that_of_its_parent() {
    let site = "title = \"T\"\ntheme = \"ours\"\n[brand]\naccent = \"#ffcc00\"\n";
    let theme = "name = \"Ours\"\napi = 1\n";
    let own = format!("{theme}[[contrast]]\ntext = [\"#222222\"]\non = [\"accent\"]\nleast = \"7:1\"\n");
    assert_eq!(low(&built_with(site, &[("themes/ours/theme.toml", theme)])).len(), 1);
    assert_eq!(low(&built_with(site, &[("themes/ours/theme.toml", &own)])).len(), 0);
}

#[test]
fn the_built_in_theme_lists_the_colours_of_its_style_sheet() {
    let mut listed: [BTreeSet<Colour>; 2] = Default::default();
    for contrast in THEME.split("[[contrast]]").skip(1) {
        let modes = match contrast.split_once("mode = \"") {
            Some((_, mode)) if mode.starts_with("light") => 0..1,
            Some(_) => 1..2,
            None => 0..2,
        };
        for paint in contrast.split('"').filter_map(Paint::new) {
            if let Paint::Fixed(colour) | Paint::Tint(_, colour) = paint {
                modes.clone().for_each(|mode| listed[mode].extend([colour]));
            }
        }
    }
    let tints = THEME.matches("\"9% accent on ").count();
    assert!(STYLE.contains("--tint: color-mix(in oklab, var(--accent) 9%, var(--paper))") && tints == 4);
    let decoration = ["--line"];
    let mut used: [BTreeSet<Colour>; 2] = Default::default();
    let tokens = STYLE.split("prefers-contrast").next().expect("a start");
    for line in tokens.lines().filter(|line| line.contains(": light-dark(#")) {
        let name = line.trim().split(':').next().expect("a name");
        let [light, dark] = token(tokens, name).expect("two colours");
        if !decoration.contains(&name) {
            used[0].insert(light);
            used[1].insert(dark);
        }
    }
    assert!(used[0].len() > 10, "{used:?}");
    assert_eq!(listed, used, "theme.toml and style.css differ");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]
    #[test]
    fn every_accent_is_read_well_or_mended_at_once(channels in any::<[u8; 3]>(), chosen in any::<[u8; 3]>(), both in any::<bool>()) {
        let hex = |[r, g, b]: [u8; 3]| format!("#{r:02x}{g:02x}{b:02x}");
        let dark = if both { format!("accent_dark = \"{}\"\n", hex(chosen)) } else { String::new() };
        let site = format!("title = \"T\"\n[brand]\naccent = \"{}\"\n{dark}", hex(channels));
        let first = built(&site);
        let now = mended(&site, &first);
        let second = built(&now);
        prop_assert_eq!(second.problems.len(), 0, "{}: {:#?}", now, second.problems);
        let style = style(&second);
        let [light, dark] = token(&style, "--accent").expect("two colours");
        for (accent, pages) in [(light, ["#fcfbf8", "#ffffff"]), (dark, ["#14191a", "#1b2223"])] {
            for page in pages {
                let page = Colour::new(page).expect("a colour");
                prop_assert!(accent.contrast(page) >= Contrast(4.5), "{} on {}", accent, page);
            }
        }
        let [on_light, on_dark] = token(&style, "--on-accent").expect("two colours");
        prop_assert!(on_light.contrast(light) >= Contrast(4.5) && on_dark.contrast(dark) >= Contrast(4.5));
        // One that passes stays as it was written.
        if low(&first).is_empty() {
            prop_assert_eq!(light.to_string(), hex(channels));
        }
    }
}
