import numpy as np


def linear(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return the outputs (N, M) of a linear layer for a batch of N examples.

    X: (N, ...), the axes behind the first holding D values in all
    W: (D, M)
    b: (M,)

    Raises ValueError if an example has not D values.
    """
    raise NotImplementedError
