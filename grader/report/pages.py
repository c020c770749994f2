"""The Jinja2 environment of all pages: everything is escaped unless a filter made it HTML."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from grader.model import CheckReport
from grader.report import entries, markup, plane, slopes, words
from grader.report.text import clean, one_line

if TYPE_CHECKING:
    from jinja2 import Environment


def render_page(template: str, **values: Any) -> str:
    """The template of that name with these values, ending in a newline."""
    return _environment().get_template(template).render(**values).strip() + "\n"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("grader.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "markdown": markup.render,
        "inline": markup.render_inline,
        "plain": markup.plain,
        "clean": clean,
        "line": one_line,
    }
    environment.globals |= {
        "kind_of": words.kind,
        "marks": words.MARKS,
        "status_words": words.STATUS_WORDS,
        "provisional": words.PROVISIONAL,
        "number": words.number,
        "percent": words.percent,
        "points": words.points,
        "points_aloud": _points_aloud,
        "check_points": words.check_points,
        "check_message": words.check_message,
        "problem_points": words.problem_points,
        "late_sentence": words.late_sentence,
        "weight_note": words.weight_note,
        "values_note": words.values_note,
        "tally": words.tally,
        "slope_numbers": slopes.numbers,
        "slope_plot": slopes.slope_plot,
        "slopes_left_out": slopes.left_out,
        "step_plot": slopes.step_plot,
        "entries_caption": entries.caption,
        "entries_left_out": entries.left_out,
        "plane_picture": plane.plane_picture,
    }
    return environment


def _points_aloud(check: CheckReport) -> str:
    """The points as a screen reader should say them."""
    if words.kind(check.status) == "none":
        return "not counted"
    return f"{words.number(check.points)} of {words.points(check.max_points)}"
