# Two commands matter: `make serve` builds the book and opens it here, `make test` proves it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)
PORT ?= 8000
REPORTS := build/reports
PYTEST := $(BIN)/python -m pytest -q

.PHONY: serve book test lint browser frontend notebooks bench binder clean

serve: $(VENV)/book
	$(BIN)/python -m labsupport.book serve --cache --port $(PORT)

book: $(VENV)/book
	$(BIN)/python -m labsupport.book build

# The environment: pinned requirements (Node comes as one of them) and the package itself.
$(VENV)/book: requirements.txt constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "The book needs Python 3.11 or newer; name one with: make PYTHON=python3.11 serve")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

# Brian2 has an environment of its own; requirements-brian2.txt says why.
$(VENV)/brian2/ready: requirements-brian2.txt | $(VENV)/book
	$(PYTHON) -m venv $(VENV)/brian2
	$(VENV)/brian2/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-brian2.txt
	touch $@

$(VENV)/test: $(VENV)/book $(VENV)/brian2/ready requirements-test.txt requirements-crosscheck.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-test.txt -r requirements-crosscheck.txt
	touch $@

# The built front end is committed; this rebuilds it from its sources.
frontend/node_modules/.package-lock.json: frontend/package-lock.json | $(VENV)/book
	cd frontend && npm ci --no-audit --no-fund --loglevel=error
	touch $@

frontend: frontend/node_modules/.package-lock.json
	cd frontend && npm run --silent build

browser: $(VENV)/test
	$(BIN)/python -m labsupport.book.browser

lint: $(VENV)/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

# Layers in the order in which they are cheapest to fail.
test: browser lint frontend/node_modules/.package-lock.json
	mkdir -p $(REPORTS)
	$(BIN)/python -m labsupport.book.notebooks check
	$(PYTEST) tests/science tests/exercises tests/agreement tests/notebooks tests/editions tests/release tests/book -n 2 --dist loadgroup --junitxml=$(REPORTS)/fast.xml
	$(PYTEST) --nbval --nbval-current-env -n 2 --dist loadfile $$($(BIN)/python -m labsupport.book.notebooks list) --junitxml=$(REPORTS)/notebooks.xml
	$(BIN)/python -m labsupport.book build
	$(PYTEST) tests/page -n 2 --junitxml=$(REPORTS)/page.xml
	$(PYTEST) tests/binder --junitxml=$(REPORTS)/binder.xml

# Run every notebook and keep its reference outputs.
notebooks: $(VENV)/book
	$(BIN)/python -m labsupport.book.notebooks run

bench: browser
	test -f build/html/index.html || $(BIN)/python -m labsupport.book build
	$(BIN)/python tests/bench/bench.py

clean:
	rm -rf build
