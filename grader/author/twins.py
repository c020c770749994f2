"""Mistakes that no call of the checks tells apart: a diagnosis could only guess between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from grader.author.draws import Draw
from grader.bank.variants import problem_for
from grader.judge.forms import Form, forms
from grader.judge.judge import Judge
from grader.judge.replays import replay, unlike
from grader.model import Bank, Problem
from grader.numeric.quiet import quiet
from grader.sandbox.local import LocalBackend
from grader.sandbox.proxies import size_of

Pair = tuple[str, str]


def twins(judge: Judge, bank: Bank, name: str, draws: Sequence[Draw]) -> list[Pair]:
    """The pairs of a problem's mistakes that answer every call alike with one draw or more."""
    problem = bank.problem(name)
    if problem.key is None:
        return []
    found: set[Pair] = set()
    for draw in draws:
        judge.reseed(draw.salt)
        found |= _alike_everywhere(judge, problem_for(bank, name, draw.student), draw.student)
    return [pair for pair in combinations(problem.key.mistakes, 2) if pair in found]


def _alike_everywhere(judge: Judge, problem: Problem, student: str) -> set[Pair]:
    if problem.secret is None or problem.key is None:
        return set()
    names = {
        form: name
        for name in problem.key.mistakes
        for form in forms(Form.of(problem, problem.secret / "mistakes" / f"{name}.py"))
    }
    modules = {form: LocalBackend(form.load()) for form in names}
    left = {(a, b) for a, b in combinations(names, 2) if names[a] != names[b]}
    made = [call for one in judge.rehearse(problem.id, student).values() for call in one.calls]
    # Few calls tell most of them apart, and what takes long is seldom asked if it comes last.
    for right in sorted(made, key=lambda made: size_of(made.call)):
        if right.answer is None or not left:
            continue
        with quiet():
            asked = {form for pair in left for form in pair}
            answers = {form: replay(modules[form], right) for form in asked}
        left = {(a, b) for a, b in left if not unlike(answers[a], answers[b], right)}
    return {(names[a], names[b]) for a, b in left}
