"""`grader otter`: what it writes, for whom, and what it says where it cannot."""

from __future__ import annotations

import io
import json
import shutil
import stat
import subprocess
import sys
import zipfile
from importlib.metadata import PackageNotFoundError

import pytest
import yaml
from click.testing import CliRunner

from grader.cli.main import cli
from grader.export import pins
from grader.export.entries import of_nothing
from grader.export.layout import FOLDER, PLUGIN
from grader.export.otter import archive as otter_archive
from grader.export.otter.archive import write_otter_zip
from grader.export.wheel import wheel_name


@pytest.fixture(scope="module")
def archive(small_zip):
    with zipfile.ZipFile(small_zip) as found:
        yield found


def test_the_zip_holds_a_test_for_each_problem_and_names_our_plugin(archive):
    names = archive.namelist()
    assert [n for n in names if n.startswith("tests/")] == ["tests/add_up.py", "tests/mean_of.py"]
    config = json.loads(archive.read("otter_config.json"))
    assert config["plugins"] == [{PLUGIN: {"assignment": "week1"}}]


def test_otter_reads_the_tests_with_our_titles_points_and_visibility(archive, small, tmp_path):
    from otter.nbmeta_config import NBMetadataConfig
    from otter.test_files import create_test_file

    archive.extractall(tmp_path)
    for entry in of_nothing(small, "week1", ""):
        test = create_test_file(str(tmp_path / "tests" / f"{entry.id}.py"), NBMetadataConfig())
        assert (test.name, test.possible) == (entry.id, entry.max_points)
        assert [(c.name, c.points, c.hidden) for c in test.test_cases] == [
            (check.title, check.max_points, check.hidden) for check in entry.checks
        ]


def test_a_zip_without_our_plugin_says_so_in_place_of_a_silent_zero(archive, small, tmp_path):
    from otter.test_files import ExceptionTestFile

    archive.extractall(tmp_path)
    test = ExceptionTestFile.from_file(str(tmp_path / "tests" / "add_up.py"))
    test.run({})
    assert test.score == 0
    assert "the plugin of this zip did not run" in test.summary()


def test_everything_is_pinned_and_the_grader_comes_from_the_zip(archive):
    environment = yaml.safe_load(archive.read("environment.yml"))
    *_, pip = environment["dependencies"]
    *lines, own = pip["pip"]
    assert lines == archive.read(f"files/{FOLDER}/requirements.txt").decode().split()
    assert all("==" in line for line in lines)
    assert own == f"/autograder/source/files/{FOLDER}/{wheel_name()}"
    assert f"files/{FOLDER}/{wheel_name()}" in archive.namelist()
    python = f"python={sys.version_info.major}.{sys.version_info.minor}"
    assert python in environment["dependencies"]


def test_only_one_folder_goes_beside_what_students_hand_in(archive):
    tops = {n.split("/")[1] for n in archive.namelist() if n.startswith("files/")}
    assert tops == {FOLDER}


def test_only_its_owner_may_read_the_zip_even_where_another_was_before(small, tmp_path):
    out = tmp_path / "week1.zip"
    out.write_text("old")
    out.chmod(0o644)
    write_otter_zip(small, "week1", out)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert zipfile.is_zipfile(out)


def test_a_zip_that_cannot_be_finished_leaves_the_old_one(small, tmp_path, monkeypatch):
    def stopped(folder):
        raise KeyboardInterrupt

    monkeypatch.setattr(otter_archive, "_generated", stopped)
    out = tmp_path / "week1.zip"
    out.write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write_otter_zip(small, "week1", out)
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]


def grader(*arguments, small):
    return CliRunner().invoke(cli, ["--course", str(small.root), "otter", *map(str, arguments)])


def test_the_command_says_who_may_read_the_zip(small, tmp_path):
    done = grader("week1", "--out", tmp_path / "a.zip", small=small)
    assert done.exit_code == 0
    assert "holds the solutions, so only you can read it" in done.stdout


def test_without_otter_the_command_says_what_to_install(small, tmp_path, monkeypatch):
    def without_otter(name, real=pins.distribution):
        if name == "otter-grader":
            raise PackageNotFoundError(name)
        return real(name)

    monkeypatch.setattr(pins, "distribution", without_otter)
    done = grader("week1", "--out", tmp_path / "a.zip", small=small)
    assert done.exit_code == 2
    [line] = done.stderr.splitlines()
    assert line.endswith("run: pip install 'nabla-grader[otter]'")
    assert not (tmp_path / "a.zip").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("week9", "--out", "a.zip"), "assignment 'week9' is not in course.yaml; it has: week1"),
        (("week1", "--out", "no/such/a.zip"), "cannot be written: No such file or directory"),
        (("week1", "--out", "."), "cannot be written: "),
    ],
)
def test_what_cannot_be_done_is_one_clear_line_and_exit_2(
    small, tmp_path, monkeypatch, arguments, words
):
    monkeypatch.chdir(tmp_path)
    done = grader(*arguments, small=small)
    assert done.exit_code == 2
    [line] = done.stderr.splitlines()
    assert words in line
    assert list(tmp_path.iterdir()) == []


def test_without_solutions_nothing_is_built(small, tmp_path):
    course = tmp_path / "course"
    shutil.copytree(small.root, course, ignore=shutil.ignore_patterns("solutions"))
    command = [sys.executable, "-m", "grader", "otter", "week1", "--out", "a.zip"]
    done = subprocess.run(command, cwd=course, capture_output=True, text=True)
    assert done.returncode == 2
    assert "the solutions are not here" in done.stderr
    assert not (course / "a.zip").exists()


def test_the_wheel_in_the_zip_is_of_this_grader(archive):
    inner = zipfile.ZipFile(io.BytesIO(archive.read(f"files/{FOLDER}/{wheel_name()}")))
    assert "grader/export/otter/plugin.py" in inner.namelist()
