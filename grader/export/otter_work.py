"""Submissions whose marks are known, to try a zip with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from grader.errors import GraderError
from grader.export.notebook import notebook
from grader.model import Bank, Problem


def write_submissions(bank: Bank, assignment: str, folder: Path) -> list[Path]:
    """The reference and the starter as a .py and a notebook, and notebooks with a mistake of each
    problem: as many as the problem with the most mistakes has, filled up with the reference."""
    problems = [bank.problem(name) for name in bank.assignment(assignment).problems]
    references = [_text(_secret(problem) / "solution.py") for problem in problems]
    starters = [_text(problem.folder / "starter.py") for problem in problems]
    mistakes = [sorted((_secret(p) / "mistakes").glob("*.py")) for p in problems]
    written = []
    for name, sources in (("reference", references), ("starter", starters)):
        written += [
            _write(folder / f"{name}.py", sources),
            _write(folder / f"{name}.ipynb", sources),
        ]
    for number in range(max(map(len, mistakes))):
        sources = [
            _text(wrong[number]) if number < len(wrong) else right
            for wrong, right in zip(mistakes, references, strict=True)
        ]
        written.append(_write(folder / f"mistakes_{number + 1}.ipynb", sources))
    return written


def _secret(problem: Problem) -> Path:
    if problem.secret is None:
        raise GraderError(f"{problem.id}: its solution is not here")
    return problem.secret


def _text(file: Path) -> str:
    return file.read_text("utf-8")


def _write(path: Path, sources: Sequence[str]) -> Path:
    text = notebook(sources) if path.suffix == ".ipynb" else "\n\n".join(sources)
    path.write_text(text, "utf-8")
    return path
