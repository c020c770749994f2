"""`show`, `check` and `grade` agree on a student's values; `predict` and `hint` use them."""

from __future__ import annotations

import json
import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader.bank.load import load_bank
from grader.bank.variants import problem_for, text_of
from grader.cli.main import cli

VARIANTS = Path(__file__).parents[1] / "bank" / "variants"
BASE = Path(__file__).parents[1] / "bank" / "base"
FOR_NOBODY = "power_rule differs from student to student, and this is for nobody"


@pytest.fixture(autouse=True)
def at_home(monkeypatch, tmp_path):
    for name in ("GRADER_SOLUTIONS", "GRADER_SALT", "GRADER_COURSE", "GRADER_STUDENT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def of_ada():
    """The problem as ada meets it."""
    return problem_for(load_bank(VARIANTS), "power_rule", "ada")


@pytest.fixture
def work(of_ada, tmp_path):
    """Ada's right solution, under a name that is not hers."""
    file = tmp_path / "work.py"
    file.write_text(text_of(of_ada, of_ada.secret / "solution.py"))
    return file


def run(*arguments: str, course: Path = VARIANTS) -> Result:
    return CliRunner().invoke(cli, ["--course", str(course), *arguments])


def test_show_check_and_grade_agree_on_the_values_of_a_student(of_ada, work, tmp_path):
    shown = run("show", "power_rule", "--student", "ada")
    assert f"f(x) = {of_ada.values['a']}" in shown.stdout
    assert "your values: a = 5, n = 5, c = 1.5" in shown.stdout
    assert shown.stderr == ""
    checked = run("check", str(work), "--student", "ada")
    assert checked.exit_code == 0
    assert "with a = 5, n = 5, c = 1.5" in checked.stdout
    graded = run("grade", str(work), "--problem", "power_rule", "--student", "ada", "--json", "-")
    report = json.loads(graded.stdout)
    assert report["score"] == report["max_score"] == 6
    assert report["problems"][0]["parameters"] == {"a": 5, "n": 5, "c": 1.5}


@pytest.mark.parametrize("command", ["check", "grade"])
def test_the_name_of_the_file_is_not_taken_for_whose_values_are_meant(command, work):
    ada = work.rename(work.with_name("ada.py"))
    done = run(command, str(ada))
    assert "Score: 0 of" in done.stdout
    assert "with a = 2, n = 3, c = 0.5" in done.stdout
    assert FOR_NOBODY in done.stderr


def test_the_variable_names_the_student_once_for_all(work, monkeypatch):
    monkeypatch.setenv("GRADER_STUDENT", " ADA ")
    assert run("check", str(work)).exit_code == 0
    assert "a = 5, n = 5, c = 1.5" in run("show", "power_rule").stdout
    assert run("predict", "power_rule", "at_one=25").exit_code == 0


def test_without_a_student_everything_works_and_says_for_whom(tmp_path):
    shown = run("show", "power_rule")
    assert "your values: a = 2, n = 3, c = 0.5" in shown.stdout
    assert FOR_NOBODY in shown.stderr
    assert run("show", "square_by_hand").stderr == ""


def test_the_starter_is_printed_with_the_students_values_and_nothing_else(of_ada):
    printed = run("show", "power_rule", "--starter", "--student", "ada")
    assert printed.stdout == text_of(of_ada, of_ada.folder / "starter.py")
    assert "shift=1.5" in printed.stdout
    plain = run("show", "scale", "--starter", course=BASE)
    assert plain.stdout == (BASE / "exercises/products/scale/starter.py").read_text()


def test_the_list_shows_the_problem_of_nobody():
    (row, _) = json.loads(run("list", "--json", "-").stdout)
    assert row["title"] == "The slope of 2 times a power of x"
    assert set(row) == {"id", "unit", "title", "level", "needs", "points", "functions"}


def test_predict_says_what_is_to_be_said_and_exits_1_if_wrong():
    right = run("predict", "power_rule", "at_one=6", "where_flat=at X = 0.5")
    assert (right.exit_code, right.stdout) == (0, "at_one: Right.\nwhere_flat: Right.\n")
    wrong = run("predict", "power_rule", "at_one=2")
    assert wrong.exit_code == 1
    assert wrong.stdout.startswith("That is the height there.")
    assert "6" not in wrong.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["power_rul"], "did you mean 'power_rule'"),
        (["power_rule", "at_on=3"], "power_rule does not ask 'at_on'; did you mean `at_one`?"),
        (["power_rule", "at_one=many"], "at_one: 'many' must be a number such as"),
        (["power_rule", "at_one"], "'at_one' must be NAME=VALUE, such as shape=5,3"),
        (["power_rule", "at_one=1", "at_one=2"], "'at_one' is answered twice"),
        (["square_by_hand", "a=1"], "square_by_hand does not ask 'a'; it asks: nothing"),
    ],
)
def test_predict_refuses_what_it_cannot_use_with_exit_2(arguments, words):
    refused = run("predict", *arguments)
    assert refused.exit_code == 2
    assert words in refused.stderr


def test_a_problem_that_asks_nothing_says_so():
    said = run("predict", "square_by_hand")
    assert (said.exit_code, said.stdout) == (0, "square_by_hand asks nothing before the code.\n")


def typed(answers: list[bytes]) -> tuple[int, str]:
    """What a terminal shows of `predict power_rule` as these lines are typed, and its exit code."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["GRADER_STUDENT"] = "ada"
        command = ["-m", "grader", "--course", str(VARIANTS), "predict", "power_rule"]
        os.execv(sys.executable, [sys.executable, *command])
    shown, waiting = b"", 0
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                shown += os.read(terminal, 4096)
            except OSError:  # Linux says so when the other side has closed
                break
        prompts = shown.count(b"\n> ")
        if prompts > waiting and waiting < len(answers):
            os.write(terminal, answers[waiting])
            waiting += 1
    os.close(terminal)
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status), shown.decode().replace("\r\n", "\n")


def test_in_a_terminal_predict_asks_one_question_after_the_other():
    code, shown = typed([b"lots\n", b"25\n", b"2\n"])
    assert code == 0
    assert shown.splitlines() == [
        "1 of 2 (at_one)",
        "What is the slope of 5 x**5 at x = 1?",
        "> lots",
        "'lots' must be a number such as 3, -0.5 or 1/2",
        "> 25",
        "Right.",
        "",
        "2 of 2 (where_flat)",
        "Where is the slope of 5 (x - 1.5)**5 zero?",
        "  1. at x = 1.5",
        "  2. nowhere",
        "  3. at x = 0",
        "> 2",
        "Every power above the first is flat where it touches the axis.",
        "",
    ]


def test_in_a_terminal_a_question_can_be_skipped_and_the_rest_left():
    code, shown = typed([b"\n", b"\x04"])
    assert code == 0
    assert "> \nSkipped.\n" in shown
    assert "Traceback" not in shown


def test_questions_can_be_answered_from_a_pipe():
    command = [sys.executable, "-m", "grader", "predict", "power_rule"]
    done = subprocess.run(
        command, cwd=VARIANTS, input="6\n", capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0
    assert "Right." in done.stdout
    assert "2 of 2 (where_flat)" in done.stdout


def test_each_call_shows_the_next_hint():
    first, second, third = (run("hint", "power_rule", "--student", "ada") for _ in range(3))
    assert first.stdout.startswith("Hint 1 of 2\nWhat does a constant factor such as 5 become")
    assert second.stdout.startswith("Hint 2 of 2\nThe slope of $x^5$ is $x^4$, times what?")
    assert third.stdout.startswith("You have seen all 2 hints of power_rule;")
    assert {result.exit_code for result in (first, second, third)} == {0}


def test_again_repeats_the_last_hint_and_all_shows_all():
    assert "Hint 1 of 2" in run("hint", "power_rule", "--again").stdout
    assert "Hint 1 of 2" in run("hint", "power_rule", "--again").stdout
    assert "Hint 2 of 2" in run("hint", "power_rule").stdout
    every = run("hint", "power_rule", "--all").stdout
    assert every.index("Hint 1 of 2") < every.index("Hint 2 of 2")


def test_hints_of_one_course_are_not_those_of_another(tmp_path):
    other = Path(shutil.copytree(VARIANTS, tmp_path / "other"))
    assert "Hint 1 of 2" in run("hint", "power_rule").stdout
    assert "Hint 1 of 2" in run("hint", "power_rule", course=other).stdout
    assert "Hint 1 of 1" in run("hint", "square_by_hand").stdout
    assert "You have seen the only hint" in run("hint", "square_by_hand").stdout


def test_braces_mean_nothing_in_a_hint_of_a_problem_without_parameters():
    assert "Two braces mean nothing here: {{a}}." in run("hint", "square_by_hand").stdout


def test_a_problem_without_hints_says_so():
    assert run("hint", "scale", course=BASE).stdout == "scale has no hints.\n"


def test_a_broken_file_of_hints_begins_anew(tmp_path):
    run("hint", "power_rule")
    (file,) = tmp_path.glob("state/*/hints.json")
    file.write_text("{{{")
    assert "Hint 1 of 2" in run("hint", "power_rule").stdout
    assert "Hint 2 of 2" in run("hint", "power_rule").stdout


def test_where_nothing_can_be_kept_the_hint_is_shown_all_the_same(tmp_path):
    (tmp_path / "state").write_text("a file, and no folder")
    shown = run("hint", "power_rule", "--student", "ada")
    assert shown.exit_code == 0
    assert "Hint 1 of 2" in shown.stdout
    assert shown.stderr.startswith("grader: the next call shows the same hint: ")
    assert "cannot be written" in shown.stderr


def test_again_and_all_together_are_refused():
    refused = run("hint", "power_rule", "--again", "--all")
    assert refused.exit_code == 2
    assert "--again and --all do not go together" in refused.stderr
