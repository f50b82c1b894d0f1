//! `greenroom theme eject`: copies of templates, for sites that change more than a block.

use std::path::Path;

use clap::Args;

use super::super::difference::{shown, unified};
use super::super::terminal::Terminal;
use super::super::{print, project};
use super::End;
use crate::base::near::nearest;
use crate::disk::create;
use crate::model::Options;
use crate::report::escape::visible;
use crate::theme::{Template, copied, files, templates};

/// Options of `theme eject`.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  greenroom theme eject question.html          copy it to templates/question.html
  greenroom theme eject --diff question.html   what differs between the original and the copy
  greenroom theme eject --diff                 the same for every copy

A copy no longer follows its original: its first line says what it was copied from, and a later build warns \
(outdated-template) when that has changed. To change one block, no copy is needed; this is a whole \
templates/question.html:

  {% extends \"question.html\" %}
  {% block hints %}{% endblock hints %}

`greenroom theme list` lists the templates.")]
pub struct EjectOptions {
    /// Templates, such as question.html
    #[arg(value_name = "TEMPLATE", required_unless_present = "diff")]
    pub templates: Vec<String>,
    /// Write nothing: show what differs between the original and the copy
    #[arg(long)]
    pub diff: bool,
}

/// A template of the theme, and the site's own of that name.
struct Pair {
    original: Template,
    own: Option<Template>,
}

/// Copies templates, or shows how copies differ.
pub fn run(folder: &Path, options: &EjectOptions, terminal: &Terminal) -> End {
    let Some(build) = project::analyse(folder, &Options::default(), terminal) else { return End::Failed };
    let all = templates(&files(&build.sources), &build.library().site.theme.0);
    let (own, theirs): (Vec<Template>, Vec<Template>) =
        all.into_iter().partition(|template| template.path.parts().next() == Some("templates"));
    let mut names = options.templates.clone();
    if names.is_empty() {
        names = own.iter().map(|template| template.name.clone()).collect();
        names.retain(|name| theirs.iter().any(|template| template.name == *name));
    }
    let mut pairs = Vec::new();
    for name in &names {
        let Some(original) = find(&theirs, name) else {
            terminal.fail(&unknown(name, &theirs));
            return End::Failed;
        };
        let own = own.iter().find(|own| own.name == original.name).cloned();
        pairs.push(Pair { original: original.clone(), own });
    }
    if options.diff { differences(&pairs, terminal) } else { write(folder, &pairs, terminal) }
}

/// The template of this name, which may lack `.html` or be the path of its file.
fn find<'t>(theirs: &'t [Template], name: &str) -> Option<&'t Template> {
    let plain = name.strip_prefix("templates/").unwrap_or(name);
    let is = |template: &&Template| {
        template.name == plain
            || template.name.strip_suffix(".html") == Some(plain)
            || template.path.as_str() == name
    };
    theirs.iter().find(is)
}

fn unknown(name: &str, theirs: &[Template]) -> String {
    let shown = visible(name);
    match nearest(name, theirs.iter().map(|template| template.name.as_str())) {
        Some(near) => format!("the theme has no template `{shown}`; did you mean `{near}`?"),
        None => format!("the theme has no template `{shown}`; `greenroom theme list` lists them"),
    }
}

fn differences(pairs: &[Pair], terminal: &Terminal) -> End {
    let mut text = String::new();
    for Pair { original, own } in pairs {
        let Some(own) = own else {
            terminal.fail(&format!(
                "there is no `templates/{0}`; to copy it: `greenroom theme eject {0}`",
                original.name
            ));
            return End::Failed;
        };
        text += &unified(own.path.as_str(), &original.text, copied::body(&own.text));
    }
    if text.is_empty() {
        terminal.say(if pairs.is_empty() { "no template of the theme is copied" } else { "nothing differs" });
    }
    print(|out| out.write_all(shown(&text).as_bytes()).map(|()| End::Clean))
}

/// Writes the copies; none when one of them would replace a file.
fn write(folder: &Path, pairs: &[Pair], terminal: &Terminal) -> End {
    for Pair { original, .. } in pairs {
        if folder.join("templates").join(&original.name).symlink_metadata().is_ok() {
            terminal.fail(&format!(
                "`templates/{0}` is there already; to compare it with the theme's: `greenroom theme eject --diff {0}`",
                original.name
            ));
            return End::Failed;
        }
    }
    for Pair { original, .. } in pairs {
        let text = copied::copy(&original.path, &original.name, &original.text);
        let path = format!("templates/{}", original.name);
        if let Err(error) = create(&folder.join(&path), text.as_bytes()) {
            terminal.fail(&error);
            return End::Failed;
        }
        terminal.say(&format!("wrote `{path}`, a copy of `{}`", original.path));
    }
    terminal.say("the copy is used from now on; a build warns when the original has changed");
    End::Clean
}
