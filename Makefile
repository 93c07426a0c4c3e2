# Downhill in two commands: `make serve` and `make test`.
#
# What a target needs is a file that is made once, when first wanted, in a pinned version. Tools
# live outside the clone, in TOOLS, where the next clone finds them; a tool on PATH in the right
# version is used as it is. Needed beforehand: Rust by rustup, Node with npm, git;
# for the Python tools of `make test-hosts` Python 3.11 or newer.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

TOOLS ?= $(HOME)/.cache/downhill
PORT ?= 8080

first = $(firstword $(foreach program,$(1),$(shell command -v $(program))))
export CHROMIUM ?= $(call first,chromium chromium-browser google-chrome)
export CHROMEDRIVER ?= $(call first,chromedriver)
export FIREFOX ?= $(call first,firefox-esr firefox)

##@ Two commands

.PHONY: serve test
serve: setup-serve ## Build the app, serve it and print its address (PORT=8080)
	trunk serve --offline --port $(PORT) --dist target/serve

test: HOSTS = plain mkdocs
test: setup-test setup-firefox check test-native test-python test-wasm types package test-e2e test-firefox test-hosts ## Everything that CI runs, fast checks first

##@ Parts of `make test`

# Unit tests inside src run natively; in the browser they would only be compiled twice.
WASM := --target wasm32-unknown-unknown --lib --bins --test web

.PHONY: check test-native test-python test-wasm types package test-e2e test-firefox test-hosts
check: setup-wasm ## Formatting, lints (native and wasm32), documentation
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings
	cargo clippy $(WASM) --example measured -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --document-private-items

test-native: setup-rust ## The engine, its examples and the examples in its documentation
	cargo test

test-python: setup-rust setup-python ## The Python programs that figures give away walk as the figures do
	TOOLS="$(TOOLS)" tests/python/run

test-wasm: setup-test ## The engine inside a headless browser
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
	  cargo test --target wasm32-unknown-unknown --test web

types: dist ## The page's scripts against the types of the engine
	tsc --project tsconfig.json

package: dist ## The release as an npm package: what is in it, and what would trip its users
	cd dist && npm pack --dry-run --loglevel=error
	publint --strict dist

test-e2e: setup-test dist ## The built page in a headless browser
	playwright test

test-firefox: setup-firefox dist ## The release in headless Firefox, from disk and from a server
	node --test tests/firefox/release.test.js

HOSTS ?= plain mkdocs sphinx jupyter reveal docusaurus
test-hosts: setup-test setup-python dist ## Course pages built by their own tools, with a figure (HOSTS="plain mkdocs")
	for host in $(HOSTS); do TOOLS="$(TOOLS)" tests/hosts/build $$host; done
	HOSTS="$(HOSTS)" playwright test --config tests/hosts

##@ More

RIVALS := benches/browser
# What Trunk tells wasm-opt for a release.
OPTIMISE = $(shell sed -n 's/.*data-wasm-opt="\(.\)" data-wasm-opt-params="\([^"]*\)".*/-O\1 \2/p' www/index.html)

.PHONY: dist bench bench-engine clean help
dist: setup-serve node_modules/.package-lock.json ## Release build in dist/, ready for any static host and folder
	cargo fetch --locked --target wasm32-unknown-unknown
	RUSTFLAGS="$(UNNAMED) $(MAPPED)" trunk build --offline --release
	@node tools/sizes.js dist

bench: setup-browser setup-bench dist $(RIVALS)/node_modules/.package-lock.json ## Measure against others, in a browser and natively: docs/performance.md
	cargo build --profile native --example measured-native
	RUSTFLAGS="$(UNNAMED)" cargo build --release --target wasm32-unknown-unknown --example measured
	wasm-bindgen --target web --out-dir target/measured target/wasm32-unknown-unknown/release/examples/measured.wasm
	wasm-opt $(OPTIMISE) --output target/measured/measured_bg.wasm target/measured/measured_bg.wasm
	node $(RIVALS)/run.js

bench-engine: setup-rust ## Time parts of the engine natively
	cargo bench

clean: ## Remove what was built in this clone; tools stay
	cargo clean
	rm -rf dist node_modules $(RIVALS)/node_modules test-results

help: ## This list
	@awk 'BEGIN { FS = ":.*## " } \
	  /^##@ / { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

# What the targets above stand on.

# Panics name the file they come from: in the published wasm that must not be a folder of the
# builder's machine.
UNNAMED = $(foreach folder,$(shell ls -d $${CARGO_HOME:-$$HOME/.cargo}/registry/src/*/),--remap-path-prefix=$(folder)=)

# For tools/split-data.js: where each constant lies in the program, and all of them above the stack at
# addresses that no number in code has by chance. Those of characters end at 0x110000.
MAPPED = -C link-arg=--Map=$(CURDIR)/target/downhill.map -C link-arg=-zstack-size=1310720

TRUNK_VERSION := 0.21.14
# Trunk wants crate and command of exactly one version, so the number is written in one place only.
BINDGEN_VERSION := $(shell awk -F'"' '/^name = "wasm-bindgen"$$/ { getline; print $$2 }' Cargo.lock)

TRUNK := $(TOOLS)/trunk-$(TRUNK_VERSION)
BINDGEN := $(TOOLS)/wasm-bindgen-$(BINDGEN_VERSION)
WASM32 := $(shell rustc --print sysroot 2>/dev/null)/lib/rustlib/wasm32-unknown-unknown/lib

.PHONY: setup-rust setup-wasm setup-node setup-python setup-serve setup-browser setup-bench setup-firefox setup-test
setup-rust:
	@command -v cargo >/dev/null || { echo 'Rust is missing: install it with rustup.'; exit 1; }
	@command -v cc >/dev/null || $(call debian,build-essential pkg-config)

setup-wasm: setup-rust $(WASM32)

setup-node:
	@command -v npm >/dev/null || { echo 'Node with npm is missing: install version 20 or newer.'; exit 1; }

# Debian keeps what makes virtual environments in a package of its own.
setup-python:
	@python3 -c 'import ensurepip, sys, venv; assert sys.version_info >= (3, 11)' 2>/dev/null || $(call debian,python3-venv)

setup-serve: setup-node setup-wasm

setup-browser:
	@[ -x "$$CHROMIUM" ] && [ -x "$$CHROMEDRIVER" ] \
	  || $(call debian,build-essential pkg-config chromium chromium-driver)

# A certificate for HTTP/2, which browsers speak only through TLS.
setup-bench:
	@command -v openssl >/dev/null || $(call debian,openssl)

setup-firefox:
	@[ -x "$$FIREFOX" ] || $(call debian,firefox-esr)

setup-test: setup-browser setup-serve

ifneq ($(shell trunk --version 2>/dev/null),trunk $(TRUNK_VERSION))
setup-serve: $(TRUNK)/bin/trunk
endif
ifneq ($(shell wasm-bindgen --version 2>/dev/null),wasm-bindgen $(BINDGEN_VERSION))
setup-serve: $(BINDGEN)/bin/wasm-bindgen
endif
export PATH := $(CURDIR)/node_modules/.bin:$(TRUNK)/bin:$(BINDGEN)/bin:$(PATH)

# Installs the Debian packages $(1) when it may, else says what to type and stops.
debian = { if [ "$$(id -u)" = 0 ]; then apt-get update \
	    && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends $(1); \
	  else echo 'sudo apt-get install $(1)'; exit 1; fi; }

# Unoptimised and, for Trunk, without its defaults: minutes in place of a quarter of an hour, and
# all they do is copy files and start other programs. Trunk finds its tools on PATH, downloads none.
define install
	CARGO_PROFILE_DEV_DEBUG=0 cargo install --profile dev --root $(1) --target-dir $(1)/build $(2)
	rm -rf $(1)/build
endef

$(TRUNK)/bin/trunk: | setup-rust
	$(call install,$(TRUNK),trunk --version $(TRUNK_VERSION) --locked --no-default-features)

$(BINDGEN)/bin/wasm-bindgen: | setup-rust
	$(call install,$(BINDGEN),wasm-bindgen-cli --version $(BINDGEN_VERSION))

$(WASM32): | setup-rust
	rustup target add wasm32-unknown-unknown

# npm writes this file last; it is newer than package-lock.json once all packages are there.
node_modules/.package-lock.json: package.json package-lock.json
	npm ci --no-audit --no-fund
	@touch $@

$(RIVALS)/node_modules/.package-lock.json: $(RIVALS)/package.json $(RIVALS)/package-lock.json
	npm ci --prefix $(RIVALS) --no-audit --no-fund
	@touch $@
