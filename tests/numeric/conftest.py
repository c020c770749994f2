"""Values that a student's code might return to harm whoever looks at them."""

import math

import numpy as np
import pytest


class Hostile:
    """Lies about its class and raises in every method."""

    @property
    def __class__(self):
        raise RuntimeError("class")

    def __getattr__(self, name):
        raise RuntimeError(name)

    def _fail(self, *args):
        raise RuntimeError("no")

    __array__ = __float__ = __int__ = __len__ = __iter__ = __eq__ = __bool__ = _fail
    __repr__ = __str__ = __index__ = __getitem__ = __complex__ = _fail

    def __hash__(self):
        return hash("W")


class HostileList(list):
    __iter__ = __len__ = __eq__ = __getitem__ = Hostile._fail
    __hash__ = None


class HostileFloat(float):
    __float__ = __eq__ = __sub__ = __abs__ = Hostile._fail
    __hash__ = None


class HostileDict(dict):
    __iter__ = __len__ = __contains__ = items = keys = __getitem__ = Hostile._fail


class Handle:
    type_name = "Cache"


def loop():
    inner = []
    inner.append(inner)
    return inner


def pieces():
    return [
        None,
        True,
        "text",
        b"bytes",
        1j,
        10**400,
        -(10**5000),
        math.nan,
        math.inf,
        Hostile(),
        Handle(),
        object,
        len,
        {1, 2},
        range(3),
        (x for x in "ab"),
        loop(),
        HostileList([1, 2]),
        HostileFloat(1.0),
        HostileDict(W=1),
        {Hostile(): 1},
        {10**5000: 1},
        [Hostile()] * 2,
        [[1], [1, 2]],
        [1, [2]],
        [1.0, True],
        ["a", 1],
        np.array([1, None], dtype=object),
        np.array(None, dtype=object),
        np.array(["a"]),
        np.array([1j]),
        np.array("2020-01-01", dtype="datetime64[D]"),
        np.datetime64("2020-01-01"),
        np.zeros(2, dtype=[("x", float)]),
        np.void(b"abc"),
        np.ma.masked_array([1.0, 2.0], mask=[True, False]),
        np.longdouble("1e4000"),
        np.zeros((0, 3)),
        [],
        (),
        {},
        [[]],
    ]


@pytest.fixture(scope="session")
def junk():
    return pieces()


@pytest.fixture
def hostile():
    return Hostile()
