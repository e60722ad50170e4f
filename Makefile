# Two commands: `make run` starts the app, `make test` checks everything. Both need nothing but Python 3.11 or newer.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8501

.PHONY: run test lint types imports tests browser programs bench pictures sheets import-graph lock word-lists coverage clean

run: .venv/app
	@$(BIN)/streamlit run app.py --server.port $(PORT)

test: .venv/dev lint types imports tests

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m tests.check_scripts lint

types:
	$(BIN)/mypy
	$(BIN)/python -m tests.check_scripts check

imports:
	$(BIN)/lint-imports

import-graph: .venv/dev
	$(BIN)/python -m docs.imports

# The versions of everything that is installed, for Python 3.11 and newer on every system.
lock: | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv -c requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --no-header --no-annotate requirements-dev.txt -o requirements.lock

tests: browser programs
	$(BIN)/python -m pytest -n 3 --dist worksteal --durations=15 -rRs

# Which branches of workshop/ and server/ the tests without a browser run.
coverage: .venv/dev
	$(BIN)/python -m pytest -n 2 --dist worksteal tests/workshop tests/words tests/server tests/pages tests/texts --cov

browser:
	$(BIN)/python tests/find_browser.py

programs:
	$(BIN)/python tests/find_programs.py

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/app: requirements.txt requirements.lock | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt -c requirements.lock
	@touch $@

.venv/dev: requirements.txt requirements-dev.txt requirements.lock | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt -c requirements.lock
	@touch $@ .venv/app

# The Swedish and English word lists, from the packages they are made of.
word-lists: .venv/app
	$(PYTHON) -m venv .venv/word-lists
	.venv/word-lists/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.txt -c requirements.lock
	.venv/word-lists/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -r data/words/build/requirements.txt
	.venv/word-lists/bin/python -m data.words.build

bench: .venv/dev
	$(BIN)/python -m benchmarks.crowd --phones 100 300 1000 3000 --repeats 3 --json benchmarks/crowd.json --plot docs/pictures/crowd.svg
	$(BIN)/python -m benchmarks.crowd_readme
	$(BIN)/python -m benchmarks.aims --repeats 3
	$(BIN)/python -m benchmarks.cold

clean:
	rm -rf .venv .mypy_cache .ruff_cache .hypothesis .import_linter_cache

pictures: .venv/dev browser
	$(BIN)/python docs/pictures/make.py

# All pages at five widths in both themes, one sheet each, to look at; they are not kept.
sheets: .venv/dev browser
	$(BIN)/python docs/pictures/sheets.py build/sheets
