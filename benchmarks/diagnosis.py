"""Which mistakes are recognised when another hand writes them: the tables of docs/diagnosis.md.

    python benchmarks/diagnosis.py [--write]

Grades every submission of tests/bank/rewritten as a student's and sets what it holds against what
the judge names. `--write` puts the tables into the page in place of those that stand there.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from measured import with_measured

from grader.author.draws import as_submission
from grader.bank.load import load_bank
from grader.bank.variants import NOBODY, text_of
from grader.judge.judge import Judge
from grader.model import Bank

ROOT = Path(__file__).parents[1]
REWRITTEN = ROOT / "tests" / "bank" / "rewritten"
PAGE = ROOT / "docs" / "diagnosis.md"


@dataclass(frozen=True)
class Case:
    """One submission: the mistake that its name says it holds, and what the judge made of it."""

    path: Path
    named: tuple[str, ...]
    failed: frozenset[str]

    @property
    def problem(self) -> str:
        return self.path.parent.name

    @property
    def mistake(self) -> str:
        return self.path.stem.partition("__")[0]

    @property
    def recognised(self) -> bool:
        """Whether the mistake is named and no other is."""
        return self.named == (self.mistake,)


def measure(judge: Judge, bank: Bank, paths: Iterable[Path]) -> list[Case]:
    """Each submission graded on the problem that its folder is named after."""
    cases = []
    for path in paths:
        problem = bank.problem(path.parent.name)
        submission = as_submission(text_of(problem, path), path)
        found = judge.grade(submission, [problem.id], values_of=NOBODY).problems[0]
        failed = frozenset(check.id for check in found.checks if check.status != "passed")
        cases.append(Case(path, tuple(d.mistake for d in found.diagnosis), failed))
    return cases


def tables(bank: Bank, cases: Sequence[Case]) -> str:
    """The count of all, then for each problem a row a mistake and a column a name given."""
    right = sum(case.recognised for case in cases)
    silent = sum(not case.named for case in cases)
    parts = [
        f"**{right} of {len(cases)} recognised ({right / len(cases):.0%}), {silent} without a "
        f"name, {len(cases) - right - silent} with a wrong one.**\n"
    ]
    for problem in bank.problems.values():
        of_problem = [case for case in cases if case.problem == problem.id]
        if problem.key is not None and of_problem:
            parts.append(_table(problem.id, list(problem.key.mistakes), of_problem))
    return "\n".join(parts)


def _table(problem: str, mistakes: Sequence[str], cases: Sequence[Case]) -> str:
    numbers = range(1, len(mistakes) + 1)
    lines = [
        f"### {problem}\n",
        f"| | written | {' | '.join(map(str, numbers))} | none |",
        "|---|--:|" + "--:|" * (len(mistakes) + 1),
    ]
    for number, mistake in zip(numbers, mistakes, strict=True):
        written = [case for case in cases if case.mistake == mistake]
        named = Counter(name for case in written for name in case.named or ("none",))
        cells = [
            f"**{named[name]}**" if name == mistake and named[name] else str(named[name] or "")
            for name in (*mistakes, "none")
        ]
        lines.append(f"| {number} `{mistake}` | {len(written)} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the tables into the page")
    args = parser.parse_args()
    bank = load_bank(ROOT)
    with Judge(bank, list(bank.problems)) as judge:
        cases = measure(judge, bank, sorted(REWRITTEN.glob("*/*.py")))
    measured = tables(bank, cases)
    if args.write:
        PAGE.write_text(with_measured(PAGE.read_text("utf-8"), measured), "utf-8")
    else:
        print(measured)
        for case in cases:
            if not case.recognised:
                print(f"{case.problem}/{case.path.stem}: {', '.join(case.named) or 'no name'}")


if __name__ == "__main__":
    main()
