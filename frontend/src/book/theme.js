/* Runs before the page is painted, so that a dark page never flashes white. */
(function () {
  var root = document.documentElement;
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function choice() {
    try { return localStorage.getItem("ionsyn:theme") || "auto"; } catch (storageOff) { return "auto"; }
  }
  function apply() {
    var chosen = root.dataset.mode || choice();
    root.dataset.mode = chosen;
    root.dataset.theme = chosen === "auto" ? (dark.matches ? "dark" : "light") : chosen;
  }
  root.classList.add("scripts");
  apply();
  dark.addEventListener("change", apply);
  window.ionsynTheme = {
    next: function () {
      var order = ["auto", "light", "dark"];
      root.dataset.mode = order[(order.indexOf(root.dataset.mode) + 1) % order.length];
      try { localStorage.setItem("ionsyn:theme", root.dataset.mode); } catch (storageOff) { /* kept for this page only */ }
      apply();
      return root.dataset.mode;
    },
  };
})();
