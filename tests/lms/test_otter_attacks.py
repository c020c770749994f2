"""Attacks on otter's kernel and on the process that grades: with our plugin they reach neither.

Each leaves a file where only code outside our sandbox can write, or earns points by otter's own
tests. In `make test` all are handed in at once; one by one, and without our plugin, in the soak.
"""

from __future__ import annotations

import json
import zipfile

import dill
import pytest

from grader.export.layout import FOLDER
from grader.report.notebook import code_notebook

WRONG = "def add_up(*a, **k):\n    return 0.5\ndef mean_of(*a):\n    return 0.5\n"
PATCHED_RUN = """
from otter.test_files import ExceptionTestFile
from otter.test_files.abstract_test import TestCaseResult

def run(self, env):
    self.test_case_results = [TestCaseResult(case, "", True) for case in self.test_cases]

ExceptionTestFile.run = run
"""
CHECKED_BEFORE = """
from otter.execute import Checker
from otter.test_files import ExceptionTestFile

for name in ("add_up", "mean_of"):
    test = ExceptionTestFile.from_file(f"tests/{name}.py")
    test.path = f"./tests/{name}.py"
    test.update_score(test.possible)
    Checker._test_files.append(test)
"""
READ_TESTS = """
import pathlib
mark(pathlib.Path("tests/add_up.py").read_text())
"""
PATCHED_PICKLE = """
import io, pickle
real = pickle.dump

class Evil:
    def __reduce__(self):
        return io.open, (MARK, "w")

pickle.dump = lambda what, file: real(Evil(), file)
"""
WRITTEN_RESULTS = """
import json, pathlib, threading, time

def write():
    for _ in range(3000):
        for place in ("../results/results.json", "../../results/results.json"):
            try:
                pathlib.Path(place).write_text(json.dumps({"score": 99, "tests": []}))
            except OSError:
                pass
            else:
                mark("written")
        time.sleep(0.001)

threading.Thread(target=write, daemon=True).start()
time.sleep(0.1)
"""
LEFT_BEHIND = """
import os, time
if os.fork() == 0:
    os.setsid()
    for _ in range(60):
        mark("alive")
        time.sleep(0.05)
    os._exit(0)
time.sleep(0.2)
"""
EXITS = (
    "def add_up(*a, **k):\n    raise SystemExit\ndef mean_of(*a):\n    raise KeyboardInterrupt\n"
)


class Opens:
    """A pickle that opens a file."""

    def __init__(self, mark):
        self._mark = str(mark)

    def __reduce__(self):
        return open, (self._mark, "w")


@pytest.fixture
def attacks(tmp_path):
    """Attack -> files to hand in, made so that success leaves the file `mark`."""
    mark = tmp_path / "mark"
    marking = (
        f"MARK = {str(mark)!r}\n"
        "def mark(text):\n"
        "    with open(MARK, 'a') as file:\n"
        "        file.write(text)\n"
    )
    module = f"{marking}mark(__name__)\n".encode()
    plain = code_notebook([WRONG]).encode()

    def cell(source):
        return {"work.ipynb": code_notebook([marking + source, WRONG]).encode()}

    shell = code_notebook([f"!touch {mark}\n%run -n tests/add_up.py\n", WRONG]).encode()
    asks = json.loads(code_notebook([CHECKED_BEFORE, WRONG]))
    asks["cells"][0]["metadata"] = {"otter": {"tests": ["add_up", "mean_of"]}}
    asks["metadata"] = {"kernelspec": {"name": "no_such", "display_name": "none"}}
    return {
        "a patched test file": cell(PATCHED_RUN),
        "results put in beforehand": cell(CHECKED_BEFORE),
        "results put in by a script": {"work.py": (CHECKED_BEFORE + WRONG).encode()},
        "a look at the tests": cell(READ_TESTS),
        "a pickle for the grading process": cell(PATCHED_PICKLE),
        "results written over": cell(WRITTEN_RESULTS),
        "a process left behind": cell(LEFT_BEHIND),
        "functions that exit": {"work.ipynb": code_notebook([EXITS]).encode()},
        "the kernel killed": cell("import os\nos._exit(0)"),
        "a shell": {"work.ipynb": shell},
        "metadata for otter": {"work.ipynb": json.dumps(asks).encode()},
        "a log that is a pickle": {"work.ipynb": plain, ".OTTER_LOG": dill.dumps(Opens(mark))},
        "modules named as libraries": {
            "work.ipynb": plain,
            "otter/__init__.py": module,
            "pickle/__init__.py": module,
            "grader/__init__.py": module,
            "sitecustomize/__init__.py": module,
            "ipykernel/__init__.py": module,
        },
        "settings of other tools": {
            "work.ipynb": plain,
            "conftest/conftest.py": module,
            "pytest.ini": f"[pytest]\naddopts = --junitxml={mark}\n".encode(),
            "ipython_config/__init__.py": module,
        },
        "tests and a bank of their own": {
            "work.ipynb": plain,
            "tests/add_up.py": module,
            f"{FOLDER}/course.yaml": b"title: mine\n",
            f"{FOLDER}/solutions/salt": b"mine",
        },
        "a script called otter": {"otter.py": module + WRONG.encode()},
    }


EACH = [
    "a patched test file",
    "results put in beforehand",
    "results put in by a script",
    "a look at the tests",
    "a pickle for the grading process",
    "results written over",
    "a process left behind",
    "functions that exit",
    "the kernel killed",
    "a shell",
    "metadata for otter",
    "a log that is a pickle",
    "modules named as libraries",
    "settings of other tools",
    "tests and a bank of their own",
    "a script called otter",
]
# Those that succeed where our plugin is not there: they earn points, or leave the mark.
EARNS = {"a patched test file", "results put in beforehand", "results put in by a script"}
MARKS = {
    "a look at the tests",
    "a pickle for the grading process",
    "results written over",
    "a process left behind",
    "a shell",
    "a log that is a pickle",
    "modules named as libraries",
}


def assert_honest(done, tmp_path):
    """Graded to the end, no point, no mark, and no word but ours."""
    assert done.returncode == 0, done.stderr
    assert done.scores == {"add_up": 0, "mean_of": 0}
    assert "PLUGIN REPORT" in done.stdout
    assert "rings that held" in done.stdout
    assert not (tmp_path / "mark").exists()


def test_all_attacks_at_once_earn_nothing_and_reach_nothing(
    attacks, small_zip, hand_in, otter_run, tmp_path
):
    cells, others = [], {}
    for files in attacks.values():
        for name, data in files.items():
            if name == "work.ipynb":
                cells += [cell["source"] for cell in json.loads(data)["cells"]]
            elif not name.endswith("work.py") and name != "otter.py":
                others[name] = data
    # What ends the process stands last, so that the rest is run first.
    cells.sort(key=lambda source: "os._exit" in source)
    endless = "while True:\n    pass"
    whole = code_notebook([*cells, endless, WRONG]).encode()
    done = otter_run(hand_in({**others, "work.ipynb": whole}), small_zip)
    assert_honest(done, tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("name", EACH)
def test_an_attack_earns_nothing_and_reaches_nothing(
    name, attacks, small_zip, hand_in, otter_run, tmp_path
):
    assert set(attacks) == set(EACH)
    assert_honest(otter_run(hand_in(attacks[name]), small_zip), tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("name", sorted(EARNS | MARKS))
def test_it_is_an_attack_for_without_our_plugin_it_succeeds(
    name, attacks, small_zip, hand_in, otter_run, tmp_path
):
    stripped = tmp_path / "stripped.zip"
    with zipfile.ZipFile(small_zip) as old, zipfile.ZipFile(stripped, "w") as new:
        for member in old.namelist():
            new.writestr(member, b"{}" if member == "otter_config.json" else old.read(member))
    done = otter_run(hand_in(attacks[name]), stripped)
    if name in EARNS:
        assert done.scores == {"add_up": 5, "mean_of": 4}
    else:
        assert (tmp_path / "mark").exists()
