PYTHON ?= python3
BIN := .venv/bin
PEERS := .venv-peers
SHARED := polars|presidio.analyzer|phonenumbers|libhxl|regex

.PHONY: help demo test thorough lint bench bench-all bench-detection peers schemas names constraints clean

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

demo: .venv/runtime  ## check two made-up files and say what happens
	@$(BIN)/python demo/run.py

test: lint  ## lint, then run every test
	$(BIN)/python -m pytest

thorough: .venv/dev  ## run the tests that take minutes
	$(BIN)/python -m pytest -m thorough
	$(BIN)/python -m pytest -m "not wheel and not thorough" --hypothesis-profile thorough

lint: .venv/dev  ## style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/runtime peers  ## time checks beside their peers, about 10 minutes
	$(BIN)/python -m benchmarks.speed --results benchmarks/results/speed.json \
	  $(if $(SIZES),--sizes $(SIZES)) $(if $(DATA),--data $(DATA))
	$(BIN)/python -m benchmarks.readme_table
	-$(PEERS)/bin/python -m benchmarks.plot

bench-all:  ## the same with 10,000,000 rows; DATA=folder keeps the made-up files
	$(MAKE) bench SIZES=all

bench-detection: .venv/runtime  ## how well data are recognised, beside peers; DATA=folder of labelled columns
	$(BIN)/python -m benchmarks.detection $(if $(DATA),--data $(DATA))

peers: $(PEERS)/installed  ## install what we are timed beside, away from our own environment

schemas: .venv/dev  ## write schemas/ from the types
	$(BIN)/python -c "from pathlib import Path; \
	from hxlguard.agreements.schema import agreement_schema_text, \
	attestations_schema_text, classification_schema_text; \
	from hxlguard.diff_document import diff_schema_text; \
	from hxlguard.lint_listing import lint_schema_text; \
	from hxlguard.reports.json_v1 import DOCUMENTS, schema; \
	from hxlguard.reports.risk_v1 import risk_schema_text; \
	texts = {'agreement': agreement_schema_text(), 'attestations': attestations_schema_text(), \
	'classification': classification_schema_text(), 'lint-v1': lint_schema_text(), \
	'agreement-diff-v1': diff_schema_text(), \
	'risk-v1': risk_schema_text(), \
	**{name: schema(name) for name in DOCUMENTS}}; \
	[Path(f'schemas/{name}.schema.json').write_text(texts[name], 'utf-8') for name in texts]"

names: .venv/dev  ## learn the model of people's names anew, and print what it gets wrong
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group train
	$(BIN)/python -m training.name_model
	$(BIN)/python -m training.name_confusion

constraints:  ## write constraints.txt anew, from the newest releases that fit
	rm -rf .venv
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable . --group dev --group train
	$(BIN)/python -m pip freeze --exclude-editable --exclude hxlguard > constraints.txt

clean:  ## remove whatever make has built
	rm -rf .venv $(PEERS) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find hxlguard tests demo -name __pycache__ -type d -prune -exec rm -rf {} +

# An older pip does not know `--group`, so the environment brings its own.
.venv/runtime: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	touch $@

.venv/dev: .venv/runtime
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group dev
	touch $@

# A peer that does not install is left out; the table says so.
$(PEERS)/installed: benchmarks/peers.txt constraints.txt
	test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS)
	grep -iE '^($(SHARED))==' constraints.txt > $(PEERS)/shared.txt
	@grep -v '^#' benchmarks/peers.txt | while read -r peer; do \
	  echo "peer: $$peer"; \
	  $(PEERS)/bin/python -m pip install --quiet --constraint $(PEERS)/shared.txt "$$peer" \
	  || echo "$$peer does not install"; \
	done
	touch $@
