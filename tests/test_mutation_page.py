"""docs/mutation.md shows every problem, and what must hold of each."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from grader.bank.load import load_bank

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def benchmark():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "benchmarks")
        return importlib.import_module("mutation")


@pytest.fixture(scope="module")
def page(benchmark):
    return benchmark.PAGE.read_text("utf-8")


@pytest.fixture(scope="module")
def rows(benchmark, page):
    return {
        name: tuple(int(cell) for cell in cells.split("|"))
        for name, cells in benchmark.rows_of(page).items()
    }


@pytest.fixture(scope="module")
def bank():
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("GRADER_SOLUTIONS", raising=False)
        return load_bank(ROOT)


def test_every_problem_of_the_bank_has_a_row(bank, rows):
    assert list(rows) == list(bank.problems)


def test_the_sums_are_those_of_the_rows(benchmark, bank, page):
    assert benchmark.with_rows(page, benchmark.rows_of(page), list(bank.problems)) == page


def test_no_mutant_survives_and_ten_a_problem_do_more_than_raise_type_error(rows):
    for problem, (made, killed, crude, equivalent, allowed, survive) in rows.items():
        assert survive == 0, problem
        assert killed - crude >= 10, problem
        assert made == killed + equivalent + allowed, problem


def test_what_key_yaml_lists_is_what_the_table_counts(bank, rows):
    for name, (*_, equivalent, allowed, _survive) in rows.items():
        key = bank.problem(name).key
        assert (len(key.equivalent), len(key.allowed)) == (equivalent, allowed), name
