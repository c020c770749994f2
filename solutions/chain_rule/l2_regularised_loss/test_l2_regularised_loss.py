import numpy as np

from grader.judge.expect import (
    expect,
    expect_array,
    expect_close,
    expect_gradient,
    expect_unchanged,
)

SHAPES = {"W1": (3, 4), "b1": (4,), "W2": (4, 2), "b2": (2,)}
OTHERS = {"W": (2,), "gain": (2,), "W_out": (2, 2, 3), "Bias": (3,), "shoW": (2,)}
FRESH = """
new = regularise(1.0, grads, params, lam)[1]
[any(np.shares_memory(new[k], old[k]) for old in (grads, params)) for k in sorted(grads)]
"""


def parameters(rng, shapes=SHAPES):
    """Tenths from 0.3 to 2.9 in size, with signs."""
    return {
        name: rng.integers(3, 30, size=shape) / 10 * rng.choice([-1.0, 1.0], size=shape)
        for name, shape in shapes.items()
    }


def penalty(params, lam):
    return lam / 2 * sum(float(np.sum(w**2)) for name, w in params.items() if name[0] == "W")


def right(loss, grads, params, lam):
    slopes = {
        name: g + (lam * params[name] if name[0] == "W" else 0.0) for name, g in grads.items()
    }
    return loss + penalty(params, lam), slopes


def two(value, grads):
    expect(type(value) in (tuple, list) and len(value) == 2, "Return two values: loss and grads.")
    expect(type(value[1]) is dict, "The gradients must be a dict.")
    expect(set(value[1]) == set(grads), "The gradients must have the names of the parameters.")
    return value


def test_loss(student, rng):
    for shapes in (SHAPES, OTHERS, {"W": (1,)}):
        params, grads = parameters(rng, shapes), parameters(rng, shapes)
        loss, lam = float(rng.integers(2, 9)) / 10, float(rng.integers(3, 9)) / 4
        value = two(student.regularise(loss, grads, params, lam), grads)
        expect_close(value[0], right(loss, grads, params, lam)[0], what="the loss")


def test_gradients(student, rng):
    for shapes in (SHAPES, OTHERS, {"b": (3,)}, {"W": (1,)}):
        params, grads = parameters(rng, shapes), parameters(rng, shapes)
        lam = float(rng.integers(3, 9)) / 4
        _, slopes = two(student.regularise(1.0, grads, params, lam), grads)
        expect_close(slopes, right(1.0, grads, params, lam)[1], what="the gradients")


def test_gradient_of_the_loss_returned(student, rng):
    shapes = {"W1": (2, 3), "b1": (3,)}
    params, target = parameters(rng, shapes), parameters(rng, shapes)

    def data(at):
        """A loss of the data, and its gradient."""
        value = sum(float(np.sum((at[name] - target[name]) ** 2)) / 2 for name in shapes)
        return value, {name: at[name] - target[name] for name in shapes}

    for lam in (0.3, 1000.0):

        def own(at, lam=lam):
            loss, grads = data(at)
            return float(expect_array(student.regularise(loss, grads, at, lam)[0], ()))

        loss, grads = data(params)
        _, slopes = two(student.regularise(loss, grads, params, lam), grads)
        what = "the gradient, compared with the slope of your own loss"
        expect_gradient(own, params, slopes, what=what)


def test_no_springs(student, rng):
    params, grads = parameters(rng), parameters(rng)
    loss, slopes = two(student.regularise(2.5, grads, params, 0.0), grads)
    expect_close(loss, 2.5, what="the loss for lam = 0")
    expect_close(slopes, grads, what="the gradients for lam = 0")
    params = {name: 0 * value for name, value in params.items()}
    loss, slopes = two(student.regularise(2.5, grads, params, 2.0), grads)
    expect_close(loss, 2.5, what="the loss where all weights are 0")
    expect_close(slopes, grads, what="the gradients where all weights are 0")


def test_proportional(student, rng):
    params, grads = parameters(rng), parameters(rng)
    (l1, g1), (l3, g3) = (
        two(value, grads)
        for value in student.regularise.map([(0.0, grads, params, 1.0), (0.0, grads, params, 3.0)])
    )
    l1 = float(expect_array(l1, ()))
    expect(l1 > 0, "The penalty of weights other than 0 is above 0.")
    expect_close(l3, 3 * l1, what="the penalty with springs three times as strong")
    pull = {k: expect_array(g1[k], SHAPES[k]) - grads[k] for k in SHAPES}
    expect_close(
        {k: np.asarray(g3[k]) - grads[k] for k in SHAPES},
        {k: 3 * v for k, v in pull.items()},
        what="the pull of springs three times as strong",
    )
    expect_close(
        np.sum(pull["W1"] * params["W1"] + 0.0) + np.sum(pull["W2"] * params["W2"]),
        2 * l1,
        what="the pull times the weights, compared with twice the penalty",
    )


def test_new_arrays(student, rng):
    params, grads = parameters(rng), parameters(rng)
    for lam in (0.0, 0.5):
        value = student.evaluate(
            "import numpy as np\n" + FRESH, grads=grads, params=params, lam=lam
        )
        expect(
            value == [False] * 4, "An array that you return shares its numbers with the caller's."
        )
    value = expect_unchanged(student.regularise, 1.0, grads, params, 0.5)
    expect_close(two(value, grads)[1], right(1.0, grads, params, 0.5)[1])
