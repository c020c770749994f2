import numpy as np

from grader.judge.expect import expect, expect_close

DTYPES = ("float16", "float32", "float64")


def limits(student, key):
    """What the student finds under that key, for each type."""
    found = student.probe.map(DTYPES)
    for one in found:
        expect(isinstance(one, dict), "Return a dict with four keys.")
        expect(key in one, f"The dict has no key {key!r}.")
    return [one[key] for one in found]


def expect_limits(student, key, right):
    for dtype, value in zip(DTYPES, limits(student, key), strict=True):
        expect_close(value, float(right(np.finfo(dtype))), what=f"{key} of {dtype}")


def test_epsilon(student):
    expect_limits(student, "epsilon", lambda info: info.eps)


def test_largest(student):
    expect_limits(student, "largest", lambda info: info.max)


def test_smallest_normal(student):
    expect_limits(student, "smallest_normal", lambda info: info.smallest_normal)


def test_smallest_subnormal(student):
    expect_limits(student, "smallest_subnormal", lambda info: info.smallest_subnormal)


def test_keys(student):
    names = {"epsilon", "largest", "smallest_normal", "smallest_subnormal"}
    for found in student.probe.map(DTYPES):
        expect(isinstance(found, dict), "Return a dict with four keys.")
        expect(
            set(found) == names,
            "The keys must be epsilon, largest, smallest_normal, smallest_subnormal and no others.",
        )
