//! Where a template wrote something: the place that an author can mend.

use crate::base::{FileId, SourcePath, Span};
use crate::site::Site;
use crate::theme::{Template, files, templates};

/// The templates that a site's pages are made of, nearest first.
#[derive(Debug)]
pub struct Templates(Vec<(usize, Template)>);

impl Templates {
    /// The templates of a site.
    pub fn of(site: &Site) -> Templates {
        let sources = site.sources();
        // The engine's texts have no byte order mark; spans count it.
        let skipped = |template: &Template| {
            sources
                .get(&template.path)
                .map_or(0, |source| source.bytes.len().saturating_sub(template.text.len()))
        };
        let mut used: Vec<(usize, Template)> = Vec::new();
        for template in templates(&files(sources), &site.library().site.theme.0) {
            // Hidden for good, unless what hides it extends it.
            let own = format!("extends \"{}\"", template.name);
            let nearer = used.iter().rev().find(|(_, nearer)| nearer.name == template.name);
            if nearer.is_none_or(|(_, nearer)| nearer.text.contains(&own)) {
                used.push((skipped(&template), template));
            }
        }
        Templates(used)
    }

    /// The file of a template.
    pub fn file(&self, name: &str) -> Option<&SourcePath> {
        self.0.iter().find(|(_, template)| template.name == name).map(|(_, template)| &template.path)
    }

    /// Where `written` stands: in the template `name`, else in the only other that has it: nearest first when that one hides others.
    pub fn span(&self, name: &str, written: &str) -> Option<Span> {
        let having: Vec<_> = self.0.iter().filter(|(_, template)| template.text.contains(written)).collect();
        let (skipped, template) =
            having.iter().find(|(_, template)| template.name == name).or_else(|| {
                having.first().filter(|(_, first)| having.iter().all(|(_, it)| it.name == first.name))
            })?;
        let at = template.text.find(written)? + skipped;
        Some(Span::new(FileId::of(&template.path), at..at + written.len()))
    }
}
