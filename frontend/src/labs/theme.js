// Colours come from the tokens of the style sheet, in whatever theme the page is in.
export function createPalette(root) {
  let cache = new Map();
  const styles = getComputedStyle(root);
  const color = (name) => {
    if (!cache.has(name)) cache.set(name, styles.getPropertyValue(`--is-${name}`).trim() || styles.color);
    return cache.get(name);
  };
  return { color, family: () => styles.fontFamily, refresh: () => (cache = new Map()) };
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

export const reducedMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
