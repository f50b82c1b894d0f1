/**
 * @file What every page does with a script: light or dark is chosen, words go to the search page, the key `/` goes to
 * the search box, a question that was reached from a list has that list's neighbours, a message can be copied and a
 * handout printed.
 */

// Storage belongs to the whole host: the site's folder keeps its sites apart.
const root = new URL("../", import.meta.url);
const prefix = `greenroom:${root.pathname}:`;

/** What a browser gives; nothing where it refuses. @template T @param {() => T} ask @returns {T | undefined} */
function tried(ask) {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

// ---- light or dark: `theme.js` shows on the next page what is chosen here

const appearance = document.querySelector("[data-appearance]");
const look = appearance?.querySelector("select");
if (appearance instanceof HTMLElement && look) {
  appearance.hidden = false;
  look.value = document.documentElement.dataset.theme ?? "";
  look.addEventListener("change", () => {
    const { value } = look;
    tried(() => (value ? localStorage.setItem(`${prefix}theme`, value) : localStorage.removeItem(`${prefix}theme`)));
    if (value) document.documentElement.dataset.theme = value;
    else delete document.documentElement.dataset.theme;
  });
}

// ---- the web manifest: as a link of the page it would be an error on each page that is opened from a disk

const manifest = document.querySelector("script[data-manifest]")?.getAttribute("data-manifest");
if (manifest) document.head.append(element("link", "", { rel: "manifest", href: manifest }));

// ---- handouts: printed with what a good answer covers, or without

const print = document.querySelector("[data-print]");
if (print instanceof HTMLElement) {
  print.hidden = false;
  print.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    document.documentElement.dataset.answers = target.value;
    window.print();
  });
}

// ---- words to search for: they go into the fragment, which no host gets; the box has no name, so no form sends it

document.addEventListener("submit", (event) => {
  const form = event.target;
  // The search page shows what it finds itself.
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
  const typed = form.querySelector("input[type=search]:not([name])");
  if (!(typed instanceof HTMLInputElement)) return;
  event.preventDefault();
  location.href = `${form.action}#${new URLSearchParams({ q: typed.value.trim() })}`;
});

// ---- the key `/`: can be switched off on the search page, as a key without Ctrl or Alt must be (WCAG 2.1.4)

const box = document.querySelector("input[type=search]");
const slash = `${prefix}slash`;
let active = true;

/** @param {boolean} off */
function set(off) {
  // What cannot be kept holds until the page is left.
  tried(() => (off ? localStorage.setItem(slash, "off") : localStorage.removeItem(slash)));
  if (off) box?.removeAttribute("aria-keyshortcuts");
  else box?.setAttribute("aria-keyshortcuts", "/");
  active = !off;
}

set(tried(() => localStorage.getItem(slash)) === "off");

document.addEventListener("keydown", (event) => {
  if (!active || event.key !== "/" || event.defaultPrevented || event.isComposing) return;
  if (event.ctrlKey || event.metaKey || event.altKey || !(box instanceof HTMLInputElement)) return;
  const at = event.target instanceof Element ? event.target : document.body;
  const writing = at.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  if (writing || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  box.focus();
  box.select();
});

const choice = document.querySelector("[data-slash]");
const tick = choice?.querySelector("input");
if (choice instanceof HTMLElement && tick) {
  choice.hidden = false;
  tick.checked = active;
  tick.addEventListener("change", () => set(!tick.checked));
}

// ---- neighbours of a list: this tab keeps the list, the step in its history says which list it was

/** @typedef {{ title: string, items: { url: string, text: string }[], previous?: string, next?: string }} List */

/** An address as it is on every host: some leave `index.html` out. @param {string} url */
const plain = (url) => url.replace(/[?#].*/, "").replace(/\/(index\.html)?$/, "");

/** @param {string} name @returns {any} */
const kept = (name) => tried(() => JSON.parse(sessionStorage.getItem(`${prefix}list:${name}`) ?? "null"));

/** Where nothing can be kept, questions have the neighbours of their bank. @param {string} name @param {unknown} value */
const keep = (name, value) => tried(() => sessionStorage.setItem(`${prefix}list:${name}`, JSON.stringify(value)));

/** @param {ParentNode} within @param {string} selector */
const links = (within, selector) =>
  [...within.querySelectorAll(selector)].flatMap((link) => (link instanceof HTMLAnchorElement ? [link] : []));

/** Shows the neighbours in a list when this page is in it. @param {string} from @param {List} list */
function show(from, { title, items, previous, next }) {
  const own = document.querySelector("template[data-neighbours]");
  const at = items.findIndex(({ url }) => plain(url) === plain(location.href));
  if (at < 0 || !(own instanceof HTMLTemplateElement)) return;
  const nav = document.importNode(own.content, true).querySelector("nav");
  const named = (/** @type {string | null} */ words) => (words ?? "").replace("{list}", () => title);
  nav?.setAttribute("aria-label", named(nav.getAttribute("aria-label")));
  for (const link of links(nav ?? document, "[data-part]")) {
    const { part, page } = link.dataset;
    const item = part === "back" ? undefined : items[part === "next" ? at + 1 : at - 1];
    const url = item?.url ?? (part === "back" ? from : part === "next" ? next : previous);
    if (item) link.append(` ${item.text}`);
    else link.textContent = page ?? named(link.textContent);
    // What is kept may be another site's of this host.
    if (url?.startsWith(root.href)) link.href = url;
    else link.remove();
  }
  document.querySelector("nav[data-neighbours]")?.remove();
  own.replaceWith(nav ?? "");
}

// What was followed counts once: an address that is typed later has nothing to do with it.
const followed = kept("");
if (followed) keep("", null);
if (!history.state?.list && followed?.to === plain(location.href)) {
  history.replaceState({ list: followed.list }, "");
}
const from = history.state?.list;
tried(() => show(from, kept(from)));

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("[data-item] > a, [data-neighbours] > a");
  // Another tab or window knows of no list.
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !(link instanceof HTMLAnchorElement)) return;
  const list = link.closest("[data-list]");
  const here = location.href;
  if (list instanceof HTMLElement) {
    keep(here, {
      title: list.dataset.list,
      items: links(list, "[data-item] > a").map(({ href, textContent }) => ({ url: href, text: textContent })),
      previous: links(document, "[data-pages] [rel=prev]")[0]?.href,
      next: links(document, "[data-pages] [rel=next]")[0]?.href,
    });
  }
  keep("", { list: list ? here : from, to: plain(link.href) });
});

// ---- buttons that copy the text before them; where nothing may be copied, it is selected

/** @param {string} tag @param {string} text @param {Record<string, string>} attributes */
function element(tag, text, attributes) {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** Read aloud by screen readers; seen beside the button. */
const told = element("p", "", { role: "status", class: "visually-hidden" });
/** @type {HTMLElement | undefined} */
let seen;

for (const text of document.querySelectorAll("[data-copy]")) {
  if (!(text instanceof HTMLElement)) continue;
  const { copy = "", copied = "", selected = "" } = text.dataset;
  const button = element("button", copy, { type: "button" });
  const result = element("span", "", { "aria-hidden": "true" });
  const room = element("span", "", { class: "copy no-print" });
  room.append(button, result);
  text.after(room);
  document.querySelector("main")?.append(told);
  button.addEventListener("click", async () => {
    told.textContent = "";
    if (seen) seen.textContent = "";
    seen = result;
    const done = await tried(() => navigator.clipboard.writeText(text.textContent ?? "").then(() => true, () => false));
    if (!done) getSelection()?.selectAllChildren(text);
    result.textContent = told.textContent = done ? copied : selected;
  });
}
