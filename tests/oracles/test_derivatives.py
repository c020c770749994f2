"""The references of the unit `derivatives` against jax, scipy, mpmath and exact fractions."""

from __future__ import annotations

import math
from fractions import Fraction

import mpmath as mp
import numpy as np
import pytest
from agreement import agree, by_mpmath, fractions, of_any_size
from numpy.polynomial import polynomial
from scipy import linalg, optimize, special

# The functions of by_jax.py by the same names.
SURFACES = {
    "waves": lambda x: float(np.sum(np.sin(x) * x[::-1]) + x[0] ** 3),
    "bowl": lambda x: float(special.logsumexp(x) + np.sum(x**2) / 2),
    "bell": lambda x: float(np.exp(-np.sum(x**2) / 2) + np.prod(np.cos(x))),
}
FIELDS = {
    "turns": lambda x: [np.sin(x[0]) * x[-1], np.sum(x**2), np.exp(x[0] / 2)],
    "softmax": special.softmax,
    "logsumexp": special.logsumexp,
}
# The slopes of two of them, by hand.
SLOPES = {
    "bowl": lambda x: special.softmax(x) + x,
    "waves": lambda x: np.cos(x) * x[::-1] + np.sin(x)[::-1] + 3 * x**2 * (np.arange(len(x)) == 0),
}
FAR_OUT = np.array([-1000, -745, -40, -37, -8, -1e-9, 0.0, 1e-9, 8, 37, 40, 709, 1000])


def draws_of_z(rng):
    """Arrays of several shapes, some entries as large as promised."""
    inner = [rng.normal(scale=4, size=shape) for shape in [(), (1,), (6,), (2, 3), (0,)]]
    return [*map(np.asarray, inner), rng.uniform(-1000, 1000, size=(3, 4)), FAR_OUT]


@pytest.mark.oracle("activation_slopes")
@pytest.mark.usefixtures("quiet")
def test_activation_slopes_are_those_of_jax(reference, jax, rng):
    for z in draws_of_z(rng):
        agree(reference.d_sigmoid(z), jax.slope_of_sigmoid(z), plus=1e-12)
        agree(reference.d_tanh(z), jax.slope_of_tanh(z), plus=1e-12)
        agree(reference.d_relu(z), jax.slope_of_relu(z))  # 0 at 0 there, too
        z = z[z != 0] if z.ndim else z  # where jax takes the slope on the right
        agree(reference.d_leaky(z, 0.3), jax.slope_of_leaky_relu(z, 0.3))


@pytest.mark.oracle("activation_slopes")
def test_activation_slopes_by_complex_step_and_at_the_kinks(reference, rng):
    z = rng.normal(scale=3, size=40)
    for f, slope in [
        (lambda t: 1 / (1 + np.exp(-t)), reference.d_sigmoid),
        (np.tanh, reference.d_tanh),
    ]:
        agree(slope(z), f(z + 1e-30j).imag / 1e-30, plus=1e-12)
    for zero in (0.0, -0.0):
        agree(reference.d_relu(np.array([zero, 5e-324])), np.array([0.0, 1.0]))
        for a in (0.0, 0.25, 1.0):
            agree(reference.d_leaky(np.array([zero, 5e-324, -1.0]), a), np.array([a, 1.0, a]))


def cube(x):
    return 2 * x**3 - 5 * x + 1


@pytest.mark.oracle("difference_quotients")
def test_difference_quotients_are_exact_for_a_cubic_of_dyadic_numbers(reference, rng):
    for _ in range(20):
        x, h = int(rng.integers(-64, 65)) / 8, int(rng.integers(1, 9)) / 16
        at, step = Fraction(x), Fraction(h)
        forward = (cube(at + step) - cube(at)) / step
        central = (cube(at + step) - cube(at - step)) / (2 * step)
        agree(reference.forward_diff(cube, x, h), float(forward), plus=1e-12 * abs(cube(x)) / h)
        agree(reference.central_diff(cube, x, h), float(central), plus=1e-12 * abs(cube(x)) / h)


@pytest.mark.oracle("difference_quotients")
def test_difference_quotients_of_curves_by_scipy_and_by_mpmath(reference, rng):
    for h in (0.5, 1e-3, 1e-6):
        for f, exact in [(math.exp, mp.exp), (math.sin, mp.sin), (math.atan, mp.atan)]:
            x = rng.uniform(-2, 2)
            # f is right to the last digit or two; the division by h makes that larger.
            within = 4 * np.finfo(float).eps * max(1, abs(f(x))) / h
            by_scipy = optimize.approx_fprime([x], lambda a, f=f: f(a[0]), h)[0]
            agree(reference.forward_diff(f, x, h), by_scipy, plus=within)
            with mp.workdps(50):
                # The very numbers at which f is evaluated: x + h is rounded.
                up, down = mp.mpf(x + h), mp.mpf(x - h)
                central = float((exact(up) - exact(down)) / (2 * mp.mpf(h)))
            agree(reference.central_diff(f, x, h), central, plus=within)


@pytest.mark.oracle("difference_quotients")
def test_difference_quotients_look_at_two_points_each(reference):
    seen = []

    def watched(x):
        seen.append(x)
        return x

    reference.forward_diff(watched, 3, 0.5)
    assert set(seen) == {3, 3.5}
    seen.clear()
    reference.central_diff(watched, 3, 0.5)
    assert set(seen) == {2.5, 3.5}


@pytest.mark.oracle("directional_derivative")
def test_directional_is_the_forward_mode_of_jax(reference, jax, rng):
    for name, slopes in SLOPES.items():
        for n in (1, 4):
            x, v = rng.normal(size=(2, n))
            along = jax.slope_along(name, x, v)
            agree(reference.directional(slopes, x, v, unit=False), along, each=1e-9)
            agree(reference.directional(slopes, x, v), along / linalg.norm(v), each=1e-9)
            steepest = reference.steepest(slopes, x)
            gradient = jax.gradient(name, x)
            agree(steepest, gradient / linalg.norm(gradient), largest=1e-9)
            # In no direction of many is the slope larger.
            ways = rng.normal(size=(200, n))
            ways /= linalg.norm(ways, axis=1, keepdims=True)
            assert np.all(ways @ gradient <= gradient @ steepest + 1e-9)


@pytest.mark.oracle("directional_derivative")
def test_directional_by_mpmath_for_slopes_and_directions_of_any_size(reference, rng):
    for n in (1, 2, 5):
        for low, high in [(-100, 100), (-100, -99), (99, 100)]:
            g, v = of_any_size(rng, n, low, high), of_any_size(rng, n, -100, 100)
            with mp.workdps(60):
                dot, length = mp.fdot(g, v), mp.sqrt(mp.fdot(v, v))
                size = float(mp.fdot(np.abs(g), np.abs(v)) / length)
                slope, steepest = float(dot / length), g / float(mp.sqrt(mp.fdot(g, g)))
            x = np.zeros(n)
            agree(reference.directional(lambda _, g=g: g, x, v), slope, plus=1e-9 * size)
            agree(reference.steepest(lambda _, g=g: g, x), steepest, each=1e-9)


@pytest.mark.oracle("directional_derivative")
def test_directional_without_a_direction_or_a_slope(reference, rng):
    x, zero = rng.normal(size=3), np.zeros(3)
    agree(reference.directional(np.cos, x, zero, unit=False), 0.0)
    with pytest.raises(ValueError):
        reference.directional(np.cos, x, zero)
    # Entries that add up to 0 are no zero vector.
    v = np.array([3.0, -3.0, 0.0])
    agree(reference.directional(lambda _: v, x, v), np.sqrt(18), each=1e-9)
    agree(reference.steepest(lambda _: v, x), v / np.sqrt(18), each=1e-9)
    agree(reference.directional(np.zeros_like, x, x), 0.0)
    agree(reference.steepest(np.zeros_like, x), zero)


@pytest.mark.oracle("gelu_softplus_slopes")
@pytest.mark.usefixtures("quiet")
def test_slopes_of_softplus_silu_and_gelu_are_those_of_jax(reference, jax, rng):
    for z in draws_of_z(rng):
        agree(reference.d_softplus(z), jax.slope_of_softplus(z), plus=1e-11)
        agree(reference.d_silu(z), jax.slope_of_silu(z), plus=1e-11)
        agree(reference.d_gelu(z), jax.slope_of_gelu(z), plus=1e-11)


@pytest.mark.oracle("gelu_softplus_slopes")
@pytest.mark.usefixtures("quiet")
def test_slopes_of_softplus_silu_and_gelu_measured_by_mpmath(reference, rng):
    z = np.concatenate([rng.normal(scale=4, size=20), FAR_OUT])
    for slope, f in [
        (reference.d_softplus, lambda t: mp.log(1 + mp.exp(t))),
        (reference.d_silu, lambda t: t / (1 + mp.exp(-t))),
        (reference.d_gelu, lambda t: t * mp.ncdf(t)),
    ]:
        agree(slope(z), by_mpmath(lambda t, f=f: mp.diff(f, t), z), plus=1e-11)


@pytest.mark.oracle("gradient_descent")
def test_descent_on_a_quadratic_is_a_power_of_a_matrix(reference, rng):
    for n, lr, steps in [(1, 0.3, 5), (3, 0.1, 20), (2, 0.9, 6), (2, 0.1, 0)]:
        root = rng.normal(size=(n, n))
        A, x0 = root @ root.T / n, rng.normal(size=n)
        once = np.eye(n) - lr * A
        path = np.array([np.linalg.matrix_power(once, k) @ x0 for k in range(steps + 1)])
        agree(reference.descend(lambda x, A=A: A @ x, x0, lr, steps), path, largest=1e-12)


@pytest.mark.oracle("gradient_descent")
def test_descent_with_the_gradients_of_jax(reference, jax, rng):
    buffer = np.zeros(3)

    def same_array_each_time(x):
        buffer[:] = SLOPES["bowl"](x)
        return buffer

    x0 = rng.normal(size=3)
    found = reference.descend(same_array_each_time, x0, 0.3, 8)
    agree(found, jax.descent("bowl", x0, 0.3, 8), largest=1e-12)
    path = reference.descend(SLOPES["bowl"], x0, 0.3, 2)
    start, x0[:] = x0.copy(), 7
    agree(path[0], start)


@pytest.mark.oracle("gradient_of_quadratic")
def test_the_gradient_of_a_quadratic_is_that_of_jax(reference, jax, rng):
    for n in (1, 2, 5):
        A, (b, x) = rng.normal(size=(n, n)), rng.normal(size=(2, n))
        agree(reference.grad_quadratic(A, b, x), jax.gradient_of_quadratic(A, b, x), each=1e-9)


@pytest.mark.oracle("hessian")
def test_the_hessian_is_that_of_jax_to_four_digits(reference, jax, rng):
    for name, f in SURFACES.items():
        for n in (1, 3):
            x = rng.normal(size=n)
            found = reference.hessian(f, x)
            agree(found, jax.second_slopes(name, x), largest=1e-4)
            agree(found, found.T)  # to the last bit
    whole = np.array([2, -1, 3])
    expected = jax.second_slopes("bowl", whole.astype(float))
    agree(reference.hessian(SURFACES["bowl"], whole), expected, largest=1e-4)


@pytest.mark.oracle("hessian")
def test_the_hessian_with_a_given_step_is_exact_for_quadratics(reference, rng):
    for n in (1, 2, 4):
        A, b = rng.integers(-4, 5, size=(n, n)), rng.integers(-4, 5, size=n)
        x = rng.integers(-8, 9, size=n) / 4
        for h in (0.5, 2.0):
            found = reference.hessian(lambda x, A=A, b=b: x @ A @ x + b @ x, x, h)
            agree(found, (A + A.T).astype(float))


@pytest.mark.oracle("hessian")
def test_the_hessian_beside_a_million_is_right_to_a_hundredth(reference, rng):
    for _ in range(10):
        root = rng.normal(size=(3, 3))
        A = root @ root.T + 25 * np.eye(3)
        x = rng.uniform(-1, 1, size=3)
        found = reference.hessian(lambda x, A=A: x @ A @ x / 2 + 1e6, x)
        agree(found, A, largest=1e-2)


@pytest.mark.oracle("hessian")
def test_the_hessian_at_large_and_tiny_entries_in_fractions(reference, rng):
    for size in (1e-8, 1e-3, 1e4, 1e8):
        x = size * rng.uniform(1, 2, size=2)
        found = reference.hessian(lambda x: float(np.log1p(x[0]) + np.log1p(x[0] + x[1])), x)
        first, second = fractions(x)
        one, both = -1 / (1 + first) ** 2, -1 / (1 + first + second) ** 2
        expected = [[float(one + both), float(both)], [float(both), float(both)]]
        agree(found, np.array(expected), largest=1e-4)


@pytest.mark.oracle("jacobian")
def test_the_jacobian_is_that_of_jax_to_six_digits(reference, jax, rng):
    for name, f in FIELDS.items():
        for n in (1, 2, 4):
            x = rng.normal(size=n)
            agree(
                reference.jacobian(f, x), np.atleast_2d(jax.slopes_of_field(name, x)), largest=1e-6
            )
    whole = np.array([1, -2])
    for f in (FIELDS["turns"], lambda x: tuple(FIELDS["turns"](x))):
        agree(reference.jacobian(f, whole), jax.slopes_of_field("turns", whole / 1), largest=1e-6)


@pytest.mark.oracle("jacobian")
def test_the_jacobian_at_large_and_tiny_entries_by_mpmath(reference, rng):
    for size in (1e-8, 1e-3, 1e4, 1e8):
        x = size * rng.uniform(1, 2, size=3)
        found = reference.jacobian(lambda x: np.log1p(x) * x, x)
        expected = by_mpmath(lambda t: mp.diff(lambda s: s * mp.log(1 + s), t), x)
        agree(found, np.diag(expected), largest=1e-6, plus=1e-9)


@pytest.mark.oracle("jacobian")
def test_the_jacobian_with_a_given_step_is_the_quotient_in_fractions(reference, rng):
    def f(x):
        return [x[0] ** 3 - x[-1], x[0] * x[-1], x[-1] * 0 + 7]

    for n in (1, 2, 3):
        x, h = rng.integers(-8, 9, size=n) / 4, 0.5
        exact = np.zeros((3, n))
        for j in range(n):
            up, down = fractions(x), fractions(x)
            up[j] += Fraction(h)
            down[j] -= Fraction(h)
            exact[:, j] = [(a - b) / (2 * Fraction(h)) for a, b in zip(f(up), f(down), strict=True)]
        agree(reference.jacobian(f, x, h), exact)


@pytest.mark.oracle("jacobian")
def test_the_jacobian_of_functions_that_write_into_their_arrays(reference, rng):
    A = rng.integers(-4, 5, size=(3, 2)).astype(float)
    out = np.zeros(3)

    def careless(x):
        out[:] = A @ x
        x[:] = np.nan
        return out

    x = np.array([0.25, -2.0])
    agree(reference.jacobian(careless, x, 0.5), A)
    agree(x, np.array([0.25, -2.0]))


@pytest.mark.oracle("level_set_step")
def test_the_tangent_basis_spans_the_null_space_of_scipy(reference, rng):
    for n in (2, 3, 8):
        along = np.eye(n)[rng.integers(n)]
        holes = rng.normal(size=n) * (rng.random(n) < 0.5) + along
        near = along + 1e-9 * rng.normal(size=n)
        for g in (rng.normal(size=n), along, -along, holes, near, 1e-100 * along, 1e99 * holes):
            B, found = linalg.null_space(g[np.newaxis]), reference.tangent_basis(g)
            # There are many bases, but one projection on the space that they span.
            agree(found.T @ found, B @ B.T, plus=1e-10)
            agree(found @ found.T, np.eye(n - 1), plus=1e-10)
            agree(found @ g, np.zeros(n - 1), plus=1e-10 * np.abs(g).max())
        for _ in range(10):
            g = of_any_size(rng, n, -100, 100)
            found = reference.tangent_basis(g)
            agree(found @ found.T, np.eye(n - 1), plus=1e-10)
            agree(found @ g, np.zeros(n - 1), plus=1e-10 * np.abs(g).max())


@pytest.mark.oracle("mse_gradient")
def test_the_mean_squared_error_and_its_slopes_are_those_of_jax(reference, jax, rng):
    for n, d in [(1, 1), (6, 3), (4, 1), (2, 5)]:
        X, y, w, b = rng.normal(size=(n, d)), rng.normal(size=n), rng.normal(size=d), rng.normal()
        agree(reference.mse_and_grads(X, y, w, b), jax.mse_and_grads(X, y, w, b), largest=1e-9)
    for shape in [(4, 1), (1, 4), (1,), (3,), ()]:
        with pytest.raises(ValueError):
            reference.mse_and_grads(np.ones((4, 2)), np.ones(shape), np.ones(2), 0.0)


@pytest.mark.oracle("numerical_gradient")
def test_the_numerical_gradient_is_that_of_jax_to_six_digits(reference, jax, rng):
    for name, f in SURFACES.items():
        for shape in [(3,), (1,), (2, 2), ()]:
            x = np.asarray(rng.normal(size=shape))
            found = reference.numerical_gradient(lambda x, f=f: f(x.ravel()), x)
            agree(found, jax.gradient(name, x), largest=1e-6)


@pytest.mark.oracle("numerical_gradient")
def test_the_numerical_gradient_of_entries_of_many_sizes(reference, rng):
    size = 10.0 ** rng.uniform(-8, 8, size=(4, 3))
    x = size * rng.uniform(1, 2, size=size.shape)
    found = reference.numerical_gradient(lambda x: float(np.sum(np.log1p(x))), x)
    agree(found, by_mpmath(lambda t: mp.diff(mp.log, 1 + t), x), largest=1e-6)
    one = lambda i: lambda x: float(np.sqrt(1 + x.flat[i] ** 2))  # noqa: E731
    for i in range(x.size):
        # Each entry by a function of its own, so that each is held to six digits.
        slope = reference.numerical_gradient(one(i), x).flat[i]
        agree(slope, float(by_mpmath(lambda t: t / mp.sqrt(1 + t * t), x.flat[i])), plus=1e-6)


@pytest.mark.oracle("numerical_gradient")
def test_the_numerical_gradient_shows_f_the_shape_and_passes_its_exceptions_on(reference):
    shapes = set()

    def f(x):
        shapes.add(x.shape)
        if x[1, 2] > 5:
            raise ArithmeticError
        return float(np.sum(x))

    x = np.arange(6.0).reshape(2, 3)
    with pytest.raises(ArithmeticError):
        reference.numerical_gradient(f, x)
    agree(x, np.arange(6.0).reshape(2, 3))
    assert shapes == {(2, 3)}


@pytest.mark.oracle("numerical_gradient")
def test_the_numerical_gradient_with_a_given_step_is_exact_for_cubes(reference, rng):
    for shape in [(), (3,), (2, 1, 2)]:
        x = np.asarray(rng.integers(-8, 9, size=shape) / 4)
        for h in (0.5, 0.25):
            # ((x + h)^3 - (x - h)^3) / 2h, multiplied out.
            found = reference.numerical_gradient(lambda x: float(np.sum(x**3)), x, h)
            agree(found, np.asarray(3 * x**2 + h**2))
    whole = np.array([3, -1])
    found = reference.numerical_gradient(lambda x: float(np.sum(x * x)), whole)
    agree(found, np.array([6.0, -2.0]), largest=1e-6)


@pytest.mark.oracle("partials_by_hand")
def test_partials_and_tangent_planes_of_every_variant_are_those_of_jax(variants, jax, rng):
    assert len(variants) >= 8
    for values, reference in variants:
        p = values["p"]
        whole = [(0.0, 3.0), (2.0, 0.0), (-10.0, 10.0)]
        for x, y in [*whole, *rng.uniform(-10, 10, size=(6, 2)).tolist()]:
            agree(reference.partials(x, y), jax.partials(x, y, p), each=1e-9, plus=1e-12)
            plane = reference.tangent_plane(x, y)
            reference.tangent_plane(1.0, 1.0)  # another one, which must not change the first
            far_x, far_y = rng.uniform(-10, 10, size=2)
            for there in [(x, y), (far_x, far_y)]:
                height = jax.tangent_plane(x, y, *there, p)
                # Digits may cancel between the height and the ways along the two slopes.
                ways = np.subtract(there, (x, y))
                terms = np.abs(jax.partials(x, y, p)) @ np.abs(ways)
                agree(plane(*there), height, each=1e-9, plus=1e-13 * terms)


@pytest.mark.oracle("polynomial_derivative")
def test_poly_derivative_is_that_of_numpy_polynomial(reference, rng):
    for n in (1, 2, 3, 8):
        whole, holes = rng.integers(-9, 10, size=n), np.arange(n) % 3 // 2 * 2.5
        for c in (rng.normal(size=n).tolist(), whole.tolist(), holes.tolist(), [0.0] * n):
            found = reference.poly_derivative(c)
            assert isinstance(found, list)
            agree(np.array(found, dtype=float), polynomial.polyder(c))
    for wrong in ("abc", [1.0, "x"], ["2"], [1.0, None]):
        with pytest.raises((TypeError, ValueError)):
            reference.poly_derivative(wrong)


@pytest.mark.oracle("step_size_v")
def test_the_errors_of_a_step_curve_are_the_truncation_by_mpmath_and_the_rounding(reference, rng):
    hs = 10.0 ** rng.permutation(np.arange(-13.0, 1.0))
    for f, exact, dfdx in [
        (math.exp, mp.exp, math.exp),
        (math.sin, mp.sin, math.cos),
        (math.atan, mp.atan, lambda x: 1 / (1 + x * x)),
    ]:
        x = rng.uniform(0.3, 1.5)
        errors, best = reference.step_curve(f, dfdx, x, hs)
        truncation = by_mpmath(
            lambda h, x=x, exact=exact: abs(
                (exact(x + h) - exact(x - h)) / (2 * h) - mp.diff(exact, x)
            ),
            hs,
        )
        # x + h and f are rounded, and the division by h makes of that what it will.
        rounding = 8 * np.finfo(float).eps * max(1, abs(f(x)), abs(x)) / hs + 1e-15
        assert errors.shape == hs.shape
        assert np.all(errors >= 0)
        assert np.all(np.abs(errors - truncation) <= rounding)
        assert errors[hs == best] == errors.min()
        assert 1e-8 < best < 1e-3


@pytest.mark.oracle("step_size_v")
def test_a_step_curve_is_exact_for_dyadic_cubes(reference, rng):
    hs = rng.permutation([0.5, 0.25, 1.0, 0.125])
    x = 0.75
    errors, best = reference.step_curve(lambda x: -2 * x**3, lambda x: -6 * x**2, x, hs)
    agree(errors, 2 * hs**2)
    agree(best, 0.125)
    alone = reference.step_curve(lambda x: x**2, lambda x: 2 * x, 3.0, np.array([0.5]))
    agree(alone, (np.zeros(1), 0.5))
