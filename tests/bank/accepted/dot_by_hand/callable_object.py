import numpy as np


class Dot:
    def __call__(self, u, v):
        if len(u) != len(v):
            raise ValueError(f"{len(u)} against {len(v)}")
        return self.value(u, v)


class Loop(Dot):
    def value(self, u, v):
        total = 0.0
        for a, b in zip(u.tolist(), v.tolist(), strict=True):
            total += a * b
        return total


class Vectors(Dot):
    def value(self, u, v):
        return np.vdot(u.astype(float), v.astype(float))


dot_loop = Loop()
dot_vec = Vectors()
