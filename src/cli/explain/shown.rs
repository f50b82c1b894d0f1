//! Which outputs show a thing, and why: its index, lists, pages of roles and industries, kits, embeds, data.

use super::account::Entry;
use super::survey::Survey;
use crate::base::OutPath;
use crate::model::{
    Direction, GuideIx, IndustryIx, KitIx, Library, PageIx, PageRef, QuestionIx, RoleIx, Scope,
};
use crate::plan::{Facet, PER_PAGE, Routes};
use crate::view::home;

/// Every output that shows a thing beside its own page, by address.
pub fn of(survey: &Survey<'_>, thing: PageRef) -> Vec<Entry> {
    let mut shown = Shown { survey, found: Vec::new() };
    match thing {
        PageRef::Question(ix) => shown.question(ix),
        PageRef::Bank(ix) => {
            shown.add(&Routes::section("questions"), "the banks");
            shown.add(&Routes::bank_data(&survey.library[ix].id), "data");
        }
        PageRef::Guide(ix) => shown.guide(ix),
        PageRef::Role(ix) => shown.role(ix),
        PageRef::Industry(ix) => shown.industry(ix),
        PageRef::Message(_) => shown.add(&Routes::section("messages"), "all messages"),
        PageRef::Checklist(_) => shown.add(&Routes::section("checklists"), "all checklists"),
        PageRef::Kit(_) => shown.add(&Routes::section("kits"), "all kits"),
    }
    shown.embeds(thing, "shown within the text");
    // What people read comes before what programs read.
    shown.found.sort_by_key(|entry| (entry.name.starts_with("data/"), entry.name.clone()));
    shown.found
}

/// The outputs that show a role in an industry.
pub fn crossing(survey: &Survey<'_>, ix: PageIx) -> Vec<Entry> {
    let mut shown = Shown { survey, found: Vec::new() };
    let scope = survey.library[ix].scope;
    shown.add(&Routes::data(survey.library, scope), "data");
    if let Some(role) = scope.role {
        shown.add(survey.plan.routes.page(PageRef::Role(role)), "its industries");
    }
    if let Some(industry) = scope.industry {
        shown.add(survey.plan.routes.page(PageRef::Industry(industry)), "its roles");
    }
    shown.found
}

/// Whether a page of a scope shows a guide.
pub fn is_about(library: &Library, guide: GuideIx, scope: Scope) -> bool {
    let guide = &library[guide];
    scope.role.is_some_and(|role| guide.roles.contains(&role))
        || scope.industry.is_some_and(|industry| guide.industries.contains(&industry))
}

struct Shown<'s, 'b> {
    survey: &'s Survey<'b>,
    found: Vec<Entry>,
}

impl Shown<'_, '_> {
    /// Notes an output, if the site has it.
    fn add(&mut self, path: &OutPath, why: impl Into<String>) {
        if self.survey.plan.recipe(path).is_some() {
            self.found.push(Entry::new(self.survey.address(path), why));
        }
    }

    /// Notes the page of a list that shows its entry `at`.
    fn on_list(&mut self, first: &OutPath, at: Option<usize>, why: impl Into<String>) {
        if let Some(at) = at {
            self.add(&Routes::numbered(first, at / PER_PAGE + 1), why);
        }
    }

    fn question(&mut self, ix: QuestionIx) {
        let (library, plan) = (self.survey.library, self.survey.plan);
        let question = &library[ix];
        if !library.is_listed(ix) {
            return;
        }
        let bank = question.bank;
        let listed = library[bank].questions.iter().filter(|own| library.is_listed(**own));
        let at = listed.into_iter().position(|own| *own == ix);
        self.on_list(plan.routes.page(PageRef::Bank(bank)), at, "its bank");
        let at = plan.questions.iter().position(|own| *own == ix);
        self.on_list(&Routes::section("questions"), at, "all questions");
        for facet in Facet::ALL {
            for word in question.words(facet.list()).iter().copied() {
                let Some(listing) = plan.listing(facet, word) else { continue };
                let at = listing.questions.iter().position(|own| *own == ix);
                let label = &library.vocabulary.word(facet.list(), word).label;
                self.on_list(&listing.path, at, format!("{}: {label}", facet.word()));
            }
        }
        for (at, page) in library.composed.iter().enumerate() {
            let Some(place) = page.items.iter().position(|item| item.question == ix) else { continue };
            let item = &page.items[place];
            let adapted = if item.adapts.is_empty() { "" } else { ", adapted" };
            let whose = match library.scope_title(item.from) {
                title if item.from == Scope::EVERYONE => title.to_lowercase(),
                title => title,
            };
            let why = format!("{}: from {whose}{adapted}", library.scope_title(page.scope));
            self.on_list(plan.routes.composed(PageIx::new(at)), Some(place), why);
            self.add(
                &Routes::data(library, page.scope),
                format!("data of {}", library.scope_title(page.scope)),
            );
        }
        self.kits(ix);
        self.home(ix);
        self.add(&Routes::bank_data(&library[bank].id), "data of its bank");
    }

    fn kits(&mut self, ix: QuestionIx) {
        let library = self.survey.library;
        for (at, kit) in library.kits.iter().enumerate().filter(|(_, kit)| kit.questions.contains(&ix)) {
            let page = PageRef::Kit(KitIx::new(at));
            self.add(self.survey.plan.routes.page(page), format!("kit {}", kit.id));
            self.embeds(page, &format!("shows the kit {}", kit.id));
        }
    }

    fn home(&mut self, ix: QuestionIx) {
        let (library, plan) = (self.survey.library, self.survey.plan);
        let root = Routes::root_file("index.html");
        let both = [Direction::YouAsk, Direction::YouAnswer];
        if both.into_iter().any(|direction| home::featured(library, plan, direction).any(|own| own == ix)) {
            self.add(&root, "among the first for everyone that must be prepared");
        }
        if plan.reviewed.iter().take(home::QUESTIONS).any(|own| *own == ix) {
            self.add(&root, "reviewed last");
        }
        if plan.reviewed.contains(&ix) {
            self.add(&Routes::root_file("feed.xml"), "reviewed lately");
        }
    }

    fn guide(&mut self, ix: GuideIx) {
        let (library, plan) = (self.survey.library, self.survey.plan);
        if !library.is_guide_published(ix) {
            return;
        }
        self.add(&Routes::section("guides"), "all guides");
        if plan.guides.iter().take(home::GUIDES).any(|own| *own == ix) {
            self.add(&Routes::root_file("index.html"), "among the first guides");
        }
        for (at, page) in library.composed.iter().enumerate() {
            if is_about(library, ix, page.scope) {
                let why = format!("{}: named by the guide", library.scope_title(page.scope));
                self.add(plan.routes.composed(PageIx::new(at)), why);
            }
        }
    }

    fn role(&mut self, ix: RoleIx) {
        let library = self.survey.library;
        self.add(&Routes::section("roles"), "all roles");
        let titles = library.roles.iter().map(|role| role.title());
        self.place(Scope::role(ix), library[ix].title(), titles);
    }

    fn industry(&mut self, ix: IndustryIx) {
        let library = self.survey.library;
        self.add(&Routes::section("industries"), "all industries");
        let titles = library.industries.iter().map(|industry| industry.title());
        self.place(Scope::industry(ix), library[ix].title(), titles);
    }

    /// The home page, the data, and the pages of roles in industries.
    fn place<'t>(&mut self, scope: Scope, title: &str, titles: impl Iterator<Item = &'t str>) {
        let (library, plan) = (self.survey.library, self.survey.plan);
        if titles.filter(|other| *other < title).count() < home::PLACES {
            self.add(&Routes::root_file("index.html"), "among the first by title");
        }
        self.add(&Routes::data(library, scope), "data");
        for (at, page) in library.composed.iter().enumerate() {
            let inside = page.scope != scope
                && (scope.role.is_none() || scope.role == page.scope.role)
                && (scope.industry.is_none() || scope.industry == page.scope.industry);
            if inside {
                self.add(plan.routes.composed(PageIx::new(at)), library.scope_title(page.scope));
            }
        }
    }

    /// The pages whose text embeds a thing.
    fn embeds(&mut self, thing: PageRef, why: &str) {
        let library = self.survey.library;
        for (path, document) in library.all_documents() {
            let here = document.embeds().iter().any(|embed| library.embedded(embed) == Some(thing));
            // The page of a bank lists questions without what stands in them.
            let page = library.page_of(path).filter(|page| here && !matches!(page, PageRef::Bank(_)));
            if let Some(page) = page {
                self.add(self.survey.plan.routes.page(page), why);
            }
        }
    }
}
