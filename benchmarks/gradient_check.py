"""Which gradient checker raises false alarms, and which lets wrong gradients through.

    python benchmarks/gradient_check.py [--draws 1] [--each]

Every tool judges the right and the wrong gradients of the functions in gradient_cases.py. A right
gradient refused is a false alarm, a wrong one passed is a miss, and a gradient on which the tool
says that it cannot tell is counted apart. `--each` lists them. Where torch or scipy cannot be
imported, their published decision rule is applied with numpy:

* torch.autograd.gradcheck's defaults: central differences with 1e-6, right if
  |claimed - measured| <= 1e-5 + 1e-3 |measured| in every component;
* scipy.optimize.check_grad: forward differences with 1.49e-8; it returns the norm of the error and
  leaves the verdict to the reader. It is given the threshold with which it is wrong least often
  over all these functions, which nobody could know beforehand;
* the plain central difference with 1e-5: the largest |claimed - measured| / (|claimed| +
  |measured|), of which 1e-4 and less counts as right (CS231n's notes); and once more with the
  threshold with which it is wrong least often.
"""

from __future__ import annotations

import argparse
import importlib.util
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from gradient_cases import Array, Case, cases

from grader.numeric.gradient_table import check_gradient

Answer = Literal["right", "wrong", "cannot tell"]
Judge = Callable[[Case, Array], Answer]


@dataclass(frozen=True)
class Tool:
    """A name, and its verdict on a gradient claimed for a case."""

    name: str
    judge: Judge


def ours(case: Case, claimed: Array) -> Answer:
    """The verdict of grader.numeric.gradient_table."""
    table = check_gradient(lambda points: [case.f(p) for p in points], case.x, claimed)
    answers: dict[str, Answer] = {"agrees": "right", "differs": "wrong"}
    return answers.get(table.status, "cannot tell")


def central(case: Case, h: float) -> Array:
    """Central differences with an absolute step, in the dtype of the point, as everyone does."""
    return differences(case, h, -h)


def differences(case: Case, up: float, down: float) -> Array:
    slopes = np.zeros(case.x.shape)
    for i in range(case.x.size):
        ends = []
        for step in (up, down):
            x = case.x.copy()
            x.flat[i] += step
            ends.append(float(case.f(x)))
        slopes.flat[i] = (ends[0] - ends[1]) / (up - down)
    return slopes


def torch_rule(case: Case, claimed: Array) -> Answer:
    """gradcheck's rule, with numpy."""
    measured = measured_once(case, "torch", lambda: central(case, 1e-6))
    close = np.abs(claimed - measured) <= 1e-5 + 1e-3 * np.abs(measured)
    return "right" if close.all() else "wrong"


def torch_itself(case: Case, claimed: Array) -> Answer:
    """torch.autograd.gradcheck on a function whose forward is the case and backward the claim."""
    import torch

    class Function(torch.autograd.Function):
        @staticmethod
        def forward(ctx: Any, x: Any) -> Any:
            value = case.f(x.detach().numpy().copy())
            return torch.tensor(float(value), dtype=x.dtype)

        @staticmethod
        def backward(ctx: Any, upstream: Any) -> Any:
            return upstream * torch.tensor(np.ascontiguousarray(claimed), dtype=upstream.dtype)

    x = torch.tensor(case.x, requires_grad=True)
    good = torch.autograd.gradcheck(Function.apply, (x,), raise_exception=False)
    return "right" if good else "wrong"


def scipy_error(case: Case, claimed: Array) -> float:
    """The number that scipy.optimize.check_grad returns."""
    if importlib.util.find_spec("scipy"):
        from scipy.optimize import check_grad

        shape, kind = case.x.shape, case.x.dtype

        def f(x: Array) -> float:
            return float(case.f(x.reshape(shape).astype(kind)))

        return float(check_grad(f, lambda _: claimed.ravel(), case.x.ravel().astype(float)))
    step = 1.4901161193847656e-08
    measured = measured_once(case, "scipy", lambda: forward(case, step))
    return float(np.linalg.norm(claimed - measured))


def forward(case: Case, step: float) -> Array:
    # The points are float64 whatever the function computes in.
    exact = replace(case, f=lambda x: case.f(x.astype(case.x.dtype)), x=case.x.astype(float))
    return differences(exact, step, 0.0)


def relative_error(case: Case, claimed: Array) -> float:
    """The largest relative error of central differences with 1e-5."""
    measured = measured_once(case, "plain", lambda: central(case, 1e-5))
    with np.errstate(all="ignore"):
        error = np.abs(claimed - measured) / np.maximum(np.abs(claimed) + np.abs(measured), 1e-8)
    return float(np.max(np.where(np.isnan(error), np.inf, error)))


_measured: dict[tuple[str, int], Array] = {}


def measured_once(case: Case, how: str, measure: Callable[[], Array]) -> Array:
    """What a tool measures does not depend on the claim."""
    key = (how, id(case))
    if key not in _measured:
        with np.errstate(all="ignore"):
            _measured[key] = measure()
    return _measured[key]


def best_threshold(error: Callable[[Case, Array], float], all_cases: Sequence[Case]) -> float:
    """The threshold with the fewest false alarms and misses together."""
    right = [error(case, case.right) for case in all_cases]
    wrong = [error(case, claim) for case in all_cases for claim in case.wrong.values()]
    candidates = sorted({*right, *wrong, 1e-4} - {np.inf})
    faults = [sum(e > t for e in right) + sum(e <= t for e in wrong) for t in candidates]
    return candidates[int(np.argmin(faults))]


def by_threshold(error: Callable[[Case, Array], float], most: float) -> Judge:
    return lambda case, claimed: "right" if error(case, claimed) <= most else "wrong"


def tools(all_cases: Sequence[Case]) -> list[Tool]:
    """All that are compared."""
    has_torch = importlib.util.find_spec("torch") is not None
    torch = Tool("torch gradcheck" + ("" if has_torch else " (its rule)"),
                 torch_itself if has_torch else torch_rule)  # fmt: skip
    own = "" if importlib.util.find_spec("scipy") else " (its rule)"
    scipy_most = best_threshold(scipy_error, all_cases)
    plain_most = best_threshold(relative_error, all_cases)
    return [
        Tool("grader.numeric", ours),
        torch,
        Tool(f"scipy check_grad{own}, best threshold {scipy_most:.1e}",
             by_threshold(scipy_error, scipy_most)),
        Tool("central difference 1e-5, threshold 1e-4", by_threshold(relative_error, 1e-4)),
        Tool(f"central difference 1e-5, best threshold {plain_most:.1e}",
             by_threshold(relative_error, plain_most)),
    ]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--each", action="store_true", help="list every alarm and miss")
    parser.add_argument("--draws", type=int, default=1, help="how often points are drawn anew")
    args = parser.parse_args()
    all_cases = [case for draw in range(args.draws) for case in cases(draw)]
    kinds = Counter(case.kind for case in all_cases)
    rights, wrongs = len(all_cases), sum(len(case.wrong) for case in all_cases)
    print(f"{rights} functions ({', '.join(f'{n} {kind}' for kind, n in kinds.items())})")
    print(f"{rights} right gradients, {wrongs} wrong ones\n")
    print(f"{'':52}{'false alarms':>14}{'misses':>10}{'cannot tell':>13}")
    with np.errstate(all="ignore"):
        for tool in tools(all_cases):
            run(tool, all_cases, args.each)


def run(tool: Tool, all_cases: Sequence[Case], each: bool) -> None:
    alarms, misses, open_ = [], [], []
    for case in all_cases:
        claims = [("right", case.right), *case.wrong.items()]
        for slip, claim in claims:
            answer = tool.judge(case, claim)
            place = f"{case.kind}: {case.name}: {slip}"
            if answer == "cannot tell":
                open_.append(place)
            elif slip == "right" and answer == "wrong":
                alarms.append(place)
            elif slip != "right" and answer == "right":
                misses.append(place)
    counts = f"{len(alarms):>14}{len(misses):>10}{len(open_):>13}"
    print(f"{tool.name:52}{counts}")
    for what, places in (("alarm", alarms), ("miss", misses), ("cannot tell", open_)):
        for place in places if each else ():
            print(f"    {what}: {place}")


if __name__ == "__main__":
    main()
