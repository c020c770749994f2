"""What the oracle tests share: the reference of a problem, seeded draws, jax."""

from __future__ import annotations

import copy
import functools
import importlib.util
import multiprocessing
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import numpy as np
import pytest

from grader.bank.load import find_root, load_bank
from grader.bank.variants import options, text_of, variant
from grader.model import Bank, Problem

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))  # agreement, apart

from apart import Apart  # noqa: E402 - it lies in the folder named above


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "oracle(id): compares the reference of that problem with another implementation"
    )


@pytest.fixture(scope="session")
def bank() -> Bank:
    return load_bank(find_root(HERE))


@pytest.fixture
def problem(request: pytest.FixtureRequest, bank: Bank) -> Problem:
    """The problem that the test's mark names."""
    [mark] = request.node.iter_markers("oracle")
    return bank.problem(mark.args[0])


@pytest.fixture
def reference(problem: Problem) -> ModuleType:
    """The reference of the marked problem, as whoever names no student meets it."""
    return module_of(problem)


@pytest.fixture
def variants(problem: Problem) -> list[tuple[dict, ModuleType]]:
    """Values and reference of every variant of a problem with one parameter."""
    assert problem.template is not None, f"{problem.id} has no parameters"
    [(name, parameter)] = problem.template.file.parameters.items()
    every = [{name: value} for value in options(parameter)]
    return [(values, module_of(variant(problem, values))) for values in every]


def module_of(problem: Problem) -> ModuleType:
    """The reference as a module, with the problem's values in its text.

    The functions that the problem asks for must leave their arguments as they were.
    """
    assert problem.secret is not None, f"the solution of {problem.id} is not at hand"
    file = problem.secret / "solution.py"
    module = ModuleType(problem.id)
    exec(compile(text_of(problem, file), str(file), "exec"), module.__dict__)
    for name in problem.functions:
        if isinstance(function := getattr(module, name), FunctionType):
            setattr(module, name, watched(function))
    return module


def watched(function: FunctionType) -> FunctionType:
    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        before = copy.deepcopy((args, kwargs))
        try:
            return function(*args, **kwargs)
        finally:
            np.testing.assert_equal((args, kwargs), before, "an argument was changed")

    return call


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> np.random.Generator:
    """Draws of the test's own, the same in every run."""
    return np.random.default_rng(list(request.node.name.encode()))


@pytest.fixture
def quiet() -> Iterator[None]:
    """numpy's warnings of overflow and the like cost nothing, as the statements say."""
    with np.errstate(all="ignore"):
        yield


@pytest.fixture(scope="session")
def jax() -> Iterator[Apart]:
    """The functions of by_jax.py, run in a process of their own."""
    if importlib.util.find_spec("jax") is None:
        pytest.skip("jax is not installed; the extra `dev` brings it")
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        yield Apart(pool)
