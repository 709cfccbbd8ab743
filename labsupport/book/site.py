"""The built site as a whole: its map, its policy, and serving it on this machine."""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.sax.saxutils import escape

from labsupport.book import contents


def page_address(page: str, language: str) -> str:
    """A page's address below the root of the site."""
    place = contents.book()["editions"][language]["folder"]
    return f"{page}.html" if place == "." else f"{place}/{page}.html"


def robots(address: str) -> str:
    lines = ["User-agent: *", "Allow: /"]
    # The protocol knows absolute addresses only, so the map is named once the site has one.
    if address:
        lines.append(f"Sitemap: {address}/sitemap.xml")
    return "\n".join(lines) + "\n"


def sitemap(site: Path, address: str) -> str:
    """Every page of both editions, each with its twin."""
    editions = contents.book()["editions"]
    urls = []
    for page in contents.pages():
        places = {code: escape(f"{address}/{page_address(page, code)}") for code in editions}
        twins = "".join(
            f'<xhtml:link rel="alternate" hreflang="{editions[code]["html"]}" href="{place}"/>'
            for code, place in places.items()
        )
        for code in editions:
            if (site / page_address(page, code)).exists():
                urls.append(f"<url><loc>{places[code]}</loc>{twins}</url>")
    opening = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + opening + "\n" + "\n".join(urls) + "\n</urlset>\n"


def inline_scripts(site: Path) -> list[str]:
    """CSP hashes of every inline script of the site; only the page for missing addresses has one."""
    found = set()
    for path in sorted(site.rglob("*.html")):
        for attributes, body in re.findall(r"<script\b([^>]*)>(.*?)</script>", path.read_text("utf-8"), re.S):
            kind = re.search(r'type="([^"]*)"', attributes)
            if "src=" in attributes or (kind and "javascript" not in kind[1]) or not body.strip():
                continue
            digest = base64.b64encode(hashlib.sha256(body.encode("utf-8")).digest()).decode()
            found.add(f"'sha256-{digest}'")
    return sorted(found)


def policy(site: Path) -> str:
    """The content-security policy every page of the site runs under."""
    scripts = " ".join(["'self'", *inline_scripts(site)])
    return f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:"


class Handler(SimpleHTTPRequestHandler):
    """Serves the site below a prefix, with its policy and its page for missing addresses."""

    extensions_map = {  # noqa: RUF012
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".woff2": "font/woff2",
        ".txt": "text/plain; charset=utf-8",
        ".svg": "image/svg+xml",
        ".ipynb": "application/x-ipynb+json",
    }

    def __init__(self, *arguments, site: Path, prefix: str, csp: str, quiet: bool, **options):
        self.site, self.prefix, self.csp, self.quiet = site, prefix, csp, quiet
        super().__init__(*arguments, directory=str(site), **options)

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.prefix + "/"):
            return str(self.site / "there is no such file")
        return super().translate_path(path[len(self.prefix) :])

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        missing = self.site / "404.html"
        if code != 404 or not missing.exists():
            super().send_error(code, message, explain)
            return
        content = missing.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.csp)
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def list_directory(self, path: str) -> None:
        self.send_error(404)

    def log_message(self, *arguments) -> None:
        if not self.quiet:
            super().log_message(*arguments)


class Server(ThreadingHTTPServer):
    """A server that takes a reader's leaving before the end for what it is."""

    allow_reuse_address = True

    def handle_error(self, request, client_address) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def server(site: Path, port: int = 0, prefix: str = "", quiet: bool = True) -> Server:
    """A server of `site` on this machine; port 0 takes a free one."""
    handler = partial(Handler, site=site, prefix=prefix, csp=policy(site), quiet=quiet)
    return Server(("127.0.0.1", port), handler)
