class Exact:
    """A running sum as a pair of floats."""

    def __init__(self):
        self.high = 0.0
        self.low = 0.0

    def add(self, v):
        t = self.high + v
        back = t - self.high
        self.low += (self.high - (t - back)) + (v - back)  # Knuth's two-sum: no comparison
        self.high = t


def neumaier_sum(x) -> float:
    pot = Exact()
    for v in x:
        pot.add(float(v))
    return pot.high + pot.low
