//! Where a page can be edited and where a problem with it is told: addresses on the hosts of repositories.
//!
//! Which software a host runs is known by its name alone; of one that is not known no page is linked to, for the
//! link would lead nowhere. Then the office is asked.

use crate::base::SourcePath;
use crate::base::path::{in_path, in_query};
use crate::model::Site;

/// The software of a host.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Host {
    Github,
    Gitlab,
    /// Forgejo and Gitea, of which it comes: Codeberg.
    Forgejo,
    Bitbucket,
}

/// The software of the host of this repository. `gitlab.example.edu` says it as well as `gitlab.com`.
fn host(repository: &str) -> Option<Host> {
    let name = repository.split_once("://")?.1.split(['/', ':']).next()?.to_ascii_lowercase();
    let known = [
        ("github", Host::Github),
        ("gitlab", Host::Gitlab),
        ("codeberg", Host::Forgejo),
        ("forgejo", Host::Forgejo),
        ("gitea", Host::Forgejo),
        ("bitbucket", Host::Bitbucket),
    ];
    known.into_iter().find(|(word, _)| name.split('.').any(|part| part == *word)).map(|(_, host)| host)
}

/// Where a file is edited.
pub(super) fn edit(site: &Site, file: &SourcePath) -> Option<String> {
    let (url, branch) = site.repository()?;
    edit_at(url, branch, file)
}

fn edit_at(url: &str, branch: &str, file: &SourcePath) -> Option<String> {
    let (branch, file) = (in_path(branch), file.address());
    Some(match host(url)? {
        Host::Github => format!("{url}/edit/{branch}/{file}"),
        Host::Gitlab => format!("{url}/-/edit/{branch}/{file}"),
        Host::Forgejo => format!("{url}/_edit/{branch}/{file}"),
        Host::Bitbucket => format!("{url}/src/{branch}/{file}?mode=edit"),
    })
}

/// Where a problem is told: `about` is the title or subject, `page` the address of the page.
pub(super) fn report(site: &Site, about: &str, page: Option<&str>) -> Option<String> {
    let issue = site.repository().and_then(|(url, _)| issue(url, about, page));
    let office = || Some(message(site.office().email.as_ref()?.as_str(), about, page));
    issue.or_else(office)
}

/// A new issue. Bitbucket has no address of one that is filled in, and often no issues.
fn issue(url: &str, about: &str, page: Option<&str>) -> Option<String> {
    let (path, title, body) = match host(url)? {
        Host::Github | Host::Forgejo => ("/issues/new", "title", "body"),
        Host::Gitlab => ("/-/issues/new", "issue%5Btitle%5D", "issue%5Bdescription%5D"),
        Host::Bitbucket => return None,
    };
    Some(filled(&format!("{url}{path}"), (title, about), (body, page)))
}

/// A message to the office (RFC 6068).
fn message(email: &str, about: &str, page: Option<&str>) -> String {
    let address = in_query(email).replace("%40", "@");
    filled(&format!("mailto:{address}"), ("subject", about), ("body", page))
}

fn filled(to: &str, (title, about): (&str, &str), (body, page): (&str, Option<&str>)) -> String {
    let page = page.map(|page| format!("&{body}={}", in_query(page))).unwrap_or_default();
    format!("{to}?{title}={}{page}", in_query(about))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_edited_where_its_host_edits() {
        let file = SourcePath::new("content/banks/a b.toml").expect("a path");
        for (url, expected) in [
            ("https://github.com/a/b", Some("https://github.com/a/b/edit/x/y/content/banks/a%20b.toml")),
            ("https://GitHub.com/a/b", Some("https://GitHub.com/a/b/edit/x/y/content/banks/a%20b.toml")),
            (
                "https://gitlab.example.edu:8443/a/b/c",
                Some("https://gitlab.example.edu:8443/a/b/c/-/edit/x/y/content/banks/a%20b.toml"),
            ),
            ("https://codeberg.org/a/b", Some("https://codeberg.org/a/b/_edit/x/y/content/banks/a%20b.toml")),
            (
                "https://bitbucket.org/a/b",
                Some("https://bitbucket.org/a/b/src/x/y/content/banks/a%20b.toml?mode=edit"),
            ),
            ("https://notgithub.example.edu/a/b", None),
            ("https://git.example.edu/github/b", None),
        ] {
            assert_eq!(edit_at(url, "x/y", &file).as_deref(), expected, "{url}");
        }
        let at = edit_at("https://github.com/a/b", "a#b?c", &file);
        assert_eq!(at.as_deref(), Some("https://github.com/a/b/edit/a%23b%3Fc/content/banks/a%20b.toml"));
    }

    #[test]
    fn a_problem_is_told_where_issues_are_kept() {
        let (about, page) = ("Why & \"how\"? – 100 % é", Some("https://example.edu/a/?b#c"));
        let (title, body) = (
            "Why%20%26%20%22how%22%3F%20%E2%80%93%20100%20%25%20%C3%A9",
            "https%3A%2F%2Fexample.edu%2Fa%2F%3Fb%23c",
        );
        for (url, expected) in [
            (
                "https://github.com/a/b",
                Some(format!("https://github.com/a/b/issues/new?title={title}&body={body}")),
            ),
            (
                "https://gitlab.com/a/b",
                Some(format!(
                    "https://gitlab.com/a/b/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}"
                )),
            ),
            (
                "https://codeberg.org/a/b",
                Some(format!("https://codeberg.org/a/b/issues/new?title={title}&body={body}")),
            ),
            ("https://bitbucket.org/a/b", None),
            ("https://git.example.edu/a/b", None),
        ] {
            assert_eq!(issue(url, about, page), expected, "{url}");
        }
        let alone = issue("https://github.com/a/b", "x", None);
        assert_eq!(alone.as_deref(), Some("https://github.com/a/b/issues/new?title=x"));
        let sent = message("a+b&cc=x@example.edu", about, page);
        assert_eq!(sent, format!("mailto:a%2Bb%26cc%3Dx@example.edu?subject={title}&body={body}"));
    }
}
