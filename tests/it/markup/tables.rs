//! Small texts and their HTML.

use greenroom::markup::Options;
use greenroom::syntax::markdown;

use super::{blocks, html, inline, text};

#[track_caller]
fn holds(make: fn(&str) -> String, cases: &[(&str, &str)]) {
    for (source, expected) in cases {
        assert_eq!(make(source), *expected, "{source}");
    }
}

#[test]
fn lines() {
    holds(
        inline,
        &[
            ("Why us?", "Why us?"),
            ("a & b < c", "a &amp; b &lt; c"),
            ("1. What is `Vec<T>`?", "1. What is <code>Vec&lt;T&gt;</code>?"),
            ("# One **two** _three_", "# One <strong>two</strong> <em>three</em>"),
            ("_a_ ~~b~~ *c", "<em>a</em> <del>b</del> *c"),
            ("(a *b*)", "(a <em>b</em>)"),
            ("\\*a\\* &amp; &copy;", "*a* &amp; ©"),
            ("$50k-$60k or $5", "$50k-$60k or $5"),
            ("so $x$", "so <math><mi>x</mi></math>"),
            ("<b>a</b><!-- b -->", "&lt;b&gt;a&lt;/b&gt;"),
            ("a\nb", "a b"),
            (
                "see https://a.b/c.",
                "see <a href=\"https://a.b/c\" rel=\"noopener noreferrer\">https://a.b/c</a>.",
            ),
            ("[a](b.md \"c\")", "<a href=\"b.md\" title=\"c\">a</a>"),
            ("[a](javascript:b) c", "a c"),
            ("- [ ] a", "- [ ] a"),
            ("    a", "a"),
            ("a\u{0}b\u{7}", "a\u{FFFD}b\u{FFFD}"),
        ],
    );
}

#[test]
fn blocks_of_text() {
    holds(
        blocks,
        &[
            ("", ""),
            ("a", "<p>a</p>\n"),
            ("a\nb  \nc\\\nd", "<p>a\nb<br>\nc<br>\nd</p>\n"),
            ("a\n\nb", "<p>a</p>\n<p>b</p>\n"),
            ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
            ("---", "<hr>\n"),
            ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
            ("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
            ("- a\n\n  b", "<ul>\n<li><p>a</p>\n<p>b</p>\n</li>\n</ul>\n"),
            ("a\n: b", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n"),
            ("# A\n\n## B *c*", "<h2 id=\"a\">A</h2>\n<h3 id=\"b-c\">B <em>c</em></h3>\n"),
            ("## A {#b}", "<h2 id=\"b\">A</h2>\n"),
            ("{{ kit \"a\" }}", "<!-- embed a -->"),
            (
                "> [!TIP]\n> a",
                "<div class=\"alert alert-tip\" role=\"note\"><p class=\"alert-title\">Tip</p>\n<p>a</p>\n</div>\n",
            ),
            ("<div onclick=\"a\">\nb\n</div>", "<p>&lt;div onclick=\"a\"&gt;\nb\n&lt;/div&gt;</p>\n"),
        ],
    );
}

#[test]
fn code() {
    holds(
        blocks,
        &[
            ("    a < b", "<pre tabindex=\"0\"><code>a &lt; b</code></pre>\n"),
            ("```\na\n```", "<pre tabindex=\"0\"><code>a\n</code></pre>\n"),
            (
                "```rust\nlet a;\n```",
                "<pre tabindex=\"0\"><code class=\"language-rust\"><span class=\"k\">let</span> a;\n</code></pre>\n",
            ),
            (
                "```klingon x\n<a>\n```",
                "<pre tabindex=\"0\"><code class=\"language-klingon\">&lt;a&gt;\n</code></pre>\n",
            ),
            ("```\"><script>\na\n```", "<pre tabindex=\"0\"><code>a\n</code></pre>\n"),
        ],
    );
}

#[test]
fn tasks_have_names() {
    holds(
        blocks,
        &[
            (
                "- [ ] a *b*\n- [x] c",
                "<ul class=\"tasks\">\n<li class=\"task\"><label><input type=\"checkbox\"> a <em>b</em></label></li>\n\
                 <li class=\"task\"><label><input type=\"checkbox\" checked> c</label></li>\n</ul>\n",
            ),
            (
                "- [ ] a [b](https://example.org) c",
                "<ul class=\"tasks\">\n<li class=\"task\"><label><input type=\"checkbox\"> a \
                 <a href=\"https://example.org\" rel=\"noopener noreferrer\">b</a> c</label></li>\n</ul>\n",
            ),
            (
                "- [ ] a\n  - b",
                "<ul class=\"tasks\">\n<li class=\"task\"><label><input type=\"checkbox\"> a</label>\
                 <ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n",
            ),
            (
                "- [ ] a\n\n  b",
                "<ul class=\"tasks\">\n<li class=\"task\"><p><label><input type=\"checkbox\"> a</label></p>\n\
                 <p>b</p>\n</li>\n</ul>\n",
            ),
        ],
    );
}

#[test]
fn tables_are_regions() {
    holds(
        blocks,
        &[(
            "| a | | `c` |\n|:-:|---|--:|\n| 1 | 2 |",
            "<section class=\"table\" tabindex=\"0\" aria-label=\"Table 1: a, c\"><table>\n\
             <thead><tr><th scope=\"col\" class=\"center\">a</th><td></td><th scope=\"col\" class=\"end\"><code>c</code></th></tr></thead>\n\
             <tbody>\n<tr><td class=\"center\">1</td><td>2</td><td class=\"end\"></td></tr>\n</tbody></table></section>\n",
        )],
    );
}

#[test]
fn footnotes_lead_there_and_back() {
    let mut problems = Vec::new();
    let document = markdown::blocks(&text("a[^x] b[^x]\n\n[^x]: c\n"), &mut problems);
    let options = Options { ids: "q-", ..Options::default() };
    assert_eq!(
        html(&document, &options, &mut problems),
        "<p>a<sup class=\"footnote-ref\"><a href=\"#q-fn-x\" id=\"q-fn-x-ref\" aria-label=\"Footnote 1\">1</a></sup> \
         b<sup class=\"footnote-ref\"><a href=\"#q-fn-x\" id=\"q-fn-x-ref-2\" aria-label=\"Footnote 1\">1</a></sup></p>\n\
         <section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\"><ol>\n\
         <li id=\"q-fn-x\"><p>c \
         <a class=\"footnote-back\" href=\"#q-fn-x-ref\" aria-label=\"Back to reference 1\">↩</a> \
         <a class=\"footnote-back\" href=\"#q-fn-x-ref-2\" aria-label=\"Back to reference 1-2\">↩2</a></p>\n</li>\n\
         </ol></section>\n"
    );
    assert!(problems.is_empty());
}

#[test]
fn options_are_heard() {
    let mut problems = Vec::new();
    let source = "## A\n\n[b](#a) [c](#d) <i>e</i>\n\n<hr class=\"f\">\n";
    let document = markdown::blocks(&text(source), &mut problems);
    let options = Options { raw_html: true, ids: "q-", level: 4, ..Options::default() };
    assert_eq!(
        html(&document, &options, &mut problems),
        "<h4 id=\"q-a\">A</h4>\n<p><a href=\"#q-a\">b</a> <a href=\"#d\">c</a> <i>e</i></p>\n<hr class=\"f\">\n"
    );
}

#[test]
fn links_and_images() {
    holds(
        blocks,
        &[
            ("![a \"b\"](c d.png)", "<p>![a \"b\"](c d.png)</p>\n"),
            (
                "![a \"b\"](<c d.png> \"e\")",
                "<p><img src=\"c%20d.png\" alt=\"a &quot;b&quot;\" title=\"e\" decoding=\"async\"></p>\n",
            ),
            ("[](a.md)", "<p><a href=\"a.md\">a.md</a></p>\n"),
            (
                "[![a](b.png)](c.md)",
                "<p><a href=\"c.md\"><img src=\"b.png\" alt=\"a\" decoding=\"async\"></a></p>\n",
            ),
            ("<a@b.c>", "<p><a href=\"mailto:a@b.c\">a@b.c</a></p>\n"),
            ("![a](https://b.c/d.png)", "<p>a</p>\n"),
            ("[a][b]\n\n[b]: c.md", "<p><a href=\"c.md\">a</a></p>\n"),
        ],
    );
}

#[test]
fn mistakes_in_formulas_and_languages_have_places() {
    let source = "```pyton\nx\n```\n\n$a + \\foo$\n\n> $$\n> \\bar\n> $$\n";
    let mut problems = Vec::new();
    let document = markdown::blocks(&text(source), &mut problems);
    let out = html(&document, &Options::default(), &mut problems);
    assert!(out.contains("<code>a + \\foo</code>"), "{out}");
    let found: Vec<_> = problems
        .iter()
        .map(|problem| (problem.code.name, &source[problem.span().expect("a place").range()]))
        .collect();
    assert_eq!(
        found,
        [("unknown-language", "pyton"), ("formula", "\\foo"), ("formula", "$$\n> \\bar\n> $$")]
    );
    assert_eq!(problems[0].help, ["did you mean `python`?"]);
}
