//! Messages, checklists and kits: their indexes and their pages.

use serde::Serialize;

use super::about::about;
use super::items::{ItemView, LabelView, LinkView, SourceView, date, link};
use super::list::shown;
use super::page::{Head, PageView, page};
use super::sheet::Sheet;
use super::structured;
use crate::model::{ChecklistIx, KitIx, MessageIx, PageRef};
use crate::syntax::Text;
use crate::syntax::document::Document;
use crate::theme::Html;

/// All messages, checklists or kits.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TasksView {
    /// Each with its page, by id.
    pub tasks: Vec<TaskRow>,
}

/// A message, checklist or kit as a row of a list.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TaskRow {
    /// What it is called.
    pub title: String,
    /// Its page.
    pub url: String,
    /// What it is for.
    pub summary: Option<Html>,
    /// A few words: a message's channel, a checklist's moment, a kit's audience.
    pub note: Option<String>,
}

/// A message to send.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MessageView {
    /// What it is called.
    pub title: String,
    /// Its page.
    pub url: String,
    /// When to use it.
    pub summary: Option<Html>,
    /// How it is sent: `email`, `linkedin-note`, `linkedin-message`, `phone` or `text`.
    pub channel: Option<LabelView>,
    /// What for: `request`, `nudge`, `confirm`, `thank-you`, `keep-in-touch` or `reschedule`.
    pub purpose: Option<LabelView>,
    /// To whom: `cold`, `alum`, `referral` or `warm`.
    pub relationship: Option<LabelView>,
    /// The subject of an e-mail.
    pub subject: Option<String>,
    /// The message: plain text with `[placeholders]`.
    pub text: String,
    /// How many words it has.
    pub words: usize,
    /// How many characters it has.
    pub characters: usize,
    /// When to send it.
    pub send: Option<String>,
    /// What the sender fills in.
    pub fields: Vec<FieldView>,
    /// Where it comes from.
    pub sources: Vec<SourceView>,
    /// When it was last reviewed: `YYYY-MM-DD`.
    pub reviewed: Option<String>,
}

/// What the sender of a message fills in.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FieldView {
    /// The words between the brackets.
    pub name: String,
    /// What to write there.
    pub help: Option<String>,
    /// An example.
    pub example: Option<String>,
    /// Whether the message needs it.
    pub required: bool,
    /// Texts to choose from.
    pub options: Vec<String>,
}

/// A checklist.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ChecklistView {
    /// What it is called.
    pub title: String,
    /// Its page.
    pub url: String,
    /// What it is for.
    pub summary: Option<Html>,
    /// `before`, `during` or `after`.
    pub when: Option<&'static str>,
    /// The tasks.
    pub body: Html,
    /// How many tasks there are.
    pub count: usize,
    /// Where it comes from.
    pub sources: Vec<SourceView>,
    /// When it was last reviewed: `YYYY-MM-DD`.
    pub reviewed: Option<String>,
}

/// A kit.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct KitView {
    /// What it is called.
    pub title: String,
    /// Its page.
    pub url: String,
    /// For whom it is.
    pub for_whom: Option<String>,
    /// How long the conversation lasts.
    pub minutes: Option<u32>,
    /// What to know before using it.
    pub intro: Option<Html>,
    /// Its questions, with what helps to use them.
    pub questions: Vec<KitQuestion>,
    /// Lines to write on below each question, in print.
    pub note_lines: u32,
    /// Whether guidance is printed too.
    pub print_answers: bool,
    /// Where it comes from.
    pub sources: Vec<SourceView>,
    /// When it was last reviewed: `YYYY-MM-DD`.
    pub reviewed: Option<String>,
}

/// A question of a kit.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct KitQuestion {
    /// The question.
    pub item: ItemView,
    /// What a good answer covers, or what to listen for.
    pub points: Vec<Html>,
    /// What is asked next.
    pub follow_ups: Vec<Html>,
}

/// The index of messages.
pub fn messages(sheet: &Sheet<'_>) -> (PageView, TasksView) {
    let row = |at: usize| {
        let message = &sheet.library()[MessageIx::new(at)];
        let summary = message.said.summary.as_ref().map(|summary| sheet.html(&message.path, summary));
        let note = message.said.channel.map(|channel| label(sheet, "channel", channel.value).label);
        row(sheet, PageRef::Message(MessageIx::new(at)), summary, note)
    };
    let tasks = (0..sheet.library().messages.len()).map(row).collect();
    (index(sheet, "messages"), TasksView { tasks })
}

/// The index of checklists.
pub fn checklists(sheet: &Sheet<'_>) -> (PageView, TasksView) {
    let all = (0..sheet.library().checklists.len()).map(ChecklistIx::new);
    let tasks = all.map(|ix| checklist_row(sheet, ix)).collect();
    (index(sheet, "checklists"), TasksView { tasks })
}

/// A checklist as a row of a list.
pub fn checklist_row(sheet: &Sheet<'_>, ix: ChecklistIx) -> TaskRow {
    let list = &sheet.library()[ix];
    let summary = list.said.summary.as_ref().map(|summary| sheet.html(&list.path, summary));
    let note = list.said.when.map(|when| sheet.say(&format!("moment-{}", when.value)));
    row(sheet, PageRef::Checklist(ix), summary, note)
}

/// The index of kits.
pub fn kits(sheet: &Sheet<'_>) -> (PageView, TasksView) {
    let row = |at: usize| {
        let kit = &sheet.library()[KitIx::new(at)];
        row(
            sheet,
            PageRef::Kit(KitIx::new(at)),
            None,
            kit.said.for_whom.as_ref().map(|text| text.as_str().to_owned()),
        )
    };
    let tasks = (0..sheet.library().kits.len()).map(row).collect();
    (index(sheet, "kits"), TasksView { tasks })
}

fn index(sheet: &Sheet<'_>, kind: &'static str) -> PageView {
    let (title, description) =
        (&sheet.say(&format!("section-{kind}")), &sheet.say(&format!("description-{kind}")));
    page(sheet, Head { kind, title, description, section: Some(kind), ..Head::default() })
}

fn row(sheet: &Sheet<'_>, of: PageRef, summary: Option<Html>, note: Option<String>) -> TaskRow {
    let LinkView { title, url } = link(sheet, of);
    TaskRow { title, url, summary, note }
}

/// The head of a message's page.
pub fn message_head(sheet: &Sheet<'_>, ix: MessageIx) -> PageView {
    let message = &sheet.library()[ix];
    let description = &about(sheet.library(), PageRef::Message(ix));
    let (title, section, source) = (message.title(), Some("messages"), Some(&message.path));
    page(sheet, Head { kind: "message", title, description, section, source, ..Head::default() })
}

/// A message.
pub fn message(sheet: &Sheet<'_>, ix: MessageIx) -> MessageView {
    let message = &sheet.library()[ix];
    let said = &message.said;
    let text = said.body.as_str().trim();
    let own = |text: &Option<Text>| text.as_ref().map(|text| text.as_str().to_owned());
    MessageView {
        title: message.title().to_owned(),
        url: sheet.page_url(PageRef::Message(ix)),
        summary: said.summary.as_ref().map(|summary| sheet.html(&message.path, summary)),
        channel: said.channel.map(|channel| label(sheet, "channel", channel.value)),
        purpose: said.purpose.map(|purpose| label(sheet, "purpose", purpose.value)),
        relationship: said.relationship.map(|word| label(sheet, "relationship", word.value)),
        subject: own(&said.subject),
        words: text.split_whitespace().count(),
        characters: text.chars().count(),
        text: text.to_owned(),
        send: own(&said.send),
        fields: said
            .fields
            .iter()
            .map(|field| FieldView {
                name: field.name.as_str().to_owned(),
                help: own(&field.help),
                example: own(&field.example),
                required: field.required,
                options: field.options.iter().map(|option| option.as_str().to_owned()).collect(),
            })
            .collect(),
        sources: SourceView::all(&said.upkeep.sources),
        reviewed: said.upkeep.reviewed.map(|reviewed| date(reviewed.value)),
    }
}

/// The head of a checklist's page.
pub fn checklist_head(sheet: &Sheet<'_>, ix: ChecklistIx) -> PageView {
    let list = &sheet.library()[ix];
    let description = &about(sheet.library(), PageRef::Checklist(ix));
    let (title, section, source) = (list.title(), Some("checklists"), Some(&list.path));
    page(sheet, Head { kind: "checklist", title, description, section, source, ..Head::default() })
}

/// A checklist.
pub fn checklist(sheet: &Sheet<'_>, ix: ChecklistIx) -> ChecklistView {
    let list = &sheet.library()[ix];
    let said = &list.said;
    ChecklistView {
        title: list.title().to_owned(),
        url: sheet.page_url(PageRef::Checklist(ix)),
        summary: said.summary.as_ref().map(|summary| sheet.html(&list.path, summary)),
        when: said.when.map(|when| when.value),
        body: sheet.html(&list.path, &said.body),
        count: said.body.tasks().len(),
        sources: SourceView::all(&said.upkeep.sources),
        reviewed: said.upkeep.reviewed.map(|reviewed| date(reviewed.value)),
    }
}

/// The head of a kit's page.
pub fn kit_head(sheet: &Sheet<'_>, ix: KitIx) -> PageView {
    let kit = &sheet.library()[ix];
    let description = &about(sheet.library(), PageRef::Kit(ix));
    let (title, section, source) = (kit.title(), Some("kits"), Some(&kit.path));
    let (shows, thing) = (&shown(sheet, &kit.questions, 1), Some(structured::kit(sheet, ix)));
    page(sheet, Head { kind: "kit", title, description, shows, section, source, thing, ..Head::default() })
}

/// A kit.
pub fn kit(sheet: &Sheet<'_>, ix: KitIx) -> KitView {
    let library = sheet.library();
    let kit = &library[ix];
    let said = &kit.said;
    let question = |ix: &crate::model::QuestionIx| {
        let (own, file) = (library[*ix].said(), sheet.file_of(*ix));
        let points: Option<&[Document]> = own.cover.as_deref().or(own.listen_for.as_deref());
        KitQuestion {
            item: ItemView::of_question(sheet, *ix),
            points: sheet.htmls(file, points),
            follow_ups: sheet.htmls(file, own.follow_ups.as_deref()),
        }
    };
    KitView {
        title: kit.title().to_owned(),
        url: sheet.page_url(PageRef::Kit(ix)),
        for_whom: said.for_whom.as_ref().map(|text| text.as_str().to_owned()),
        minutes: said.minutes.map(|minutes| minutes.value),
        intro: said.intro.as_ref().map(|intro| sheet.html(&kit.path, intro)),
        questions: kit.questions.iter().map(question).collect(),
        note_lines: said.note_lines.map_or(0, |lines| lines.value),
        print_answers: said.answers.is_some_and(|answers| answers.value),
        sources: SourceView::all(&said.upkeep.sources),
        reviewed: said.upkeep.reviewed.map(|reviewed| date(reviewed.value)),
    }
}

/// What readers see for a word about a message.
fn label(sheet: &Sheet<'_>, about: &str, id: &'static str) -> LabelView {
    LabelView { id, label: sheet.say(&format!("{about}-{id}")) }
}
