// Colours come from the tokens of the style sheet, in whatever theme the page is in.
export function createPalette(root) {
  // Reading a computed style makes the browser bring the page up to date, so each value is read once a theme.
  let cache = new Map();
  const styles = getComputedStyle(root);
  const once = (name, read) => {
    if (!cache.has(name)) cache.set(name, read());
    return cache.get(name);
  };
  return {
    color: (name) => once(name, () => styles.getPropertyValue(`--is-${name}`).trim() || styles.color),
    family: () => once("font-family", () => styles.fontFamily),
    refresh: () => (cache = new Map()),
  };
}

// Calls back when the book or JupyterLab changes theme, or the system changes contrast.
export function onThemeChange(callback) {
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class"] });
  observer.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
  const queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"].map((q) => matchMedia(q));
  for (const query of queries) query.addEventListener("change", callback);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener("change", callback);
  };
}

const paper = matchMedia("print");
export const isPrinting = () => paper.matches;
export const reducedMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
