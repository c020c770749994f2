"""What a check computes from its draws alone, computed once for the whole class.

Hidden inputs are the same for every student. So are the values to sixty digits that answers are
compared with, and the slopes of our own functions: they cost more than anything else in a check.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from grader.judge.memory import Memory, NoKey, key_of
from grader.numeric.ladders import Estimate

_P = ParamSpec("_P")
_T = TypeVar("_T")

_SLOPES: Memory[Estimate] = Memory()


def remembered(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """A function of numbers, texts, arrays and containers of them, that remembers its values.

    It must depend on nothing else, and must not be a student's.
    """
    known: Memory[_T] = Memory()

    @wraps(function)
    def remembering(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        try:
            key = key_of((args, kwargs))
        except NoKey:
            return function(*args, **kwargs)
        return known.data(key, lambda: function(*args, **kwargs))

    return remembering


def measured_once(measure: Callable[[], Estimate], f: Any, *where: Any) -> Estimate:
    """What `measure` measures of a function at `where`, remembered if the function is known whole.

    A student's function never is.
    """
    try:
        key = key_of((f, where))
    except (NoKey, RecursionError):  # functions may know each other
        return measure()
    return _SLOPES.value(key, measure)
