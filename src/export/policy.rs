//! The content security policy of a page, for those who can send it as a header.
//!
//! In goes a page as it is published; out comes what its `<meta http-equiv>` says, as it stands. Nothing is
//! added here: `frame-ancestors` and whatever else only a header can say is the sender's business.

use super::tags::tags;

/// The policy that a page states in its head; several are joined by a comma, as a header would have them.
pub fn of_page(html: &str) -> Option<String> {
    // Browsers obey a policy only in the head (Content Security Policy Level 3, "The meta element").
    let head = tags(html).take_while(|tag| !tag.name.eq_ignore_ascii_case("body"));
    let stated = head.filter(|tag| {
        let what = tag.value("http-equiv").unwrap_or_default();
        tag.name.eq_ignore_ascii_case("meta") && what.eq_ignore_ascii_case("content-security-policy")
    });
    let policies: Vec<String> = stated
        .filter_map(|tag| Some(tag.value("content")?.split_whitespace().collect::<Vec<_>>().join(" ")))
        .filter(|policy| !policy.is_empty())
        .collect();
    (!policies.is_empty()).then(|| policies.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_is_read_as_a_browser_reads_it() {
        let page = "<!doctype html><html><head><title>a</title>\n<meta charset=\"utf-8\"><meta \
                    http-equiv='content-security-policy' content=\"default-src &#x27;none&#39;;\n  img-src 'self'\"></head>";
        assert_eq!(of_page(page).as_deref(), Some("default-src 'none'; img-src 'self'"));
        let two = "<meta http-equiv=Content-Security-Policy content=a><meta http-equiv=Content-Security-Policy content=b>";
        assert_eq!(of_page(two).as_deref(), Some("a, b"));
    }

    #[test]
    fn a_policy_in_the_body_or_a_comment_is_none() {
        let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"x\">";
        assert_eq!(of_page(&format!("<head></head><body>{policy}")), None);
        assert_eq!(of_page(&format!("<!-- {policy} --><title>{policy}</title>")), None);
    }
}
