"""lint's proof of a problem: reference, starter and mistakes get what they should, every time.

Each is judged once for each seed of the hidden draws; of a problem with parameters, for another
student each time. With the first draw they are graded as a submission would be, sandbox and all,
the starter always; with the others in this process, as `failures` says.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

from grader.author.draws import Draw, draws
from grader.author.failures import failures, graded
from grader.author.twins import twins
from grader.bank.decode import decode_file
from grader.bank.entry import read_entry
from grader.bank.files import from_here
from grader.bank.problem_rules import problem_faults
from grader.errors import BankError, Fault, GraderError
from grader.judge.judge import Judge
from grader.model import Bank, KeyFile, Problem

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
            found = _Proof(judge, bank, problem, draws(bank, problem, seeds, "lint"))
            return list(found.faults(problem.secret, problem.key))
    except BankError as error:
        return list(error.faults)


@dataclass(frozen=True)
class _Proof:
    judge: Judge
    bank: Bank
    problem: Problem
    draws: Sequence[Draw]

    def faults(self, secret: Path, key: KeyFile) -> Iterator[Fault]:
        yield from self._records()
        if not (yield from self._reference(secret / "solution.py")):
            return
        yield from self._starter(self.problem.folder / "starter.py")
        document = decode_file(from_here(secret / "key.yaml"), KeyFile).document
        paths = {name: secret / "mistakes" / f"{name}.py" for name in key.mistakes}
        found = failures(self.judge, self.bank, self.problem, paths, self.draws)
        for name, failing in found.items():
            fails = set(key.mistakes[name].fails)
            always, ever = frozenset.intersection(*failing), frozenset.union(*failing)
            for flaky in sorted(ever - always):
                passing = next(
                    draw for draw, ids in zip(self.draws, failing, strict=True) if flaky not in ids
                )
                yield document.fault(
                    f"mistake {name!r} fails check {flaky!r} with some draws and passes it with "
                    f"others{passing.told}; a check must fail it with all or with none",
                    "mistakes",
                    name,
                )
            if ever == always and always != fails:
                yield document.fault(
                    f"mistake {name!r} fails {self._listed(always)}, "
                    f"but `fails` lists {self._listed(fails)}",
                    "mistakes",
                    name,
                    "fails",
                )
        for one, other in twins(self.judge, self.bank, self.problem.id, self.draws[:_TWIN_SEEDS]):
            yield document.fault(
                f"mistake {other!r} answers every call of the checks as mistake {one!r} does; a "
                "check must make a call that tells them apart, or one of them must go",
                "mistakes",
                other,
            )

    def _records(self) -> Iterator[Fault]:
        """What the rules of problem.yaml and key.yaml say with the values of these students."""
        if self.problem.template is None:
            return
        entry = read_entry(self.problem)
        told = set()
        for draw in self.draws:
            for fault in problem_faults(entry.variant(draw.values)):
                if (fault.line, fault.file) not in told:
                    told.add((fault.line, fault.file))
                    yield replace(fault, text=f"{fault.text}{draw.told}")

    def _reference(self, path: Path) -> Generator[Fault, None, bool]:
        """Its faults; whether more can be told, as it cannot by checks that are at fault."""
        told = set()
        for number, draw in enumerate(self.draws):
            self.judge.reseed(draw.salt)
            rehearsed = self.judge.rehearse(self.problem.id, draw.student) if number else {}
            if number and not any(one.error for one in rehearsed.values()):
                continue
            checks = graded(self.judge, self.bank, self.problem.id, path, draw).problems[0].checks
            for check in checks:
                if check.status != "passed" and check.id not in told:
                    told.add(check.id)
                    said = f"{check.status}: {check.message}" if check.message else check.status
                    text = f"the reference must pass {check.id!r}{draw.told}; {said}"
                    yield Fault(from_here(path), 1, text)
            if any(check.status == "broken" for check in checks):
                return False
        return True

    def _starter(self, path: Path) -> Iterator[Fault]:
        # Without parameters it is the same, and does nothing, in every draw.
        some = self.draws if self.problem.template else self.draws[:1]
        told = set()
        for draw in some:
            self.judge.reseed(draw.salt)
            checks = graded(self.judge, self.bank, self.problem.id, path, draw).problems[0].checks
            for check in checks:
                is_fault = check.status not in _FAILING and check.max_points > 0
                if is_fault and check.id not in told:
                    told.add(check.id)
                    yield Fault(
                        from_here(path),
                        1,
                        f"the starter must fail {check.id!r}, which has points{draw.told}; "
                        f"it is {check.status}",
                    )

    def _listed(self, names: Set[str]) -> str:
        listed = (check.id for check in self.problem.checks if check.id in names)
        return ", ".join(listed) or "nothing"
