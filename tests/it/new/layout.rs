//! What `greenroom new` writes has the layout that `greenroom fmt` gives.

use super::{is_clean, new, read, run, starter};

#[test]
fn what_is_written_has_the_layout_of_fmt() {
    let root = starter();
    let full = [
        "question",
        "--bank",
        "first-interviews",
        "--kind",
        "behavioral",
        "--competency",
        "teamwork",
        "--text",
        "Tell me about a \"hard\" day.",
        "--stage",
        "screen",
        "--level",
        "entry",
        "--priority",
        "must",
        "--why",
        "Because",
        "--cover",
        "The first of two rather long things that a good answer covers",
        "--cover",
        "The second of two rather long things that a good answer covers",
        "--avoid",
        "Blame",
        "--follow-up",
        "And then?",
        "--ready",
    ];
    let choice = [
        "question",
        "--bank",
        "first-interviews",
        "--kind",
        "choice",
        "--text",
        "Choose one.",
        "--right",
        "A",
        "--wrong",
        "B",
    ];
    let improper = [
        "question",
        "--bank",
        "first-interviews",
        "--kind",
        "improper",
        "--text",
        "How old are you?",
        "--improper",
        "age",
        "--respond",
        "I meet the requirements.",
    ];
    for arguments in [&full[..], &choice, &improper] {
        new(root.path(), arguments);
        let (code, out, said) = run(root.path(), &["fmt", "--check"]);
        assert_eq!(
            (code, out.as_str()),
            (Some(0), ""),
            "{arguments:?}: {said}\n{}",
            read(root.path(), "content/banks/first-interviews.toml")
        );
    }
    run(root.path(), &["lock"]);
    is_clean(root.path(), "three questions");
}
