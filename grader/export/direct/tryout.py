"""A submission through an unpacked direct zip, without setup.sh: in the Python that runs here."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import fsum
from pathlib import Path
from typing import Any

from grader.errors import GraderError
from grader.export.scores import DIGITS, Scores

_SECONDS = 900.0


@contextmanager
def unpacked(autograder: Path) -> Iterator[Callable[[Path], Scores]]:
    """What gives the scores of a submission by the zip `autograder`, which is unpacked once."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(autograder) as archive:
            archive.extractall(folder)
        yield lambda submission: scores_of(direct_results(submission, Path(folder)))


def direct_results(submission: Path, source: Path) -> dict[str, Any]:
    """What run_autograder of the zip unpacked at `source` writes for a submission.

    GraderError with its last words if it fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        (top / "results").mkdir()
        (top / "source").symlink_to(source.resolve())
        _hand_in(submission, top)
        command = [sys.executable, "-I", "-m", "grader.export.direct.run", folder]
        try:
            done = subprocess.run(
                command, cwd=top, capture_output=True, text=True, timeout=_SECONDS, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise GraderError(
                f"{submission.name}: run_autograder did not end in {_SECONDS:g} s"
            ) from error
        if done.returncode:
            last = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["it says nothing"]
            raise GraderError(f"{submission.name}: run_autograder failed: {last[0]}")
        found: dict[str, Any] = json.loads((top / "results" / "results.json").read_bytes())
        return found


def _hand_in(submission: Path, top: Path) -> None:
    """Lays out what Gradescope would: the files, and whose they are by the name of `submission`."""
    student = submission.stem
    if submission.is_dir():
        student = submission.name
        shutil.copytree(submission, top / "submission", symlinks=True)
    else:
        (top / "submission").mkdir()
        shutil.copyfile(submission, top / "submission" / submission.name)
    metadata = {"users": [{"name": student}]}
    (top / "submission_metadata.json").write_text(json.dumps(metadata))


def scores_of(results: dict[str, Any]) -> Scores:
    """The scores in a results.json, the tests of each problem added up."""
    tests: dict[str, list[dict[str, Any]]] = {}
    for test in results["tests"]:
        if "score" in test:
            tests.setdefault(test["tags"][0], []).append(test)
    problems = {
        name: (_sum(found, "score"), _sum(found, "max_score")) for name, found in tests.items()
    }
    total = results.get("score", fsum(score for score, _ in problems.values()))
    return Scores(problems, round(total, DIGITS))


def _sum(tests: list[dict[str, Any]], name: str) -> float:
    return round(fsum(test[name] for test in tests), DIGITS)
