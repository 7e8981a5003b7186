# Every target sets up what it needs. The environment is made once from locked, hashed versions
# and again only when a lock or the package's description changes.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
RUN_STAMP := .venv/run.stamp
DEV_STAMP := .venv/dev.stamp
NOTEBOOKS := $(wildcard notebooks/*.ipynb)

.DEFAULT_GOAL := help
.PHONY: help report test lab bench check clean

help:
	@echo "make report   the reports of the sample clients, in reports/"
	@echo "make test     the tests"
	@echo "make lab      JupyterLab on the chapters"
	@echo "make check    linter, formatter, types, stripped notebooks"
	@echo "make bench    the benchmarks; the first run adds the peers (1 GB)"
	@echo "make clean    remove the environment and the reports"

report: $(RUN_STAMP)
	@$(BIN)/bpo run data/samples/* --out reports

test: $(DEV_STAMP)
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

lab: $(RUN_STAMP)
	@$(BIN)/jupyter labextension disable --level=sys_prefix "@jupyterlab/apputils-extension:announcements" >/dev/null 2>&1 || true
	@$(BIN)/jupyter lab --ServerApp.root_dir=. --LabApp.default_url=/lab/tree/notebooks

check: $(DEV_STAMP)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/nbstripout --verify --keep-id $(NOTEBOOKS)

bench: $(DEV_STAMP)
	@for script in $(sort $(wildcard benchmarks/*.py)); do $(BIN)/python $$script || exit 1; done

clean:
	@rm -rf .venv .venv-peers reports

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) or sys.version_info >= (3, 14))' 2>/dev/null || \
	  { echo "Python 3.11, 3.12 or 3.13 is needed; '$(PYTHON)' is $$($(PYTHON) --version 2>&1). Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 3; }
	@$(PYTHON) -m venv .venv || { echo "Python's venv module is needed (Debian: apt-get install python3-venv)" >&2; rm -rf .venv; exit 3; }

# The package itself is installed without looking anything up: setuptools comes from the lock.
$(RUN_STAMP): requirements.lock pyproject.toml | .venv/bin/python
	@echo "Setting up .venv (once, two or three minutes: 1 GB of packages) ..."
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(DEV_STAMP): requirements-dev.lock $(RUN_STAMP)
	@echo "Adding what tests and checks need (once, about a minute) ..."
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
