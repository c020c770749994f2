"""The zip that Gradescope, or `otter run`, grades an assignment with, by otter's own generator."""

from __future__ import annotations

import json
import platform
import tempfile
from contextlib import chdir
from pathlib import Path

from grader.export.entries import of_nothing
from grader.export.layout import FOLDER, PLUGIN
from grader.export.otter.tests import file_name, source
from grader.export.packing import REQUIREMENTS, pack
from grader.export.pins import pinned
from grader.export.wheel import wheel_name
from grader.model import Bank
from grader.report.files import write_atomically

_ON_GRADESCOPE = "/autograder/source/files"  # where the zip's files are when its image is built


def write_otter_zip(bank: Bank, assignment: str, out: Path) -> None:
    """Writes to `out` the zip for an assignment; only its owner may read it: it holds solutions.

    Either the whole zip is there or what was there before. GraderError where otter or a solution is
    missing, or it cannot be written.
    """
    requirements = pinned(("otter",))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        pack(bank, assignment, requirements, folder / FOLDER)
        tests = folder / "tests"
        tests.mkdir()
        for problem in of_nothing(bank, assignment, ""):
            (tests / file_name(problem)).write_text(source(problem))
        config = {
            "plugins": [{PLUGIN: {"assignment": assignment}}],
            # Hidden results when the instructor publishes the grades, and not after each attempt.
            "show_hidden": True,
        }
        (folder / "otter_config.json").write_text(json.dumps(config))
        wheel = f"{_ON_GRADESCOPE}/{FOLDER}/{wheel_name()}"
        (folder / REQUIREMENTS).write_text("\n".join([*requirements, wheel, ""]), "utf-8")
        data = _generated(folder)
    write_atomically(out, data, 0o600)


def _generated(folder: Path) -> bytes:
    from otter.generate import main as generate

    major, minor, _ = platform.python_version_tuple()
    # Otter wants the files below the working folder.
    with chdir(folder):
        generate(
            tests_dir="tests",
            output_path="autograder.zip",
            config="otter_config.json",
            requirements=REQUIREMENTS,
            overwrite_requirements=True,
            no_environment=True,
            files=[FOLDER],
            python_version=f"{major}.{minor}",
        )
        return Path("autograder.zip").read_bytes()
