from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader.bank.load import load_bank
from grader.errors import BankError

BASE = Path(__file__).parent / "base"
PUBLIC = "exercises/sums/add_up/helper.py"
SECRET = "solutions/sums/add_up/solution.py"


@pytest.fixture
def bank_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("GRADER_SOLUTIONS", raising=False)
    root = Path(shutil.copytree(BASE, tmp_path / "bank"))
    monkeypatch.chdir(root)
    return root


def faults(root: Path) -> list[str]:
    try:
        load_bank(root)
    except BankError as refused:
        return [str(fault) for fault in refused.faults]
    return []


@pytest.mark.parametrize(
    "quotation",
    [
        "    total = (total + float(number))\n",
        "    total = total + float(  # the type matters\n        number\n    )\n",
        "    total=total+float(number)\n",
        '    """For instance: total = total + float(number)."""\n',
    ],
)
def test_a_statement_is_known_again_in_another_layout(bank_folder, quotation):
    (bank_folder / PUBLIC).write_text(f"def given(total, number):\n{quotation}")
    assert faults(bank_folder) == [
        f"{PUBLIC}:2: gives away line 4 of solution.py: `total = total + float(number)`"
    ]


def test_another_problem_may_use_the_same_statement(bank_folder):
    statement = bank_folder / "exercises/sums/mean_of/statement.md"
    statement.write_text("# Mean\n\n    total = total + float(number)\n")
    assert faults(bank_folder) == []


def test_short_statements_docstrings_imports_and_not_implemented_tell_nothing(bank_folder):
    shared = (
        '    """Return start plus the sum of numbers, whatever their signs are."""\n'
        "    from collections.abc import Sequence as AnyOrderedThing\n"
        "    total = start\n"
    )
    head = "def add_up(numbers, start=0.0):\n"
    end = '    raise NotImplementedError("write the loop here, please")\n'
    (bank_folder / "exercises/sums/add_up/starter.py").write_text(f"{head}{shared}{end}")
    solution = f"{head}{shared}    if numbers is None:\n    {end}    return total\n"
    (bank_folder / SECRET).write_text(solution)
    assert faults(bank_folder) == []


def test_the_folder_of_the_solutions_is_not_named_in_code(bank_folder):
    (bank_folder / PUBLIC).write_text('PLACES = ["exercises", "solutions"]\n')
    assert faults(bank_folder) == [
        f"{PUBLIC}:1: names the folder `solutions`, which a student does not have"
    ]


def test_a_page_outside_the_problems_is_searched_too(bank_folder):
    (bank_folder / "exercises/README.md").write_text(
        "Cheat:\n`solutions/sums/add_up/solution.py`\n"
    )
    assert faults(bank_folder) == [
        "exercises/README.md:2: mentions `solutions/`, which a student does not have"
    ]


def test_a_text_may_speak_of_solutions(bank_folder):
    (bank_folder / "exercises/README.md").write_text("Two solutions are better than one.\n")
    assert faults(bank_folder) == []


def test_a_broken_file_among_the_exercises_is_a_fault(bank_folder):
    (bank_folder / PUBLIC).write_text("def (:\n")
    assert faults(bank_folder) == [f"{PUBLIC}:1: not valid Python: invalid syntax"]


def test_a_backslash_of_latex_in_a_docstring_is_no_fault(bank_folder):
    (bank_folder / PUBLIC).write_text('"""The sum $\\sum \\alpha_i$."""\n')
    assert faults(bank_folder) == []
