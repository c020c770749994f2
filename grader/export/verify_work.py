"""Submissions whose marks are known, to try a zip with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from grader.bank.variants import problem_for, text_of
from grader.errors import GraderError
from grader.model import Bank, Problem
from grader.report.notebook import code_notebook


def write_submissions(bank: Bank, assignment: str, folder: Path) -> list[Path]:
    """The reference and the starter as a .py and a notebook, and notebooks with a mistake of each
    problem: as many as the problem with the most mistakes has, filled up with the reference.

    Each is the work of the student whom it is named after, with that student's values.
    """
    names = bank.assignment(assignment).problems
    written = []
    for stem, sources in _works(bank, names):
        students = [problem_for(bank, name, stem) for name in names]
        texts = [text_of(*pair) for pair in zip(students, sources, strict=True)]
        forms = (".ipynb",) if stem.startswith("mistakes") else (".py", ".ipynb")
        written += [_write(folder / f"{stem}{form}", texts) for form in forms]
    return written


def _works(bank: Bank, names: tuple[str, ...]) -> Iterator[tuple[str, list[Path]]]:
    """Each submission's name, and the file that it has for each problem."""
    secrets = [_secret(bank.problem(name)) for name in names]
    references = [secret / "solution.py" for secret in secrets]
    yield "reference", references
    yield "starter", [bank.problem(name).folder / "starter.py" for name in names]
    mistakes = [sorted((secret / "mistakes").glob("*.py")) for secret in secrets]
    for number in range(max(map(len, mistakes))):
        yield (
            f"mistakes_{number + 1}",
            [
                wrong[number] if number < len(wrong) else right
                for wrong, right in zip(mistakes, references, strict=True)
            ],
        )


def _secret(problem: Problem) -> Path:
    if problem.secret is None:
        raise GraderError(f"{problem.id}: its solution is not here")
    return problem.secret


def _write(path: Path, sources: list[str]) -> Path:
    text = code_notebook(sources) if path.suffix == ".ipynb" else "\n\n".join(sources)
    path.write_text(text, "utf-8")
    return path
