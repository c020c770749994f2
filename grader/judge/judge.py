"""The judge: `(bank, submission) -> Report`, with everything that is paid once paid once."""

from __future__ import annotations

import time
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import msgspec
from msgspec import UNSET

from grader.bank.digest import bank_digest
from grader.bank.variants import NOBODY
from grader.errors import GraderError, SandboxError
from grader.judge.absent import absent_names
from grader.judge.desk import Desk, find_homes
from grader.judge.explainer import NOTHING, Explainer
from grader.judge.notes import collect_notes
from grader.judge.outcomes import ODD_VALUE, Outcome, broken, outcome
from grader.judge.questions import Questions
from grader.judge.rehearsal import Rehearsal, failed_by, rehearse
from grader.judge.reports import check_report
from grader.judge.scoring import assignment_sums, lateness, problem_sums
from grader.judge.session import CheckSession
from grader.judge.trial import Bench, Trial, draws
from grader.judge.variants import Variants
from grader.judge.work import Work
from grader.model import (
    Bank,
    Check,
    Problem,
    ProblemReport,
    Report,
    Sandbox,
    Submission,
)
from grader.numeric.quiet import quiet
from grader.sandbox import minimum
from grader.sandbox.cell import Cell
from grader.sandbox.child_process import Nursery
from grader.sandbox.nurseries import nursery as own_nursery
from grader.sandbox.proxies import Student


class Judge:
    """Grades submissions on some problems of a bank. A context manager: it holds processes.

    With `public_only` no hidden check is collected or run, as on a student's own machine. Where too
    few rings hold for hidden ones, entering raises SandboxError, unless `unsafe`. `nursery` is for
    tests that give it less power.
    """

    def __init__(
        self,
        bank: Bank,
        problems: Sequence[str],
        *,
        public_only: bool = False,
        unsafe: bool = False,
        nursery: Nursery | None = None,
    ) -> None:
        self._bank = bank
        self._problems = [bank.problem(name) for name in problems]
        self._variants = Variants(bank)
        self._public_only = public_only
        self._bench = Bench(bank)
        self._nursery = nursery or own_nursery()
        self._unsafe = unsafe or public_only
        self._sound: dict[tuple[Hashable, str], bool] = {}
        self._rehearsed: dict[Hashable, dict[str, Rehearsal]] = {}
        self._digests: dict[tuple[str | None, tuple[str, ...]], str] = {}

    def __enter__(self) -> Judge:
        self._nursery.start()
        try:
            self._session = CheckSession(self._bench, self._problems)
            self._questions = Questions(self._bench, self._session.run)
            self._explainer = Explainer(self._bench, self._session.run, self._questions)
        except BaseException:
            self._nursery.close()
            raise
        if not self._unsafe:
            try:
                minimum.require(self._nursery.rings)
            except SandboxError:
                self.__exit__(None, None, None)
                raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        self._nursery.close()
        self._session.close()

    def attempted(self, submission: Submission, values_of: str | None = None) -> list[str]:
        """The problems of which a submission defines at least one function."""
        who = submission.student if values_of is None else values_of
        cell = self._cell(submission, who)
        try:
            return [
                problem.id
                for problem in self._variants.all(self._problems, who)
                if any(h.file is not None for h in find_homes(problem, submission, cell).values())
            ]
        finally:
            cell.close()

    def reseed(self, salt: bytes) -> None:
        """Draws hidden inputs from another salt from now on, as an author does to find flakes."""
        self._bank = msgspec.structs.replace(self._bank, salt=salt)
        self._sound.clear()
        self._questions.forget()
        self._digests.clear()

    def rehearse(self, problem: str, values_of: str = NOBODY) -> dict[str, Rehearsal]:
        """Each check of a problem, by its id, run on the reference in this process.

        `values_of` is the student whose variant it is. What came of it is remembered.
        """
        subject = self._variants.of(problem, values_of)
        key = self._bank.salt, subject.identity
        if key not in self._rehearsed:
            with quiet():
                self._rehearsed[key] = {
                    check.id: rehearse(self._bench, self._session.run, self._bank, subject, check)
                    for check in subject.checks
                }
        return self._rehearsed[key]

    def failed_by(
        self, path: Path, problem: str, values_of: str, rehearsed: Mapping[str, Rehearsal]
    ) -> frozenset[str]:
        """Those of the rehearsed checks that a file of ours does not pass, in this process."""
        with quiet():
            subject = self._variants.of(problem, values_of)
            return failed_by(path, self._bench, self._session.run, self._bank, subject, rehearsed)

    def grade(
        self,
        submission: Submission,
        problems: Sequence[str],
        assignment: str | None = None,
        *,
        explain: bool = True,
        values_of: str | None = None,
    ) -> Report:
        """The Report on a submission, over `problems` in that order, weighted as `assignment`.

        Without `explain`, diagnosis and drawn counterexamples are left out. `values_of` is the
        student whose variants are meant, by default the one whose submission it is.
        """
        began = time.monotonic()
        who = submission.student if values_of is None else values_of
        subjects = [self._variants.of(name, who) for name in problems]
        cell = self._cell(submission, who)
        with quiet():
            try:
                works = self._run_all(submission, cell, subjects, assignment)
                notes = collect_notes(submission, cell, [work.homes for work in works])
            finally:
                cell.close()
            graded = tuple(self._report(work, cell, explain) for work in works)
        raw, possible = assignment_sums(graded)
        plan = self._bank.assignment(assignment) if assignment else None
        late = lateness(plan, self._bank.course.late, submission.submitted)
        return Report(
            assignment=assignment,
            student=submission.student,
            submission=submission.digest,
            bank=self.digest(problems, assignment),
            score=round(raw * (1 - late.penalty), 9),
            raw_score=raw,
            max_score=possible,
            provisional=any(c.status == "broken" for p in graded for c in p.checks),
            late=late,
            problems=graded,
            notes=notes,
            sandbox=Sandbox(self._nursery.rings),
            seconds=round(time.monotonic() - began, 4),
        )

    def digest(self, problems: Sequence[str], assignment: str | None) -> str:
        """The digest of the part of the bank that decides this grade."""
        key = (assignment, tuple(problems))
        if key not in self._digests:
            self._digests[key] = bank_digest(self._bank, list(problems), assignment)
        return self._digests[key]

    def _cell(self, submission: Submission, values_of: str) -> Cell:
        limits = self._bank.course.limits
        subjects = self._variants.all(self._problems, values_of)
        starters = {name: does for p in subjects for name, does in self._variants.stubs(p).items()}
        forbids = {
            name: f.forbids for p in subjects for name, f in p.file.write.items() if f.forbids
        }
        return Cell(self._nursery, submission.files, starters, limits, forbids)

    def _run_all(
        self,
        submission: Submission,
        cell: Cell,
        problems: Sequence[Problem],
        assignment: str | None,
    ) -> list[Work]:
        """Public checks of every problem first: what they show comes from a child that has seen
        no hidden input yet."""
        weights = self._bank.assignment(assignment).weights if assignment else {}
        works = []
        for problem in problems:
            homes = find_homes(problem, submission, cell)
            desk = Desk(cell, homes, self._bank.course.limits.problem_seconds)
            works.append(Work(problem, weights.get(problem.id, 1.0), homes, desk))
        for visibility in ("public",) if self._public_only else ("public", "hidden"):
            for work in works:
                for check in work.problem.checks:
                    if check.visibility == visibility:
                        self._run(work, check, submission, cell)
        return works

    def _run(self, work: Work, check: Check, submission: Submission, cell: Cell) -> None:
        student = Student(work.desk)
        reference = self._bench.reference(work.problem)
        trial = Trial(work.problem, student, reference, draws(self._bank, check))
        work.made[check.id] = student.exchanges
        try:
            error = self._session.run(check, trial)
        except (SandboxError, GraderError) as failure:
            work.outcomes[check.id] = broken(failure)
            return
        absent = absent_names(work.problem, submission, cell)
        found = outcome(error, check, submission, student.exchanges, absent)
        if found is None:
            assert error is not None
            sound = self._is_sound(work.problem, check)
            found = Outcome("failed", ODD_VALUE) if sound else broken(error)
        work.outcomes[check.id] = found

    def _is_sound(self, problem: Problem, check: Check) -> bool:
        """Whether a check passes on the reference: if so, what broke it was the student's value."""
        key = (problem.identity, check.id)
        if key not in self._sound:
            if problem.secret is None:
                return True
            trial = self._bench.rehearsal(problem, draws(self._bank, check))
            self._sound[key] = self._session.run(check, trial) is None
        return self._sound[key]

    def _report(self, work: Work, cell: Cell, explain: bool) -> ProblemReport:
        found = self._explainer.explain(work, cell, self._bank) if explain else NOTHING
        reports = tuple(
            check_report(c, work.outcomes[c.id], *found.shown.get(c.id, (None, None)))
            for c in work.checks
        )
        score, possible = problem_sums(reports)
        return ProblemReport(
            id=work.problem.id,
            title=work.problem.file.title,
            weight=work.weight,
            score=score,
            max_score=possible,
            checks=reports,
            diagnosis=found.diagnosis,
            parameters=work.problem.values or UNSET,
        )
