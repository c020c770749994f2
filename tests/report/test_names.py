from __future__ import annotations

import re
import unicodedata
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.report.names import file_name

ALIKE = [
    "ada", "Ada", "ADA", "ada.", "ada ", " ada", "a/da", "a\\da", "a:da", "\u202eada",
    "jos\u00e9", "jose\u0301", "JOS\u00c9", "stra\u00dfe", "strasse", "\u0131da", "ida", "Ida",
    "\u212a", "k", "a\ufe0fda", "", ".", "..", "con", "CON", "con.txt", "x" * 99, "x" * 200,
    "x" * 201, "\u00e9" * 60, "\ud800",
]  # fmt: skip


def test_a_plain_id_is_its_own_name() -> None:
    for student in ("ada", "ada.lovelace-1", "s1234_x", "jos\u00e9", "ada@example.org"):
        assert file_name(student) == student


def test_students_that_a_disk_would_take_for_one_get_different_names() -> None:
    names = [file_name(student) for student in ALIKE]
    for fold in (str.casefold, str.upper, str.lower):
        for one, other in combinations(names, 2):
            form = [unicodedata.normalize("NFKD", fold(name)) for name in (one, other)]
            assert form[0] != form[1], (one, other)


def test_nobody_can_be_named_like_anothers_suffix() -> None:
    taken = file_name("Ada")
    assert re.fullmatch("Ada-[0-9a-f]{12}", taken)
    assert file_name(taken) != taken and file_name(taken.lower()) != taken.lower()


@pytest.mark.parametrize("student", ["../../etc/passwd", ".hidden", "a\x00b", "nul", "LPT1.x"])
def test_no_name_leads_elsewhere_or_hides(student: str) -> None:
    name = file_name(student)
    assert name != student and name[0] not in ".-" and not set(name) & set('/\\:\x00*?"<>|')
    assert name.split(".")[0].casefold() not in ("con", "nul", "lpt1")


@given(st.text())
def test_every_name_is_safe_short_and_always_the_same(student: str) -> None:
    name = file_name(student)
    assert 1 <= len(name.encode()) <= 100
    assert name == file_name(student) == unicodedata.normalize("NFC", name)
    assert name[0] not in ".- " and name[-1] not in " ." and not set(name) & set('/\\:*?"<>|#%')
    assert not [c for c in name if unicodedata.category(c)[0] in "CZ" and c != " "]


@given(st.lists(st.text(alphabet="aAbB\u00e9e\u0301 ./-\u0131iI"), unique=True, max_size=20))
def test_names_never_collide_when_case_is_folded(students: list[str]) -> None:
    folded = {unicodedata.normalize("NFKD", file_name(s).upper().casefold()) for s in students}
    assert len(folded) == len(students)
