//! What a path means: the project's folders and file names, known here and nowhere else.

use crate::base::{Slug, SourcePath};

/// Whose questions a bank holds: the folder is the scope.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum BankHome {
    /// `content/banks/`: everyone.
    Everyone,
    /// `content/industries/<industry>/`.
    Industry(Slug),
    /// `content/roles/<role>/`.
    Role(Slug),
    /// `content/roles/<role>/in-<industry>.toml`.
    RoleInIndustry(Slug, Slug),
}

/// What a file is.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    /// `site.toml`.
    Site,
    /// `greenroom.lock`.
    Lock,
    /// `content/vocabulary.toml`.
    Vocabulary,
    /// `content/guides/**/*.md`.
    Guide,
    /// A question bank.
    Bank(BankHome),
    /// `content/industries/<industry>/industry.md`.
    Industry(Slug),
    /// `content/roles/<role>/role.md`.
    Role(Slug),
    /// `content/messages/*.md`.
    Message,
    /// `content/checklists/*.md`.
    Checklist,
    /// `content/kits/*.toml`.
    Kit,
    /// An image or document beside the content that links to it.
    Media,
    /// `static/**`: copied as it is.
    Static,
    /// `templates/**`: the site's own templates; the path below the folder.
    Template(String),
    /// `themes/<name>/**`: the theme's name and the path below its folder.
    Theme(String, String),
    /// `themes/*.md`: words for those who write themes.
    Manual,
    /// A file that is no part of the site though it stands in one of its folders.
    Unknown,
}

/// The folders of a project that hold input, and the files at its root that do.
pub const FOLDERS: [&str; 4] = ["content", "static", "templates", "themes"];
/// The files at the root of a project.
pub const ROOT_FILES: [&str; 2] = ["site.toml", "greenroom.lock"];
/// The folders below `content/`.
pub const CONTENT_FOLDERS: [&str; 7] =
    ["banks", "checklists", "guides", "industries", "kits", "messages", "roles"];

/// Files that may stand beside content and are published with it.
const MEDIA: [&str; 9] = ["avif", "gif", "jpeg", "jpg", "pdf", "png", "svg", "vtt", "webp"];

impl Kind {
    /// What the path makes of a file.
    pub fn of(path: &SourcePath) -> Kind {
        let parts: Vec<&str> = path.parts().collect();
        match parts.as_slice() {
            ["site.toml"] => Kind::Site,
            ["greenroom.lock"] => Kind::Lock,
            ["static", ..] => Kind::Static,
            ["templates", rest @ ..] => Kind::Template(rest.join("/")),
            ["themes", name, rest @ ..] if !rest.is_empty() => {
                Kind::Theme((*name).to_owned(), rest.join("/"))
            }
            ["themes", name] if name.ends_with(".md") => Kind::Manual,
            ["content", rest @ ..] => Kind::of_content(rest).unwrap_or(Kind::Unknown),
            _ => Kind::Unknown,
        }
    }

    fn of_content(parts: &[&str]) -> Option<Kind> {
        let (name, folders) = parts.split_last()?;
        let (stem, extension) = name.rsplit_once('.')?;
        if MEDIA.contains(&extension.to_ascii_lowercase().as_str()) && !folders.is_empty() {
            return Some(Kind::Media);
        }
        match (folders, extension) {
            ([], "toml") if stem == "vocabulary" => Some(Kind::Vocabulary),
            (["guides", ..], "md") => Some(Kind::Guide),
            (["banks", ..], "toml") => Some(Kind::Bank(BankHome::Everyone)),
            (["messages"], "md") => Some(Kind::Message),
            (["checklists"], "md") => Some(Kind::Checklist),
            (["kits"], "toml") => Some(Kind::Kit),
            (["industries", industry], "md") if stem == "industry" => {
                Some(Kind::Industry(Slug::new(industry).ok()?))
            }
            (["industries", industry], "toml") => {
                Some(Kind::Bank(BankHome::Industry(Slug::new(industry).ok()?)))
            }
            (["roles", role], "md") if stem == "role" => Some(Kind::Role(Slug::new(role).ok()?)),
            (["roles", role], "toml") => {
                let role = Slug::new(role).ok()?;
                Some(Kind::Bank(match stem.strip_prefix("in-").map(Slug::new) {
                    Some(industry) => BankHome::RoleInIndustry(role, industry.ok()?),
                    None => BankHome::Role(role),
                }))
            }
            _ => None,
        }
    }

    /// Whether a folder at `path` would be one that pages stand in.
    pub fn holds_pages(path: &SourcePath) -> bool {
        match path.parts().collect::<Vec<_>>().as_slice() {
            ["content"] => true,
            ["content", folder, ..] => CONTENT_FOLDERS.contains(folder),
            _ => false,
        }
    }

    /// Whether a file or a folder at `path` would be a bank or hold some.
    pub fn holds_banks(path: &SourcePath) -> bool {
        match path.parts().collect::<Vec<_>>().as_slice() {
            ["content"] => true,
            ["content", "banks" | "industries" | "roles", ..] => !path.name().ends_with(".md"),
            _ => false,
        }
    }

    /// The most bytes a file of this kind may have.
    ///
    /// Text an author writes stays far below a mebibyte; what is copied must fit the strictest host (25 MiB).
    pub fn limit(&self) -> u64 {
        match self {
            Kind::Media | Kind::Static => 25 << 20,
            Kind::Lock => 64 << 20,
            _ => 1 << 20,
        }
    }

    /// Whether a file of this kind gives a page.
    pub fn is_page(&self) -> bool {
        use Kind::{Bank, Checklist, Guide, Industry, Kit, Message, Role};
        matches!(self, Guide | Bank(_) | Industry(_) | Role(_) | Message | Checklist | Kit)
    }

    /// Whether a file of this kind is read as text.
    pub fn is_text(&self) -> bool {
        match self {
            Kind::Media | Kind::Static | Kind::Manual | Kind::Unknown => false,
            Kind::Theme(_, inner) => !inner.starts_with("static/"),
            _ => true,
        }
    }

    /// Whether the last name of `path` is hidden and may not be read: every dot-file but those that hosts ask for.
    ///
    /// `.well-known/` is RFC 8615; `.nojekyll` is GitHub Pages' and `.domains` Codeberg Pages'.
    pub fn is_hidden(path: &SourcePath) -> bool {
        let asked = ["static/.well-known", "static/.nojekyll", "static/.domains"];
        path.name().starts_with('.') && !asked.contains(&path.as_str())
    }

    /// Whether a file of this name is never input and needs no word: left by systems and editors.
    pub fn is_litter(name: &str) -> bool {
        matches!(
            name,
            ".DS_Store" | "Thumbs.db" | "desktop.ini" | ".gitkeep" | ".gitignore" | ".gitattributes"
        ) || matches!(name, ".editorconfig" | ".taplo.toml" | ".vscode" | ".idea" | ".git" | "4913")
            || name.ends_with(['~', '#'])
            || name.starts_with(".#")
            || [".swp", ".swo", ".swx", ".tmp", ".bak", ".orig", ".crdownload"]
                .iter()
                .any(|end| name.ends_with(end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_is_the_scope() {
        let slug = |text| Slug::new(text).expect("a slug");
        let kind = |text| Kind::of(&SourcePath::new(text).expect("a path"));
        assert_eq!(kind("content/banks/a/b/core.toml"), Kind::Bank(BankHome::Everyone));
        assert_eq!(kind("content/roles/nurse/clinical.toml"), Kind::Bank(BankHome::Role(slug("nurse"))));
        let both = BankHome::RoleInIndustry(slug("nurse"), slug("hospitals"));
        assert_eq!(kind("content/roles/nurse/in-hospitals.toml"), Kind::Bank(both));
        assert_eq!(kind("content/roles/nurse/role.md"), Kind::Role(slug("nurse")));
        assert_eq!(kind("content/guides/pictures/desk.png"), Kind::Media);
        assert_eq!(kind("themes/CONTEXT.md"), Kind::Manual);
        for stray in [
            "content/core.toml",
            "content/bank/core.toml",
            "content/roles/role.md",
            "content/roles/A/role.md",
            "x",
        ] {
            assert_eq!(kind(stray), Kind::Unknown, "{stray}");
        }
    }

    #[test]
    fn only_what_hosts_ask_for_is_published_with_a_dot() {
        let hidden = |text| Kind::is_hidden(&SourcePath::new(text).expect("a path"));
        assert!(hidden("static/.env") && hidden("static/a/.nojekyll") && hidden("themes/x/static/.env"));
        assert!(!hidden("static/.well-known") && !hidden("static/.well-known/security.txt"));
        assert!(!hidden("static/.nojekyll") && !hidden("static/.domains") && !hidden("static/a.b"));
    }
}
