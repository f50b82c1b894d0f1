//! Where a repository's pages will be: addresses of remotes and of Pages, as text.

/// A remote repository: its host and its path there, `owner/name`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remote {
    /// The host, in small letters.
    pub host: String,
    /// The path, without `.git`.
    pub path: String,
}

/// Reads the address of a remote as Git does: a URL, or `user@host:path`.
///
/// Source: gitprotocol documentation, "GIT URLS" of `git-clone(1)`. Paths on this machine are no remote.
pub fn remote(url: &str) -> Option<Remote> {
    let url = url.trim();
    let (host, path) = match url.split_once("://") {
        Some((scheme, rest)) => {
            if !["https", "http", "ssh", "git", "git+ssh", "ssh+git"].contains(&scheme) {
                return None;
            }
            rest.split_once('/')?
        }
        // `C:\folder` and `./a:b` are paths.
        None => url.split_once(':').filter(|(host, _)| host.len() > 1 && !host.contains(['/', '\\']))?,
    };
    // Before the `@` may stand a user's secret: it is dropped, never shown.
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let host = host.split_once(':').map_or(host, |(host, _)| host).to_ascii_lowercase();
    // GitHub answers SSH on the HTTPS port under this name.
    let host = if host == "ssh.github.com" { "github.com".to_owned() } else { host };
    let path = path.trim_matches('/');
    let path = path.strip_suffix(".git").unwrap_or(path);
    let fair = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let part = |part: &str| !matches!(part, "" | "." | "..") && part.chars().all(fair);
    let whole = !host.is_empty() && host.chars().all(fair) && path.split('/').all(part);
    (whole && path.contains('/')).then(|| Remote { host, path: path.to_owned() })
}

/// Where GitHub Pages publishes a repository: below its owner's host, or at its root for `<owner>.github.io`.
///
/// Source: GitHub Docs, "What is GitHub Pages?", types of sites.
pub fn github_pages(remote: &Remote) -> Option<String> {
    let (owner, name) = remote.path.split_once('/')?;
    if remote.host != "github.com" || name.contains('/') || owner.contains(['.', '_']) {
        return None;
    }
    let host = format!("{}.github.io", owner.to_ascii_lowercase());
    let root = name.eq_ignore_ascii_case(&host);
    Some(if root { format!("https://{host}/") } else { format!("https://{host}/{name}/") })
}

/// A domain of one's own, in small letters.
///
/// # Errors
///
/// What is wrong with it, for the author.
pub fn domain(text: &str) -> Result<String, String> {
    let text = text.to_lowercase();
    if !text.is_ascii() {
        return Err("write the domain in its ASCII form, such as `xn--bcher-kva.example`".to_owned());
    }
    let fair = |part: &str| {
        (1..=63).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let last = text.rsplit('.').next().unwrap_or_default();
    if text.len() > 253 || !text.contains('.') || !text.split('.').all(fair) || number(last) {
        return Err("write only the name of the host, such as `prep.example.edu`".to_owned());
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_write_a_remote_is_read() {
        for url in [
            "git@github.com:Center/prep.git",
            "github.com:Center/prep",
            "ssh://git@github.com/Center/prep.git",
            "ssh://git@ssh.github.com:443/Center/prep.git",
            "https://github.com/Center/prep",
            "https://user:secret@GitHub.com/Center/prep.git/",
            "git://github.com/Center/prep.git",
        ] {
            let found = remote(url);
            let expected = Remote { host: "github.com".into(), path: "Center/prep".into() };
            assert_eq!(found, Some(expected), "{url}");
        }
        for url in [
            "",
            "../prep",
            "/srv/prep.git",
            "C:\\prep",
            "file:///srv/prep.git",
            "git@github.com:prep",
            "https://github.com/a/../b",
            "https://github.com/a/b c",
            "https://github.com",
        ] {
            assert_eq!(remote(url), None, "{url}");
        }
    }

    #[test]
    fn pages_are_below_the_owner_or_at_the_root() {
        let pages = |url| github_pages(&remote(url)?);
        assert_eq!(pages("git@github.com:Center/Prep").as_deref(), Some("https://center.github.io/Prep/"));
        let root = pages("git@github.com:Center/center.github.io");
        assert_eq!(root.as_deref(), Some("https://center.github.io/"));
        assert_eq!(pages("git@gitlab.com:center/prep"), None);
        assert_eq!(pages("https://github.com/a/b/c"), None);
    }

    #[test]
    fn a_domain_is_a_name_and_nothing_more() {
        assert_eq!(domain("Prep.Example.edu").as_deref(), Ok("prep.example.edu"));
        for bad in [
            "https://prep.example.edu",
            "prep",
            "prep.example.edu/x",
            "-a.b",
            "a..b",
            "127.0.0.1",
            "a b.c",
            "bücher.example",
            "a.b\nc",
        ] {
            assert!(domain(bad).is_err(), "{bad}");
        }
    }
}
