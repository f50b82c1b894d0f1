// The preview's part in the browser: keeps the page as new as the files, and shows what is wrong with them.
//
// In: the data attributes of its own script element, and the server's events. Out: a reload, swapped style
// sheets, a walk to another page, and reports for the badge of `problems.js`, which stands before it in the same
// answer. It is only in previews, never in what is published.
(() => {
  'use strict';

  const script = document.currentScript;
  if (!script || document.querySelector('greenroom-problems')) return;
  const { token = '', page = '', has = '' } = script.dataset;
  const ROOT = '/__greenroom/';

  /** @typedef {{ id: string, text: string, open: boolean }} Fold */
  /** @typedef {{ url: string, x: number, y: number, mark: string, offset: number, folds: Fold[], focus: string,
   *   list: boolean, inside: boolean }} Place */

  // What outlives a reload, for this tab only. A browser may refuse to keep anything: then nothing is kept.

  /** @param {string} name */
  function recall(name) {
    try {
      return JSON.parse(sessionStorage.getItem(`greenroom-live-${name}`) ?? 'null');
    } catch {
      return null;
    }
  }

  /** @param {string} name @param {unknown} value */
  function remember(name, value) {
    try {
      sessionStorage.setItem(`greenroom-live-${name}`, JSON.stringify(value));
    } catch {
      // Private windows of some browsers; the reload then starts at the top.
    }
  }

  const problems = /** @type {ProblemsElement} */ (document.createElement('greenroom-problems'));
  problems.last = recall('said') ?? problems.last;
  document.body.append(problems);

  // Where the reader is, kept over a reload.

  /** The last thing with an id that stands above the reader's eyes: text added before it must not move them. */
  function landmark() {
    for (const element of Array.from(document.querySelectorAll('body [id]')).reverse()) {
      const [box] = element.getClientRects();
      if (box && box.top <= innerHeight / 4 && scrolls(element)) return { mark: element.id, offset: box.top };
    }
    return { mark: '', offset: 0 };
  }

  /** Whether it moves with the page: what sticks to the window marks no place. @param {Element} element */
  function scrolls(element) {
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
      if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return false;
    }
    return true;
  }

  /** Counts how often each text came before, so that equal ones can be told apart. */
  function numbered() {
    /** @type {Map<string, number>} */
    const seen = new Map();
    return (/** @type {string} */ text) => {
      const number = (seen.get(text) ?? 0) + 1;
      seen.set(text, number);
      return `${number} ${text}`;
    };
  }

  const folds = () => {
    const name = numbered();
    return Array.from(document.querySelectorAll('details'), (fold) => {
      const text = name(fold.querySelector('summary')?.textContent?.trim() ?? '');
      return { fold, id: fold.id, text, open: fold.open };
    });
  };

  function reload() {
    if (leaving) return;
    leaving = true;
    const inside = document.activeElement === problems;
    remember('place', /** @type {Place} */ ({
      url: location.href, x: scrollX, y: scrollY, ...landmark(), focus: inside ? '' : document.activeElement?.id ?? '',
      folds: folds().map(({ id, text, open }) => ({ id, text, open })), list: problems.listed, inside,
    }));
    // The browser's own restoring knows only the distance from the top, and would come last.
    history.scrollRestoration = 'manual';
    location.reload();
  }

  function restore() {
    const place = /** @type {Place | null} */ (recall('place'));
    remember('place', null);
    if (place) restored = true;
    if (place?.url !== location.href) return;
    const all = folds();
    place.folds.forEach((was, at) => {
      const same = all.find((now) => (was.id ? now.id === was.id : now.text === was.text)) ?? all[at];
      if (same) same.fold.open = was.open;
    });
    if (place.focus) document.getElementById(place.focus)?.focus({ preventScroll: true });
    returnTo(place);
    // Pictures above may come later; not when the reader has moved on meanwhile.
    const there = scrollY;
    addEventListener('load', () => {
      if (scrollY === there) returnTo(place);
    }, { once: true });
    if (place.list) pending = place;
  }

  /** @param {Place} place */
  function returnTo(place) {
    const mark = place.y > 0 && place.mark ? document.getElementById(place.mark) : null;
    const top = mark ? mark.getBoundingClientRect().top + scrollY - place.offset : place.y;
    scrollTo({ left: place.x, top, behavior: 'instant' });
  }

  // Style sheets: each is replaced where it stands, and the old one goes when the new one is there.

  /** The newest of each, and those that it will replace. */
  let sheets = Array.from(document.querySelectorAll('link'))
    .filter((link) => link.relList.contains('stylesheet'))
    .map((link) => ({ link, older: /** @type {HTMLLinkElement[]} */ ([]) }));

  /** @param {string[]} hrefs */
  function dress(hrefs) {
    if (hrefs.length !== sheets.length) return reload();
    sheets = sheets.map((sheet, at) => {
      const next = /** @type {HTMLLinkElement} */ (sheet.link.cloneNode());
      next.setAttribute('href', hrefs[at] ?? '');
      if (next.href === sheet.link.href) return sheet;
      const older = [...sheet.older, sheet.link].filter((link) => link.isConnected);
      next.onload = () => older.forEach((link) => link.remove());
      next.onerror = () => reload();
      sheet.link.after(next);
      return { link: next, older };
    });
  }

  // The stream of events.

  let known = has;
  let leaving = false;
  /** Whether this page came by `reload`, which turns the browser's own restoring off. */
  let restored = false;
  /** The list was open before the reload; opened again when there is something in it. @type {Place | null} */
  let pending = null;
  /** @type {EventSource | null} */
  let stream = null;
  /** Since when nothing answers, in milliseconds; 0 while all is well. */
  let lost = 0;
  let timer = 0;

  /** @template T @param {string} name @param {(said: T) => void} then */
  const on = (name, then) =>
    stream?.addEventListener(name, (event) => then(JSON.parse(/** @type {MessageEvent<string>} */ (event).data)));

  function listen() {
    if (stream || leaving) return;
    let heard = 0;
    const source = new EventSource(`${ROOT}events?${new URLSearchParams({ token, page, has: known })}`);
    stream = source;
    source.onopen = () => {
      heard = Date.now();
      lost = 0;
      remember('refused', null);
    };
    source.onerror = () => {
      source.close();
      if (stream !== source || leaving) return;
      stream = null;
      // The server is there and refuses: it is another one than this page came from.
      if (!heard && lost && recall('refused') !== token) {
        remember('refused', token);
        reload();
      } else if (!heard && lost) {
        wait(5000, 'The preview has no place for another page: close some, and this one comes back by itself.');
      } else {
        lost = Date.now();
        // One that always ends at once is not asked for all the time.
        heard && lost - heard < 1000 ? wait(1000, SILENT) : void ask();
      }
    };
    on('problems', (/** @type {ProblemReport} */ report) => {
      problems.show(report);
      remember('said', problems.last);
      const was = report.problems.length ? pending : null;
      pending = null;
      if (was) void problems.ready.then(() => (was.inside ? problems.open() : problems.unfold()));
    });
    on('reload', () => reload());
    on('styles', (/** @type {{ hrefs: string[], has: string }} */ styles) => {
      known = styles.has;
      dress(styles.hrefs);
    });
    on('go', (/** @type {{ url: string }} */ { url }) => {
      const there = new URL(url, location.href);
      if (latest && there.origin === location.origin) location.assign(there);
    });
  }

  const SILENT = 'Nothing answers any more. Start `greenroom serve` again: this page comes back by itself.';

  /** @param {number} milliseconds @param {string} why */
  function wait(milliseconds, why) {
    problems.stop(why);
    remember('said', problems.last);
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), milliseconds);
  }

  /** Finds out whether a server is back, and listens again. */
  async function ask() {
    clearTimeout(timer);
    const answer = await fetch(`${ROOT}alive`, { cache: 'no-store' }).catch(() => null);
    if (answer?.ok) listen();
    else if (!leaving) wait(Date.now() - lost < 60_000 ? 1000 : 2000, SILENT);
  }

  function hush() {
    clearTimeout(timer);
    stream?.close();
    stream = null;
  }

  // Other tabs. A browser has six connections to a host: tabs that nobody sees give theirs back when others
  // need them, and only the tab used last follows the author.

  const TABS = 4;
  const tab = recall('tab') ?? Math.random().toString(36).slice(2);
  remember('tab', tab);
  let latest = recall('latest') ?? document.visibilityState === 'visible';
  /** Tabs that were looked at since this one was. @type {Set<string>} */
  const others = new Set();
  const tabs = new BroadcastChannel('greenroom-live');

  tabs.onmessage = ({ data }) => {
    if (typeof data !== 'string' || data === tab) return;
    remember('latest', (latest = false));
    if (document.visibilityState === 'hidden' && others.add(data).size >= TABS) hush();
  };

  function used() {
    others.clear();
    remember('latest', (latest = true));
    tabs.postMessage(tab);
  }

  addEventListener('focus', used);
  addEventListener('online', () => lost && void ask());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') return;
    used();
    if (!stream && !leaving) lost ? void ask() : listen();
  });
  addEventListener('pagehide', () => {
    // Who goes away and comes back is restored by the browser.
    if (restored && !leaving) history.scrollRestoration = 'auto';
    leaving = true;
    hush();
  });
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    leaving = false;
    listen();
  });

  restore();
  if (latest) used();
  listen();
})();
