//! The library to rows: everything that passes the filters, in an order that does not change.

use std::cell::RefCell;

use super::What;
use super::rows::{BankRow, Due, GuideRow, KitRow, Listed, PageRow, PlaceRow, QuestionRow, WordRow};
use super::wanted::Wanted;
use crate::base::{Date, FileId, SourcePath, Span};
use crate::build::Build;
use crate::model::{IndustryIx, Library, List, QuestionIx, RoleIx, Scope, Status, WordIx};
use crate::report::{Places, Spot};
use crate::syntax::{At, Text};

/// What a list is read from.
struct Reading<'b> {
    library: &'b Library,
    wanted: &'b Wanted<'b>,
    places: RefCell<Places<'b>>,
}

/// Everything that is wanted; `root` stands before the paths of files.
pub fn listed(build: &Build, wanted: &Wanted<'_>, root: &str) -> Listed {
    let places = RefCell::new(Places::new(&*build.sources, root));
    let reading = Reading { library: build.library(), wanted, places };
    match wanted.what {
        What::Questions => Listed::Questions(wanted.questions().map(|ix| reading.question(ix)).collect()),
        What::Banks => Listed::Banks(reading.banks()),
        What::Guides => Listed::Guides(reading.guides()),
        What::Roles => Listed::Roles(reading.roles()),
        What::Industries => Listed::Industries(reading.industries()),
        What::Messages => Listed::Messages(reading.messages()),
        What::Checklists => Listed::Checklists(reading.checklists()),
        What::Kits => Listed::Kits(reading.kits()),
        What::Words => Listed::Words(reading.words()),
    }
}

impl Reading<'_> {
    fn spot(&self, span: Span) -> (String, Option<usize>) {
        match self.places.borrow_mut().at(span) {
            Some(Spot { path, region }) => (path, region.map(|region| region.start.line)),
            None => Default::default(),
        }
    }

    /// Where a page starts to say something: its title, else its first line.
    fn page_spot(&self, path: &SourcePath, title: Option<&Text>) -> (String, Option<usize>) {
        self.spot(title.map_or_else(|| Span::head(FileId::of(path)), Text::span))
    }

    fn due(&self, reviewed: Option<At<Date>>) -> Due {
        Due(self.wanted.is_stale(reviewed))
    }

    fn ids(&self, list: List, words: &[WordIx]) -> Vec<String> {
        words.iter().map(|word| self.library.vocabulary.word(list, *word).id.to_string()).collect()
    }

    fn question(&self, ix: QuestionIx) -> QuestionRow {
        let question = &self.library[ix];
        let said = question.said();
        let (file, line) = self.spot(question.span);
        let one = |list, word: Option<WordIx>| word.and_then(|word| self.ids(list, &[word]).pop());
        QuestionRow {
            id: question.name.full(),
            text: question.text().to_owned(),
            direction: question.direction.word(),
            audience: question.scopes.iter().map(|scope| self.library.scope_title(*scope)).collect(),
            kind: one(List::Kind, question.kind),
            topic: one(List::Topic, question.topic),
            stages: self.ids(List::Stage, &question.stages),
            levels: self.ids(List::Level, &question.levels),
            competencies: self.ids(List::Competency, &question.competencies),
            tags: said.tags.iter().flatten().map(|tag| tag.value.to_string()).collect(),
            priority: question.priority.word(),
            status: match question.status {
                Status::Draft => "draft",
                Status::Ready => "ready",
                Status::Retired => "retired",
            },
            reviewed: said.reviewed.map(|reviewed| reviewed.value.to_string()),
            due: self.due(said.reviewed.filter(|_| question.status == Status::Ready)),
            file,
            line,
        }
    }

    fn banks(&self) -> Vec<BankRow> {
        let banks = self.library.banks.iter().filter(|bank| self.wanted.bank(bank));
        let row = |bank: &crate::model::Bank| {
            let (file, line) = self.page_spot(&bank.path, bank.said.title.as_ref());
            let listed = bank.questions.iter().filter(|question| self.library.is_listed(**question));
            BankRow {
                id: bank.id.to_string(),
                title: bank.title().to_owned(),
                direction: bank.direction.word(),
                audience: self.library.scope_title(bank.scope),
                questions: listed.count(),
                owner: bank.said.owner.as_ref().map(|owner| owner.as_str().to_owned()),
                file,
                line,
            }
        };
        banks.map(row).collect()
    }

    fn guides(&self) -> Vec<GuideRow> {
        let ready = self.library.ordered_guides().into_iter().map(|ix| &self.library[ix]);
        let all = ready.chain(self.library.guides.iter().filter(|guide| guide.is_draft()));
        let row = |guide: &crate::model::Guide| {
            let (file, line) = self.page_spot(&guide.path, guide.said.title.as_ref());
            let reviewed = guide.said.upkeep.reviewed;
            GuideRow {
                id: guide.id.to_string(),
                title: guide.title().to_owned(),
                phase: guide.said.phase.map(|phase| phase.value),
                roles: guide.roles.iter().map(|role| self.library[*role].id.to_string()).collect(),
                industries: guide.industries.iter().map(|at| self.library[*at].id.to_string()).collect(),
                status: if guide.is_draft() { "draft" } else { "ready" },
                reviewed: reviewed.map(|reviewed| reviewed.value.to_string()),
                due: self.due(reviewed.filter(|_| !guide.is_draft())),
                file,
                line,
            }
        };
        all.filter(|guide| self.wanted.guide(guide)).map(row).collect()
    }

    fn shown_on(&self, scope: Scope) -> usize {
        self.library.page(scope).map_or(0, |page| self.library[page].items.len())
    }

    fn roles(&self) -> Vec<PlaceRow> {
        let library = self.library;
        let row = |ix: RoleIx| {
            let role = &library[ix];
            let (file, line) = self.page_spot(&role.path, role.said.title.as_ref());
            let reviewed = role.said.upkeep.reviewed;
            let crossing = |at: &usize| {
                library.page(Scope { role: Some(ix), industry: Some(IndustryIx::new(*at)) }).is_some()
            };
            PlaceRow {
                id: role.id.to_string(),
                title: role.title().to_owned(),
                parent: role.ancestors.first().map(|family| library[*family].id.to_string()),
                questions: self.shown_on(Scope::role(ix)),
                crossings: (0..library.industries.len())
                    .filter(crossing)
                    .map(|at| library.industries[at].id.to_string())
                    .collect(),
                reviewed: reviewed.map(|reviewed| reviewed.value.to_string()),
                due: self.due(reviewed),
                file,
                line,
            }
        };
        (0..library.roles.len()).map(RoleIx::new).filter(|ix| self.wanted.role(*ix)).map(row).collect()
    }

    fn industries(&self) -> Vec<PlaceRow> {
        let library = self.library;
        let row = |ix: IndustryIx| {
            let industry = &library[ix];
            let (file, line) = self.page_spot(&industry.path, industry.said.title.as_ref());
            let reviewed = industry.said.upkeep.reviewed;
            let crossing = |at: &usize| {
                library.page(Scope { role: Some(RoleIx::new(*at)), industry: Some(ix) }).is_some()
            };
            PlaceRow {
                id: industry.id.to_string(),
                title: industry.title().to_owned(),
                parent: industry.ancestors.first().map(|parent| library[*parent].id.to_string()),
                questions: self.shown_on(Scope::industry(ix)),
                crossings: (0..library.roles.len())
                    .filter(crossing)
                    .map(|at| library.roles[at].id.to_string())
                    .collect(),
                reviewed: reviewed.map(|reviewed| reviewed.value.to_string()),
                due: self.due(reviewed),
                file,
                line,
            }
        };
        let passes = |ix: &IndustryIx| {
            let industry = &library[*ix];
            self.wanted.page(industry.id.as_str(), industry.title(), industry.said.upkeep.reviewed)
        };
        (0..library.industries.len()).map(IndustryIx::new).filter(passes).map(row).collect()
    }

    fn messages(&self) -> Vec<PageRow> {
        let passes = |message: &&crate::model::Message| {
            self.wanted.page(message.id.as_str(), message.title(), message.said.upkeep.reviewed)
        };
        let row = |message: &crate::model::Message| {
            let words = [message.said.channel, message.said.purpose, message.said.relationship];
            let words = words.into_iter().flatten().map(|word| word.value.to_owned()).collect();
            let said = &message.said;
            self.page(
                &message.id,
                message.title(),
                &message.path,
                said.title.as_ref(),
                words,
                said.upkeep.reviewed,
            )
        };
        self.library.messages.iter().filter(passes).map(row).collect()
    }

    fn checklists(&self) -> Vec<PageRow> {
        let passes = |list: &&crate::model::Checklist| {
            self.wanted.page(list.id.as_str(), list.title(), list.said.upkeep.reviewed)
        };
        let row = |list: &crate::model::Checklist| {
            let said = &list.said;
            let words = said.when.iter().map(|when| when.value.to_owned()).collect();
            self.page(&list.id, list.title(), &list.path, said.title.as_ref(), words, said.upkeep.reviewed)
        };
        self.library.checklists.iter().filter(passes).map(row).collect()
    }

    fn page(
        &self,
        id: &crate::base::Slug,
        title: &str,
        path: &SourcePath,
        written: Option<&Text>,
        words: Vec<String>,
        reviewed: Option<At<Date>>,
    ) -> PageRow {
        let (file, line) = self.page_spot(path, written);
        PageRow {
            id: id.to_string(),
            title: title.to_owned(),
            purpose: words,
            reviewed: reviewed.map(|reviewed| reviewed.value.to_string()),
            due: self.due(reviewed),
            file,
            line,
        }
    }

    fn kits(&self) -> Vec<KitRow> {
        let passes = |kit: &&crate::model::Kit| {
            self.wanted.page(kit.id.as_str(), kit.title(), kit.said.upkeep.reviewed)
        };
        let row = |kit: &crate::model::Kit| {
            let (file, line) = self.page_spot(&kit.path, kit.said.title.as_ref());
            let reviewed = kit.said.upkeep.reviewed;
            KitRow {
                id: kit.id.to_string(),
                title: kit.title().to_owned(),
                audience: kit.said.for_whom.as_ref().map(|text| text.as_str().to_owned()),
                minutes: kit.said.minutes.map(|minutes| minutes.value as usize),
                questions: kit.questions.len(),
                reviewed: reviewed.map(|reviewed| reviewed.value.to_string()),
                due: self.due(reviewed),
                file,
                line,
            }
        };
        self.library.kits.iter().filter(passes).map(row).collect()
    }

    fn words(&self) -> Vec<WordRow> {
        let library = self.library;
        let listed: Vec<QuestionIx> = library.listed().collect();
        let mut rows = Vec::new();
        for list in List::ALL {
            for (at, word) in library.vocabulary.words(list).iter().enumerate() {
                if !self.wanted.word(word) {
                    continue;
                }
                let has = |ix: &&QuestionIx| library[**ix].words(list).contains(&WordIx::new(at));
                let spot = word.span.map(|span| self.spot(span));
                let (file, line) = spot.map_or((None, None), |(file, line)| (Some(file), line));
                rows.push(WordRow {
                    list: list.word(),
                    id: word.id.to_string(),
                    label: word.label.clone(),
                    direction: word.direction.map(crate::model::Direction::word),
                    questions: listed.iter().filter(has).count(),
                    file,
                    line,
                });
            }
        }
        rows
    }
}
