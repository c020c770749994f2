"""`lint` and `prove` go over as many students as draws."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.author.draws import draws
from grader.author.fates import Fate
from grader.author.mutants import Mutant
from grader.author.proof import prove
from grader.author.prove import strengths
from grader.bank.load import load_bank
from grader.bank.variants import how_many

VARIANTS = Path(__file__).parents[1] / "bank" / "variants"


@pytest.fixture
def bank(monkeypatch):
    monkeypatch.delenv("GRADER_SOLUTIONS", raising=False)
    monkeypatch.delenv("GRADER_SALT", raising=False)
    return load_bank(VARIANTS)


def test_every_draw_is_another_variant_as_long_as_there_are_others(bank):
    problem = bank.problem("power_rule")
    assert how_many(problem.template.file.parameters) == 45
    made = draws(bank, problem, 20, "lint")
    assert len({tuple(draw.values.items()) for draw in made}) == 20
    assert len({draw.salt for draw in made}) == 20
    many = draws(bank, problem, 100, "lint")
    assert len({tuple(draw.values.items()) for draw in many}) == 45
    assert made[0].told.startswith(" (with a = ")


def test_a_problem_without_parameters_is_drawn_for_nobody(bank):
    made = draws(bank, bank.problem("square_by_hand"), 3, "lint")
    assert [(draw.student, draw.told) for draw in made] == [("", "")] * 3


def test_a_problem_with_parameters_is_proven(bank):
    assert prove(bank, "power_rule", seeds=6) == []


def test_every_mutant_is_killed_though_some_are_the_solution_with_some_values(bank):
    (found,) = strengths(bank, ["power_rule"], seeds=3, jobs=1)
    assert found.survivors == ()
    assert found.faults == ()
    assert found.killed > 50


def test_a_mutant_is_excused_only_where_it_does_what_the_solution_does():
    def survived(killers, alike):
        return Fate(Mutant("m", ""), killers, None, False, alike).survived

    assert survived([("values",), ()], [False, True]) == 0
    assert survived([("values",), ()], [False, False]) == 1
    assert survived([(), ()], [True, True]) == 2
