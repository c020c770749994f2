import math

import numpy as np


def softmax_xent(Z, y):
    losses = []
    grad = []
    N = len(Z)
    for row, truth in zip(Z, y):
        scores = [float(s) for s in row]
        top = max(scores)
        weights = [math.exp(s - top) for s in scores]
        total = math.fsum(weights)
        losses.append(math.log(total) + top - scores[truth])
        grad.append([(w / total - (c == truth)) / N for c, w in enumerate(weights)])
    return math.fsum(losses) / N, np.array(grad)
