/**
 * @file The key `/` goes to the search box, on every page. It can be switched off on the search page, as a key
 * without Ctrl or Alt must be (WCAG 2.1.4), and that is remembered in this browser.
 */

// Storage belongs to the whole host: the site's folder keeps its sites apart.
const key = `greenroom:${new URL("../", import.meta.url).pathname}:slash`;
const box = document.querySelector("input[type=search]");

/** Whether the key is switched off; a browser that keeps nothing never has it off. */
function isOff() {
  try {
    return localStorage.getItem(key) === "off";
  } catch {
    return false;
  }
}

/** @param {boolean} off */
function set(off) {
  try {
    if (off) localStorage.setItem(key, "off");
    else localStorage.removeItem(key);
  } catch {
    // Then it holds until the page is left.
  }
  if (off) box?.removeAttribute("aria-keyshortcuts");
  else box?.setAttribute("aria-keyshortcuts", "/");
  active = !off;
}

let active = true;
set(isOff());

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
