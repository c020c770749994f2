"""Frames made to be costly or odd: what they unpack to is bounded, what escapes is a WireError."""

from __future__ import annotations

import contextlib
import subprocess
import sys

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.sandbox import wire
from grader.sandbox.wire import FRAME, Encoder, WireError, decode


def raw(tree, sizes=(), payload=b""):
    return msgspec.msgpack.encode([[tree], list(sizes)]), payload


def unpack(frame):
    header, _ = FRAME.unpack_from(frame)
    return decode(frame[FRAME.size : FRAME.size + header], frame[FRAME.size + header :])


def travel(value):
    return unpack(Encoder().frame(value))[0]


WHITELIST = sorted(wire.DTYPES)


@pytest.mark.parametrize("name", WHITELIST)
def test_every_dtype_of_the_list_travels_as_array_and_as_scalar(name):
    dtype = np.dtype(name)
    array = np.array([[0, 1], [1, 0]]).astype(dtype)
    back, scalar = travel(array), travel(array[0, 1])
    assert (back.dtype, back.shape, back.tobytes()) == (dtype, (2, 2), array.tobytes())
    assert type(scalar) is dtype.type
    assert scalar == array[0, 1]


@given(hnp.arrays(st.sampled_from(WHITELIST), hnp.array_shapes(min_dims=0, min_side=0), fill=None))
def test_any_array_comes_back_bit_for_bit_whatever_its_order(array):
    for view in (
        array,
        np.asfortranarray(array),
        array.T,
        array[..., ::-1] if array.ndim else array,
    ):
        back = travel(view)
        assert (back.dtype, back.shape) == (view.dtype, view.shape)
        assert back.tobytes() == view.tobytes()
        assert back.flags.c_contiguous


def test_nan_keeps_its_bits_in_an_array():
    odd = np.array([0x7FF8_0000_0000_BEEF, 0xFFF0_0000_0000_0001], dtype=np.uint64).view(float)
    assert travel(odd).tobytes() == odd.tobytes()


SUBCLASSES = {
    "a list": type("Mine", (list,), {"__iter__": lambda self: iter([666])})([1, 2]),
    "a tuple": type("Mine", (tuple,), {"__iter__": lambda self: iter([666])})([1, 2]),
    "a dict": type("Mine", (dict,), {"items": lambda self: [("x", 666)]})({1: 2}),
}


@pytest.mark.parametrize("name", SUBCLASSES)
def test_methods_of_a_container_subclass_are_not_asked(name):
    value = SUBCLASSES[name]
    back = travel(value)
    assert type(back) is type(value).__base__
    assert back == ({1: 2} if name == "a dict" else type(back)([1, 2]))


@pytest.mark.parametrize("kind", [int, float, str])
def test_a_subclass_of_a_plain_scalar_is_not_sent(kind):
    with pytest.raises(WireError, match="a Mine cannot be sent"):
        Encoder().frame(type("Mine", (kind,), {})())


def deep(levels):
    value = 1
    for _ in range(levels):
        value = [value]
    return value


def test_depth_has_the_same_limit_on_both_ends():
    deepest = deep(wire.MAX_DEPTH)
    assert travel(deepest) == deepest
    with pytest.raises(WireError, match="too deeply"):
        Encoder().frame(deep(wire.MAX_DEPTH + 1))


def test_a_list_that_holds_itself_is_refused():
    endless = []
    endless.append(endless)
    with pytest.raises(WireError, match="too deeply"):
        Encoder().frame(endless)


def test_a_list_that_doubles_at_every_level_is_refused():
    doubled = [1]
    for _ in range(21):  # two million parts
        doubled = [doubled, doubled]
    with pytest.raises(WireError, match="too many parts"):
        Encoder().frame(doubled)


def test_many_short_texts_travel_together_with_long_ones():
    texts = ["x" * 4000, "ü" * 5000, *(f"{n} " * 500 for n in range(2500))]
    assert travel(texts) == texts


LARGE = {
    "an array": lambda: np.zeros(wire.MAX_PAYLOAD // 8 + 1),
    "one number seen as many": lambda: np.broadcast_to(1.0, (10**6, 10**6)),
    "several arrays": lambda: [np.zeros(wire.MAX_PAYLOAD // 16)] * 3,
    "a text": lambda: "x" * (wire.MAX_PAYLOAD + 1),
    "an integer": lambda: 2**50_000,
    "many texts": lambda: ["x" * 2**20] * 65,
}


@pytest.mark.parametrize("name", LARGE)
def test_what_is_too_large_is_refused_before_it_is_sent(name):
    with pytest.raises(WireError):
        Encoder().frame(LARGE[name]())


trees = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats()
    | st.text(max_size=6)
    | st.binary(max_size=6)
    | st.sampled_from(["a", "s", "l", "t", "d", "i", "c", "f", "h", *WHITELIST, "|O", "<U4"]),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.tuples(st.sampled_from("altdsicfh"), inner, inner, inner).map(list)
        | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=20,
)


@given(trees, st.lists(st.integers(-8, 24), max_size=3), st.binary(max_size=24))
def test_well_formed_msgpack_of_any_tree_is_a_message_or_a_wire_error(tree, sizes, payload):
    with contextlib.suppress(WireError):
        assert isinstance(decode(*raw(tree, sizes, payload)), list)


dims = st.integers(0, 4) | st.integers(-1, 2**64 - 1) | st.sampled_from([2**31, 2**40, 2**47])


@given(st.sampled_from(WHITELIST), st.lists(dims, max_size=5).filter(lambda shape: 0 not in shape))
def test_no_shape_without_a_zero_gets_past_the_length_of_its_buffer(dtype, shape):
    if np.prod([float(size) for size in shape]) * np.dtype(dtype).itemsize != 8:
        with pytest.raises(WireError):
            decode(*raw(["a", dtype, shape, 0], [8], bytes(8)))


@pytest.mark.parametrize("shape", [[2**40, 2**40, 0], [0, 2**47, 2**47]])
def test_an_empty_array_of_absurd_shape_is_a_wire_error(shape):
    with pytest.raises(WireError):
        decode(*raw(["a", "<f8", shape, 0], [0]))


def test_a_frame_never_unpacks_to_more_than_the_largest_payload():
    size, times = 2**20, wire.MAX_PAYLOAD // 2**20 + 16
    claims = ["l", *(["a", "|u1", [size], 0] for _ in range(times))]
    with pytest.raises(WireError):
        decode(*raw(claims, [size], bytes(size)))


def colliding():
    """A tuple, and the integer of numpy's that has its hash."""
    pair = next((n, 1) for n in range(99) if abs(hash((n, 1))) < 2**61 - 1)
    assert hash(np.int64(hash(pair))) == hash(pair)
    return ["t", *pair], np.int64(hash(pair)).tobytes()


def test_keys_of_one_hash_that_cannot_be_compared_are_a_wire_error():
    # numpy compares its number with each entry of the tuple, and that has no one truth.
    pair, number = colliding()
    with pytest.raises(WireError, match="hashed or compared"):
        decode(*raw(["d", [pair, 0], [["s", "<i8", 0], 1]], [8], number))


@pytest.mark.parametrize("tree", [["f", "1"], ["l", ["f", "1"]], ["d", ["x", ["t", ["f", "1"]]]]])
def test_code_comes_from_us_and_never_from_a_child(tree):
    """It could be handed to a reference, which runs in our own process."""
    header, payload = raw(tree)
    with pytest.raises(WireError, match="tag"):
        decode(header, payload)
    assert "Code" in repr(decode(header, payload, takes_code=True))


def test_a_truth_value_is_0_or_1_whatever_byte_it_came_as():
    (back,) = decode(*raw(["a", "|b1", [4], 0], [4], b"\x00\x01\x02\xff"))
    assert back.tobytes() == b"\x00\x01\x01\x01"


def test_a_header_of_very_many_parts_is_refused_as_it_is_when_sent():
    decode(*raw(["l", *[None] * (wire.MAX_NODES - 1)]))
    with pytest.raises(WireError, match="too many parts"):
        decode(*raw(["l", *[None] * wire.MAX_NODES]))
    Encoder().frame([None] * (wire.MAX_NODES - 1))
    with pytest.raises(WireError, match="too many parts"):
        Encoder().frame([None] * wire.MAX_NODES)


# Python's hash of an integer is its rest modulo 2**61 - 1: these keys all share one.
COLLIDING = """
import resource
resource.setrlimit(resource.RLIMIT_CPU, (2, 2))
import msgspec
from grader.sandbox import wire
pairs = [[["i", hex(k * (2**61 - 1))], 0] for k in range(9, 120_000)]
header = msgspec.msgpack.encode([[["d", *pairs]], []])
assert len(header) < wire.MAX_HEADER
try:
    wire.decode(header, b"")
except wire.WireError:
    pass
"""


def test_a_dict_of_colliding_keys_does_not_stall_the_host():
    done = subprocess.run([sys.executable, "-c", COLLIDING], capture_output=True, text=True)
    if done.returncode > 0:
        raise RuntimeError(done.stderr)  # the script itself is wrong
    assert done.returncode == 0, "killed: out of processor time"
