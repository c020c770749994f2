"""Text to HTML: authors may write Markdown and LaTeX, what a student wrote stays plain text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from grader.report.mathml import LatexError, mathml
from grader.report.text import clean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)


def render(text: str) -> Markup:
    """An author's Markdown with `$LaTeX$` as HTML blocks; HTML in it is shown, not obeyed."""
    return Markup(_markdown().render(clean(text)).strip())


def render_inline(text: str) -> Markup:
    """The same for a title: one line, no blocks."""
    return Markup(_markdown().renderInline(clean(text).strip()))


def plain(text: str) -> Markup:
    """Text that may carry a student's: escaped, with `code` in backticks and nothing else."""
    parts: list[str | Markup] = []
    end = 0
    text = clean(text)
    for found in _CODE.finditer(text):
        code = Markup('<code dir="ltr">{}</code>').format(found[2].strip())
        parts += [escape(text[end : found.start()]), code]
        end = found.end()
    return Markup("").join([*parts, escape(text[end:])])


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    # A page loads nothing and leads nowhere, and a title may stand inside a link of ours: no images
    # and no links. No headings either, so that advice cannot disturb the outline of the page.
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.disable(
        [
            "image",
            "link",
            "autolink",
            "reference",
            "heading",
            "lheading",
            "html_block",
            "html_inline",
        ]
    )
    return parser.use(
        dollarmath_plugin,
        allow_labels=False,
        allow_space=False,
        allow_digits=False,
        double_inline=True,
        renderer=_formula,
    )


def _formula(latex: str, options: dict[str, Any]) -> str:
    try:
        return mathml(latex, block=bool(options.get("display_mode")))
    except LatexError:
        return f"<code>{escape(latex)}</code>"
