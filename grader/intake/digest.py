"""One digest over what was handed in, so that equal work is graded once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from grader.intake.limits import suffix


def submission_digest(files: Sequence[tuple[str, bytes]]) -> str:
    """`sha256:` and 64 hexadecimal digits over names and bytes, whatever their order.

    Of a single file only the suffix counts, not the name: renaming it changes nothing. The suffix
    must count, since the same bytes are read differently as a .py and as a notebook.
    """
    if len(files) == 1:
        [(name, data)] = files
        files = [(suffix(name), data)]
    total = hashlib.sha256()
    for name, data in sorted(files):
        encoded = name.encode()
        # With its length before it, a name cannot run over into what follows.
        total.update(len(encoded).to_bytes(8, "big") + encoded + hashlib.sha256(data).digest())
    return f"sha256:{total.hexdigest()}"
