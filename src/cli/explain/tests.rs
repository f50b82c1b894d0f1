//! Whatever this repository's site has can be asked about.

use std::path::Path;

use super::*;

#[test]
fn every_output_and_every_file_has_an_account() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = scan(project).expect("this repository");
    let own: BTreeSet<SourcePath> = sources.files().map(|source| source.path.clone()).collect();
    let build = build(sources, &Options::default(), &Memo::default(), &|_| {});
    let site = build.site().expect("this repository's site builds");
    let survey = Survey::new(&build, site.plan(), own, "");
    let folders = Folders { current: project.to_owned(), project: project.to_owned() };
    let outputs = site.plan().outputs().map(|(path, _)| path.to_string());
    let names: Vec<String> =
        outputs.chain(build.sources.files().map(|source| source.path.to_string())).collect();
    assert!(names.len() > 200, "{}", names.len());
    for name in &names {
        let mut text = Vec::new();
        let (answer, _) = answer(&survey, name, None, &folders);
        assert!(matches!(answer, Answer::Account(_)), "{name}: {answer:?}");
        text::write(name, &answer, &mut text).expect("a Vec takes everything");
        let text = String::from_utf8(text).expect("accounts are text");
        assert!(text.lines().count() > 1, "{name}: {text}");
    }
}
