"""A class from its inbox to its pages, twice, and with things going wrong."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import msgspec
import pytest

from grader.batch import pool
from grader.batch.run import grade_class
from grader.batch.times import read_times
from grader.errors import GraderError
from grader.model import Report


def scores(out: Path) -> dict[str, float]:
    rows = csv.DictReader((out / "grades.csv").read_text().splitlines())
    return {row["student"]: float(row["score"]) for row in rows}


def dying(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    return import_module("dying")


def run(bank, inbox, out, **options):
    return grade_class(bank, inbox, "week1", out, jobs=1, **options)


def test_a_class_gets_its_grades_pages_and_reports(bank, inbox, tmp_path):
    out = tmp_path / "out"
    summary = run(bank, inbox, out)
    assert (summary.submissions, summary.graded, summary.failures) == (4, 4, ())
    # add_up has 5 points; mean_of has 2, with weight 2
    assert scores(out) == {"ada": 9, "bob": 3, "cleo": 4, "dora": 0}
    assert (out / "results.db").exists()
    assert "ada" in (out / "index.html").read_text()
    report = Report.from_json((out / "reports" / "bob.json").read_bytes())
    assert [d.mistake for d in report.problems[0].diagnosis] == ["adds_sizes"]
    assert "<html" in (out / "reports" / "dora.html").read_text()


def test_a_second_run_grades_only_what_changed(bank, inbox, tmp_path):
    out = tmp_path / "out"
    run(bank, inbox, out)
    before = (out / "reports" / "ada.json").read_bytes()
    (inbox / "bob.py").write_text((inbox / "ada.py").read_text())
    (inbox / "cleo" / "mean_of.py").unlink()
    (inbox / "cleo").rmdir()
    summary = run(bank, inbox, out)
    assert summary.graded == 2  # bob, and dora, who could not be read before
    assert (out / "reports" / "ada.json").read_bytes() == before
    assert scores(out) == {"ada": 9, "bob": 9, "dora": 0}
    assert not (out / "reports" / "cleo.html").exists()


def test_a_changed_bank_or_fresh_grades_everybody_again(bank, root, inbox, tmp_path):
    from grader.bank.load import load_bank

    out = tmp_path / "out"
    run(bank, inbox, out)
    assert run(bank, inbox, out, fresh=True).graded == 4
    key = root / "solutions" / "sums" / "add_up" / "key.yaml"
    key.write_text(key.read_text().replace("points: 2", "points: 4"))
    assert run(load_bank(root), inbox, out).graded == 4
    assert scores(out)["ada"] == 11


def test_two_judges_write_what_one_writes(bank, inbox, tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    run(bank, inbox, one)
    grade_class(bank, inbox, "week1", two, jobs=2)
    for path in sorted((one / "reports").glob("*.json")):
        reports = [Report.from_json(p.read_bytes()) for p in (path, two / "reports" / path.name)]
        first, second = (msgspec.structs.replace(r, seconds=0).to_json() for r in reports)
        assert first == second
    assert (one / "grades.csv").read_bytes() == (two / "grades.csv").read_bytes()


def test_late_work_loses_its_share_and_a_new_time_is_graded_anew(bank, inbox, tmp_path):
    # due 2026-12-06T23:59+01:00, ten minutes of grace, 10 % for each day begun
    out, times = tmp_path / "out", {"ada": datetime(2026, 12, 8, 12, tzinfo=UTC)}
    run(bank, inbox, out, times=times)
    assert scores(out)["ada"] == pytest.approx(9 * 0.8)
    assert scores(out)["cleo"] == 4
    times = {"ada": datetime(2026, 12, 6, 23, 8, tzinfo=UTC)}
    assert run(bank, inbox, out, times=times).graded == 2
    assert scores(out)["ada"] == 9


def test_a_worker_that_dies_once_costs_no_grade(bank, inbox, tmp_path, monkeypatch):
    monkeypatch.setattr(pool, "grade", dying(monkeypatch).dies_once)
    monkeypatch.setenv("DIED", str(tmp_path / "died"))
    out = tmp_path / "out"
    summary = run(bank, inbox, out)
    assert (tmp_path / "died").exists()
    assert summary.failures == ()
    assert scores(out) == {"ada": 9, "bob": 3, "cleo": 4, "dora": 0}


def test_a_job_that_always_kills_its_worker_is_named_and_the_rest_is_graded(
    bank, inbox, tmp_path, monkeypatch
):
    monkeypatch.setattr(pool, "grade", dying(monkeypatch).dies_on_bob)
    out = tmp_path / "out"
    summary = run(bank, inbox, out)
    assert len(summary.failures) == 1
    assert "bob.py" in summary.failures[0]
    assert scores(out) == {"ada": 9, "cleo": 4, "dora": 0}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name,when\n", ":1: the columns must be student and submitted"),
        ("student,submitted\nada,yesterday\n", ":2: 'yesterday' must be a time with its zone"),
        ("student,submitted\nada,2026-12-01T00:00:00\n", ":2: '2026-12-01T00:00:00' must be"),
        (
            "student,submitted\nada,2026-12-01T00:00:00Z\nada,2026-12-01T00:00:00Z\n",
            ":3: student 'ada' has a time already",
        ),
    ],
)
def test_a_wrong_file_of_times_is_refused_with_its_line(tmp_path, text, words):
    file = tmp_path / "times.csv"
    file.write_text(text)
    with pytest.raises(GraderError) as refused:
        read_times(file)
    assert words in str(refused.value)


def test_a_time_of_somebody_who_handed_in_nothing_is_refused(bank, inbox, tmp_path):
    with pytest.raises(GraderError, match="no submission of zoe"):
        run(bank, inbox, tmp_path / "out", times={"zoe": datetime(2026, 12, 2, tzinfo=UTC)})
