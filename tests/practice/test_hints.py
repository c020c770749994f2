"""Which hints were seen is kept in a small file that may break, vanish or be forbidden."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from grader.errors import GraderError
from grader.practice.hints import hints_seen, keep_seen, seen_file

COURSE = Path("/courses/nabla")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "state" / "hints.json"


def test_nothing_was_seen_before_the_first_hint(file):
    assert hints_seen(file, COURSE, "softmax") == 0


def test_what_was_seen_is_kept_by_course_and_problem(file):
    keep_seen(file, COURSE, "softmax", 2)
    keep_seen(file, COURSE, "relu", 1)
    keep_seen(file, Path("/courses/other"), "softmax", 3)
    assert hints_seen(file, COURSE, "softmax") == 2
    assert hints_seen(file, COURSE, "relu") == 1
    assert hints_seen(file, Path("/courses/other"), "softmax") == 3


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"/courses/nabla": 3}',
        b'{"/courses/nabla": {"softmax": "x"}}',
    ],
)
def test_a_broken_file_counts_as_none_and_is_replaced(file, content):
    file.parent.mkdir()
    file.write_bytes(content)
    assert hints_seen(file, COURSE, "softmax") == 0
    keep_seen(file, COURSE, "softmax", 1)
    assert json.loads(file.read_text()) == {str(COURSE): {"softmax": 1}}


def test_a_count_below_zero_is_zero(file):
    file.parent.mkdir()
    file.write_text(json.dumps({str(COURSE): {"softmax": -4}}))
    assert hints_seen(file, COURSE, "softmax") == 0


def test_a_folder_in_place_of_the_file_is_one_clear_line(file):
    file.mkdir(parents=True)
    assert hints_seen(file, COURSE, "softmax") == 0
    with pytest.raises(GraderError, match=r"hints\.json: cannot be written"):
        keep_seen(file, COURSE, "softmax", 1)


def test_a_file_in_place_of_the_folder_is_one_clear_line(file):
    file.parent.write_text("")
    with pytest.raises(GraderError, match=r"hints\.json: cannot be written"):
        keep_seen(file, COURSE, "softmax", 1)


def test_the_file_is_in_the_users_state_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert seen_file() == tmp_path / "nabla" / "hints.json"
