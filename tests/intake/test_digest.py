from __future__ import annotations

from grader.intake.digest import submission_digest


def test_the_order_of_files_does_not_count():
    files = [("a.py", b"1"), ("b.py", b"2"), ("c/d.py", b"3")]
    assert submission_digest(files) == submission_digest(files[::-1])


def test_a_name_cannot_run_over_into_what_follows():
    one = submission_digest([("a.py", b"1"), ("b.py", b"2")])
    assert one != submission_digest([("a.pyb.py", b"1"), ("", b"2")])
