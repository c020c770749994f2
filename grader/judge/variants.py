"""The problems of a judge as each student meets them, made once for all who share their values."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from grader.bank.variants import text_of, values_of, variant
from grader.model import Bank, Problem
from grader.sandbox.reading import definitions


class Variants:
    """The variants met so far of a bank's problems, and the stubs of their starters."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._made: dict[Hashable, Problem] = {}
        self._stubs: dict[Hashable, Mapping[str, str]] = {}

    def of(self, name: str, student: str) -> Problem:
        """The problem of that id with the student's values."""
        problem = self._bank.problem(name)
        if problem.template is None:
            return problem
        values = values_of(self._bank.course, problem, student)
        key = name, tuple(values.items())
        if key not in self._made:
            self._made[key] = variant(problem, values)
        return self._made[key]

    def all(self, problems: Iterable[Problem], student: str) -> list[Problem]:
        """These problems with the student's values."""
        return [self.of(problem.id, student) for problem in problems]

    def stubs(self, problem: Problem) -> Mapping[str, str]:
        """What the stub of each of its functions does."""
        if problem.identity not in self._stubs:
            text = text_of(problem, problem.folder / "starter.py")
            does = definitions(text)
            self._stubs[problem.identity] = {
                name: does[name] for name in problem.functions if name in does
            }
        return self._stubs[problem.identity]
