from __future__ import annotations

import csv
import io

import msgspec
import pytest

from grader.model import Report
from grader.report.grades import grades_csv


def rows(*reports: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(grades_csv(reports), newline="")))


def test_one_row_a_student_sorted_with_a_column_a_problem(
    perfect: Report, partial: Report, provisional: Report
) -> None:
    ada, emmy, grace = rows(provisional, perfect, partial)
    assert [ada["student"], emmy["student"], grace["student"]] == ["ada", "emmy", "grace"]
    assert (ada["score"], ada["raw_score"], ada["max_score"], ada["days_late"]) == (
        "5.6",
        "7",
        "15",
        "2",
    )
    assert (ada["dot_by_hand"], ada["softmax"], ada["two_layer_backprop"]) == ("4", "3", "")
    assert (ada["provisional"], emmy["provisional"]) == ("no", "yes")


def test_the_lines_end_as_rfc_4180_has_it(perfect: Report) -> None:
    text = grades_csv([perfect])
    assert text.startswith(
        "student,assignment,score,raw_score,max_score,days_late,provisional,submission,dot_by_hand\r\n"
    )
    assert text.count("\r\n") == 2 and text.endswith("\r\n")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\uff1d"])
def test_a_cell_that_would_run_as_a_formula_is_defused(perfect: Report, start: str) -> None:
    student = f"{start}cmd|'/C calc'!A0"
    (row,) = rows(msgspec.structs.replace(perfect, student=student, assignment=student))
    assert row["student"] == row["assignment"] == f"'{student}"


def test_quotes_commas_and_line_breaks_come_back_as_they_were(perfect: Report) -> None:
    student = 'a "b", c\r\nd'
    assert rows(msgspec.structs.replace(perfect, student=student))[0]["student"] == student
