"""One digest over all that a grade depends on, so that a store knows when to grade again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import msgspec

from grader import __version__
from grader.bank.files import files_under
from grader.model import Bank


def bank_digest(bank: Bank, problem_ids: Iterable[str], assignment: str | None) -> str:
    """`sha256:` and 64 hexadecimal digits over problems, assignment, limits, lateness and salt.

    It depends on the names and bytes of the problems' files, public and secret, as they stand there
    for all variants, on the key that variants are drawn from if there are any, and on the grader's
    version; not on where the bank is, nor on the order of `problem_ids`. Raises
    GraderError for an unknown problem or assignment.
    """
    total = hashlib.sha256()
    for part in _parts(bank, sorted(set(problem_ids)), assignment):
        # With its length before it, a part cannot run over into the next.
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return f"sha256:{total.hexdigest()}"


def _parts(bank: Bank, problem_ids: list[str], assignment: str | None) -> Iterator[bytes]:
    yield __version__.encode()
    settings = (
        bank.assignment(assignment) if assignment is not None else None,
        bank.course.limits,
        bank.course.late,
    )
    yield msgspec.json.encode(settings, order="deterministic")
    # The digest is shown in reports: the salt goes in by its own hash, and None is no salt.
    yield b"" if bank.salt is None else hashlib.sha256(bank.salt).digest()
    problems = [bank.problem(name) for name in problem_ids]
    if any(problem.template for problem in problems):
        yield bank.course.variant_key.encode()
    for name, problem in zip(problem_ids, problems, strict=True):
        for tree, folder in (("exercises", problem.folder), ("solutions", problem.secret)):
            for file in files_under(folder) if folder else ():
                relative = file.relative_to(folder).as_posix() if folder else ""
                yield f"{tree}/{problem.unit}/{name}/{relative}".encode()
                yield file.read_bytes()
