"""The base of all records, and the text types that YAML files use for quantities."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """An immutable record that refuses keys it does not know."""


Name = Annotated[
    str,
    Meta(
        pattern=r"^[a-z][a-z0-9_]*$",
        description="lower-case letters, digits and underscores, beginning with a letter",
    ),
]
Identifier = Annotated[
    str, Meta(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$", description="a Python identifier")
]
Text = Annotated[str, Meta(min_length=1, description="text that is not empty")]
Points = Annotated[float, Meta(ge=0, description="a number of points, 0 or more")]
Whole = Annotated[
    int,
    Meta(ge=-(10**6), le=10**6, description="a whole number from -1000000 to 1000000"),
]
Percent = Annotated[
    str, Meta(pattern=r"^(100|[0-9]{1,2})(\.[0-9]+)?%$", description="a percentage such as 10%")
]
Duration = Annotated[
    str,
    Meta(pattern=r"^[0-9]+ (min|h|days?)$", description="a duration such as 10 min, 2 h or 1 day"),
]
Size = Annotated[
    str, Meta(pattern=r"^[1-9][0-9]* (MiB|GiB)$", description="a size such as 512 MiB or 1 GiB")
]
