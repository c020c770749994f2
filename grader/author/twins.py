"""Mistakes that no call of the checks tells apart: a diagnosis could only guess between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from grader.judge.forms import Form, forms
from grader.judge.judge import Judge
from grader.judge.replays import replay, unlike
from grader.model import Problem
from grader.numeric.quiet import quiet
from grader.sandbox.local import LocalBackend

Pair = tuple[str, str]
_Forms = tuple[Form, Form]


def twins(judge: Judge, problem: Problem, salts: Sequence[bytes]) -> list[Pair]:
    """The pairs of mistakes that answer every call alike with the draws of one salt or more."""
    if problem.secret is None or problem.key is None:
        return []
    modules = {
        form: (name, LocalBackend(form.load()))
        for name in problem.key.mistakes
        for form in forms(problem.secret / "mistakes" / f"{name}.py")
    }
    pairs = [(a, b) for a, b in combinations(modules, 2) if modules[a][0] != modules[b][0]]
    found: set[Pair] = set()
    for salt in salts:
        judge.reseed(salt)
        alike = _alike_everywhere(judge, problem.id, {f: m for f, (_, m) in modules.items()}, pairs)
        found |= {(modules[a][0], modules[b][0]) for a, b in alike}
    return [pair for pair in combinations(problem.key.mistakes, 2) if pair in found]


def _alike_everywhere(
    judge: Judge, problem: str, modules: dict[Form, LocalBackend], pairs: Sequence[_Forms]
) -> set[_Forms]:
    left = set(pairs)
    for right in judge.rehearse(problem):
        if right.answer is None or not left:
            continue
        with quiet():
            answers = {form: replay(module, right) for form, module in modules.items()}
        left = {(a, b) for a, b in left if not unlike(answers[a], answers[b], right)}
    return left
