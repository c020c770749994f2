"""What was measured, between two marks of a page."""

from __future__ import annotations

BEGIN, END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"


def measured_in(page: str) -> str:
    """What stands between the marks."""
    return page.partition(BEGIN)[2].partition(END)[0]


def with_measured(page: str, measured: str) -> str:
    """The page with this between its marks, in place of what stood there."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{measured}\n{END}{after}"
