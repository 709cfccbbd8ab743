/* What a page of the book does besides being read: colours, contents, language, tooltips, copying code. */
(function () {
  "use strict";
  const root = document.documentElement;
  const words = JSON.parse(document.body.dataset.words);
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));

  function themeButton() {
    const button = document.querySelector(".theme-button");
    const name = () => {
      const label = words["theme_" + root.dataset.mode];
      button.setAttribute("aria-label", label);
      button.title = label;
    };
    button.hidden = false;
    name();
    button.addEventListener("click", () => { window.ionsynTheme.next(); name(); });
  }

  function contents() {
    const button = document.querySelector(".menu-button");
    const panel = document.getElementById("contents");
    const open = (state) => {
      root.classList.toggle("contents-open", state);
      button.setAttribute("aria-expanded", String(state));
      if (state) (panel.querySelector("[aria-current]") || panel.querySelector("a")).focus();
    };
    button.addEventListener("click", () => open(!root.classList.contains("contents-open")));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && root.classList.contains("contents-open")) { open(false); button.focus(); }
    });
    document.addEventListener("click", (event) => {
      if (root.classList.contains("contents-open") && !panel.contains(event.target) && !button.contains(event.target)) open(false);
    });
    const here = panel.querySelector("[aria-current]");
    if (here && here.offsetTop > panel.clientHeight - 80) panel.scrollTop = here.offsetTop - panel.clientHeight / 2;
  }

  /* Places that both editions share: labels are the same in either language. */
  function placeNow() {
    const line = 140;
    const marks = all("main [id]").filter((element) => /^(sec|eq|fig|lab|ex|equation-eq)-/.test(element.id) || element.closest("dl.glossary"));
    let found = "";
    for (const mark of marks) if (mark.getBoundingClientRect().top <= line) found = mark.id;
    return window.scrollY < 80 ? "" : found;
  }
  function languageLink() {
    const link = document.querySelector("a.language");
    const bare = link.getAttribute("href").split("#")[0];
    const aim = () => {
      const place = placeNow();
      const query = document.body.classList.contains("search-page") ? location.search : "";
      link.setAttribute("href", bare + query + (place ? "#" + place : ""));
    };
    for (const kind of ["pointerdown", "focus", "mouseenter", "click"]) link.addEventListener(kind, aim);
  }

  function tooltips() {
    const links = all("a.term[aria-describedby]");
    let shown = null;
    let timer = 0;
    const hide = () => {
      clearTimeout(timer);
      if (!shown) return;
      shown.tip.hidden = true;
      shown = null;
    };
    const show = (link) => {
      clearTimeout(timer);
      const tip = document.getElementById(link.getAttribute("aria-describedby"));
      if (!tip || (shown && shown.link === link)) return;
      hide();
      tip.hidden = false;
      shown = { link, tip };
      const place = link.getClientRects()[0];
      const width = tip.offsetWidth;
      const height = tip.offsetHeight;
      const left = Math.max(8, Math.min(place.left, root.clientWidth - width - 8));
      const above = place.top - height - 8;
      tip.style.left = left + window.scrollX + "px";
      tip.style.top = (above > 64 ? above : place.bottom + 8) + window.scrollY + "px";
    };
    const later = (work, wait) => { clearTimeout(timer); timer = setTimeout(work, wait); };
    let touched = null;
    for (const link of links) {
      link.addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch" ? link : null; });
      link.addEventListener("mouseenter", () => { if (!touched) later(() => show(link), 120); });
      link.addEventListener("mouseleave", () => { if (!touched) later(hide, 200); });
      link.addEventListener("focus", () => { if (!touched) show(link); });
      link.addEventListener("blur", () => later(hide, 100));
      /* A first touch explains the term, a second follows the link. */
      link.addEventListener("click", (event) => {
        if (touched !== link) return;
        touched = null;
        if (shown && shown.link === link) return;
        event.preventDefault();
        show(link);
      });
    }
    for (const tip of all(".tip")) {
      tip.addEventListener("mouseenter", () => clearTimeout(timer));
      tip.addEventListener("mouseleave", () => later(hide, 200));
    }
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
    document.addEventListener("pointerdown", (event) => {
      if (shown && !shown.tip.contains(event.target) && !shown.link.contains(event.target)) hide();
    });
    window.addEventListener("resize", hide);
  }

  function copyButtons() {
    if (!navigator.clipboard) return;
    for (const block of all(".cell_input .highlight, div[class^=highlight-]:not(.cell_input) .highlight")) {
      if (block.closest(".cell_output")) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = words.copy;
      button.setAttribute("aria-label", words.copy_label);
      button.addEventListener("click", () => {
        navigator.clipboard.writeText(block.querySelector("pre").textContent.replace(/\n$/, "")).then(() => {
          button.textContent = words.copied;
          setTimeout(() => { button.textContent = words.copy; }, 1500);
        });
      });
      block.append(button);
    }
  }

  function onPage() {
    const links = all(".on-page a");
    const places = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1)))).map((e, i) => [e, links[i]]).filter(([e]) => e);
    if (!places.length) return;
    let waiting = false;
    const mark = () => {
      waiting = false;
      let here = null;
      for (const [element, link] of places) if (element.getBoundingClientRect().top < 160) here = link;
      for (const link of links) link.classList.toggle("here", link === here);
    };
    addEventListener("scroll", () => { if (!waiting) { waiting = true; requestAnimationFrame(mark); } }, { passive: true });
    mark();
  }

  function hub() {
    for (const form of all("form[data-pull]")) {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        location.href = form.querySelector("input").value.trim().replace(/\/+$/, "") + "/" + form.dataset.pull;
      });
    }
  }

  /* What scrolls sideways can be reached by keyboard. */
  function scrollers() {
    const look = () => {
      for (const box of all("article pre, .formula, article table")) {
        if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
        else if (box.tabIndex === 0) box.removeAttribute("tabindex");
      }
    };
    look();
    addEventListener("resize", look);
    document.fonts.ready.then(look);
  }

  function shortcut() {
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable) return;
      const box = document.getElementById("query") || document.getElementById("search-box");
      if (box && box.offsetParent) { event.preventDefault(); box.focus(); }
    });
  }

  /* A fold that hides the place an address names must open. */
  function openFolds() {
    const open = () => {
      const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      for (let node = place; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
    };
    addEventListener("hashchange", open);
    open();
  }

  for (const start of [themeButton, contents, languageLink, tooltips, copyButtons, onPage, hub, scrollers, shortcut, openFolds]) start();
})();
