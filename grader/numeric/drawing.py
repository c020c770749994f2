"""Random inputs that depend on their key alone: not on order, process or platform."""

from __future__ import annotations

import hashlib
import hmac

import numpy as np


def generator(*key: bytes | str) -> np.random.Generator:
    """A generator seeded by HMAC-SHA256 with the first part as the secret, over all the others.

    Without the first part nothing can be told about the draws. Text counts as its UTF-8 bytes;
    ("ab", "c") and ("a", "bc") are different keys. ValueError if there is no first part, or it
    is empty.
    """
    secret, *rest = (part.encode() if isinstance(part, str) else part for part in key or (b"",))
    if not secret:
        raise ValueError("the key's first part is the secret, and it must not be empty")
    # The length in front of each part keeps its end from running into the next one.
    message = b"".join(len(part).to_bytes(8, "big") + part for part in rest)
    digest = hmac.new(secret, message, hashlib.sha256).digest()
    # PCG64 by name: what default_rng is may change from one numpy to the next.
    return np.random.Generator(np.random.PCG64(int.from_bytes(digest, "big")))
