"""docs/closeness.md says which values are accepted; each row of its table is graded here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from grader.intake.submission import read_submission
from grader.judge.judge import Judge

DOC = Path(__file__).parents[2] / "docs" / "closeness.md"
ROW = re.compile(r"^\| `(?P<right>[^`]+)` \| `(?P<value>[^`]+)` \| (?P<verdict>yes|no) \|", re.M)
ROWS = [row.groups() for row in ROW.finditer(DOC.read_text("utf-8"))]

SOLUTION = "import numpy as np\n\ndef f(x):\n    return 1.0 * np.asarray(x)\n"


@pytest.fixture(scope="module")
def found(make_bank, tmp_path_factory):
    """The status of each row's check, graded in one submission."""
    tests = ["import numpy as np", "from grader.judge.expect import expect_close"]
    tests += [
        f"def test_row_{i}(student): expect_close(student.f({i}), {right})"
        for i, (right, _, _) in enumerate(ROWS)
    ]
    values = ", ".join(f"lambda: {value}" for _, value, _ in ROWS)
    source = f"import numpy as np\nV = [{values}]\n\ndef f(x):\n    return V[x]()\n"
    work = tmp_path_factory.mktemp("accepted") / "work.py"
    work.write_text(source, "utf-8")
    with Judge(make_bank(SOLUTION, "\n".join(tests) + "\n"), ["odd"]) as judge:
        (problem,) = judge.grade(read_submission(work, "ada", None), ["odd"]).problems
    return {check.id: check for check in problem.checks}


def test_the_table_has_rows_of_both_verdicts():
    verdicts = [verdict for _, _, verdict in ROWS]
    assert verdicts.count("yes") > 20
    assert verdicts.count("no") > 20


@pytest.mark.parametrize("i", range(len(ROWS)), ids=lambda i: " for ".join(ROWS[i][1::-1]))
def test_each_value_is_accepted_or_refused_as_the_table_says(found, i):
    check = found[f"row_{i}"]
    assert check.status == ("passed" if ROWS[i][2] == "yes" else "failed"), check.message
    assert check.status == "passed" or check.message.endswith((".", "?"))


def test_a_warning_of_numpys_fails_nothing(make_bank, submit):
    source = (
        "import numpy as np\n\n"
        "def f(x):\n    np.exp(np.array([1000.0])) - np.log(np.zeros(1))\n    return x\n"
    )
    tests = (
        "import numpy as np\nfrom grader.judge.expect import expect_stable\n"
        "def test_warned(student): expect_stable(student.f(np.ones(2)), [1, 1])\n"
    )
    with Judge(make_bank(SOLUTION, tests), ["odd"]) as judge:
        (problem,) = judge.grade(submit(source), ["odd"]).problems
    assert {check.id: check.status for check in problem.checks}["warned"] == "passed"
