from fractions import Fraction

from grader.judge.expect import expect, expect_close

EMPTY = (0, 0.0, 0.0)
FEED = """
state = (0, 0.0, 0.0)
for x in data:
    state = update(state, x)
state
"""
SPLIT = """
states = []
for part in parts:
    state = (0, 0.0, 0.0)
    for x in part:
        state = update(state, x)
    states.append(state)
whole = (0, 0.0, 0.0)
for state in states:
    whole = merge(whole, state)
whole
"""


def exact(data):
    """The state of the numbers, by rational arithmetic, rounded once."""
    numbers = [Fraction(x) for x in data]
    n = len(numbers)
    if n == 0:
        return EMPTY
    mean = sum(numbers) / n
    return n, float(mean), float(sum((x - mean) ** 2 for x in numbers))


def expect_state(value, right, scale, rtol=1e-9):
    """n is right, and mean and M2 are right beside numbers of that scale, or to rtol."""
    expect(
        isinstance(value, tuple | list) and len(value) == 3,
        "Return three values: n, the mean and M2.",
    )
    expect_close(value[0], right[0], rtol=0, what="n")
    # Near a billion a part in a billion is as much as the numbers differ.
    digits = 1e-9 if scale < 1e9 else 1e-12
    expect_close(value[1], right[1], rtol=digits, atol=1e-12 * scale, what="the mean")
    atol = 1e-12 * scale**2 if rtol == 1e-9 else 0.0
    expect_close(value[2], right[2], rtol=rtol, atol=atol, what="M2")


def halves(rng, n):
    """n numbers in steps of one half, from -10 to 10, not all equal, with a mean that is not 0."""
    while True:
        data = (rng.integers(-20, 21, size=n) / 2).tolist()
        if sum(data) and len(set(data)) == n:
            return data


def far(rng, n):
    """n numbers near a billion that differ by a few units."""
    offset = float(rng.choice([-1e9, 1e9])) + 0.5 * float(rng.integers(1, 100))
    return [offset + x for x in halves(rng, n)]


def test_one_more(student, rng):
    lengths = (1, 2, 3, 3, 5, 6)
    streams = [halves(rng, n) for n in lengths]
    calls = [(exact(data[:-1]), data[-1]) for data in streams]
    for data, value in zip(streams, student.update.map(calls), strict=True):
        expect_state(value, exact(data), 10)


def test_whole_stream(student, rng):
    for data in ([], halves(rng, 1), halves(rng, 6), [0.1] * 10, rng.normal(size=200).tolist()):
        expect_state(student.evaluate(FEED, data=data), exact(data), 10)


def test_stream_far_from_zero(student, rng):
    long = (1e9 + rng.integers(-8, 9, size=1000) / 2).tolist()
    for data in (far(rng, 3), far(rng, 8), long):
        expect_state(student.evaluate(FEED, data=data), exact(data), 1e9, rtol=1e-6)


def parts(rng, draw):
    """Pairs of parts of unequal and equal lengths, their means apart."""
    pairs = []
    for n_a, n_b in ((1, 2), (4, 1), (2, 5), (3, 3), (1, 1)):
        while True:
            data = draw(rng, n_a + n_b)
            a, b = exact(data[:n_a]), exact(data[n_a:])
            if abs(a[1] - b[1]) > 1:
                break
        pairs.append((a, b, exact(data)))
    return pairs


def test_two_parts(student, rng):
    cases = parts(rng, halves)
    values = student.merge.map([(a, b) for a, b, _ in cases])
    for (_, _, right), value in zip(cases, values, strict=True):
        expect_state(value, right, 10)


def test_parts_far_from_zero(student, rng):
    cases = parts(rng, far)
    values = student.merge.map([(a, b) for a, b, _ in cases])
    for (_, _, right), value in zip(cases, values, strict=True):
        expect_state(value, right, 1e9, rtol=1e-6)


def test_empty_parts(student, rng):
    some = exact(halves(rng, 4))
    values = student.merge.map([(EMPTY, some), (some, EMPTY), (EMPTY, EMPTY)])
    for value, right in zip(values, (some, some, EMPTY), strict=True):
        expect_state(value, right, 10)


def test_any_split(student, rng):
    data = halves(rng, 9)
    cuts = sorted(rng.integers(1, 9, size=2).tolist())
    for split in (
        [data[: cuts[0]], data[cuts[0] : cuts[1]], data[cuts[1] :]],
        [[x] for x in data],
        [[], data],
        [data, [], []],
        [],
    ):
        right = exact([x for part in split for x in part])
        expect_state(student.evaluate(SPLIT, parts=split), right, 10)
