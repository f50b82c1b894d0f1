//! A published site on a host of its own, below `/repo/`: exactly what a build writes, without a preview's scripts.

use std::sync::Arc;

use greenroom::base::{OutPath, SourcePath};
use greenroom::build::{Memo, build};
use greenroom::model::Options;
use greenroom::site::Site;
use greenroom::source::Sources;

use super::tiny::{Tiny, write};

fn site(files: &[(&str, String)]) -> Site {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.insert(SourcePath::new(path).unwrap(), text.clone().into_bytes());
    }
    let built = build(sources, &Options::default(), &Memo::default(), &|_| {});
    let problems = built.problems.clone();
    built.into_site().unwrap_or_else(|| panic!("the site has mistakes: {problems:#?}"))
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

/// A site on a host of its own, below `/repo/`.
pub struct Served {
    /// The site itself.
    pub site: Arc<Site>,
    server: Tiny,
}

impl Served {
    /// Serves a site of these files.
    pub fn new(files: &[(&str, String)]) -> Served {
        Served::without(files, "")
    }

    /// The same, but one of its outputs is lost.
    pub fn without(files: &[(&str, String)], lost: &'static str) -> Served {
        let site = Arc::new(site(files));
        let own = Arc::clone(&site);
        let server = Tiny::new(move |target, stream| {
            let path = target.split(['?', '#']).next().unwrap_or_default();
            let name = path.strip_prefix("/repo/").unwrap_or("none");
            let name = if name.is_empty() || name.ends_with('/') {
                format!("{name}index.html")
            } else {
                name.into()
            };
            let kind = match name.rsplit_once('.').map(|(_, extension)| extension) {
                Some("html") => "text/html",
                Some("js") => "text/javascript",
                Some("css") => "text/css",
                Some("svg") => "image/svg+xml",
                _ => "application/json",
            };
            match OutPath::new(&name).ok().filter(|_| name != lost).and_then(|path| own.render(&path)) {
                Some(Ok(bytes)) => {
                    write(stream, "200 OK", kind, std::str::from_utf8(bytes.as_slice()).unwrap());
                }
                _ => write(stream, "404 Not Found", "text/plain", "nothing"),
            }
        });
        Served { site, server }
    }

    /// The address of an output.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}/repo/{path}", self.server.port())
    }
}
