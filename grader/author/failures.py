"""Which checks a file fails, draw by draw.

With the first draw a file is graded as a submission would be, sandbox and all. With the others its
checks run in this process, which costs a fraction: the code is ours, and what a check finds is the
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
    judge: Judge, bank: Bank, problem: Problem, paths: Mapping[str, Path], draws: Sequence[Draw]
) -> dict[str, list[frozenset[str]]]:
    """For each file, by its name, the ids of the checks that it does not pass, for each draw."""
    found: dict[str, list[frozenset[str]]] = {name: [] for name in paths}
    sandboxed: set[str] = set()
    public = {check.id for check in problem.checks if check.visibility == "public"}
    for number, draw in enumerate(draws):
        judge.reseed(draw.salt)
        rehearsed = judge.rehearse(problem.id, draw.student) if number else {}
        if problem.template is None:
            # Of public checks the draws are always the same, hence what comes of them.
            rehearsed = {id: one for id, one in rehearsed.items() if id not in public}
        for name, path in paths.items():
            if number and name not in sandboxed:
                known = found[name][0] - rehearsed.keys()
                failed = judge.failed_by(path, problem.id, draw.student, rehearsed)
                found[name].append(known | failed)
                continue
            report = graded(judge, bank, problem.id, path, draw)
            checks = report.problems[0].checks
            if report.notes or any(check.status not in _BY_THE_CHECK for check in checks):
                sandboxed.add(name)
            found[name].append(frozenset(c.id for c in checks if c.status != "passed"))
    return found
