"""Each slip of array code, on a line of its own."""

from __future__ import annotations

import ast

import pytest

from grader.author.mutants import array_mutants

FILE = "import numpy as np\n\n\ndef f(A, B, n=3):\n    C = A\n    {line}\n    return C\n"


def slips(line: str) -> set[str]:
    """What the line becomes in the mutants that still are Python, as `ast.unparse` writes it."""
    found = set()
    for text in array_mutants(FILE.format(line=line)):
        try:
            body = ast.parse(text).body[1].body
        except SyntaxError:
            continue
        found.add(ast.unparse(body[1]))
    return found


@pytest.mark.parametrize(
    ("line", "slip"),
    [
        pytest.param("C = A.T @ B", "C = A @ B", id="a transpose is dropped"),
        pytest.param("C = A @ B", "C = A.T @ B", id="a transpose is added"),
        pytest.param("C = A @ B", "C = B @ A", id="the operands of a product are swapped"),
        pytest.param("C = A @ B", "C = A * B", id="a product is taken entry by entry"),
        pytest.param("C = A * B", "C = A @ B", id="entry by entry becomes a product"),
        pytest.param("C = A - B", "C = B - A", id="a difference the wrong way round"),
        pytest.param("C = A + B", "C = A", id="the second term is dropped"),
        pytest.param("C = A + B", "C = B", id="the first term is dropped"),
        pytest.param("C = A.sum(axis=0)", "C = A.sum(axis=1)", id="axis 0 becomes 1"),
        pytest.param("C = A.sum(axis=1)", "C = A.sum(axis=0)", id="axis 1 becomes 0"),
        pytest.param("C = A.sum(axis=1)", "C = A.sum()", id="the axis is dropped"),
        pytest.param(
            "C = A.max(axis=1, keepdims=True)", "C = A.max(axis=1)", id="keepdims is dropped"
        ),
        pytest.param("C = np.mean(A)", "C = np.sum(A)", id="mean becomes sum"),
        pytest.param("C = A.sum()", "C = A.mean()", id="sum becomes mean"),
        pytest.param("C = np.max(A)", "C = np.min(A)", id="max becomes min"),
        pytest.param("C = np.maximum(A, 0)", "C = np.minimum(A, 0)", id="maximum becomes minimum"),
        pytest.param("C = np.exp(A)", "C = A", id="a function is left out"),
        pytest.param("C = A.copy()", "C = A", id="a copy is missing"),
        pytest.param("C = A.astype(np.float64)", "C = A", id="a cast of an array is missing"),
        pytest.param("C = float(A)", "C = A", id="a cast of a number is missing"),
        pytest.param("C = A[B:n]", "C = A[B + 1:n]", id="a slice begins one later"),
        pytest.param("C = A[B:n]", "C = A[B:n - 1]", id="a slice ends one earlier"),
        pytest.param("C = A[:, n:]", "C = A[:, n:-1]", id="an open slice ends one earlier"),
        pytest.param("C = A[n]", "C = A[n - 1]", id="an index is one too small"),
        pytest.param("C = A[B, n]", "C = A[n, B]", id="two indices are swapped"),
        pytest.param("C = range(n)", "C = range(n - 1)", id="a loop ends one earlier"),
        pytest.param("C = range(n)", "C = range(1, n)", id="a loop begins one later"),
        pytest.param("C = A + C", "C = np.add(A, C, out=A)", id="a parameter is written into"),
        pytest.param(
            "C = np.einsum('ij,jk->ik', A, B)",
            "C = np.einsum('ji,jk->ik', A, B)",
            id="two axes of an operand of einsum are exchanged",
        ),
        pytest.param(
            "C = np.einsum('ij,jk->ik', A, B)",
            "C = np.einsum('ij,jk->ki', A, B)",
            id="what einsum gives is transposed",
        ),
        pytest.param(
            "C = np.einsum('ij,jk->ik', A, B)",
            "C = np.einsum('ij,jk->i', A, B)",
            id="einsum adds over an axis that must stay",
        ),
        pytest.param(
            "C = np.einsum('ij, jk -> ik', A, B)",
            "C = np.einsum('iz,jk->ik', A, B)",
            id="einsum adds over two axes, each on its own",
        ),
        pytest.param("C = A / B", "C = A / (B + 1e-08)", id="a divisor is padded"),
        pytest.param("C = np.log(A)", "C = np.log(A + 1e-08)", id="a logarithm is padded"),
        pytest.param("C = A + B", "C = -(A + B)", id="a sign is flipped"),
        pytest.param("C = A + B", "C = 2 * (A + B)", id="a factor of 2"),
        pytest.param("C = A + B", "C = (A + B) / 2", id="a factor of one half"),
        pytest.param("C = A + B", "C = np.float32(A + B)", id="single precision"),
        pytest.param("C = {'a': A}", "C = {'a': -A}", id="a value of a dict"),
        pytest.param("C -= A", "pass", id="a step is left out"),
        pytest.param("C -= A", "C += A", id="a step goes the other way"),
        pytest.param("C -= A", "C = A", id="a step forgets where it was"),
        pytest.param("C[0] = 1", "pass", id="an entry is not set"),
        pytest.param("C = C * B", "C = n * B", id="the value of one step too early"),
    ],
)
def test_a_slip_is_made(line, slip):
    assert slip in slips(line)


def test_a_slip_stands_in_brackets_only_where_it_must():
    mutants = list(array_mutants(FILE.format(line="C = A @ B.T")))
    assert any("    C = 2 * (A @ B.T)\n" in text for text in mutants)
    assert any("    C = A @ B\n" in text for text in mutants)


def test_the_rest_of_the_line_stays_as_it_was_written():
    line = "C  =  A.sum( axis = 0 )  -  B.T  # odd spaces"
    changed = {text.splitlines()[5] for text in array_mutants(FILE.format(line=line))}
    assert "    C  =  A.sum( axis = 0 )  -  B  # odd spaces" in changed


def test_text_before_a_slip_may_hold_letters_of_two_bytes():
    assert "C = {'größe': A}" in slips("C = {'größe': A.T}")


def test_names_annotations_and_words_of_errors_are_left_alone():
    source = (
        "def f(A: list[int]) -> dict[str, int]:\n"
        "    if A:\n"
        "        raise ValueError(f'{A.T} of {A - 1}')\n"
    )
    assert list(array_mutants(source)) == ["def f(A: list[int]) -> dict[str, int]:\n    pass\n"]


def test_without_numpy_nothing_is_cast_to_single_precision():
    assert not any("float32" in text for text in array_mutants("def f(a):\n    b = a\n"))
