//! Paths inside the project and inside the published site, checked once.
//!
//! Neither can be absolute, climb upwards or hold a name that some file system refuses. How two pages
//! link to each other is decided here and nowhere else.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::slug::{Slug, is_device};

/// The path of a source file relative to the project, with `/` between names: `content/banks/core.toml`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// Checks that `text` is relative, has no empty, `.` or `..` part, no backslash and no NUL.
    pub fn new(text: &str) -> Option<SourcePath> {
        let part = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0']);
        text.split('/').all(part).then(|| SourcePath(text.into()))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path in a URL, percent-encoded.
    pub fn address(&self) -> String {
        utf8_percent_encode(&self.0, IN_PATH).to_string()
    }

    /// The names between the slashes.
    pub fn parts(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.split('/')
    }

    /// Whether it is below `folder`.
    pub fn is_below(&self, folder: &SourcePath) -> bool {
        self.0.strip_prefix(&*folder.0).is_some_and(|rest| rest.starts_with('/'))
    }

    /// The last name.
    pub fn name(&self) -> &str {
        self.parts().next_back().unwrap_or_default()
    }

    /// The last name without its extension.
    pub fn stem(&self) -> &str {
        let name = self.name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// What stands behind the last dot of the last name, or nothing.
    pub fn extension(&self) -> &str {
        self.name().rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// What two paths share when a file system that ignores case and Unicode form holds one file for both.
    pub fn folded(&self) -> String {
        folded(&self.0)
    }

    /// The file that `link` means when it stands in this file; `None` when it leaves the project.
    pub fn join(&self, link: &str) -> Option<SourcePath> {
        let mut parts: Vec<&str> = self.parts().collect();
        parts.pop();
        for part in link.split('/') {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()?),
                name => parts.push(name),
            }
        }
        SourcePath::new(&parts.join("/"))
    }

    /// How a file beside this one links to `other`: `../roles/nurse/role.md`.
    pub fn relative(&self, other: &SourcePath) -> String {
        relative(&self.0, &other.0)
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// The path of a published file relative to the site's root: `questions/core/conflict/index.html`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct OutPath(Arc<str>);

/// Why a name cannot be published.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unpublishable {
    /// An empty part, `.` or `..`.
    Climbs,
    /// A control character or one of `\ : * ? " < > |`.
    Character(char),
    /// A name that ends with a dot or a space.
    Ending,
    /// A name Windows keeps for a device.
    Device,
    /// A name over 255 bytes or a path over 1,024.
    TooLong,
}

/// All but the unreserved characters (RFC 3986, section 2.3).
const IN_QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Text as a value in the query of a URL, of `mailto:` too: a space is `%20`.
pub fn in_query(text: &str) -> String {
    utf8_percent_encode(text, IN_QUERY).to_string()
}

/// Text as part of the path of a URL; its slashes stay.
pub fn in_path(text: &str) -> String {
    utf8_percent_encode(text, IN_PATH).to_string()
}

/// What must be escaped in a path inside a URL (WHATWG URL, path percent-encode set, and `%`, `:` and quotes).
const IN_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'%')
    .add(b'\'')
    .add(b'&')
    .add(b':');

impl OutPath {
    /// Checks that every file system can hold `text`.
    pub fn new(text: &str) -> Result<OutPath, Unpublishable> {
        for part in text.split('/') {
            if matches!(part, "" | "." | "..") {
                return Err(Unpublishable::Climbs);
            }
            let refused =
                |c: &char| c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
            if let Some(c) = part.chars().find(refused) {
                return Err(Unpublishable::Character(c));
            }
            if part.ends_with(['.', ' ']) {
                return Err(Unpublishable::Ending);
            }
            if is_device(part) {
                return Err(Unpublishable::Device);
            }
            if part.len() > 255 {
                return Err(Unpublishable::TooLong);
            }
        }
        if text.len() > 1024 { Err(Unpublishable::TooLong) } else { Ok(OutPath(text.into())) }
    }

    /// The page at the address that `folders` make in a section: `roles` and `["nurse"]` are
    /// `roles/nurse/index.html`. Slugs need no check.
    pub fn page(section: &'static str, folders: &[&Slug]) -> OutPath {
        let mut path = String::with_capacity(128);
        path.push_str(section);
        for folder in folders {
            path.push('/');
            path.push_str(folder.as_str());
        }
        path.push_str("/index.html");
        OutPath(path.into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address behind the site's base URL, percent-encoded: a page's folder with its slash, or the file.
    pub fn address(&self) -> String {
        let tail = self.0.strip_suffix("index.html").filter(|tail| tail.is_empty() || tail.ends_with('/'));
        utf8_percent_encode(tail.unwrap_or(&self.0), IN_PATH).to_string()
    }

    /// How the file at this path links to `other`, percent-encoded.
    ///
    /// Names `index.html` in full: only so does a link work when the site is opened from a disk.
    pub fn link(&self, other: &OutPath) -> String {
        let link = relative(&self.0, &other.0);
        match Cow::from(utf8_percent_encode(&link, IN_PATH)) {
            Cow::Owned(encoded) => encoded,
            Cow::Borrowed(_) => link,
        }
    }

    /// How many folders deep the file is.
    pub fn depth(&self) -> usize {
        self.0.bytes().filter(|byte| *byte == b'/').count()
    }

    /// How the file reaches the site's root: `../` for each folder.
    pub fn root(&self) -> String {
        "../".repeat(self.depth())
    }

    /// What two paths share when a file system that ignores case and Unicode form holds one file for both.
    pub fn folded(&self) -> String {
        folded(&self.0)
    }

    /// Whether the file is an HTML page.
    pub fn is_page(&self) -> bool {
        self.0.ends_with(".html")
    }
}

impl fmt::Display for OutPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

fn folded(path: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    // Nearly every path: ASCII has one form.
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    path.nfkc().flat_map(char::to_lowercase).collect()
}

/// `text` with its percent escapes undone, where that gives UTF-8.
pub fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), Into::into)
}

/// The relative reference from file `from` to file `to`.
fn relative(from: &str, to: &str) -> String {
    let folder = from.rfind('/').map_or(0, |at| at + 1);
    let alike = from[..folder].bytes().zip(to.bytes()).take_while(|(a, b)| a == b).count();
    let slash = |byte: &u8| *byte == b'/';
    let same = from.as_bytes()[..alike].iter().rposition(slash).map_or(0, |at| at + 1);
    let up = from.as_bytes()[same..folder].iter().filter(|byte| slash(byte)).count();
    let mut link = String::with_capacity(3 * up + to.len() - same);
    (0..up).for_each(|_| link.push_str("../"));
    link.push_str(&to[same..]);
    link
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_to_the_page() {
        let page = |text: &str| OutPath::new(text).expect("a fair path");
        let here = page("questions/core/conflict/index.html");
        assert_eq!(here.link(&page("questions/core/other/index.html")), "../other/index.html");
        assert_eq!(here.link(&page("index.html")), "../../../index.html");
        assert_eq!(here.link(&here), "index.html");
        assert_eq!(page("index.html").link(&page("a b/c#.png")), "a%20b/c%23.png");
        assert_eq!(here.address(), "questions/core/conflict/");
        assert_eq!(page("index.html").address(), "");
        assert_eq!(page("404.html").address(), "404.html");
    }

    #[test]
    fn no_path_climbs_or_breaks_a_file_system() {
        for bad in ["", "/", "a//b", "../a", "a/..", "a\\b", "a:b", "nul", "a/Con.txt", "a.", "a ", "a\nb"] {
            assert!(OutPath::new(bad).is_err(), "{bad:?}");
        }
        assert!(OutPath::new("CNAME").is_ok());
    }

    #[test]
    fn a_source_link_stays_in_the_project() {
        let guide = SourcePath::new("content/guides/a.md").expect("a fair path");
        let joined = |link| guide.join(link).map(|path| path.to_string());
        assert_eq!(joined("../roles/nurse/role.md"), Some("content/roles/nurse/role.md".into()));
        assert_eq!(joined("../../../x"), None);
    }
}
