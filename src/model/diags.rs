//! What can be wrong between files: names that lead nowhere, twins, circles.

use super::ids::{QuestionIx, QuestionName};
use super::scope::Scope;
use super::vocabulary::{List, Word};
use super::{Direction, Library};
use crate::base::near::{nearest, only_near};
use crate::base::{Slug, SourcePath, Span};
use crate::diag::{Code, Diagnostic, codes};
use crate::syntax::record::list;
use crate::syntax::{At, Text};

/// The most known words that a help line lists.
const LISTED: usize = 24;

/// An id that stands twice.
pub fn duplicate_id(id: &Slug, span: Span, first: Span) -> Diagnostic {
    Diagnostic::at(&codes::DUPLICATE_ID, span, format!("the id `{id}` is used twice"))
        .label(first, "first used here")
        .help("give one of them another id; an id that was published keeps its question")
}

/// Two files whose names make one id.
pub fn twin_files(id: &Slug, path: &SourcePath, first: &SourcePath) -> Diagnostic {
    Diagnostic::file(&codes::DUPLICATE_ID, path, format!("`{path}` and `{first}` both have the id `{id}`"))
        .help("the file's name is its id and its address: rename one of them")
}

/// Two banks with one id.
pub fn twin_banks(id: &Slug, path: &SourcePath, first: &SourcePath) -> Diagnostic {
    Diagnostic::file(
        &codes::DUPLICATE_ID,
        path,
        format!("the banks `{path}` and `{first}` both have the id `{id}`"),
    )
    .help("rename one of the files, or write `id = \"…\"` at the top of one")
}

/// A bank whose id is a folder of its own.
pub fn reserved_bank(id: &Slug, path: &SourcePath, span: Option<Span>) -> Diagnostic {
    let message = format!("a bank cannot have the id `{id}`");
    let base = match span {
        Some(span) => Diagnostic::at(&codes::BAD_ID, span, message),
        None => Diagnostic::file(&codes::BAD_ID, path, message),
    };
    base.help("the site keeps this address for its own lists: choose another name")
}

/// A file whose name cannot be an id.
pub fn file_is_no_id(path: &SourcePath) -> Diagnostic {
    let stem = path.stem();
    let base = Diagnostic::file(&codes::BAD_ID, path, format!("the file name `{stem}` cannot be an id"));
    match Slug::suggest(stem) {
        Some(slug) => base
            .help(format!("the name becomes the address of a page: call it `{slug}.{}`", path.extension())),
        None => base.help("use small letters, digits and single hyphens, at most 64 characters"),
    }
}

/// A word that is not in its list.
pub fn unknown_word(of: List, id: &At<Slug>, known: &[Word]) -> Diagnostic {
    let message = format!("`{}` is not a {} of the vocabulary", id.value, of.word());
    unknown(&codes::UNKNOWN_WORD, id, message, known.iter().map(|word| word.id.as_str()), of.word())
}

/// A role no folder is called after.
pub fn unknown_role<'a>(id: &At<Slug>, known: impl Iterator<Item = &'a str> + Clone) -> Diagnostic {
    unknown(&codes::UNKNOWN_ROLE, id, format!("there is no role `{}`", id.value), known, "role")
}

/// An industry no folder is called after.
pub fn unknown_industry<'a>(id: &At<Slug>, known: impl Iterator<Item = &'a str> + Clone) -> Diagnostic {
    unknown(&codes::UNKNOWN_INDUSTRY, id, format!("there is no industry `{}`", id.value), known, "industry")
}

fn unknown<'a>(
    code: &'static Code,
    id: &At<Slug>,
    message: String,
    known: impl Iterator<Item = &'a str> + Clone,
    what: &str,
) -> Diagnostic {
    let base = Diagnostic::at(code, id.span, message);
    match nearest(id.value.as_str(), known.clone()) {
        Some(near) => {
            let base = base.help(format!("did you mean `{near}`?"));
            match only_near(id.value.as_str(), known) {
                Some(sure) => base.fix(format!("write `{sure}`"), id.span, format!("\"{sure}\"")),
                None => base,
            }
        }
        None if known.clone().next().is_none() => base.help(format!("there is no {what} yet")),
        None => base.help(format!("known: {}", list(known.take(LISTED)))),
    }
}

/// A file `in-<industry>.toml` of an industry that is not there.
pub fn unknown_industry_file<'a>(
    path: &SourcePath,
    id: &Slug,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let base = Diagnostic::file(
        &codes::UNKNOWN_INDUSTRY,
        path,
        format!("`{path}` is for an industry that is not there"),
    );
    match nearest(id.as_str(), known) {
        Some(near) => base.help(format!("did you mean `in-{near}.toml`?")),
        None => base.help(format!("write `content/industries/{id}/industry.md` first")),
    }
}

/// A folder of banks without the page that says what it is.
pub fn missing_page(path: &SourcePath, what: &str, id: &str) -> Diagnostic {
    let message = format!("the folder of `{path}` has no `{what}.md`");
    Diagnostic::file(&codes::MISSING_PAGE, path, message).help(format!(
        "write `content/{}/{id}/{what}.md`: a front matter with a title is enough",
        plural(what)
    ))
}

fn plural(what: &str) -> &str {
    if what == "industry" { "industries" } else { "roles" }
}

/// Parents in a circle.
pub fn parent_cycle(word: &str, name: &At<Slug>) -> Diagnostic {
    Diagnostic::at(&codes::PARENT_CYCLE, name.span, format!("this `{word}` leads back to where it started"))
        .help(format!("remove one `{word}` of the circle"))
}

/// `roles` or `industries` that the folder does not contain.
pub fn outside_folder(name: &At<Slug>, what: &str) -> Diagnostic {
    let message = format!("the {what} `{}` is outside the folder of this bank", name.value);
    Diagnostic::at(&codes::SCOPE_CONFLICT, name.span, message)
        .help("a bank's folder says whom it is for; a question can only narrow that: move it to another bank")
}

/// A text that cannot name a question.
pub fn bad_question_name(text: &Text) -> Diagnostic {
    let message = format!("`{}` is not the name of a question", text.as_str());
    Diagnostic::at(&codes::UNKNOWN_QUESTION, text.span(), message)
        .help("write the bank and the question: `behavioral-core/conflict-teammate`")
}

/// A question that is not there.
pub fn unknown_question(library: &Library, name: &QuestionName, span: Span) -> Diagnostic {
    let base = Diagnostic::at(&codes::UNKNOWN_QUESTION, span, format!("there is no question `{name}`"));
    if let Some(same) = library.questions.iter().find(|question| question.name.id == name.id) {
        return base.help(format!("did you mean `{}`?", same.name));
    }
    let Some(bank) = Library::find(&library.banks, name.bank.as_str(), |bank| &bank.id) else {
        let near = nearest(name.bank.as_str(), library.banks.iter().map(|bank| bank.id.as_str()));
        return match near {
            Some(near) => {
                base.help(format!("there is no bank `{}`; did you mean `{near}/{}`?", name.bank, name.id))
            }
            None => base.help(format!("there is no bank `{}`", name.bank)),
        };
    };
    let questions =
        || library.banks[bank].questions.iter().map(|question| library[*question].name.id.as_str());
    match nearest(name.id.as_str(), questions()) {
        Some(near) => {
            let full = format!("{}/{near}", name.bank);
            let base = base.help(format!("did you mean `{full}`?"));
            match only_near(name.id.as_str(), questions()) {
                Some(_) => base.fix(format!("write `{full}`"), span, format!("\"{full}\"")),
                None => base,
            }
        }
        None if questions().next().is_none() => {
            base.help(format!("the bank `{}` has no questions", name.bank))
        }
        None => base.help(format!("the bank has {}", list(questions().take(LISTED)))),
    }
}

/// A bank that is not there.
pub fn unknown_bank(library: &Library, id: &At<Slug>) -> Diagnostic {
    let known = library.banks.iter().map(|bank| bank.id.as_str());
    unknown(&codes::UNKNOWN_QUESTION, id, format!("there is no bank `{}`", id.value), known, "bank")
}

/// A former name that something else has.
pub fn alias_conflict(alias: &Text, other: Span, why: &str) -> Diagnostic {
    Diagnostic::at(&codes::ALIAS_CONFLICT, alias.span(), format!("the alias `{}` is taken", alias.as_str()))
        .label(other, why)
        .help("an alias is the former id of one question: remove it here or there")
}

/// A former id of a page that something else has.
pub fn page_alias_conflict(alias: &At<Slug>, why: &str) -> Diagnostic {
    Diagnostic::at(&codes::ALIAS_CONFLICT, alias.span, format!("the alias `{}` is taken: {why}", alias.value))
        .help("an alias is the former id of one page: remove it here or there")
}

/// `hide` or `adapt` of a question that is not broader.
pub fn not_broader(library: &Library, question: QuestionIx, span: Span, word: &str) -> Diagnostic {
    let name = &library[question].name;
    Diagnostic::at(&codes::ADAPT_NOT_BROADER, span, format!("`{name}` is not broader than this bank"))
        .label(library[question].span, "the question is here")
        .help(format!(
            "`{word}` works on questions for everyone, or for a family or industry this folder is in"
        ))
}

/// One question adapted twice in one scope.
pub fn adapted_twice(name: &QuestionName, span: Span, first: Span) -> Diagnostic {
    Diagnostic::at(&codes::DUPLICATE_ID, span, format!("`{name}` is adapted twice in one scope"))
        .label(first, "first adapted here")
        .help("write one `[[adapt]]` with both changes")
}

/// A role's and an industry's adaptation on one page.
pub fn adapt_conflict(
    library: &Library,
    name: &QuestionName,
    page: Scope,
    loser: Span,
    winner: Span,
) -> Diagnostic {
    let role = page.role.map_or("", |role| library[role].title());
    let industry = page.industry.map_or("", |industry| library[industry].title());
    Diagnostic::at(&codes::ADAPT_CONFLICT, loser, format!("two adaptations of `{name}` meet on one page"))
        .label(winner, format!("the role's holds on the page of {role} in {industry}"))
        .help("adapt the question in the role's `in-<industry>.toml` to say what that page shows")
}

/// A field of the other direction.
pub fn wrong_side(field: &str, instead: &str, direction: Direction, span: Span) -> Diagnostic {
    let (who, belongs) = match direction {
        Direction::YouAsk => ("the student asks", "you-answer"),
        Direction::YouAnswer => ("the student is asked", "you-ask"),
    };
    let message = format!("`{field}` belongs to questions of the direction `{belongs}`");
    Diagnostic::at(&codes::WRONG_SIDE, span, message).help(format!("here {who}: write `{instead}`"))
}

/// A rule that finds too little.
pub fn empty_pick(header: Span, found: usize, wanted: usize) -> Diagnostic {
    let message = format!("this rule finds {found} of {wanted} questions");
    Diagnostic::at(&codes::EMPTY_PICK, header, message).help("widen the rule, or lower `count`")
}

/// A pick that says nothing.
pub fn pick_without_rule(header: Span) -> Diagnostic {
    Diagnostic::at(&codes::MISSING_KEY, header, "this pick names no question and no rule")
        .help("write `question = \"bank/id\"`, or one of `bank`, `topic`, `competency`, `kind`, `priority`")
}

/// A pick of a question that is in no list.
pub fn picked_unlisted(text: &Text, name: &QuestionName) -> Diagnostic {
    Diagnostic::at(
        &codes::DRAFT_LINK,
        text.span(),
        format!("`{name}` is a draft or retired: the kit leaves it out"),
    )
    .help("pick another question, or set its `status`")
}

/// A code that no check has.
pub fn unknown_check(name: &Text, near: Option<&str>) -> Diagnostic {
    let message = format!("there is no check `{}`", name.as_str());
    let base = Diagnostic::at(&codes::UNKNOWN_CHECK, name.span(), message);
    match near {
        Some(near) => base.help(format!("did you mean `{near}`?")),
        None => base.help("`greenroom explain` lists all checks"),
    }
}

/// A check that no one may lower.
pub fn fixed_check(code: &Code, span: Span) -> Diagnostic {
    Diagnostic::at(&codes::FIXED_CHECK, span, format!("`{}` cannot be lowered or waived", code.name))
        .help("without it the site could not be built as written: mend what it reports")
}
