"""The zip in an environment made of its own pins, without a network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile

import pytest

from grader.export.layout import FOLDER
from grader.export.wheel import wheel_name


@pytest.mark.soak
def test_a_zip_installs_offline_from_its_own_pins_and_grades(small_zip, right, tmp_path):
    with zipfile.ZipFile(small_zip) as archive:
        archive.extractall(tmp_path)
    ours = tmp_path / "files" / FOLDER
    (tmp_path / "work.py").write_bytes(right)

    def run(*command, **variables):
        environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), **variables}
        words = [str(word) for word in command]
        done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    pip = (sys.executable, "-m", "pip", "download", "-q", "-d", "wheels")
    config = {k: v for k, v in os.environ.items() if k.startswith(("PIP_", "SSL_", "REQUESTS_"))}
    run(*pip, "-r", ours / "requirements.txt", **config)
    run(sys.executable, "-m", "venv", "fresh")
    python = tmp_path / "fresh" / "bin" / "python"
    install = (python, "-m", "pip", "install", "-q", "--no-index", "--find-links", "wheels")
    run(*install, "-r", ours / "requirements.txt", ours / wheel_name())
    assert "No broken requirements found." in run(python, "-m", "pip", "check")
    run(python, "-m", "otter", "run", "work.py", "-a", small_zip, "-o", tmp_path, "--no-logo")
    results = json.loads((tmp_path / "results.json").read_bytes())
    scores = {test["name"]: test["score"] for test in results["tests"] if "score" in test}
    assert scores == {"add_up": 5, "mean_of": 4}
    assert str(tmp_path) in run(python, "-c", "import grader; print(grader.__file__)")
