from __future__ import annotations

import ast
import sys

import pytest

from grader.author.mutants import mutants
from grader.errors import GraderError

SOURCE = '''import numpy as np


def centred(A, n=0):
    """A without its mean."""
    B = A - A.mean(axis=0)  # a row less
    return B if n > 0 else A
'''


def names(source: str = SOURCE) -> list[str]:
    return [mutant.name for mutant in mutants(source)]


def test_operators_of_cosmic_ray_and_our_own_both_take_part():
    found = names()
    assert "centred: return B if n > 0 else A -> return B if n >= 0 else A" in found
    assert "centred: B = A - A.mean(axis=0) -> B = A + A.mean(axis=0)" in found
    assert "centred: B = A - A.mean(axis=0) -> B = A - A.mean(axis=1)" in found


def test_a_mutant_is_named_by_its_line_without_comment_and_by_its_function():
    assert all(name.startswith("centred: ") and "#" not in name for name in names())


def test_no_mutant_comes_twice_and_none_is_the_source_itself():
    trees = [ast.dump(ast.parse(mutant.source)) for mutant in mutants(SOURCE)]
    assert len(trees) == len(set(trees)) > 30
    assert ast.dump(ast.parse(SOURCE)) not in trees


def test_every_mutant_is_python():
    for mutant in mutants(SOURCE):
        compile(mutant.source, "mutant", "exec")


def test_mutants_are_the_same_each_time():
    assert mutants(SOURCE) == mutants(SOURCE)


def test_like_lines_that_change_alike_have_names_of_their_own():
    source = "def f(a):\n    a += 1\n    a += 1\n    return a\n"
    found = [name for name in names(source) if name.startswith("f: a += 1 -> a -= 1")]
    assert found == ["f: a += 1 -> a -= 1", "f: a += 1 -> a -= 1 (2)"]


def test_a_diff_shows_the_line_as_it_stands_in_the_file():
    (mutant,) = (m for m in mutants(SOURCE) if m.name.endswith("-> B = A - A.sum(axis=0)"))
    assert mutant.diff(SOURCE, "solution.py").splitlines() == [
        "--- solution.py",
        "+++ mutant",
        "@@ -5,3 +5,3 @@",
        '     """A without its mean."""',
        "-    B = A - A.mean(axis=0)  # a row less",
        "+    B = A - A.sum(axis=0)  # a row less",
        "     return B if n > 0 else A",
    ]


def test_without_the_extra_one_line_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "cosmic_ray.mutating", None)
    with pytest.raises(GraderError) as refused:
        mutants(SOURCE)
    assert "nabla-grader[author]" in str(refused.value)
    assert "\n" not in str(refused.value)
