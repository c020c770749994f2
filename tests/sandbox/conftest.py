"""A zygote for the whole run, and cells of files made on the spot."""

from __future__ import annotations

import textwrap

import pytest

from grader.model import Chunk, Limits, SourceFile
from grader.sandbox.cell import Cell
from grader.sandbox.host import Zygote

LIMITS = Limits(call_seconds=0.5, problem_seconds=2.0, memory="1 GiB")


@pytest.fixture(scope="session")
def zygote():
    zygote = Zygote()
    zygote.start()
    yield zygote
    zygote.close()


@pytest.fixture
def cell(zygote):
    """Makes cells: `cell(source)`, or `cell({"a.py": source, ...})`, or a list of chunks."""
    made = []

    def cell(files, starters=None, limits=LIMITS, forbids=None):
        if not isinstance(files, dict):
            files = {"work.py": files}
        sources = [
            SourceFile(name, tuple(Chunk(textwrap.dedent(t)) for t in as_list(texts)))
            for name, texts in files.items()
        ]
        made.append(Cell(zygote, sources, starters or {}, limits, forbids))
        return made[-1]

    yield cell
    for one in made:
        one.close()


def as_list(texts):
    return texts if isinstance(texts, list) else [texts]


def call(cell, name, *args, **kwargs):
    """One call of a function in the first file."""
    (answer,) = cell.run(0, name, [(args, kwargs)])
    return answer


@pytest.fixture(name="call")
def _call():
    return call
