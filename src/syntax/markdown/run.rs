//! A run of text between two pieces of markup, and the way back from it to the parsed source.
//!
//! The parser cuts text at every character that might have been markup; addresses and embeds are looked
//! for in the whole run.

/// Where a run starts in the plain text, and where its parts stand in the source.
#[derive(Default)]
pub struct Run {
    /// (offset in the plain text, offset in the source), ascending.
    parts: Vec<(usize, usize)>,
}

impl Run {
    /// Notes that the text from `at` on stands at `source`.
    pub fn push(&mut self, at: usize, source: usize) {
        self.parts.push((at, source));
    }

    /// Where the run starts in the plain text, if there is one.
    pub fn start(&self) -> Option<usize> {
        self.parts.first().map(|part| part.0)
    }

    /// Where the byte `at` of the plain text stands in the source.
    pub fn origin(&self, at: usize) -> usize {
        let next = self.parts.partition_point(|part| part.0 <= at);
        let (text, source) = self.parts.get(next.saturating_sub(1)).copied().unwrap_or((at, at));
        source + at.saturating_sub(text)
    }

    /// Forgets the run.
    pub fn clear(&mut self) {
        self.parts.clear();
    }
}
