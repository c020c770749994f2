"""How strong the checks of every problem are: the table of docs/mutation.md.

    python benchmarks/mutation.py [ID…] [--jobs N] [--write]

Runs `grader prove` on the problems named, or on all. `--write` puts the rows measured into the
page, each as soon as it is known, in the order of the bank; the others stay as they are.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from measured import measured_in, with_measured

from grader.author.prove import Strength, strengths
from grader.bank.load import load_bank

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "mutation.md"
HEAD = (
    "| problem | mutants | killed | by TypeError alone | equivalent | allowed | survive |\n"
    "|---|--:|--:|--:|--:|--:|--:|\n"
)
_ROW = re.compile(r"^\| `(\w+)` \|(.*)\|$", re.MULTILINE)


def row(found: Strength) -> str:
    """The cells of a problem, those of the survivors last."""
    made = found.total + found.equivalent + found.allowed
    counts = made, found.killed, found.crude, found.equivalent, found.allowed, len(found.survivors)
    return "".join(f" {count} |" for count in counts)[:-1]


def rows_of(page: str) -> dict[str, str]:
    """The cells that stand in the page, by problem."""
    return {found[1]: found[2] for found in _ROW.finditer(measured_in(page))}


def with_rows(page: str, rows: dict[str, str], order: list[str]) -> str:
    """The page with these rows and their sums in place of those that stand there."""
    known = [name for name in order if name in rows]
    cells = [[int(cell) for cell in rows[name].split("|")] for name in known]
    sums = [sum(column) for column in zip(*cells, strict=True)]
    lines = [f"| `{name}` |{rows[name]}|\n" for name in known]
    total = f"| **{len(known)} problems** |{''.join(f' **{n}** |' for n in sums)}\n"
    return with_measured(page, f"{HEAD}{''.join(lines)}{total}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ids", nargs="*", metavar="ID")
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--write", action="store_true", help="put the rows into the page")
    args = parser.parse_args()
    bank = load_bank(ROOT)
    for found in strengths(bank, args.ids or list(bank.problems), jobs=args.jobs):
        print(f"{found.problem}:{row(found)}", flush=True)
        for fault in found.faults:
            print(f"  {fault}", flush=True)
        for fate in found.survivors:
            print(f"  survives: {fate.mutant.name}", flush=True)
        if args.write:
            page = PAGE.read_text("utf-8")
            rows = rows_of(page) | {found.problem: row(found)}
            PAGE.write_text(with_rows(page, rows, list(bank.problems)), "utf-8")


if __name__ == "__main__":
    main()
