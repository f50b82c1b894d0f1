//! Bodies of made-up questions: a table, a list, and now and then code or a formula.

use std::fmt::Write;

use super::names::NAMES;
use super::question::line;
use super::random::Random;
use super::words::{GIVEN, THINGS, TROUBLE};

/// Writes a body for one question in five: code for one in 40, a formula for one in 50, a table or list else.
pub fn body(out: &mut String, random: &mut Random) {
    match random.below(200) {
        0..=4 => code(out, random),
        5..=8 => formula(out, random),
        9..=23 => table(out, random),
        24..=39 => points(out, random),
        _ => {}
    }
}

fn code(out: &mut String, random: &mut Random) {
    let name = bare(random).replace(' ', "_");
    let limit = 2 + random.below(90);
    line(out, "body = '''\nRead this part of a program aloud before you answer.\n");
    let text = match random.below(3) {
        0 => format!(
            "```python\ndef check_{name}(entries: list[int]) -> list[int]:\n    \"\"\"The entries over the limit.\"\"\"\n    late = []\n    for at, entry in enumerate(entries):\n        if entry > {limit}:\n            late.append(at)\n    return late\n```"
        ),
        1 => format!(
            "```sql\nSELECT owner, count(*) AS open\nFROM {name}\nWHERE closed IS NULL AND age > {limit}\nGROUP BY owner\nORDER BY open DESC;\n```"
        ),
        _ => format!(
            "```javascript\nfunction total(lines) {{\n  // {name}\n  let sum = 0;\n  for (const line of lines) {{\n    sum += line.count * {limit};\n  }}\n  return sum;\n}}\n```"
        ),
    };
    line(out, &text);
    line(out, "'''");
}

fn formula(out: &mut String, random: &mut Random) {
    let (rate, years) = (1 + random.below(9), 2 + random.below(8));
    let _ = writeln!(
        out,
        "body = '''\nThe value of {} falls by {rate} percent a year, so after $n$ years it is\n\n$$v_n = v_0 \\left(1 - \\frac{{{rate}}}{{100}}\\right)^n$$\n\nFind $v_{{{years}}}$ for $v_0 = {}$.\n'''",
        random.pick(&THINGS),
        100 * (1 + random.below(50))
    );
}

fn table(out: &mut String, random: &mut Random) {
    let _ = writeln!(out, "body = '''\nHere is {} as you find it on your first day.\n", random.pick(&THINGS));
    line(out, "| Day | Owner | Open | Remark |\n|---|---|---:|---|");
    for day in ["Monday", "Tuesday", "Wednesday", "Friday"] {
        let (name, open) = (random.pick(&NAMES), random.below(40));
        let _ = writeln!(out, "| {day} | {name} | {open} | {} |", random.pick(&TROUBLE));
    }
    line(out, "'''");
}

fn points(out: &mut String, random: &mut Random) {
    let _ = writeln!(out, "body = '''\nFour things are waiting, and you have *one hour*:\n");
    for thing in random.some(&THINGS, 4) {
        let _ = writeln!(out, "- {} that {}", thing, random.pick(&TROUBLE));
    }
    let _ = writeln!(out, "\nYou may ask for help **once**, {}.\n'''", random.pick(&GIVEN));
}

fn bare(random: &mut Random) -> &'static str {
    random.pick(&THINGS).trim_start_matches("a ")
}
