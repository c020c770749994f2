"""A minute of fuzzing for each reader; the corpus begins with files that are right."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECONDS = 60
SEEDS = {
    "wire": [],
    "notebook": sorted((ROOT / "tests" / "intake" / "notebooks").glob("*.ipynb")),
    "archive": sorted((ROOT / "examples" / "zips").glob("*.zip")),
    "yaml": sorted((ROOT / "exercises").glob("*/*/problem.yaml")),
}


@pytest.mark.soak
@pytest.mark.skipif(not importlib.util.find_spec("atheris"), reason="the extra `fuzz` is missing")
@pytest.mark.parametrize("target", SEEDS)
def test_only_the_named_errors_escape(target, tmp_path):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for seed in SEEDS[target]:
        shutil.copy(seed, corpus / seed.name)
    done = subprocess.run(
        [
            *(sys.executable, Path(__file__).with_name("fuzz.py"), target, corpus),
            *(f"-max_total_time={SECONDS}", "-timeout=20", "-rss_limit_mb=4096", "-verbosity=0"),
            f"-artifact_prefix={tmp_path}/",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
