"""`grader otter --direct`: what it writes, for whom, and what it says where it cannot."""

from __future__ import annotations

import ast
import shutil
import stat
import subprocess
import sys
import zipfile
from importlib.metadata import PackageNotFoundError, packages_distributions
from pathlib import Path

import pytest
from click.testing import CliRunner
from packaging.utils import canonicalize_name

import grader as package
from grader.cli.main import cli
from grader.export import pins
from grader.export.direct import archive as direct_archive
from grader.export.direct import tryout
from grader.export.direct.archive import write_direct_zip
from grader.export.layout import FOLDER
from grader.export.packed_bank import load_packed
from grader.export.wheel import wheel_name

# Imported only by commands and ways of grading that a zip has no use for.
OPTIONAL = {"otter", "distributed", "cosmic_ray", "IPython"}


@pytest.fixture(scope="module")
def archive(direct_zip):
    with zipfile.ZipFile(direct_zip) as found:
        yield found


def test_the_zip_holds_what_gradescope_wants_and_one_folder_of_ours(archive):
    names = archive.namelist()
    assert {name.partition("/")[0] for name in names} == {
        "README.md",
        "run_autograder",
        "setup.sh",
        FOLDER,
    }
    for name in ("setup.sh", "run_autograder"):
        assert archive.getinfo(name).external_attr >> 16 == 0o100755
        assert archive.read(name).startswith(b"#!/bin/bash\n")


def test_the_packed_bank_has_the_assignment_and_grades_by_the_same_salt(archive, small, tmp_path):
    archive.extractall(tmp_path)
    packed = load_packed(tmp_path / FOLDER)
    assert list(packed.course.assignments) == ["week1"]
    assert packed.salt == small.salt


def test_the_libraries_are_pinned_and_otter_is_none_of_them(archive):
    lines = archive.read(f"{FOLDER}/requirements.txt").decode().split()
    assert lines == pins.pinned()
    assert all("==" in line for line in lines)
    assert not [line for line in lines if "otter" in line or "jupyter-client" in line]
    assert f"{FOLDER}/{wheel_name()}" in archive.namelist()


def test_every_library_that_the_grader_imports_is_pinned():
    pinned = {line.partition("==")[0] for line in pins.pinned()}
    owners = packages_distributions()
    for file in Path(package.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module]
            for name in {name.partition(".")[0] for name in names} - OPTIONAL - {"grader"}:
                if name not in sys.stdlib_module_names:
                    owner = {canonicalize_name(found) for found in owners[name]}
                    assert owner & pinned, f"{file} imports {name}"


def test_the_same_bank_gives_the_same_bytes(small, tmp_path):
    for name in ("once.zip", "again.zip"):
        write_direct_zip(small, "week1", tmp_path / name)
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "once.zip").read_bytes()


def test_only_its_owner_may_read_the_zip(direct_zip):
    assert stat.S_IMODE(direct_zip.stat().st_mode) == 0o600


def test_the_zip_says_what_it_needs(archive, small):
    text = archive.read("README.md").decode()
    assert "| autograder points | 9 |" in text
    assert "Python 3.11 or newer" in text
    assert "| memory | 1.5 GB" in text
    seconds = 60 + 2 * small.course.limits.problem_seconds
    assert f"at most about {seconds:.0f} seconds" in text
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert f"made with Python {version}." in text
    assert "@" not in text


def test_the_scripts_are_bash_and_nothing_is_left_to_fill_in(archive):
    for name in ("setup.sh", "run_autograder"):
        source = archive.read(name)
        subprocess.run(["bash", "-n"], input=source, check=True)
        assert not [word for word in source.decode().split() if word.startswith("@")]


# setup.sh where it cannot


@pytest.fixture
def setup(archive, tmp_path):
    """Runs setup.sh with no programs but those that it is given."""
    archive.extractall(tmp_path / "source")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("bash", "dirname", "chmod", "rm"):
        (programs / name).symlink_to(shutil.which(name))

    def run(**scripts):
        for name, script in scripts.items():
            (programs / name.replace("_", "-")).write_text(f"#!/bin/bash\n{script}\n")
            (programs / name.replace("_", "-")).chmod(0o755)
        command = [str(programs / "bash"), str(tmp_path / "source" / "setup.sh")]
        done = subprocess.run(
            command, env={"PATH": str(programs)}, capture_output=True, text=True, timeout=60
        )
        return done.returncode, done.stderr.splitlines()

    return run


def test_setup_without_a_python_and_without_apt_says_so_in_one_line(setup):
    code, lines = setup()
    assert code == 1
    assert lines == ["nabla: no Python 3.11 or newer here, and no apt-get to install one"]


def test_setup_where_apt_has_no_python_names_the_base_image_to_choose(setup):
    code, lines = setup(apt_get='[ "$1" = update ]', python3="exit 1")
    assert code == 1
    assert len(lines) == 1
    assert "choose Ubuntu 24.04 or 22.04 as base image" in lines[0]


def test_setup_without_a_network_says_so(setup):
    code, lines = setup(apt_get="exit 100")
    assert code == 1
    assert lines == ["nabla: apt-get update failed; is the network there?"]


def test_setup_whose_libraries_cannot_be_installed_names_the_python_to_take(setup, tmp_path):
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    made = tmp_path / "nabla" / "bin" / "python"
    python = f"""
case "$2" in
  -c) exit 0 ;;
  --version) echo Python ;;
  -m) /bin/mkdir -p {made.parent}; echo '#!/bin/bash
[ "$3" != pip ]' > {made}; /bin/chmod +x {made} ;;
esac
"""
    code, lines = setup(python3=python)
    assert code == 1
    [line] = lines
    assert line.startswith("nabla: the libraries could not be installed")
    assert line.endswith(f"a base image with Python {version}")


# The command


def grader(*arguments, small):
    words = ["--course", str(small.root), "otter", "week1", "--direct", *map(str, arguments)]
    return CliRunner().invoke(cli, words)


def test_otter_is_not_needed(small, tmp_path, monkeypatch):
    def without_otter(name, real=pins.distribution):
        if name == "otter-grader":
            raise PackageNotFoundError(name)
        return real(name)

    monkeypatch.setattr(pins, "distribution", without_otter)
    for name in [name for name in sys.modules if name.partition(".")[0] == "otter"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "otter", None)
    done = grader("--out", tmp_path / "a.zip", small=small)
    assert done.exit_code == 0, done.stderr
    assert "holds the solutions, so only you can read it" in done.stdout
    assert zipfile.is_zipfile(tmp_path / "a.zip")


def test_what_runs_on_gradescope_imports_no_otter():
    script = (
        "import sys; sys.modules['otter'] = None\n"
        "import grader.export.direct.run, grader.export.direct.setup"
    )
    subprocess.run([sys.executable, "-I", "-c", script], check=True)


def test_a_zip_that_cannot_be_finished_leaves_the_old_one(small, tmp_path, monkeypatch):
    def stopped(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(direct_archive, "zipped", stopped)
    out = tmp_path / "week1.zip"
    out.write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write_direct_zip(small, "week1", out)
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_the_command_verifies_a_zip_by_running_it(small, tmp_path):
    done = grader("--out", tmp_path / "a.zip", "--verify", small=small)
    assert done.exit_code == 0, done.stderr
    table = [line.split() for line in done.stdout.splitlines() if "the same" in line]
    assert [row[:4] for row in table] == [
        ["reference.py", "9", "9", "9"],
        ["reference.ipynb", "9", "9", "9"],
        ["starter.py", "0", "0", "9"],
        ["starter.ipynb", "0", "0", "9"],
        ["mistakes_1.ipynb", "7", "7", "9"],
    ]
    assert "5 of 5 submissions get by run_autograder what `grader grade` gives" in done.stdout


def test_a_score_that_differs_is_named_and_the_exit_code_is_1(small, tmp_path, monkeypatch):
    one = {"name": "add_up: x", "tags": ["add_up"], "score": 5.0, "max_score": 5.0}
    two = {"name": "mean_of: y", "tags": ["mean_of"], "score": 2.0, "max_score": 4.0}
    found = {"tests": [one, two, {"name": "Report"}]}
    monkeypatch.setattr(tryout, "direct_results", lambda submission, source: found)
    done = grader("--out", tmp_path / "a.zip", "--verify", small=small)
    assert done.exit_code == 1
    told = "grader: reference.py: mean_of: 2 of 4 by run_autograder, 4 of 4 by `grader grade`"
    assert told in done.stderr.splitlines()
    assert "0 of 5 submissions get by run_autograder what" in done.stdout


def test_a_run_that_fails_is_a_difference_too(small, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with tryout.unpacked(write(small, tmp_path)) as run, pytest.raises(Exception) as caught:
        run(small.problem("mean_of").secret / "solution.py")
    assert str(caught.value) == "solution.py: run_autograder failed: it says nothing"


def write(small, tmp_path):
    write_direct_zip(small, "week1", tmp_path / "a.zip")
    return tmp_path / "a.zip"
