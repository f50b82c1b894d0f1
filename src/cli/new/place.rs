//! A new role and a new industry: a folder with its page.
//!
//! Such a page has no draft, so what stands on it at first holds for every role and industry and helps a
//! student as it is.

use super::form::{Form, Stop, Talk, anything, one_of};
use super::options::{IndustryOptions, RoleOptions};
use super::text::Lines;
use super::{Desk, Draft, Page, ids, industries, path, roles, titled, words};
use crate::model::List;

const ROLE: &str = "\
## The work

The best way to know this work is to ask someone who does it: what they did yesterday, from morning to evening, and
which part of it they would keep.

## How hiring goes

Read three job ads for this role side by side. What stands in all three is what you will be asked about; what stands
in only one says something about the place.
";

const INDUSTRY: &str = "\
## What happens here

Every industry has work that outsiders see and work that keeps it going. Ask people in both about their usual week.

## How people get in

Look up where three people in this industry started, and what their first job was called. It is often not the one in
the brochure.
";

/// Asks for what is missing and writes the page of a role.
pub fn role(desk: Desk<'_>, options: &RoleOptions, talk: Option<Talk<'_>>) -> Result<Draft, Stop> {
    let library = desk.library;
    let mut form = Form::new("greenroom new role", talk);
    let taken = ids::of_pages(library.roles.iter().map(|role| (&role.id, &role.said.upkeep)));
    let ask = ("What is the role called?", "Data analyst");
    let named = titled(&mut form, ask, &options.named, &taken);
    let (roles, industries) = (roles(library), industries(library));
    let (competencies, stages) = (words(library, List::Competency), words(library, List::Stage));
    let summary = form.optional("--summary", options.summary.as_deref(), &anything);
    let family = form.optional("--family", options.family.as_deref(), &one_of("role", &roles));
    let also_called = form.list("--also-called", &options.also_called, &anything);
    let industries = form.list("--industry", &options.industry, &one_of("industry", &industries));
    let competencies = form.list("--competency", &options.competency, &one_of("competency", &competencies));
    let stages = form.list("--stage", &options.stage, &one_of("stage", &stages));
    form.done()?;
    let Some((title, id)) = named else { return Err(Stop::Ended) };
    let mut lines = Lines::front();
    lines.key("title", &title);
    lines.list_or("also_called", &also_called, "[\"Another name of it\"]");
    lines.key_or("summary", summary.as_deref(), "\"One or two sentences: what the work is.\"");
    lines.key_or("family", family.as_deref(), "\"the id of a broader role, whose questions it shares\"");
    lines.line("# soc = \"43-6014.00\" # its O*NET-SOC code: https://www.onetonline.org");
    lines.list_or("industries", &industries, "[\"the id of an industry it is found in\"]");
    lines.list_or("competencies", &competencies, "[\"communication\"]");
    lines.line("# majors = [\"A field of study that leads to it\"]");
    lines.line("# talk_to = [\"person-in-role\", \"recent-alum\"]");
    lines.list_or("stages", &stages, "[\"screen\", \"first-round\"]");
    lines.reviewed(desk.today).line("# sources = [\"https://…\"]").line("+++");
    Ok(Draft {
        path: path(&format!("content/roles/{id}/role.md")),
        text: lines.text() + ROLE,
        page: Page::File,
        next: format!(
            "write about the work in your own words; its questions: greenroom new bank --role {id}"
        ),
    })
}

/// Asks for what is missing and writes the page of an industry.
pub fn industry(desk: Desk<'_>, options: &IndustryOptions, talk: Option<Talk<'_>>) -> Result<Draft, Stop> {
    let library = desk.library;
    let mut form = Form::new("greenroom new industry", talk);
    let taken =
        ids::of_pages(library.industries.iter().map(|industry| (&industry.id, &industry.said.upkeep)));
    let ask = ("What is the industry called?", "Hospitals");
    let named = titled(&mut form, ask, &options.named, &taken);
    let industries = industries(library);
    let summary = form.optional("--summary", options.summary.as_deref(), &anything);
    let parent = form.optional("--parent", options.parent.as_deref(), &one_of("industry", &industries));
    form.done()?;
    let Some((title, id)) = named else { return Err(Stop::Ended) };
    let mut lines = Lines::front();
    lines.key("title", &title);
    lines.key_or("summary", summary.as_deref(), "\"One or two sentences: what the industry does.\"");
    lines.key_or("parent", parent.as_deref(), "\"the id of a broader industry, whose questions it shares\"");
    lines.line("# naics = \"622\" # its NAICS code: https://www.census.gov/naics/");
    lines.line("# employers = [\"A kind of employer\"]");
    lines.line("# associations = [{ title = \"Its professional association\", url = \"https://…\" }]");
    lines.reviewed(desk.today).line("# sources = [\"https://…\"]");
    lines.line("").line("# [[jargon]]").line("# term = \"A word a newcomer should know\"");
    lines.line("# meaning = \"What it means, in plain words.\"").line("+++");
    Ok(Draft {
        path: path(&format!("content/industries/{id}/industry.md")),
        text: lines.text() + INDUSTRY,
        page: Page::File,
        next: format!(
            "write about the industry in your own words; its questions: greenroom new bank --industry {id}"
        ),
    })
}
