"""One submission through the real otter, as an instructor would run it."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from grader.errors import GraderError
from grader.export.scores import DIGITS, Scores

_SECONDS = 900.0


def run_otter(submission: Path, autograder: Path) -> Scores:
    """What `otter run` makes of a submission. GraderError with its last words if it fails."""
    return scores_of(otter_results(submission, autograder))


def otter_results(submission: Path, autograder: Path) -> dict[str, Any]:
    """The results.json of `otter run`. GraderError with its last words if it fails."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "otter", "run", str(submission.resolve())]
        command += ["-a", str(autograder.resolve()), "-o", out, "--no-logo"]
        # In the empty folder: Python would import a file beside us that is named as a library.
        try:
            done = subprocess.run(
                command, cwd=out, capture_output=True, text=True, timeout=_SECONDS, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise GraderError(f"{submission.name}: otter did not end in {_SECONDS:g} s") from error
        if done.returncode:
            last = done.stderr.strip().splitlines()[-1:] or ["it says nothing"]
            raise GraderError(f"{submission.name}: otter failed: {last[0]}")
        results: dict[str, Any] = json.loads(Path(out, "results.json").read_bytes())
        return results


def scores_of(results: dict[str, Any]) -> Scores:
    """The scores in a results.json."""
    scored = [test for test in results["tests"] if "score" in test]
    problems = {test["name"]: (float(test["score"]), float(test["max_score"])) for test in scored}
    total = results.get("score", sum(score for score, _ in problems.values()))
    return Scores(problems, round(total, DIGITS))
