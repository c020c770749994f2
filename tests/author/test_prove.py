"""`grader prove` on the small bank, whose checks are weaker than they look."""

from __future__ import annotations

import multiprocessing
import shutil
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader.author.fates import Fate, Job, fates
from grader.author.mutants import Mutant, mutants
from grader.cli.main import cli

BASE = Path(__file__).parents[1] / "bank" / "base"
WEAK = "scale: return [factor * number for number in numbers]"
POWER = f"{WEAK} -> return [factor ** number for number in numbers]"
SUM = f"{WEAK} -> return [factor + number for number in numbers]"


@pytest.fixture(autouse=True)
def no_variables(monkeypatch):
    for name in ("GRADER_SOLUTIONS", "GRADER_SALT", "GRADER_COURSE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def bank(tmp_path, monkeypatch) -> Path:
    shutil.copytree(BASE, tmp_path / "bank", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.chdir(tmp_path / "bank")
    return tmp_path / "bank"


def secret(bank: Path) -> Path:
    return bank / "solutions" / "products" / "scale"


def add(file: Path, text: str) -> None:
    file.write_text(file.read_text("utf-8") + text, "utf-8")


def prove(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["prove", "--seeds", "1", "--jobs", "1", *arguments])


def list_as_equivalent(bank: Path, *names: str) -> None:
    entries = "".join(f'  - {{mutant: "{name}", reason: So it is said.}}\n' for name in names)
    add(secret(bank) / "key.yaml", f"equivalent:\n{entries}")


def test_a_mutant_that_a_weak_check_lets_pass_is_shown_with_its_diff(bank):
    result = prove("scale")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "scale: a mutant survives 1 of 1 draws; it answers every call of the checks as the "
        "reference does",
        "--- solutions/products/scale/solution.py",
        "+++ mutant",
        "@@ -1,2 +1,2 @@",
        " def scale(factor, numbers):",
        "-    return [factor * number for number in numbers]",
        "+    return [factor ** number for number in numbers]",
        f"mutant: {POWER}",
        "scale: 18 of 19 mutants killed (9 by no more than TypeError), 0 equivalent",
    ]


def test_a_stronger_check_kills_it(bank):
    test = secret(bank) / "test_scale.py"
    test.write_text(test.read_text().replace("0.0, [4.0]", "3.0, [4.0]").replace("[0.0]", "[12.0]"))
    result = prove("scale")
    assert result.exit_code == 0, result.output
    assert "scale: 19 of 19 mutants killed" in result.stdout


def test_a_check_without_points_kills_nothing(bank):
    test = secret(bank) / "test_scale.py"
    add(test, "\n\ndef test_more(student):\n    assert list(student.scale(3.0, [4.0])) == [12.0]\n")
    add(secret(bank) / "key.yaml", "  more: {points: 0, title: Not counted}\n")
    result = prove("scale")
    assert result.exit_code == 1
    assert "the reference answers otherwise to scale(3, [4])" in result.stdout


def test_a_mutant_listed_as_equivalent_is_not_held_against_the_checks(bank):
    list_as_equivalent(bank, POWER)
    result = prove("scale")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [
        "scale: 18 of 18 mutants killed (9 by no more than TypeError), 1 equivalent"
    ]


def test_a_listed_mutant_that_is_killed_is_a_fault_with_its_line(bank):
    list_as_equivalent(bank, POWER, SUM)
    result = prove("scale")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == (
        "solutions/products/scale/key.yaml:5: the mutant is killed by by_zero, examples, "
        "so it is not equivalent; remove it"
    )


def test_a_listed_mutant_that_no_longer_exists_is_a_fault_that_names_the_nearest(bank):
    list_as_equivalent(bank, POWER, POWER.replace("**", "^^"), POWER)
    lines = prove("scale").stdout.splitlines()
    old = POWER.replace("**", "^^")
    assert lines[:2] == [
        f"solutions/products/scale/key.yaml:5: there is no mutant {old!r}; "
        f"did you mean `{POWER.replace('**', '^')}`?",
        "solutions/products/scale/key.yaml:6: the mutant is listed twice",
    ]


def test_a_listed_mutant_that_survives_but_answers_otherwise_is_a_fault(bank):
    add(secret(bank) / "test_scale.py", "    student.scale(3.0, [4.0])\n")
    list_as_equivalent(bank, POWER)
    result = prove("scale")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == (
        "solutions/products/scale/key.yaml:4: the mutant is not equivalent: the reference answers "
        "otherwise to scale(3, [4])"
    )


def test_a_mutant_that_the_contract_allows_may_answer_otherwise_but_must_survive(bank):
    add(secret(bank) / "test_scale.py", "    student.scale(3.0, [4.0])\n")
    entries = "".join(f'  - {{mutant: "{name}", reason: It is free.}}\n' for name in (POWER, SUM))
    add(secret(bank) / "key.yaml", f"allowed:\n{entries}")
    result = prove("scale")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "solutions/products/scale/key.yaml:5: the mutant is killed by by_zero, examples, "
        "so it is not allowed; remove it",
        "scale: 17 of 17 mutants killed (9 by no more than TypeError), 0 equivalent, "
        "2 allowed by the contract",
    ]


def test_a_reference_that_fails_a_check_is_a_fault(bank):
    add(secret(bank) / "test_scale.py", "    assert False\n")
    result = prove("scale")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == (
        "solutions/products/scale/solution.py:1: the reference must pass by_zero; "
        "`grader lint` says what is wrong"
    )


def test_without_the_extra_prove_ends_with_one_line(bank, monkeypatch):
    monkeypatch.setitem(sys.modules, "cosmic_ray.mutating", None)
    result = prove("scale")
    assert result.exit_code == 2
    assert result.stderr == (
        "grader: `prove` needs cosmic-ray, which is not installed; the extra `author` brings it: "
        "pip install 'nabla-grader[author]'\n"
    )


def test_an_unknown_problem_and_one_without_solution_are_refused(bank):
    result = prove("scael")
    assert result.exit_code == 2
    assert result.stderr == "grader: problem 'scael' is not in the bank; did you mean 'scale'?\n"
    shutil.rmtree(bank / "solutions")
    result = prove("scale")
    assert result.exit_code == 2
    assert "its solution is not here" in result.stderr


def fates_of(bank: Path, *sources: str, seeds: int = 1) -> list[Fate]:
    """In a process of its own, as there: it keeps its judge to the end."""
    each = tuple(Mutant(f"mutant {number}", source) for number, source in enumerate(sources))
    job = Job(bank, bank / "solutions", "scale", each, seeds)
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(fates, job).result()


def test_a_mutant_must_be_killed_by_every_draw(bank):
    test = "def test_by_zero(student, rng):\n    if rng.random() < 0.5:\n"
    test += "        assert list(student.scale(3.0, [4.0])) == [12.0]\n"
    (secret(bank) / "test_scale.py").write_text(test)
    power = next(m for m in mutants((secret(bank) / "solution.py").read_text()) if m.name == POWER)
    (fate,) = fates_of(bank, power.source, seeds=8)
    assert 0 < fate.survived < 8
    assert fate.differs == "scale(3, [4])"


def test_a_mutant_that_never_ends_costs_seconds(bank):
    (fate,) = fates_of(bank, "def scale(factor, numbers):\n    while True:\n        pass\n")
    assert fate.survived == 0
    assert fate.differs == "a call does not end"


def test_a_clock_that_runs_out_kills_no_mutant_whose_answers_are_right(bank):
    slow = "import time\n\n\ndef scale(factor, numbers):\n    time.sleep(1.1)\n"
    right, wrong = fates_of(
        bank,
        f"{slow}    return [factor * number for number in numbers]\n",
        f"{slow}    return [factor + number for number in numbers]\n",
    )
    assert right.survived == 1
    assert wrong.survived == 0


def test_only_a_mutant_that_does_nothing_but_raise_typeerror_is_crude(bank):
    crude, other, unloadable = fates_of(
        bank,
        "def scale(factor, numbers):\n    return str(factor) + factor\n",
        "def scale(factor, numbers):\n    return numbers[9]\n",
        "raise TypeError\n",
    )
    assert crude.is_crude and crude.survived == 0
    assert not other.is_crude and other.survived == 0
    assert not unloadable.is_crude and unloadable.survived == 0
