// The pure half of the search, without a browser: `node --test tests/node`. The vectors are those of the Rust half.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const here = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
// As an address of data, so that every version of node takes the file for the module it is.
const source = here("../../themes/default/static/search-match.js");
const search = await import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`);
const vectors = (name) => JSON.parse(here(name));

test("both halves cut words alike", () => {
  for (const [text, words] of vectors("words.json")) assert.deepEqual(search.words(text), words, text);
});

test("both halves read numbers alike", () => {
  for (const [numbers, text] of vectors("numbers.json")) assert.deepEqual(search.ascending(text), numbers, text);
});

test("words are read from what they do not share", () => {
  const read = search.readWords({ starts: [0, 2, 2, 3], words: "#lead &er %ft #面接" });
  assert.deepEqual(read.words, ["lead", "leaer", "left", "面接"]);
  assert.deepEqual([0, 1, 2, 3].map((at) => search.fileOf(read, at)), [0, 0, 2, 3]);
  assert.deepEqual(search.readWords({ starts: [], words: "" }).words, []);
});

test("a slip is an omission, an addition, a mistake or a swap", () => {
  const one = [["team", "teem"], ["team", "tem"], ["team", "teamm"], ["team", "taem"], ["team", "eteam"]];
  for (const [a, b] of one) assert.equal(search.distance(a, b, 2), 1, `${a} ${b}`);
  assert.equal(search.distance("conflict", "konflikt", 2), 2);
  assert.equal(search.distance("conflict", "konflikd", 2), 3, "more than two is only more");
  assert.equal(search.distance("", "ab", 2), 2);
  assert.equal(search.distance("abc", "abc", 1), 0);
});

const all = ["a", "agency", "conflict", "conflicts", "contract", "contrast", "lead", "leaders", "leading", "negotiate", "team"];
const found = (candidates) => candidates.map(({ at }) => all[at]);

test("a word stands for itself, what it begins, and what it is a longer form of", () => {
  assert.deepEqual(found(search.candidates(all, "conflict")), ["conflict", "conflicts"]);
  assert.deepEqual(found(search.candidates(all, "conflicts")), ["conflicts", "conflict"]);
  assert.deepEqual(found(search.candidates(all, "contract")), ["contract"]);
  assert.deepEqual(found(search.candidates(all, "leading")), ["leading", "lead"]);
  assert.deepEqual(found(search.candidates(all, "zebra")), []);
});

test("slips are forgiven by the length of the word", () => {
  assert.deepEqual(found(search.near(all, "tem")), [], "three letters are too few");
  assert.deepEqual(found(search.near(all, "taem")), ["team"]);
  assert.deepEqual(found(search.near(all, "toeem")), [], "two slips in a short word");
  assert.deepEqual(found(search.near(all, "konflikt")), ["conflict"]);
  assert.deepEqual(found(search.near(all, "negotiation")), ["negotiate"], "another form");
});

const index = search.readIndex({
  version: "v",
  size: 40,
  groups: [["questions", 3], ["guides", 1]],
  // A length of one word each: the number 0.
  lengths: "####",
  facets: [
    { id: "kind", values: [["open", "Open"], ["closed", "Closed"]], sets: ["", "#", "$"], of: "$$%#" },
    { id: "role", values: [["nurse", "Nurse"], ["cook", "Cook"]], sets: ["#", "##", ""], of: "#$%#" },
  ],
});
const entries = [0, 1, 2, 3].map((entry) => ({ entry }));
const state = (text, before) => search.readState(new URL(text, "https://example.edu/search/"), before);

test("values of a facet are alternatives, facets narrow each other", () => {
  const kept = (text) => search.filter(index, state(text), entries).left.map(({ entry }) => entry);
  assert.deepEqual(kept(""), [0, 1, 2, 3]);
  assert.deepEqual(kept("?kind=open"), [0, 1]);
  assert.deepEqual(kept("?kind=open&kind=closed"), [0, 1, 2]);
  assert.deepEqual(kept("?kind=open&role=cook"), [1]);
  assert.deepEqual(kept("?kind=closed&role=cook"), []);
  assert.deepEqual(kept("?kind=unknown"), []);
  assert.deepEqual(kept("?kind=unknown&kind=open"), [0, 1]);
  assert.deepEqual(kept("?other=x&kind="), [0, 1, 2, 3]);
});

test("a facet counts without its own choice", () => {
  const counts = (text) => search.filter(index, state(text), entries).counts;
  assert.deepEqual(counts(""), [[2, 1], [3, 1]]);
  assert.deepEqual(counts("?kind=open"), [[2, 1], [2, 1]]);
  assert.deepEqual(counts("?kind=open&role=cook"), [[1, 0], [2, 1]]);
});

test("an entry must have every word, and the better part is worth more", () => {
  const word = (...parts) => search.hits(index, [{ fit: 1, places: parts }]);
  const order = search.together([word([2], [], [0, 1]), word([], [1], [2, 0])]);
  assert.deepEqual(order.map(({ entry }) => entry), [2, 1, 0]);
  assert.deepEqual(order.map(({ part }) => part), [0, 1, 2]);
  assert.deepEqual(search.together([word([1]), word([2])]), []);
  assert.deepEqual(search.together([]), []);
});

test("one state has one address", () => {
  const round = (text) => search.writeState(state(text));
  assert.equal(round("?role=nurse&kind=b&q=led%20a&kind=a&x=1"), "?kind=a&kind=b&role=nurse&x=1#q=led+a");
  assert.equal(round("?kind=a#q=led%20a"), "?kind=a#q=led+a");
  assert.equal(round("?kind=a&kind=a&y="), "?kind=a&y=");
  assert.equal(round(""), "");
  assert.equal(round("?kind=%2F%3F%23#q=%3Cb%3E%26%22"), "?kind=%2F%3F%23#q=%3Cb%3E%26%22");
  const twice = (text) => search.writeState(state(search.writeState(state(text))));
  for (const text of ["?b=2&a=1&b=1", "?q=%20x%20", "#q=%20x%20", "#q=#q=%23?q=%", "?%C3%A9=%F0%9F%98%80", "?__proto__=1"]) {
    assert.equal(twice(text), round(text));
  }
});

test("words are in the fragment; those in the query are of an old link", () => {
  const words = (text, before) => state(text, before).q;
  assert.equal(words("?q=old#q=new", "before"), "new");
  assert.equal(words("?q=old", "before"), "old");
  assert.equal(words("?q=old#main"), "old");
  assert.equal(words("?kind=a#q=", "before"), "");
  assert.equal(words("", "before"), "");
  assert.equal(words("#kind=a&q=x"), "x");
  assert.deepEqual([...state("#kind=a&q=x").chosen], []);
  assert.equal(words("?kind=a#main", "before"), "before", "a place in the page changes nothing");
  for (const text of ["?q=secret", "?kind=a&q=secret#q=secret", "#q=secret"]) {
    assert.ok(!search.writeState(state(text)).split("#")[0].includes("secret"), text);
  }
});

test("a value comes and goes", () => {
  const on = search.toggled(state("?kind=a"), "kind", "b");
  assert.equal(search.writeState(on), "?kind=a&kind=b");
  assert.equal(search.writeState(search.toggled(search.toggled(on, "kind", "a"), "kind", "b")), "");
});

test("found words are every second piece, and nothing is lost", () => {
  const marks = new Set(["resume", "led", "dont", "b"]);
  assert.deepEqual(search.marked("Your résumé, Led!", marks), ["Your ", "résumé", ", ", "Led", "!"]);
  assert.deepEqual(search.marked("Don’t <b>", marks), ["", "Don’t", " <", "b", ">"]);
  for (const text of ["", "plain", "led", "x<b>&amp;", "e\u0301 led e\u0301"]) {
    assert.equal(search.marked(text, marks).join(""), text);
  }
});
