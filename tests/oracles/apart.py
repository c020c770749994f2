"""jax in a process of its own.

It starts threads, and complains of any fork in a process that has them; other tests of the same
run do fork. Its switch for float64 belongs to the whole process, too.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any


class Apart:
    """Each attribute is the function of that name in by_jax.py; values travel pickled."""

    def __init__(self, pool: Executor) -> None:
        self._pool = pool

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return lambda *args, **kwargs: self._pool.submit(call, name, args, kwargs).result()


def call(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Runs in the other process; arrays of jax come back as those of numpy."""
    by_jax = importlib.import_module("by_jax")  # jax is imported there and nowhere else
    return by_jax.as_numpy(getattr(by_jax, name)(*args, **kwargs))
