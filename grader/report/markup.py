"""Text to HTML: authors may write Markdown and LaTeX, what a student wrote stays plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from grader.report.mathml import LatexError, mathml
from grader.report.text import clean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_OPENING = re.compile(r"[(\[\u201c\u2018\"']+\Z")
_CLOSING = re.compile(r"[.,;:!?)\]\u201d\u2019\"'%]+|-(?=\w)")
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)


def render(text: str) -> Markup:
    """An author's Markdown with `$LaTeX$` as HTML blocks; HTML in it is shown, not obeyed."""
    return Markup(_markdown().render(clean(text)).strip())


def render_statement(text: str, figures: Mapping[str, Markup]) -> Markup:
    """The same with headings, and with these figures where a paragraph is an image of that name."""
    return Markup(_with_figures().render(clean(text), {"figures": figures}).strip())


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


# A page loads nothing and leads nowhere, and a title may stand inside a link of ours.
_NOWHERE = ("link", "autolink", "reference", "html_block", "html_inline")
# Advice must not disturb the outline of the page.
_OUTLINE = ("image", "heading", "lheading")


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    return _parser(*_NOWHERE, *_OUTLINE)


@lru_cache(maxsize=1)
def _with_figures() -> MarkdownIt:
    parser = _parser(*_NOWHERE)
    parser.core.ruler.push("figures", _free_figures)
    parser.add_render_rule("image", _figure)
    return parser


def _parser(*without: str) -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(without)
    parser.use(
        dollarmath_plugin,
        allow_labels=False,
        allow_space=False,
        allow_digits=False,
        double_inline=True,
        renderer=_formula,
    )
    parser.core.ruler.push("glue", _glue)
    parser.add_render_rule("math_inline", _inline_formula)
    return parser


def _glue(state: StateCore) -> None:
    """Gives each formula the punctuation that touches it: a line may break beside `<math>`."""
    for block in state.tokens:
        around = block.children or []
        for index, token in enumerate(around):
            if token.type != "math_inline":
                continue
            before, after = around[max(index - 1, 0)], around[min(index + 1, len(around) - 1)]
            head = _OPENING.search(before.content) if before.type == "text" else None
            tail = _CLOSING.match(after.content) if after.type == "text" else None
            token.meta = {"head": head[0] if head else "", "tail": tail[0] if tail else ""}
            before.content = before.content[: head.start()] if head else before.content
            after.content = after.content[tail.end() :] if tail else after.content


def _inline_formula(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    head, tail = (escape(token.meta.get(side, "")) for side in ("head", "tail"))
    formula = _formula(token.content, {})
    return f'<span class="math inline">{head}{formula}{tail}</span>'


def _free_figures(state: StateCore) -> None:
    """Takes away the paragraph around an image that stands alone: a figure is no part of one."""
    for before, token, after in zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False):
        if [child.type for child in token.children or ()] == ["image"]:
            before.hidden = after.hidden = True


def _figure(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token, figures = tokens[index], env["figures"]
    name = str(token.attrs["src"])
    if len(tokens) == 1 and name in figures:
        return str(figures[name])
    return str(escape(f"![{token.content}]({name})"))


def _formula(latex: str, options: dict[str, Any]) -> str:
    try:
        return mathml(latex, block=bool(options.get("display_mode")))
    except LatexError:
        return f"<code>{escape(latex)}</code>"
