"""Mistakes that no call of the checks tells apart: a diagnosis could only guess between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from grader.judge.diagnosis import alike
from grader.judge.judge import Judge
from grader.judge.replays import replay
from grader.model import Problem
from grader.sandbox.local import LocalBackend, load_module

Pair = tuple[str, str]


def twins(judge: Judge, problem: Problem, salts: Sequence[bytes]) -> list[Pair]:
    """The pairs of mistakes that answer every call alike with the draws of one salt or more."""
    if problem.secret is None or problem.key is None:
        return []
    modules = {
        name: LocalBackend(load_module(problem.secret / "mistakes" / f"{name}.py"))
        for name in problem.key.mistakes
    }
    pairs = list(combinations(modules, 2))
    found: set[Pair] = set()
    for salt in salts:
        judge.reseed(salt)
        found |= _alike_everywhere(judge, problem.id, modules, pairs)
    return [pair for pair in pairs if pair in found]


def _alike_everywhere(
    judge: Judge, problem: str, modules: dict[str, LocalBackend], pairs: Sequence[Pair]
) -> set[Pair]:
    left = set(pairs)
    for right in judge.rehearse(problem):
        if right.answer is None or not left:
            continue
        with np.errstate(all="ignore"):
            answers = {name: replay(module, right) for name, module in modules.items()}
        left = {(a, b) for a, b in left if alike(answers[a], answers[b], right)}
    return left
