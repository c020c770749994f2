"""The wire between the trusted host and a sandboxed child: plain data, no pickle.

A frame is `<IQ` (header length, payload length), a msgpack header, then raw array buffers. The
header is `[message, sizes]`; in the message every value that msgpack cannot hold is a tagged list:

    ["l", items...] list        ["t", items...] tuple      ["d", [key, value]...] dict
    ["a", dtype, shape, k] array in buffer k               ["s", dtype, k] numpy scalar
    ["i", text] big int         ["c", re, im] complex      ["f", source] code, for the child only
    ["u", k] long text in buffer k, which no other value shares
    ["h", number, type name] an object that stays in the child

Decoding trusts nothing: every length is checked before anything is allocated, and only WireError
escapes.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np

FRAME = struct.Struct("<IQ")
MAX_HEADER = 4 * 2**20
MAX_PAYLOAD = 64 * 2**20
MAX_NODES = 200_000  # parts of a message: each of them costs the judge time that no limit counts
MAX_DEPTH = 32
MAX_SHORT_TEXT = 2**12
MAX_SHORT_TEXTS = 2**20  # bytes of them in one header; those beyond go into buffers
MAX_INT_DIGITS = 3000  # hexadecimal: Python shows no integer of over 4,300 decimal ones
MAX_ODD_KEYS = 1000  # of a dict, other than text: hashes of such can be made to collide
DTYPES = {
    np.dtype(name).str: np.dtype(name)
    for name in (
        *("bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"),
        *("float16", "float32", "float64", "complex64", "complex128"),
    )
}


_NAMES = {dtype: name for name, dtype in DTYPES.items()}
_SCALARS = {dtype.type: name for name, dtype in DTYPES.items()}
_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(tuple[list[Any], list[int]])


class WireError(Exception):
    """What came over the wire is not a frame of ours."""


class Closed(WireError):
    """The other end is gone."""


@dataclass(frozen=True)
class Handle:
    """An object that stays in the child: later calls may take it, nobody may look inside."""

    number: int
    type_name: str


@dataclass(frozen=True)
class Code:
    """Python source of one expression (`lambda x: x**2`), evaluated where the call runs."""

    source: str


class Encoder:
    """Turns one message into a frame. `keep` takes what is not plain data and gives its number."""

    def __init__(self, keep: Callable[[Any], int] | None = None) -> None:
        self._keep = keep
        self._buffers: list[bytes] = []
        self._sizes: list[int] = []
        self._size = 0
        self._short = 0
        self._nodes = 0

    def frame(self, *message: Any) -> bytes:
        """The frame of a message; WireError if it is too large or, without `keep`, not plain."""
        tree = [self._tree(part, 0) for part in message]
        header = _ENCODER.encode([tree, self._sizes])
        if len(header) > MAX_HEADER:
            raise WireError("the value is too large to be sent")
        return b"".join((FRAME.pack(len(header), self._size), header, *self._buffers))

    def _tree(self, value: Any, depth: int) -> Any:
        self._nodes += 1
        if depth > MAX_DEPTH or self._nodes > MAX_NODES:
            raise WireError("the value is nested too deeply or has too many parts")
        kind = type(value)
        if value is None or kind is bool or kind is float:
            return value
        if kind is int:
            return self._int(value)
        if kind is np.ndarray and value.dtype in _NAMES:
            return ["a", _NAMES[value.dtype], list(value.shape), self._array(value)]
        if kind is np.ndarray and (dtype := _as_sent(value.dtype)) is not None:
            return self._tree(value.astype(dtype), depth)
        if kind is np.longdouble:
            return self._tree(np.float64(value), depth)
        if kind is str:
            return self._text(value)
        if kind in _SCALARS:
            return ["s", _SCALARS[kind], self._array(np.asarray(value))]
        # Not isinstance: that believes an object's own word for its class.
        if issubclass(kind, tuple):
            return ["t", *(self._tree(item, depth + 1) for item in tuple.__iter__(value))]
        if issubclass(kind, list):
            return ["l", *(self._tree(item, depth + 1) for item in list.__iter__(value))]
        if issubclass(kind, dict):
            return ["d", *self._pairs(value, depth + 1)]
        if kind is complex:
            return ["c", value.real, value.imag]
        if kind is Code:
            return ["f", value.source]
        if kind is Handle:
            return ["h", value.number, value.type_name]
        if self._keep is None:
            raise WireError(f"a {kind.__name__} cannot be sent to the student's process")
        return ["h", self._keep(value), _type_name(value)]

    def _int(self, value: int) -> Any:
        if -(2**63) <= value < 2**63:
            return value
        if value.bit_length() > 4 * MAX_INT_DIGITS:
            raise WireError("the integer is too large to be sent")
        return ["i", hex(value)]

    def _text(self, value: str) -> Any:
        data = value.encode("utf-8", "replace")
        if len(data) > MAX_SHORT_TEXT or self._short + len(data) > MAX_SHORT_TEXTS:
            return ["u", self._buffer(data)]
        self._short += len(data)
        return data.decode()

    def _pairs(self, value: dict[Any, Any], depth: int) -> list[Any]:
        if (
            dict.__len__(value) > MAX_ODD_KEYS
            and sum(type(key) is not str for key in dict.keys(value)) > MAX_ODD_KEYS
        ):
            raise WireError("the dict has too many keys that are not text to be sent")
        return [[self._tree(k, depth), self._tree(v, depth)] for k, v in dict.items(value)]

    def _array(self, array: np.ndarray[Any, Any]) -> int:
        if self._size + array.nbytes > MAX_PAYLOAD:  # before it is copied
            raise WireError("the value is too large to be sent")
        return self._buffer(array.tobytes())

    def _buffer(self, data: bytes) -> int:
        self._size += len(data)
        if self._size > MAX_PAYLOAD:
            raise WireError("the value is too large to be sent")
        self._sizes.append(len(data))
        self._buffers.append(data)
        return len(self._buffers) - 1


def _as_sent(dtype: np.dtype[Any]) -> np.dtype[Any] | None:
    """The dtype that an array of another byte order, or of long doubles, travels as."""
    native = dtype.newbyteorder("=")
    if native == np.longdouble:
        return np.dtype(np.float64)
    return native if native in _NAMES else None


def _type_name(value: Any) -> str:
    kind = type(value)
    name = type.__dict__["__name__"].__get__(kind)[:60]  # whatever its metaclass would say
    return f"ndarray of {value.dtype.kind}" if kind is np.ndarray else name


def decode(header: bytes, payload: bytes, *, takes_code: bool = False) -> list[Any]:
    """The message of a frame. WireError, and nothing else, if it is not one.

    Only the child takes code: what it sends back may be handed to a reference, which would run it.
    """
    try:
        message, sizes = _DECODER.decode(header)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise WireError("the header is no message of ours") from error
    if any(size < 0 for size in sizes) or sum(sizes) != len(payload):
        raise WireError("the buffers do not add up to the payload")
    reader = _Reader(payload, sizes, takes_code)
    return [reader.value(part, 0) for part in message]


class _Reader:
    """Turns the trees of one frame back into values."""

    def __init__(self, payload: bytes, sizes: list[int], takes_code: bool) -> None:
        self._takes_code = takes_code
        self._nodes = 0
        view, start = memoryview(payload), 0
        self._buffers: list[memoryview | None] = []
        for size in sizes:
            self._buffers.append(view[start : start + size])
            start += size

    def value(self, tree: Any, depth: int) -> Any:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise WireError("a value of too many parts")
        kind = type(tree)
        if kind is not list:
            if tree is None or kind is float or kind is int or kind is str or kind is bool:
                return tree
            raise WireError("a value that is not plain data")
        if depth > MAX_DEPTH or not tree:
            raise WireError("a value that is nested too deeply")
        tag = tree[0]
        if tag == "l":
            return [self.value(item, depth + 1) for item in tree[1:]]
        if tag == "t":
            return tuple([self.value(item, depth + 1) for item in tree[1:]])
        if tag == "d":
            return self._dict(tree[1:], depth + 1)
        match tree:
            case ["a", dtype, shape, index]:
                return self._array(dtype, shape, index)
            case ["s", dtype, index]:
                return self._array(dtype, [], index)[()]
            case ["u", index]:
                return _utf8(self._claimed(index))
            case ["c", float(re), float(im)]:
                return complex(re, im)
            case ["f", str(source)] if self._takes_code:
                return Code(source)
            case ["h", int(number), str(name)]:
                return Handle(number, name[:80])
            case ["i", str(text)] if len(text) <= MAX_INT_DIGITS + len("-0x"):
                return _big_int(text)
        raise WireError("a tag that is not known")

    def _claimed(self, index: Any) -> memoryview:
        """A buffer, once: or a small frame could unpack to any size."""
        if type(index) is not int or not 0 <= index < len(self._buffers):
            raise WireError("a value without its buffer")
        buffer, self._buffers[index] = self._buffers[index], None
        if buffer is None:
            raise WireError("two values with one buffer")
        return buffer

    def _array(self, dtype: Any, shape: Any, index: Any) -> np.ndarray[Any, Any]:
        if type(dtype) is not str or dtype not in DTYPES:
            raise WireError("a dtype that is not allowed")
        if type(shape) is not list or len(shape) > MAX_DEPTH:
            raise WireError("a shape that is no list of sizes")
        for size in shape:
            if type(size) is not int or not 0 <= size < 2**48:
                raise WireError("a shape that is no list of sizes")
        buffer, kind = self._claimed(index), DTYPES[dtype]
        if math.prod(shape) * kind.itemsize != len(buffer):
            raise WireError("an array whose buffer does not fit its shape")
        if kind.kind == "b":  # numpy counts on a truth value being 0 or 1
            buffer = memoryview((np.frombuffer(buffer, np.uint8) != 0).tobytes())
        try:
            return np.frombuffer(buffer, kind).reshape(shape).copy()
        except ValueError as error:
            # Nothing times something huge is nothing, but numpy counts the rest of the axes too.
            raise WireError("an empty array of a shape that is too large") from error

    def _dict(self, pairs: list[Any], depth: int) -> dict[Any, Any]:
        result: dict[Any, Any] = {}
        odd = 0
        for pair in pairs:
            if type(pair) is not list or len(pair) != 2:
                raise WireError("a dict without pairs")
            key = self.value(pair[0], depth)
            odd += type(key) is not str
            if odd > MAX_ODD_KEYS:
                raise WireError("a dict with too many keys that are not text")
            try:
                result[key] = self.value(pair[1], depth)
            except (TypeError, OverflowError, ValueError) as error:
                # numpy's numbers cannot be compared with every integer or tuple of the same hash.
                raise WireError("a dict key that cannot be hashed or compared") from error
        return result


def _big_int(text: str) -> int:
    try:
        return int(text, 16)
    except ValueError as error:
        raise WireError("a big integer that is none") from error


def _utf8(data: memoryview) -> str:
    try:
        return str(data, "utf-8")
    except UnicodeDecodeError as error:
        raise WireError("a text that is none") from error
