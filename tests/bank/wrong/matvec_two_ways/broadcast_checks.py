import numpy as np


def matvec_rows(A, x) -> np.ndarray:
    # numpy raises ValueError by itself if the sizes do not fit
    return (A * x).sum(axis=1)


def matvec_cols(A, x) -> np.ndarray:
    return (A.T * x[:, None]).sum(axis=0)
