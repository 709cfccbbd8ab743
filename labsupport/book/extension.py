"""The Sphinx extension: what both editions share, the pages' own layout, and checks that name the file and cell."""

from __future__ import annotations

import base64
import html
import json
import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode, NbMetadataCollector
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from labsupport.book import assets, catalogue, contents, formulas, glossary, prose, search
from labsupport.book.links import links
from labsupport.book.references import register_style
from labsupport.book.settings import settings
from labsupport.book.words import words

logger = logging.getLogger(__name__)
THEME = Path(__file__).parent / "theme"


def language_of(app: Sphinx) -> str:
    """The edition's language, ``"zh"`` or ``"en"``."""
    return "zh" if (app.config.language or "").startswith("zh") else "en"


def root_of(app: Sphinx) -> Path:
    """Where the book being built lies (fixtures build small books elsewhere)."""
    source = Path(app.srcdir)
    return source if contents.book()["editions"][language_of(app)]["folder"] == "." else source.parent


def configure(app: Sphinx, config: Config) -> None:
    """Settings both editions share.  Jupyter Book's own defaults for another theme are set aside."""
    language = language_of(app)
    say = words(language)
    os.environ["LABSUPPORT_STATIC"] = "1"  # widgets leave their front end to the page's own bundle
    config.html_theme_options = {}
    config.html_favicon = config.html_logo = None
    config.html_copy_source = True
    config.html_use_index = False
    config.html_domain_indices = False
    config.html_permalinks_icon = "#"
    config.nb_ipywidgets_js = {}
    config.nb_execution_raise_on_error = True
    config.nb_code_prompt_show = say["show_code"]
    config.nb_code_prompt_hide = say["hide_code"]
    config.nb_number_source_lines = False
    config.nb_merge_streams = True
    config.bibtex_reference_style = f"ionsyn_{language}"
    config.bibtex_default_style = f"ionsyn_{language}"
    register_style()
    cache = os.environ.get("LABSUPPORT_BOOK_CACHE")
    if cache:
        config.nb_execution_mode = "cache"
        config.nb_execution_cache_path = cache


def no_search_index(app: Sphinx) -> None:
    """The book has an index of its own; Sphinx's would split Chinese queries wrongly and weigh more."""
    if app.builder.format == "html":
        app.builder.search = False


def read(app: Sphinx, doctree: nodes.document) -> None:
    if language_of(app) == "zh":
        prose.join_lines(doctree)
    prose.own_anchors(doctree)
    if app.env.docname == "glossary":
        glossary.own_anchors(doctree, language_of(app))


def twins(app: Sphinx, env: BuildEnvironment) -> None:
    """Every page has its twin in the other edition."""
    root, language = root_of(app), language_of(app)
    for other in contents.languages():
        if other == language:
            continue
        for page in sorted(env.found_docs):
            if contents.source(page, other, root) is None:
                wanted = contents.folder(other, root) / f"{page}{Path(env.doc2path(page)).suffix}"
                logger.warning("no twin page: %s does not exist", wanted, location=page, type="twin")


def compose(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Render every formula once, and cut fonts to what they show."""
    if app.builder.format != "html":
        return []
    found = [node for page in sorted(env.found_docs) for node in formulas.in_document(env.get_doctree(page))]
    formulas.render_all(formulas.keys(found))
    shown = formulas.card_glyphs().union(*(formulas.glyphs(formulas.render(node)) for node in found))
    app.ionsyn_assets = assets.common(shown)
    app.ionsyn_search = {}
    return []


def _state(app: Sphinx, page: str) -> tuple[str, list[str]]:
    """The page's widget state, and the ids of the models its widgets compute with."""
    script = NbMetadataCollector.get_js_files(app.env, page).get("ipywidgets_state")
    if script is None:
        return "", []
    body = script[1]["body"]
    models: list[str] = []
    for widget in json.loads(body)["state"].values():
        for model in widget["state"].get("spec", {}).get("models", []):
            if model not in models:
                models.append(model)
    return body, models


def _model_scripts(app: Sphinx, models: list[str]) -> list[str]:
    from labsupport.widgets.bundle import model_script

    names = []
    for model in models:
        name = f"models/{re.sub(r'[^A-Za-z0-9_-]', '-', model)}.js"
        app.ionsyn_assets.add(name, model_script(model))
        names.append(name)
    return names


def _contents(app: Sphinx, page: str) -> list[dict]:
    """The book's parts with their pages, as the table of contents has them."""
    sitemap = app.config.external_site_map
    parts = []
    for tree in sitemap.root.subtrees:
        entries = [
            {"page": str(name), "title": _plain(app.env.titles[name]), "here": str(name) == page}
            for name in tree.items
            if str(name) in app.env.titles
        ]
        parts.append({"caption": tree.caption, "entries": entries, "open": any(e["here"] for e in entries)})
    return parts


def _plain(title: nodes.title) -> str:
    return prose.receptors(html.escape(" ".join(title.astext().split())))


def _above(page: str, language: str) -> str:
    """From a page to the root of the built site."""
    depth = page.count("/") + (0 if contents.book()["editions"][language]["folder"] == "." else 1)
    return "../" * depth


def _address(page: str, language: str) -> str:
    """A page below the root of the built site."""
    place = contents.book()["editions"][language]["folder"]
    return f"{page}.html" if place == "." else f"{place}/{page}.html"


def page_context(app: Sphinx, page: str, template: str, context: dict, doctree: nodes.document | None) -> None:
    language = language_of(app)
    other = next(code for code in contents.languages() if code != language)
    book, say = contents.book(), words(language)
    files: assets.Assets = app.ionsyn_assets
    site = settings(root_of(app))["site"].rstrip("/")
    twin = page if doctree is not None or page == "search" else book["front"]
    up = _above(page, language)

    def address(code: str) -> str:
        return f"{site}/{_address(twin, code)}" if site else f"{up}{_address(twin, code)}"

    if page == "404":
        path = urlsplit(site).path.rstrip("/") + "/" if site else "/"
        context.update(
            lang=book["editions"][language]["html"],
            book={"short": book["short"][language]},
            icon=base64.b64encode((assets.PICTURES / "icon.svg").read_bytes()).decode(),
            site_path=path,
            site_path_or_null=json.dumps(path if site else None),
            editions=[
                {
                    "lang": edition["html"],
                    "say": words(code),
                    "place": "index.html" if edition["folder"] == "." else f"{edition['folder']}/index.html",
                }
                for code, edition in book["editions"].items()
            ],
        )
        return
    body = context.get("body") or ""
    state, models = _state(app, page) if doctree is not None else ("", [])
    context.update(
        say=say,
        lang=book["editions"][language]["html"],
        language=language,
        other={"lang": book["editions"][other]["html"], "href": f"{up}{_address(twin, other)}"},
        book={key: book[key][language] for key in ("title", "short", "description", "author")},
        locale={code: book["editions"][code]["locale"] for code in (language, other)},
        copyright=say["copyright"].format(year=book["year"], author=book["author"][language]),
        asset=lambda name: context["pathto"](f"_static/{files.address(name)}", 1),
        parts=_contents(app, page),
        front=book["front"],
        links=links(page, language, settings(root_of(app)), root_of(app)) if doctree is not None else {},
        notebook=doctree is not None and Path(app.env.doc2path(page)).suffix == ".ipynb",
        math='class="katex' in body or bool(state),
        widgets=bool(state),
        state=state,
        models=_model_scripts(app, models),
        address=address(language) if site else "",
        alternates={book["editions"][code]["html"]: address(code) for code in contents.languages()},
        x_default=address(contents.languages()[0]),
        card=f"{site}/{files_prefix(language)}_static/{files.address(f'card-{language}.png')}" if site else "",
        page_words=json.dumps(
            {key: say[key] for key in ("copy", "copied", "copy_label", "theme_auto", "theme_light", "theme_dark")},
            ensure_ascii=False,
        ),
        summary=_summary(doctree) if doctree is not None else book["description"][language],
    )
    if doctree is not None:
        context["body"] = _finish(app, page, body, say)
        context["part"] = next((part["caption"] for part in context["parts"] if part["open"]), None)
        context["tips"] = glossary.tips(app, page, context["body"], language)
        context["on_page"] = _on_page(app, page)
        for neighbour in (context.get("prev"), context.get("next")):
            if neighbour:
                neighbour["title"] = prose.receptors(neighbour["title"])
        search.collect(app, page, doctree)


def files_prefix(language: str) -> str:
    place = contents.book()["editions"][language]["folder"]
    return "" if place == "." else f"{place}/"


def _finish(app: Sphinx, page: str, body: str, say: dict[str, str]) -> str:
    """What Sphinx's writer leaves in a page that is not in its language or not needed."""
    body = re.sub(
        r'<a class="headerlink" href="([^"]*)" title="[^"]*">[^<]*</a>',
        lambda m: f'<a class="headerlink" href="{m[1]}" aria-label="{html.escape(say["link_here"])}">#</a>',
        body,
    )
    # A list's children are its items, whatever else they are.
    entry = '<div class="citation" id="\\1" role="listitem">'
    body = re.sub(r'<div class="citation" id="([^"]*)" role="doc-biblioentry">', entry, body)
    body = glossary.link(app, body, page, language_of(app))
    # An outer link opens beside the book, and says nothing of the reader.
    return re.sub(
        r'<a class="reference external" href="(https?:)', r'<a class="reference external" rel="noopener" href="\1', body
    )


def _summary(doctree: nodes.document) -> str:
    """The first paragraph, for search engines and shared links."""
    for paragraph in doctree.findall(nodes.paragraph):
        text = " ".join(paragraph.astext().split())
        if len(text) > 20:
            return text if len(text) <= 200 else text[:199].rstrip() + "…"
    return ""


def _on_page(app: Sphinx, page: str) -> list[dict]:
    """The page's own headings, two levels deep."""

    def entries(tree: nodes.Element, depth: int) -> list[dict]:
        found = []
        for item in tree.children:
            if not isinstance(item, nodes.list_item):
                continue
            reference = next(iter(item.findall(nodes.reference)), None)
            below = [child for child in item.children if isinstance(child, nodes.bullet_list)]
            inner = [entry for child in below for entry in entries(child, depth + 1)] if depth < 2 else []
            if reference is not None:
                found.append({"anchor": reference["anchorname"], "title": _inline(app, reference), "below": inner})
        return found

    top = [entry for child in app.env.tocs[page].children for entry in entries(nodes.Element("", child), 0)]
    return top[0]["below"] if len(top) == 1 else top


def _inline(app: Sphinx, reference: nodes.reference) -> str:
    children = [c.deepcopy() for c in reference.children]
    return prose.receptors(app.builder.render_partial(nodes.inline("", "", *children))["fragment"])


def visit_hidden(self, node: HideCodeCellNode) -> None:
    """A folded cell: one summary whose words follow its state, without a label in another language."""
    classes = " ".join(node["classes"])
    show, hide = html.escape(node["prompt_show"]), html.escape(node["prompt_hide"])
    self.body.append(
        f'<details class="hide {classes}"><summary><span class="collapsed">{show}</span>'
        f'<span class="expanded">{hide}</span></summary>\n'
    )


def depart_hidden(self, node: HideCodeCellNode) -> None:
    self.body.append("</details>\n")


def extra_pages(app: Sphinx) -> list[tuple[str, dict, str]]:
    return [
        ("search", {"title": words(language_of(app))["search"]}, "search.html"),
        ("404", {"title": words(language_of(app))["not_found"]}, "404.html"),
    ]


def finish(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html" or not hasattr(app, "ionsyn_assets"):
        return
    outdir = Path(app.outdir)
    app.ionsyn_assets.write(outdir / "_static")
    (outdir / "search_index.js").write_text(search.script(app, language_of(app)), "utf-8")
    (outdir / "licences.txt").write_text(assets.licences(), "utf-8")
    for leftover in ("objects.inv", "searchindex.js", ".buildinfo", "genindex.html"):
        path = outdir / leftover
        if path.is_file():
            path.unlink()


def complete(app: Sphinx, docname: str, source: list[str]) -> None:
    catalogue.write(docname, source, language_of(app), root_of(app))


def setup(app: Sphinx) -> dict:
    # Jupyter Book always hands this over, for an extension the book does not load.
    app.add_config_value("comments_config", {}, "html", dict)
    app.add_html_theme("ionsyn", str(THEME))
    app.connect("config-inited", configure, priority=10)
    app.connect("builder-inited", no_search_index)
    app.connect("source-read", complete)
    app.connect("doctree-read", read, priority=10)
    app.connect("env-check-consistency", twins)
    app.connect("env-updated", compose)
    app.connect("html-page-context", page_context, priority=900)
    app.connect("html-collect-pages", extra_pages)
    app.connect("build-finished", finish, priority=900)
    app.add_post_transform(prose.Typesetting)
    for node, visit, depart in (
        (prose.Foreign, prose.visit_foreign, prose.depart_foreign),
        (prose.Lowered, prose.visit_lowered, prose.depart_lowered),
        (prose.Fold, prose.visit_fold, prose.depart_fold),
        (prose.FoldTitle, prose.visit_fold_title, prose.depart_fold_title),
    ):
        app.add_node(node, html=(visit, depart))
    app.add_node(HideCodeCellNode, override=True, html=(visit_hidden, depart_hidden))
    app.add_html_math_renderer("ionsyn", (formulas.visit_math, None), (formulas.visit_displaymath, None))
    app.connect("config-inited", lambda app, config: setattr(config, "html_math_renderer", "ionsyn"), priority=11)
    return {"version": "1", "parallel_read_safe": False, "parallel_write_safe": False}
