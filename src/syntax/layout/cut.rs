//! A TOML file cut into its lines: tables, keys, comments and blank lines, each as it was written.
//!
//! In: text that parses. Out: pieces of that text; nothing is decoded but the names of keys. Text that does not
//! parse gives some pieces or other, and never a panic.

use std::ops::Range;

use super::scan::Scan;

/// A file.
#[derive(Debug)]
pub(super) struct Sheet<'t> {
    /// Comments at the top that belong to the file, not to the key or table below them.
    pub head: Vec<Line<'t>>,
    /// Where the head ends.
    pub head_end: usize,
    /// The file's own keys, then its tables, in the author's order.
    pub tables: Vec<Table<'t>>,
    /// Comments at the bottom that stand apart from the last table.
    pub tail: Vec<Line<'t>>,
}

/// A line between keys and tables.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Line<'t> {
    Blank,
    Comment(&'t str),
}

/// The keys below a header, or above the first one.
#[derive(Default, Debug)]
pub(super) struct Table<'t> {
    /// Comments above the header.
    pub above: Vec<Line<'t>>,
    /// None for the file's own keys.
    pub header: Option<Header<'t>>,
    pub entries: Vec<Entry<'t>>,
    /// Comments right behind the last key.
    pub below: Vec<Line<'t>>,
}

/// `[table]` or `[[table]]`.
#[derive(Debug)]
pub(super) struct Header<'t> {
    pub path: Vec<Key<'t>>,
    /// Two brackets: one table of several.
    pub several: bool,
    pub behind: Option<&'t str>,
    /// Where its name starts.
    pub start: usize,
    /// Where its line ends, the newline included.
    pub end: usize,
}

/// A part of a name.
#[derive(Debug)]
pub(super) struct Key<'t> {
    /// As written, quotes included.
    pub raw: &'t str,
    /// What it means.
    pub name: String,
}

/// `key = value`.
#[derive(Debug)]
pub(super) struct Entry<'t> {
    /// Comments above it.
    pub above: Vec<&'t str>,
    pub path: Vec<Key<'t>>,
    /// The value as written, and where it is.
    pub value: &'t str,
    pub behind: Option<&'t str>,
    /// Where the key starts.
    pub key: usize,
    /// Its lines, those of comments right above it included, without blank lines.
    pub lines: Range<usize>,
}

impl Table<'_> {
    /// The names in its header; none for the file itself.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.header.iter().flat_map(|header| &header.path).map(|key| key.name.as_str())
    }

    /// How many names its header has.
    pub fn depth(&self) -> usize {
        self.header.as_ref().map_or(0, |header| header.path.len())
    }
}

/// The line that tells editors which schema a file follows: always the first.
pub(super) const SCHEMA: &str = "#:schema ";

/// Cuts a file.
pub(super) fn cut(text: &str) -> Sheet<'_> {
    let mut scan = Scan::new(text);
    let mut sheet = Sheet { head: Vec::new(), head_end: 0, tables: vec![Table::default()], tail: Vec::new() };
    let mut lines: Vec<Line<'_>> = Vec::new();
    // Where the last blank line ended, and whether a key or header was seen.
    let (mut apart, mut begun) = (0, false);
    while !scan.is_done() {
        let start = scan.at();
        scan.spaces();
        match scan.peek() {
            Some('#') => {
                let comment = scan.comment();
                scan.newline();
                if start == 0 && comment.starts_with(SCHEMA) {
                    sheet.head.push(Line::Comment(comment));
                    (sheet.head_end, apart) = (scan.at(), scan.at());
                } else {
                    lines.push(Line::Comment(comment));
                }
            }
            Some('\n' | '\r') => {
                scan.newline();
                lines.push(Line::Blank);
                apart = scan.at();
            }
            None => break,
            Some(first) => {
                if !std::mem::replace(&mut begun, true) {
                    take_head(&mut sheet, &mut lines, apart);
                }
                if first == '[' {
                    let (below, above) = shared(std::mem::take(&mut lines));
                    last(&mut sheet).below = below;
                    let header = Some(header(&mut scan));
                    sheet.tables.push(Table { above, header, ..Table::default() });
                } else {
                    let entry = entry(&mut scan, &mut lines, apart, start);
                    last(&mut sheet).entries.push(entry);
                }
                apart = scan.at();
            }
        }
    }
    if begun {
        let from = lines.iter().position(|line| *line == Line::Blank).unwrap_or(lines.len());
        sheet.tail = lines.split_off(from);
        last(&mut sheet).below = lines;
    } else {
        sheet.head.append(&mut lines);
        sheet.head_end = text.len();
    }
    sheet
}

fn last<'s, 't>(sheet: &'s mut Sheet<'t>) -> &'s mut Table<'t> {
    if sheet.tables.is_empty() {
        sheet.tables.push(Table::default());
    }
    let at = sheet.tables.len() - 1;
    &mut sheet.tables[at]
}

/// What stands above a blank line at the top belongs to the file.
fn take_head<'t>(sheet: &mut Sheet<'t>, lines: &mut Vec<Line<'t>>, apart: usize) {
    if let Some(blank) = lines.iter().rposition(|line| *line == Line::Blank) {
        sheet.head.extend(lines.drain(..=blank));
        sheet.head_end = apart;
    }
}

/// The lines between a key and the header below it: those of the table above, and those of the one below.
fn shared(mut lines: Vec<Line<'_>>) -> (Vec<Line<'_>>, Vec<Line<'_>>) {
    match lines.iter().position(|line| *line == Line::Blank) {
        Some(blank) => {
            let above = lines.split_off(blank);
            (lines, above)
        }
        None => (Vec::new(), lines),
    }
}

fn header<'t>(scan: &mut Scan<'t>) -> Header<'t> {
    scan.skip('[');
    let several = scan.skip('[');
    scan.spaces();
    let start = scan.at();
    let path = scan.path(']');
    scan.skip(']');
    scan.skip(']');
    let behind = scan.rest_of_line();
    Header { path, several, behind, start, end: scan.at() }
}

/// Reads a key and its value; `start` is where its line starts, `apart` where the last other thing ended.
fn entry<'t>(scan: &mut Scan<'t>, lines: &mut Vec<Line<'t>>, apart: usize, start: usize) -> Entry<'t> {
    // Comments above a blank line still have no other key to belong to.
    let above = lines.drain(..).filter_map(|line| match line {
        Line::Comment(comment) => Some(comment),
        Line::Blank => None,
    });
    let (above, key) = (above.collect(), scan.at());
    let path = scan.path('=');
    scan.skip('=');
    scan.spaces();
    let value = scan.value();
    let behind = scan.rest_of_line();
    Entry { above, path, value, behind, key, lines: apart.min(start)..scan.at() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "#:schema x\n# Head.\n\n# Above.\na.\"b\" = 1 # behind\n\n# Own.\nc = [\n  # x\n]\n# below\n\n\
                        # apart\n\n[[ q ]] # why\nt = \"\"\"\n# no comment\n\"\"\"\n# end\n\n# tail\n";

    #[test]
    fn every_line_finds_its_place() {
        let sheet = cut(TEXT);
        assert_eq!(sheet.head, [Line::Comment("#:schema x"), Line::Comment("# Head."), Line::Blank]);
        let [own, question] = &sheet.tables[..] else { panic!("{sheet:?}") };
        assert_eq!(own.entries[0].above, ["# Above."]);
        assert_eq!(own.entries[0].behind, Some("# behind"));
        assert_eq!(own.entries[0].path[1].name, "b");
        assert_eq!(own.entries[1].value, "[\n  # x\n]");
        assert_eq!(&TEXT[own.entries[1].lines.clone()], "# Own.\nc = [\n  # x\n]\n");
        assert_eq!(own.below, [Line::Comment("# below")]);
        assert_eq!(question.above, [Line::Blank, Line::Comment("# apart"), Line::Blank]);
        assert_eq!(question.names().collect::<Vec<_>>(), ["q"]);
        assert_eq!(question.entries[0].value, "\"\"\"\n# no comment\n\"\"\"");
        assert_eq!(question.below, [Line::Comment("# end")]);
        assert_eq!(sheet.tail, [Line::Blank, Line::Comment("# tail")]);
    }

    #[test]
    fn what_is_no_toml_gives_something() {
        for text in
            ["", "[", "[[", "=", "a", "a=", "a=\"", "a='''", "]", "}", "a=[", "a={\"", "\r", "a.b.=,", "\""]
        {
            cut(text);
        }
    }
}
