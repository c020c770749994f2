"""G. Submissions that are not what they seem: items 77 to 84."""

from __future__ import annotations

import pytest

RIGHT = """import numpy as np
def softmax(Z, axis=-1):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / E.sum(axis=axis, keepdims=True)
"""


def statuses(report):
    return {check.id: check.status for check in report.problems[0].checks}


BROKEN_LINES = {
    "an open bracket": "x = (1, 2",
    "a missing colon": "if True\n    x = 1",
    "Python 2": "print 'hello'",
    "a tab among spaces": "if True:\n        x = 1\n\ty = 2",
    "an odd indent": "  x = 1",
    "a lone quote": 's = "abc',
    "a lone triple quote": "def g():\n    '''never closed",
    "merge marks": "<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> other",
    "a bad escape": "s = '\\N{no such}'",
    "a return outside": "return 3",
    "a null in text": "s = '\ufffd\ufffd' +",
}


# The odd indent belongs to the function above it, which is the statement that it costs.
BELOW = sorted(set(BROKEN_LINES) - {"an odd indent"})


@pytest.mark.parametrize("what", BELOW)
def test_77_a_syntax_error_below_costs_its_statement_and_names_the_line(attack, what):
    report = attack(RIGHT + "\n" + BROKEN_LINES[what] + "\n")
    assert report.score == report.max_score
    assert any("ine " in note for note in report.notes), report.notes


@pytest.mark.parametrize("what", sorted(set(BROKEN_LINES) - {"a lone triple quote"}))
def test_77_a_syntax_error_above_costs_its_statement(attack, what):
    report = attack(BROKEN_LINES[what] + "\n\n" + RIGHT)
    if what in ("an open bracket", "a lone quote"):
        # What an open bracket swallows cannot be known; the note says where it began.
        assert report.notes
        return
    assert report.score == report.max_score


ENCODINGS = {
    "78 a byte order mark": b"\xef\xbb\xbf" + RIGHT.encode(),
    "78 CRLF": RIGHT.replace("\n", "\r\n").encode(),
    "78 CR": RIGHT.replace("\n", "\r").encode(),
    "78 latin-1 with its cookie": b"# -*- coding: latin-1 -*-\n# \xe9\n" + RIGHT.encode(),
    "78 a form feed": b"\x0c\n" + RIGHT.encode(),
    "78 no newline at the end": RIGHT.rstrip("\n").encode(),
    "88 names that are not ASCII": RIGHT.replace("E", "\u00c9").encode(),
}


@pytest.mark.parametrize("what", ENCODINGS)
def test_78_every_common_encoding_is_read(attack, what):
    report = attack({"work.py": ENCODINGS[what]})
    assert report.score == report.max_score, report.notes


NOTHING = {
    "80 an empty file": "",
    "80 comments only": "# nothing yet\n",
    "80 not callable": "softmax = 3\n",
    "80 a module": "import numpy as softmax\n",
    "80 another name": "def soft_max(Z, axis=-1):\n    return Z\n",
    "80 inside another function": "def outer():\n    def softmax(Z, axis=-1):\n        return Z\n",
    "80 the stub": "def softmax(Z, axis=-1):\n    raise NotImplementedError\n",
}


@pytest.mark.parametrize("what", NOTHING)
def test_80_a_function_that_is_not_there_is_missing(attack, what):
    report = attack(NOTHING[what])
    assert report.score == 0
    assert set(statuses(report).values()) == {"missing"}
    assert all("softmax" in check.message for check in report.problems[0].checks)


def test_81_input_ends_at_once(attack):
    report = attack("name = input('name? ')\n" + RIGHT)
    assert report.score == report.max_score
    assert any("EOFError" in note for note in report.notes)


def test_83_a_training_loop_at_load_is_left_out_and_the_rest_graded(attack):
    report = attack("w = 1.0\nwhile w > 0:\n    w = w * 0.999999999 + 1e-9\n" + RIGHT)
    assert report.score == report.max_score
    assert any("did not end within" in note for note in report.notes)


@pytest.mark.parametrize(
    "line", ["import work", "from work import softmax", "import torch_that_is_not_here"]
)
def test_84_importing_itself_or_what_is_not_there_costs_only_that_line(attack, line):
    report = attack(f"{line}\n{RIGHT}")
    assert report.score == report.max_score


def test_84_a_missing_library_is_named(attack):
    report = attack("import torch_that_is_not_here\n" + RIGHT)
    assert any("torch_that_is_not_here" in note for note in report.notes)


def test_84_files_that_import_one_another_are_all_loaded(attack):
    first = "from second import power\n" + RIGHT.replace("np.exp(", "power(")
    second = "import numpy as np\nimport first\ndef power(x):\n    return np.exp(x)\n"
    report = attack({"first.py": first, "second.py": second})
    assert report.score == report.max_score, report.notes
