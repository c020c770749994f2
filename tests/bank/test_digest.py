from __future__ import annotations

import re
import shutil
from pathlib import Path

import msgspec
import pytest

from grader.bank import digest
from grader.bank.digest import bank_digest
from grader.bank.load import load_bank
from grader.errors import GraderError
from grader.model import Limits

BASE = Path(__file__).parent / "base"
IDS = ("add_up", "mean_of")


@pytest.fixture(autouse=True)
def no_variables(monkeypatch):
    monkeypatch.delenv("GRADER_SOLUTIONS", raising=False)
    monkeypatch.delenv("GRADER_SALT", raising=False)


@pytest.fixture
def bank_folder(tmp_path):
    return Path(shutil.copytree(BASE, tmp_path / "bank"))


def of(folder: Path) -> str:
    return bank_digest(load_bank(folder), IDS, "week1")


def test_it_is_sha256_in_hexadecimal():
    assert re.fullmatch("sha256:[0-9a-f]{64}", of(BASE))


def test_it_depends_neither_on_the_place_nor_on_caches_nor_on_the_order(bank_folder):
    cache = bank_folder / "solutions/sums/add_up/__pycache__/solution.pyc"
    cache.parent.mkdir()
    cache.write_bytes(b"compiled")
    assert of(bank_folder) == of(BASE)
    bank = load_bank(BASE)
    assert bank_digest(bank, reversed(IDS), "week1") == of(BASE)


@pytest.mark.parametrize(
    "file",
    [
        "exercises/sums/add_up/statement.md",
        "exercises/sums/mean_of/problem.yaml",
        "solutions/sums/add_up/key.yaml",
        "solutions/sums/add_up/mistakes/adds_sizes.py",
        "solutions/sums/add_up/test_add_up.py",
        "solutions/salt",
    ],
)
def test_it_changes_with_every_file_a_grade_depends_on(bank_folder, file):
    before = of(bank_folder)
    path = bank_folder / file
    path.write_bytes(path.read_bytes().rstrip() + b" \n# changed\n")
    assert of(bank_folder) != before


def test_it_does_not_change_with_a_problem_that_is_not_graded(bank_folder):
    before = of(bank_folder)
    (bank_folder / "exercises/products/scale/statement.md").write_text("# Another text\n")
    assert of(bank_folder) == before


def test_a_file_under_another_name_is_another_bank(bank_folder):
    folder = bank_folder / "exercises/sums/add_up"
    (folder / "notes.md").write_text("a note\n")
    before = of(bank_folder)
    (folder / "notes.md").rename(folder / "remarks.md")
    assert of(bank_folder) != before


def test_it_changes_with_the_assignment_the_limits_the_late_policy_and_the_version(monkeypatch):
    bank = load_bank(BASE)
    course = bank.course
    late = msgspec.structs.replace(course.late, cap="60%")
    others = [
        bank_digest(bank, IDS, None),
        *(
            bank_digest(msgspec.structs.replace(bank, course=changed), IDS, "week1")
            for changed in (
                msgspec.structs.replace(course, limits=Limits(call_seconds=1)),
                msgspec.structs.replace(course, late=late),
            )
        ),
        bank_digest(msgspec.structs.replace(bank, salt=None), IDS, "week1"),
        bank_digest(msgspec.structs.replace(bank, salt=b""), IDS, "week1"),
    ]
    monkeypatch.setattr(digest, "__version__", "99.0")
    others.append(of(BASE))
    monkeypatch.undo()
    assert len({of(BASE), *others}) == len(others) + 1


def test_an_unknown_problem_is_refused():
    with pytest.raises(GraderError, match="did you mean 'add_up'"):
        bank_digest(load_bank(BASE), ["add_upp"], None)


def test_bytes_moved_from_a_name_into_the_file_make_another_bank(bank_folder):
    folder = bank_folder / "exercises/sums/add_up"
    (folder / "z").write_text("1 and the rest")
    before = of(bank_folder)
    (folder / "z").unlink()
    (folder / "z1").write_text(" and the rest")
    assert of(bank_folder) != before
