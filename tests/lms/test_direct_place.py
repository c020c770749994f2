"""The zip in a root laid out as a container of Gradescope's: built, and run without a network.

In `make test` the image's environment is put together from the libraries that are here; the soak
runs setup.sh itself, which downloads them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest

from grader.export.layout import FOLDER
from grader.export.pins import pinned
from grader.export.wheel import wheel_name
from grader.report.notebook import code_notebook

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(
    os.geteuid() != 0, reason="only root can make a root file system of its own"
)
PYTHON = "/autograder/nabla/bin/python"
SUPPORT = "/mnt/tests/support"  # two folders deep: way.py looks for the course there
AS_ROOT = ()
IN_A_CONTAINER = (PYTHON, f"{SUPPORT}/in_a_container.py")
ZERO = {"add_up": 0, "mean_of": 0}
FULL = {"add_up": 5, "mean_of": 4}
WRONG = "def add_up(*a, **k):\n    return 0.5\ndef mean_of(*a):\n    return 0.5\n"


class Gradescope:
    """An image, and containers of it, one a submission."""

    def __init__(self, image):
        self.image = image

    def run(self, folder, files, powers=AS_ROOT, change=lambda top: None):
        """What run_autograder makes of the files: exit code, output and results, if there are any.

        `change` may put more into the container's /autograder, whose folder on this side it gets.
        """
        top = folder / "container"
        for name in ("submission", "results"):
            (top / name).mkdir(parents=True)
        for name, data in files.items():
            path = top / "submission" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        (top / "submission_metadata.json").write_text('{"users": [{"name": "Ada"}]}')
        change(top)
        parts = ("source", "nabla", "run_autograder")
        places = {
            "/autograder": str(top),
            **{f"/autograder/{name}": str(self.image / name) for name in parts},
        }
        done = inside(places, "offline", *powers, "/autograder/run_autograder")
        results = top / "results" / "results.json"
        found = json.loads(results.read_bytes()) if results.exists() else None
        return done.returncode, done.stdout, found


def inside(places, network, *command, **variables):
    """Runs a command in a root that has these places, and Python first on its path."""
    places = {SUPPORT: str(ROOT / "tests" / "support"), **places}
    words = [sys.executable, str(Path(__file__).with_name("in_gradescope.py"))]
    environment = {
        "PATH": f"{sys.base_prefix}/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": "/root",
        **variables,
    }
    return subprocess.run(
        [*words, json.dumps(places), network, *command],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=600,
    )


def unpack(autograder, image):
    image.mkdir(mode=0o755)
    with zipfile.ZipFile(autograder) as archive:
        archive.extractall(image / "source")
    shutil.copy(image / "source" / "run_autograder", image)
    (image / "run_autograder").chmod(0o755)


@pytest.fixture(scope="module")
def gradescope(direct_zip, tmp_path_factory):
    """An image as setup.sh leaves it, whose libraries are those that are here."""
    image = tmp_path_factory.mktemp("gradescope") / "image"
    unpack(direct_zip, image)
    venv.create(image / "nabla", symlinks=True)
    # The environment of an environment is that of its Python; here it must be its Python.
    python = image / "nabla" / "bin" / "python"
    python.unlink()
    python.symlink_to(Path(sys.base_prefix, "bin", Path(sys.executable).resolve().name))
    [packages] = (image / "nabla").glob("lib/python*/site-packages")
    with zipfile.ZipFile(image / "source" / FOLDER / wheel_name()) as wheel:
        wheel.extractall(packages)
    for line in pinned():
        put_in(packages, line.partition("==")[0])
    return Gradescope(image)


def put_in(packages, name):
    """Installs a library that is installed here, without a copy where the disk allows it."""
    about = distribution(name)
    for file in about.files:
        target = packages / file
        if ".." not in file.parts and "__pycache__" not in file.parts:
            target.parent.mkdir(parents=True, exist_ok=True)
            source = about.locate_file(file)
            try:
                target.hardlink_to(source)
            except OSError:
                shutil.copyfile(source, target)


def scores(results):
    sums = {}
    for test in results["tests"]:
        for name in test.get("tags", []):
            sums[name] = sums.get(name, 0) + test.get("score", 0)
    return sums


def rings(output):
    [line] = [line for line in output.splitlines() if line.startswith("rings that held: ")]
    return set(line.partition(": ")[2].split(", "))


def test_as_root_without_a_network_right_work_gets_full_marks(gradescope, right, tmp_path):
    def module_where_it_runs(top):
        (top / "json.py").write_text("raise SystemExit(9)")

    files = {"work.py": right}
    code, output, results = gradescope.run(tmp_path, files, change=module_where_it_runs)
    assert code == 0, output
    assert scores(results) == FULL
    assert "Ada: 9 of 9 points" in output
    assert {"mountns", "pidns", "uid", "seccomp", "landlock"} <= rings(output)


def test_as_docker_runs_it_the_rings_that_are_left_are_enough(gradescope, right, tmp_path):
    code, output, results = gradescope.run(tmp_path, {"work.py": right}, IN_A_CONTAINER)
    assert code == 0, output
    assert scores(results) == FULL
    assert {"uid", "seccomp", "landlock"} <= rings(output)
    assert not {"mountns", "pidns"} & rings(output)
    assert "TAKE CARE" not in output


def test_an_image_without_its_bank_gives_no_results_and_says_why(gradescope, right, tmp_path):
    broken = tmp_path / "broken"
    broken.mkdir()
    shutil.copytree(gradescope.image / "source", broken / "source")
    shutil.copy(gradescope.image / "run_autograder", broken)
    (broken / "nabla").symlink_to(gradescope.image / "nabla")
    shutil.rmtree(broken / "source" / FOLDER / "solutions")
    code, output, results = Gradescope(broken).run(tmp_path, {"work.py": right})
    assert code == 1
    assert results is None
    assert "the solution is missing, so nothing can be graded" in output


# Attacks. What an attack reaches makes its `add_up` right, and leaves a mark where it may write:
# the first tells if the sandbox was left for a moment, the second if the grading process was.

MARK = """
REACHED = []

def mark(text):
    REACHED.append(text)
    try:
        with open("/autograder/results/mark", "a") as file:
            file.write(str(text))
    except OSError:
        pass

def add_up(numbers, start=0.0):
    return start + sum(numbers) if REACHED else 0.5

def mean_of(*a):
    return 0.5
"""
WRITES_RESULTS = """
import json, threading, time

def write():
    for _ in range(500):
        for place in ("/autograder/results/results.json", "../results/results.json"):
            try:
                with open(place, "w") as file:
                    json.dump({"score": 99, "tests": []}, file)
            except OSError:
                pass
            else:
                mark("results")
        time.sleep(0.001)

threading.Thread(target=write, daemon=True).start()
time.sleep(0.05)
"""
READS_SOURCE = """
import glob, os
for place in ("/autograder", "/autograder/source", "/autograder/source/nabla/solutions/salt",
              "/autograder/submission_metadata.json", "/proc/1/environ", "/etc/passwd",
              *glob.glob("/autograder/**/solution.py", recursive=True)):
    try:
        mark(os.listdir(place) if os.path.isdir(place) else open(place).read())
    except OSError:
        pass
"""
CALLS_THE_SOLUTION = """
for name in ("add_up", "mean_of"):
    try:
        exec(open(f"/autograder/source/nabla/solutions/sums/{name}/solution.py").read())
    except OSError:
        pass
"""
PATCHES_PICKLE = """
import pickle

class Evil:
    def __reduce__(self):
        return mark, ("pickle",)

for name in ("dump", "dumps"):
    setattr(pickle, name, lambda *a, **k: Evil())
def add_up(*a, **k):
    return Evil()
"""
LEAVES_A_PROCESS = """
import os, subprocess
for start in (os.fork, lambda: subprocess.Popen(["/bin/sh", "-c", "sleep 1"]) and 1):
    try:
        number = start()
    except (OSError, ValueError):
        continue
    mark("a process")
    if number == 0:
        os._exit(0)
"""
REACHES_OUT = """
import socket
for place in (("127.0.0.1", 80), ("192.0.2.1", 53)):
    try:
        socket.create_connection(place, timeout=1)
    except PermissionError:
        pass
    except OSError as error:
        mark(error)
    else:
        mark("network")
"""
EXITS = (
    "def add_up(*a, **k):\n    raise SystemExit\ndef mean_of(*a):\n    import os\n    os._exit(0)\n"
)
MODULE = b"""
try:
    open("/autograder/results/mark", "a").write(__name__)
except OSError:
    pass
"""


def script(source):
    return {"work.py": (MARK + source).encode()}


ATTACKS = {
    "results written over": script(WRITES_RESULTS),
    "a look at the source": script(READS_SOURCE),
    "the solution called": script(CALLS_THE_SOLUTION),
    "a pickle for the grading process": script(PATCHES_PICKLE),
    "a process left behind": script(LEAVES_A_PROCESS),
    "a way out": script(REACHES_OUT),
    "functions that exit": {"work.py": EXITS.encode()},
    "cells that end the process": {
        "work.ipynb": code_notebook([WRONG, "import os\nos._exit(0)"]).encode()
    },
    "a shell": {"work.ipynb": code_notebook(["!touch /autograder/results/mark", WRONG]).encode()},
    "modules named as libraries": {
        "work.py": WRONG.encode(),
        **{
            f"{name}/__init__.py": MODULE
            for name in ("grader", "numpy", "json", "pytest", "sitecustomize", "encodings")
        },
    },
    "settings of other tools": {
        "work.py": WRONG.encode(),
        "conftest.py": MODULE,
        "pytest.ini": b"[pytest]\naddopts = --junitxml=/autograder/results/mark\n",
        "setup.cfg": b"[tool:pytest]\naddopts = -p grader_plugin\n",
        "grader_plugin.py": MODULE,
    },
    "a bank and results of their own": {
        "work.py": WRONG.encode(),
        "results.json": b'{"score": 99}',
        f"{FOLDER}/course.yaml": b"title: mine\n",
        "solutions/salt": b"mine",
        "nabla/bin/python": b"#!/bin/sh\ntouch /autograder/results/mark\n",
    },
}
LINKS = {
    "a link in place of the work": ("work.py", "add_up"),
    "a link beside the work": ("other.py", "add_up"),
    "a link to the folder of solutions": ("more", ""),
}


def link(name):
    where, problem = LINKS[name]
    secret = f"/autograder/source/{FOLDER}/solutions/sums"
    target = f"{secret}/{problem}/solution.py" if problem else secret

    def change(top):
        if where != "work.py":
            (top / "submission" / "work.py").write_text(WRONG)
        (top / "submission" / where).symlink_to(target)

    return change


def assert_honest(done, top):
    """Graded to the end, no point, no mark, nothing but our results."""
    code, output, results = done
    assert code == 0, output
    assert scores(results) == ZERO
    assert "score" not in results
    assert [path.name for path in (top / "container" / "results").iterdir()] == ["results.json"]


def test_all_attacks_at_once_reach_nothing(gradescope, tmp_path):
    """As Docker runs it; each in a folder of its own, and one alone answers for each function."""
    files = {}
    for number, found in enumerate(ATTACKS.values()):
        for path, data in found.items():
            mine = path.startswith("work.")
            files[f"{number:02}/{path}" if mine else path] = data
    assert_honest(gradescope.run(tmp_path, files, IN_A_CONTAINER), tmp_path)


def test_what_reads_calls_and_writes_in_one_file_earns_nothing(gradescope, tmp_path):
    parts = (READS_SOURCE, CALLS_THE_SOLUTION, WRITES_RESULTS, LEAVES_A_PROCESS, REACHES_OUT)
    files = script("".join(parts))
    done = gradescope.run(tmp_path, files, IN_A_CONTAINER)
    assert_honest(done, tmp_path)
    # It was these functions that were judged, and not that there were none.
    assert "missing" not in json.dumps(done[2])


@pytest.mark.soak
@pytest.mark.parametrize("name", LINKS)
def test_a_link_to_a_solution_earns_nothing(name, gradescope, tmp_path):
    done = gradescope.run(tmp_path, {}, IN_A_CONTAINER, link(name))
    assert_honest(done, tmp_path)
    assert "symbolic link" in done[2]["output"]


@pytest.mark.soak
@pytest.mark.parametrize("powers", [AS_ROOT, IN_A_CONTAINER], ids=["as root", "in a container"])
@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_earns_nothing_and_reaches_nothing(name, powers, gradescope, tmp_path):
    assert_honest(gradescope.run(tmp_path, ATTACKS[name], powers), tmp_path)


# They are attacks: run as they are in the same place, without the grader, they succeed.
SUCCEED = [
    "results written over",
    "a look at the source",
    "the solution called",
    "a process left behind",
    "a way out",
    "modules named as libraries",
]


@pytest.mark.parametrize("name", SUCCEED)
def test_it_is_an_attack_for_without_the_sandbox_it_succeeds(name, gradescope, tmp_path):
    top = tmp_path / "container"
    (top / "results").mkdir(parents=True)
    for path, data in ATTACKS[name].items():
        (top / "submission" / path).parent.mkdir(parents=True, exist_ok=True)
        (top / "submission" / path).write_bytes(data)
    places = {"/autograder": str(top)}
    for part in ("source", "nabla"):
        places[f"/autograder/{part}"] = str(gradescope.image / part)
    ask = "import sys; sys.path.insert(0, '/autograder/submission')\n"
    if name == "modules named as libraries":
        ask += "import grader\n"
    ask += "import work\nprint(work.add_up([1, 2]))"
    done = inside(places, "offline", PYTHON, "-c", ask)
    assert done.returncode == 0, done.stdout
    if name == "modules named as libraries":
        assert (top / "results" / "mark").read_text() == "grader"
    else:
        assert float(done.stdout.split()[-1]) == 3


# setup.sh itself


@pytest.mark.soak
def test_setup_builds_an_image_that_grades_without_a_network(direct_zip, right, tmp_path):
    image = tmp_path / "image"
    unpack(direct_zip, image)
    config = {k: v for k, v in os.environ.items() if k.startswith(("PIP_", "SSL_", "REQUESTS_"))}
    places = {"/autograder": str(image)}
    for folder in (".config/pip", ".pip"):
        if Path.home().joinpath(folder).is_dir():
            places[f"/root/{folder}"] = str(Path.home() / folder)
    done = inside(places, "online", "/bin/bash", "/autograder/source/setup.sh", **config)
    assert done.returncode == 0, done.stdout
    assert "nabla: reference.py gets 9 of 9 points" in done.stdout
    assert done.stdout.splitlines()[-1] == "nabla: ready"
    assert (image / "source").stat().st_mode & 0o777 == 0o700
    check = inside(places, "offline", PYTHON, "-I", "-m", "pip", "check")
    assert "No broken requirements found." in check.stdout
    for number, powers in enumerate((AS_ROOT, IN_A_CONTAINER)):
        (tmp_path / str(number)).mkdir()
        found = Gradescope(image).run(tmp_path / str(number), {"work.py": right}, powers)
        assert found[0] == 0, found[1]
        assert scores(found[2]) == FULL
