"""Functions with their gradients, right and subtly wrong, for gradient_check.py.

Each has its right gradient by hand, and wrong ones: slips of its own where it has typical ones, and
three that any gradient can have.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


@dataclass(frozen=True, eq=False)
class Case:
    """A scalar function, the point, its gradient there, and wrong gradients by the slip's name."""

    name: str
    kind: str
    f: Callable[[Array], Any]
    x: Array
    right: Array
    wrong: dict[str, Array] = field(default_factory=dict)
    kinked: tuple[int, ...] = ()  # components at a kink, where more than one slope is right


def cases(draw: int = 0) -> list[Case]:
    """All of them, the same at every call; `draw` numbers the points and data they have."""
    made = [*smooth(draw), *scaled(draw), *bent(), *short(draw), *sized(draw), *many(draw)]
    return [with_slips(case, 1000 * draw + i) for i, case in enumerate(made)]


def with_slips(case: Case, number: int) -> Case:
    """The case with the slips that any gradient can have; 1 % is far above what is excusable."""
    rng = np.random.default_rng(number)
    g = np.array(case.right)
    size = np.abs(g).ravel()
    # Of the components that matter: a slip in a slope of zero would be no slip.
    some = np.setdiff1d(np.flatnonzero(size > 1e-3 * size.max()), case.kinked)
    at = int(rng.choice(some))
    one = g.copy()
    one.flat[at] *= 1.01
    lost = g.copy()
    lost.flat[at] = 0.0
    wrong = {"all 1 % too large": 1.01 * g, "one component 1 % too large": one}
    wrong |= {"one component left out": lost, "half of it": g / 2}
    wrong |= case.wrong
    return replace(case, wrong=wrong)


def X(draw: int, n: int = 4, seed: int = 0) -> Array:
    return generator(draw, seed).normal(size=n)


def generator(draw: int, seed: int) -> np.random.Generator:
    return np.random.default_rng(1000 * draw + seed)


def sigmoid(x: Array) -> Array:
    return 1 / (1 + np.exp(-x))


def softmax(x: Array) -> Array:
    e = np.exp(x - x.max())
    return e / e.sum()


def smooth(draw: int) -> list[Case]:
    """What every course has."""
    x, k = X(draw), "smooth"
    A, M = generator(draw, 1).normal(size=(2, 4, 4))
    data, y = generator(draw, 2).normal(size=(12, 4)), X(draw, 12, 3)
    residual = data @ x - y
    labels = (y > 0).astype(float)
    p = sigmoid(data @ x)
    # Found by hand; the minimum itself is beside it.
    bowl = np.array([-1.2, 1.0])
    return [
        Case("sum of squares", k, lambda v: np.sum(v**2), x, 2 * x, {"not doubled": x}),
        Case("sum of cubes", k, lambda v: np.sum(v**3), x, 3 * x**2, {"as if squared": 2 * x}),
        Case("x^T A x", k, lambda v: v @ A @ v, x, (A + A.T) @ x, {"A^T forgotten": 2 * A @ x}),
        Case("sines", k, lambda v: np.sum(np.sin(3 * v)), x, 3 * np.cos(3 * x)),
        Case("log-sum-exp", k, lambda v: np.log(np.sum(np.exp(v))), x, softmax(x)),
        Case("sigmoids", k, lambda v: np.sum(sigmoid(v)), x, sigmoid(x) * (1 - sigmoid(x))),
        Case("tanh", k, lambda v: np.sum(np.tanh(v)), x, 1 - np.tanh(x) ** 2),
        Case("softplus", k, lambda v: np.sum(np.log1p(np.exp(v))), x, sigmoid(x)),
        Case("product", k, lambda v: np.prod(v), x, np.prod(x) / x),
        Case("norm", k, lambda v: np.linalg.norm(v), x, x / np.linalg.norm(x)),
        Case("gaussian", k, lambda v: np.exp(-v @ v), x / 2, -x * np.exp(-x @ x / 4)),
        Case("quotient", k, lambda v: v[0] / (1 + v[1] ** 2), bowl,
             np.array([1 / 2, 1.2 * 2 / 4])),
        Case("det", k, lambda v: np.linalg.det(v), M, np.linalg.det(M) * np.linalg.inv(M).T,
             {"transposed": np.linalg.det(M) * np.linalg.inv(M)}),
        Case("mean squares", k, lambda v: np.mean((data @ v - y) ** 2), x, data.T @ residual / 6,
             {"sum in place of mean": 2 * data.T @ residual}),
        Case("ridge", k, lambda v: np.mean((data @ v - y) ** 2) + 0.1 * v @ v, x,
             data.T @ residual / 6 + 0.2 * x, {"penalty forgotten": data.T @ residual / 6,
                                               "penalty halved": data.T @ residual / 6 + 0.1 * x}),
        Case("logistic", k, lambda v: -np.mean(np.log(np.where(labels > 0, sigmoid(data @ v),
                                                               1 - sigmoid(data @ v)))), x,
             data.T @ (p - labels) / 12, {"wrong sign of labels": data.T @ (p + labels) / 12}),
        Case("Rosenbrock", k, lambda v: 100 * (v[1] - v[0] ** 2) ** 2 + (1 - v[0]) ** 2, bowl,
             np.array([-400 * -1.2 * (1 - 1.44) - 2 * 2.2, 200 * (1 - 1.44)])),
    ]  # fmt: skip


def scaled(draw: int) -> list[Case]:
    """Losses and inputs far from 1, constants, and components of very different sizes."""
    x, k = X(draw), "badly scaled"
    w = np.array([1e6, 1.0, 1e-3, 10.0])
    big, tiny = 1e7 * x, 1e-7 * x
    made = [
        Case(f"loss times {s:g}", k, lambda v, s=s: s * np.sum(v**2), x, s * 2 * x,
             {"3x for 2x": s * 3 * x})
        for s in (1e-12, 1e-9, 1e-6, 1e-4, 1e6, 1e12)
    ]  # fmt: skip
    made += [
        Case(f"loss plus {c:g}", k, lambda v, c=c: np.sum(v**2) + c, x, 2 * x)
        for c in (1e3, 1e6, 1e8)
    ]
    return [
        *made,
        Case("weights from 1e-3 to 1e6", k, lambda v: np.sum(w * v**2), x, 2 * w * x,
             {"the small one is wrong": 2 * w * x * np.array([1, 1, 2, 1])}),
        Case("inputs from 1e-3 to 1e6", k, lambda v: np.sum((v / w) ** 2), w * x, 2 * x / w),
        Case("fast sine", k, lambda v: np.sum(np.sin(1e6 * v)), x, 1e6 * np.cos(1e6 * x)),
        Case("slow sine", k, lambda v: np.sum(np.sin(1e-6 * v)), x, 1e-6 * np.cos(1e-6 * x)),
        Case("sines at 1e7", k, lambda v: np.sum(np.sin(v)), big, np.cos(big)),
        Case("tiny inputs of a fast exp", k, lambda v: np.sum(np.exp(1e7 * v)), tiny,
             1e7 * np.exp(1e7 * tiny)),
        Case("stretched valley", k, lambda v: v[0] ** 2 + 1e8 * v[1] ** 2, np.array([1.0, 1e-4]),
             np.array([2.0, 2e4])),
    ]  # fmt: skip


def bent() -> list[Case]:
    """At a kink (where any slope between is right), beside one, and nearly one."""
    k = "kinks"
    at = np.array([0.0, 1.5, -2.0, 0.7])
    made = [
        Case(f"ReLU {d:g} from its kink", k, lambda v: np.sum(np.maximum(v, 0)),
             np.array([d, 1.0, -1.0]), np.array([float(d > 0), 1.0, 0.0]),
             {"the other side's slope": np.array([float(d < 0), 1.0, 0.0])})
        for d in (1e-3, 1e-5, -1e-6, 3e-7, -1e-8)
    ]  # fmt: skip
    made += [
        Case(f"softplus as sharp as {s:g}", k, lambda v, s=s: np.sum(np.logaddexp(0, s * v) / s),
             np.array([0.3 / s, -0.5 / s]), sigmoid(np.array([0.3, -0.5])),
             {"as if ReLU": np.array([1.0, 0.0])})
        for s in (1e2, 1e4, 1e6)
    ]  # fmt: skip
    hard = np.array([0.5, -0.5, 1 + 1e-6, -1e-5])
    return [
        *made,
        Case("ReLU at 0, slope 0", k, lambda v: np.sum(np.maximum(v, 0)), at,
             np.array([0.0, 1, 0, 1]), kinked=(0,)),
        Case("ReLU at 0, slope 1", k, lambda v: np.sum(np.maximum(v, 0)), at,
             np.array([1.0, 1, 0, 1]), kinked=(0,)),
        Case("abs at 0", k, lambda v: np.sum(np.abs(v)), at, np.sign(at)),
        Case("largest of two equal", k, lambda v: np.max(v) + v @ v, np.array([2.0, 2.0, 1.0]),
             np.array([5.0, 4.0, 2.0]), {"the other term twice": np.array([5.0, 8.0, 2.0])},
             kinked=(0, 1)),
        Case("hinge at its corner", k, lambda v: np.sum(np.maximum(0, 1 - v)) + v @ v,
             np.array([1.0, 0.2]), np.array([2.0, -0.6]), kinked=(0,)),
        Case("leaky ReLU at 0", k, lambda v: np.sum(np.where(v > 0, v, 0.1 * v)), at,
             np.where(at > 0, 1.0, 0.1), kinked=(0,)),
        Case("Huber", k, lambda v: np.sum(np.where(np.abs(v) < 1, v**2 / 2, np.abs(v) - 0.5)), hard,
             np.clip(hard, -1, 1)),
        Case("ReLU squared", k, lambda v: np.sum(np.maximum(v, 0) ** 2), at,
             2 * np.maximum(at, 0)),
        Case("kink beside 1e4", k, lambda v: np.sum(np.maximum(v, 0)) + 1e4, at,
             np.array([0.0, 1, 0, 1])),
    ]  # fmt: skip


def short(draw: int) -> list[Case]:
    """Functions and gradients computed in float32."""
    k, x = "float32", X(draw).astype(np.float32)
    rng = generator(draw, 5)
    data, y = rng.normal(size=(20, 4)).astype(np.float32), X(draw, 20, 6).astype(np.float32)
    three = np.float32(3)
    d = 2 * data.T @ (data @ x - y) / np.float32(20)
    big = np.float32(1000) * x
    return [
        Case("sum of squares", k, lambda v: np.sum(v**2), x, 2 * x),
        Case("sines", k, lambda v: np.sum(np.sin(three * v)), x, three * np.cos(three * x)),
        Case("mean squares", k, lambda v: np.mean((data @ v - y) ** 2), x, d),
        Case("log-sum-exp", k, lambda v: np.log(np.sum(np.exp(v))), x, softmax(x)),
        Case("tanh", k, lambda v: np.sum(np.tanh(v)), x, 1 - np.tanh(x) ** 2),
        Case("large inputs", k, lambda v: np.sum(v**2), big, 2 * big),
        Case("loss plus 100", k, lambda v: np.sum(v**2) + np.float32(100), x, 2 * x),
        Case("ReLU at 0", k, lambda v: np.sum(np.maximum(v, 0)), np.float32([0, 1.5, -2]),
             np.float32([0, 1, 0])),
        Case("float32 inside, float64 outside", k,
             lambda v: float(np.sum(np.exp(v.astype(np.float32)))), X(draw), np.exp(X(draw))),
    ]  # fmt: skip


def sized(draw: int) -> list[Case]:
    """Values near the ends of the floats, and inputs near the edge of where f is defined."""
    k, x = "large and tiny", np.abs(X(draw)) + 0.5
    tiny, huge = 1e-8 * x, 1e12 * x
    return [
        Case("log at 1e-8", k, lambda v: np.sum(np.log(v)), tiny, 1 / tiny),
        Case("square root at 1e-8", k, lambda v: np.sum(np.sqrt(v)), tiny, 0.5 / np.sqrt(tiny)),
        Case("squares at 1e12", k, lambda v: np.sum(v**2), huge, 2 * huge),
        Case("log at 1e12", k, lambda v: np.sum(np.log(v)), huge, 1 / huge),
        Case("1/x at 1e-5", k, lambda v: np.sum(1 / v), 1e-5 * x, -1 / (1e-5 * x) ** 2),
        Case("values near 1e-200", k, lambda v: 1e-200 * np.sum(v**3), x, 3e-200 * x**2),
        Case("values near 1e200", k, lambda v: 1e200 * np.sum(v**3), x, 3e200 * x**2),
        Case("exp at 300", k, lambda v: np.sum(np.exp(v)), 300 + x, np.exp(300 + x)),
        Case("tenth powers", k, lambda v: np.sum(v**10), 20 * x, 10 * (20 * x) ** 9),
        Case("x log x at 1e-6", k, lambda v: np.sum(v * np.log(v)), 1e-6 * x,
             np.log(1e-6 * x) + 1),
    ]  # fmt: skip


def many(draw: int) -> list[Case]:
    """High dimension: networks and long vectors."""
    k, rng = "high dimension", generator(draw, 7)
    x, weights = rng.normal(size=2000), rng.uniform(0.5, 2, size=2000)
    A, y, v = rng.normal(size=(30, 8)), rng.normal(size=30), rng.normal(size=12)
    W = rng.normal(size=(8, 12))
    hidden = np.tanh(A @ W)
    r = hidden @ v - y
    dW = 2 / 30 * A.T @ (np.outer(r, v) * (1 - hidden**2))
    gate = A @ W
    e = np.maximum(gate, 0) @ v - y
    dR = 2 / 30 * A.T @ (np.outer(e, v) * (gate > 0))
    S = rng.normal(size=(40, 40))
    soft = rng.normal(size=500)
    return [
        Case("2000 squares", k, lambda u: np.sum(weights * u**2), x, 2 * weights * x),
        Case("2000 sines", k, lambda u: np.sum(np.sin(u)), x, np.cos(x)),
        Case("mean of 2000", k, lambda u: np.mean(u**3), x, 3 * x**2 / 2000),
        Case("tanh layer", k, lambda M: np.mean((np.tanh(A @ M) @ v - y) ** 2), W, dW,
             {"derivative of tanh forgotten": 2 / 30 * A.T @ np.outer(r, v)}),
        Case("ReLU layer", k, lambda M: np.mean((np.maximum(A @ M, 0) @ v - y) ** 2), W, dR,
             {"mask forgotten": 2 / 30 * A.T @ np.outer(e, v)}),
        Case("matrix of 1600", k, lambda M: np.sum(np.sin(M) * M), S, np.cos(S) * S + np.sin(S),
             {"transposed": (np.cos(S) * S + np.sin(S)).T}),
        Case("log-sum-exp of 500", k, lambda u: np.log(np.sum(np.exp(u))), soft, softmax(soft)),
        Case("chain of 200", k, lambda u: np.sum((u[1:] - u[:-1]) ** 2), x[:200],
             2 * (np.append(0, np.diff(x[:200])) - np.append(np.diff(x[:200]), 0))),
    ]  # fmt: skip
