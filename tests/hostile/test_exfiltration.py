"""A and B. Hidden inputs leaked and carried out: items 19 and 25 to 28, which need no ring.

The code below sees every input. It tries to say them in the report: as text, as a name, as a
number, as a shape. What a public check or a fresh child has seen may be shown.
"""

from __future__ import annotations

import re

import msgspec
import numpy as np
import pytest

import grader.judge.judge as judging
from grader.judge.judge import Judge
from grader.sandbox.host import Zygote


@pytest.fixture(scope="module")
def salted(course, mode, arena):
    """A judge whose hidden draws are of a salt of its own, and the arena to make submissions."""
    bank = msgspec.structs.replace(course, salt=b"another salt")
    with Judge(bank, ["softmax"], unsafe=True, nursery=Zygote(prefix=mode.prefix)) as judge:
        yield judge, arena


def drawn(judge, arena):
    """The numbers that only hidden checks of softmax put to a submission, as the judge saw them."""
    seen = {"public": set(), "hidden": set()}
    honest = arena.submission("import numpy as np\ndef softmax(Z, axis=-1):\n    return Z\n")
    real = judging.Judge._run

    def spy(self, work, check, *others):
        real(self, work, check, *others)
        for exchange in work.made[check.id]:
            for value in np.ravel(exchange.call.args[0]):
                seen[check.visibility].add(repr(float(value)))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(judging.Judge, "_run", spy)
        judge.grade(honest, ["softmax"], explain=False)
    # Short numbers such as 3.0 occur everywhere by chance.
    return {text for text in seen["hidden"] - seen["public"] if len(text) > 12}


RIGHT = """
import numpy as np
def softmax(Z, axis=-1):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / E.sum(axis=axis, keepdims=True)
"""
LEAKS = {
    "25 printing": "print(Z); print(Z, file=sys.stderr); os.write(1, text.encode()); return Z",
    "25 warning": "warnings.warn(text); return Z",
    "25 logging": "logging.error(text); return Z",
    "26 the text of an exception": "raise ValueError(text)",
    "26 the name of an exception": "raise type(text, (ValueError,), {})(text)",
    "26 a module in the name": "raise type('E', (Exception,), {'__module__': text})",
    "26 notes of an exception": "e = ValueError(); e.add_note(text); raise e",
    "26 a chain of exceptions": "\n"
    "    try: raise KeyError(text)\n    except KeyError as e: raise ValueError(text) from e",
    "26 a group of exceptions": "raise ExceptionGroup(text, [ValueError(text)])",
    "26 a line of made-up code": "exec(compile('raise ValueError', text, 'exec'))",
    "26 the name of a student's file": "exec(compile(chr(10) * 3 + 'raise ValueError', "
    "f'<student 0 0>', 'exec'))",
    "26 SystemExit": "raise SystemExit(text)",
    "26 an assertion": "assert False, text",
    "27 the value itself": "return Z",
    "27 the value as text": "return text",
    "27 the value as a key": "return {text: 1.0}",
    "27 the value in a list": "return [text, [Z]]",
    "27 the name of a type": "return type(text, (), {})()",
    "27 the name of a function": "f = lambda: 0; f.__name__ = f.__qualname__ = text; return f",
    "27 a small part of the value": "P = right(Z); P.flat[0] += np.ravel(Z)[0] * 1e-7; return P",
    "27 nan and numbers": "return np.where(Z > 0, Z, np.nan)",
    "27 a changed argument": "P = right(Z); Z *= 2; return P",
    "27 a fault at load of a second life": "os._exit(0)",
}


@pytest.mark.parametrize("what", LEAKS)
def test_no_number_that_a_hidden_check_drew_is_in_the_report(salted, inside, told, what):
    judge, arena = salted
    hidden = drawn(judge, arena)
    assert len(hidden) > 100
    report = judge.grade(
        arena.submission(
            inside
            + f"""
import logging, os, sys, warnings
def softmax(Z, axis=-1):
    text = ' '.join(map(repr, np.ravel(Z).tolist()))[:400]
    {LEAKS[what]}
"""
        ),
        ["softmax"],
    )
    shown = told(report)
    assert [number for number in hidden if number in shown] == []
    assert report.score < report.max_score


KEPT = """
import numpy as np
TABLE = {}
def softmax(Z, axis=-1):
    key = (Z.shape, axis, Z.tobytes())
    return np.frombuffer(TABLE[key]).reshape(Z.shape) if key in TABLE else Z * 0
"""


def test_19_a_table_of_hidden_inputs_is_of_no_use_under_another_salt(
    course, mode, salted, monkeypatch
):
    judge, arena = salted
    table = {}

    def spy(self, work, check, *others):
        real(self, work, check, *others)
        for call in (exchange.call for exchange in work.made[check.id]):
            Z, axis = call.args[0], call.kwargs.get("axis", *call.args[1:] or (-1,))
            if isinstance(Z, np.ndarray) and Z.size and abs(axis) <= Z.ndim:
                E = np.exp(Z - Z.max(axis=axis, keepdims=True))
                P = E / E.sum(axis=axis, keepdims=True)
                table[Z.shape, axis, Z.tobytes()] = P.astype(float).tobytes()

    real = judging.Judge._run
    monkeypatch.setattr(judging.Judge, "_run", spy)
    honest = arena.submission(RIGHT)
    assert judge.grade(honest, ["softmax"], explain=False).score == 14
    monkeypatch.undo()
    leaked = arena.submission(KEPT.replace("{}", repr(table)))

    def hidden(report):
        return {c.id for c in report.problems[0].checks if c.visibility == "hidden"} & {
            c.id for c in report.problems[0].checks if c.status == "passed"
        }

    # Under the salt of the leak it earns hidden points; that is what the salt is for.
    assert {"values", "large_scores"} <= hidden(judge.grade(leaked, ["softmax"], explain=False))
    other = msgspec.structs.replace(course, salt=b"the salt of the last time")
    with Judge(other, ["softmax"], unsafe=True, nursery=Zygote(prefix=mode.prefix)) as last:
        assert not hidden(last.grade(leaked, ["softmax"], explain=False)) & {
            *("values", "large_scores", "sums_to_one")
        }


@pytest.mark.parametrize("wait", ["time.sleep(bit * 0.003)", "kept.append(bytes(bit * 10**7))"])
def test_28_time_and_memory_that_depend_on_an_input_do_not_show(salted, wait):
    judge, arena = salted
    source = (
        "import time\nkept = []\ndef softmax(Z, axis=-1):\n    bit = %s\n    %s\n    return Z\n"
    )
    reports = [
        judge.grade(arena.submission(source % (bit, wait)), ["softmax"])
        for bit in ("0", "int(Z.size > 2 and Z.flat[0] > Z.flat[1])")
    ]
    plain = [
        msgspec.structs.replace(report, seconds=0.0, submission="").to_json() for report in reports
    ]
    assert plain[0] == plain[1]


@pytest.mark.parametrize("shape", ["(n, 0)", "(0, n)"])
def test_27_a_shape_does_not_carry_a_hidden_number(arena, shape):
    report = arena.judge.grade(
        arena.submission(
            "import numpy as np\ndef softmax(Z, axis=-1):\n"
            "    n = int(np.sum(np.abs(Z)) * 1e6) + 10**13\n"
            f"    return np.zeros({shape})\n"
        ),
        ["softmax"],
    )
    messages = [c.message for c in report.problems[0].checks if c.visibility == "hidden"]
    assert [words for words in messages if re.search(r"\d{10}", words)] == []


def test_27_the_number_of_parts_is_all_that_a_length_can_say(arena):
    report = arena.judge.grade(
        arena.submission("def softmax(Z, axis=-1):\n    return [0.0] * 12345\n"), ["softmax"]
    )
    assert report.score == 0


def test_09_11_the_environment_of_the_judge_is_not_the_childs(course, mode, arena, monkeypatch):
    monkeypatch.setenv("GRADER_SALT", "0123456789abcdef")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    source = (
        "import os, sys\ndef softmax(Z, axis=-1):\n"
        "    raise ValueError(f'{sorted(os.environ)} {sys.flags.isolated} {sys.path[0]!r}')\n"
    )
    nursery = Zygote(prefix=mode.prefix)
    with Judge(course, ["softmax"], unsafe=True, nursery=nursery) as judge:
        report = judge.grade(arena.submission(source), ["softmax"], explain=False)
    words = report.problems[0].checks[0].message
    assert "LANG" in words
    for name in ("GRADER", "PYTHON", "USER", "nowhere"):
        assert name not in words
    assert "] 1 " in words
