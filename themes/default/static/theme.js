/**
 * @file What must be known before anything is drawn, so that nothing jumps: light or dark as the visitor chose it, and
 * whether the search will work. So it is no module and waits for nothing. The choice is made in `page.js`.
 */
// From a disk no browser runs modules.
if (location.protocol !== "file:") document.documentElement.dataset.modules = "";
try {
  const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
  const chosen = localStorage.getItem(`greenroom:${new URL("../", own).pathname}:theme`);
  if (chosen) document.documentElement.dataset.theme = chosen;
} catch {
  // A browser that keeps nothing shows what the device asks for.
}
