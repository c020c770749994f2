"""How strong the checks are: the share of a reference's mutants that they kill.

A mutant is killed by a draw if a check with points does not pass; it must be killed by every draw,
or stand in key.yaml: as equivalent, and be so, or as one that the contract allows, and survive.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from grader.author.fates import Fate, Job, fates
from grader.author.mutants import Mutant, cosmic_ray, mutants
from grader.bank.decode import decode_file
from grader.bank.files import from_here
from grader.bank.wording import did_you_mean
from grader.errors import Fault, GraderError
from grader.model import Bank, KeyFile, Problem
from grader.sandbox.cores import cores

SEEDS = 3
_SLICE = 8  # mutants that a worker takes at a time
_REFERENCE = "the reference"

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Strength:
    """What became of the mutants of one problem. `equivalent` and `allowed` count those listed as
    such, `crude` those of the killed that do nothing but raise TypeError."""

    problem: str
    killed: int
    equivalent: int
    allowed: int
    crude: int
    survivors: tuple[Fate, ...]
    faults: tuple[Fault, ...]

    @property
    def total(self) -> int:
        """The mutants that must be killed."""
        return self.killed + len(self.survivors)


def strengths(
    bank: Bank,
    names: Sequence[str],
    *,
    seeds: int = SEEDS,
    jobs: int | None = None,
    progress: Progress = lambda problem, done, total: None,
) -> Iterator[Strength]:
    """The strength of each problem, in the order of `names`, over `jobs` processes or all cores.

    `progress` is told the problem, how many mutants are done, and of how many. Raises GraderError
    where a solution, or the extra `author`, is not there.
    """
    places = {name: _solution(bank.problem(name)) for name in names}
    cosmic_ray()  # what is missing is said before any work begins
    return _strengths(bank, places, seeds, jobs or cores(), progress)


def _strengths(
    bank: Bank, places: Mapping[str, Path], seeds: int, workers: int, progress: Progress
) -> Iterator[Strength]:
    solutions = bank.root / bank.course.solutions
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        for name, place in places.items():
            source = place.read_text("utf-8")
            found = (Mutant(_REFERENCE, source), *mutants(source))
            slices = [
                Job(bank.root, solutions, name, found[at : at + _SLICE], seeds)
                for at in range(0, len(found), _SLICE)
            ]
            done: list[Fate] = []
            try:
                for part in pool.map(fates, slices):
                    done += part
                    progress(name, len(done), len(found))
            except BrokenProcessPool as error:
                raise GraderError(f"{name}: a process that ran the mutants ended") from error
            yield _strength(name, place, done)


def _solution(problem: Problem) -> Path:
    if problem.secret is None:
        raise GraderError(f"{problem.folder}: its solution is not here, so nothing can be proven")
    return problem.secret / "solution.py"


def _strength(name: str, solution: Path, done: Sequence[Fate]) -> Strength:
    reference, *rest = done
    by_name = {_plain(fate.mutant.name): fate for fate in rest}
    key = decode_file(from_here(solution.with_name("key.yaml")), KeyFile)
    faults = list(_reference_faults(reference, solution))
    listed: set[str] = set()
    for field in ("equivalent", "allowed"):
        for place, entry in enumerate(getattr(key.record, field)):
            mutant = _plain(entry.mutant)
            text = _wrong_entry(mutant, by_name, field)
            if text is None and mutant in listed:
                text = "the mutant is listed twice"
            if text is not None:
                faults.append(key.document.fault(text, field, place, "mutant"))
            listed.add(mutant)
    open_ones = [fate for name, fate in by_name.items() if name not in listed]
    return Strength(
        problem=name,
        killed=sum(not fate.survived for fate in open_ones),
        equivalent=len(rest) - len(open_ones) - len(key.record.allowed),
        allowed=len(key.record.allowed),
        crude=sum(fate.is_crude for fate in open_ones if not fate.survived),
        survivors=tuple(fate for fate in open_ones if fate.survived),
        faults=tuple(faults),
    )


def _reference_faults(reference: Fate, solution: Path) -> Iterator[Fault]:
    failed = sorted({check for killers in reference.killers for check in killers})
    if failed:
        text = f"the reference must pass {', '.join(failed)}; `grader lint` says what is wrong"
        yield Fault(from_here(solution), 1, text)


def _wrong_entry(name: str, by_name: Mapping[str, Fate], field: str) -> str | None:
    """Why a mutant is wrongly listed in that field; None if it is one."""
    if name not in by_name:
        return f"there is no mutant {name!r}{did_you_mean(name, by_name)}"
    fate = by_name[name]
    killers = sorted({check for killers in fate.killers for check in killers})
    if killers:
        return f"the mutant is killed by {', '.join(killers)}, so it is not {field}; remove it"
    if fate.differs is not None and field == "equivalent":
        return f"the mutant is not equivalent: the reference answers otherwise to {fate.differs}"
    return None


def _plain(name: str) -> str:
    """A mutant's name however YAML folded it and Python quotes texts."""
    return " ".join(name.replace('"', "'").split())
