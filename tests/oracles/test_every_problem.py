"""No problem of the bank is without an oracle, nor any function of it."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent


def compared(folder: Path) -> dict[str, set[str]]:
    """The names that the tests of a folder take from `reference`, by the problem of their mark.

    It is read from the text, so that it does not depend on which tests were chosen to run.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for file in sorted(folder.glob("test_*.py")):
        for test in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(test, ast.FunctionDef) and test.name.startswith("test_"):
                for problem in marked(test):
                    found[problem] |= set(taken(test))
    return found


def marked(test: ast.FunctionDef) -> Iterator[str]:
    for mark in test.decorator_list:
        if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.oracle":
            yield ast.literal_eval(mark.args[0])


def taken(test: ast.FunctionDef) -> Iterator[str]:
    for node in ast.walk(test):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "reference":
            yield node.attr


def test_every_function_of_every_problem_has_an_oracle(bank):
    found = compared(HERE)
    without = [
        f"{problem.unit}/{problem.id}: {name}"
        for problem in bank.problems.values()
        for name in problem.file.write
        if name not in found.get(problem.id, ())
    ]
    assert not without, "compared with nothing in tests/oracles"


def test_no_oracle_is_for_a_problem_that_is_gone(bank):
    assert compared(HERE).keys() == set(bank.problems)


def test_a_test_without_the_mark_counts_for_no_problem(tmp_path):
    text = '@pytest.mark.oracle("a")\ndef test_a(reference): reference.f(1)\n'
    text += "def test_b(reference): reference.g(1)\n"
    text += '@pytest.mark.oracle("c")\ndef helper(reference): reference.h(1)\n'
    (tmp_path / "test_some.py").write_text(text)
    assert compared(tmp_path) == {"a": {"f"}}
