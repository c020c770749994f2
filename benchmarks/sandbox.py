"""What each ring of the sandbox costs a submission: a child forked, enclosed and ended again.

    python benchmarks/sandbox.py [--children 100] [--rounds 5]

Each row takes its turn in every round; the median of the rounds' medians is printed. A bare fork
has no rings at all. bubblewrap, where it is installed, starts /bin/true in namespaces of its own,
beside /bin/true started plainly: it has no Python in it that must be forked or loaded.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable

from grader.model import Limits
from grader.sandbox.host import Zygote
from grader.sandbox.namespaces import NAMES as AROUND

LIMITS = Limits()
BWRAP = ["bwrap", "--unshare-all", "--die-with-parent", "--ro-bind", "/", "/", "--dev", "/dev"]
NEEDS = {"seccomp": ("no_new_privs",), "landlock": ("no_new_privs",)}


def child_of(zygote: Zygote) -> Callable[[], None]:
    def life() -> None:
        zygote.fork(LIMITS).end()

    return life


def program(*command: str) -> Callable[[], None]:
    return lambda: subprocess.run(command, check=True) and None


def milliseconds(life: Callable[[], None], count: int) -> float:
    times = []
    for _ in range(count):
        began = time.perf_counter()
        life()
        times.append(time.perf_counter() - began)
    return 1000 * statistics.median(times)


def rows() -> tuple[dict[str, Callable[[], None]], list[Zygote]]:
    zygotes = {"bare fork": Zygote([])}
    every = Zygote()
    for name in every.rings:
        others = NEEDS.get(name, ())
        if name == "mountns" or name not in AROUND:
            zygotes[f"+ {name}"] = Zygote([*others, name])
    around = [name for name in every.rings if name in AROUND and name != "mountns"]
    zygotes["+ " + ", ".join(around)] = Zygote(around)
    zygotes["all rings"] = every
    lives = {name: child_of(zygote) for name, zygote in zygotes.items()}
    lives["/bin/true"] = program("/bin/true")
    if shutil.which("bwrap"):
        lives["bubblewrap /bin/true"] = program(*BWRAP, "/bin/true")
    return lives, list(zygotes.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--children", type=int, default=100, help="children a row and round")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    lives, zygotes = rows()
    measured: dict[str, list[float]] = {name: [] for name in lives}
    try:
        for life in lives.values():
            life()
        for _ in range(options.rounds):
            for name, life in lives.items():
                measured[name].append(milliseconds(life, options.children))
    finally:
        for zygote in zygotes:
            zygote.close()
    bare = statistics.median(measured["bare fork"])
    print(f"{options.children} children a row, median of {options.rounds} rounds\n")
    print(f"{'':34}{'ms each':>8}{'above a bare fork':>20}")
    for name, times in measured.items():
        each = statistics.median(times)
        above = "" if "true" in name else f"{each - bare:20.2f}"
        print(f"{name:34}{each:8.2f}{above}")


if __name__ == "__main__":
    main()
