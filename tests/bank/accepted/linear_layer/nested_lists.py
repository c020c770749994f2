def linear(X, W, b):
    import numpy as np

    print("X", X.shape, "W", W.shape)
    return np.add(np.dot(X.reshape(X.shape[0], -1), W), b).tolist()
