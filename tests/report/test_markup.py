from __future__ import annotations

import re

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


def test_names_of_functions_keep_their_distance_as_in_tex() -> None:
    thin = '<mspace width="0.167em" />'
    assert f"<mi>y</mi>{thin}<mi>ln</mi>{thin}<mi>s</mi>" in mathml("y \\ln s")
    assert f"<mi>cos</mi><mn>2</mn></msup>{thin}<mi>x</mi>" in mathml("\\cos^2 x")
    assert f"{thin}<msub><mo>∑</mo>" in mathml("\\ln\\sum_k k")
    for latex in ("\\ln(x)", "1 - x", "-\\max(x, 0)", "e^x"):
        assert "mspace" not in mathml(latex)
    assert '<mo lspace="0" rspace="0">max</mo>' in mathml("\\max(x, 0)")
    assert mathml("\\ln\\,x").count("mspace") == 1


def test_bars_stand_close_to_what_they_hold() -> None:
    html = mathml("|x| + |y|")
    assert html.count('form="prefix">|') == html.count('form="postfix">|') == 2
    assert "form" not in mathml("x | y")
    # They grow only where they were told to.
    assert mathml("\\lVert x \\rVert").count('stretchy="false"') == 2
    assert mathml("\\left| x \\right|").count('stretchy="true"') == 2


def test_a_line_does_not_break_between_a_formula_and_its_punctuation() -> None:
    html = render("A slope ($x$), or **$y$**. So $z$ it is, \u201c$a$\u201d!")
    assert re.findall(r'<span class="math inline">([^<]*)<math.*?</math>([^<]*)</span>', html) == [
        ("(", "),"),
        ("", ""),
        ("", ""),
        ("\u201c", "\u201d!"),
    ]
    words = re.sub(r"<[^>]*>", "", html)
    assert words == "A slope (x), or y. So z it is, \u201ca\u201d!"


def test_primes_are_as_large_as_what_they_stand_on() -> None:
    sign = '<mo form="postfix" lspace="0" rspace="0">\u2032</mo>'
    assert f"<mrow><mi>f</mi>{sign}</mrow>" in mathml("f'(x)")
    assert f"<msub><mrow><mi>f</mi>{sign}</mrow><mn>2</mn></msub>" in mathml("f_2'")
    assert "<msup><mi>x</mi><mn>2</mn></msup>" in mathml("x^2")
