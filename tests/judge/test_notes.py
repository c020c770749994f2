"""What a student is told about the files: statements left out, and which file was graded."""

from __future__ import annotations

import pytest

GOOD = "def add_up(numbers, start=0.0):\n    return start + sum(numbers)\n"
BAD = "def add_up(numbers, start=0.0):\n    return -1\n"


@pytest.fixture
def report(tiny, submit):
    def report(source, **kwargs):
        return tiny.grade(submit(source, **kwargs), ["add_up"])

    return report


def test_a_syntax_error_is_named_with_its_line_and_costs_one_statement(report):
    found = report(f"{GOOD}\nif x\n    y = 1\n")
    assert found.score == found.max_score
    assert any(note.startswith("Line 4: `if x`: syntax error") for note in found.notes)


def test_a_statement_that_raises_is_named_with_its_line(report):
    found = report(f"import no_such_library\n{GOOD}x = undefined\n")
    assert found.score == found.max_score
    first, second = found.notes
    assert first.startswith("Line 1: `import no_such_library` raised ModuleNotFoundError")
    assert second.startswith("Line 4: `x = undefined` raised NameError")


def test_who_asks_at_the_top_of_a_file_is_told_that_nobody_answers(report):
    (note,) = report(f"n = int(input('n? '))\n{GOOD}").notes
    assert note.startswith("Line 1: `n = int(input('n? '))` raised EOFError")
    assert "nobody answers `input()` here" in note


def test_a_cell_that_fails_is_named_and_the_next_one_is_graded(report):
    found = report(["1 / 0", "%matplotlib inline\n!ls", GOOD], name="work.ipynb")
    assert found.score == found.max_score
    assert any("cell 1, line 1" in n.lower() and "ZeroDivisionError" in n for n in found.notes)
    assert any("cell 2" in n and "%matplotlib" in n for n in found.notes)


def test_printing_is_not_noted(report):
    assert report(f"print('hello')\n{GOOD}").notes == ()


def test_more_than_twenty_faults_are_counted_and_not_listed(report):
    found = report("1 / 0\n" * 50 + GOOD)
    assert len(found.notes) == 21
    assert "30 more" in found.notes[-1]


def test_of_two_files_the_one_named_after_the_problem_is_graded(report):
    found = report({"a.py": BAD, "add_up.py": GOOD})
    assert found.score == found.max_score
    assert any("a.py, add_up.py; add_up.py was graded" in note for note in found.notes)


def test_of_two_files_the_first_by_name_is_graded(report):
    found = report({"b.py": BAD, "a.py": GOOD})
    assert found.score == found.max_score


def test_a_stub_in_another_file_does_not_hide_the_work(report):
    stub = "def add_up(numbers, start=0.0):\n    raise NotImplementedError\n"
    found = report({"add_up.py": stub, "zz.py": GOOD})
    assert found.score == found.max_score
    assert found.notes == ()


def test_the_last_definition_in_a_file_counts(report):
    assert report(BAD + GOOD).score == 5
    assert report(GOOD + BAD).score == 0


def test_a_definition_below_a_statement_that_fails_is_graded(report):
    assert report(f"raise RuntimeError('stop')\n{GOOD}").score == 5


def test_a_function_in_an_if_or_try_is_found(report):
    inside = GOOD.replace("\n", "\n    ")
    assert report(f"if True:\n    {inside}\n").score == 5
    assert report(f"try:\n    import nothing_here\nexcept ImportError:\n    {inside}\n").score == 5


def test_a_function_imported_from_another_file_of_the_work_is_graded(report):
    assert report({"add_up.py": "from impl import add_up\n", "impl.py": GOOD}).score == 5


def test_the_questions_of_a_notebook_are_not_asked_where_it_is_graded(report):
    found = report([f"import grader\ngrader.predict('add_up', shape=())\n{GOOD}"], name="w.ipynb")
    assert found.score == found.max_score
    assert found.notes == ()
