//! The list of codes: every kind of problem there is, once, with its severity and its explanation.
//!
//! `greenroom explain CODE` prints these texts. A test holds that each code has a case that shows it.

use std::fmt;

use super::Severity;

/// One kind of problem.
#[derive(PartialEq, Eq)]
pub struct Code {
    /// Its name in words: what reports, `[checks]` and `allow` use.
    pub name: &'static str,
    /// How much it weighs unless the site says otherwise.
    pub severity: Severity,
    /// Whether a site may lower it and a record may waive it.
    pub adjustable: bool,
    /// One line: what is wrong.
    pub summary: &'static str,
    /// What it means, why it matters, an example and the way out; plain text with indented examples.
    pub explanation: &'static str,
}

impl fmt::Debug for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name)
    }
}

/// The code of this name.
pub fn find(name: &str) -> Option<&'static Code> {
    ALL.iter().find(|code| code.name == name).copied()
}

macro_rules! codes {
    ($($constant:ident $severity:ident $adjustable:literal $name:literal $summary:literal $file:literal;)*) => {
        $(
            #[doc = $summary]
            pub static $constant: Code = Code {
                name: $name,
                severity: Severity::$severity,
                adjustable: $adjustable,
                summary: $summary,
                explanation: include_str!($file),
            };
        )*
        /// Every code, in the order of the manual.
        pub static ALL: &[&Code] = &[$(&$constant),*];
    };
}

codes! {
    // Reading files
    NOT_UTF8 Error false "not-utf8" "a text file is not UTF-8" "explain/not-utf8.txt";
    BINARY_FILE Error false "binary-file" "a file that should be text holds binary data" "explain/binary-file.txt";
    FILE_TOO_LARGE Error false "file-too-large" "a file is larger than its kind may be" "explain/file-too-large.txt";
    SYMLINK Error false "symlink" "a symbolic link stands where a file belongs" "explain/symlink.txt";
    UNREADABLE Error false "unreadable" "a file or folder cannot be read" "explain/unreadable.txt";
    NOT_A_FILE Error false "not-a-file" "something that is neither file nor folder stands in the project" "explain/not-a-file.txt";
    FILE_NAME Error false "file-name" "a file or folder has a name that cannot be used" "explain/file-name.txt";
    NAME_COLLISION Error false "name-collision" "two names differ only in case or Unicode form" "explain/name-collision.txt";
    UNKNOWN_FILE Error true "unknown-file" "a file is not part of the site" "explain/unknown-file.txt";
    EMPTY_CONTENT Error false "empty-content" "there is no content to build" "explain/empty-content.txt";
    NO_SITE_FILE Error false "no-site-file" "there is no `site.toml`" "explain/no-site-file.txt";
    // Reading TOML and front matter
    TOML_SYNTAX Error false "toml-syntax" "a TOML file or front matter cannot be read" "explain/toml-syntax.txt";
    CURLY_QUOTES Error false "curly-quotes" "curly quotes stand where TOML needs straight ones" "explain/curly-quotes.txt";
    FRONT_MATTER Error false "front-matter" "front matter is missing, not closed or not TOML" "explain/front-matter.txt";
    UNKNOWN_KEY Error false "unknown-key" "a key is not known" "explain/unknown-key.txt";
    MISPLACED_KEY Error false "misplaced-key" "a key fell under the wrong table" "explain/misplaced-key.txt";
    MISSING_KEY Error false "missing-key" "a required key is missing" "explain/missing-key.txt";
    WRONG_TYPE Error false "wrong-type" "a value has the wrong type" "explain/wrong-type.txt";
    BAD_VALUE Error false "bad-value" "a value is not one of those allowed" "explain/bad-value.txt";
    BAD_ID Error false "bad-id" "an id has the wrong form" "explain/bad-id.txt";
    BAD_DATE Error false "bad-date" "a date does not exist or is not a date" "explain/bad-date.txt";
    BAD_DURATION Error false "bad-duration" "a duration cannot be read" "explain/bad-duration.txt";
    BAD_URL Error false "bad-url" "an address is not one that can be published" "explain/bad-url.txt";
    TOO_MANY Error false "too-many" "a list is longer than it may be" "explain/too-many.txt";
    INVISIBLE_CHARACTER Warning true "invisible-character" "a text holds characters that cannot be seen" "explain/invisible-character.txt";
    // Reading Markdown
    RAW_HTML Warning true "raw-html" "HTML in Markdown is shown as text" "explain/raw-html.txt";
    UNSAFE_LINK Error false "unsafe-link" "a link or image uses a scheme that is not allowed" "explain/unsafe-link.txt";
    MISSING_ALT Error true "missing-alt" "an image has no text alternative" "explain/missing-alt.txt";
    FORMULA Error true "formula" "a formula cannot be read" "explain/formula.txt";
    UNKNOWN_LANGUAGE Hint true "unknown-language" "a code block names a language that is not known" "explain/unknown-language.txt";
    DOCUMENT_LIMIT Error false "document-limit" "a Markdown text is too long or nested too deeply" "explain/document-limit.txt";
    HEADING_ORDER Warning true "heading-order" "a heading skips a level" "explain/heading-order.txt";
    MISSING_FOOTNOTE Warning true "missing-footnote" "a footnote is used and not written, or written and not used" "explain/missing-footnote.txt";
    // Linking
    DUPLICATE_ID Error false "duplicate-id" "an id is used twice" "explain/duplicate-id.txt";
    UNKNOWN_QUESTION Error false "unknown-question" "a question is not known" "explain/unknown-question.txt";
    UNKNOWN_ROLE Error false "unknown-role" "a role is not known" "explain/unknown-role.txt";
    UNKNOWN_INDUSTRY Error false "unknown-industry" "an industry is not known" "explain/unknown-industry.txt";
    UNKNOWN_WORD Error false "unknown-word" "a word is not in the vocabulary" "explain/unknown-word.txt";
    UNKNOWN_EMBED Error false "unknown-embed" "an embed names something that is not known" "explain/unknown-embed.txt";
    BROKEN_LINK Error true "broken-link" "a link leads to a file that is not there" "explain/broken-link.txt";
    BROKEN_ANCHOR Error true "broken-anchor" "a link leads to a heading that is not there" "explain/broken-anchor.txt";
    MISSING_IMAGE Error true "missing-image" "an image is not there" "explain/missing-image.txt";
    DRAFT_LINK Warning true "draft-link" "something published refers to a draft" "explain/draft-link.txt";
    MISSING_PAGE Error false "missing-page" "a folder of a role or industry has no page" "explain/missing-page.txt";
    SCOPE_CONFLICT Error false "scope-conflict" "a question is narrowed to something outside its folder" "explain/scope-conflict.txt";
    ADAPT_NOT_BROADER Error false "adapt-not-broader" "an `adapt` or `hide` names a question that is not broader" "explain/adapt-not-broader.txt";
    ADAPT_CONFLICT Warning true "adapt-conflict" "two adaptations of one question meet on a page" "explain/adapt-conflict.txt";
    PARENT_CYCLE Error false "parent-cycle" "roles or industries are each other's parents" "explain/parent-cycle.txt";
    ALIAS_CONFLICT Error false "alias-conflict" "an alias is taken" "explain/alias-conflict.txt";
    TEMPLATE_FIELD Error true "template-field" "a message has a placeholder without a field" "explain/template-field.txt";
    UNUSED_MEDIA Warning true "unused-media" "nothing links to an image or document" "explain/unused-media.txt";
    UNUSED_FIELD Warning true "unused-field" "a message has a field that it does not use" "explain/unused-field.txt";
    // Identity
    ID_LOST Error true "id-lost" "a published question has vanished" "explain/id-lost.txt";
    ID_REUSED Error true "id-reused" "a published id now names another question" "explain/id-reused.txt";
    ID_UNLOCKED Hint true "id-unlocked" "questions are not in `greenroom.lock` yet" "explain/id-unlocked.txt";
    LOCK_FILE Error false "lock-file" "`greenroom.lock` cannot be read" "explain/lock-file.txt";
    // Checks
    QUESTION_TOO_LONG Error false "question-too-long" "a question has more than 300 characters" "explain/question-too-long.txt";
    LONG_QUESTION Warning true "long-question" "a question has more than 30 words" "explain/long-question.txt";
    NO_COMPETENCY Error true "no-competency" "a behavioral question names no competency" "explain/no-competency.txt";
    NO_KIND Error false "no-kind" "a question has no kind" "explain/no-kind.txt";
    WRONG_SIDE Error false "wrong-side" "a field belongs to the other direction" "explain/wrong-side.txt";
    CHOICE_ANSWERS Error false "choice-answers" "the choices of a question cannot be answered" "explain/choice-answers.txt";
    CHOICE_PATTERN Warning true "choice-pattern" "the right choice gives itself away" "explain/choice-pattern.txt";
    LONG_SAMPLE Warning true "long-sample" "a sample answer has more than 220 words" "explain/long-sample.txt";
    ANSWER_TIME Warning true "answer-time" "an answer time is under 15 seconds or over 30 minutes" "explain/answer-time.txt";
    STALE Warning true "stale" "something was not reviewed for too long" "explain/stale.txt";
    DUPLICATE_QUESTION Error true "duplicate-question" "the same question stands twice on one page" "explain/duplicate-question.txt";
    MESSAGE_TOO_LONG Warning true "message-too-long" "a message is longer than its channel takes" "explain/message-too-long.txt";
    EMPTY_PICK Warning true "empty-pick" "a kit's rule finds fewer questions than it asks for" "explain/empty-pick.txt";
    NO_RESPOND Error true "no-respond" "an improper question has no lawful way to respond" "explain/no-respond.txt";
    UNKNOWN_CHECK Error false "unknown-check" "a check is not known" "explain/unknown-check.txt";
    FIXED_CHECK Warning false "fixed-check" "a check cannot be waived or lowered" "explain/fixed-check.txt";
    UNUSED_WAIVER Warning true "unused-waiver" "a waiver waives nothing" "explain/unused-waiver.txt";
    // Theme and output
    UNKNOWN_THEME Error false "unknown-theme" "a theme is not known" "explain/unknown-theme.txt";
    THEME_API Error false "theme-api" "a theme is made for another version" "explain/theme-api.txt";
    THEME_OPTION Error false "theme-option" "a theme option is unknown or has the wrong type" "explain/theme-option.txt";
    LOW_CONTRAST Error true "low-contrast" "two colours are too alike to read one on the other" "explain/low-contrast.txt";
    THEME_PARENT Error false "theme-parent" "themes are each other's parents" "explain/theme-parent.txt";
    TEMPLATE_SYNTAX Error false "template-syntax" "a template cannot be read" "explain/template-syntax.txt";
    UNKNOWN_VARIABLE Error false "unknown-variable" "a template uses a variable it is not given" "explain/unknown-variable.txt";
    TEMPLATE_ERROR Error false "template-error" "a template fails" "explain/template-error.txt";
    UNKNOWN_TEMPLATE Warning true "unknown-template" "a template is never used" "explain/unknown-template.txt";
    OUTDATED_TEMPLATE Warning true "outdated-template" "the original of a copied template has changed" "explain/outdated-template.txt";
    LANGUAGE_FILE Error false "language-file" "a language file cannot be read" "explain/language-file.txt";
    UNKNOWN_PHRASE Error false "unknown-phrase" "a template or phrase names a phrase that no language file has" "explain/unknown-phrase.txt";
    UNUSED_PHRASE Warning true "unused-phrase" "no template uses a phrase" "explain/unused-phrase.txt";
    UNTRANSLATED Warning true "untranslated" "the theme lacks phrases in the site's language" "explain/untranslated.txt";
    OUTPUT_COLLISION Error false "output-collision" "two pages or files have one address" "explain/output-collision.txt";
    INTERNAL_ERROR Error false "internal-error" "the program met a mistake of its own" "explain/internal-error.txt";
    // Pages of a theme
    PAGE_HTML Error true "page-html" "browsers have to mend the HTML of a page" "explain/page-html.txt";
    PAGE_HEAD Error true "page-head" "the head of a page lacks what every page must say" "explain/page-head.txt";
    PAGE_POLICY Error true "page-policy" "a page has no Content-Security-Policy that holds" "explain/page-policy.txt";
    INLINE_CODE Error true "inline-code" "code or style stands in a page itself" "explain/inline-code.txt";
    PAGE_LINK Error true "page-link" "an address in a page leads nowhere" "explain/page-link.txt";
    ROOT_LINK Error true "root-link" "an address in a page starts at the root of the host" "explain/root-link.txt";
    FOREIGN_REQUEST Error true "foreign-request" "a page loads something from another host" "explain/foreign-request.txt";
    PAGE_OUTLINE Error true "page-outline" "the headings of a page are no outline" "explain/page-outline.txt";
    PAGE_LANDMARKS Error true "page-landmarks" "a page lacks the parts that screen readers jump to" "explain/page-landmarks.txt";
    NO_NAME Error true "no-name" "a link, button, field or image has no name" "explain/no-name.txt";
    PAGE_WEIGHT Warning true "page-weight" "a page is heavier than it should be" "explain/page-weight.txt";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_words() {
        let mut names: Vec<_> = ALL.iter().map(|code| code.name).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(names.iter().all(|name| crate::base::Slug::new(name).is_ok()));
    }
}
