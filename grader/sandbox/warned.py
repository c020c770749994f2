"""What numpy warns of while a call runs: evidence of what went wrong in it, never a failure."""

from __future__ import annotations

import warnings
from typing import Any

# How numpy's messages begin, and the kind that is told.
KINDS = {
    "overflow encountered": "overflow",
    "divide by zero": "division by zero",
    "invalid value": "an invalid operation",
}


class Warnings:
    """Listens to the warnings of this process from now on, without a cost for each call."""

    def __init__(self) -> None:
        self._heard: set[str] = set()
        warnings.simplefilter("always", RuntimeWarning)
        warnings.showwarning = self._hear

    def _hear(self, message: Warning | str, *_: Any, **__: Any) -> None:
        text = str(message)
        self._heard.update(kind for start, kind in KINDS.items() if text.startswith(start))

    def clear(self) -> None:
        """Forgets what was heard before a call."""
        self._heard.clear()

    def kinds(self) -> list[str]:
        """The kinds heard since, in an order of their own."""
        return sorted(self._heard)
