"""Two mistakes at once, free constants, and silence where there is nothing certain to say."""

from __future__ import annotations

import pytest

from grader.bank.load import load_bank
from grader.errors import GraderError
from grader.judge.forms import Form, forms
from grader.judge.judge import Judge

PADDED = """
import numpy as np

def softmax(Z, axis=-1):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / (E.sum(axis=axis, keepdims=True) + {epsilon})
"""

LOOP = """
import numpy as np

def linear(X, W, b):
    return np.array([{row} @ W{bias} for x in X])
"""

DOTS = """
import numpy as np

def dot_loop(u, v):
    {check}
    return sum([float(x) * float(y) for x, y in zip(u{part}, v{part})])

def dot_vec(u, v):
    if len(u) != len(v):
        raise ValueError
    return np.dot(u.astype(float), v.astype(float))
"""

CHECK = "if len(u) != len(v): raise ValueError"

TWICE = """
import os

def f(x):
    if x[0] == 3:
        {at_three}
    return 2 * x
"""


@pytest.fixture
def names(grade):
    """The mistakes named in a source."""

    def names(source, problem):
        return [d.mistake for d in grade(source, problem).problems[0].diagnosis]

    return names


@pytest.mark.parametrize("epsilon", ["1e-8", "1e-6", "1e-3"])
def test_a_mistake_with_another_constant_that_students_choose_is_the_same_mistake(names, epsilon):
    assert names(PADDED.format(epsilon=epsilon), "softmax") == ["pads_the_sum"]


def test_a_constant_that_is_not_listed_is_not_guessed(names):
    assert names(PADDED.format(epsilon="0.7"), "softmax") == []


def test_a_loop_with_wrong_values_is_told_of_the_values_alone(names):
    wrong = LOOP.format(row="x.reshape(-1, order='F')", bias=" + b")
    assert names(wrong, "linear_layer") == ["column_order"]
    assert names(LOOP.format(row="x.reshape(-1)", bias=" + b"), "linear_layer") == [
        "loop_over_examples"
    ]


def test_a_loop_with_values_wrong_in_a_way_of_its_own_is_not_told_that_they_are_right(names):
    assert names(LOOP.format(row="x.reshape(-1)", bias=" + 2 * b"), "linear_layer") == []


@pytest.mark.parametrize(
    ("check", "part", "said"),
    [
        (CHECK, "[:-1]", ["skips_last"]),
        ("pass", "", ["stops_at_shorter"]),
        ("pass", "[:-1]", ["skips_last", "stops_at_shorter"]),
    ],
)
def test_wrong_values_and_a_missing_refusal_are_found_each_on_its_own(names, check, part, said):
    assert names(DOTS.format(check=check, part=part), "dot_by_hand") == said


def test_nothing_is_said_where_the_calls_answered_fit_two_mistakes(make_bank, submit):
    checks = """
        import numpy as np
        from grader.judge.expect import expect_close

        def test_one(student):
            expect_close(student.f(np.array([1.0, 2.0])), [1.0, 2.0])

        def test_three(student):
            expect_close(student.f(np.array([3.0, 4.0])), [3.0, 4.0])
    """
    bank = make_bank("def f(x):\n    return x\n", checks)
    folder = bank.root / "solutions/u/odd"
    (folder / "mistakes").mkdir()
    (folder / "mistakes/doubles.py").write_text(TWICE.format(at_three="pass"))
    (folder / "mistakes/triples_threes.py").write_text(TWICE.format(at_three="return 3 * x"))
    fails = "fails: [examples, one, three]"
    with (folder / "key.yaml").open("a") as key:
        key.write(f"mistakes:\n  doubles: {{{fails}, say: Once.}}\n")
        key.write(f"  triples_threes: {{{fails}, say: Once.}}\n")
    with Judge(load_bank(bank.root), ["odd"]) as judge:
        said = [
            judge.grade(submit(TWICE.format(at_three=line)), ["odd"]).problems[0].diagnosis
            for line in ("pass", "return 3 * x", "os._exit(1)")
        ]
    assert [[d.mistake for d in names] for names in said] == [["doubles"], ["triples_threes"], []]


def test_a_file_without_constants_has_one_form(tmp_path):
    path = tmp_path / "plain.py"
    path.write_text("def f(x):\n    return x\n")
    assert forms(Form(path)) == (Form(path),)


def test_each_listed_constant_is_a_form_that_computes_with_it(tmp_path):
    path = tmp_path / "steps.py"
    path.write_text("STEP = 1\nCONSTANTS = {'STEP': (2, 3.5)}\n\ndef f(x):\n    return STEP * x\n")
    assert [form.load().f(10) for form in forms(Form(path))] == [10, 20, 35]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("[1, 2]", "CONSTANTS is [1, 2], but it must be a dict"),
        ("{'STOP': (1,)}", "CONSTANTS names 'STOP', which is no number in this file"),
        ("{'STEP': 2}", "CONSTANTS['STEP'] is 2, but it must be a tuple of numbers"),
        ("{'STEP': ()}", "CONSTANTS['STEP'] is (), but it must be a tuple of numbers"),
        ("{'STEP': (True,)}", "CONSTANTS['STEP'] is (True,), but it must be a tuple of numbers"),
    ],
)
def test_a_table_of_constants_that_is_none_is_refused_with_its_place(tmp_path, table, said):
    path = tmp_path / "steps.py"
    path.write_text(f"STEP = 1\nCONSTANTS = {table}\n")
    with pytest.raises(GraderError) as caught:
        forms(Form(path))
    assert str(caught.value) == f"{path}: {said}"


@pytest.mark.parametrize("line", ["np.ones(3) + np.ones(4)", "math.log(0.0)"])
def test_code_that_raises_whatever_it_is_given_is_no_listed_mistake(grade, line):
    source = f"import math\nimport numpy as np\n\ndef jacobian(f, x):\n    {line}\n    return x\n"
    (problem,) = grade(source, "jacobian").problems
    assert {check.status for check in problem.checks} == {"raised"}
    assert problem.diagnosis == ()


COSTLY = """
from pathlib import Path

def f(x):
    if len(x) > 9000:
        Path({mark!r}).touch()
        return 3 * x
    return x
"""


@pytest.mark.parametrize(("source", "asked"), [("2 * x", False), ("3 * x", False), ("x", True)])
def test_a_mistake_is_asked_much_data_only_if_it_agrees_on_little(
    make_bank, submit, tmp_path, source, asked
):
    checks = """
        import numpy as np
        from grader.judge.expect import expect_close

        def test_many(student):
            x = np.ones(10_000)
            expect_close(student.f(x), x)
    """
    bank = make_bank("def f(x):\n    return x\n", checks)
    folder, mark = bank.root / "solutions/u/odd", tmp_path / "mark"
    (folder / "mistakes").mkdir()
    (folder / "mistakes/costly.py").write_text(COSTLY.format(mark=str(mark)))
    with (folder / "key.yaml").open("a") as key:
        key.write("mistakes:\n  costly: {fails: [many], say: Once.}\n")
    student = f"def f(x):\n    return 3 * x if len(x) > 9000 else {source}\n"
    with Judge(load_bank(bank.root), ["odd"]) as judge:
        (problem,) = judge.grade(submit(student), ["odd"]).problems
    assert [d.mistake for d in problem.diagnosis] == (["costly"] if asked else [])
    assert mark.exists() == asked
