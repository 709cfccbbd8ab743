"""``python -m labsupport.book build|serve|configure``: build the book, read it here, write its generated files."""

from __future__ import annotations

import argparse
from pathlib import Path

from labsupport.book import contents, declared, glossary
from labsupport.book.settings import ROOT


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m labsupport.book", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in (("build", "build both editions into build/html"), ("serve", "build and serve on localhost")):
        command = commands.add_parser(name, help=text)
        command.add_argument("--root", type=Path, default=ROOT, help="the book's folder")
        command.add_argument("--output", type=Path, help="where the site goes (default: build/html)")
        command.add_argument("--cache", action="store_true", help="keep outputs of notebooks while nothing changed")
    serve = commands.choices["serve"]
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument("--no-build", action="store_true", help="serve what is there")
    configure = commands.add_parser("configure", help="write _config.yml, _toc.yml, glossary.md and the index")
    configure.add_argument("--root", type=Path, default=ROOT)
    options = parser.parse_args(arguments)
    if options.command == "configure":
        contents.write(options.root)
        glossary.write(options.root)
        declared.write()
        return
    from labsupport.book.build import build

    site = options.output or options.root / "build/html"
    if options.command == "build" or not options.no_build:
        site = build(options.root, site, force=not options.cache)
    if options.command == "serve":
        _serve(site.resolve(), options.port)


def _serve(site: Path, port: int) -> None:
    from labsupport.book.site import server

    try:
        http = server(site, port, quiet=False)
    except OSError:
        http = server(site, 0, quiet=False)  # another book is open at that port
    address = f"http://127.0.0.1:{http.server_address[1]}"
    print(f"\n中文: {address}/\nEnglish: {address}/en/\nStop with Ctrl-C.", flush=True)
    try:
        http.serve_forever()
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
