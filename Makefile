# Everything a newcomer needs: `make demo` and `make test` set up what they use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: help setup demo test check train evaluate clean

help:            ## list what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/'

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Recoupe needs Python 3.11 or later; call make with PYTHON=python3.11, say"; exit 2; }
	@echo "setting up $(VENV): a minute or two, once"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

setup: $(STAMP)  ## make the virtual environment in .venv

demo: $(STAMP)   ## build the case in samples/ and print where the dossier is
	@# Status 1 says that some input could not be read; two files of the sample are so on purpose.
	$(BIN)/recoupe build samples --case demo-case || [ $$? -eq 1 ]

test: $(STAMP)   ## run the tests
	$(BIN)/python -m pytest -n auto

check: $(STAMP)  ## lint, format, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evaluate: $(STAMP) ## scores on the benchmarks, against the floors
	$(BIN)/recoupe evaluate

train: $(STAMP)  ## train the French pipeline again and put it in the package
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,training]'
	@# With the order of sets fixed too, the same examples come each time.
	PYTHONHASHSEED=0 $(BIN)/python -m training.fr

clean:           ## remove what was made
	rm -rf $(VENV) demo-case build .coverage .mypy_cache .pytest_cache .ruff_cache
