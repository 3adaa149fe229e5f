# Everything runs in .venv, which the first target that needs it makes.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: ask test test-slow lint build eval clean

ask: .venv/run                            ## make ask Q="How do I ...?"
	@$(BIN)/closum-help kb build --text-only --quiet
	@$(BIN)/closum-help -q "$$Q"

test: .venv/dev                           ## lint, types, knowledge, tests
	$(BIN)/closum-help kb build --quiet
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/closum-help kb check
	$(BIN)/pytest -m "not slow"

test-slow: .venv/dev                      ## the suites with real components that take long
	$(BIN)/pytest -m slow

build: .venv/dev                          ## knowledge/ and prompts/ -> closum_help/compiled/
	$(BIN)/closum-help kb build

eval: .venv/dev                           ## the labelled questions of tests/cases
	$(BIN)/closum-help kb build --quiet
	$(BIN)/closum-help eval

.venv/run: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

.venv/dev: .venv/run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"  # --group came with it
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

clean:
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache
