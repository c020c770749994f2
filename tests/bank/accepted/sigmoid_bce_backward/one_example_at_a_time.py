import math


def sigmoid(t):
    if t >= 0:
        return 1 / (1 + math.exp(-t))
    e = math.exp(t)
    return e / (1 + e)


def composed(z, y):
    N = len(z)
    loss = 0.0
    dz = []
    for score, truth in zip(z.tolist(), y.tolist()):
        p = sigmoid(score)
        if truth == 1:
            loss -= math.log(p) / N
            dp = -1 / p / N
        else:
            loss -= math.log(1 - p) / N
            dp = 1 / (1 - p) / N
        dz.append(dp * p * (1 - p))
    return loss, dz


def fused(z, y):
    losses = [max(s, 0) - s * t + math.log1p(math.exp(-abs(s))) for s, t in zip(z, y)]
    print(losses)
    return sum(losses) / len(losses), [(sigmoid(s) - t) / len(losses) for s, t in zip(z, y)]
