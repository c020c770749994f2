PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.PHONY: demo test lint soak

demo: $(INSTALLED)  ## Grades the sample class and says where the pages are.
	$(BIN)/grader batch examples/class --assignment foundations --out demo

test: $(INSTALLED) lint  ## Style, types, floors, and the whole test suite.
	$(BIN)/pytest -n 2 --dist loadfile -m "not soak"

soak: $(INSTALLED)  ## The long runs that `make test` leaves out.
	$(BIN)/pytest -n 2 --dist loadfile -m soak

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

$(INSTALLED): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@
