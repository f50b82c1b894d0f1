//! The template contract: which template is given what, and the manual that is written from the types.

use std::collections::BTreeMap;

/// Each template that pages are made with, and the variable it has beside `site` and `page`.
const PAGES: [(&str, Option<&str>); 28] = [
    ("404.html", None),
    ("accessibility.html", Some("statement")),
    ("bank.html", Some("list")),
    ("checklist.html", Some("checklist")),
    ("checklists.html", Some("tasks")),
    ("contacts.html", None),
    ("guide.html", Some("guide")),
    ("guides.html", Some("guides")),
    ("home.html", Some("home")),
    ("industries.html", Some("places")),
    ("industry.html", Some("place")),
    ("kit-builder.html", Some("builder")),
    ("kit.html", Some("kit")),
    ("kits.html", Some("tasks")),
    ("listing.html", Some("list")),
    ("message.html", Some("message")),
    ("messages.html", Some("tasks")),
    ("my-prep.html", Some("prep")),
    ("outreach.html", Some("outreach")),
    ("practice.html", Some("practice")),
    ("privacy.html", None),
    ("question.html", Some("question")),
    ("questions.html", Some("list")),
    ("redirect.html", Some("redirect")),
    ("role-in-industry.html", Some("place")),
    ("role.html", Some("place")),
    ("roles.html", Some("places")),
    ("search.html", Some("search")),
];

/// Templates that are part of a page: they are given `site` and `item`.
const EMBEDS: [&str; 5] = [
    "embeds/checklist.html",
    "embeds/kit.html",
    "embeds/link.html",
    "embeds/message.html",
    "embeds/question.html",
];

/// What is made from the brand, a style sheet and an icon: they are given `site`.
const BRAND: [&str; 2] = ["brand.css", "icon.svg"];

/// The variables of each template by its name.
pub fn variables() -> BTreeMap<&'static str, Vec<&'static str>> {
    let page = |(name, own): (&'static str, Option<&'static str>)| {
        (name, ["site", "page"].into_iter().chain(own).collect::<Vec<_>>())
    };
    let mut all: BTreeMap<_, _> = PAGES.into_iter().map(page).collect();
    all.extend(EMBEDS.map(|name| (name, vec!["site", "item"])));
    all.extend(BRAND.map(|name| (name, vec!["site"])));
    all
}

/// What a template is for.
#[cfg(test)]
pub(super) fn purpose(name: &str) -> &'static str {
    match name {
        "404.html" => "The page for addresses that lead nowhere.",
        "accessibility.html" => "The accessibility statement.",
        "bank.html" => "A page of a bank's questions.",
        "brand.css" => "The style sheet with the brand's colours.",
        "checklist.html" => "A checklist.",
        "checklists.html" => "All checklists.",
        "contacts.html" => "A sheet to keep track of people on.",
        "embeds/checklist.html" => "A checklist within a text.",
        "embeds/kit.html" => "A kit within a text.",
        "embeds/link.html" => "Anything within a text that is itself within one.",
        "embeds/message.html" => "A message within a text.",
        "embeds/question.html" => "A question within a text.",
        "guide.html" => "A guide.",
        "guides.html" => "All guides.",
        "home.html" => "The home page.",
        "icon.svg" => "The icon in the colours of the brand, for sites that have no icon and no logo.",
        "industries.html" => "All industries.",
        "industry.html" => "A page of an industry.",
        "kit-builder.html" => "Choosing questions for one conversation: `/kit/`.",
        "kit.html" => "A kit.",
        "kits.html" => "All kits.",
        "listing.html" => "A page of the questions of one kind, competency, stage, level or topic.",
        "message.html" => "A message.",
        "messages.html" => "All messages.",
        "my-prep.html" => "What to take along and keep.",
        "outreach.html" => "The messages, whole, in the order one needs them.",
        "practice.html" => "How to practice, and where to take questions from.",
        "privacy.html" => "What the site keeps and sends.",
        "question.html" => "A question.",
        "questions.html" => "A page of all questions.",
        "redirect.html" => "The page at a former address.",
        "role-in-industry.html" => "A page of a role in an industry.",
        "role.html" => "A page of a role.",
        "roles.html" => "All roles.",
        "search.html" => "The search over questions, guides, roles and industries.",
        other => panic!("say what `{other}` is for"),
    }
}

/// The names of all templates that a theme chain must have.
pub fn templates() -> Vec<&'static str> {
    variables().into_keys().collect()
}
