//! A site whose authors wrote only words that begin with x: every other word on its pages is the theme's.
//!
//! It has a page of every type and uses every field that a template shows.

/// The site's files, in `language`.
pub fn marked(language: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> =
        FILES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    files[0].1 = files[0].1.replace("LANGUAGE", language);
    let many = |at: usize| {
        format!(
            "[[question]]\nid = \"many-{at}\"\nkind = \"motivation\"\ntext = \"Xmany {}?\"\n\n",
            "x".repeat(at + 1)
        )
    };
    let bank = "title = \"Xlong\"\ndirection = \"you-answer\"\n\n".to_owned();
    files.push(("content/banks/long.toml".to_owned(), (0..60).fold(bank, |bank, at| bank + &many(at))));
    files
}

const FILES: [(&str, &str); 13] = [
    (
        "site.toml",
        r##"title = "Xsite"
tagline = "Xtag xline"
language = "LANGUAGE"
base_url = "https://xx.xx/xprep/"

[office]
name = "Xoffice"
email = "x@xx.xx"
phone = "1"
url = "https://xx.xx/"
address = "Xstreet"
hours = "Xhours"

[repository]
url = "https://xx.xx/xrepo"

[accessibility]
standard = "Xstandard"
conformance = "partial"
tested = 2026-01-02
tested_how = "Xhow"
limits = ["Xlimit"]
email = "x@xx.xx"
"##,
    ),
    (
        "content/banks/core.toml",
        r##"title = "Xcore"
direction = "you-answer"
owner = "Xowner"
summary = "Xsummary."
sources = [{ title = "Xsource", url = "https://xx.xx/" }]

[[question]]
id = "full"
kind = "behavioral"
text = "Xfull xquestion?"
also_asked_as = ["Xother?"]
topic = "skills"
stages = ["screen", "first-round", "informational", "technical-round", "final-round"]
levels = ["entry", "internship", "experienced"]
competencies = ["communication", "teamwork"]
tags = ["xtag", "xtwo"]
difficulty = "warm-up"
priority = "must"
why = "Xwhy."
cover = ["Xcover"]
avoid = ["Xavoid"]
hints = ["Xhint", "Xtwo"]
follow_ups = ["Xnext?"]
related = ["core/choice"]
think = "30s"
answer = "90s"
reviewed = 2026-01-02
sources = [{ title = "Xsource", url = "https://xx.xx/" }]
body = """
> [!NOTE]
> Xnote.

> [!TIP]
> Xtip.

> [!IMPORTANT]
> Ximportant.

> [!WARNING]
> Xwarning.

> [!CAUTION]
> Xcaution.

| xa | xb |
|----|----|
| x  | x  |

Xfoot[^1] xfoot[^1].

[^1]: Xthere.

- [ ] Xtask
"""

[question.prompts]
situation = "Xsituation"
task = "Xtask"
action = "Xaction"
result = "Xresult"
learning = "Xlearning"

[[question.sample]]
level = "entry"
text = "Xsample."

[[question.sample]]
label = "Xlabel"
text = "Xsample xagain."

[[question]]
id = "choice"
kind = "choice"
text = "Xchoice?"
difficulty = "core"
[[question.choice]]
text = "Xone"
correct = true
feedback = "Xyes"
[[question.choice]]
text = "Xtwo"

[[question]]
id = "improper"
kind = "improper"
text = "Ximproper?"
difficulty = "stretch"
improper = "xage"
respond = ["Xrespond."]
hints = ["Xonly"]

[[question]]
id = "draft"
kind = "technical"
text = "Xdraft?"
status = "draft"

[[question]]
id = "retired"
kind = "case"
text = "Xretired?"
status = "retired"
replaced_by = "core/full"
aliases = ["core/older"]
"##,
    ),
    ("content/banks/empty.toml", "title = \"Xempty\"\ndirection = \"you-ask\"\n"),
    (
        "content/banks/ask.toml",
        r##"title = "Xask"
direction = "you-ask"

[[question]]
id = "open"
kind = "open"
text = "Xopen?"
also_asked_as = ["Xother?"]
why = "Xwhy."
listen_for = ["Xlisten"]
watch_for = ["Xwatch"]
follow_ups = ["Xnext?"]
answer = "2m"
priority = "must"

[[question]]
id = "lookup"
kind = "rapport"
text = "Xlookup?"
researchable = true
"##,
    ),
    (
        "content/roles/nurse/role.md",
        r##"+++
title = "Xnurse"
also_called = ["Xone", "Xtwo"]
soc = "29-1141.00"
industries = ["hospitals"]
summary = "Xsummary."
competencies = ["communication", "integrity"]
majors = ["Xmajor", "Xminor"]
talk_to = ["recent-alum", "recruiter", "veteran"]
stages = ["screen", "first-round"]
family = "care"
reviewed = 2026-02-03
+++

## Xone

Xtext.

## Xtwo

## Xthree
"##,
    ),
    ("content/roles/care/role.md", "+++\ntitle = \"Xcare\"\n+++\n\nXtext.\n"),
    (
        "content/roles/nurse/in-hospitals.toml",
        r##"title = "Xboth"
direction = "you-answer"

[[adapt]]
question = "core/full"
text = "Xadapted?"
why = "Xwhy."
cover_add = ["Xcover"]
avoid_add = ["Xavoid"]
follow_ups_add = ["Xnext?"]

[[adapt]]
question = "ask/open"
listen_for_add = ["Xlisten"]
watch_for_add = ["Xwatch"]

[[question]]
id = "own"
kind = "situational"
text = "Xown?"
"##,
    ),
    (
        "content/industries/hospitals/industry.md",
        r##"+++
title = "Xhospitals"
naics = "622"
summary = "Xsummary."
parent = "health"
employers = ["Xone", "Xtwo"]
associations = [{ title = "Xassociation", url = "https://xx.xx/" }, { title = "Xother", url = "https://xx.xx/x" }]

[[jargon]]
term = "Xterm"
meaning = "Xmeaning"

[[trend]]
text = "Xtrend"
as_of = 2026-03-04
+++

Xtext.
"##,
    ),
    ("content/industries/health/industry.md", "+++\ntitle = \"Xhealth\"\n+++\n\nXtext.\n"),
    (
        "content/guides/start.md",
        r##"+++
title = "Xguide"
phase = "prepare"
audience = ["Xone", "xtwo"]
roles = ["nurse"]
industries = ["hospitals"]
draft = true
reviewed = 2026-04-05
+++

## Xone

{{ question "core/full" }}

{{ kit "kit" }}

{{ checklist "list" }}

{{ message "hello" }}

## Xtwo

## Xthree
"##,
    ),
    (
        "content/messages/hello.md",
        r##"+++
title = "Xhello"
summary = "Xsummary."
channel = "email"
purpose = "request"
relationship = "alum"
subject = "Xsubject"
send = "xtuesday"

[[field]]
name = "xname"
help = "Xhelp."
required = true
options = ["xone", "xtwo"]

[[field]]
name = "xlike"
example = "xexample"
+++

X [xname] [xlike].
"##,
    ),
    (
        "content/checklists/list.md",
        "+++\ntitle = \"Xlist\"\nwhen = \"before\"\n+++\n\n- [ ] Xtask\n- [ ] Xother\n",
    ),
    (
        "content/kits/kit.toml",
        r##"title = "Xkit"
for = "Xstudents"
minutes = 20
intro = "Xintro."

[print]
note_lines = 2
answers = true

[[pick]]
question = "core/full"

[[pick]]
question = "ask/open"
"##,
    ),
];
