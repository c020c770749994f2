"""Ways to start a zygote with less power than ours; see README.md."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent


def _script(name: str) -> tuple[str, ...]:
    return (sys.executable, str(_HERE / name))


NAMESPACES = {"pidns", "netns", "ipcns", "mountns"}
ALWAYS = {"rlimits", "landlock", "capabilities", "seccomp"}
IS_ROOT = os.geteuid() == 0
OPEN = _script("way.py") if IS_ROOT else ()


@dataclass(frozen=True)
class Mode:
    """`prefix` starts a zygote in this mode; `rings` are those it must then have."""

    name: str
    prefix: tuple[str, ...]
    rings: frozenset[str]
    is_root: bool

    def __str__(self) -> str:
        return self.name


AS_WE_ARE = Mode(
    "as we are",
    (),
    frozenset(ALWAYS | NAMESPACES | {"uid" if IS_ROOT else "userns"}),
    IS_ROOT,
)
_REDUCED = [
    Mode(
        "as nobody",
        _script("as_nobody.py"),
        frozenset(ALWAYS | NAMESPACES | {"userns"}),
        is_root=False,
    ),
    Mode(
        "in a container",
        _script("in_a_container.py"),
        frozenset(ALWAYS | {"uid"}),
        is_root=True,
    ),
    Mode(
        "as nobody in a container",
        (*(_script("as_nobody.py") if IS_ROOT else ()), *_script("in_a_container.py")),
        frozenset(ALWAYS),
        is_root=False,
    ),
]
# Whoever is not root has nothing to give up but the namespaces.
MODES = [AS_WE_ARE, *(_REDUCED if IS_ROOT else _REDUCED[2:])]
