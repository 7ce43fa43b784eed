# Two commands do all the set-up: make demo, make test. Everything else builds on the same .venv.
DATA ?= ../shared/data
RUN = .venv/bin
PYTEST = QT_QPA_PLATFORM=offscreen $(RUN)/pytest
WORKERS ?= 2
SECONDS ?= 600

.PHONY: demo test check lint core mutants conformance real-input bench bench-full screens golden soak fuzz forms translations format clean libs

demo: .venv/.ready libs
	$(RUN)/fieldapp demo

test: .venv/.ready libs
	$(PYTEST) -n $(WORKERS)

check: lint test

lint: .venv/.ready
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy
	$(RUN)/lint-imports --no-cache
	$(RUN)/python packaging/forms/compile_library.py --check
	$(RUN)/python packaging/i18n/translations.py check

core: .venv/.ready libs
	$(RUN)/python -m tests.support.core

conformance: .venv/.ready
	$(RUN)/python -m tests.support.conformance $(DATA)/xforms $(ARGS)

real-input: .venv/.ready
	$(RUN)/python -m tests.support.real_input $(DATA) $(ARGS)

bench: .venv/.ready libs
	@QT_QPA_PLATFORM=offscreen $(RUN)/python -m tests.bench

bench-full: .venv/.ready libs
	@QT_QPA_PLATFORM=offscreen $(RUN)/python -m tests.bench --full

screens: .venv/.ready libs
	@$(RUN)/python -m tests.screens $(ARGS)

golden: .venv/.ready libs
	@QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES='qt.qpa.*=false' $(RUN)/python -m tests.golden.theme.make

soak: .venv/.ready libs
	SOAK=1 $(PYTEST) -n $(WORKERS) tests/simulation
	SOAK=1 $(PYTEST) tests/fault tests/property
	$(MAKE) fuzz
	$(MAKE) mutants

mutants: .venv/.ready libs
	.tools/bin/uv sync --quiet --locked --all-extras --group mutation
	$(RUN)/python -m tests.support.mutants --max-children $(WORKERS) $(ARGS)

fuzz: .venv/.ready
	.tools/bin/uv sync --quiet --locked --all-extras --group fuzz
	$(RUN)/python -m tests.fuzz $(SECONDS) $(ARGS)

forms: .venv/.ready
	$(RUN)/python packaging/forms/compile_library.py

translations: .venv/.ready
	$(RUN)/python packaging/i18n/translations.py update

format: .venv/.ready
	$(RUN)/ruff check --fix .
	$(RUN)/ruff format .

clean:
	rm -rf .venv .tools build

libs:
	@sh packaging/linux/system-libs.sh

.venv/.ready: pyproject.toml uv.lock packaging/linux/environment.sh
	@sh packaging/linux/environment.sh
