# Two commands: `make run` starts the app, `make test` checks everything. Both need nothing but Python 3.11 or newer.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8501

.PHONY: run test lint types imports tests browser programs bench pictures clean

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

tests: browser programs
	$(BIN)/python -m pytest -n 2 --dist worksteal --durations=15 -rRs

browser:
	$(BIN)/python tests/find_browser.py

programs:
	$(BIN)/python tests/find_programs.py

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/app: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/dev: requirements.txt requirements-dev.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ .venv/app

bench: .venv/dev
	$(BIN)/python -m benchmarks.crowd --phones 100 300 1000 3000 --repeats 3 --json benchmarks/crowd.json --plot docs/pictures/crowd.svg
	$(BIN)/python -m benchmarks.crowd_readme
	$(BIN)/python -m benchmarks.cold

clean:
	rm -rf .venv .mypy_cache .ruff_cache .hypothesis .import_linter_cache

pictures: .venv/dev browser
	$(BIN)/python docs/pictures/make.py
