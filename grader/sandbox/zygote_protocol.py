"""The control messages between host and zygote, as fixed-size structs."""

from __future__ import annotations

import struct

FORK = struct.Struct("<cQQ")  # b"f", memory in bytes, processor seconds; with one socket attached
END = struct.Struct("<cq")  # b"e", pid
REPLY = struct.Struct("<q")  # pid of a new child or -errno; wait status of an ended one; 0: ready
