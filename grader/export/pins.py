"""What the grader needs, pinned to the versions installed here."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from grader import NAME
from grader.errors import GraderError


def pinned(extras: Iterable[str] = ()) -> list[str]:
    """`name==version` of every library that the grader with `extras` needs here, sorted by name.

    The grader itself is left out. GraderError names a library that is not installed, and how to get
    it.
    """
    wanted = set(extras)
    found: dict[str, str] = {}
    done: set[tuple[str, str]] = set()
    waiting = [(NAME, extra) for extra in ("", *sorted(wanted))]
    while waiting:
        step = waiting.pop()
        if step in done:
            continue
        done.add(step)
        name, extra = step
        about = _installed(name, wanted)
        found[name] = f"{name}=={about.version}"
        for requirement in map(Requirement, about.requires or ()):
            if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
                other = canonicalize_name(requirement.name)
                waiting += [(other, more) for more in ("", *requirement.extras)]
    return sorted(line for name, line in found.items() if name != NAME)


def _installed(name: str, extras: set[str]) -> Distribution:
    try:
        return distribution(name)
    except PackageNotFoundError as error:
        whole = f"{NAME}[{','.join(sorted(extras))}]" if extras else NAME
        raise GraderError(f"{name} is not installed here; run: pip install '{whole}'") from error
