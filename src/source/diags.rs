//! What can be wrong with a file before it is read.

use super::kind::CONTENT_FOLDERS;
use super::{Refused, Source};
use crate::base::near::nearest;
use crate::base::{Slug, SourcePath};
use crate::diag::{Diagnostic, codes};

/// Something that could not become a source.
pub fn refused(path: &SourcePath, why: &Refused) -> Diagnostic {
    match why {
        Refused::Symlink => Diagnostic::file(&codes::SYMLINK, path, format!("`{path}` is a symbolic link"))
            .help("put the file itself here: a link could publish a file from outside the project"),
        Refused::NotAFile => {
            Diagnostic::file(&codes::NOT_A_FILE, path, format!("`{path}` is neither a file nor a folder"))
                .help("remove it: only plain files are read")
        }
        Refused::TooLarge { size, limit } => {
            let message = format!("`{path}` has {} and may have {}", bytes(*size), bytes(*limit));
            Diagnostic::file(&codes::FILE_TOO_LARGE, path, message)
                .help("split a bank or guide into several files; make an image smaller")
        }
        Refused::Unreadable(error) => {
            Diagnostic::file(&codes::UNREADABLE, path, format!("`{path}` cannot be read: {error}"))
                .help("check that the file is there and that you may read it")
        }
        Refused::Name(shown) => {
            Diagnostic::file(&codes::FILE_NAME, path, format!("the name `{shown}` cannot be used"))
                .help("use letters, digits, hyphens and dots, in UTF-8")
        }
        Refused::Hidden => Diagnostic::file(
            &codes::FILE_NAME,
            path,
            format!("`{path}` is hidden: its name starts with a dot"),
        )
        .help("move it out of the folder: hidden files hold settings and secrets and are not read")
        .help("in `static/`, only `.well-known/`, `.nojekyll` and `.domains` are published"),
    }
}

/// A file in the project's folders that nothing reads.
pub fn unknown_file(file: &Source) -> Diagnostic {
    let path = &file.path;
    let base = Diagnostic::file(&codes::UNKNOWN_FILE, path, format!("`{path}` is not part of the site"));
    let parts: Vec<&str> = path.parts().collect();
    let folder = match parts.as_slice() {
        ["content", folder, _, ..] => *folder,
        ["content", _] => return base.help(format!("move it into one of {}", folders())),
        _ => return base.help("move it out of the folder, or remove it"),
    };
    if !CONTENT_FOLDERS.contains(&folder) {
        return match nearest(folder, CONTENT_FOLDERS) {
            Some(near) => base.help(format!("did you mean the folder `content/{near}/`?")),
            None => base.help(format!("the folders of `content/` are {}", folders())),
        };
    }
    let bad = parts[2..parts.len() - 1].iter().find(|part| Slug::new(part).is_err());
    base.help(match (folder, bad) {
        ("roles" | "industries", Some(part)) => match Slug::suggest(part) {
            Some(slug) => format!("the folder's name becomes its address: call it `{slug}`"),
            None => format!("the folder `{part}` needs a name of small letters, digits and hyphens"),
        },
        ("roles", None) => {
            "a role is a folder with `role.md` and banks: `content/roles/nurse/role.md`, `…/clinical.toml`"
                .into()
        }
        ("industries", None) => {
            "an industry is a folder with `industry.md` and banks: `content/industries/hospitals/industry.md`"
                .into()
        }
        ("guides", _) => "a guide is a Markdown file that ends in `.md`".into(),
        ("messages" | "checklists", _) => {
            format!("`content/{folder}/` holds Markdown files that end in `.md`")
        }
        (_, _) => format!("`content/{folder}/` holds TOML files that end in `.toml`"),
    })
}

/// Two files that become one on a Mac or on Windows.
pub fn name_collision(path: &SourcePath, first: &SourcePath) -> Diagnostic {
    Diagnostic::file(
        &codes::NAME_COLLISION,
        path,
        format!("`{path}` and `{first}` differ only in case or form"),
    )
    .help("rename one: many computers keep only one of the two")
}

/// A project without the file that makes it one.
pub fn no_site_file() -> Diagnostic {
    Diagnostic::project(&codes::NO_SITE_FILE, "there is no `site.toml`").help(
        "run the command in the folder that holds it, or start a site with `greenroom init`; one line is enough: `title = \"…\"`",
    )
}

/// A project without a page.
pub fn empty_content() -> Diagnostic {
    Diagnostic::project(&codes::EMPTY_CONTENT, "there is no content to build")
        .help("write a first guide in `content/guides/` or a first bank in `content/banks/`")
}

fn folders() -> String {
    CONTENT_FOLDERS.map(|folder| format!("`{folder}/`")).join(", ")
}

fn bytes(count: u64) -> String {
    match count {
        0..1024 => format!("{count} bytes"),
        1024..1_048_576 => format!("{} KiB", count.div_ceil(1024)),
        _ => format!("{} MiB", count.div_ceil(1_048_576)),
    }
}
