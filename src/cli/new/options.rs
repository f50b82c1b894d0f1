//! The options of `new`: everything it asks for can be given.

use clap::{Args, Subcommand};

/// Options of `new`.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  greenroom new guide                                        asks for the rest
  greenroom new role --title \"Data analyst\"
  greenroom new bank --title \"Core questions\" --direction you-answer
  greenroom new question --bank core-questions --kind motivation --text \"Why this job?\"

On a terminal it asks for what is missing; anywhere else it says which options are missing.
Nothing that is there is ever replaced. `greenroom new question --help` lists what a question takes.")]
pub struct NewOptions {
    /// What to start
    #[command(subcommand)]
    pub what: Box<What>,
}

/// What can be started.
#[derive(Subcommand, Debug)]
pub enum What {
    /// A question, at the end of a bank
    #[command(after_help = "\
Examples:
  greenroom new question --bank first-conversations --text \"Which tool do you open first?\"
  greenroom new question --bank first-interviews --kind behavioral --competency teamwork \\
      --text \"Tell me about a time you helped someone learn.\" --cover \"What they learned\" --ready")]
    Question(Box<QuestionOptions>),
    /// A bank: a file of questions of one direction
    #[command(after_help = "\
Examples:
  greenroom new bank --title \"Core questions\" --direction you-answer
  greenroom new bank --title \"On the ward\" --direction you-ask --role nurse")]
    Bank(BankOptions),
    /// A guide: a text for students
    #[command(after_help = "Example:\n  greenroom new guide --title \"Write to an alum\" --phase reach-out")]
    Guide(GuideOptions),
    /// A role and its page
    #[command(after_help = "Example:\n  greenroom new role --title \"Data analyst\" --competency technology")]
    Role(RoleOptions),
    /// An industry and its page
    #[command(after_help = "Example:\n  greenroom new industry --title Hospitals --parent health-care")]
    Industry(IndustryOptions),
    /// A message to send
    #[command(after_help = "\
Example:
  greenroom new message --title \"Thank an alum\" --channel email --purpose thank-you")]
    Message(MessageOptions),
    /// A list to tick
    #[command(after_help = "Example:\n  greenroom new checklist --title \"On the day\" --when before")]
    Checklist(ChecklistOptions),
    /// A ready-made selection of questions
    #[command(after_help = "\
Examples:
  greenroom new kit --title \"Ten minutes\" --bank first-conversations --count 3
  greenroom new kit --title \"Coffee\" --question first-conversations/way-in")]
    Kit(KitOptions),
}

/// Options of `new question`.
#[derive(Args, Debug, Default)]
pub struct QuestionOptions {
    /// The bank it goes into: its id
    #[arg(long, value_name = "BANK")]
    pub bank: Option<String>,
    /// The question as it is asked, on one line
    #[arg(long, value_name = "TEXT")]
    pub text: Option<String>,
    /// Its id in the bank; made from its words when left out
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// What kind of question it is; needed unless the bank says it for all of its questions
    #[arg(long, value_name = "WORD")]
    pub kind: Option<String>,
    /// What it is about
    #[arg(long, value_name = "WORD")]
    pub topic: Option<String>,
    /// What it lets the asker see; needed when it is behavioral; may be given several times
    #[arg(long, value_name = "WORD")]
    pub competency: Vec<String>,
    /// When it is asked; may be given several times
    #[arg(long, value_name = "WORD")]
    pub stage: Vec<String>,
    /// For whom it is; may be given several times
    #[arg(long, value_name = "WORD")]
    pub level: Vec<String>,
    /// How much it matters: must, should or nice
    #[arg(long, value_name = "WORD")]
    pub priority: Option<String>,
    /// What the asker wants to learn
    #[arg(long, value_name = "TEXT")]
    pub why: Option<String>,
    /// You answer: what a good answer covers; may be given several times
    #[arg(long, value_name = "TEXT")]
    pub cover: Vec<String>,
    /// You answer: a red flag in an answer; may be given several times
    #[arg(long, value_name = "TEXT")]
    pub avoid: Vec<String>,
    /// You ask: a signal in their reply; may be given several times
    #[arg(long, value_name = "TEXT")]
    pub listen_for: Vec<String>,
    /// What is asked next; may be given several times
    #[arg(long, value_name = "TEXT")]
    pub follow_up: Vec<String>,
    /// Multiple choice: a right answer; may be given several times
    #[arg(long, value_name = "TEXT")]
    pub right: Vec<String>,
    /// Multiple choice: a wrong answer; may be given several times
    #[arg(long, value_name = "TEXT")]
    pub wrong: Vec<String>,
    /// Improper: why an interviewer should not ask it, a category
    #[arg(long, value_name = "TEXT")]
    pub improper: Option<String>,
    /// Improper: a lawful way to respond; may be given several times
    #[arg(long, value_name = "TEXT")]
    pub respond: Vec<String>,
    /// Publish it at once; else it is a draft, which only previews show
    #[arg(long)]
    pub ready: bool,
}

/// Options of `new bank`.
#[derive(Args, Debug, Default)]
pub struct BankOptions {
    /// What it is called
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Who asks: you-ask (the student) or you-answer (the student is asked)
    #[arg(long, value_name = "WORD")]
    pub direction: Option<String>,
    /// For one role: its id
    #[arg(long, value_name = "ROLE")]
    pub role: Option<String>,
    /// For one industry: its id; with --role, for that role in that industry
    #[arg(long, value_name = "INDUSTRY")]
    pub industry: Option<String>,
    /// The name of its file, without .toml; made from the title when left out
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// One or two sentences: what is in it
    #[arg(long, value_name = "TEXT")]
    pub summary: Option<String>,
    /// Who keeps it
    #[arg(long, value_name = "TEXT")]
    pub owner: Option<String>,
    /// The kind of its questions, unless one says otherwise
    #[arg(long, value_name = "WORD")]
    pub kind: Option<String>,
}

/// What everything with a page of prose or a selection is called.
#[derive(Args, Debug, Default)]
pub struct NamedOptions {
    /// What it is called
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Its id: the name of its file or folder; made from the title when left out
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
}

/// Options of `new guide`.
#[derive(Args, Debug, Default)]
pub struct GuideOptions {
    #[command(flatten)]
    pub named: NamedOptions,
    /// When in the process it helps, such as prepare or follow-up
    #[arg(long, value_name = "WORD")]
    pub phase: Option<String>,
    /// One or two sentences: what a reader takes from it
    #[arg(long, value_name = "TEXT")]
    pub summary: Option<String>,
    /// A role whose page shows it; may be given several times
    #[arg(long, value_name = "ROLE")]
    pub role: Vec<String>,
    /// An industry whose page shows it; may be given several times
    #[arg(long, value_name = "INDUSTRY")]
    pub industry: Vec<String>,
}

/// Options of `new role`.
#[derive(Args, Debug, Default)]
pub struct RoleOptions {
    #[command(flatten)]
    pub named: NamedOptions,
    /// One or two sentences: what the work is
    #[arg(long, value_name = "TEXT")]
    pub summary: Option<String>,
    /// The broader role whose questions it shares
    #[arg(long, value_name = "ROLE")]
    pub family: Option<String>,
    /// Another name of it; may be given several times
    #[arg(long, value_name = "TEXT")]
    pub also_called: Vec<String>,
    /// An industry it is found in; may be given several times
    #[arg(long, value_name = "INDUSTRY")]
    pub industry: Vec<String>,
    /// What it asks for; may be given several times
    #[arg(long, value_name = "WORD")]
    pub competency: Vec<String>,
    /// How hiring usually goes, in order; may be given several times
    #[arg(long, value_name = "WORD")]
    pub stage: Vec<String>,
}

/// Options of `new industry`.
#[derive(Args, Debug, Default)]
pub struct IndustryOptions {
    #[command(flatten)]
    pub named: NamedOptions,
    /// One or two sentences: what the industry does
    #[arg(long, value_name = "TEXT")]
    pub summary: Option<String>,
    /// The broader industry whose questions it shares
    #[arg(long, value_name = "INDUSTRY")]
    pub parent: Option<String>,
}

/// Options of `new message`.
#[derive(Args, Debug, Default)]
pub struct MessageOptions {
    #[command(flatten)]
    pub named: NamedOptions,
    /// Where it is sent: email, linkedin-note, linkedin-message, phone or text
    #[arg(long, value_name = "WORD")]
    pub channel: Option<String>,
    /// What it is for: request, nudge, confirm, thank-you, keep-in-touch or reschedule
    #[arg(long, value_name = "WORD")]
    pub purpose: Option<String>,
    /// How sender and receiver know each other: cold, alum, referral or warm
    #[arg(long, value_name = "WORD")]
    pub relationship: Option<String>,
    /// One sentence: when to use it
    #[arg(long, value_name = "TEXT")]
    pub summary: Option<String>,
}

/// Options of `new checklist`.
#[derive(Args, Debug, Default)]
pub struct ChecklistOptions {
    #[command(flatten)]
    pub named: NamedOptions,
    /// When it helps: before, during or after; before when left out
    #[arg(long, value_name = "WORD")]
    pub when: Option<String>,
    /// One sentence: what it is for
    #[arg(long, value_name = "TEXT")]
    pub summary: Option<String>,
}

/// Options of `new kit`.
#[derive(Args, Debug, Default)]
pub struct KitOptions {
    #[command(flatten)]
    pub named: NamedOptions,
    /// The bank it draws from; needed unless questions are named
    #[arg(long, value_name = "BANK")]
    pub bank: Option<String>,
    /// How many it draws; at most 5 of what the bank has when left out
    #[arg(long, value_name = "NUMBER")]
    pub count: Option<usize>,
    /// A question it holds, before those that are drawn; may be given several times
    #[arg(long, value_name = "BANK/ID")]
    pub question: Vec<String>,
    /// For whom it is
    #[arg(long = "for", value_name = "TEXT")]
    pub for_whom: Option<String>,
    /// How long the conversation lasts
    #[arg(long, value_name = "NUMBER")]
    pub minutes: Option<u32>,
}
