/**
 * @file The search page: reads the index, shows what is found, and keeps its state in the address.
 *
 * Every word a visitor sees stands in the page; texts of authors are only ever text. What matches is decided in
 * `search-match.js`.
 */

import {
  candidates, fileOf, filter, groupOf, hits, marked, near, readIndex, readPlaces, readState, readWords, together,
  toggled, words, writeState,
} from "./search-match.js";

/** @import { Candidate, Hit, Index, RawIndex, Words } from "./search-match.js" */

const root = new URL("../", import.meta.url);
const base = new URL("search/", root);

/** How many results of each group are shown at first, and how many more each time. */
const FIRST = [10, 3, 3, 3];
const MORE = 10;
/** Fewer entries than this, and words that are nearly the typed one are looked for too. */
const FEW = 3;
/** The most words of a query. */
const WORDS = 12;
/** After how many milliseconds without a key a query is asked. */
const PAUSE = 120;

/**
 * @template {Element} T
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 */
function the(within, selector, type) {
  const found = within.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`the page has no ${selector}`);
}

const page = the(document, "[data-search]", HTMLElement);
const form = the(page, "form", HTMLFormElement);
const box = the(form, "input[type=search]", HTMLInputElement);
const status = the(page, "[role=status]", HTMLElement);
const chips = the(page, "[data-chips]", HTMLElement);
const said = the(document, "template[data-words]", HTMLTemplateElement).content;

/** The page's own words; `{…}` in them is filled in. @param {string} name @param {Record<string, string>} [values] */
function say(name, values = {}) {
  const text = said.querySelector(`[data-word="${name}"]`)?.textContent ?? "";
  return text.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
}

/** A count in words, in the plural that the language has for it. @param {string} name @param {number} count */
function counted(name, count) {
  const language = document.documentElement.lang;
  const n = count.toLocaleString(language);
  const plural = new Intl.PluralRules(language).select(count);
  return say(`${name}-${plural}`, { n });
}

/** @param {string} tag @param {string} text @param {string} [style] */
function element(tag, text, style = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = style;
  return made;
}

/** @type {Map<string, Promise<any>>} */
const loaded = new Map();

/** A file of the index, asked for once. @param {string} file @param {RequestInit} [how] @returns {Promise<any>} */
function load(file, how) {
  const before = loaded.get(file);
  if (before) return before;
  const asked = fetch(new URL(file, base), how).then((answer) => {
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    return answer.json();
  });
  loaded.set(file, asked);
  asked.catch(() => loaded.delete(file));
  return asked;
}

/** @type {Promise<Words> | undefined} */
let allWords;

/** @param {Index} index @returns {Promise<Words>} */
function loadWords(index) {
  allWords ??= load(`words.json?v=${index.version}`).then(readWords);
  allWords.catch(() => (allWords = undefined));
  return allWords;
}

/** The entries that have these words of the index. @param {Index} index @param {Words} all @param {Candidate[]} wanted */
async function find(index, all, wanted) {
  const found = wanted.map(async ({ at, fit }) => {
    const file = fileOf(all, at);
    /** @type {string[]} */
    const places = await load(`places/${file}.json?v=${index.version}`);
    return { fit, places: readPlaces(places[at - (all.starts[file] ?? 0)] ?? "") };
  });
  return hits(index, await Promise.all(found));
}

/**
 * Everything that a query finds, and the words to mark in it.
 * @param {Index} index
 * @param {string} query
 * @returns {Promise<{ found: Hit[], marks: Set<string> }>}
 */
async function ask(index, query) {
  /** @type {Set<string>} */
  const marks = new Set();
  const typed = [...new Set(words(query))].slice(0, WORDS);
  if (typed.length === 0) {
    return { found: Array.from({ length: index.total }, (_, entry) => ({ entry, score: 0, part: 0 })), marks };
  }
  const all = await loadWords(index);
  const each = typed.map(async (word) => {
    let wanted = candidates(all.words, word);
    let own = await find(index, all, wanted);
    if (own.size < FEW) {
      wanted = [...wanted, ...near(all.words, word)];
      own = await find(index, all, wanted);
    }
    wanted.forEach(({ at }) => marks.add(all.words[at] ?? ""));
    return own;
  });
  return { found: together(await Promise.all(each)), marks };
}

/** The id of the value that an entry has of a facet with one value each. @param {Index} index @param {string} id @param {number} entry */
function valueOf(index, id, entry) {
  const facet = index.facets.find((own) => own.id === id);
  return facet?.values[facet.sets[facet.of[entry] ?? 0]?.[0] ?? -1];
}

/** A result. @param {Index} index @param {Hit} hit @param {string[]} row @param {Set<string>} marks */
function result(index, { entry, part }, [address = "", title = "", summary = "", draft = ""], marks) {
  const group = index.groups[groupOf(index, entry)]?.[0] ?? "";
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(`${group}/${address}/index.html`, root).href;
  link.append(...pieces(title, marks));
  item.append(link);
  const facts = element("p", "", "facts");
  if (draft) facts.append(element("strong", say(draft)));
  if (group === "questions") {
    // A question that is followed from here has its neighbours among these.
    item.dataset.item = "";
    const direction = valueOf(index, "direction", entry)?.id ?? "";
    facts.append(element("span", say(direction), `direction ${direction}`));
    facts.append(element("span", valueOf(index, "kind", entry)?.label ?? ""));
  } else if (summary) {
    const about = document.createElement("p");
    about.append(...pieces(summary, marks));
    item.append(about);
  }
  if (part > 0) facts.append(element("span", say(part === 1 ? "in-other" : "in-rest")));
  if (facts.childElementCount) item.append(facts);
  return item;
}

/** @param {string} text @param {Set<string>} marks */
const pieces = (text, marks) => marked(text, marks).map((piece, at) => (at % 2 ? element("mark", piece) : piece));

let state = readState(location);
/** The address of the last step in the history: what is typed replaces it only until it is sent. */
let settled = "";
let turn = 0;
/** @type {number[]} */
let shown = [...FIRST];

/** The address that says a state. @param {typeof state} next */
const addressOf = (next) => new URL(writeState(next), location.href.split(/[?#]/)[0]).href;

/** Shows what the address says, which is then written as all addresses here are. */
function arrive() {
  clearTimeout(pause);
  state = readState(location, state.q);
  settled = addressOf(state);
  history.replaceState(history.state, "", settled);
  shown = [...FIRST];
  box.value = state.q;
  return update();
}

/** Goes on to another state; a step in the history unless it is still being typed. @param {typeof state} next @param {"step" | "typing"} how */
function go(next, how) {
  state = next;
  shown = [...FIRST];
  const address = addressOf(next);
  if (how === "step" && address !== settled) {
    history.replaceState(null, "", settled);
    history.pushState(null, "", address);
    settled = address;
  } else {
    history.replaceState(null, "", address);
  }
  return update();
}

/** Shows what the state asks for. */
async function update() {
  const own = ++turn;
  const slow = setTimeout(() => (status.textContent = say("loading")), 400);
  try {
    const index = readIndexOnce(await load("index.json", { cache: "no-cache" }));
    const { found, marks } = await ask(index, state.q);
    if (own !== turn) return;
    const { left, counts } = filter(index, state, found);
    const groups = index.groups.map((_, group) => left.filter(({ entry }) => groupOf(index, entry) === group));
    const rows = await Promise.all(groups.map((hits, group) => rowsOf(index, hits.slice(0, shown[group]))));
    if (own !== turn) return;
    groups.forEach((hits, group) => showGroup(index, group, hits, rows[group] ?? [], marks));
    showFacets(index, counts);
    showChips(index);
    status.textContent = left.length ? counted("count", left.length) : say("none");
    part("none").hidden = left.length > 0;
    part("failed").hidden = true;
  } catch {
    if (own !== turn) return;
    // An index that was replaced meanwhile is read anew.
    loaded.clear();
    allWords = undefined;
    status.textContent = say("failed");
    part("failed").hidden = false;
    part("none").hidden = true;
  } finally {
    clearTimeout(slow);
  }
}

/** @type {WeakMap<object, Index>} */
const read = new WeakMap();

/** @param {RawIndex} raw */
function readIndexOnce(raw) {
  const index = read.get(raw) ?? readIndex(raw);
  read.set(raw, index);
  return index;
}

/** What entries show. @param {Index} index @param {Hit[]} hits @returns {Promise<string[][]>} */
function rowsOf(index, hits) {
  return Promise.all(hits.map(async ({ entry }) => {
    const rows = await load(`entries/${Math.floor(entry / index.size)}.json?v=${index.version}`);
    return rows[entry % index.size] ?? [];
  }));
}

/** @param {string} name */
const part = (name) => the(page, `[data-part=${name}]`, HTMLElement);

/** @param {Index} index @param {number} group @param {Hit[]} hits @param {string[][]} rows @param {Set<string>} marks */
function showGroup(index, group, hits, rows, marks) {
  const section = the(page, `[data-group="${index.groups[group]?.[0]}"]`, HTMLElement);
  const more = the(section, "button", HTMLButtonElement);
  section.hidden = hits.length === 0;
  the(section, "[data-count]", HTMLElement).textContent = hits.length.toLocaleString(document.documentElement.lang);
  the(section, "ul", HTMLElement).replaceChildren(
    ...rows.flatMap((row, at) => (hits[at] ? [result(index, hits[at], row, marks)] : [])),
  );
  more.hidden = hits.length <= rows.length;
  more.onclick = async () => {
    shown[group] = rows.length + MORE;
    await update();
    section.querySelectorAll("a")[rows.length]?.focus();
  };
}

/** What a value is called. @param {string} facet @param {{ id: string, label: string } | undefined} value */
const labelOf = (facet, value) => (value ? value.label || say(`${value.id}-${facet}`) || say(value.id) || value.id : "");

/** The filters: made once, so that the focus stays where it is. @param {Index} index @param {number[][]} counts */
function showFacets(index, counts) {
  index.facets.forEach((facet, at) => {
    const room = page.querySelector(`[data-facet="${facet.id}"]`);
    if (!(room instanceof HTMLElement)) return;
    const list = the(room, "ul", HTMLElement);
    if (!list.childElementCount) list.append(...facet.values.map((value) => option(facet.id, value)));
    const chosen = state.chosen.get(facet.id) ?? [];
    facet.values.forEach((value, number) => {
      const item = list.children[number];
      if (!(item instanceof HTMLElement)) return;
      const count = counts[at]?.[number] ?? 0;
      const tick = the(item, "input", HTMLInputElement);
      tick.checked = chosen.includes(value.id);
      item.hidden = count === 0 && !tick.checked && tick !== document.activeElement;
      the(item, "[data-count]", HTMLElement).textContent = count.toLocaleString(document.documentElement.lang);
    });
    room.hidden = [...list.children].every((item) => item instanceof HTMLElement && item.hidden);
    if (room instanceof HTMLDetailsElement && chosen.length) room.open = true;
  });
}

/** @param {string} facet @param {{ id: string, label: string }} value */
function option(facet, value) {
  const tick = document.createElement("input");
  tick.type = "checkbox";
  tick.addEventListener("change", () => go(toggled(state, facet, value.id), "step"));
  const label = document.createElement("label");
  const count = element("span", "", "count");
  count.dataset.count = "";
  label.append(tick, element("span", labelOf(facet, value)), " ", count);
  const item = document.createElement("li");
  item.dataset.value = value.id;
  item.append(label);
  return item;
}

/** What is chosen, to be taken back; values that nothing has too. @param {Index} index */
function showChips(index) {
  const made = index.facets.flatMap((facet) => (state.chosen.get(facet.id) ?? []).filter(Boolean).map((id) => {
    const title = page.querySelector(`[data-facet="${facet.id}"] summary`)?.textContent ?? facet.id;
    const name = `${title}: ${labelOf(facet.id, facet.values.find((value) => value.id === id)) || id}`;
    const button = element("button", name);
    button.setAttribute("type", "button");
    button.setAttribute("aria-label", say("remove", { name }));
    button.addEventListener("click", async () => {
      await go(toggled(state, facet.id, id), "step");
      (chips.querySelector("button") ?? box).focus();
    });
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
  chips.replaceChildren(...made);
  chips.hidden = made.length === 0;
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

box.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => go({ ...state, q: box.value }, "typing"), PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  go({ ...state, q: box.value }, "step");
});
// A step in the history, or another fragment: an address that was changed by hand, the link to the content.
addEventListener("popstate", arrive);
the(page, "[data-again]", HTMLElement).addEventListener("click", () => update());

// On a narrow screen results come first; filters are one touch away.
if (matchMedia("(width < 60rem)").matches) the(page, "[data-filters]", HTMLDetailsElement).open = false;
the(document, "[data-part=without]", HTMLElement).hidden = true;
page.hidden = false;
arrive();
