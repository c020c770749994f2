"""lint's proof of a problem: reference, starter and mistakes get what they should, every time.

Each is graded as a submission would be, sandbox and all, once for each seed of the hidden draws.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from grader.author.twins import twins
from grader.bank.decode import decode_file
from grader.bank.files import from_here
from grader.errors import BankError, Fault, GraderError
from grader.intake.submission import read_submission
from grader.judge.judge import Judge
from grader.model import Bank, CheckReport, KeyFile, Problem

SEEDS = 20
_TWIN_SEEDS = 5
_FAILING = ("failed", "raised", "missing", "forbidden", "timeout", "memory", "crashed")


def prove(bank: Bank, name: str, seeds: int = SEEDS) -> list[Fault]:
    """Every fault of one problem over `seeds` draws; empty if it is proven.

    The reference passes every check; the starter passes none that has points; a mistake fails
    exactly the checks that key.yaml lists for it; no check's outcome depends on the draw; two
    mistakes answer some call of the checks each in its own way, so that a diagnosis can choose.
    """
    problem = bank.problem(name)
    if problem.secret is None or problem.key is None:
        raise GraderError(f"{problem.folder}: its solution is not here, so nothing can be proven")
    try:
        with Judge(bank, [name], unsafe=True) as judge:
            return list(_faults(judge, problem, problem.secret, problem.key, seeds))
    except BankError as error:
        return list(error.faults)


def _faults(
    judge: Judge, problem: Problem, secret: Path, key: KeyFile, seeds: int
) -> Iterator[Fault]:
    salts = [f"lint {seed}".encode() for seed in range(seeds)]
    yield from _reference(judge, problem, secret / "solution.py", salts)
    yield from _starter(judge, problem, salts)
    document = decode_file(from_here(secret / "key.yaml"), KeyFile).document
    for name, mistake in key.mistakes.items():
        path = secret / "mistakes" / f"{name}.py"
        runs = [_failing(checks) for checks in _runs(judge, problem, path, salts)]
        always, ever = set.intersection(*runs), set.union(*runs)
        for flaky in sorted(ever - always):
            yield document.fault(
                f"mistake {name!r} fails check {flaky!r} with some draws and passes it with "
                "others; a check must fail it with all or with none",
                "mistakes",
                name,
            )
        if ever == always and always != set(mistake.fails):
            yield document.fault(
                f"mistake {name!r} fails {_listed(problem, always)}, "
                f"but `fails` lists {_listed(problem, set(mistake.fails))}",
                "mistakes",
                name,
                "fails",
            )
    for one, other in twins(judge, problem, salts[:_TWIN_SEEDS]):
        yield document.fault(
            f"mistake {other!r} answers every call of the checks as mistake {one!r} does; a check "
            "must make a call that tells them apart, or one of them must go",
            "mistakes",
            other,
        )


def _reference(
    judge: Judge, problem: Problem, path: Path, salts: Sequence[bytes]
) -> Iterator[Fault]:
    told = set()
    for checks in _runs(judge, problem, path, salts):
        for check in checks:
            if check.status != "passed" and check.id not in told:
                told.add(check.id)
                said = f"{check.status}: {check.message}" if check.message else check.status
                yield Fault(from_here(path), 1, f"the reference must pass {check.id!r}; {said}")


def _starter(judge: Judge, problem: Problem, salts: Sequence[bytes]) -> Iterator[Fault]:
    path = problem.folder / "starter.py"
    for check in _runs(judge, problem, path, salts[:1])[0]:
        if check.status not in _FAILING and check.max_points > 0:
            yield Fault(
                from_here(path),
                1,
                f"the starter must fail {check.id!r}, which has points; it is {check.status}",
            )


def _runs(
    judge: Judge, problem: Problem, path: Path, salts: Sequence[bytes]
) -> list[tuple[CheckReport, ...]]:
    submission = read_submission(path)
    runs = []
    for salt in salts:
        judge.reseed(salt)
        report = judge.grade(submission, [problem.id], explain=False)
        runs.append(report.problems[0].checks)
    return runs


def _failing(checks: Sequence[CheckReport]) -> set[str]:
    return {check.id for check in checks if check.status != "passed"}


def _listed(problem: Problem, names: set[str]) -> str:
    return ", ".join(check.id for check in problem.checks if check.id in names) or "nothing"
