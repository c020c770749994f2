import numpy as np

from grader.judge.expect import code, expect, expect_array, expect_unchanged

WORDS = "pass", "wrong", "kink", "unresolved"


def rows(value, x):
    """What came back: verdicts, slopes and error bars, an array of each."""
    expect(
        type(value) in (list, tuple) and len(value) == x.size,
        "Return a list with one dict for each entry of x.",
    )
    for row in value:
        expect(
            type(row) is dict and {"verdict", "numeric", "error"} <= row.keys(),
            "Each entry needs a dict with 'verdict', 'numeric' and 'error'.",
        )
        expect(
            type(row["verdict"]) in (str, np.str_) and row["verdict"] in WORDS,
            "A verdict must be 'pass', 'wrong', 'kink' or 'unresolved'.",
        )
    numbers = [numbers_of([row[name] for row in value], name) for name in ("numeric", "error")]
    return [str(row["verdict"]) for row in value], *numbers


def numbers_of(entries, name):
    if not all(type(one) in (float, np.float64) for one in entries):
        entries = [float(expect_array(one, (), what=f"`{name}`")) for one in entries]
    return np.array(entries, dtype=float)


def expect_verdicts(found, wanted, told):
    """`wanted` has a word, or several that will do, for each entry."""
    for word, right in zip(found, wanted, strict=True):
        expect(word in (right if type(right) is tuple else (right,)), told)


def numbers(rng, shape):
    """Quarters from 1/2 to 2, with signs, so that no slope below is small."""
    size = rng.integers(2, 9, size=shape) / 4
    return size * rng.choice([-1.0, 1.0], size=shape)


def weights(rng, shape):
    return (rng.integers(2, 10, size=shape) / 2).tolist()


def smooth(rng, shape):
    """Functions and their gradients, as texts, with weights of their own."""
    w = f"np.array({weights(rng, shape)})"
    return [
        (f"np.sum({w} * x**3)", f"3 * {w} * x**2"),
        (f"np.sum({w} * np.exp(x / 2))", f"{w} * np.exp(x / 2) / 2"),
        ("np.log(np.sum(np.exp(x)))", "np.exp(x) / np.sum(np.exp(x))"),
        (f"np.sum({w} / x)", f"-{w} / x**2"),
    ]


def ask(student, f, grad, x):
    return rows(student.check_gradient(code(f"lambda x: {f}"), code(f"lambda x: {grad}"), x), x)


def test_right_claims(student, rng):
    for shape in ((3,), (2, 3), (1,), (2, 2, 2)):
        for f, grad in smooth(rng, shape):
            x = numbers(rng, shape)
            for claim in (grad, f"1.00005 * ({grad})"):
                found, *_ = ask(student, f, claim, x)
                expect_verdicts(found, ["pass"] * x.size, "This gradient is right, and must pass.")


def test_wrong_claims(student, rng):
    for wrong in ("-({})", "2 * ({})", "0 * ({})", "({}) / 3", "1.05 * ({})", "0.98 * ({})"):
        for f, grad in smooth(rng, (3,)):
            x = numbers(rng, (3,))
            found, *_ = ask(student, f, wrong.format(grad), x)
            expect_verdicts(found, ["wrong"] * 3, "This gradient is wrong in every entry.")


def test_one_wrong_entry(student, rng):
    for shape in ((5, 6), (14,)):
        size = int(np.prod(shape))
        for place in (int(rng.integers(size // 2)), size - 1 - int(rng.integers(size // 4))):
            f, grad = smooth(rng, shape)[int(rng.integers(2))]
            x = numbers(rng, shape)
            off = np.ones(shape)
            off.flat[place] = 1.5
            found, *_ = ask(student, f, f"({grad}) * np.array({off.tolist()})", x)
            wanted = ["wrong" if i == place else "pass" for i in range(size)]
            expect_verdicts(found, wanted, "One entry of this gradient is wrong, all others right.")


def test_lowest_points(student, rng):
    w = weights(rng, 3)
    for offset in (16.0, 64.0):
        x = np.array([0.0, 1.5, -0.5])
        f = f"np.sum(np.array({w}) * (x - np.array({x.tolist()}))**2) + {offset}"
        found, *_ = ask(student, f, "np.zeros(3)", x)
        expect_verdicts(found, ["pass"] * 3, "At a lowest point the slope is 0, and that is right.")
        found, *_ = ask(student, f, "np.full(3, 0.5)", x)
        expect_verdicts(found, ["wrong"] * 3, "At a lowest point the slope is 0, and not a half.")
    # An entry that f doesn't look at.
    found, *_ = ask(student, "x[0] ** 3", "np.array([3 * x[0]**2, 0.0, 0.01])", numbers(rng, 3))
    expect_verdicts(found, ["pass", "pass", "wrong"], "f doesn't depend on the last two entries.")
    # All that is measured here is exactly 0, and all that is claimed.
    found, *_ = ask(student, "np.sum(np.maximum(x, 0))", "np.zeros(3)", -np.abs(numbers(rng, 3)))
    expect_verdicts(found, ["pass"] * 3, "The slope is 0, and 0 is claimed.")


def test_kinks(student, rng):
    relu = "np.sum(np.array({w}) * np.maximum(x, 0))", "np.array({w}) * (x {sign} 0)"
    leaky = (
        "np.sum(np.array({w}) * np.where(x > 0, x, x / 5))",
        ("np.array({w}) * np.where(x {sign} 0, 1, 1 / 5)"),
    )
    bent = "np.sum(np.array({w}) * np.abs(x)) + np.sum(x**2)", "np.array({w}) * np.sign(x) + 2 * x"
    for f, grad in (relu, leaky, bent):
        for sign in (">", ">="):
            w, x = weights(rng, 4), numbers(rng, 4)
            place = int(rng.integers(4))
            x[place] = 0.0
            found, *_ = ask(student, f.format(w=w), grad.format(w=w, sign=sign), x)
            wanted = ["kink" if i == place else "pass" for i in range(4)]
            expect_verdicts(found, wanted, "One entry is at a kink; all other claims are right.")
    found, *_ = ask(
        student, f"np.sum(np.array({weights(rng, 3)}) * np.abs(x))", "0 * x", np.zeros(3)
    )
    expect_verdicts(found, ["kink"] * 3, "Every entry is at a kink, where f is 0.")
    x = numbers(rng, 3)
    x[1] = x[2]
    found, *_ = ask(student, "max(x[1], x[2]) + x[0] ** 3", "np.array([-x[0], 0.5, 0.5])", x)
    expect_verdicts(found, ["wrong", "kink", "kink"], "At a tie a maximum has a kink.")


def test_scales(student, rng):
    for size in (1e-9, 1e-6, 1e6, 1e9):
        f, grad = smooth(rng, (3,))[int(rng.integers(3))]
        x = numbers(rng, 3)
        for factor, word in ((1, "pass"), (1.5, "wrong"), (0, "wrong")):
            found, *_ = ask(student, f"{size} * {f}", f"{size * factor} * {grad}", x)
            expect_verdicts(found, [word] * 3, "The verdict must not depend on the size of f.")
    for size in (1e4, 1e8, 1e14):
        x = numbers(rng, 3) * size
        for factor, word in ((1, "pass"), (1.5, "wrong")):
            f, grad = f"np.sum((x / {size})**3)", f"{factor} * 3 * x**2 / {size**3}"
            found, *_ = ask(student, f, grad, x)
            expect_verdicts(found, [word] * 3, "Large entries need large steps.")


def test_noise_of_rounding(student, rng):
    right, double = ("pass", "unresolved"), ("wrong", "unresolved")
    told = "The rounding of f must not make a right gradient wrong, nor a wrong one right."
    for claim, words in (("{}", right), ("2 * {}", double)):
        x, slopes = rng.uniform(0.5, 2, size=60), f"np.array({numbers(rng, 60).tolist()})"
        for offset in (1e8, 1e10, -1e10):
            f = f"{slopes} @ x + {offset}"
            found, *_ = ask(student, f, claim.format(slopes), x)
            expect_verdicts(found, [words] * 60, told)
        # As large an offset as there may be, at many places: each is rounded in its own way.
        for _ in range(20):
            x, near = rng.uniform(0.2, 1, size=8), f"np.array({rng.uniform(0.5, 0.51, 8).tolist()})"
            found, *_ = ask(student, f"{near} @ x + 1e10", claim.format(near), x)
            expect_verdicts(found, [words] * 8, told)
        x = rng.integers(4, 9, size=2) / 4
        single = "float(np.sum(x.astype(np.float32) ** 2))"
        found, *_ = ask(student, single, claim.format("2 * x"), x)
        expect_verdicts(found, [words] * 2, told)


def test_nothing_to_measure(student, rng):
    x = numbers(rng, 3)
    f = f"np.sum(x) + 2 * np.sum(x >= np.array({x.tolist()}))"
    found, *_ = ask(student, f, "np.ones(3)", x)
    expect_verdicts(found, ["unresolved"] * 3, "f jumps here, so there is no slope to measure.")
    noise = "np.sum(x + np.sin(1e9 * x + 1e7 * np.cos(1e7 * x)))"
    told = 0
    for _ in range(8):  # of 480 places a few look smooth by chance
        found, *_ = ask(student, noise, "np.ones(60)", rng.uniform(0.5, 2, size=60))
        told += sum(word in ("unresolved", "kink") for word in found)
    expect(told >= 470, "f is noise here, so there is no slope to measure.")
    for f in ("np.sum(np.where(x > 1, np.nan, x))", "np.sum(np.where(x < 1, np.inf, x))"):
        found, *_ = ask(student, f, "np.ones(2)", np.ones(2))
        expect_verdicts(found, ["unresolved"] * 2, "f is not finite to one side.")


def test_error_bars(student, rng):
    x = numbers(rng, 12)
    for f, grad in smooth(rng, 12):
        right = eval(grad, {"np": np, "x": x})
        for offset in ("0", "1e10", "-1e10"):
            _, numeric, error = ask(student, f"{f} + {offset}", grad, x)
            holds = np.abs(numeric - right) <= error + 1e-9 * np.abs(right)
            expect(np.all(holds), "The true slope must lie within the error bar.")
            expect(np.all(error > 0), "An error bar of 0 claims too much.")
            if offset == "0":
                is_short = error <= 1e-3 * np.abs(right)
                expect(np.all(is_short), "The error bar is too long to be of use.")


def test_careless_functions(student, rng):
    x = numbers(rng, (2, 2))
    f = code("lambda x: [float(np.sum(x ** 3)), x.fill(7)][0]")
    grad = code("lambda x: [3 * x ** 2, x.fill(7)][0]")
    found, *_ = rows(expect_unchanged(student.check_gradient, f, grad, x), x)
    expect_verdicts(found, ["pass"] * 4, "f and grad write into what they are given.")


def test_same_verdicts(student, rng):
    x = numbers(rng, 4)
    x[0] = 0.0
    f = "np.sum(np.abs({x}) + {x}**3)"
    grad = "np.array([1, 1, 1.5, -1]) * (np.sign({x}) + 3 * {x}**2)"
    plain, *_ = ask(student, f.format(x="x"), grad.format(x="x"), x)
    for c in (1e-6, 1e6, -3.0):
        found, *_ = ask(student, f"{c} * ({f.format(x='x')})", f"{c} * {grad.format(x='x')}", x)
        expect_verdicts(found, plain, "For c times f the verdicts must be the same.")
    shift = np.array([0.5, 0.25, -0.5, 1.0])
    moved = f"(x - np.array({shift.tolist()}))"
    found, *_ = ask(student, f.format(x=moved), grad.format(x=moved), x + shift)
    expect_verdicts(found, plain, "For f moved aside the verdicts must be the same.")
    wanted = ["kink", "pass", "wrong", "wrong"]
    expect_verdicts(plain, wanted, "A kink, a right claim and two wrong ones.")
