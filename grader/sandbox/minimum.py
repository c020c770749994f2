"""Below which set of rings no hidden check is run on somebody else's code."""

from __future__ import annotations

from collections.abc import Collection

from grader.errors import SandboxError

# Of each of these, one must hold.
_NEEDED = (("uid", "userns"), ("seccomp",), ("landlock", "mountns"))


def missing(held: Collection[str]) -> list[str]:
    """What the rings `held` lack for hidden checks, such as `uid or userns`."""
    return [" or ".join(names) for names in _NEEDED if not set(names) & set(held)]


def require(held: Collection[str]) -> None:
    """SandboxError, with what is missing, if the rings `held` are too few for hidden checks."""
    if lacking := missing(held):
        raise SandboxError(
            f"the sandbox here lacks {' and '.join(lacking)}, so a submission could reach the "
            "hidden checks; `grader doctor` says more, and --unsafe grades all the same, which is "
            "right for code that you trust"
        )
