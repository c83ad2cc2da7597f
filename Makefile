# The only commands anyone has to know: make run · make test · make lint · make bench

SHELL := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8000
export YIWU_MODE := local
export PATH := $(CURDIR)/.venv/bin:$(PATH)
MESSAGES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/django.po))

# Installs Debian packages where it may, else says in one line what to install.
debian = if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) > /dev/null; \
	else echo "Please install: sudo apt-get install $(1)"; exit 1; fi

.PHONY: run test test-sqlite test-postgres lint bench messages lock browser clean

run: .venv/run $(MESSAGES)
	@python manage.py prepare_site --address http://127.0.0.1:$(PORT)/
	@exec gunicorn yiwu_study.wsgi --bind 127.0.0.1:$(PORT) --workers 2 --threads 4 --log-level warning

test: test-sqlite test-postgres

test-sqlite: .venv/dev $(MESSAGES) browser
	python -m pytest

test-postgres: .venv/dev $(MESSAGES) browser
	python -m tests.postgres python -m pytest -m "not pictures"

lint: .venv/dev $(MESSAGES)
	ruff format --check .
	ruff check .
	mypy manage.py yiwu_study quizzes
	lint-imports
	djlint templates --lint --check --quiet
	python manage.py makemigrations --check --dry-run
	YIWU_MODE=production SECRET_KEY=$$(python -c 'import secrets; print(secrets.token_urlsafe(64))') ALLOWED_HOSTS=example.org \
		python manage.py check --deploy --fail-level WARNING

bench: .venv/dev $(MESSAGES)
	python -m tests.bench

# Gathers the messages of code and templates into locale/en; translate the new ones there.
messages: .venv/dev
	python manage.py update_messages

# Locks the dependencies of pyproject.toml anew.
lock: .venv/dev
	pip install --quiet uv
	uv pip compile --quiet --upgrade --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml -o requirements.txt
	uv pip compile --quiet --upgrade --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

clean:
	rm -rf .venv var $(MESSAGES)

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2> /dev/null || { $(call debian,python3-venv); }
	$(PYTHON) -m venv .venv

.venv/run: requirements.txt | .venv/bin/python
	python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt .venv/run | .venv/bin/python
	python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

browser:
	@command -v chromium > /dev/null && fc-list :lang=zh | grep -q . || { $(call debian,chromium fonts-noto-cjk); }

%.mo: %.po | .venv/run
	@pybabel --quiet compile --input-file $< --output-file $@
