//! A new question: a `[[question]]` table at the end of a bank that is there.

use super::form::{Field, Form, Stop, Talk, anything, one_of};
use super::ids::{self, Taken};
use super::options::QuestionOptions;
use super::text::Lines;
use super::{Desk, Draft, Page, owned, words};
use crate::base::{Slug, SourcePath};
use crate::check::{free_id, suggested_id, taken_ids};
use crate::model::{Bank, Direction, Library, List, QuestionName, Word};
use crate::source::{Source, Sources};
use crate::syntax::layout::layout;
use crate::syntax::layout::newline;
use crate::syntax::records::bank::BANK;
use crate::syntax::records::question::{PRIORITIES, Question};
use crate::syntax::{Said, parse};

/// The kinds that need more than their name.
const DEMANDING: [&str; 3] = ["behavioral", "choice", "improper"];

/// What was said about the question, checked.
struct Answers {
    id: String,
    text: String,
    kind: Option<String>,
    topic: Option<String>,
    priority: Option<String>,
    why: Option<String>,
    improper: Option<String>,
    competencies: Vec<String>,
    right: Vec<String>,
    wrong: Vec<String>,
    respond: Vec<String>,
}

/// Asks for what is missing and puts the question at the end of its bank.
pub fn draft(desk: Desk<'_>, options: &QuestionOptions, talk: Option<Talk<'_>>) -> Result<Draft, Stop> {
    let Desk { library, sources, .. } = desk;
    let mut form = Form::new("greenroom new question", talk);
    let banks: Vec<String> = library.banks.iter().map(|bank| bank.id.to_string()).collect();
    if banks.is_empty() {
        let why = "there is no bank to put a question in; start one first: greenroom new bank";
        return Err(Stop::Told(vec![why.to_owned()]));
    }
    let field = Field::word("--bank", "Which bank does it go into?", &banks);
    let bank = form.needed(&field, options.bank.as_deref(), &|word| readable(library, &banks, word));
    let bank = bank.and_then(|id| library.banks.iter().find(|bank| bank.id.as_str() == id));
    let defaults = bank.and_then(|bank| defaults(sources, bank)).unwrap_or_default();
    let answers = answers(&mut form, desk, options, bank, &defaults);
    let lists = Lists::of(&mut form, library, options);
    form.done()?;
    let (Some(bank), Some(answers)) = (bank, answers) else { return Err(Stop::Ended) };
    let Some(old) = sources.get(&bank.path).and_then(|source| source.text().ok()) else {
        return Err(Stop::Told(vec![unreadable(&bank.path)]));
    };
    let table = table(desk, options, bank.direction, &answers, &lists, &defaults);
    let id = Slug::new(&answers.id).expect("the form takes nothing but slugs");
    let next = if options.ready {
        "published with the next `greenroom build`; then record its id: greenroom lock"
    } else {
        "a draft: fill it in, then delete the line `status = \"draft\"` to publish it"
    };
    Ok(Draft {
        path: bank.path.clone(),
        text: appended(old, &table),
        page: Page::Question(QuestionName { bank: bank.id.clone(), id }),
        next: next.to_owned(),
    })
}

fn readable(library: &Library, banks: &[String], word: &str) -> Result<String, String> {
    let id = one_of("bank", banks)(word)?;
    match library.banks.iter().find(|bank| bank.id.as_str() == id) {
        Some(bank) if library.incomplete.file(&bank.path) => Err(unreadable(&bank.path)),
        _ => Ok(id),
    }
}

fn unreadable(path: &SourcePath) -> String {
    format!("`{path}` cannot be read to its end, so nothing is added to it; mend it first: greenroom check")
}

/// What a question of this bank says when it says nothing: the bank's defaults.
///
/// Found by reading the bank with one more question, so that it is known too whether one can be added.
fn defaults(sources: &Sources, bank: &Bank) -> Option<Question> {
    let source = sources.get(&bank.path)?;
    let text = appended(source.text().ok()?, "[[question]]\nid = \"probe\"\ntext = \"Probe?\"\n");
    let parsed = parse(&Source { bytes: text.into_bytes().into(), ..source.clone() });
    match &parsed.said {
        Said::Bank(said) => said.questions.last().cloned(),
        _ => None,
    }
}

/// The file with the table behind its last line, a blank line between them, in the file's own line ends.
fn appended(old: &str, table: &str) -> String {
    let end = newline(old);
    let mut text = old.to_owned();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push_str(end);
    }
    if !text.ends_with(&format!("{end}{end}")) {
        text.push_str(end);
    }
    text.push_str(&table.replace('\n', end));
    text
}

fn answers(
    form: &mut Form<'_>,
    desk: Desk<'_>,
    options: &QuestionOptions,
    bank: Option<&Bank>,
    defaults: &Question,
) -> Option<Answers> {
    let library = desk.library;
    let field = Field::text("--text", "What is the question, as it is asked?", "What did you build last?");
    let text = form.needed(&field, options.text.as_deref(), &anything);
    let kind = kind(form, library, options, bank, defaults);
    let effective = kind.clone().or_else(|| defaults.kind.as_ref().map(|kind| kind.value.to_string()));
    let effective = effective.as_deref().unwrap_or_default();
    let competencies = words(library, List::Competency);
    let field = Field::word("--competency", "What does it let the asker see?", &competencies);
    let must = effective == "behavioral" && defaults.lacks("competencies");
    let competencies = several(form, &field, &options.competency, must, &one_of("competency", &competencies));
    let choice = effective == "choice";
    let right = Field::text("--right", "What is a right answer?", "A right answer");
    let right = several(form, &right, &options.right, choice, &anything);
    let wrong = Field::text("--wrong", "What is a wrong answer?", "A wrong answer");
    let wrong = several(form, &wrong, &options.wrong, choice, &anything);
    let improper = Field::text("--improper", "Why should nobody ask it? A category", "family");
    let improper = match &options.improper {
        None if effective != "improper" => None,
        given => form.needed(&improper, given.as_deref(), &anything),
    };
    let respond =
        Field::text("--respond", "What is a lawful way to respond?", "Ask what it has to do with the job");
    let respond = several(form, &respond, &options.respond, effective == "improper", &anything);
    let topics = words(library, List::Topic);
    let priorities = owned(&PRIORITIES);
    let topic = form.optional("--topic", options.topic.as_deref(), &one_of("topic", &topics));
    let priority = form.optional("--priority", options.priority.as_deref(), &one_of("priority", &priorities));
    let why = form.optional("--why", options.why.as_deref(), &anything);
    let id = id(form, library, options, bank, text.as_deref());
    let (id, text) = (id?, text?);
    Some(Answers { id, text, kind, topic, priority, why, improper, competencies, right, wrong, respond })
}

/// The kind: given, the bank's own, or asked for among those of the bank's direction.
fn kind(
    form: &mut Form<'_>,
    library: &Library,
    options: &QuestionOptions,
    bank: Option<&Bank>,
    defaults: &Question,
) -> Option<String> {
    if options.kind.is_none() && bank.is_some() && !defaults.lacks("kind") {
        return None;
    }
    // Without a bank the example still has to be one: it names the first bank.
    let direction = bank.or(library.banks.first()).map(|bank| bank.direction);
    let kinds = library.vocabulary.words(List::Kind).iter();
    let fitting = kinds.filter(|word| bank.is_none() || word.direction == direction);
    let fitting: Vec<&Word> = fitting.collect();
    let simple = |word: &&&Word| word.direction == direction && !DEMANDING.contains(&word.id.as_str());
    let example = fitting.iter().find(simple).map(|word| word.id.to_string()).unwrap_or_default();
    let fitting: Vec<String> = fitting.iter().map(|word| word.id.to_string()).collect();
    let field =
        Field { example: &example, ..Field::word("--kind", "What kind of question is it?", &fitting) };
    let field = Field { default: fitting.first().cloned(), ..field };
    let what = match bank.map(|bank| bank.direction) {
        Some(Direction::YouAsk) => "kind of question a student asks",
        Some(Direction::YouAnswer) => "kind of question a student answers",
        None => "kind",
    };
    form.needed(&field, options.kind.as_deref(), &one_of(what, &fitting))
}

/// The values of an option that may be given several times; at least one where there must be.
fn several(
    form: &mut Form<'_>,
    field: &Field<'_>,
    given: &[String],
    must: bool,
    check: &dyn Fn(&str) -> Result<String, String>,
) -> Vec<String> {
    if given.is_empty() && must {
        return form.needed(field, None, check).into_iter().collect();
    }
    form.list(field.option, given, check)
}

fn id(
    form: &mut Form<'_>,
    library: &Library,
    options: &QuestionOptions,
    bank: Option<&Bank>,
    text: Option<&str>,
) -> Option<String> {
    let taken = bank.map_or_else(Taken::new, |bank| taken_ids(library, &bank.id));
    let suggested = text.and_then(suggested_id).map(|id| free_id(&id, &taken));
    let field = Field::text("--id", "What is its id, for its address? It never changes", "a-short-id");
    let fresh = ids::fresh_question(&taken);
    match (suggested, text) {
        (Some(suggested), _) => form.offered(&field.or(suggested), options.id.as_deref(), &fresh),
        (None, Some(_)) => form.needed(&field, options.id.as_deref(), &fresh),
        (None, None) => form.optional("--id", options.id.as_deref(), &fresh),
    }
}

/// The lists nobody is asked for.
struct Lists {
    stages: Vec<String>,
    levels: Vec<String>,
    cover: Vec<String>,
    avoid: Vec<String>,
    listen_for: Vec<String>,
    follow_ups: Vec<String>,
}

impl Lists {
    fn of(form: &mut Form<'_>, library: &Library, options: &QuestionOptions) -> Lists {
        let (stages, levels) = (words(library, List::Stage), words(library, List::Level));
        Lists {
            stages: form.list("--stage", &options.stage, &one_of("stage", &stages)),
            levels: form.list("--level", &options.level, &one_of("level", &levels)),
            cover: form.list("--cover", &options.cover, &anything),
            avoid: form.list("--avoid", &options.avoid, &anything),
            listen_for: form.list("--listen-for", &options.listen_for, &anything),
            follow_ups: form.list("--follow-up", &options.follow_up, &anything),
        }
    }
}

/// The table as it stands in the bank, in the layout of `fmt`.
fn table(
    desk: Desk<'_>,
    options: &QuestionOptions,
    direction: Direction,
    answers: &Answers,
    lists: &Lists,
    defaults: &Question,
) -> String {
    let mut lines = Lines::default();
    lines.line("[[question]]").key("id", &answers.id).key("text", &answers.text);
    let optional = [("kind", &answers.kind), ("topic", &answers.topic)];
    for (key, value) in optional.iter().filter_map(|(key, value)| Some((*key, value.as_ref()?))) {
        lines.key(key, value);
    }
    lines.list("stages", &lists.stages).list("levels", &lists.levels);
    lines.list("competencies", &answers.competencies);
    lines.key_or("priority", answers.priority.as_deref(), "\"must\" # or \"should\", or \"nice\"");
    lines.key_or("why", answers.why.as_deref(), "\"What the asker wants to learn.\"");
    if direction == Direction::YouAnswer || !lists.cover.is_empty() {
        lines.list_or("cover", &lists.cover, "[\"What a good answer covers\"]");
    }
    if direction == Direction::YouAnswer || !lists.avoid.is_empty() {
        lines.list_or("avoid", &lists.avoid, "[\"A red flag in an answer\"]");
    }
    if direction == Direction::YouAsk || !lists.listen_for.is_empty() {
        lines.list_or("listen_for", &lists.listen_for, "[\"A signal in their reply\"]");
    }
    lines.list_or("follow_ups", &lists.follow_ups, "[\"What is asked next?\"]");
    if let Some(improper) = &answers.improper {
        lines.key("improper", improper);
    }
    lines.list("respond", &answers.respond).reviewed(desk.today);
    let draft = defaults.status.as_ref().is_some_and(|status| status.value != "ready");
    if !options.ready {
        lines.line("status = \"draft\" # only previews show it; delete this line to publish it");
    } else if draft {
        lines.key("status", "ready");
    }
    choices(&mut lines, answers);
    // Only a long list is laid out in another way than it was written.
    layout(&lines.text(), &BANK).unwrap_or_else(|_| lines.text())
}

fn choices(lines: &mut Lines, answers: &Answers) {
    let right = answers.right.iter().map(|text| (text, true));
    for (text, right) in right.chain(answers.wrong.iter().map(|text| (text, false))) {
        lines.line("").line("[[question.choice]]").key("text", text);
        if right {
            lines.line("correct = true");
        }
        lines.line("# feedback = \"What someone who chose it should hear.\"");
    }
}
