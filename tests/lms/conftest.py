"""The small course of tests/bank, its zips, and otter to run one of them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import warnings
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from grader.bank.load import load_bank
from grader.export.direct.archive import write_direct_zip
from grader.export.otter.archive import write_otter_zip

with warnings.catch_warnings():
    # What otter's own imports warn of is not ours to mend.
    warnings.simplefilter("ignore")
    import otter.generate
    import otter.nbmeta_config
    import otter.plugins
    import otter.test_files  # noqa: F401 # for those warnings only

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "bank" / "base"
RIGHT = """
def add_up(numbers, start=0.0):
    return start + sum(numbers)

def mean_of(numbers):
    if len(numbers) == 0:
        raise ValueError("no numbers")
    return sum(numbers) / len(numbers)
"""
# As run_otter.py of the zip does, for another folder than /autograder.
_AS_GRADESCOPE = "import sys; from otter.run.run_autograder import main; main(sys.argv[1])"


@dataclass(frozen=True)
class Done:
    """What came of one run of otter. `results` is None where it left no results.json."""

    returncode: int
    results: dict | None
    stdout: str
    stderr: str

    @property
    def scores(self):
        return {t["name"]: t["score"] for t in self.results["tests"] if "score" in t}

    def text(self, name):
        [found] = [test["output"] for test in self.results["tests"] if test["name"] == name]
        return found


@pytest.fixture(scope="session", autouse=True)
def no_variables():
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("GRADER_SOLUTIONS", raising=False)
        patch.delenv("GRADER_SALT", raising=False)
        yield


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    """The small course, loaded; it stays as it is."""
    folder = tmp_path_factory.mktemp("small") / "course"
    shutil.copytree(BASE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return load_bank(folder)


@pytest.fixture(scope="session")
def course():
    return load_bank(ROOT)


@pytest.fixture(scope="session")
def small_zip(small, tmp_path_factory):
    out = tmp_path_factory.mktemp("zips") / "week1.zip"
    write_otter_zip(small, "week1", out)
    return out


@pytest.fixture
def right():
    """What earns every point of the small course."""
    return RIGHT.encode()


@pytest.fixture
def hand_in(tmp_path):
    """Writes files by name, and returns what to hand in: the file, or a zip of them all."""

    def write(files):
        if len(files) == 1:
            [(name, data)] = files.items()
            (tmp_path / name).write_bytes(data)
            return tmp_path / name
        with zipfile.ZipFile(tmp_path / "work.zip", "w") as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        return tmp_path / "work.zip"

    return write


@pytest.fixture
def otter_run(tmp_path):
    """Runs `otter run` on a submission as an instructor does."""

    def run(submission, autograder, seconds=120):
        out = tmp_path / "out"
        out.mkdir(exist_ok=True)
        command = [sys.executable, "-m", "otter", "run", submission, "-a", autograder, "-o", out]
        return _done([*command, "--no-logo"], out, out / "results.json", seconds)

    return run


@pytest.fixture
def gradescope(tmp_path):
    """Grades a folder of files in what looks like Gradescope's /autograder.

    `prefix` is a command that takes powers away first.
    """

    def run(files, autograder, metadata=None, *, prefix=(), change=lambda top: None):
        top = tmp_path / "autograder"
        for name in ("source", "submission", "results"):
            (top / name).mkdir(parents=True)
        with zipfile.ZipFile(autograder) as archive:
            archive.extractall(top / "source")
        for name, data in files.items():
            (top / "submission" / name).write_bytes(data)
        (top / "submission_metadata.json").write_text(json.dumps(metadata or {}))
        change(top)
        command = [*prefix, sys.executable, "-c", _AS_GRADESCOPE, str(top)]
        return _done(command, tmp_path, top / "results" / "results.json", 120)

    return run


def _done(command, folder, results, seconds):
    done = subprocess.run(
        [str(word) for word in command], cwd=folder, capture_output=True, text=True, timeout=seconds
    )
    found = json.loads(results.read_bytes()) if results.exists() else None
    return Done(done.returncode, found, done.stdout, done.stderr)


# Without otter


@pytest.fixture(scope="session")
def direct_zip(small, tmp_path_factory):
    out = tmp_path_factory.mktemp("direct") / "week1.zip"
    write_direct_zip(small, "week1", out)
    return out


@pytest.fixture
def autograder(direct_zip, tmp_path):
    """Lays out /autograder with the files of a submission, in a folder; returns that folder."""

    def lay_out(files, metadata=None):
        top = tmp_path / "autograder"
        for name in ("source", "submission", "results"):
            (top / name).mkdir(parents=True)
        with zipfile.ZipFile(direct_zip) as archive:
            archive.extractall(top / "source")
        hand_in_files(top, files, metadata)
        return top

    return lay_out


def hand_in_files(top, files, metadata=None):
    """Writes what Gradescope writes for a submission."""
    for name, data in files.items():
        path = top / "submission" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (top / "submission_metadata.json").write_text(json.dumps(metadata or {}))
