"""starter.py and solution.py of a question."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grader.author.imports.asked import Piece, Question, Source
from grader.author.imports.contract import maker, methods
from grader.author.imports.names import indented, needed
from grader.author.imports.unfit import Unfit, is_installed, is_refused, reads_file
from grader.author.imports.wanted import Definition, Wanted, is_solved

_IND = "    "
_LONGEST_SHARED = 25  # as the bank's rule on quotations has it
_TODO = 'raise NotImplementedError("TODO: the reference is not written")'


@dataclass(frozen=True)
class Code:
    """The two files, whether the reference is written, and what to tell of them."""

    starter: str
    solution: str
    is_written: bool
    remarks: tuple[str, ...] = ()


def code_of(question: Question, source: Source, found: Wanted) -> Code:
    """The starter and the reference. Unfit where the answer cannot stand by itself."""
    earlier = _earlier(question, source)
    remarks = [*_given_lines(question, found)]
    if not is_solved(question, found):
        stubs = _stubs(found)
        shared = _imports([*source.setup, *question.given])
        starter = _joined([*_texts(shared), *stubs])
        reference = starter.replace("raise NotImplementedError", _TODO)
        return Code(starter, reference, False, tuple(remarks))
    names = {*found.names, *found.variables}
    pieces = needed(names, source.setup, earlier, question.solved)
    pieces = [p for p in pieces if not _is_future(p)]
    for piece in pieces:
        if text := reads_file(piece.node):
            raise Unfit(f"its answer needs a file: {text} ({piece.place})")
        if missing := _missing(piece.node):
            raise Unfit(f"its answer imports `{missing}`, which is not installed here")
    own = {id(piece) for piece in question.solved}
    around = [p for p in pieces if id(p) not in own or isinstance(p.node, _IMPORTS)]
    inside = [p for p in pieces if p not in around]
    remarks += _others(question, source, around)
    unused = [p for p in question.solved if p not in pieces and p.question]
    comments = [line for piece in unused for line in _left_out(piece)]
    remarks += [f"{p.place}: left out of solution.py: {_first(p)}" for p in unused]
    answer = [_wrapped(found, inside)] if found.wrapper else _texts(inside)
    solution = _joined([*_texts(around), *answer, *(["\n".join(comments)] if comments else [])])
    kept = [p for p in around if _may_be_shared(p) and not _is_answer(p)]
    remarks += [
        f"{p.place}: `{', '.join(sorted(p.binds))}` is given to students, but a starter may quote "
        "nothing of a solution: decide who writes it"
        for p in around
        if not _may_be_shared(p) and not _is_answer(p)
    ]
    starter = _joined([*_texts(kept), *_stubs(found)])
    return Code(starter, solution, True, tuple(remarks))


_IMPORTS = (ast.Import, ast.ImportFrom)


def _stubs(found: Wanted) -> list[str]:
    if found.wrapper:
        head = f"def {found.wrapper}():"
        return [f'{head}\n{_IND}"""{_returns(found)}"""\n{_IND}raise NotImplementedError']
    nodes: list[Definition] = [*found.functions.values(), *found.classes.values()]
    return [_stub(node) for node in nodes]


def _stub(node: Definition) -> str:
    """A function without its body, a class with the methods of its contract alone."""
    words = [ast.Expr(ast.Constant(text))] if (text := ast.get_docstring(node)) else []
    body: list[ast.stmt] = [*words]
    if isinstance(node, ast.FunctionDef):
        body.append(ast.parse("raise NotImplementedError").body[0])
        new: ast.stmt = ast.FunctionDef(
            node.name, node.args, body, [], node.returns, lineno=1, col_offset=0
        )
    else:
        made_by = maker(node)
        body += [
            ast.parse(_stub(method)).body[0]
            for method in [*([made_by] if made_by else []), *methods(node)]
        ]
        new = ast.ClassDef(node.name, node.bases, [], body, [])
    return ast.unparse(ast.fix_missing_locations(new))


def _returns(found: Wanted) -> str:
    if len(found.variables) == 1:
        return f"Return the value of {found.variables[0]}."
    listed = ", ".join(f'"{name}"' for name in found.variables)
    return f"Return a dict with the keys {listed}."


def _wrapped(found: Wanted, inside: Sequence[Piece]) -> str:
    """The answer to a question about variables, as a function that returns them."""
    if any(isinstance(p.node, ast.ImportFrom) and p.node.names[0].name == "*" for p in inside):
        raise Unfit("its answer imports everything of a module")
    names = found.variables
    value = names[0] if len(names) == 1 else f"{{{', '.join(f'{n!r}: {n}' for n in names)}}}"
    value = value.replace("'", '"')
    lines = [f'"""{_returns(found)}"""', *_texts(inside), f"return {value}"]
    return f"def {found.wrapper}():\n" + indented("\n".join(lines))


def _earlier(question: Question, source: Source) -> list[Piece]:
    """The answers of the questions before it."""
    names = [one.name for one in source.questions]
    before = source.questions[: names.index(question.name)]
    return [piece for one in before for piece in one.solved if piece.question == one.name]


def _others(question: Question, source: Source, around: Iterable[Piece]) -> list[str]:
    """What to tell where an answer needs that of another question."""
    found: dict[str, list[str]] = {}
    for piece in around:
        if piece.question not in ("", question.name) and not isinstance(piece.node, _IMPORTS):
            found.setdefault(piece.question, []).extend(sorted(piece.binds))
    return [
        f"{question.place}: the answer uses {', '.join(f'`{n}`' for n in names)} of question "
        f"{name}, so a copy is in both solutions: the two cannot be in one assignment, and a "
        "student needs it here too"
        for name, names in found.items()
    ]


def _is_answer(piece: Piece) -> bool:
    return bool(piece.question) and not isinstance(piece.node, _IMPORTS)


def _may_be_shared(piece: Piece) -> bool:
    """Whether the starter may hold it: the bank lets it quote no statement of a function."""
    if not isinstance(piece.node, ast.FunctionDef | ast.ClassDef):
        return True
    return not any(
        isinstance(n, ast.stmt)
        and not hasattr(n, "body")
        and not isinstance(n, _IMPORTS)
        and not (isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant))
        and len(ast.unparse(n)) >= _LONGEST_SHARED
        for n in ast.walk(piece.node)
    )


def _given_lines(question: Question, found: Wanted) -> list[str]:
    """A remark for each function in which students are given lines beside the stub."""
    told = []
    for piece in question.given:
        node = piece.node
        if isinstance(node, ast.FunctionDef) and node.name in found.names:
            rest = [one for one in node.body if not _is_stub(one)]
            if rest:
                told.append(
                    f"{piece.place}: `{node.name}` has lines given to students "
                    f"(`{_line(rest[0])}`); the starter has none, as it may quote no solution"
                )
    return told


def _is_stub(node: ast.stmt) -> bool:
    text = ast.unparse(node)
    is_open = text.endswith("...") or "NotImplementedError" in text or text == "pass"
    return is_open or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))


def _imports(pieces: Iterable[Piece]) -> list[Piece]:
    """The imports among them that any answer may need: nothing for plots, nothing of otter's."""
    return [
        piece
        for piece in pieces
        if isinstance(piece.node, _IMPORTS) and not _is_future(piece) and not is_refused(piece.node)
    ]


def _missing(node: ast.stmt) -> str:
    """A module that an import names and that is not installed; "" if there is none."""
    names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
    if isinstance(node, ast.ImportFrom):
        if node.level:
            return "." * node.level + (node.module or "")
        names = [node.module or ""]
    firsts = (name.partition(".")[0] for name in names)
    return next((name for name in firsts if not is_installed(name)), "")


def _is_future(piece: Piece) -> bool:
    return isinstance(piece.node, ast.ImportFrom) and piece.node.module == "__future__"


def _texts(pieces: Iterable[Piece]) -> list[str]:
    return [piece.text for piece in pieces]


def _joined(parts: Sequence[str]) -> str:
    """The parts as a file: definitions two lines apart, other statements one below the other."""
    text = ""
    before = False
    for part in parts:
        is_definition = any(line.startswith(("def ", "class ", "@")) for line in part.split("\n"))
        is_import = part.startswith(("import ", "from "))
        if text:
            text += "\n\n\n" if is_definition or before else "\n" if is_import else "\n\n"
        text += part.strip("\n")
        before = is_definition
    return text + "\n"


def _left_out(piece: Piece) -> list[str]:
    lines = [f"# {line}".rstrip() for line in piece.text.split("\n")]
    return [f"# Left out ({piece.place}): no test reads it.", *lines]


def _first(piece: Piece) -> str:
    return f"`{_line(piece.node)}`"


def _line(node: ast.stmt) -> str:
    return ast.unparse(node).split("\n")[0][:60]
