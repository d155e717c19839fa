# Two commands need nothing else by hand: `make demo` and `make test`.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
ARGS   ?=

.PHONY: help demo test check format bench clean
.DEFAULT_GOAL := help

help:            ## Show the targets
	@sed -n 's/^\([a-z]*\): .*## /  make \1\t/p' $(MAKEFILE_LIST)

demo: $(STAMP)   ## Compile, run and compare real models; write demo-report.html
	@cache=$$(mktemp -d) && trap 'rm -rf "$$cache"' EXIT && \
	PCC_CACHE_DIR="$$cache" OMP_NUM_THREADS=$$(nproc) $(BIN)/python -m pcc.tools.demo $(ARGS)  # a cache of its own, and as many threads for Paddle: times are honest

test: $(STAMP)   ## Run all tests, house rules and FileCheck tests included
	$(BIN)/python -m pytest -n auto --maxprocesses=4 --dist loadfile $(ARGS)

check: $(STAMP)  ## Run the house rules only: lint, types, imports, lengths
	$(BIN)/python -m pytest -q tests/house $(ARGS)

format: $(STAMP) ## Lay the code out as the house rules want it
	$(BIN)/ruff check --fix -q . ; $(BIN)/ruff format .

bench: $(STAMP)  ## Install the peers and compare with them
	$(BIN)/python -m pip install -q -e '.[cpu,bench]' -c requirements.lock
	$(BIN)/python bench/peers.py $(ARGS)

$(STAMP): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10) and "pcc needs Python >= 3.10; set PYTHON=/path/to/it")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q -e '.[cpu,test]' -c requirements.lock
	@touch $@

clean:           ## Remove the environment and what tests leave behind
	rm -rf $(VENV) build *.egg-info .pytest_cache .ruff_cache .import_linter_cache .hypothesis demo-report.html
