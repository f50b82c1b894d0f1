//! Every output of the site and its recipe: routes, listings, pages of lists, redirects.
//!
//! Does no text work: a plan of a hundred thousand pages is made in the time one page is rendered in.

pub mod called;
mod diags;
mod icons;
mod listing;
mod outputs;
mod routes;
mod search;
mod standing;

use std::collections::BTreeSet;

use crate::base::{OutPath, Slug, SourcePath};
use crate::diag::Diagnostic;
use crate::model::{
    BankIx, ChecklistIx, GuideIx, IndustryIx, KitIx, Library, MessageIx, PageIx, PageRef, QuestionIx, RoleIx,
    Status,
};

use outputs::Outputs;

pub use icons::Icon;
pub use listing::{Facet, Listing, PER_PAGE, Stretch, pages};
pub use routes::Routes;
pub use search::{ENTRIES, SearchFiles};
pub use standing::Standing;

/// How one output is made. Numbers of pages count from 1.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Recipe {
    /// The home page.
    Home,
    /// The page for addresses that lead nowhere.
    NotFound,
    /// All guides.
    Guides,
    /// A guide.
    Guide(GuideIx),
    /// All roles.
    Roles,
    /// All industries.
    Industries,
    /// A page of a role, an industry or a role in an industry.
    Composed(PageIx, usize),
    /// A page of all questions.
    Questions(usize),
    /// A page of a facet's value: which listing, which page.
    Listing(usize, usize),
    /// A page of a bank.
    Bank(BankIx, usize),
    /// A question.
    Question(QuestionIx),
    /// All messages.
    Messages,
    /// A message.
    Message(MessageIx),
    /// All checklists.
    Checklists,
    /// A checklist.
    Checklist(ChecklistIx),
    /// All kits.
    Kits,
    /// A kit.
    Kit(KitIx),
    /// The search page.
    Search,
    /// A page that no author writes.
    Standing(Standing),
    /// A former address.
    Redirect(PageRef),
    /// `robots.txt`.
    Robots,
    /// `sitemap.xml`: the addresses, or the list of the files that hold them.
    Sitemap,
    /// `sitemap-<n>.xml` of a large site.
    SitemapPart(usize),
    /// `feed.xml`.
    Feed,
    /// `data/v1/index.json`.
    DataIndex,
    /// `data/v1/banks/<bank>.json`.
    DataBank(BankIx),
    /// `data/v1/roles/…` and `data/v1/industries/…`.
    DataPage(PageIx),
    /// `search/index.json`.
    SearchIndex,
    /// `search/words.json`.
    SearchWords,
    /// `search/places/<n>.json`.
    SearchPlaces(usize),
    /// `search/entries/<n>.json`.
    SearchEntries(usize),
    /// The style sheet of the theme, this file, with the colours of the brand at its end.
    Style(SourcePath),
    /// The icon in the colours of the brand.
    BrandIcon,
    /// `manifest.webmanifest`.
    Manifest,
    /// A file that is copied.
    Copy(SourcePath),
}

/// The most addresses of one sitemap file (sitemaps.org, "Using Sitemap index files").
pub const SITEMAP_LIMIT: usize = 50_000;

/// How many newly reviewed questions the feed holds.
pub const RECENT: usize = 50;

/// What a theme adds to the outputs: files that are copied to a place below the root.
pub type Copies = Vec<(SourcePath, String)>;

/// Every output, and the lists that pages share.
#[derive(Debug)]
pub struct Plan {
    /// Sorted by path.
    outputs: Vec<(OutPath, Recipe)>,
    /// Where each thing has its page.
    pub routes: Routes,
    /// The facets' values with their questions.
    pub listings: Vec<Listing>,
    /// All questions that stand in lists.
    pub questions: Vec<QuestionIx>,
    /// The published guides, in reading order.
    pub guides: Vec<GuideIx>,
    /// The questions with a date of review, the latest first; at most [`RECENT`].
    pub reviewed: Vec<QuestionIx>,
    /// The pages that no author writes: made, or files of the site in their place.
    pub standing: Vec<Standing>,
    /// The files of the search index.
    pub search: SearchFiles,
    /// The style sheet.
    pub style: OutPath,
    /// The pictures that stand for the site, the most general last; at least one.
    pub icons: Vec<Icon>,
    /// How many folders deep outputs are.
    pub depths: BTreeSet<usize>,
}

impl Plan {
    /// Every output, by path.
    pub fn outputs(&self) -> impl ExactSizeIterator<Item = (&OutPath, &Recipe)> {
        self.outputs.iter().map(|(path, recipe)| (path, recipe))
    }

    /// The recipe of an output.
    pub fn recipe(&self, path: &OutPath) -> Option<&Recipe> {
        let at = self.outputs.binary_search_by(|(own, _)| own.cmp(path)).ok()?;
        Some(&self.outputs[at].1)
    }

    /// The pages that search engines should know, by path.
    pub fn indexed(&self, library: &Library) -> Vec<&OutPath> {
        let page = |(path, recipe): &(&OutPath, &Recipe)| path.is_page() && is_indexed(library, recipe);
        self.outputs().filter(page).map(|(path, _)| path).collect()
    }
}

/// Whether search engines should know a page: not one that only leads elsewhere, is not finished, or stands in no
/// list any more.
pub fn is_indexed(library: &Library, recipe: &Recipe) -> bool {
    match recipe {
        Recipe::NotFound | Recipe::Redirect(_) | Recipe::Copy(_) => false,
        Recipe::Question(ix) => library[*ix].status == Status::Ready,
        Recipe::Guide(ix) => !library[*ix].is_draft(),
        _ => true,
    }
}

/// The plan of a library whose theme is not known: the addresses of its pages, not those of the theme's files.
pub fn plan_of_pages(library: &Library) -> Plan {
    let style = SourcePath::new("style.css").expect("a fair path");
    plan(library, &Vec::new(), &style, "").0
}

/// Plans every output of a library; `copies` are the theme's files but for its style sheet, `brand` is the hash of
/// what the style sheet and the icon are made from.
pub fn plan(
    library: &Library,
    copies: &Copies,
    style_sheet: &SourcePath,
    brand: &str,
) -> (Plan, Vec<Diagnostic>) {
    let routes = Routes::new(library);
    let questions: Vec<QuestionIx> = library.listed().collect();
    let listings = listing::listings(library, &questions);
    let guides = library.ordered_guides();
    let style = routes::file(&format!("assets/style-{brand}.css"));
    let mut outputs = Outputs::default();
    single_pages(&mut outputs, library, &guides);
    let (standing, made) = standing::standing(library, &questions);
    made.into_iter().for_each(|(path, recipe)| outputs.add(path, recipe));
    lists(&mut outputs, library, &routes, &questions, &listings);
    things(&mut outputs, library, &routes, &guides);
    redirects(&mut outputs, library, &routes);
    data(&mut outputs, library);
    let search = SearchFiles::of(library, questions.len(), guides.len());
    search_files(&mut outputs, search);
    machine_files(&mut outputs, library);
    outputs.add(style.clone(), Recipe::Style(style_sheet.clone()));
    let brand_icon = routes::file(&format!("assets/brand-{brand}.svg"));
    outputs.add(brand_icon.clone(), Recipe::BrandIcon);
    outputs.add(routes::file("manifest.webmanifest"), Recipe::Manifest);
    // Copied files come last: when one has the address of a page, it is the one reported.
    let mut outputs = outputs.settled(library);
    for (path, name) in copies {
        outputs.copy(path, name);
    }
    let linked = library.published_files();
    let shown = |path: &&SourcePath| path.as_str().starts_with("static/") || linked.contains(*path);
    for path in library.files.iter().filter(shown) {
        let name = path.as_str().strip_prefix("static/").map(str::to_owned);
        let name = name.unwrap_or_else(|| path.as_str().replacen("content/", "media/", 1));
        outputs.copy(path, &name);
    }
    let (outputs, problems) = outputs.all();
    let reviewed = reviewed(library, &questions);
    let depths = outputs.iter().map(|(path, _)| path.depth()).collect();
    let icons = icons::icons(&outputs, library, brand_icon);
    let plan = Plan {
        outputs,
        routes,
        listings,
        questions,
        guides,
        reviewed,
        standing,
        search,
        style,
        icons,
        depths,
    };
    (plan, problems)
}

fn reviewed(library: &Library, questions: &[QuestionIx]) -> Vec<QuestionIx> {
    let dated = |ix: &QuestionIx| Some((library[*ix].said().reviewed?.value, *ix));
    let mut dated: Vec<_> = questions.iter().filter_map(dated).collect();
    dated.sort_by(|(a, x), (b, y)| b.cmp(a).then(x.cmp(y)));
    dated.into_iter().take(RECENT).map(|(_, ix)| ix).collect()
}

fn single_pages(outputs: &mut Outputs, library: &Library, guides: &[GuideIx]) {
    outputs.add(routes::file("index.html"), Recipe::Home);
    outputs.add(routes::file("404.html"), Recipe::NotFound);
    outputs.add(routes::section("search"), Recipe::Search);
    let sections = [
        ("guides", guides.is_empty(), Recipe::Guides),
        ("roles", library.roles.is_empty(), Recipe::Roles),
        ("industries", library.industries.is_empty(), Recipe::Industries),
        ("messages", library.messages.is_empty(), Recipe::Messages),
        ("checklists", library.checklists.is_empty(), Recipe::Checklists),
        ("kits", library.kits.is_empty(), Recipe::Kits),
    ];
    for (name, empty, recipe) in sections {
        if !empty {
            outputs.add(routes::section(name), recipe);
        }
    }
}

fn lists(
    outputs: &mut Outputs,
    library: &Library,
    routes: &Routes,
    questions: &[QuestionIx],
    listings: &[Listing],
) {
    outputs.paged(&routes::section("questions"), questions.len(), Recipe::Questions);
    for (at, listing) in listings.iter().enumerate() {
        outputs.paged(&listing.path, listing.questions.len(), |page| Recipe::Listing(at, page));
    }
    for at in 0..library.banks.len() {
        let bank = BankIx::new(at);
        let count = library[bank].questions.iter().filter(|question| library.is_listed(**question)).count();
        outputs.paged(routes.page(PageRef::Bank(bank)), count, |page| Recipe::Bank(bank, page));
    }
    for (at, composed) in library.composed.iter().enumerate() {
        let page_of = PageIx::new(at);
        outputs.paged(routes.composed(page_of), composed.items.len(), |page| Recipe::Composed(page_of, page));
    }
}

fn things(outputs: &mut Outputs, library: &Library, routes: &Routes, guides: &[GuideIx]) {
    for guide in guides {
        outputs.add(routes.page(PageRef::Guide(*guide)).clone(), Recipe::Guide(*guide));
    }
    for question in (0..library.questions.len()).map(QuestionIx::new).filter(|at| library.is_published(*at)) {
        outputs.add(routes.page(PageRef::Question(question)).clone(), Recipe::Question(question));
    }
    for message in (0..library.messages.len()).map(MessageIx::new) {
        outputs.add(routes.page(PageRef::Message(message)).clone(), Recipe::Message(message));
    }
    for checklist in (0..library.checklists.len()).map(ChecklistIx::new) {
        outputs.add(routes.page(PageRef::Checklist(checklist)).clone(), Recipe::Checklist(checklist));
    }
    for kit in (0..library.kits.len()).map(KitIx::new) {
        outputs.add(routes.page(PageRef::Kit(kit)).clone(), Recipe::Kit(kit));
    }
}

/// Former ids: each leads to the page that took its place.
fn redirects(outputs: &mut Outputs, library: &Library, routes: &Routes) {
    for (at, question) in library.questions.iter().enumerate() {
        let to = PageRef::Question(QuestionIx::new(at));
        if library.has_page(to) {
            for alias in &question.aliases {
                outputs.redirect(routes::question(alias), to);
            }
        }
    }
    let mut former = |aliases: &[crate::syntax::At<Slug>], section: &'static str, to: PageRef| {
        for alias in aliases.iter().filter(|_| library.has_page(to)) {
            let path = routes::thing(section, &alias.value);
            if path != *routes.page(to) {
                outputs.redirect(path, to);
            }
        }
    };
    for (at, guide) in library.guides.iter().enumerate() {
        former(&guide.said.upkeep.aliases, "guides", PageRef::Guide(GuideIx::new(at)));
    }
    for (at, role) in library.roles.iter().enumerate() {
        former(&role.said.upkeep.aliases, "roles", PageRef::Role(RoleIx::new(at)));
    }
    for (at, industry) in library.industries.iter().enumerate() {
        former(&industry.said.upkeep.aliases, "industries", PageRef::Industry(IndustryIx::new(at)));
    }
    for (at, message) in library.messages.iter().enumerate() {
        former(&message.said.upkeep.aliases, "messages", PageRef::Message(MessageIx::new(at)));
    }
    for (at, checklist) in library.checklists.iter().enumerate() {
        former(&checklist.said.upkeep.aliases, "checklists", PageRef::Checklist(ChecklistIx::new(at)));
    }
    for (at, kit) in library.kits.iter().enumerate() {
        former(&kit.said.upkeep.aliases, "kits", PageRef::Kit(KitIx::new(at)));
    }
}

fn data(outputs: &mut Outputs, library: &Library) {
    outputs.add(routes::file("data/v1/index.json"), Recipe::DataIndex);
    for (at, bank) in library.banks.iter().enumerate() {
        outputs
            .add(routes::file(&format!("data/v1/banks/{}.json", bank.id)), Recipe::DataBank(BankIx::new(at)));
    }
    for (at, composed) in library.composed.iter().enumerate() {
        outputs.add(routes::data(library, composed.scope), Recipe::DataPage(PageIx::new(at)));
    }
}

fn search_files(outputs: &mut Outputs, files: SearchFiles) {
    outputs.add(routes::file("search/index.json"), Recipe::SearchIndex);
    outputs.add(routes::file("search/words.json"), Recipe::SearchWords);
    for at in 0..files.places {
        outputs.add(routes::file(&format!("search/places/{at}.json")), Recipe::SearchPlaces(at));
    }
    for at in 0..files.entries {
        outputs.add(routes::file(&format!("search/entries/{at}.json")), Recipe::SearchEntries(at));
    }
}

fn machine_files(outputs: &mut Outputs, library: &Library) {
    outputs.add(routes::file("robots.txt"), Recipe::Robots);
    // Feed and sitemap are made of absolute addresses; without a base there are none.
    if library.site.base_url.is_none() {
        return;
    }
    outputs.add(routes::file("feed.xml"), Recipe::Feed);
    outputs.add(routes::file("sitemap.xml"), Recipe::Sitemap);
    let indexed = outputs.added().filter(|(path, recipe)| path.is_page() && is_indexed(library, recipe));
    let pages = indexed.count();
    if pages > SITEMAP_LIMIT {
        for part in 1..=pages.div_ceil(SITEMAP_LIMIT) {
            outputs.add(routes::file(&format!("sitemap-{part}.xml")), Recipe::SitemapPart(part));
        }
    }
}

impl Plan {
    /// The list of a facet's value, when it has questions.
    pub fn listing(&self, facet: Facet, word: crate::model::WordIx) -> Option<&Listing> {
        let at = self
            .listings
            .binary_search_by_key(&(facet, word), |listing| (listing.facet, listing.word))
            .ok()?;
        self.listings.get(at)
    }
}
