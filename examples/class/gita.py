# Abgabe Gita, Grundlagen. Ich rechne gern Schritt für Schritt.
import numpy as np
from math import prod


def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError("verschieden lang: %d und %d" % (len(u), len(v)))
    summe = 0.0
    for ui, vi in zip(u, v):
        summe = summe + float(ui) * float(vi)
    return summe


def dot_vec(u, v):
    if u.shape != v.shape:
        raise ValueError("u und v passen nicht zusammen")
    return np.sum(u.astype("float64") * v.astype("float64"))


def linear(X, W, b):
    anzahl = X.shape[0]
    merkmale = prod(X.shape[1:])
    zeilen = X.reshape((anzahl, merkmale))
    ausgabe = np.dot(zeilen, W)
    return ausgabe + b


def mse_and_grads(X, y, w, b):
    anzahl, merkmale = X.shape
    if y.ndim != 1 or len(y) != anzahl:
        raise ValueError("y muss die Form (n,) haben")
    fehler = [float(sum(X[i, j] * w[j] for j in range(merkmale)) + b - y[i]) for i in range(anzahl)]
    verlust = sum(f * f for f in fehler) / anzahl
    dw = np.zeros(merkmale)
    for j in range(merkmale):
        for i in range(anzahl):
            dw[j] += 2 * fehler[i] * X[i, j] / anzahl
    db = 2 * sum(fehler) / anzahl
    return verlust, dw, db


def two_layer(X, y, W1, b1, W2, b2):
    N = X.shape[0]
    # vorwärts
    vor_relu = X @ W1 + b1
    versteckt = np.where(vor_relu > 0, vor_relu, 0)
    punkte = versteckt @ W2 + b2
    hoch = np.exp(punkte)
    wahrscheinlich = hoch / hoch.sum(axis=1)[:, None]
    verlust = -np.log(wahrscheinlich[np.arange(N), y]).sum() / N
    # rückwärts
    richtig = np.zeros_like(wahrscheinlich)
    richtig[np.arange(N), y] = 1
    dpunkte = (wahrscheinlich - richtig) / N
    dW2 = versteckt.T @ dpunkte
    db2 = np.ones(N) @ dpunkte
    dversteckt = dpunkte @ W2.T
    dvor = np.where(vor_relu > 0, dversteckt, 0)
    return verlust, {"W1": X.T @ dvor, "b1": np.ones(N) @ dvor, "W2": dW2, "b2": db2}


def softmax(Z, axis=-1):
    groesste = np.max(Z, axis=axis, keepdims=True)
    hoch = np.exp(Z - groesste)
    return hoch / np.sum(hoch, axis=axis, keepdims=True)
