//! A small site to search: two roles, three banks, a guide, and as many questions more as a test wants.

use greenroom::base::SourcePath;
use greenroom::source::Sources;

/// These files as sources.
pub fn sources(files: &[(&str, String)]) -> Sources {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.insert(SourcePath::new(path).unwrap(), text.clone().into_bytes());
    }
    sources
}

/// A site with two roles, two banks and a guide; `more` are texts of more questions.
pub fn files(more: &[String]) -> Vec<(&'static str, String)> {
    let question = |id: &str, text: &str, rest: &str| {
        format!("\n[[question]]\nid = \"{id}\"\ntext = '''{text}'''\n{rest}\n")
    };
    let answer = "title = \"Answer\"\ndirection = \"you-answer\"\ndefaults.kind = \"behavioral\"\n";
    let own = "title = \"Ward\"\ndirection = \"you-answer\"\ndefaults.kind = \"situational\"\n";
    let ask = "title = \"Ask\"\ndirection = \"you-ask\"\ndefaults.kind = \"open\"\n";
    let more = more.iter().enumerate().map(|(at, text)| {
        question(&format!("more-{at}"), text, "competencies = [\"leadership\", \"teamwork\"]")
    });
    let answer = [
        answer.to_owned(),
        question("conflict", "Tell me about a conflict in your team", "competencies = [\"teamwork\"]"),
        question(
            "deadline",
            "When did you miss a deadline?",
            "why = \"How you handle conflict with a plan.\"\ncompetencies = [\"teamwork\"]",
        ),
        question(
            "resume",
            "Walk me through your résumé",
            "also_asked_as = [\"Take me along your path\"]\ncompetencies = [\"communication\"]",
        ),
    ];
    let ward = [own.to_owned(), question("night-shift", "A patient falls at night. What do you do?", "")];
    let desk =
        [own.replace("Ward", "Desk"), question("full-room", "The waiting room is full. What now?", "")];
    let ask =
        [ask.to_owned(), question("typical-day", "What is a typical day like?", "topic = \"day-to-day\"")];
    let settings =
        "title = \"Prep\"\nbase_url = \"https://example.edu/repo/\"\nchecks.id-unlocked = \"allow\"\n";
    vec![
        ("site.toml", settings.to_owned()),
        ("content/banks/answer.toml", answer.into_iter().chain(more).collect()),
        ("content/banks/ask.toml", ask.concat()),
        ("content/roles/nurse/role.md", "+++\ntitle = \"Nurse\"\n+++\n\nCares for patients.\n".to_owned()),
        ("content/roles/nurse/ward.toml", ward.concat()),
        ("content/roles/clerk/role.md", "+++\ntitle = \"Clerk\"\n+++\n\nGreets people.\n".to_owned()),
        ("content/roles/clerk/desk.toml", desk.concat()),
        ("content/guides/stories.md", "# Tell a story\n\n## The conflict\n\nWhat was at stake.\n".to_owned()),
    ]
}
