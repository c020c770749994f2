"""A pytest plugin: checks run on the file BENCHMARK_SUBMISSION, in this process and unguarded.

What a course without a grader would do: one plain `pytest` a submission, everything paid anew.
"""

from __future__ import annotations

import os
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from grader.bank.load import load_bank
from grader.bank.variants import problem_for
from grader.judge.plugin import check_id
from grader.judge.trial import BENCH, Bench, Trial, draws
from grader.sandbox.local import LocalBackend, load_module
from grader.sandbox.proxies import Student


def pytest_configure(config: pytest.Config) -> None:
    np.seterr(all="ignore")  # overflow is what some checks are about
    config.stash[BENCH] = Bench(load_bank(config.rootpath))
    config.stash[_MODULE] = load_module(Path(os.environ["BENCHMARK_SUBMISSION"]))


def pytest_runtest_setup(item: pytest.Item) -> None:
    bench = item.config.stash[BENCH]
    name = item.path.parent.name
    student_name = Path(os.environ["BENCHMARK_SUBMISSION"]).stem
    problem = problem_for(bench.bank, name, student_name)
    check = next(check for check in problem.checks if check.id == check_id(item))
    student = Student(LocalBackend(item.config.stash[_MODULE]))
    bench.trial = Trial(problem, student, bench.reference(problem), draws(bench.bank, check))


_MODULE = pytest.StashKey[ModuleType]()
