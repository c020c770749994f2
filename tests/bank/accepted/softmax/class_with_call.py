import numpy as np


class Softmax:
    """As a layer would be written."""

    def __call__(self, Z: np.ndarray, axis: int = -1) -> np.ndarray:
        self.out = self.normalised(np.exp(Z - self.top(Z, axis)), axis)
        return self.out

    @staticmethod
    def top(Z, axis):
        return np.maximum.reduce(Z, axis=axis, keepdims=True)

    @staticmethod
    def normalised(E, axis):
        return E / np.add.reduce(E, axis=axis, keepdims=True)


softmax = Softmax()
