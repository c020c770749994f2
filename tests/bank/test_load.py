from __future__ import annotations

import pickle
import shutil
from pathlib import Path

import pytest

from grader.bank.load import find_root, load_bank
from grader.bank.order import circles, reading_order
from grader.errors import BankError, Fault, GraderError
from grader.model import Assignment, Course, Problem, ProblemFile

BASE = Path(__file__).parent / "base"


@pytest.fixture(autouse=True)
def no_variables(monkeypatch):
    monkeypatch.delenv("GRADER_SOLUTIONS", raising=False)
    monkeypatch.delenv("GRADER_SALT", raising=False)


@pytest.fixture
def bank_folder(tmp_path):
    return Path(shutil.copytree(BASE, tmp_path / "bank"))


def problem(name: str, *needs: str, unit: str = "u") -> Problem:
    file = ProblemFile("T", 1, ("o",), {}, (), {}, needs=needs)
    return Problem(name, unit, Path(unit, name), file)


def test_a_problem_holds_its_folders_and_all_its_checks_in_order():
    add_up = load_bank(BASE).problem("add_up")
    assert add_up.folder == BASE / "exercises/sums/add_up"
    assert add_up.secret == BASE / "solutions/sums/add_up"
    assert [check.id for check in add_up.checks] == [
        "examples",
        "empty_list",
        "negative_numbers",
        "long_list",
    ]
    assert add_up.points == 5


def test_units_come_in_the_order_of_the_course():
    assert [p.unit for p in load_bank(BASE).problems.values()] == ["sums", "sums", "products"]


def course(*units, **assignments):
    plans = {name: Assignment(name, tuple(problems)) for name, problems in assignments.items()}
    return Course("Course", units, plans)


def test_in_a_unit_prerequisites_come_first_and_then_names():
    problems = [problem("a", "d"), problem("b"), problem("c", "b"), problem("d", "c")]
    assert [p.id for p in reading_order(problems, course("u"))] == ["b", "c", "d", "a"]
    free = [problem("c"), problem("b", "c"), problem("a")]
    assert [p.id for p in reading_order(free, course("u"))] == ["a", "c", "b"]


def test_problems_free_to_come_next_come_as_the_last_assignment_lists_them():
    problems = [problem("a"), problem("b"), problem("c", "b"), problem("d"), problem("e")]
    plans = course("u", mixed=["e", "d"], unit=["d", "b", "c", "a"])
    assert [p.id for p in reading_order(problems, plans)] == ["d", "e", "b", "c", "a"]
    assert [p.id for p in reading_order(problems, course("u", one=["c", "a"]))] == [
        "a",
        "b",
        "c",
        "d",
        "e",
    ]


def test_needs_of_another_unit_do_not_hold_a_problem_back():
    problems = [problem("a", "z", unit="v"), problem("z", unit="u")]
    assert [p.id for p in reading_order(problems, course("u", "v"))] == ["z", "a"]


def test_each_circle_is_found_once_and_a_shared_prerequisite_is_none():
    needs = {"a": ["b"], "b": ["c"], "c": ["a", "d"], "d": [], "e": ["a", "d"], "f": ["f"]}
    assert circles(needs) == [["a", "b", "c", "a"], ["f", "f"]]


def test_without_solutions_everything_public_works(bank_folder):
    shutil.rmtree(bank_folder / "solutions")
    bank = load_bank(bank_folder)
    assert list(bank.problems) == ["add_up", "mean_of", "scale"]
    assert bank.salt is None
    assert {(p.secret, p.key) for p in bank.problems.values()} == {(None, None)}
    assert bank.problem("add_up").points == 2


def test_solutions_are_where_course_yaml_says_relative_to_the_course(bank_folder):
    (bank_folder / "solutions").rename(bank_folder.parent / "private")
    with (bank_folder / "course.yaml").open("a") as course:
        course.write("solutions: ../private\n")
    secret = load_bank(bank_folder).problem("scale").secret
    assert secret == bank_folder.parent / "private/products/scale"


def test_the_variable_comes_before_course_yaml_and_the_argument_before_both(
    bank_folder, monkeypatch
):
    shutil.copytree(bank_folder / "solutions", bank_folder.parent / "by_variable")
    shutil.copytree(bank_folder / "solutions", bank_folder.parent / "by_argument")
    monkeypatch.setenv("GRADER_SOLUTIONS", str(bank_folder.parent / "by_variable"))
    secret = load_bank(bank_folder).problem("scale").secret
    assert secret == bank_folder.parent / "by_variable/products/scale"
    secret = load_bank(bank_folder, bank_folder.parent / "by_argument").problem("scale").secret
    assert secret == bank_folder.parent / "by_argument/products/scale"


def test_the_salt_is_the_variable_or_else_the_file_without_its_newline(monkeypatch):
    assert load_bank(BASE).salt == b"a salt for tests only"
    monkeypatch.setenv("GRADER_SALT", "pepper")
    assert load_bank(BASE).salt == b"pepper"


def test_the_root_is_the_nearest_folder_upward_with_a_course(bank_folder):
    deep = bank_folder / "exercises/sums/add_up"
    assert find_root(deep) == bank_folder
    assert find_root(deep / "starter.py") == bank_folder
    with pytest.raises(GraderError, match="--course DIR"):
        find_root(bank_folder.parent)


def test_a_folder_without_a_course_is_refused(tmp_path):
    with pytest.raises(GraderError, match=r"no course\.yaml in this folder"):
        load_bank(tmp_path)


def test_files_in_faults_are_named_from_here_or_in_full(bank_folder, tmp_path, monkeypatch):
    (bank_folder / "exercises/sums/add_up/statement.md").unlink()
    relative = "exercises/sums/add_up/statement.md"
    for here, shown in ((bank_folder, relative), (BASE, str(bank_folder / relative))):
        monkeypatch.chdir(here)
        with pytest.raises(BankError) as refused:
            load_bank(bank_folder)
        assert str(refused.value).startswith(f"{shown}:1: ")


def test_caches_and_hidden_folders_are_no_problems(bank_folder):
    for name in ("exercises/__pycache__/x", "exercises/sums/.ipynb_checkpoints/x", ".git/x"):
        (bank_folder / name).mkdir(parents=True)
    (bank_folder / "solutions/sums/__pycache__").mkdir()
    assert list(load_bank(bank_folder).problems) == ["add_up", "mean_of", "scale"]


def test_a_picture_beside_a_statement_is_no_fault(bank_folder):
    (bank_folder / "exercises/sums/add_up/plot.png").write_bytes(b"\x89PNG\xff\x00")
    assert "add_up" in load_bank(bank_folder).problems


def test_nothing_of_the_bank_is_executed(bank_folder):
    for tree in ("exercises", "solutions"):
        for file in (bank_folder / tree).rglob("*.py"):
            file.write_text(file.read_text() + "\n\nraise SystemExit('executed')\n")
    assert list(load_bank(bank_folder).problems) == ["add_up", "mean_of", "scale"]


def test_the_faults_of_a_bank_reach_another_process():
    faults = [Fault(Path("course.yaml"), 3, "wrong"), Fault(Path("course.yaml"), 1, "missing")]
    found = pickle.loads(pickle.dumps(BankError(faults)))
    assert [fault.line for fault in found.faults] == [1, 3]
    assert str(found) == "course.yaml:1: missing\ncourse.yaml:3: wrong"
