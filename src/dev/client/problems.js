// The preview's badge and its list of what is wrong with the files: the element `greenroom-problems`.
//
// In: reports. Out: a button at the foot of the window, hidden when there is nothing to say, and the list behind
// it. It asks nobody and keeps nothing; the page's policy holds for it too: no text becomes markup, and its looks
// come from one style sheet.

/** @typedef {{ severity: string, code: string, message: string, place: string | null, excerpt: string,
 *   help: string[], fix: string | null }} Problem */
/** @typedef {{ fresh: boolean, errors: number, warnings: number, hints: number, more: number, fixable: number,
 *   command: string, problems: Problem[] }} ProblemReport */
/** @typedef {HTMLElement & { last: string, listed: boolean, ready: Promise<void>, show(report: ProblemReport): void,
 *   stop(why: string): void, open(): void, unfold(): void }} ProblemsElement */

(() => {
  'use strict';

  if (customElements.get('greenroom-problems')) return;
  const ROOT = '/__greenroom/';
  /** Whether this is no page of the site: the preview says in its place what is wrong. */
  const own = document.querySelector(`link[href^="${ROOT}"]`) !== null;

  /** Whether the page itself lists all problems, which is done where there is no site yet. */
  const told = own && document.querySelector('main > ol[data-all]') !== null;

  // Words. Nothing here knows the page.

  /** @param {number} number @param {string} thing */
  const count = (number, thing) => `${number} ${thing}${number === 1 ? '' : 's'}`;

  /** What is wrong in a few words; empty when nothing is. @param {ProblemReport | null} report */
  function summary(report) {
    if (!report) return '';
    const counts = [count(report.errors, 'error'), count(report.warnings, 'warning'), count(report.hints, 'hint')];
    return counts.filter((text) => !text.startsWith('0 ')).join(', ');
  }

  /** The worst that a report holds: what the badge is coloured by. @param {ProblemReport | null} report */
  function worst(report) {
    if (!report) return 'none';
    return report.errors ? 'error' : report.warnings ? 'warning' : report.hints ? 'hint' : 'none';
  }

  /** A sentence cut at its backticks: every second part is code. @param {string} text */
  const parts = (text) => (text.split('`').length % 2 ? text.split('`') : [text]);

  /**
   * A line of an excerpt: what stands at its edge, and the carets and words that point at the line above.
   * Lines of a file have their number at the edge and point at nothing. @param {string} line
   */
  function pointed(line) {
    const found = /^(\s*\|[ |/]*)([_^-].*)$/.exec(line);
    return { edge: found?.[1] ?? line, carets: found?.[2] ?? '' };
  }

  /** The lines of an excerpt; in a box of their own they need no empty ones around. @param {string} excerpt */
  const lines = (excerpt) => excerpt.replace(/^(?:[ |]*\n)+|(?:\n[ |]*)+$/g, '').split('\n');

  // The list of problems.

  /**
   * An element with attributes and contents; texts stay texts.
   * @template {keyof HTMLElementTagNameMap} N
   * @param {N} name @param {Record<string, string>} attributes @param {(Node | string)[]} contents
   * @returns {HTMLElementTagNameMap[N]}
   */
  function make(name, attributes, ...contents) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...contents);
    return made;
  }

  /** A sentence of a report; what stands in backticks is code. @param {string} text */
  const sentence = (text) =>
    parts(text).map((part, at) => (at % 2 ? make('code', {}, part) : part));

  /** @param {Problem} problem */
  function entry(problem) {
    const known = ['error', 'warning', 'hint'].includes(problem.severity) ? problem.severity : 'hint';
    const title = make('h3', {},
      make('span', { class: 'code' }, `${problem.severity}[${problem.code}]`), ' ',
      make('span', { class: 'message' }, ...sentence(problem.message)));
    const item = make('li', { class: `problem ${known}` }, title);
    if (problem.place) item.append(make('p', { class: 'place' }, problem.place));
    if (problem.excerpt) {
      const shown = lines(problem.excerpt).flatMap((line, at) => {
        const { edge, carets } = pointed(line);
        const kind = carets.includes('^') ? 'caret' : 'caret other';
        return [at ? '\n' : '', edge, ...(carets ? [make('span', { class: kind }, carets)] : [])];
      });
      item.append(make('pre', { role: 'group', 'aria-label': `lines of ${problem.place || 'the file'}` }, ...shown));
    }
    for (const help of problem.help) item.append(advice('help', help));
    if (problem.fix) item.append(advice('fix', problem.fix));
    return item;
  }

  /** @param {string} kind @param {string} text */
  const advice = (kind, text) =>
    make('p', { class: 'advice' }, make('b', {}, `${kind}:`), ' ', make('span', {}, ...sentence(text)));

  class Problems extends HTMLElement {
    /** @type {ProblemReport | null} */
    report = null;
    /** Why nothing new will come; empty while all is well. */
    stopped = '';
    /** The problems in the list, to tell whether others come. */
    filled = '[]';
    /** What was said last; set from outside after a reload, so that it is not said again. */
    last = 'no problems';
    /** What had the focus before the list was opened. @type {Element | null} */
    origin = null;

    words = make('span', { class: 'words' });
    badge = make('button', { class: 'badge', type: 'button', 'aria-expanded': 'false', 'aria-haspopup': 'dialog' },
      make('span', { class: 'dot', 'aria-hidden': 'true' }), this.words);
    heading = make('h2', { id: 'heading', tabindex: '-1' });
    shut = make('button', { class: 'shut', type: 'button', 'aria-label': 'Close' }, '\u00d7');
    note = make('p', { class: 'note' });
    command = make('code', { class: 'command' });
    copy = make('button', { type: 'button' }, 'Copy');
    copied = make('span', { class: 'copied', role: 'status' });
    lead = make('span', {});
    mend = make('p', { class: 'mend' }, this.lead, this.command, ' ', this.copy, ' ', this.copied);
    list = make('ol', { class: 'problems' });
    rest = make('p', { class: 'rest' });
    panel = make('dialog', { class: 'panel', 'aria-labelledby': 'heading' },
      make('header', {}, this.heading, this.shut),
      make('div', { class: 'body' }, this.note, this.mend, this.list, this.rest));
    said = make('p', { class: 'said', role: 'status', 'aria-live': 'polite' });
    room = make('div', { class: 'room', hidden: '' }, this.said, this.panel, this.badge);
    looks = make('link', { rel: 'stylesheet', href: `${ROOT}live.css` });
    /** Until it has its looks it would be a heap of text at the foot of the page. @type {Promise<void>} */
    ready = new Promise((ready) => {
      this.looks.onload = this.looks.onerror = () => {
        this.room.hidden = false;
        ready();
      };
    });

    connectedCallback() {
      if (this.shadowRoot) return;
      this.badge.onclick = () => (this.panel.open ? this.close() : this.open());
      this.shut.onclick = () => this.close();
      this.copy.onclick = () => void this.take();
      this.room.onkeydown = (event) => {
        if (event.key !== 'Escape' || !this.panel.open) return;
        event.stopPropagation();
        this.close();
      };
      this.attachShadow({ mode: 'open' }).append(this.looks, this.room);
      this.draw();
    }

    /** Whether the list is open. */
    get listed() {
      return this.panel.open;
    }

    /** @param {ProblemReport} report */
    show(report) {
      this.report = report;
      this.stopped = '';
      this.fill();
      this.draw();
      this.say(summary(report) || 'no problems');
    }

    /** The preview tells nothing any more. @param {string} why */
    stop(why) {
      if (this.stopped === why) return;
      this.stopped = why;
      this.draw();
      this.say('preview stopped');
    }

    /** Tells it to those who listen, once. @param {string} text */
    say(text) {
      if (text === this.last) return;
      this.last = text;
      // What is said in a hidden place is not heard.
      void this.ready.then(() => (this.said.textContent = text));
    }

    draw() {
      const { report, stopped } = this;
      const text = stopped ? 'preview stopped' : summary(report);
      this.words.textContent = text;
      this.heading.textContent = text || 'no problems';
      this.badge.className = `badge ${stopped ? 'stopped' : worst(report)}`;
      this.badge.hidden = text === '' || (told && !stopped);
      this.note.replaceChildren(...sentence(stopped
        || 'The page is older than these problems: it is what the files gave when they last had no errors.'));
      this.note.hidden = !stopped && (own || report === null || report.fresh);
      this.mend.hidden = stopped !== '' || !report?.fixable;
      this.lead.textContent = `${report?.fixable} of them can be mended for you: `;
      this.command.textContent = report?.command ?? '';
      this.rest.hidden = !report?.more;
      this.rest.replaceChildren(...sentence(`and ${report?.more} more: \`greenroom check\` lists them all`));
      if (text === '' && this.panel.open) this.vanish();
    }

    /** Shows the problems; where they are the same as before, the reader's place in the list stays. */
    fill() {
      const problems = this.report?.problems ?? [];
      const text = JSON.stringify(problems);
      if (text === this.filled) return;
      this.filled = text;
      this.copied.textContent = '';
      const focused = this.list.contains(this.shadowRoot?.activeElement ?? null);
      this.list.replaceChildren(...problems.map(entry));
      this.reach();
      if (focused) this.heading.focus();
    }

    /** Lines that are cut at the edge can be scrolled by keyboard; the others are no stop on the way. */
    reach() {
      for (const lines of this.list.querySelectorAll('pre')) {
        if (lines.scrollWidth > lines.clientWidth) lines.tabIndex = 0;
      }
    }

    /** Opens the list and leaves the focus where it is. */
    unfold() {
      // Not `show()`, which would take the focus to the first button.
      this.panel.open = true;
      this.badge.setAttribute('aria-expanded', 'true');
      this.reach();
    }

    open() {
      this.origin = document.activeElement === this ? null : document.activeElement;
      this.unfold();
      this.heading.focus();
    }

    fold() {
      this.panel.open = false;
      this.badge.setAttribute('aria-expanded', 'false');
    }

    close() {
      this.fold();
      this.badge.focus();
    }

    /** The last problem is gone while the list is open: the reader goes on where they were. */
    vanish() {
      const inside = document.activeElement === this;
      this.fold();
      if (inside && this.origin instanceof HTMLElement && this.origin.isConnected) this.origin.focus();
    }

    /** Copies the command; where a browser forbids that, selects it. */
    async take() {
      try {
        await navigator.clipboard.writeText(this.command.textContent ?? '');
        this.copied.textContent = 'copied';
      } catch {
        getSelection()?.selectAllChildren(this.command);
        this.copied.textContent = 'selected: copy it with your keyboard';
      }
    }
  }

  customElements.define('greenroom-problems', Problems);
})();
