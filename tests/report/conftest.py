"""Reports as a class produces them, from perfect to hostile."""

from __future__ import annotations

import msgspec
import pytest

from grader.model import (
    CheckReport,
    Counterexample,
    Diagnosis,
    Late,
    ProblemReport,
    Report,
    Sandbox,
)

HOSTILE = {
    "script": "<script>alert('x')</script>",
    "attribute": "\"><img src=x onerror=alert(1)> ' onload='x",
    "ansi": "\x1b[31mred\x1b[0m \x1b]8;;http://evil.example\x07link\x1b]8;;\x07 \x9b2Jgone",
    "bidi": "abc\u202ecba\u2066x\u2069 \u200b\u05e9\u05dc\u05dd",
    "formula": '=cmd|"/C calc"!A0',
    "markup": "[bold red]not bold[/] [link=http://evil.example]here[/link] :smile:",
    "markdown": "**loud** [here](http://evil.example) ![pic](http://evil.example/a.png)",
    "bell": "ding\a\x00\x7f\r\nnext",
}


def passed(name: str, title: str, points: float, visibility: str = "hidden") -> CheckReport:
    return CheckReport(name, title, visibility, "passed", points, points)  # type: ignore[arg-type]


def _softmax() -> ProblemReport:
    return ProblemReport(
        id="softmax",
        title="A softmax that survives large numbers",
        weight=1.0,
        score=3.0,
        max_score=11.0,
        checks=(
            passed("examples", "The examples of the statement", 1, "public"),
            passed("values", "Rows and matrices of many sizes", 2),
            CheckReport(
                "large_scores",
                "Scores of a thousand do not overflow",
                "hidden",
                "failed",
                0.0,
                3.0,
                "`softmax` returns nan where a finite number must stand.",
                "Which shift of $x$ leaves $\\mathrm{softmax}(x)$ unchanged, and keeps "
                "$e^{x_i}$ finite?",
                Counterexample("softmax([0, 1000])", "[0, 1]", "[nan, nan]"),
            ),
            CheckReport(
                "wide_row",
                "A row from -1000 to 1000",
                "hidden",
                "raised",
                0.0,
                2.0,
                "Your code raised FloatingPointError at line 12: "
                "`e = np.exp(Z); return e / e.sum(axis, keepdims=True)`.",
                "After your shift, what is the largest number that goes into `exp`?",
            ),
            CheckReport(
                "no_loop",
                "All rows in array operations",
                "hidden",
                "timeout",
                0.0,
                2.0,
                "Your code did not finish: 3 s passed. Look for a loop that never ends.",
            ),
            CheckReport(
                "symmetries",
                "Shifting, permuting and ordering behave as they must",
                "hidden",
                "missing",
                0.0,
                1.0,
                "There is no function `softmax` in what you handed in.",
            ),
        ),
        diagnosis=(
            Diagnosis(
                "no_shift",
                "Correct for small inputs, but `exp` overflows above about 709, and "
                "$\\frac{\\infty}{\\infty}$ is nan. Subtract the row maximum first.",
                4,
            ),
        ),
    )


def _dot() -> ProblemReport:
    return ProblemReport(
        id="dot_by_hand",
        title="The dot product, by hand",
        weight=1.0,
        score=4.0,
        max_score=4.0,
        checks=(
            passed("examples", "The examples of the statement", 1, "public"),
            passed("values", "Vectors of many lengths", 3),
        ),
    )


def _backprop() -> ProblemReport:
    return ProblemReport(
        id="two_layer_backprop",
        title="Back through two layers",
        weight=2.0,
        score=2.5,
        max_score=4.0,
        checks=(
            CheckReport("w2", "The gradient by W2", "hidden", "passed", 2.5, 2.5),
            CheckReport(
                "w1",
                "The gradient by W1",
                "hidden",
                "broken",
                0.0,
                2.0,
                "SandboxError: the zygote answered nothing to w1_secret_input",
                "Which two things does the error pass?",
            ),
            CheckReport("b1", "The gradient by b1", "hidden", "skipped", 0.0, 1.0),
            CheckReport(
                "relu",
                "The slope of ReLU at 0",
                "hidden",
                "forbidden",
                0.0,
                1.5,
                "`torch` may not be used here.",
            ),
        ),
    )


def report_of(student: str, *problems: ProblemReport, late: Late | None = None) -> Report:
    raw = sum(p.weight * p.score for p in problems)
    late = late or Late()
    return Report(
        assignment="foundations",
        student=student,
        submission="sha256:" + "ab" * 32,
        bank="sha256:" + "cd" * 32,
        score=raw * (1 - late.penalty),
        raw_score=raw,
        max_score=sum(p.weight * p.max_score for p in problems),
        provisional=any(c.status == "broken" for p in problems for c in p.checks),
        late=late,
        problems=problems,
        notes=(),
        sandbox=Sandbox(("rlimits", "secret_ring")),
        seconds=98.7654,
    )


@pytest.fixture
def perfect() -> Report:
    return report_of("grace", _dot())


@pytest.fixture
def partial() -> Report:
    report = report_of("ada", _dot(), _softmax(), late=Late(2, 0.2))
    notes = ("cell 3: the line `%matplotlib inline` was left out; it is not Python.",)
    return msgspec.structs.replace(report, notes=notes)


@pytest.fixture
def provisional() -> Report:
    return report_of("emmy", _dot(), _backprop())


@pytest.fixture
def unreadable() -> Report:
    report = report_of("kurt")
    return msgspec.structs.replace(
        report, notes=("homework.ipynb: this is no notebook: line 1 is not JSON.",)
    )


@pytest.fixture
def hostile() -> Report:
    """Every text that a student or an author could fill holds every hostile string."""
    everything = " ".join(HOSTILE.values())
    problem = _softmax()
    checks = tuple(
        msgspec.structs.replace(
            check,
            title=everything,
            message=f"At line 1: `{everything}` and {everything}",
            hint=everything,
            counterexample=Counterexample(everything, everything, everything),
        )
        for check in problem.checks
    )
    says = (Diagnosis("no_shift", everything, 1),)
    bad = msgspec.structs.replace(problem, title=everything, checks=checks, diagnosis=says)
    student = f"{everything} {'long' * 60}"
    report = report_of(student, bad)
    return msgspec.structs.replace(report, assignment=everything, notes=(everything,) * 2)
