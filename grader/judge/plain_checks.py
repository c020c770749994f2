"""Checks that need nothing of pytest but our fixtures: they are called as the functions they are.

pytest's protocol for one test costs a millisecond, which is more than most checks take.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable

import pytest

from grader.judge import plugin
from grader.judge.examples import expect_examples
from grader.judge.given import GIVEN
from grader.judge.trial import Trial

PlainCheck = Callable[[Trial], object]


def plain_check(item: pytest.Item) -> PlainCheck | None:
    """How to run an item without pytest, or None where pytest must have a hand in it.

    It must for marks, for fixtures of the author's own and set-up of any kind, for methods, and
    for what is no ordinary function.
    """
    if isinstance(item, plugin.ExamplesItem):
        return lambda trial: expect_examples(trial.problem, trial.student)
    if type(item) is not pytest.Function or item.cls is not None:
        return None
    function, names = item.obj, item._fixtureinfo.argnames
    ordinary = inspect.isfunction(function) and not (
        inspect.iscoroutinefunction(function)
        or inspect.isgeneratorfunction(function)
        or inspect.isasyncgenfunction(function)
    )
    if not ordinary or any(item.iter_markers()) or not _has_ours_only(item):
        return None
    return lambda trial: function(**{name: GIVEN[name](trial) for name in names})


def run_plain(check: PlainCheck, trial: Trial) -> BaseException | None:
    """What the check raised, or None; what ends pytest ends this."""
    try:
        check(trial)
    except (pytest.exit.Exception, KeyboardInterrupt):
        raise
    except BaseException as error:
        return error
    return None


def _has_ours_only(item: pytest.Function) -> bool:
    """Whether all fixtures are the plugin's, with no other of that name in their place."""
    info = item._fixtureinfo
    defined = [one.func.__module__ for name in info.name2fixturedefs.values() for one in name]
    # Ours ask for `request`, which pytest makes without a definition.
    asked = {*info.argnames, *info.names_closure} - {"request"}
    return (
        "request" not in info.argnames
        and asked == GIVEN.keys() & asked
        and defined == [plugin.__name__] * len(asked)
    )
