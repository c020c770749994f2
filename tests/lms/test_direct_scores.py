"""The scores of the direct zip are those of `grader grade`, whatever is handed in."""

from __future__ import annotations

import csv
import os
import zipfile
from pathlib import Path

import pytest

from grader.errors import IntakeError
from grader.export.direct.archive import write_direct_zip
from grader.export.direct.tryout import unpacked
from grader.export.verify import Way, compare, verify
from grader.export.verify_work import write_submissions
from grader.intake.inbox import read_inbox
from grader.intake.submission import read_submission

ROOT = Path(__file__).parents[2]
CLASS = ROOT / "examples" / "class"
AT_ONCE = os.cpu_count() or 1


@pytest.fixture(scope="module")
def way(course, tmp_path_factory):
    out = tmp_path_factory.mktemp("zips") / "foundations.zip"
    write_direct_zip(course, "foundations", out)
    with unpacked(out) as run:
        yield Way("run_autograder", run)


def expected(name):
    """What examples/expected.csv says of a student."""
    with (ROOT / "examples" / "expected.csv").open(encoding="utf-8") as file:
        [row] = [row for row in csv.DictReader(file) if row["student"] == Path(name).stem]
    return float(row["total"])


def assert_the_same(found):
    assert [(one.name, one.faults) for one in found if one.faults] == []
    assert all(one.theirs == round(one.ours, 5) for one in found)


def test_a_notebook_a_folder_and_a_zip_get_what_grade_gives(course, way):
    chosen = [CLASS / name for name in ("anna.ipynb", "kim", "dora.zip")]
    found = list(compare(course, "foundations", way, chosen, AT_ONCE))
    assert_the_same(found)
    assert [one.theirs for one in found] == [expected(path.name) for path in chosen]


@pytest.mark.soak
def test_the_whole_class_gets_the_same_and_zips_unpacked_as_well(course, way, tmp_path):
    work, unread = [], 0
    for entry in read_inbox(CLASS):
        try:
            read_submission(entry.path)
        except IntakeError:
            unread += 1
            continue
        work.append(entry.path)
        if entry.path.suffix == ".zip":
            with zipfile.ZipFile(entry.path) as archive:
                archive.extractall(tmp_path / entry.path.stem)
            work.append(tmp_path / entry.path.stem)
    found = list(compare(course, "foundations", way, work, AT_ONCE))
    assert len(found) >= 50
    assert unread == 1  # a zip that was cut short
    assert_the_same(found)
    for one in found:
        assert one.theirs == expected(one.name), one.name


@pytest.mark.soak
@pytest.mark.parametrize("assignment", ["foundations", "mixed", "vectors", "matrices"])
def test_every_reference_starter_and_mistake_gets_the_same(course, assignment, tmp_path):
    write_direct_zip(course, assignment, tmp_path / "a.zip")
    (tmp_path / "work").mkdir()
    work = write_submissions(course, assignment, tmp_path / "work")
    with unpacked(tmp_path / "a.zip") as run:
        way = Way("run_autograder", run)
        assert_the_same(list(verify(course, assignment, way, work, AT_ONCE)))
