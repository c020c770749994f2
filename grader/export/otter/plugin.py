"""What runs inside otter: our judge grades, and the student's code never enters otter's kernel.

The zip of `grader otter` names `NablaPlugin` in its otter_config.json.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from otter.plugins import AbstractOtterPlugin

from grader.errors import GraderError
from grader.export import feedback, place
from grader.export.grading import Unread, grade_work, read_work
from grader.export.layout import FOLDER, PLUGIN
from grader.export.otter import place as otter_place
from grader.export.otter import tests as otter_tests
from grader.export.packed_bank import load_packed
from grader.intake.limits import is_source
from grader.intake.names import safe
from grader.model import Submission


class NablaPlugin(AbstractOtterPlugin):  # type: ignore[misc] # otter ships no types
    """Grades the submitted file by its path, and fills otter's results with what came of it.

    Where nothing can be graded by our own fault it raises, so that there is an error to see and no
    zero.
    """

    def before_grading(self, config: Any) -> None:
        """Reads the file, clears its folder and grades. Otter has opened only this file by then."""
        path = Path(self.submission_path)
        source = path.parents[1] / "source"
        place.close_to_others(source)
        if not config.otter_run:
            place.open_python_to_others()
        bank = load_packed(source / "files" / FOLDER)
        work = self._read(path)
        otter_place.replace_all(path)
        self._graded = grade_work(bank, self.plugin_config["assignment"], work)
        report = self._graded.report
        if report.late.penalty:
            # Otter scales the sum to this, and writes the result above the problems.
            config.points_possible = report.max_score * (1 - report.late.penalty)

    def before_execution(self, submission: Any) -> Any:
        """Takes the empty file away too: the kernel would import one that is called otter.py."""
        Path(self.submission_path).unlink()
        return submission

    def after_grading(self, results: Any) -> None:
        """Puts our entries in place of what otter's kernel found in the empty file."""
        if results.has_catastrophic_failure():
            raise GraderError(
                "otter's kernel gave no results, though it ran nothing of the student's: "
                f"{results.catastrophic_error}"
            )
        results.results = {e.id: otter_tests.filled(e) for e in self._graded.entries}
        if text := feedback.told_text(feedback.of_submission(self._graded.report)):
            results.set_output(text)
        results.set_plugin_data(PLUGIN, self._graded.report.to_json().decode())

    def generate_report(self) -> str:
        """Lines for the instructor: Gradescope shows no student what is printed."""
        return feedback.for_instructors(self._graded.report)

    def _read(self, path: Path) -> Submission | Unread:
        work = read_work(path, self.submission_metadata)
        others = sorted(
            other.name
            for other in path.parent.iterdir()
            if is_source(other.name) and other.name not in (path.name, "__init__.py")
        )
        if isinstance(work, Unread) or not others:
            return work
        note = f"{path.name}: this alone was graded, not {', '.join(map(safe, others))}"
        return msgspec.structs.replace(work, notes=(*work.notes, note))
