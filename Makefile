# make run | test | check | clean | lock
#
# Each target makes the virtual environment itself, from requirements.lock, once per change of the lock.
# Another Python:       make check PYTHON=python3.12 VENV=.venv312
# More pytest options:  make test PYTEST_ARGS="-x tests/transforms"

SHELL := /bin/sh
VENV ?= .venv
PYTEST_ARGS ?=
# One test process per core; the tests of one file stay together, because they share what is slow to set up. In the
# order of the tree: by number of tests, the few that start servers would come last, on one core.
PYTEST_SPREAD ?= -n auto --dist loadfile --no-loadscope-reorder
RUN_ARGS ?=

# Some machines forbid writing bytecode. Without it every import compiles again: twice the start-up time, for ever.
unexport PYTHONDONTWRITEBYTECODE
# Only the tree and its own environment, whatever the caller's shell holds.
unexport PYTHONPATH
unexport PYTHONHOME

# The first Python between 3.11 and 3.13 on the path, unless PYTHON says which.
SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
ifndef PYTHON
PYTHON := $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	"$$p" -c '$(SUPPORTED)' >/dev/null 2>&1 && { echo "$$p"; break; }; done)
endif

BIN := $(VENV)/bin
# The stamps carry the version, so that another PYTHON means another environment.
PY_VERSION := $(shell "$(PYTHON)" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
LOCKED := $(VENV)/.locked-$(PY_VERSION)
INSTALLED := $(VENV)/.installed-$(PY_VERSION)
EDITABLE := $(VENV)/.editable-$(PY_VERSION)
COMPILED := $(VENV)/.compiled-$(PY_VERSION)
PROJECT := pyproject.toml setup.py
SOURCES := $(shell find flows expectations transforms -type f ! -name '*.pyc')
INSTALL := $(BIN)/python -m pip install -qq --no-input --disable-pip-version-check --no-deps --no-build-isolation

.PHONY: help venv run test check lint types layers lock clean

help:
	@sed -n '1,6s/^# \{0,1\}//p' Makefile

run: $(COMPILED)
	$(BIN)/liqa run $(RUN_ARGS)

test: $(INSTALLED)
	$(BIN)/python -m pytest $(PYTEST_SPREAD) $(PYTEST_ARGS)

# What CI runs. It never edits a file. The tests compare the compiled engine with the plain one, so there must be one.
check: lint types layers
	$(MAKE) $(COMPILED)
	$(MAKE) test

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(INSTALLED)
	$(BIN)/mypy

layers: $(INSTALLED)
	$(BIN)/lint-imports

venv: $(INSTALLED)

# The project itself, after the locked packages, built with the locked tools. A compiled copy that is still true to the
# sources serves the tests too (they read the checkout); else an editable install, which no change makes untrue.
$(INSTALLED): $(PROJECT) $(LOCKED) $(SOURCES)
	@if [ ! -e $(EDITABLE) ] || [ -n "$$(find $(PROJECT) $(LOCKED) -newer $(EDITABLE))" ]; then set -ex; \
		$(INSTALL) -e .; $(BIN)/python -m pip check --disable-pip-version-check; \
		rm -f $(COMPILED); touch $(EDITABLE); fi
	@touch $@

# A copy with the engine compiled, where there is a C compiler (about a minute); a plain copy elsewhere.
$(COMPILED): $(PROJECT) $(LOCKED) $(SOURCES)
	rm -rf build
	$(INSTALL) .
	$(BIN)/python -m pip check --disable-pip-version-check
	@rm -f $(EDITABLE)
	@touch $@ $(INSTALLED)

# --no-deps: the lock is complete, and older pips refuse a locked package that is also asked for with an extra.
$(LOCKED): requirements.lock
	@"$(PYTHON)" -c '$(SUPPORTED)' || { echo "liqa needs Python 3.11, 3.12 or 3.13: make $(MAKECMDGOALS) PYTHON=/path/to/python" >&2; exit 1; }
	@"$(BIN)/python" -c 'import pip, sys; sys.exit("%d.%d" % sys.version_info[:2] != "$(PY_VERSION)")' 2>/dev/null \
		|| { echo "making $(VENV) with Python $(PY_VERSION) (about a minute)"; "$(PYTHON)" -m venv --clear "$(VENV)"; }
	$(BIN)/python -m pip install -qq --no-input --disable-pip-version-check --compile --no-deps --require-hashes -r requirements.lock
	@touch $@

# Newest versions that pyproject.toml allows. One file for all Pythons, with hashes, without the name of any host.
UV := .venv-lock/bin/uv
lock: $(UV)
	$(UV) pip compile pyproject.toml --group dev --output-file requirements.lock --upgrade \
		--universal --python-version 3.11 --generate-hashes --no-strip-extras \
		--no-emit-index-url --no-emit-find-links --no-header --no-annotate --no-config --quiet
	@! grep -nE 'https?:|file:' requirements.lock

$(UV):
	"$(PYTHON)" -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check "uv>=0.13,<0.14"

clean:
	rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache "$(VENV)"
	find flows expectations transforms tests -name __pycache__ -type d -prune -exec rm -rf {} +
