"""What travels comes out as it went in; what is no frame of ours is a WireError."""

from __future__ import annotations

import contextlib
import math
import struct

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.sandbox import wire
from grader.sandbox.wire import FRAME, Code, Encoder, Handle, WireError, decode


def unpack(frame):
    header, payload = FRAME.unpack_from(frame)
    body = frame[FRAME.size :]
    assert len(body) == header + payload
    return decode(body[:header], body[header:], takes_code=True)


def travel(value):
    (back,) = unpack(Encoder().frame(value))
    return back


def same(a, b):
    if isinstance(a, np.ndarray | np.generic):
        return (
            type(a) is type(b)
            and a.dtype == b.dtype
            and a.shape == b.shape
            and a.tobytes() == b.tobytes()
        )
    if type(a) is not type(b):
        return False
    if isinstance(a, float):
        return a.hex() == b.hex()
    if isinstance(a, complex):
        return same(a.real, b.real) and same(a.imag, b.imag)
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return same(list(a), list(b)) and same(list(a.values()), list(b.values()))
    return a == b


PLAIN = [
    *(None, True, False, 0, -1, 2**63 - 1, -(2**63), 2**63, -(2**200), 10**1000),
    *(0.0, -0.0, 1.5, math.inf, -math.inf, math.nan, 1j, complex(math.nan, -0.0)),
    *("", "text", "ü\n\x00€", [], (), {}, [1, [2, (3,)]], ((1, 2), [3]), {"a": 1, (1, 2): [2]}),
    *({None: None, True: 2, 1.5: "x"}, Handle(3, "Mine"), Code("lambda x: x**2")),
    *(np.float32(1.5), np.float64("nan"), np.int8(-3), np.bool_(True), np.complex64(1 + 2j)),
]


@pytest.mark.parametrize("value", PLAIN, ids=repr)
def test_plain_values_come_back_as_they_went(value):
    assert same(travel(value), value)


def test_an_array_of_another_byte_order_or_of_long_doubles_arrives_in_ours():
    assert same(travel(np.array([1.0, 2.0], dtype=">f8")), np.array([1.0, 2.0]))
    assert same(travel(np.array([1, 2], dtype=">i4")), np.array([1, 2], dtype=np.int32))
    assert same(travel(np.array([1.5], dtype=np.longdouble)), np.array([1.5]))
    assert same(travel(np.longdouble(1.5)), np.float64(1.5))


def test_what_arrives_can_be_written_to():
    back = travel(np.zeros(3))
    back[0] = 1.0
    assert back.tolist() == [1.0, 0.0, 0.0]


numbers = st.none() | st.booleans() | st.integers() | st.floats() | st.complex_numbers()
texts = st.text(st.characters(codec="utf-8"))
arrays = hnp.arrays(
    st.sampled_from(list(wire.DTYPES.values())), hnp.array_shapes(min_dims=0, max_side=3)
)
values = st.recursive(
    numbers | texts | arrays,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(texts | st.integers(), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(values)
def test_any_plain_value_comes_back_as_it_went(value):
    assert same(travel(value), value)


class Own(np.ndarray):
    pass


ODD = {
    "an object": object(),
    "an array of objects": np.array([object()]),
    "an array of text": np.array(["a"]),
    "a masked array": np.ma.array([1.0], mask=[True]),
    "a subclass": np.zeros(2).view(Own),
    "a set": {1},
    "a function": len,
    "bytes": b"x",
    "dates": np.array(["2026-01-01"], dtype="M8[D]"),
}


@pytest.mark.parametrize("name", ODD)
def test_what_is_not_plain_is_refused_or_kept_and_named(name):
    with pytest.raises(WireError):
        Encoder().frame(ODD[name])
    kept = []
    frame = Encoder(keep=lambda value: kept.append(value) or 7).frame(ODD[name])
    (back,) = unpack(frame)
    assert isinstance(back, Handle)
    assert back.number == 7
    assert kept[0] is ODD[name]


def nested(depth):
    value = []
    for _ in range(depth):
        value = [value]
    return value


def raw(message, sizes=(), payload=b""):
    return msgspec.msgpack.encode([[message], list(sizes)]), payload


LIES = {
    "a shape larger than its buffer": raw(["a", "<f8", [2], 0], [8], bytes(8)),
    "a shape whose product overflows": raw(["a", "<f8", [2**40, 2**40], 0], [8], bytes(8)),
    "a negative size": raw(["a", "<f8", [-1], 0], [8], bytes(8)),
    "a size that is no integer": raw(["a", "<f8", [1.0], 0], [8], bytes(8)),
    "a truth value for a size": raw(["a", "<f8", [True], 0], [8], bytes(8)),
    "an array of objects": raw(["a", "|O", [1], 0], [8], bytes(8)),
    "a dtype that is a list": raw(["a", ["<f8"], [1], 0], [8], bytes(8)),
    "a buffer that is not there": raw(["a", "<f8", [1], 1], [8], bytes(8)),
    "a buffer counted from the end": raw(["a", "<f8", [1], -1], [8], bytes(8)),
    "many axes": raw(["a", "<f8", [1] * 40, 0], [8], bytes(8)),
    "sizes that do not add up": raw(0, [4], bytes(8)),
    "sizes that add up with a negative one": raw(0, [16, -8], bytes(8)),
    "a payload nobody claims": raw(0, [], bytes(8)),
    "a tag that is not known": raw(["z", 1]),
    "a tag that is no text": raw([1, 2]),
    "an empty tag": raw([]),
    "a dict without pairs": raw(["d", ["l"]]),
    "a key that cannot be hashed": raw(["d", [["l"], 1]]),
    "a key that is an array": raw(["d", [["a", "<f8", [1], 0], 1]], [8], bytes(8)),
    "a mapping of msgpack": raw({"a": 1}),
    "bytes of msgpack": raw(b"abc"),
    "a big integer that is text": raw(["i", "0xzz"]),
    "a complex number of text": raw(["c", "1", "2"]),
    "an integer too large for Python to show": raw(["i", "0x" + "f" * 3600]),
    "a key that numpy cannot compare with another": raw(
        ["d", [["s", "<f8", 0], 0], [["i", hex(16**2500 * (2**61 - 1) + 5)], 0]],
        [8],
        np.float64(5).tobytes(),
    ),
    "too deep": raw([*["l"] * 1, nested(40)]),
    "no message": (b"", b""),
    "a number": (msgspec.msgpack.encode(3), b""),
    "a bomb of depth": (b"\x91" * 100_000, b""),
    "a bomb of length": (b"\xdd\xff\xff\xff\xff", b""),
    "a bomb of pairs": (b"\xdf\xff\xff\xff\xff", b""),
}


@pytest.mark.parametrize("name", LIES)
def test_lies_are_refused(name):
    with pytest.raises(WireError):
        decode(*LIES[name])


@given(st.binary(max_size=80), st.binary(max_size=40))
def test_random_bytes_are_a_wire_error_or_a_message(header, payload):
    with contextlib.suppress(WireError):
        assert isinstance(decode(header, payload), list)


@given(values, st.data())
def test_a_frame_with_a_byte_changed_is_a_wire_error_or_a_message(value, data):
    frame = Encoder().frame(1, value)
    header, _ = FRAME.unpack_from(frame)
    body = bytearray(frame[FRAME.size :])
    at = data.draw(st.integers(0, len(body) - 1))
    body[at] = data.draw(st.integers(0, 255))
    with contextlib.suppress(WireError):
        assert isinstance(decode(bytes(body[:header]), bytes(body[header:])), list)


def test_the_frame_begins_with_both_lengths():
    frame = Encoder().frame(np.zeros(3))
    assert struct.unpack_from("<IQ", frame) == (len(frame) - 12 - 24, 24)
