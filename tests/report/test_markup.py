from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.report.markup import plain, render, render_inline
from grader.report.mathml import LatexError, mathml


def test_markdown_and_latex_become_html_and_mathml() -> None:
    html = render("A **slope** of `f` is $\\frac{\\partial f}{\\partial x}$.")
    assert "<strong>slope</strong>" in html and "<code>f</code>" in html
    assert "<mfrac><mrow><mo>∂</mo><mi>f</mi></mrow>" in html


def test_display_mathematics_stands_in_its_own_block() -> None:
    assert '<math display="block">' in render("$$\n\\sum_i x_i\n$$")


@pytest.mark.parametrize("latex", ["\\frac{a", "x^2^3", "\\begin{x}", "\\nosuch x"])
def test_bad_latex_is_shown_as_code(latex: str) -> None:
    assert f"<code>{latex}</code>" in render(f"${latex}$")


@pytest.mark.parametrize(
    "latex", ["\\text{<script>x</script>}", "\\text{<img/>}", "\\text{<a href='http://e'>y</a>}"]
)
def test_markup_inside_latex_is_refused(latex: str) -> None:
    with pytest.raises(LatexError):
        mathml(latex)
    assert "<script" not in render(f"${latex}$") and "<img" not in render(f"${latex}$")


def test_links_and_styles_of_latex_are_dropped() -> None:
    assert "href" not in mathml("\\href{javascript:alert(1)}{x}")
    assert "style" not in mathml("\\style{color:red}{x}")


def test_dollars_of_money_are_no_mathematics() -> None:
    assert render("from $5 to $6") == "<p>from $5 to $6</p>"


def test_html_links_images_and_headings_are_shown_as_typed() -> None:
    for text in ("<b>x</b>", "[a](http://b)", "![a](http://b)", "<http://b>", "# big"):
        html = render(text)
        assert not any(tag in html for tag in ("<b>", "<a", "<img", "<h1"))
    assert render_inline("[a]: http://b") == "[a]: http://b"


def test_plain_text_takes_code_spans_only() -> None:
    assert plain("`a<b` **c** $d$") == '<code dir="ltr">a&lt;b</code> **c** $d$'
    assert plain("one ` alone") == "one ` alone"


@given(st.text(alphabet=st.sampled_from("`<>&\"'$*[]()!a\n\\ {}#-")))
def test_no_text_makes_a_tag_that_was_not_meant(text: str) -> None:
    assert not set(_tags(plain(text))) - {"code"}
    meant = {"p", "code", "em", "strong", "ul", "li", "ol", "blockquote", "pre", "hr", "br"}
    meant |= {"span", "div", "math", "mrow", "mi", "mo", "mn", "mtext", "mspace", "mtable"}
    meant |= {"mtr", "mtd", "msup", "msub", "msubsup"}
    assert not set(_tags(render(text))) - meant


def _tags(html: str) -> list[str]:
    from html.parser import HTMLParser

    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert not [name for name, _ in attrs if name in ("href", "src", "style")]
            found.append(tag)

    Reader().feed(html)
    return found
