def softmax(Z, axis=-1):
    import numpy as np

    Z = np.asarray(Z)
    E = np.exp(Z - np.expand_dims(np.amax(Z, axis), axis))
    return np.divide(E, np.expand_dims(np.add.reduce(E, axis), axis)).tolist()
