# The few commands of the project. `make` alone explains them.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.DELETE_ON_ERROR:

PORT ?= 8080
TOOLS := . .ci/environment;

# Folders stand in these lists too, so that a deleted file is noticed.
MODULES := pkg/evenhand_bg.wasm pkg/tables/tables_bg.wasm pkg/records/records_bg.wasm pkg/container/container_bg.wasm
MODULE_SOURCES := Cargo.toml Cargo.lock $(shell find src)
SITE_SOURCES := $(wildcard www/*.json www/*.ts www/index.html) \
  $(shell find www/src www/build www/locales $(wildcard www/layouts www/policies www/samples))

.PHONY: help setup serve build test bench lint fmt

help: ## Show this list
	@echo "Evenhand: make COMMAND"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what is missing on this machine
	@.ci/setup

serve: build ## Build the site and serve it on localhost (PORT=8080)
	@PORT="$(PORT)" node www/server/serve.mjs

build: www/dist/sw.js ## Build the folder to upload: www/dist

# The engine: every file of pkg/ itself comes from this one step. The npm package bears the project's name, not the crate's.
pkg/evenhand_bg.wasm: $(MODULE_SOURCES) | setup
	@echo "Building the engine (about 1 minute the first time)"
	@$(TOOLS) wasm-pack --log-level error build src/wasm --target web --mode no-install --release --out-dir ../../pkg --out-name evenhand
	@sed -i -e 's/"name": "evenhand-wasm"/"name": "evenhand"/' -e 's/"files": \[/&\n    "tables\/tables*",/' pkg/package.json
	@cp LICENSE $(wildcard README.md) pkg
	@touch $@

# The module of school-level files.
pkg/tables/tables_bg.wasm: $(MODULE_SOURCES) | setup
	@echo "Building the module of school-level files (about 1 minute the first time)"
	@$(TOOLS) wasm-pack --log-level error build src/wasm/tables --target web --mode no-install --release --no-pack --out-dir ../../../pkg/tables --out-name tables
	@rm -f pkg/tables/.gitignore
	@touch $@

# The module of student files, built for speed: profile "records" in Cargo.toml.
pkg/records/records_bg.wasm: $(MODULE_SOURCES) | setup
	@echo "Building the module of student files (about 1 minute the first time)"
	@$(TOOLS) wasm-pack --log-level error build src/wasm/records --target web --mode no-install --profile records --no-pack --out-dir ../../../pkg/records --out-name records
	@touch $@

# The module of workbooks and archives. A sheet has millions of cells, so it is built for speed, too.
pkg/container/container_bg.wasm: $(MODULE_SOURCES) | setup
	@echo "Building the module of workbooks and archives"
	@$(TOOLS) wasm-pack --log-level error build src/wasm/container --target web --mode no-install --profile records --no-pack --out-dir ../../../pkg/container --out-name container
	@touch $@

# The service worker is written last.
www/dist/sw.js: $(MODULES) $(SITE_SOURCES) | setup
	@echo "Building the site"
	@$(TOOLS) cd www && vite build --logLevel warn

WASM_IN_NODE := $(basename $(notdir $(wildcard tests/wasm_node*.rs)))
WASM_IN_BROWSER := $(basename $(notdir $(wildcard tests/wasm_worker*.rs)))

test: ## Run every test: native, WebAssembly in Node and in Chromium, and the pages
	@.ci/setup tests
	@echo; echo "== The crate, natively"
	@$(TOOLS) cargo test --quiet
ifneq ($(WASM_IN_NODE),)
	@echo; echo "== The module in Node"
	@$(TOOLS) cargo test --target wasm32-unknown-unknown $(addprefix --test ,$(WASM_IN_NODE))
endif
ifneq ($(WASM_IN_BROWSER),)
	@echo; echo "== The module in a worker of Chromium"
	@$(TOOLS) cargo test --target wasm32-unknown-unknown $(addprefix --test ,$(WASM_IN_BROWSER))
endif
	@$(MAKE) build
	@echo; echo "== Types of the site"
	@$(TOOLS) cd www && tsc --noEmit && tsc --noEmit -p tsconfig.node.json && echo "no errors"
	@echo; echo "== The site's own parts"
	@$(TOOLS) cd www && vitest run
	@echo; echo "== The pages in Chromium"
	@$(TOOLS) cd www && playwright test

bench: build ## Measure speed and sizes in headless Chromium
	@.ci/setup bench
	@$(TOOLS) cd www && node bench/bench.mjs

lint: $(MODULES) ## Check formatting, lints and types
	cargo fmt --all --check
	cargo clippy --quiet --all-targets -- -D warnings
	cargo clippy --quiet --workspace --target wasm32-unknown-unknown -- -D warnings
	@$(TOOLS) cd www && tsc --noEmit && tsc --noEmit -p tsconfig.node.json
	@$(TOOLS) cd www && prettier --check .

fmt: | setup ## Format everything
	cargo fmt --all
	@$(TOOLS) cd www && prettier --write --log-level warn .
