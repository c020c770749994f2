from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from grader.errors import GraderError
from grader.model import CheckReport, Late, ProblemReport, Report, Sandbox
from grader.store.results import Results


def a_report(student: str = "ada", score: float = 2.0, **changes: object) -> Report:
    check = CheckReport("values", "Values", "hidden", "passed", score, 3.0)
    report = Report(
        assignment="m2",
        student=student,
        submission="sha256:s",
        bank="sha256:b",
        score=score,
        raw_score=score,
        max_score=3.0,
        provisional=False,
        late=Late(),
        problems=(ProblemReport("softmax", "Softmax", 1.0, score, 3.0, (check,)),),
        notes=("a note with \u00e9",),
        sandbox=Sandbox(("rlimits",)),
        seconds=0.1,
    )
    return msgspec.structs.replace(report, **changes)


def test_what_is_saved_comes_back_equal_in_a_new_session(tmp_path: Path) -> None:
    with Results(tmp_path / "results.db") as results:
        results.save(a_report())
    with Results(str(tmp_path / "results.db")) as results:
        assert results.report("ada", "sha256:s", "sha256:b", "m2") == a_report()
        assert results.reports("m2") == [a_report()]


def test_another_submission_bank_student_or_assignment_is_graded_anew(tmp_path: Path) -> None:
    with Results(tmp_path / "results.db") as results:
        results.save(a_report())
        assert results.report("ada", "other", "sha256:b", "m2") is None
        assert results.report("ada", "sha256:s", "other", "m2") is None
        assert results.report("bob", "sha256:s", "sha256:b", "m2") is None
        assert results.report("ada", "sha256:s", "sha256:b", None) is None


def test_saving_again_replaces(tmp_path: Path) -> None:
    with Results(tmp_path / "results.db") as results:
        results.save(a_report(score=1.0))
        results.save(a_report(score=3.0, submission="sha256:t"))
        assert [r.score for r in results.reports("m2")] == [3.0]
        assert results.report("ada", "sha256:s", "sha256:b", "m2") is None


def test_a_provisional_report_is_listed_but_not_resumed(tmp_path: Path) -> None:
    with Results(tmp_path / "results.db") as results:
        results.save(a_report(provisional=True))
        assert results.report("ada", "sha256:s", "sha256:b", "m2") is None
        assert len(results.reports("m2")) == 1


def test_reports_are_sorted_by_student_and_of_one_assignment(tmp_path: Path) -> None:
    with Results(tmp_path / "results.db") as results:
        for student in ("\u00e9mile", "zoe", "Ada", "ada"):
            results.save(a_report(student))
        results.save(a_report("kim", assignment=None))
        assert [r.student for r in results.reports("m2")] == ["Ada", "ada", "zoe", "\u00e9mile"]
        assert [r.student for r in results.reports(None)] == ["kim"]


def test_those_who_are_gone_are_removed_from_their_assignment_only(tmp_path: Path) -> None:
    with Results(tmp_path / "results.db") as results:
        for student in ("ada", "bob", "cy"):
            results.save(a_report(student))
        results.save(a_report("dan", assignment="m3"))
        assert results.remove_absent(["bob"], "m2") == ["ada", "cy"]
        assert [r.student for r in results.reports("m2")] == ["bob"]
        assert [r.student for r in results.reports("m3")] == ["dan"]


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a POSIX signal")
def test_nothing_saved_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "results.db"
    code = (
        "import os, signal, sys\n"
        "from grader.model import Report\n"
        "from grader.store.results import Results\n"
        "results = Results(sys.argv[1])\n"
        "for line in sys.stdin.buffer.read().split(b'\\0'):\n"
        "    results.save(Report.from_json(line))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    sent = [a_report(f"s{i:02}") for i in range(20)]
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        input=b"\0".join(report.to_json() for report in sent),
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    with Results(path) as results:
        assert results.reports("m2") == sent


def refused(place: Path | str) -> str:
    with pytest.raises(GraderError) as caught, Results(place):
        pass
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "results.db"
    path.write_bytes(b"student,score\n" * 100)
    assert refused(path) == f"{path}: file is not a database"
    assert path.read_bytes() == b"student,score\n" * 100


def test_somebody_elses_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "results.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    assert "not one of grading results" in refused(path)


def test_a_newer_form_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "results.db"
    with Results(path):
        pass
    connection = sqlite3.connect(path)
    connection.execute("UPDATE nabla_form SET version = 2")
    connection.commit()
    connection.close()
    assert "its form is version 2, and this grader reads version 1" in refused(path)


def test_a_place_that_cannot_be_opened_is_one_line(tmp_path: Path) -> None:
    assert "unable to open database file" in refused(tmp_path / "no" / "results.db")
    assert "unable to open database file" in refused(tmp_path)
    assert "nosuch" in refused("nosuch://user:pass@host/db")
    assert "pass@" not in refused("nosuch://user:pass@host/db")


def test_a_full_disk_is_one_line_and_what_was_saved_stays(tmp_path: Path) -> None:
    path = tmp_path / "results.db"
    with Results(path) as results:
        results.save(a_report("ada"))
        # SQLite's own limit on pages gives the very error of a full disk.
        with results._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
        with pytest.raises(GraderError, match="database or disk is full") as caught:
            results.save(a_report("bob", notes=("x" * 1_000_000,)))
        assert "\n" not in str(caught.value)
    with Results(path) as results:
        assert [r.student for r in results.reports("m2")] == ["ada"]


def test_a_row_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "results.db"
    with Results(path) as results:
        results.save(a_report())
    connection = sqlite3.connect(path)
    connection.execute("UPDATE nabla_reports SET report = '{'")
    connection.commit()
    connection.close()
    with Results(path) as results, pytest.raises(GraderError, match="'ada' cannot be read"):
        results.reports("m2")
