def linear(X, W, b):
    number_of_inputs, number_of_outputs = W.shape
    samples = X.reshape((-1, number_of_inputs))
    result = samples.dot(W)
    for m in range(number_of_outputs):
        result[:, m] += b[m]
    return result
