/**
 * @file What the search knows and the page does not: how words are cut, which entries match, how filters count,
 * what an address says. No document and no request in here, so that it is tested without a browser.
 *
 * The format of the index and the rules for words and numbers are those of `src/export/search/`.
 */

/** @typedef {{ id: string, values: [string, string][], sets: string[], of: string }} RawFacet */
/** @typedef {{ version: string, size: number, groups: [string, number][], lengths: string, facets: RawFacet[] }} RawIndex */
/** @typedef {{ id: string, values: { id: string, label: string }[], sets: number[][], of: number[] }} Facet */
/** @typedef {{ version: string, size: number, groups: [string, number][], total: number, norms: number[], facets: Facet[] }} Index */
/** @typedef {{ starts: number[], words: string[] }} Words */
/** A word of the index, and how well it stands for what was typed: 1 is the word itself. */
/** @typedef {{ at: number, fit: number }} Candidate */
/** Where a word is: in titles, in other wordings and headings, elsewhere. */
/** @typedef {number[][]} Places */
/** An entry, how good it is, and the best part that a word was found in. */
/** @typedef {{ entry: number, score: number, part: number }} Hit */
/** What an address says: the words, and the values by key; keys that are no facet stay as they are. */
/** @typedef {{ q: string, chosen: Map<string, string[]> }} State */

/** Letters that are two, or whose mark is no mark to Unicode. @type {Record<string, string>} */
const letters = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", ı: "i", ς: "σ" };

/** A text without marks and capitals. @param {string} text */
const fold = (text) =>
  text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’]/g, "")
    .replace(/[ßæœøłđðıς]/g, (letter) => letters[letter] ?? letter);

// Scripts without spaces between words: every two neighbours are a word.
const dense = "[\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]";
const isDense = new RegExp(dense, "u");
const runs = new RegExp(`(?:(?=${dense})[\\p{Alphabetic}\\p{N}])+|(?:(?!${dense})[\\p{Alphabetic}\\p{N}])+`, "gu");

/**
 * The words of a text, as the index has them.
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  return (fold(text).match(runs) ?? []).flatMap((word) => {
    const all = [...word];
    if (all.length < 2 || !isDense.test(word)) return [all.slice(0, 32).join("")];
    return all.slice(1).map((letter, at) => `${all[at]}${letter}`);
  });
}

/**
 * Reads numbers: see `numbers.rs`.
 * @param {string} text
 */
export function numbers(text) {
  const found = [];
  let value = 0;
  let weight = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = code - (code > 92 ? 36 : 35);
    value += digit * weight;
    if (digit >= 61) {
      weight *= 30;
    } else {
      found.push(value);
      value = 0;
      weight = 1;
    }
  }
  return found;
}

/** Reads ascending numbers. @param {string} text */
export function ascending(text) {
  let next = 0;
  return numbers(text).map((gap) => (next += gap + 1) - 1);
}

/** @param {RawIndex} raw @returns {Index} */
export function readIndex(raw) {
  const lengths = numbers(raw.lengths).map((step) => 2 ** (step / 2));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1);
  const facets = raw.facets.map(({ id, values, sets, of }) => ({
    id,
    values: values.map(([value, label]) => ({ id: value, label })),
    sets: sets.map(ascending),
    of: numbers(of),
  }));
  // Words of a short entry say more about it (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework").
  const norms = lengths.map((length) => 1 / (0.6 + (0.4 * length) / mean));
  return { version: raw.version, size: raw.size, groups: raw.groups, total: lengths.length, norms, facets };
}

/** @param {{ starts: number[], words: string }} raw @returns {Words} */
export function readWords(raw) {
  let before = "";
  const list = raw.words === "" ? [] : raw.words.split(" ");
  const all = list.map((piece) => {
    // The number of shared letters is one digit: no word has 61 of them.
    before = before.slice(0, numbers(piece.charAt(0))[0]) + piece.slice(1);
    return before;
  });
  return { starts: raw.starts, words: all };
}

/** The file of places that a word is in. @param {Words} all @param {number} at */
export function fileOf(all, at) {
  let file = all.starts.length - 1;
  while (file > 0 && (all.starts[file] ?? 0) > at) file--;
  return file;
}

/** @param {string} text @returns {Places} */
export const readPlaces = (text) => text.split(" ").map(ascending);

/** How many words one typed word may stand for: each may be in another file. */
const MOST = 20;
const MOST_NEAR = 4;

/** @param {Candidate[]} found @param {number} most */
const best = (found, most) => found.sort((a, b) => b.fit - a.fit || a.at - b.at).slice(0, most);

/**
 * The words that a typed word stands for: itself, those it begins, and those it is a longer form of.
 * @param {string[]} all
 * @param {string} typed
 */
export function candidates(all, typed) {
  /** @type {Candidate[]} */
  const found = [];
  const root = Math.max(4, typed.length - 3);
  all.forEach((word, at) => {
    if (word === typed) found.push({ at, fit: 1 });
    else if (word.startsWith(typed)) found.push({ at, fit: (0.9 * typed.length) / word.length });
    else if (word.length >= root && typed.startsWith(word)) found.push({ at, fit: 0.6 });
  });
  return best(found, MOST);
}

/**
 * The words that a typed word may be a slip of the hand for, those with the fewest slips; else other forms of it.
 * @param {string[]} all
 * @param {string} typed
 */
export function near(all, typed) {
  const most = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
  /** @type {Candidate[][]} */
  const bySlips = [[], [], []];
  all.forEach((word, at) => {
    if (most === 0 || Math.abs(word.length - typed.length) > most) return;
    bySlips[distance(typed, word, most)]?.push({ at, fit: 0.5 });
  });
  const found = bySlips.slice(1, most + 1).find((words) => words.length) ?? [];
  if (found.length === 0 && typed.length >= 8) {
    const root = typed.slice(0, -3);
    all.forEach((word, at) => word.startsWith(root) && found.push({ at, fit: 0.3 }));
  }
  return best(found, MOST_NEAR);
}

/**
 * How many letters were left out, added, mistaken or swapped with their neighbour; more than `most` is any number
 * above it.
 * @param {string} a
 * @param {string} b
 * @param {number} most
 */
export function distance(a, b, most) {
  /** @type {number[]} */
  let last = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (last[j - 2] ?? 0) + 1);
      }
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    last = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** What a word is worth in a title, in other wordings and headings, elsewhere. */
const WORTH = [4, 2.5, 1];

/**
 * The entries that have one typed word, in any form.
 * @param {Index} index
 * @param {{ fit: number, places: Places }[]} found
 * @returns {Map<number, Hit>}
 */
export function hits(index, found) {
  /** @type {Map<number, Hit>} */
  const all = new Map();
  for (const { fit, places } of found) {
    const count = places.reduce((sum, part) => sum + part.length, 0);
    const rare = Math.log(1 + (index.total - count + 0.5) / (count + 0.5));
    places.forEach((entries, part) => {
      for (const entry of entries) {
        const score = fit * rare * (WORTH[part] ?? 1) * (index.norms[entry] ?? 1);
        const before = all.get(entry);
        const least = Math.min(part, before?.part ?? part);
        if (!before || before.score < score) all.set(entry, { entry, score, part: least });
      }
    });
  }
  return all;
}

/**
 * The entries that have every typed word, the best first.
 * @param {Map<number, Hit>[]} each what [`hits`] gives for each word
 */
export function together(each) {
  const [first, ...others] = each;
  const all = [...(first?.values() ?? [])].flatMap((hit) => {
    let { score, part } = hit;
    for (const other of others) {
      const too = other.get(hit.entry);
      if (!too) return [];
      score += too.score;
      part = Math.min(part, too.part);
    }
    return [{ entry: hit.entry, score, part }];
  });
  return all.sort((a, b) => b.score - a.score || a.entry - b.entry);
}

/**
 * For each facet, a value by its number or nothing.
 * @param {Facet} facet
 * @param {State} state
 */
function wanted(facet, state) {
  const chosen = (state.chosen.get(facet.id) ?? []).filter((value) => value !== "");
  return chosen.length === 0 ? null : facet.sets.map((set) => set.some((at) => chosen.includes(facet.values[at]?.id ?? "")));
}

/**
 * Those that the filters leave, and how many each value of each facet would have if it were chosen too.
 *
 * Values of one facet are alternatives, facets narrow each other: so a facet counts without its own choice.
 * @template {{ entry: number }} T
 * @param {Index} index
 * @param {State} state
 * @param {T[]} found
 */
export function filter(index, state, found) {
  const filters = index.facets.map((facet) => wanted(facet, state));
  const counts = index.facets.map((facet) => facet.sets.map(() => 0));
  const left = found.filter(({ entry }) => {
    const failed = filters.flatMap((keeps, at) => (keeps && !keeps[index.facets[at]?.of[entry] ?? 0] ? [at] : []));
    index.facets.forEach((facet, at) => {
      const set = facet.of[entry] ?? 0;
      const own = counts[at];
      if (own && failed.every((other) => other === at)) own[set] = (own[set] ?? 0) + 1;
    });
    return failed.length === 0;
  });
  const byValue = index.facets.map((facet, at) => {
    const sum = facet.values.map(() => 0);
    facet.sets.forEach((set, number) => set.forEach((value) => {
      sum[value] = (sum[value] ?? 0) + (counts[at]?.[number] ?? 0);
    }));
    return sum;
  });
  return { left, counts: byValue };
}

/** The number of an entry's group and what is before it. @param {Index} index @param {number} entry */
export function groupOf(index, entry) {
  let end = 0;
  return index.groups.findIndex(([, count]) => entry < (end += count));
}

/**
 * What an address says: its query has the filters, its fragment the words, as a browser sends no host a fragment.
 * Words in the query are those of an old link; a fragment without words is a place in the page, and changes nothing.
 * @param {{ search: string, hash: string }} address
 * @param {string} [before] the words until now
 * @returns {State}
 */
export function readState({ search, hash }, before = "") {
  const fragment = new URLSearchParams(hash.slice(1));
  const query = new URLSearchParams(search);
  /** @type {State} */
  const state = { q: fragment.get("q") ?? (query.get("q") || (hash.length > 1 ? before : "")), chosen: new Map() };
  for (const [key, value] of query) {
    if (key !== "q" && !state.chosen.get(key)?.includes(value)) {
      state.chosen.set(key, [...(state.chosen.get(key) ?? []), value]);
    }
  }
  return state;
}

/**
 * The end of the address that says it: keys and values by the alphabet, so that one state has one address.
 * @param {State} state
 */
export function writeState({ q, chosen }) {
  const pairs = [...chosen].flatMap(([key, values]) => values.map((value) => [key, value]));
  const order = pairs.map((pair) => /** @type {const} */ ([pair.join("\0"), pair])).sort(([a], [b]) => (a < b ? -1 : 1));
  const query = new URLSearchParams(order.map(([, pair]) => pair)).toString();
  // What is typed stays in the browser: never in the query.
  return (query && `?${query}`) + (q.trim() && `#${new URLSearchParams({ q: q.trim() })}`);
}

/** The state with a value chosen, or not any more. @param {State} state @param {string} key @param {string} value @returns {State} */
export function toggled(state, key, value) {
  const values = state.chosen.get(key) ?? [];
  const now = values.includes(value) ? values.filter((own) => own !== value) : [...values, value];
  const chosen = new Map(state.chosen);
  if (now.length) chosen.set(key, now);
  else chosen.delete(key);
  return { q: state.q, chosen };
}

/**
 * A text in pieces; every second one is a word that was found.
 * @param {string} text
 * @param {Set<string>} found words as the index has them
 */
export function marked(text, found) {
  const pieces = [""];
  for (const piece of text.split(/([\p{Alphabetic}\p{N}\p{M}'’]+)/u)) {
    const hit = words(piece).some((word) => found.has(word));
    // An odd number of pieces ends with plain text, an even one with a word that was found.
    if (hit) pieces.push(piece, "");
    else pieces[pieces.length - 1] += piece;
  }
  return pieces;
}
