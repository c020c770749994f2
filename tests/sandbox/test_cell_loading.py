"""How a submission's files load: who imports whom, what a fault is blamed on, what is left out."""

from __future__ import annotations

import pytest

from grader.sandbox.answers import Value

GOOD = "def good(x):\n    return x + 1\n"


def faults(one):
    return [(fault.failure.kind, fault.place) for fault in one.load_faults]


def test_faults_are_told_in_the_order_of_the_files_whatever_ended_the_child(cell, call):
    one = cell({"a.py": "1 / 0\nimport os; os._exit(0)\n" + GOOD, "b.py": "x = 1\n[][0]\n"})
    assert call(one, "good", 1) == Value(2)
    assert faults(one) == [("raised", (0, 0, 1)), ("crashed", (0, 0, 2)), ("raised", (1, 0, 2))]


def test_a_fault_inside_a_called_function_is_placed_where_it_happened(cell, call):
    one = cell("def f():\n    return 1 / 0\n\nf()\n" + GOOD)
    assert call(one, "good", 1) == Value(2)
    assert faults(one) == [("raised", (0, 0, 2))]


def test_a_fault_in_a_notebook_is_placed_in_its_cell(cell, call):
    one = cell({"work.ipynb": [GOOD, "\n\nundefined\n", "y = good(1)\n"]})
    assert call(one, "good", 1) == Value(2)
    assert faults(one) == [("raised", (0, 1, 3))]


def test_a_read_says_what_the_files_hold_whatever_they_do_when_they_run(cell):
    rebinds = "import os, ast\nast.parse = None\nos._exit(0)\n"
    one = cell({"a.py": GOOD + rebinds, "b.py": "y = )\nz = 1\n"})
    first, second = one.read()
    assert first.bound["good"] == (0, 0, 1)
    assert first.imported == {"os", "ast"}
    assert second.faults[0][0] == (1, 0, 1)
    assert set(second.bound) == {"z"}


def test_the_readings_stay_what_they_were_when_the_child_is_replaced(cell, call):
    one = cell(GOOD + "def bad():\n    import os\n    os._exit(0)\n")
    before = one.read()
    call(one, "bad")
    assert call(one, "good", 1) == Value(2)
    assert one.read() == before


def test_what_raises_at_load_is_told_once_however_often_the_child_is_replaced(cell, call):
    one = cell("1 / 0\n" + GOOD + "def bad():\n    import os\n    os._exit(0)\n")
    for _ in range(3):
        assert call(one, "bad").kind == "crashed"
        assert call(one, "good", 1) == Value(2)
    assert faults(one) == [("raised", (0, 0, 1))]


def test_files_may_import_one_another_in_a_circle(cell, call):
    one = cell(
        {
            "a.py": "import b\ndef f(x):\n    return b.g(x)\ndef h(x):\n    return x + 1\n",
            "b.py": "import a\ndef g(x):\n    return a.h(x) * 2\n",
        }
    )
    assert call(one, "f", 1) == Value(4)
    assert one.load_faults == ()


def test_files_that_import_one_another_are_run_once(cell, call):
    one = cell(
        {
            "a.py": "import b, c\ndef f():\n    return c.count\n",
            "b.py": "import c\nc.count += 1\n",
            "c.py": "count = 0\n",
        }
    )
    assert call(one, "f") == Value(1)


@pytest.mark.parametrize("name", ["numpy", "random", "pytest", "math", "os", "wire", "sys"])
def test_a_file_named_like_a_library_of_ours_harms_neither(cell, call, name):
    files = {
        "work.py": GOOD + "import numpy, math, os\ndef f():\n    return math.sqrt(4)\n",
        f"{name}.py": "raise SystemExit\ndef g():\n    return 5\nsqrt = path = None\n",
    }
    one = cell(files)
    assert call(one, "f") == Value(2.0)
    assert one.run(1, "g", [((), {})]) == [Value(5)]
    assert faults(one) == [("raised", (1, 0, 1))]


def test_a_library_that_nobody_has_loaded_yet_is_not_shadowed_either(cell, call):
    source = """\
        import sys
        early = "colorsys" in sys.modules
        import colorsys
        def f():
            return early, hasattr(colorsys, "rgb_to_hsv")
        """
    one = cell({"work.py": source, "colorsys.py": "rgb = 1\n"})
    assert call(one, "f") == Value((False, True))


def test_names_of_two_files_do_not_mix(cell):
    one = cell(
        {"a.py": "x = 1\ndef f():\n    return x\n", "b.py": "x = 2\ndef f():\n    return x\n"}
    )
    assert [one.run(n, "f", [((), {})]) for n in (0, 1)] == [[Value(1)], [Value(2)]]


def test_annotations_are_not_evaluated_where_the_future_is_imported(cell, call):
    source = "from __future__ import annotations\ndef f(x: Unknown) -> Nothing:\n    return x\n"
    one = cell(source)
    assert call(one, "f", 1) == Value(1)
    assert one.load_faults == ()
    other = cell(source.split("\n", 1)[1])
    assert call(other, "f", 1).kind == "missing"


def test_our_own_future_does_not_reach_the_submission(cell, call):
    one = cell("def f(x: int): return x\ndef g(): return f.__annotations__['x'] is int\n")
    assert call(one, "g") == Value(True)


def test_an_empty_submission_and_an_empty_file_have_no_function(cell, call):
    assert call(cell(""), "f").kind == "missing"
    assert cell({}).read() == ()


@pytest.mark.parametrize("exception", ["SystemExit", "KeyboardInterrupt", "GeneratorExit"])
def test_an_exception_that_ends_programs_costs_its_statement_only(cell, call, exception):
    one = cell(f"raise {exception}\n{GOOD}")
    assert call(one, "good", 1) == Value(2)
    assert faults(one) == [("raised", (0, 0, 1))]
    assert one.load_faults[0].failure.classes[0] == exception


def test_a_loop_after_an_import_is_blamed_on_the_file_that_loops(cell):
    one = cell(
        {
            "a.py": "def main():\n    import b\n    while True: pass\nmain()\n" + GOOD,
            "b.py": "def half(x):\n    return x / 2\n",
        }
    )
    assert one.run(1, "half", [((4,), {})]) == [Value(2.0)]
    assert faults(one) == [("timeout", (0, 0, 4))]


def test_a_dataclass_with_postponed_annotations_is_defined(cell, call):
    one = cell(
        "from __future__ import annotations\nfrom dataclasses import dataclass\n"
        "@dataclass\nclass Point:\n    x: float\ndef f():\n    return Point(2.0).x\n"
    )
    assert call(one, "f") == Value(2.0)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("def f():\n    x = 1\n    nonlocal y\n    return x\n", 3),
        ("if True:\n    x = 1\n    return x\n", 3),
        ("class C:\n    x = 1\n    for i in x:\n        pass\n    continue\n", 5),
    ],
)
def test_a_syntax_error_that_the_compiler_finds_has_its_own_line(cell, call, source, line):
    one = cell(source + GOOD)
    assert call(one, "good", 1) == Value(2)
    assert faults(one) == [("raised", (0, 0, line))]
