//! Layouts side by side with what authors wrote.

use super::{Unlaid, layout, moves};
use crate::syntax::records::bank::BANK;

fn laid(text: &str) -> String {
    let once = layout(text, &BANK).unwrap_or_else(|why| panic!("{why:?}: {text}"));
    assert_eq!(layout(&once, &BANK).as_deref(), Ok(once.as_str()), "twice is once");
    once
}

#[test]
fn keys_and_tables_follow_their_record() {
    let text = "direction='you-ask'\n# T.\ntitle  =  \"A\" # name\n[[question]]\ntext = \"Q\"\nnew = 1\n\nid = \"q\"\n\
                prompts . action = \"b\"\nwhy = \"w\"\nprompts.situation = \"a\"\n[[ question.choice ]]\ntext=\"c\"\n\
                [[question.sample]] # s\ntext=\"s\"\n# Defaults\n[defaults]\nlevels = [ 'entry' ,'x', ]\n";
    let wanted = "# T.\ntitle = \"A\" # name\ndirection = 'you-ask'\n\n# Defaults\n[defaults]\nlevels = ['entry', 'x']\n\n\
                  [[question]]\nid = \"q\"\ntext = \"Q\"\nwhy = \"w\"\nprompts.situation = \"a\"\nprompts.action = \"b\"\n\
                  new = 1\n\n[[question.sample]] # s\ntext = \"s\"\n\n[[question.choice]]\ntext = \"c\"\n";
    assert_eq!(laid(text), wanted);
}

#[test]
fn a_list_stands_on_one_line_when_it_fits() {
    let long = "an entry that is quite long, as entries of lists in a question bank are";
    let text = format!(
        "title = \"A\"\nsources = [\n  {{url = 'https://a.b', title='x'}}\n]\nhide = ['{long}', '{long}']\n"
    );
    let wanted = format!(
        "title = \"A\"\nsources = [{{ title = 'x', url = 'https://a.b' }}]\nhide = [\n  '{long}',\n  '{long}',\n]\n"
    );
    assert_eq!(laid(&text), wanted);
    let just = "x".repeat(100 - "hide = [\"\"]".len());
    let fits = format!("hide = [\"{just}\"]\n");
    assert_eq!(laid(&fits), fits);
    assert_eq!(laid(&format!("hide = [\"{just}é\"]\n")), format!("hide = [\n  \"{just}é\",\n]\n"));
    assert_eq!(
        laid("hide = [\n]\nsources = [[1,2],[ ]]\nx = {}\n"),
        "sources = [[1, 2], []]\nhide = []\nx = {}\n"
    );
}

#[test]
fn comments_stay_beside_what_they_are_about() {
    let text = "#:schema ../x.json\n# The file.\n\n# Above hide.\nhide = [ # open\n    # above a\n  'a' # behind a\n  # between\n  ,\
                # after the comma\n 'b', # behind b\n  # last\n] # end\n# below hide\n\n# apart\n\n\n[[question]]   # why\n\
                # first\nid = \"q\"\n\n\n# tail of q\n\n# the end";
    let wanted = "#:schema ../x.json\n# The file.\n\n# Above hide.\nhide = [ # open\n  # above a\n  'a', # behind a\n  # between\n\
                  \x20 # after the comma\n  'b', # behind b\n  # last\n] # end\n# below hide\n\n# apart\n\n[[question]] # why\n# first\n\
                  id = \"q\"\n\n# tail of q\n\n# the end\n";
    assert_eq!(laid(text), wanted);
    assert_eq!(laid("x = { b = 1, # b\n a = 2 }\n"), "x = {\n  b = 1, # b\n  a = 2,\n}\n");
    assert_eq!(laid("# only\n\n\n\n# this"), "# only\n\n# this\n");
    assert_eq!(laid("#:schema a\ntitle = 'x'"), "#:schema a\ntitle = 'x'\n");
    assert_eq!(laid("#:schema a\n[defaults]"), "#:schema a\n\n[defaults]\n");
}

#[test]
fn texts_stay_as_they_are() {
    let text = "title = \"\"\"\n  # no comment  \n\n a \"\" b\\\"\"\"\"\"\"\nsummary = '''x\n  \\'''\nhide = ['#', \"\\\"#\", '''\n]''']\n\
                owner = 2026-09-01 07:00:00Z\n";
    let wanted = "title = \"\"\"\n  # no comment  \n\n a \"\" b\\\"\"\"\"\"\"\nsummary = '''x\n  \\'''\nowner = 2026-09-01 07:00:00Z\n\
                  hide = [\n  '#',\n  \"\\\"#\",\n  '''\n]''',\n]\n";
    assert_eq!(laid(text), wanted);
    assert_eq!(
        laid("\"title\" = 1\n'no such' = 2\n\"a.b\".c = 3"),
        "\"title\" = 1\n'no such' = 2\n\"a.b\".c = 3\n"
    );
    assert_eq!(laid(""), "");
    assert_eq!(laid(" \n\n"), "");
}

#[test]
fn line_ends_and_marks_are_kept() {
    let text = "\u{feff}title='x'  \r\n\r\n\r\n[defaults]\r\nbody = \"\"\"\r\na\nb\r\n\"\"\"\r\ntags = [\r\n'a', # b\r\n]";
    let wanted = "\u{feff}title = 'x'\r\n\r\n[defaults]\r\ntags = [\r\n  'a', # b\r\n]\r\nbody = \"\"\"\r\na\nb\r\n\"\"\"\r\n";
    assert_eq!(laid(text), wanted);
}

#[test]
fn tables_take_what_is_in_them_along() {
    let text = "[[question]]\nid='a'\n[x]\ny=1\n[[adapt]]\nquestion='b'\n[[question.sample]]\ntext='s'\n[x.z]\n[[question]]\nid='c'\n\
                [defaults.prompts]\ntask='t'\n[defaults]\n";
    let wanted = "[defaults]\n\n[defaults.prompts]\ntask = 't'\n\n[[question]]\nid = 'a'\n\n[[question.sample]]\ntext = 's'\n\n\
                  [x]\ny = 1\n\n[x.z]\n\n[[adapt]]\nquestion = 'b'\n\n[[question]]\nid = 'c'\n";
    assert_eq!(laid(text), wanted);
}

#[test]
fn what_is_no_toml_is_left_alone() {
    for text in ["title = ", "title = “x”", "[[question]", "a = 1\na = 2", "a = [1"] {
        assert_eq!(layout(text, &BANK), Err(Unlaid::Unreadable), "{text}");
    }
}

#[test]
fn hostile_files_take_no_time_and_no_stack() {
    let tables: String = (0..20_000).map(|n| format!("[t{n}]\n")).collect();
    assert!(laid(&tables).ends_with("\n\n[t19999]\n"));
    for deep in
        ["[".repeat(9_000), "a.".repeat(9_000), format!("[{}a]", "a.".repeat(9_000)), "{a=".repeat(9_000)]
    {
        assert_eq!(layout(&deep, &BANK), Err(Unlaid::Unreadable));
    }
    let list = format!("hide = [{}]", "[], ".repeat(20_000));
    assert!(laid(&list).ends_with("  [],\n]\n"));
}

/// The text after all its moves.
fn moved(text: &str, keys: &[&str]) -> String {
    let places: Vec<usize> = keys.iter().map(|key| text.find(key).expect("the key")).collect();
    let mut steps: Vec<_> = moves(text, &BANK, &places).into_iter().flatten().collect();
    let mut text = text.to_owned();
    steps.sort_by_key(|step| std::cmp::Reverse(step.from.start));
    steps.iter().for_each(|step| text.replace_range(step.from.clone(), ""));
    steps.iter().for_each(|step| text.insert_str(step.to, &step.text));
    text
}

#[test]
fn a_key_moves_to_the_table_that_knows_it() {
    assert_eq!(
        moved(
            "direction = 'x'\n\n[defaults]\nkind = 'k'\n\n# Name.\ntitle = 'T' # t\n\n[[question]]\n",
            &["title"]
        ),
        "direction = 'x'\n# Name.\ntitle = 'T' # t\n\n[defaults]\nkind = 'k'\n\n[[question]]\n"
    );
    assert_eq!(
        moved("# Head.\n\n[defaults]\nowner = 'o'\ntitle = 'T'", &["owner", "title"]),
        "# Head.\n\nowner = 'o'\ntitle = 'T'\n\n[defaults]\n"
    );
    assert_eq!(
        moved(
            "[[question]]\nid = 'a'\n[[question.sample]]\ntext = 's'\ncover = [\n'a',\n]\n[[question]]\nid = 'b'\n",
            &["cover"]
        ),
        "[[question]]\nid = 'a'\ncover = [\n'a',\n]\n[[question.sample]]\ntext = 's'\n[[question]]\nid = 'b'\n"
    );
}

#[test]
fn a_key_that_has_no_one_place_stays() {
    for (text, key) in [
        ("title = 'a'\n[defaults]\n#\ntitle = 'T'\n", "title = 'T'"),
        ("[[question]]\nid = 'a'\n[[question.sample]]\nsources = []\n", "sources"),
        ("[[question]]\nid = 'a'\n[[question.sample]]\nprompts.action = 's'\n", "prompts"),
        ("[defaults]\nnothing = 1\n", "nothing"),
        ("[defaults]\nid = 'a'\n", "id"),
        ("title = 'a'\n", "title"),
    ] {
        let stays: Vec<_> = moves(text, &BANK, &[text.find(key).expect("the key")]);
        assert_eq!(stays, [None], "{text}");
    }
    let twice = "[[question]]\nowner = 'a'\n[[question]]\nowner = 'b'\n";
    let steps = moves(twice, &BANK, &[13, 38]);
    assert!(steps[0].is_some() && steps[1].is_none());
}
