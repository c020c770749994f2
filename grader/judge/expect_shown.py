"""What checks that come from doctests use: the value that came back is shown here and compared."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from doctest import OutputChecker
from typing import Any

import numpy as np

from grader.judge.expect import Mismatch

_LONGEST = 200


def expect_shown(value: Any, want: str) -> None:
    """Python's prompt would show the value as `want`; a numpy number also as the plain one."""
    shown = [] if value is None else [repr(value), repr(_plain(value))]
    if value is None and not want.strip():
        return
    if not any(_is_shown(text + "\n", want) for text in shown):
        got = shown[0][:_LONGEST] if shown else "nothing"
        detail = f"It shows {got} in place of {want.strip()[:_LONGEST]}."
        raise Mismatch("The value is not the one that this test wants.", detail)


@contextmanager
def expect_printed(want: str) -> Iterator[None]:
    """What the lines of the test print is `want`."""
    printed = io.StringIO()
    with redirect_stdout(printed):
        yield
    if not _is_shown(printed.getvalue(), want):
        detail = f"It prints {printed.getvalue()[:_LONGEST]!r} in place of {want[:_LONGEST]!r}."
        raise Mismatch("What is printed is not what this test wants.", detail)


def _is_shown(got: str, want: str) -> bool:
    return OutputChecker().check_output(want.rstrip("\n") + "\n", got, 0)


def _plain(value: Any) -> Any:
    """The value with numpy's numbers as Python's own, as older versions of numpy showed them."""
    if isinstance(value, np.generic):
        return value.item()
    if type(value) in (list, tuple):
        return type(value)(map(_plain, value))
    if type(value) is dict:
        return {_plain(key): _plain(item) for key, item in value.items()}
    return value
