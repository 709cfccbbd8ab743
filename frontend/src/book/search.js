/* The book's own search.  Chinese is matched as typed; where a query does not occur as a whole, it falls apart into
   the names of terms it contains, and the rest into pairs of characters. */
(function () {
  "use strict";
  const index = window.ionsynIndex;
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[\u2010-\u2015\u2212]/g, "-");
  const han = /\p{Script=Han}/u;
  const WEIGHT = { title: 60, titleWhole: 60, heading: 18, headingWhole: 14, term: 22, text: 1 };

  const terms = index.terms.map((term) => ({ ...term, names: term.n.map(fold) }));
  const pages = index.pages.map((page) => ({
    ...page,
    sections: page.s.map((section) => ({ ...section, heading: fold(section.h), text: fold(section.t) })),
  }));
  const names = Array.from(new Set(terms.flatMap((term) => term.names))).sort((a, b) => b.length - a.length);

  /* Words of a query: Latin ones as they stand, Chinese runs cut at the names of terms. */
  function pieces(query) {
    const found = [];
    for (const part of fold(query).split(/[^\p{L}\p{N}_+.\-⁺⁻]+/u).filter(Boolean)) {
      for (const run of part.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) || []) {
        if (!han.test(run)) { found.push(run); continue; }
        let rest = run;
        while (rest) {
          const name = names.find((candidate) => han.test(candidate) && rest.startsWith(candidate));
          const length = name ? name.length : Math.min(rest.length, rest.length === 3 ? 3 : 2);
          found.push(rest.slice(0, length));
          rest = rest.slice(length);
        }
      }
    }
    return Array.from(new Set(found));
  }

  function times(text, word) {
    if (!word) return 0;
    if (!han.test(word)) {
      /* A Latin word starts where a word starts: "ion" is not in "reversion". */
      const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      return (text.match(new RegExp("(?<![\\p{Script=Latin}\\p{N}])" + escaped, "gu")) || []).length;
    }
    return text.split(word).length - 1;
  }

  /* The same idea under its other names: a synonym finds what its term finds, a little lower. */
  function wishes(query) {
    const whole = fold(query).trim().replace(/\s+/g, " ");
    const wanted = [];
    const add = (word, weight) => {
      const known = wanted.find((wish) => wish.word === word);
      if (known) known.weight = Math.max(known.weight, weight);
      else wanted.push({ word, weight });
    };
    add(whole, 3);
    const parts = pieces(query);
    for (const word of parts) if (word !== whole) add(word, 1);
    for (const term of terms) {
      for (const name of term.names) {
        if (name === whole || (parts.includes(name) && han.test(name))) for (const other of term.names) if (other !== name) add(other, name === whole ? 1.6 : 0.6);
      }
    }
    return { whole, parts, wanted };
  }

  function rank(query) {
    const { whole, parts, wanted } = wishes(query);
    const hits = [];
    for (const page of pages) {
      let best = null;
      let total = 0;
      const met = new Set();
      page.sections.forEach((section, depth) => {
        let score = 0;
        let quoted = "";
        for (const { word, weight } of wanted) {
          const inHeading = times(section.heading, word);
          const inText = times(section.text, word);
          if (inHeading || inText) { met.add(word); if (!quoted && inText) quoted = word; }
          if (inHeading) {
            score += weight * (depth === 0 ? WEIGHT.title : WEIGHT.heading);
            if (section.heading === word) score += weight * (depth === 0 ? WEIGHT.titleWhole : WEIGHT.headingWhole);
          }
          if (inText) score += weight * WEIGHT.text * (1 + Math.log2(inText)) * 2;
        }
        total += depth === 0 ? score : score * 0.5;
        if (score > (best ? best.score : 0)) best = { score, section, quoted };
      });
      if (page.p === "glossary") {
        for (const term of terms) {
          const named = wanted.filter(({ word, weight }) => term.names.includes(word) && weight >= 1);
          const mentioned = wanted.find(({ word, weight }) => weight >= 1 && term.names.some((name) => times(name, word)));
          const score = named.length ? WEIGHT.term * named[0].weight : mentioned ? 3 * mentioned.weight : 0;
          if (!score) continue;
          for (const wish of named.length ? named : [mentioned]) met.add(wish.word);
          total = Math.max(total, score);
          if (!best || score > best.score) best = { score, section: { a: term.i, h: term.n.join("、"), t: term.d }, quoted: whole, term };
        }
      }
      if (!best) continue;
      /* Pages that know every word come before pages that know one of them well. */
      const known = parts.filter((word) => met.has(word)).length;
      if (!met.has(whole) && known < parts.length) total *= parts.length ? 0.4 * known / parts.length + 0.02 : 0;
      if (total > 0.2) hits.push({ page, total, best });
    }
    return hits.sort((a, b) => b.total - a.total);
  }

  function marked(text, words) {
    const fragment = document.createDocumentFragment();
    const folded = fold(text);
    let at = 0;
    if (folded.length === text.length) {
      while (at < text.length) {
        let next = -1;
        let length = 0;
        for (const word of words) {
          const found = word ? folded.indexOf(word, at) : -1;
          if (found >= 0 && (next < 0 || found < next || (found === next && word.length > length))) { next = found; length = word.length; }
        }
        if (next < 0) break;
        fragment.append(text.slice(at, next));
        const mark = document.createElement("mark");
        mark.textContent = text.slice(next, next + length);
        fragment.append(mark);
        at = next + length;
      }
    }
    fragment.append(text.slice(at));
    return fragment;
  }

  function excerpt(text, word) {
    const at = word ? Math.max(0, fold(text).indexOf(word)) : 0;
    const wide = han.test(text) ? 110 : 220;
    let start = Math.max(0, at - Math.round(wide / 4));
    if (start && !han.test(text)) start = text.indexOf(" ", start) + 1;
    const end = Math.min(text.length, start + wide);
    return (start ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "");
  }

  function show(query) {
    const status = document.getElementById("search-status");
    const list = document.getElementById("search-results");
    list.replaceChildren();
    if (!fold(query).trim()) { status.textContent = ""; return; }
    const hits = rank(query);
    const { wanted } = wishes(query);
    const words = wanted.map((wish) => wish.word);
    const sentence = hits.length === 0 ? status.dataset.none : hits.length === 1 ? status.dataset.foundOne : status.dataset.found;
    status.textContent = sentence.replace("{query}", query).replace("{count}", String(hits.length));
    const up = document.documentElement.dataset.content_root;
    for (const { page, best } of hits) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      const first = page.sections[0];
      link.href = up + page.p + ".html" + (best.section.a ? "#" + best.section.a : "");
      link.dataset.page = page.p;
      link.append(marked(first.h, words));
      item.append(link);
      if (best.section.a) {
        const place = document.createElement("p");
        place.className = "place";
        place.append(marked(best.section.h, words));
        item.append(place);
      }
      if (best.section.t) {
        const quote = document.createElement("p");
        quote.append(marked(excerpt(best.section.t, best.quoted), words));
        item.append(quote);
      }
      list.append(item);
    }
  }

  const box = document.getElementById("query");
  const form = box.form;
  box.value = new URLSearchParams(location.search).get("q") || "";
  const renew = () => {
    show(box.value);
    try { history.replaceState(null, "", box.value ? "?q=" + encodeURIComponent(box.value) : location.pathname); } catch (fromDisk) { /* an address from disk cannot change */ }
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); renew(); });
  let timer = 0;
  box.addEventListener("input", (event) => { if (!event.isComposing) { clearTimeout(timer); timer = setTimeout(renew, 150); } });
  box.addEventListener("compositionend", renew);
  if (box.value) show(box.value);
})();
