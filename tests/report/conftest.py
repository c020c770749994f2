"""Reports as a class produces them, from perfect to hostile."""

from __future__ import annotations

import msgspec
import pytest
from msgspec import UNSET

from grader.model import (
    CheckReport,
    Component,
    Counterexample,
    Diagnosis,
    Entries,
    Entry,
    Late,
    Mark,
    Picture,
    ProblemReport,
    Report,
    Sandbox,
    SlopeRow,
    Slopes,
    StepCurve,
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


def _slopes(name: str = "W1") -> Slopes:
    components = tuple(
        Component((i, j), 0.8 * k - 1.7, 0.4 * k - 0.85, 0.02, k != 2)
        for k, (i, j) in enumerate((i, j) for i in range(2) for j in range(3))
    )
    steps = tuple(10.0 ** (-k / 2) for k in range(29))
    curve = StepCurve(
        name,
        (0, 2),
        steps,
        tuple(h * h + 1e-16 / h for h in steps),
        tuple(0.25 + h * h for h in steps),
    )
    rows = (
        SlopeRow(name, "differs", f"It is twice {name}.", components[0], 2.0, components, size=20),
        SlopeRow("b1", "agrees", "Agrees.", Component((1,), -0.5, -0.5, 1e-11, False), 1.0, (), 3),
        SlopeRow("b2", "differs", "The shape is (1, 3), but it must be (3,)."),
    )
    return Slopes(rows, curve)


def _entries(shape: tuple[int, ...], text: str = "0.25") -> Entries:
    rows, columns = (min(n, 8) for n in (*shape, 1)[:2])
    grid = tuple(
        tuple(
            Entry(text, f"-{text}" if (i + j) % 3 == 1 else text, (i + j) % 3 == 1)
            for j in range(columns)
        )
        for i in range(rows)
    )
    return Entries("result['W1']", shape, (0,) * len(shape), grid, 7)


def _picture(kind: str, name: str = "u") -> Picture:
    if kind == "field":
        places = [(float(x), float(y)) for x in range(-2, 3) for y in range(-2, 3)]
        marks = [Mark("", "given", p) for p in places]
        marks += [Mark("", "expected", (x, y), (3 * x, 3 * y)) for x, y in places]
        marks += [Mark("", "actual", (x, y), (x + 2 * x, y - 2 * y)) for x, y in places]
        return Picture("field", tuple(marks))
    if kind == "points":
        square = [(0.0, 0.0), (2.0, 0.0), (2.0, 1.0), (0.0, 1.0)]
        marks = [Mark(f"{name}[{i}]", "given", p) for i, p in enumerate(square)]
        marks += [Mark(f"[{i}]", "expected", (-y, x)) for i, (x, y) in enumerate(square)]
        marks += [Mark(f"[{i}]", "actual", (y, x)) for i, (x, y) in enumerate(square)]
        return Picture("points", tuple(marks), 3)
    origin = (0.0, 0.0)
    return Picture(
        "vectors",
        (
            Mark(name, "given", origin, (2.0, 1.0)),
            Mark("v", "given", origin, (-1.0, 2.0)),
            Mark("expected", "expected", origin, (1.2, 0.6)),
            Mark("yours", "actual", origin, (50.0, 25.0)),
        ),
    )


@pytest.fixture
def drawn() -> Report:
    """Everything that a page can draw, in one problem."""
    call = Counterexample("f([2, 1], [-1, 2])", "[1.2, 0.6]", "[50, 25]")
    shown = {
        "slopes": {"slopes": _slopes()},
        "vector": {"entries": _entries((12,))},
        "matrix": {"entries": _entries((3, 3))},
        "large": {"entries": _entries((20, 9), "0.269941")},
        **{kind: {"picture": _picture(kind)} for kind in ("vectors", "points", "field")},
    }
    checks = []
    for name, parts in shown.items():
        slopes = {k: v for k, v in parts.items() if k == "slopes"}
        example = msgspec.structs.replace(call, **{k: v for k, v in parts.items() if k != "slopes"})
        checks.append(
            CheckReport(
                *(name, f"A check of {name}", "hidden", "failed", 0.0, 1.0, "It is wrong."),
                counterexample=None if slopes else example,
                **slopes,
            )
        )
    problem = ProblemReport("plane", "In the plane", 1.0, 0.0, 7.0, tuple(checks))
    return report_of("noether", problem)


@pytest.fixture
def hostile() -> Report:
    """Every text that a student or an author could fill holds every hostile string."""
    everything = " ".join(HOSTILE.values())
    problem = _softmax()
    slopes = _slopes(everything)
    rows = tuple(msgspec.structs.replace(row, words=everything) for row in slopes.rows)
    kinds = ("vectors", "points", "field")
    checks = tuple(
        msgspec.structs.replace(
            check,
            title=everything,
            message=f"At line 1: `{everything}` and {everything}",
            hint=everything,
            counterexample=Counterexample(
                *(everything, everything, everything),
                msgspec.structs.replace(_entries(shape, everything), part=everything),
                _picture(kind, everything),
            ),
            slopes=msgspec.structs.replace(slopes, rows=rows) if kind == "field" else UNSET,
        )
        for check, kind, shape in zip(problem.checks, kinds * 2, ((3,), (2, 2)) * 3, strict=True)
    )
    says = (Diagnosis("no_shift", everything, 1),)
    bad = msgspec.structs.replace(problem, title=everything, checks=checks, diagnosis=says)
    student = f"{everything} {'long' * 60}"
    report = report_of(student, bad)
    return msgspec.structs.replace(report, assignment=everything, notes=(everything,) * 2)
