# Two commands matter: `make` builds every example kit into dist/, `make test` installs what the tests need and runs them.
PYTHON ?= python3
VENV := .venv
FRESH := $(VENV)-constraints
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: all kits test lint bench audit constraints clean
all: kits

kits: $(VENV)/kits.stamp
	$(BIN)/vertrouwenskit build

test: $(VENV)/dev.stamp
	sh tests/system-packages.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto --dist loadgroup

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/mypy

bench: $(VENV)/dev.stamp
	$(PIP) install --constraint constraints.txt --editable '.[bench]'
	$(BIN)/python tests/bench/build_against_mkdocs.py
	$(BIN)/python tests/bench/print_against_weasyprint.py
	$(BIN)/python tests/bench/batch.py --members 12 --few 4 --sample 6 --runs 1

# Ask the services that list known vulnerabilities about every pinned version; a version that can't be asked about fails.
audit: $(VENV)/dev.stamp
	$(BIN)/pip-audit --strict --no-deps --disable-pip --progress-spinner off --requirement constraints.txt

# Resolve anew in a clean environment and write names and versions only, those that run the program apart.
constraints:
	rm -rf $(FRESH)
	$(PYTHON) -m venv $(FRESH)
	$(FRESH)/bin/python -m pip --disable-pip-version-check --quiet install --editable .
	$(FRESH)/bin/python -m pip --disable-pip-version-check list --format freeze > $(FRESH)/run.txt
	$(FRESH)/bin/python -m pip --disable-pip-version-check --quiet install --editable '.[dev,zensical,bench]'
	$(FRESH)/bin/python -m pip --disable-pip-version-check list --format freeze \
	  | grep -viE '^(pip|setuptools|wheel|vertrouwenskit)==' > $(FRESH)/all.txt
	{ echo '# Made by `make constraints`: the versions that the tests have seen.'; \
	  echo '# To run:'; awk -F== 'NR == FNR {run[$$1]; next} $$1 in run' $(FRESH)/run.txt $(FRESH)/all.txt; \
	  echo '# To test, to measure, and for other engines:'; \
	  awk -F== 'NR == FNR {run[$$1]; next} !($$1 in run)' $(FRESH)/run.txt $(FRESH)/all.txt; \
	} > constraints.txt
	rm -rf $(FRESH)

clean:
	rm -rf $(VENV) dist

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'Vertrouwenskit needs Python 3.11 or later; $(PYTHON) is older. Try: make PYTHON=python3.12'; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { rm -rf $(VENV); echo 'Python cannot make an environment here. On Debian: apt-get install python3-venv'; exit 1; }

$(VENV)/kits.stamp: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/dev.stamp: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) install --constraint constraints.txt --editable '.[dev,zensical]'
	@touch $@ $(VENV)/kits.stamp
