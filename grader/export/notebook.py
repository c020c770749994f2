"""Notebooks that we write."""

from __future__ import annotations

from collections.abc import Sequence

import nbformat


def notebook(sources: Sequence[str]) -> str:
    """A notebook of nbformat 4 with one code cell for each source, as the text of its file."""
    new = nbformat.v4
    cells = [new.new_code_cell(source) for source in sources]  # type: ignore[no-untyped-call]  # nbformat is half typed
    whole = new.new_notebook(cells=cells)  # type: ignore[no-untyped-call]  # likewise
    text: str = nbformat.writes(whole)  # type: ignore[no-untyped-call]  # likewise
    return text
