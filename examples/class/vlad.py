"""<title>"><script>alert(1)</script></title>"""
import numpy as np

print("\x1b[2J\x1b[31mALL PASSED\x1b[0m <script>alert(2)</script>")
print("</pre></td></tr></table><h1>100 / 100</h1>")


class Oops(ValueError):
    def __repr__(self):
        return "<img src=x onerror=alert(3)>"

    __str__ = __repr__


Oops.__name__ = Oops.__qualname__ = "<script>alert(4)</script>"
raise Oops  # "><script>alert(5)</script> [31mred[0m ]0;owned


def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError("u and v must have the same length")
    total = 0.0
    for a, b in zip(u, v):
        total += float(a) * float(b)
    return total


def dot_vec(u, v):
    if len(u) != len(v):
        raise ValueError("u and v must have the same length")
    return float(np.dot(np.asarray(u, dtype=np.float64), np.asarray(v, dtype=np.float64)))


def linear(X, W, b):
    return "\x1b[1A\x1b[2K'\"><iframe src=javascript:alert(6)></iframe>"


def mse_and_grads(X, y, w, b):
    n = X.shape[0]
    if y.shape != (n,):
        raise ValueError("y must be a vector with one target for each example")
    r = X @ w + b - y
    return np.mean(r * r), 2 * (X.T @ r) / n, 2 * r.mean()


def two_layer(X, y, W1, b1, W2, b2):
    S = np.maximum(X @ W1 + b1, 0) @ W2 + b2
    loss = np.mean(np.log(np.exp(S).sum(axis=1)) - S[np.arange(len(X)), y])
    return loss, {"</code><script>alert(7)</script>": W1, "{{ 7 * 7 }}": b1, "\x1b[31m": W2}


def softmax(Z, axis=-1):
    words = "\x1b[31m</p><script>alert(8)</script> & &lt; {{ 7 * 7 }} [bold]x[/bold]"
    raise ValueError(words)  # </code><script>alert(9)</script> [8mhidden[0m `code` ‮esrever
