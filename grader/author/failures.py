"""Which checks each mistake fails, draw by draw.

With the first draw a mistake is graded as a submission would be, sandbox and all. With the others
its checks run in this process, which costs a third: the code is ours, and what a check finds is the
same, unless the sandbox itself had a part in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from grader.author.draws import Draw, as_submission
from grader.bank.variants import problem_for, text_of
from grader.judge.judge import Judge
from grader.model import Bank, Problem, Report

_BY_THE_CHECK = ("passed", "failed", "raised")  # no clock, no guard and no limit had a say


def graded(judge: Judge, bank: Bank, name: str, path: Path, draw: Draw) -> Report:
    """A file of a problem graded as a student's submission; the judge has the draw already."""
    problem = problem_for(bank, name, draw.student)
    submission = as_submission(text_of(problem, path), path)
    return judge.grade(submission, [name], explain=False, values_of=draw.student)


def failures(
    judge: Judge, bank: Bank, problem: Problem, mistakes: Mapping[str, Path], draws: Sequence[Draw]
) -> dict[str, list[frozenset[str]]]:
    """For each mistake the ids of the checks that it does not pass, for each draw."""
    found: dict[str, list[frozenset[str]]] = {name: [] for name in mistakes}
    sandboxed: set[str] = set()
    for number, draw in enumerate(draws):
        judge.reseed(draw.salt)
        for name, path in mistakes.items():
            if number and name not in sandboxed:
                # Of public checks the draws are the same for all, hence what comes of them.
                known = found[name][0] if problem.template is None else None
                found[name].append(judge.tried(problem.id, path, draw.student, known))
                continue
            report = graded(judge, bank, problem.id, path, draw)
            checks = report.problems[0].checks
            if report.notes or any(check.status not in _BY_THE_CHECK for check in checks):
                sandboxed.add(name)
            found[name].append(frozenset(c.id for c in checks if c.status != "passed"))
    return found
