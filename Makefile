# What people call. Every target says what it does: make help
PYTHON ?= python3
BIN := .venv/bin
export TIDEWATCH_DEMO ?= 1
COVER ?= --cov --cov-report=

.DEFAULT_GOAL := help
.PHONY: help run install dev test check fix bench lock clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: install  ## install what is missing and start everything with demo data (TIDEWATCH_DEMO=0: without)
	@exec $(BIN)/tidewatch up

install:  ## what the product needs, into .venv
	@$(PYTHON) cli/bootstrap.py run

dev:  ## the same, and what tests and checks need
	@$(PYTHON) cli/bootstrap.py test

test: dev  ## the whole suite on every engine that can be had here, with coverage (COVER= leaves it out)
	@$(BIN)/python -m tests.provision
	@$(BIN)/python -m pytest -n 3 --dist loadfile $(COVER) $(ARGS); \
	 status=$$?; [ -z "$(COVER)" ] || $(BIN)/python -m tests.covered; exit $$status

check: dev  ## style, types, architecture; changes nothing
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest -q tests/architecture
	@if [ -d dashboard/node_modules ]; then $(BIN)/python -m cli.page check; fi

fix: dev  ## mend what tools can mend
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: dev  ## benchmarks against limits and peers
	@$(BIN)/python -m bench $(ARGS)

lock:  ## resolve the dependencies anew (needs uv on the PATH)
	@$(PYTHON) cli/lock.py

clean:  ## remove the environment and what was built; your data in .data stays
	rm -rf .venv dashboard/node_modules dashboard/dist *.egg-info
