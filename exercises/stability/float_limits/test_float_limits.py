from grader.judge.expect import expect, expect_array, expect_close

KEYS = ("epsilon", "largest", "smallest_normal", "smallest_subnormal")


def test_one_ruler(student):
    for dtype in ("float32", "float64"):
        found = student.probe(dtype)
        expect(
            isinstance(found, dict) and set(found) == set(KEYS),
            "Return a dict with the keys epsilon, largest, smallest_normal, smallest_subnormal.",
        )
        epsilon, largest, normal, subnormal = (
            float(expect_array(found[key], (), what=key)) for key in KEYS
        )
        expect(1 < largest < float("inf"), "The largest number must be finite, and above 1.")
        expect(
            0 < subnormal < normal < epsilon < 1,
            "0, smallest_subnormal, smallest_normal, epsilon and 1 must stand in this order.",
        )
        expect_close(normal * epsilon, subnormal, what="the smallest normal number times epsilon")
