"""What jax computes for the oracle tests, in float64. Only `apart.call` imports this module.

Losses are written as their definitions say, and every slope is jax's own.
"""

from __future__ import annotations

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

jax.config.update("jax_enable_x64", True)
jax.config.update("jax_platforms", "cpu")
jax.config.update("jax_disable_most_optimizations", True)  # most time goes into compiling


def as_numpy(value):
    return jax.tree.map(np.array, value)


def entries_of(f):
    """The slope of f, a function of one number, at each entry of an array of up to 64."""
    slopes = jax.jit(jax.grad(lambda z: jnp.sum(f(z))))

    def at(z):
        # Always of one length, so that there is one thing to compile.
        padded = np.pad(np.ravel(z), (0, 64 - np.size(z)))
        return slopes(padded)[: np.size(z)].reshape(np.shape(z))

    return at


def vjp(f, at, upstream):
    """The slopes of a loss by each of f's arguments, from those by what f gives."""

    return jax.vjp(f, *at)[1](upstream)


# Matrices: functions of jax itself.


def one_hot(y, n):
    return jax.nn.one_hot(y, n, dtype=float)


@jax.jit
def dot_general(Q, K):
    """The scores of attention: axes 0 and 1 are a batch, axis 3 of each is summed over."""
    return jax.lax.dot_general(Q, K, (((3,), (3,)), ((0, 1), (0, 1))))


# Activations and their slopes.

slope_of_sigmoid = entries_of(jax.nn.sigmoid)
slope_of_tanh = entries_of(jnp.tanh)
slope_of_relu = entries_of(jax.nn.relu)
slope_of_softplus = entries_of(jax.nn.softplus)
slope_of_silu = entries_of(jax.nn.silu)
slope_of_gelu = entries_of(lambda z: jax.nn.gelu(z, approximate=False))


def slope_of_leaky_relu(z, a):
    return entries_of(lambda z: jax.nn.leaky_relu(z, a))(z)


# Functions of several inputs, known here and in test_derivatives.py by the same names.

SURFACES = {
    "waves": lambda x: jnp.sum(jnp.sin(x) * x[::-1]) + x[0] ** 3,
    "bowl": lambda x: jnp.log(jnp.sum(jnp.exp(x))) + jnp.sum(x**2) / 2,
    "bell": lambda x: jnp.exp(-jnp.sum(x**2) / 2) + jnp.prod(jnp.cos(x)),
}
FIELDS = {
    "turns": lambda x: jnp.stack([jnp.sin(x[0]) * x[-1], jnp.sum(x**2), jnp.exp(x[0] / 2)]),
    "softmax": jax.nn.softmax,
    "logsumexp": jax.nn.logsumexp,
}


@partial(jax.jit, static_argnums=0)
def gradient(name, x):
    return jax.grad(lambda flat: SURFACES[name](flat))(jnp.ravel(x)).reshape(jnp.shape(x))


@partial(jax.jit, static_argnums=0)
def second_slopes(name, x):
    return jax.hessian(SURFACES[name])(x)


@partial(jax.jit, static_argnums=0)
def slopes_of_field(name, x):
    return jax.jacfwd(FIELDS[name])(x)


@partial(jax.jit, static_argnums=0)
def slope_along(name, x, v):
    return jax.jvp(SURFACES[name], (x,), (v,))[1]


@partial(jax.jit, static_argnums=(0, 3))
def descent(name, x0, lr, steps):
    def step(x, _):
        x = x - lr * jax.grad(SURFACES[name])(x)
        return x, x

    return jnp.concatenate([x0[None], jax.lax.scan(step, x0, length=steps)[1]])


@jax.jit
def gradient_of_quadratic(A, b, x):
    return jax.grad(lambda x: x @ A @ x / 2 + b @ x + 3.0)(x)


@jax.jit
def mse_and_grads(X, y, w, b):
    loss = jax.value_and_grad(lambda w, b: jnp.mean((X @ w + b - y) ** 2), (0, 1))
    value, slopes = loss(w, b)
    return value, *slopes


def _surface(x, y, p):
    return x**p * y + jnp.sin(x * y)


_surface_slopes = jax.jit(jax.grad(_surface, (0, 1)))


def partials(x, y, p):
    """p as a float, so that all powers share one compiled function."""
    return _surface_slopes(x, y, float(p))


@jax.jit
def _plane(x0, y0, x, y, p):
    at = x0, y0
    value, change = jax.jvp(lambda x, y: _surface(x, y, p), at, (x - x0, y - y0))
    return value + change


def tangent_plane(x0, y0, x, y, p):
    return _plane(x0, y0, x, y, float(p))


# The way back through layers.


@jax.jit
def affine(dout, X, W, b):
    return vjp(lambda X, W, b: X.reshape(len(X), -1) @ W + b, (X, W, b), dout)


@jax.jit
def matmul(G, A, B):
    return vjp(jnp.matmul, (A, B), G)


@partial(jax.jit, static_argnums=1)
def broadcast(g, shape):
    [slopes] = vjp(lambda x: jnp.broadcast_to(x, g.shape), (jnp.zeros(shape),), g)
    return slopes


CHAIN = {
    "double": lambda v: 2 * v,
    "negate": jnp.negative,
    "square": jnp.square,
    "exp": jnp.exp,
    "sin": jnp.sin,
    "tanh": jnp.tanh,
    "sigmoid": jax.nn.sigmoid,
    "relu": jax.nn.relu,
}
SLOPE = {name: jax.jit(jax.grad(f)) for name, f in CHAIN.items()}


def values_on_the_way(names, x):
    values = [x]
    for name in names:
        values.append(float(CHAIN[name](values[-1])))
    return values


def slope_of_chain(names, x):
    def whole(v):
        for name in names:
            v = CHAIN[name](v)
        return v

    arriving = values_on_the_way(names, x)[:-1]
    factors = [float(SLOPE[name](v)) for name, v in zip(names, arriving, strict=True)]
    return float(jax.grad(whole)(x)), factors


def _cross_entropy(S, y):
    return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(S), y[:, None], axis=1))


@jax.jit
def softmax_xent(Z, y):
    return jax.value_and_grad(_cross_entropy)(Z, y)


def _network(layers, X, y):
    for W, b in layers[:-1]:
        X = jax.nn.relu(X @ W + b)
    W, b = layers[-1]
    return _cross_entropy(X @ W + b, y)


@jax.jit
def network(layers, X, y):
    return jax.value_and_grad(_network)(layers, X, y)


@jax.jit
def regularise(slopes, params, lam):
    """A loss whose slopes by the parameters are those given, and with the penalty."""

    def loss(params):
        rest = sum(jnp.sum(slopes[name] * params[name]) for name in params)
        weights = [params[name] for name in params if name[0] == "W"]
        return rest + lam / 2 * sum(jnp.sum(W**2) for W in weights)

    return jax.value_and_grad(loss)(params)


def _layernorm(X, g, b, eps):
    return g * jax.nn.standardize(X, axis=1, epsilon=eps) + b


@jax.jit
def layernorm(X, g, b, eps, dY):
    return _layernorm(X, g, b, eps), vjp(lambda X, g, b: _layernorm(X, g, b, eps), (X, g, b), dY)


@jax.jit
def mean_bce(z, y):
    def loss(z):
        return -jnp.mean(y * jax.nn.log_sigmoid(z) + (1 - y) * jax.nn.log_sigmoid(-z))

    return jax.value_and_grad(loss)(z)


@jax.jit
def softmax_slopes(z):
    return jax.jacrev(jax.nn.softmax)(z)


@jax.jit
def softmax_vjp(dout, z):
    """The probabilities of the scores z, and the slopes of the loss by z."""
    [slopes] = vjp(jax.nn.softmax, (z,), dout)
    return jax.nn.softmax(z), slopes


@partial(jax.jit, static_argnums=0)
def elementwise_vjp(name, dout, x):
    """What the function gives at x, and the slopes of the loss by x."""
    f = {"log": jnp.log, **CHAIN}[name]
    return f(x), vjp(f, (x,), dout)[0]


def tape(data, steps):
    """The last value of a program, and its slope by each number of `data`.

    A step is a name and its arguments: places among the values so far, or a plain number.
    """

    def last(data):
        values = list(data)
        for name, *args in steps:
            match name:
                case "add":
                    values.append(values[args[0]] + values[args[1]])
                case "mul":
                    values.append(values[args[0]] * values[args[1]])
                case "add_number":
                    values.append(args[1] + values[args[0]])
                case "mul_number":
                    values.append(args[1] * values[args[0]])
                case "power":
                    values.append(values[args[0]] ** args[1])
                case "tanh" | "relu":
                    values.append(CHAIN[name](values[args[0]]))
        return values[-1]

    return jax.value_and_grad(last)([float(x) for x in data])


# Stability.


@partial(jax.jit, static_argnums=1)
def softmax(Z, axis):
    return jax.nn.softmax(Z, axis)


@jax.jit
def linear_classifier(W, b, X, y):
    return jax.value_and_grad(lambda W, b: _cross_entropy(X @ W + b, y), (0, 1))(W, b)
