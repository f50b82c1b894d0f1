/**
 * @file Light or dark as the visitor chose it, before anything is drawn: so it is no module and waits for nothing.
 * The choice is made at the foot of each page, in `page.js`.
 */
try {
  const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
  const chosen = localStorage.getItem(`greenroom:${new URL("../", own).pathname}:theme`);
  if (chosen) document.documentElement.dataset.theme = chosen;
} catch {
  // A browser that keeps nothing shows what the device asks for.
}
