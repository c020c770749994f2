import mpmath
import numpy as np

from grader.judge.expect import expect, expect_close
from grader.judge.remembered import remembered

RTOL = {"float16": 1e-9, "float32": 1e-6, "float64": 1e-12}  # exp differs between machines


@remembered
def exact(dtype):
    """(high, low) of the type, by exponentials to 60 digits that are rounded to the type."""
    info = np.finfo(dtype)
    number = info.dtype.type
    with mpmath.workdps(60):
        largest, smallest = mpmath.mpf(float(info.max)), mpmath.mpf(float(info.smallest_subnormal))
        # From the middle between the largest number and the next power of two on, it is infinite.
        over = largest + largest / (2 - float(info.eps)) * float(info.eps) / 2
        ends = []
        for wall, inwards in ((over, -1), (smallest / 2, 1)):
            x = number(float(mpmath.log(wall)))
            while inwards * (mpmath.exp(float(x)) - wall) <= 0:
                x = np.nextafter(x, number(0))
            ends.append(float(x))
    return ends


def both(student):
    """The two ends for each type."""
    answers = student.exp_range.map(list(RTOL))
    for ends in answers:
        is_pair = isinstance(ends, tuple | list) and len(ends) == 2
        expect(is_pair, "Return two numbers: the largest argument and the smallest.")
    return zip(RTOL, answers, strict=True)


def test_high(student):
    for dtype, ends in both(student):
        expect_close(ends[0], exact(dtype)[0], rtol=RTOL[dtype], what=f"the upper end for {dtype}")


def test_low(student):
    for dtype, ends in both(student):
        expect_close(ends[1], exact(dtype)[1], rtol=RTOL[dtype], what=f"the lower end for {dtype}")


def test_of_the_type(student):
    for dtype, ends in both(student):
        for end in ends:
            expect_close(
                end,
                float(np.dtype(dtype).type(end)),
                rtol=0,
                atol=0,
                what=f"an end, rounded to {dtype}",
            )
