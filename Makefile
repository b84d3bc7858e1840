# The commands of this project. On a fresh machine: make run, or make test.

PYTHON := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help setup run practice test drill check lock docs audit bench mutants screenshots pictures

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile | expand -t 14

setup:  ## install everything, into .venv, node_modules and .tools
	@tools/setup.sh

run:  ## the demo on http://127.0.0.1:8000 (PORT=… for another)
	@tools/run.sh

practice:  ## a made-up country to train on, in a database of its own (PORT=… for another)
	@tools/run.sh practice

test: setup  ## the checks and all tests: PostgreSQL, SQLite, a browser (ARGS=tests/statistics: these tests alone)
	@$(PYTHON) -m tools.test $(ARGS)

drill: setup  ## the same, every test of a database on both, and the tests marked drill (ARGS=…: these alone)
	@$(PYTHON) -m tools.test --drill $(ARGS)

check: setup  ## format, lint, types, import contracts, templates, migrations, lock files
	@$(PYTHON) -m tools.check

lock: setup  ## after a change of dependencies: the lock files anew (ARGS=--upgrade for newer versions)
	@$(PYTHON) -m tools.lock $(ARGS)

docs: setup  ## docs/claims.md anew, from the rules
	@$(PYTHON) -m tools.claims

audit: setup  ## known vulnerabilities in what is installed on a server
	@.tools/bin/uv tool run pip-audit --strict --disable-pip --require-hashes -r requirements.txt
	@.tools/bin/npm audit --omit=dev

bench: setup  ## how fast it is: an import beside a plain one, a page beside Datasette (ARGS="pages --short")
	@$(PYTHON) -m tools.bench $(ARGS)

mutants: setup  ## what the tests would not notice: the figures' code, changed bit by bit (ARGS="offences.statistics.*")
	@$(PYTHON) -m tools.mutants $(ARGS)

pictures: setup  ## how the main pages are to look, anew: what make drill compares them with
	@PICTURES=new $(PYTHON) -m pytest -q -p no:cacheprovider --drill tests/public/test_pictures.py

screenshots: setup  ## the README's pictures, of what is running (ARGS=practice: the staff's side; PORT=… for another)
	@$(PYTHON) -m tools.screenshots $(ARGS)
