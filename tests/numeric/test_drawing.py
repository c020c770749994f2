import numpy as np
import pytest

from grader.numeric.drawing import generator


def first(*key):
    return generator(*key).integers(2**63)


def test_the_same_key_gives_the_same_draws():
    a, b = generator(b"salt", "softmax", "values"), generator(b"salt", "softmax", "values")
    assert np.array_equal(a.normal(size=5), b.normal(size=5))


def test_the_draws_are_the_same_on_every_machine():
    assert first(b"salt", "softmax", "values") == 1880288495446860159


def test_every_part_of_the_key_and_its_place_counts():
    keys = [
        ("salt",),
        ("salt", ""),
        ("salt", "", ""),
        ("salt", "ab", "c"),
        ("salt", "a", "bc"),
        ("salt", "abc"),
        ("salt", "c", "ab"),
        ("pepper", "abc"),
    ]
    assert len({first(*key) for key in keys}) == len(keys)


def test_text_counts_as_its_utf8_bytes():
    assert first("salt", "größe") == first(b"salt", "größe".encode())


@pytest.mark.parametrize("key", [(), ("",), (b"", "x")])
def test_an_empty_secret_is_refused(key):
    with pytest.raises(ValueError, match="secret"):
        generator(*key)
