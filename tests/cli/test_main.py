from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader import __version__
from grader.cli.main import COMMANDS, cli
from grader.cli.show import protect_math

BASE = Path(__file__).parents[1] / "bank/base"


@pytest.fixture(autouse=True)
def no_variables(monkeypatch):
    for name in ("GRADER_SOLUTIONS", "GRADER_SALT", "GRADER_COURSE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")


def run(*arguments: str, course: Path | None = BASE) -> Result:
    place = ["--course", str(course)] if course else []
    return CliRunner().invoke(cli, [*place, *arguments])


def test_help_imports_no_command_and_nothing_heavy():
    program = (
        "import sys\n"
        "from grader.cli.main import main\n"
        "sys.argv = ['grader', '--help']\n"
        "try:\n"
        "    main()\n"
        "except SystemExit as end:\n"
        "    print(end.code, *sorted(sys.modules), sep='\\n', file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    code, *modules = done.stderr.splitlines()
    assert code == "0"
    heavy = {"numpy", "pytest", "_pytest", "nbformat", "sqlalchemy", "jsonschema", "rich", "yaml"}
    assert not heavy & set(modules)
    assert [m for m in modules if m.startswith("grader.cli.")] == ["grader.cli.main"]
    assert "Show the problems of the bank." in done.stdout


def test_help_names_every_command():
    result = run("-h", course=None)
    assert result.exit_code == 0
    for name, (_, text) in COMMANDS.items():
        assert name in result.output
        assert text in result.output


def test_version():
    assert run("--version", course=None).output == f"grader, version {__version__}\n"


def test_list_shows_the_problems_in_reading_order():
    result = run("list")
    assert result.exit_code == 0
    assert result.output.index("add_up") < result.output.index("mean_of")
    assert result.output.index("mean_of") < result.output.index("scale")
    assert "A multiple of a list" in result.output


def test_list_json_to_stdout_is_json_and_nothing_else():
    result = run("list", "--json", "-")
    assert result.stderr == ""
    rows = json.loads(result.stdout)
    assert rows[1] == {
        "id": "mean_of",
        "unit": "sums",
        "title": "The mean of a list",
        "level": 2,
        "needs": ["add_up"],
        "points": 2.0,
        "functions": ["mean_of"],
    }
    assert [row["id"] for row in rows] == ["add_up", "mean_of", "scale"]


def test_list_json_to_a_file_writes_the_same(tmp_path):
    file = tmp_path / "list.json"
    result = run("list", "--json", str(file))
    assert (result.exit_code, result.output) == (0, "")
    assert file.read_text() == run("list", "--json", "-").stdout


def test_a_file_that_cannot_be_written_is_one_line_and_exit_2(tmp_path):
    result = run("list", "--json", str(tmp_path / "no" / "list.json"))
    assert result.exit_code == 2
    assert "cannot be written: no such file or directory" in result.stderr


def test_show_prints_statement_contract_examples_and_the_count_of_hints():
    output = run("show", "add_up").output
    assert "The sum of a list" in output
    assert r"$s + \sum_i x_i$" in output
    assert "def add_up(numbers, start=0.0)" in output
    assert "gives: float, start plus the sum of numbers" in output
    assert "add_up([1], start=10)  # 11" in output
    assert "5 points · no hints" in output
    assert "mean_of([])  # raises ValueError" in run("show", "mean_of").output


def test_show_of_an_unknown_problem_names_the_nearest():
    result = run("show", "add_upp")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "grader: problem 'add_upp' is not in the bank; did you mean 'add_up'?\n"


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("let $a_i * b_i$ be", "let `$a_i * b_i$` be"),
        ("$$\na \\\\ b\n$$", "\n\n```latex\na \\\\ b\n```\n\n"),
        ("`cost $a and $b`", "`cost $a and $b`"),
        ("```\n$a$\n```", "```\n$a$\n```"),
        ("it costs $5 and $6 more", "it costs $5 and $6 more"),
        (r"a \$5 note and $x$", r"a \$5 note and `$x$`"),
    ],
)
def test_mathematics_is_kept_from_markdown_and_code_is_left_alone(markdown, shown):
    assert protect_math(markdown) == shown


@pytest.mark.parametrize("name", ["report", "problem", "key", "course"])
def test_schema_prints_a_json_schema(name):
    result = run("schema", name, course=None)
    assert json.loads(result.output)["$schema"].endswith("2020-12/schema")


def test_faults_of_a_bank_are_lines_on_stderr_and_exit_2(tmp_path, monkeypatch):
    root = Path(shutil.copytree(BASE, tmp_path / "bank"))
    (root / "exercises/sums/add_up/statement.md").unlink()
    (root / "exercises/sums/mean_of/starter.py").unlink()
    monkeypatch.chdir(root)
    result = run("list", course=None)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines() == [
        "grader: exercises/sums/add_up/statement.md:1: the file is missing; every problem has one",
        "grader: exercises/sums/mean_of/starter.py:1: the file is missing; every problem has one",
    ]


def test_the_course_is_found_upward_or_by_its_variable(tmp_path, monkeypatch):
    monkeypatch.chdir(BASE / "exercises/sums")
    assert run("list", course=None).exit_code == 0
    monkeypatch.chdir(tmp_path)
    result = run("list", course=None)
    assert result.exit_code == 2
    assert "name it with --course DIR" in result.stderr
    monkeypatch.setenv("GRADER_COURSE", str(BASE))
    assert run("list", course=None).exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("lst",),
        ("list", "--jsn"),
        ("show",),
        ("schema", "student"),
        ("--course", "/nowhere/at/all"),
    ],
)
def test_wrong_usage_is_exit_2_without_a_traceback(arguments):
    result = run(*arguments, course=None)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error: " in result.stderr


def test_a_mistyped_command_names_the_nearest():
    assert "no such command 'lnt'; did you mean 'lint'?" in run("lnt", course=None).stderr


def test_the_installed_command_refuses_in_one_line(tmp_path):
    clean = {name: value for name, value in os.environ.items() if name != "GRADER_COURSE"}
    done = subprocess.run(
        [sys.executable, "-c", "from grader.cli.main import main; main()", "list"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=clean,
    )
    assert done.returncode == 2
    assert done.stderr.startswith(f"grader: {tmp_path.resolve()}: no course.yaml")
    assert done.stderr.count("\n") == 1
