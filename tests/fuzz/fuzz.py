"""Hands bytes found by coverage to one of our readers: `python tests/fuzz/fuzz.py wire`."""

from __future__ import annotations

import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import atheris
import msgspec

with atheris.instrument_imports(include=["grader", "nbformat", "msgspec", "yaml", "zipfile"]):
    from grader.bank.decode import decode_file
    from grader.errors import BankError, IntakeError
    from grader.intake.submission import read_submission
    from grader.model import ProblemFile
    from grader.sandbox.wire import DTYPES, WireError, decode

FOLDER = Path(tempfile.mkdtemp())


def wire(data: bytes) -> None:
    """A frame from a child: bytes for its header, or a header of tagged lists with odd parts."""
    source = atheris.FuzzedDataProvider(data)
    if source.ConsumeBool():
        header = source.ConsumeBytes(200)
    else:
        sizes = [source.ConsumeIntInRange(-1, 64) for _ in range(source.ConsumeIntInRange(0, 3))]
        header = msgspec.msgpack.encode([[tree(source, 5)], sizes])
    with suppress(WireError):
        decode(header, source.ConsumeBytes(256))


def tree(source: atheris.FuzzedDataProvider, depth: int) -> object:
    """A tagged list as the wire has them, with anything at all in its places."""
    kind = source.ConsumeIntInRange(0, 7)
    if kind == 0 or depth == 0:
        return source.PickValueInList([None, True, "", "a", "<f8", 0.5, float("nan")])
    if kind == 1:
        return source.ConsumeIntInRange(-(2**63), 2**63 - 1)
    if kind == 2:
        return source.ConsumeUnicodeNoSurrogates(20)
    if kind == 3:
        shape = [source.ConsumeIntInRange(0, 2**48) for _ in range(source.ConsumeIntInRange(0, 3))]
        return ["a", source.PickValueInList(sorted(DTYPES)), shape, source.ConsumeIntInRange(0, 2)]
    parts = [tree(source, depth - 1) for _ in range(source.ConsumeIntInRange(0, 4))]
    if kind == 4:
        return parts
    return [source.PickValueInList(list("ltdascfhiu")), *parts]


def submission(name: str, data: bytes) -> None:
    path = FOLDER / name
    path.write_bytes(data)
    with suppress(IntakeError):
        read_submission(path)


def notebook(data: bytes) -> None:
    """A notebook as a student might hand it in."""
    submission("work.ipynb", data)


def archive(data: bytes) -> None:
    """A zip as a student might hand it in."""
    submission("work.zip", data)


def yaml(data: bytes) -> None:
    """A file of the bank as an author might write it."""
    path = FOLDER / "problem.yaml"
    path.write_bytes(data)
    with suppress(BankError):
        decode_file(path, ProblemFile)


TARGETS = {target.__name__: target for target in (wire, notebook, archive, yaml)}


if __name__ == "__main__":
    name = sys.argv.pop(1)
    atheris.Setup(sys.argv, TARGETS[name])
    atheris.Fuzz()
