"""The references of the unit `chain_rule` against jax, mpmath and exact fractions."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import pairwise, product

import mpmath as mp
import numpy as np
import pytest
from agreement import agree, mpfs
from scipy import special


@pytest.mark.oracle("affine_backward")
def test_the_way_back_through_an_affine_layer_is_that_of_jax(reference, jax, rng):
    for N, axes, M in [(1, (1,), 1), (5, (3,), 2), (3, (2, 2), 4), (2, (2, 1, 3), 1)]:
        D = math.prod(axes)
        X, W, b = rng.normal(size=(N, *axes)), rng.normal(size=(D, M)), rng.normal(size=M)
        dout = rng.normal(size=(N, M))
        agree(reference.affine_backward(dout, X, W, b), jax.affine(dout, X, W, b), largest=1e-12)


@pytest.mark.oracle("broadcast_backward")
def test_unbroadcast_is_the_way_back_through_the_broadcasting_of_jax(reference, jax, rng):
    for full in [(), (3,), (1,), (2, 3), (2, 1, 3), (2, 3, 1, 2)]:
        g = np.asarray(rng.normal(size=full))
        # All shapes that numpy stretches to this one.
        for axes in range(len(full) + 1):
            kept = full[len(full) - axes :]
            for shape in set(product(*({1, size} for size in kept))):
                found = reference.unbroadcast(g, shape)
                # Sums in another order.
                agree(found, jax.broadcast(g, shape), plus=1e-13)
                assert not np.shares_memory(found, g)


CHAIN = ["double", "negate", "square", "exp", "sin", "tanh", "sigmoid", "relu"]
VALUES = {
    "double": lambda v: 2 * v,
    "negate": lambda v: -v,
    "square": lambda v: v * v,
    "exp": mp.exp,
    "sin": mp.sin,
    "tanh": mp.tanh,
    "sigmoid": lambda v: 1 / (1 + mp.exp(-v)),
    "relu": lambda v: max(v, mp.mpf(0)),
}


@pytest.mark.oracle("chain_scalar")
def test_a_chain_is_differentiated_by_jax(reference, jax, rng):
    tried = 0
    while tried < 25:
        names = rng.choice(CHAIN, size=rng.integers(0, 7)).tolist()
        x = float(rng.uniform(-3, 3))
        if max(map(abs, jax.values_on_the_way(names, x))) <= 50:
            agree(reference.chain(names, x), jax.slope_of_chain(names, x), each=1e-9, plus=1e-12)
            tried += 1


@pytest.mark.oracle("chain_scalar")
def test_the_slope_of_each_function_measured_by_mpmath(reference, rng):
    for name, f in VALUES.items():
        for x in [*rng.uniform(-4, 4, size=10).tolist(), -50.0, -20.0, 20.0, 50.0]:
            if x > {"exp": 4, "square": 7}.get(name, 50) or (name == "square" and x < -7):
                continue  # the result would leave the range of 50
            with mp.workdps(50):
                slope = float(mp.diff(f, mp.mpf(x)))
            # 12 digits of 1, the largest slope of tanh, of which they are a difference.
            agree(reference.chain([name], x), (slope, [slope]), each=1e-9, plus=1e-12)


@pytest.mark.oracle("chain_scalar")
def test_a_chain_of_nothing_at_the_kink_and_of_unknown_names(reference):
    assert reference.chain([], 5.0) == (1, [])
    assert reference.chain(["relu"], 0.0) == (0, [0])
    for names in (["cosine"], ["double", "Exp"], [""]):
        with pytest.raises(ValueError):
            reference.chain(names, 1.0)


def exact_cross_entropy(Z, y):
    """Loss and gradient by the definitions, with digits enough for scores of 1e4."""
    N = len(y)
    with mp.workdps(60):
        rows = [[mp.exp(z) for z in mpfs(row)] for row in Z]
        P = [[power / mp.fsum(row) for power in row] for row in rows]
        loss = -mp.fsum(mp.log(P[n][y[n]]) for n in range(N)) / N
        dZ = [[float((p - (c == y[n])) / N) for c, p in enumerate(P[n])] for n in range(N)]
        return float(loss), np.array(dZ)


@pytest.mark.oracle("cross_entropy_backward")
def test_softmax_xent_is_that_of_jax_and_of_mpmath(reference, jax, rng):
    for N, C in [(1, 1), (1, 4), (5, 3), (8, 2)]:
        for size in (1, 30, 1e4):
            Z, y = rng.uniform(-size, size, size=(N, C)), rng.integers(0, C, size=N)
            found = reference.softmax_xent(Z, y)
            agree(found, exact_cross_entropy(Z, y), largest=1e-12, plus=1e-12 * size)
            agree(found, jax.softmax_xent(Z, y), largest=1e-12, plus=1e-12 * size)
    Z, y = np.array([[1e4, -1e4, 0.0], [-1e4, -1e4, -1e4]]), np.array([1, 2])
    agree(reference.softmax_xent(Z, y), exact_cross_entropy(Z, y), largest=1e-12)


def verdicts(check_gradient, f, grad, x):
    rows = check_gradient(f, grad, x)
    assert len(rows) == x.size
    return (
        [row["verdict"] for row in rows],
        np.array([row["numeric"] for row in rows]).reshape(x.shape),
        np.array([row["error"] for row in rows]).reshape(x.shape),
    )


# Smooth over a hundredth of max(1, |x|), with slopes that no claim below could hide beside.
SMOOTH = [
    (lambda x: float(np.sum(x**3)), lambda x: 3 * x**2),
    (lambda x: float(np.sum(np.exp(x))), np.exp),
    (lambda x: float(special.logsumexp(x)), special.softmax),
    (lambda x: float(np.sum(np.arctan(x) * 1e-6)), lambda x: 1e-6 / (1 + x**2)),
]


@pytest.mark.oracle("gradient_checker")
def test_check_gradient_gives_the_verdict_that_the_known_slopes_call_for(reference, rng):
    """No library has it: f and its slope are known, and so is how far each claim is off."""
    for f, slope in SMOOTH:
        for shape in [(1,), (5,), (2, 3)]:
            x = rng.uniform(0.5, 2, size=shape)
            for factor, word in [(1, "pass"), (1.0001, "pass"), (0.9999, "pass")] + [
                (wrong, "wrong") for wrong in (1.01, 0.99, 2, 0.5, 0, -1)
            ]:
                found, numeric, error = verdicts(
                    reference.check_gradient, f, lambda x, by=factor, slope=slope: by * slope(x), x
                )
                assert found == [word] * x.size
                right = slope(x)
                assert np.all(np.abs(numeric - right) <= error)
                assert np.all(error <= 1e-3 * np.abs(right))


@pytest.mark.oracle("gradient_checker")
def test_check_gradient_of_many_entries_by_functions_that_write_into_their_array(reference, rng):
    buffer = np.zeros((5, 6))

    def f(x):
        value = float(np.sum(x**3))
        x[:] = np.nan
        return value

    def claim(x):
        buffer[:] = 3 * x**2
        buffer[-1, -1] *= 1.5
        x[:] = np.nan
        return buffer

    x = rng.uniform(0.5, 2, size=buffer.shape)
    found, numeric, error = verdicts(reference.check_gradient, f, claim, x)
    assert found == ["pass"] * 29 + ["wrong"]
    assert np.all(np.abs(numeric - 3 * x**2) <= error)


@pytest.mark.oracle("gradient_checker")
def test_check_gradient_on_parabolas_of_every_size_by_exact_fractions(reference, rng):
    """A parabola's central difference is its slope exactly, and fractions say which that is."""
    for power in (0, 3, 8, 15):
        for bend in (10.0**-power, 10.0 ** (power / 2)):
            x = rng.integers(2, 9, size=3) * 10.0**power / 4
            slopes = [float(2 * Fraction(bend) * Fraction(entry)) for entry in x.tolist()]
            for factor, word in [(1, "pass"), (1.02, "wrong"), (-1, "wrong")]:
                found, numeric, error = verdicts(
                    reference.check_gradient,
                    lambda x, bend=bend: float(np.sum(bend * x * x)),
                    lambda x, factor=factor, slopes=slopes: factor * np.array(slopes),
                    x,
                )
                assert found == [word] * 3
                assert np.all(np.abs(numeric - slopes) <= error)


@pytest.mark.oracle("gradient_checker")
@pytest.mark.usefixtures("quiet")
def test_check_gradient_tells_kinks_jumps_and_holes(reference, rng):
    x = rng.uniform(0.5, 2, size=4)
    x[1] = 0.0
    for f, grad in [
        (lambda x: np.sum(np.abs(x)), np.sign),
        (lambda x: np.sum(np.maximum(x, 0) + x**3), lambda x: (x > 0) + 3 * x**2),
        (lambda x: np.sum(np.where(x > 0, x, 0.3 * x)), lambda x: np.where(x > 0, 1, 0.3)),
    ]:
        assert verdicts(reference.check_gradient, f, grad, x)[0] == ["pass", "kink", "pass", "pass"]
        found = verdicts(reference.check_gradient, f, lambda x, grad=grad: 2 * grad(x), x)[0]
        assert found == ["wrong", "kink", "wrong", "wrong"]
    for f in (
        lambda x: float(np.sum(x) + np.sum(x >= 1)),
        lambda x: float(np.sum(np.where(x > 1, np.nan, x))),
        lambda x: float(np.sum(np.where(x < 1, np.inf, x))),
    ):
        assert (
            verdicts(reference.check_gradient, f, np.ones_like, np.ones(2))[0] == ["unresolved"] * 2
        )


@pytest.mark.oracle("gradient_checker")
def test_check_gradient_beside_an_offset_never_contradicts_the_known_slopes(reference, rng):
    for offset in (1e4, 1e9, 2e10, -2e10):
        w = rng.uniform(1, 2, size=6)
        x = rng.uniform(0.5, 2, size=6)
        f = lambda x, w=w, offset=offset: float(w @ x + offset)  # noqa: E731
        found, numeric, error = verdicts(reference.check_gradient, f, lambda x, w=w: w, x)
        assert set(found) <= {"pass", "unresolved"}
        assert np.all(np.abs(numeric - w) <= error)
        assert set(verdicts(reference.check_gradient, f, lambda x, w=w: 2 * w, x)[0]) <= {
            "wrong",
            "unresolved",
        }


@pytest.mark.oracle("l2_regularised_loss")
def test_regularise_is_the_gradient_of_jax_of_the_loss_with_the_penalty(reference, jax, rng):
    shapes = {"W": (3,), "W1": (2, 3), "W_out": (2, 1, 2), "b1": (3,), "gain": (2, 2), "w": (2,)}
    for names in (["W"], ["b1", "gain"], list(shapes)):
        params = {name: rng.normal(size=shapes[name]) for name in names}
        grads = {name: rng.normal(size=shapes[name]) for name in names}
        loss = sum(float(np.sum(grads[name] * params[name])) for name in names)
        for lam in (0.0, 0.3, 50.0):
            found = reference.regularise(loss, grads, params, lam)
            agree(found, jax.regularise(grads, params, lam), largest=1e-12, plus=1e-12)
            for name in names:
                assert not np.shares_memory(found[1][name], grads[name])


@pytest.mark.oracle("layernorm_backward")
def test_layernorm_is_that_of_jax_there_and_back(reference, jax, rng):
    caches = []
    for N, D in [(1, 1), (1, 5), (4, 3), (6, 2)]:
        for eps, shift in [(1e-5, 0), (3.0, 0), (0.1, 100)]:
            X, dY = rng.normal(size=(N, D)) + shift, rng.normal(size=(N, D))
            g, b = rng.normal(size=(2, D))
            Y, slopes = jax.layernorm(X, g, b, eps, dY)
            found, cache = reference.layernorm(X, g, b, eps)
            agree(found, Y, largest=1e-9)
            caches.append((cache, dY, slopes))
    for cache, dY, slopes in caches:  # all of them in use at a time
        # dX of a row that is constant is a difference of equal terms.
        agree(reference.layernorm_backward(dY, cache), slopes, largest=1e-9, plus=1e-12)


@pytest.mark.oracle("matmul_backward")
def test_the_way_back_through_a_product_is_that_of_jax(reference, jax, rng):
    for m, k, n in [(1, 1, 1), (2, 3, 4), (3, 3, 3), (1, 4, 2), (5, 1, 2)]:
        G, A, B = rng.normal(size=(m, n)), rng.normal(size=(m, k)), rng.normal(size=(k, n))
        agree(reference.matmul_backward(G, A, B), jax.matmul(G, A, B), largest=1e-12)


@pytest.mark.oracle("mlp_backprop")
def test_mlp_is_differentiated_by_jax(reference, jax, rng):
    for sizes, size in [((3, 2), 1), ((2, 4, 3), 1), ((3, 3, 3, 3, 2), 1), ((2, 5, 4, 3), 20)]:
        X, y = rng.normal(size=(6, sizes[0])), rng.integers(0, sizes[-1], size=6)
        layers = [
            (size * rng.normal(size=(a, b)), size * rng.normal(size=b)) for a, b in pairwise(sizes)
        ]
        loss, grads = jax.network(layers, X, y)
        agree(reference.mlp(X, y, layers), (loss, grads), largest=1e-9, plus=1e-12)


@pytest.mark.oracle("mlp_backprop")
def test_mlp_with_gates_exactly_at_the_kink(reference, jax, rng):
    layers = [
        (np.array([[1.0, -1.0], [1.0, 1.0]]), np.zeros(2)),
        (np.array([[1.0, -2.0], [0.5, 1.0]]), np.array([0.0, 0.25])),
    ]
    X, y = np.array([[1.0, -1.0], [2.0, 2.0], [0.0, 0.0]]), np.array([0, 1, 1])
    loss, grads = jax.network(layers, X, y)
    agree(reference.mlp(X, y, layers), (loss, grads), largest=1e-9)


@pytest.mark.oracle("multi_path_sum")
def test_total_derivative_is_the_sum_over_paths_in_fractions(reference, rng):
    assert reference.total_derivative([]) == 0
    assert reference.total_derivative([[]]) == 1
    for paths in (1, 2, 6):
        lengths = rng.integers(0, 5, size=paths)
        slopes = [(rng.integers(-8, 9, size=n) / 4).tolist() for n in lengths]
        exact = Fraction(0)
        for path in slopes:
            along = Fraction(1)
            for slope in path:
                along *= Fraction(slope)
            exact += along
        agree(reference.total_derivative(slopes), float(exact))  # no digit is lost here


@pytest.mark.oracle("multi_path_sum")
def test_total_derivative_of_every_path_through_layers_is_a_product_of_matrices(reference, rng):
    first, second, third = rng.normal(size=(1, 3)), rng.normal(size=(3, 4)), rng.normal(size=(4, 1))
    paths = [[first[0, i], second[i, j], third[j, 0]] for i, j in product(range(3), range(4))]
    agree(reference.total_derivative(paths), (first @ second @ third).item(), plus=1e-12)


def exact_mean_bce(z, y):
    """By the definition of the loss, in its form of ln(1 + e^s) with as many digits as it takes."""
    with mp.workdps(50):
        towards = [-s if t == 1 else s for s, t in zip(mpfs(z), y, strict=True)]
        losses = [s + mp.log1p(mp.exp(-s)) if s > 0 else mp.log1p(mp.exp(s)) for s in towards]
        slopes = [(1 / (1 + mp.exp(-s)) - int(t)) / len(y) for s, t in zip(mpfs(z), y, strict=True)]
        return float(mp.fsum(losses) / len(y)), np.array([float(slope) for slope in slopes])


@pytest.mark.oracle("sigmoid_bce_backward")
@pytest.mark.usefixtures("quiet")
def test_both_ways_of_binary_cross_entropy_are_those_of_jax_and_mpmath(reference, jax, rng):
    for N in (1, 2, 9):
        z, y = rng.uniform(-5, 5, size=N), rng.integers(0, 2, size=N).astype(float)
        for expected in (jax.mean_bce(z, y), exact_mean_bce(z, y)):
            for function in (reference.composed, reference.fused):
                loss, dz = function(z, y)
                agree(loss, expected[0], each=1e-10, plus=1e-10)
                agree(dz, expected[1], largest=1e-10)
        for size in (16.25, 20.25, 40, 800, 1e300):
            z = rng.uniform(-size, size, size=N)
            z[-1] = rng.choice([-size, size])
            loss, dz = reference.fused(z, y)
            expected = exact_mean_bce(z, y)
            agree(loss, expected[0], each=1e-10, plus=1e-10)
            agree(dz, expected[1], plus=1e-10)  # of 1, the largest that an entry can be


@pytest.mark.oracle("softmax_jacobian")
def test_the_slopes_of_softmax_are_those_of_jax(reference, jax, rng):
    for C in (1, 2, 5):
        for size in (1, 30, 800):
            z = rng.uniform(-size, size, size=C)
            agree(reference.softmax_jacobian(z), jax.softmax_slopes(z), plus=1e-11)
    for shape in [(1,), (4,), (1, 3), (5, 2)]:
        dout, z = rng.normal(size=shape), rng.normal(size=shape)
        p, slopes = jax.softmax_vjp(dout, z)
        agree(reference.softmax_vjp(dout, p), slopes, plus=1e-11)


@pytest.mark.oracle("softmax_jacobian")
@pytest.mark.usefixtures("quiet")
def test_the_slopes_of_softmax_by_mpmath_for_scores_up_to_1e300(reference, rng):
    for z in ([1e300, -1e300], [1e300, 1e300, 0.0], [-1e300, -1e300], [700.0, -700.0, 701.5]):
        with mp.workdps(50):
            powers = [mp.exp(score - mp.mpf(max(z))) for score in mpfs(z)]
            p = [power / mp.fsum(powers) for power in powers]
            expected = [
                [float(a * ((i == j) - b)) for j, b in enumerate(p)] for i, a in enumerate(p)
            ]
        agree(reference.softmax_jacobian(np.array(z)), np.array(expected), plus=1e-11)


@pytest.mark.oracle("two_layer_backprop")
def test_two_layer_is_differentiated_by_jax(reference, jax, rng):
    for N, D, H, C in [(1, 1, 1, 2), (6, 3, 4, 2), (5, 2, 6, 4), (3, 2, 3, 1)]:
        X, y = rng.normal(size=(N, D)), rng.integers(0, C, size=N)
        W1, b1 = rng.normal(size=(D, H)), rng.normal(size=H)
        W2, b2 = rng.normal(size=(H, C)), rng.normal(size=C)
        loss, [(dW1, db1), (dW2, db2)] = jax.network([(W1, b1), (W2, b2)], X, y)
        expected = loss, {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
        agree(reference.two_layer(X, y, W1, b1, W2, b2), expected, largest=1e-9, plus=1e-12)


@pytest.mark.oracle("two_layer_backprop")
def test_two_layer_with_scores_up_to_50_and_gates_at_the_kink(reference, jax, rng):
    X, y = np.array([[1.0, -1.0], [2.0, 3.0], [0.0, 0.0]]), np.array([1, 0, 1])
    W1, b1 = np.array([[1.0, -1.0], [1.0, 1.0]]), np.zeros(2)
    W2, b2 = np.array([[9.0, -9.0], [5.0, 1.0]]), np.array([0.0, -4.0])
    loss, [(dW1, db1), (dW2, db2)] = jax.network([(W1, b1), (W2, b2)], X, y)
    expected = loss, {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
    agree(reference.two_layer(X, y, W1, b1, W2, b2), expected, largest=1e-9)


def random_tape(rng, inputs, length):
    """A program whose steps use earlier values again and again, for values and for jax."""
    steps = []
    for k in range(length):
        here = inputs + k
        a, b = (int(place) for place in rng.integers(0, here, size=2))
        number = float(rng.uniform(-1, 1))
        steps.append(
            [
                ("add", a, b),
                ("mul", a, b),
                ("add_number", a, number),
                ("mul_number", a, number),
                ("power", a, int(rng.integers(1, 4))),
                ("tanh", a),
                ("relu", a),
            ][rng.integers(7)]
        )
    # All values are added up, so that each is used near the result and far from it.
    last = inputs + length - 1
    return [*steps, *[("add", last + k, k) for k in range(last)]]


def played(data, steps, rng):
    values = list(data)
    for name, *args in steps:
        a = values[args[0]]
        match name:
            case "add":
                values.append(a + values[args[1]])
            case "mul":
                values.append(a * values[args[1]])
            case "add_number":
                values.append(a + args[1] if rng.random() < 0.5 else args[1] + a)
            case "mul_number":
                values.append(a * args[1] if rng.random() < 0.5 else args[1] * a)
            case "power":
                values.append(a ** args[1])
            case "tanh":
                values.append(a.tanh())
            case "relu":
                values.append(a.relu())
    return values[-1]


@pytest.mark.oracle("value_autodiff")
def test_values_of_random_programs_are_differentiated_by_jax(reference, jax, rng):
    for inputs, length in [(1, 1), (1, 5), (3, 8), (3, 12), (4, 15), (2, 15)]:
        numbers, steps = rng.uniform(-1, 1, size=inputs), random_tape(rng, inputs, length)
        expected, slopes = jax.tape(numbers, steps)
        data = [reference.Value(number) for number in numbers]
        result = played(data, steps, rng)
        for _ in range(2):  # the second time it starts afresh
            result.backward()
            agree(result.data, expected, each=1e-10, plus=1e-10)
            agree(np.array([v.grad for v in data]), np.array(slopes), largest=1e-10, plus=1e-12)
            assert result.grad == 1


@pytest.mark.oracle("value_autodiff")
def test_a_value_waits_for_all_that_use_it_by_counting_paths(reference):
    """The slope is the number of paths; each rung is used by the next two, near and far."""
    for depth in (1, 2, 5, 30):
        before, here = reference.Value(0.0), reference.Value(1.0)
        start, paths = here, (0, 1)
        for _ in range(depth):
            before, here = here, here + before
            paths = paths[1], sum(paths)
        here.backward()
        assert start.grad == paths[1]
        side, there = reference.Value(1.0) * 1, reference.Value(2.0) * 1
        for order in (lambda a, b: a + b, lambda a, b: b + a):
            long_way = side * 3
            result = order(side * there, order(long_way * there, long_way + side))
            result.backward()
            assert (side.grad, there.grad) == (2 + 6 + 3 + 1, 1 + 3)


@pytest.mark.oracle("value_autodiff")
def test_powers_and_tanh_of_values_by_mpmath(reference, rng):
    for base, exponent in [
        (2.5, -1.5),
        (0.3, 0.5),
        (1e-3, -2),
        (-2.0, 3),
        (-0.5, 2),
        (0.0, 1),
        (0.0, 3),
    ]:
        v = reference.Value(base)
        result = v**exponent
        result.backward()
        with mp.workdps(50):
            b, e = mp.mpf(base), mp.mpf(exponent)
            agree(result.data, float(b**e), each=1e-10)
            agree(v.grad, float(e * b ** (e - 1)), each=1e-10)
    for x in (0.0, 1e-8, -0.7, 3.0, -19.0, 400.0, -1e4, 1e308, -1.7e308):
        v = reference.Value(x)
        result = v.tanh()
        result.backward()
        with mp.workdps(50):
            t = mp.tanh(mp.mpf(x))
            agree(result.data, float(t), each=1e-10)
            agree(v.grad, float(1 - t * t), plus=1e-10)


@pytest.mark.oracle("value_autodiff")
def test_a_deep_graph_of_values_by_the_formula_of_a_geometric_sum(reference):
    x, depth = reference.Value(1.0), 10_000
    v = x
    for _ in range(depth):
        v = v * 0.999 + x
    v.backward()
    with mp.workdps(50):
        q = mp.mpf(0.999)
        slope = q**depth + (1 - q**depth) / (1 - q)
    agree(x.grad, float(slope), each=1e-10)
    agree(v.data, float(slope), each=1e-10)


@pytest.mark.oracle("vjp_elementwise")
def test_the_ways_back_through_entries_are_those_of_jax(reference, jax, rng):
    for shape in [(), (1,), (5,), (2, 3), (0,)]:
        dout, x = np.asarray(rng.normal(size=shape)), np.asarray(rng.normal(scale=2, size=shape))
        positive = np.asarray(10.0 ** rng.uniform(-8, 8, size=shape))
        agree(reference.relu_vjp(dout, x), jax.elementwise_vjp("relu", dout, x)[1])
        assert not np.shares_memory(reference.relu_vjp(dout, np.abs(x) + 1), dout)
        a, slopes = jax.elementwise_vjp("sigmoid", dout, x)
        agree(reference.sigmoid_vjp(dout, a), slopes, each=1e-12)
        y, slopes = jax.elementwise_vjp("exp", dout, x)
        agree(reference.exp_vjp(dout, y), slopes, each=1e-12)
        _, slopes = jax.elementwise_vjp("log", dout, positive)
        agree(reference.log_vjp(dout, positive), slopes, each=1e-12)
    zeros = np.array([0.0, -0.0])
    agree(reference.relu_vjp(np.array([7.0, -7.0]), zeros), np.zeros(2))
