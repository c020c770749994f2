"""A test case as a function of a problem's pytest file, or as a comment where it cannot be one."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from grader.author.imports.asked import Case, Piece, Question, Source, Step
from grader.author.imports.names import indented, made, needed, reads, stored
from grader.author.imports.outside import Outside
from grader.author.imports.translate import Scope, imports, translate
from grader.author.imports.unfit import Unfit, reads_file, refuse
from grader.author.imports.wanted import KNOWN, KNOWN_MODULES, Wanted


@dataclass(frozen=True)
class Translated:
    """What became of a case: the body of a function ("" where nothing of it can be checked), the
    comment on what was left out, what its file must import and define, and what to tell."""

    case: Case
    body: str
    comment: str
    helpers: frozenset[str]
    around: tuple[Piece, ...]
    remarks: tuple[str, ...]


class CaseWriter:
    """Translates the cases of one question."""

    def __init__(self, question: Question, source: Source, found: Wanted) -> None:
        self.question, self.found = question, found
        self._setup = source.setup
        self._elsewhere = {
            name: other.name
            for other in source.questions
            if other.name != question.name
            for name in made((*other.solved, *other.given))
        }
        self._random = frozenset(
            piece.node.name
            for piece in question.solved
            if isinstance(piece.node, ast.FunctionDef) and "random" in piece.text
        )

    def write(self, case: Case) -> Translated:
        """The case, with each statement taken over or left as a comment."""
        case = self._with_helpers(case)
        found = self.found
        scope = Scope(
            Outside(frozenset(found.classes), frozenset(found.functions), called=_called(case)),
            {*found.functions, *found.variables},
            self._random,
            modules=self._modules(case),
        )
        lost: set[str] = set()
        lines: list[str] = []
        comments: list[str] = []
        asked = False
        used: set[str] = set()
        for step in case.steps:
            read = reads(step.node)
            try:
                self._refuse_unknown(read - scope.local, lost, case)
                asks = scope.asks(step.node)
                made_of_it = self._step(step, scope)
                if is_docstring(step.node):
                    made_of_it = ["\n".join(made_of_it)]
            except Unfit as unfit:
                lost |= stored(step.node)
                where = step.place or case.place
                comments += [f"# Left out ({where}): {unfit}.", *_commented(step.text)]
                scope.remarks.append(f"{where}: left out: {unfit}")
                continue
            asked |= asks
            used |= read & {*found.functions, *found.variables}
            lines += made_of_it
        if comments and not _judges(lines):
            # Without what was left out, what is left would pass for anything.
            comments = [
                f"# Left out ({case.place}): without the statements below it judges nothing.",
                *(line for step in case.steps for line in _commented(step.text)),
                *(line for line in comments if line.startswith("# Left out")),
            ]
            lines = []
        if not asked:
            lines = []
            if not comments:
                where = case.place
                scope.remarks.append(f"{where}: left out: it asks nothing of the student's code")
                comments = [
                    f"# Left out ({where}): it asks nothing of the student's code.",
                    *(line for step in case.steps for line in _commented(step.text)),
                ]
        first = [lines.pop(0)] if lines and is_docstring(case.steps[0].node) else []
        body = [*first, *self._bindings(used), *lines] if lines else []
        return Translated(
            case,
            "\n".join(body),
            "\n".join(comments),
            frozenset(scope.helpers),
            self._around(_outside(body), case),
            tuple(dict.fromkeys(scope.remarks)),
        )

    def _with_helpers(self, case: Case) -> Case:
        """The case with those functions of its file in it that ask the student's code."""
        names = {*self.found.names, *self.found.variables}
        inner = [p for p in case.context if p.reads & names]
        names |= made(inner)
        inner += [p for p in case.context if p not in inner and p.reads & names]
        inner.sort(key=case.context.index)
        steps = tuple(Step(p.node, p.text, place=p.place) for p in inner)
        rest = tuple(p for p in case.context if p not in inner)
        return replace(case, steps=(*steps, *case.steps), context=rest)

    def _modules(self, case: Case) -> dict[str, str]:
        found = dict(KNOWN_MODULES)
        for piece in (*self._setup, *self.question.solved, *case.context):
            if isinstance(piece.node, ast.Import | ast.ImportFrom):
                found.update(imports(piece.node))
        return found

    def _pools(self, case: Case) -> tuple[Sequence[Piece], ...]:
        known = [_known(name) for name in KNOWN]
        ours = [p for p in self.question.solved if isinstance(p.node, ast.Import | ast.ImportFrom)]
        return known, ours, self._setup, case.context

    def _around(self, names: Iterable[str], case: Case) -> tuple[Piece, ...]:
        return tuple(needed(names, *self._pools(case)))

    def _refuse_unknown(self, names: Iterable[str], lost: set[str], case: Case) -> None:
        for name in sorted(names):
            if name in lost:
                raise Unfit(f"needs `{name}`, which is left out above")
            if name in (*self.found.names, *self.found.variables) or hasattr(builtins, name):
                continue
            around = self._around([name], case)
            if not around:
                raise Unfit(self._whose(name))
            for piece in around:
                if text := reads_file(piece.node):
                    raise Unfit(f"needs `{name}`, but {text} ({piece.place})")
                refuse(piece.node, {})
                for other in sorted(piece.reads - made(around)):
                    if not hasattr(builtins, other):
                        raise Unfit(f"needs `{name}`, for which it {self._whose(other)}")

    def _whose(self, name: str) -> str:
        if name in self._elsewhere:
            return f"uses `{name}`, the answer of another question ({self._elsewhere[name]})"
        return f"uses `{name}`, which is defined nowhere here"

    def _bindings(self, used: Iterable[str]) -> Iterator[str]:
        """What binds the student's names to proxies, and variables to their values."""
        found = self.found
        for name in sorted(set(used) & set(found.functions)):
            yield f"{name} = student.{name}"
        read = sorted(set(used) & set(found.variables))
        if not found.wrapper:
            yield from (f'{name} = student.evaluate("{name}")' for name in read)
        elif read and len(found.variables) == 1:
            yield f"{read[0]} = student.{found.wrapper}()"
        elif read:
            yield f"answers = student.{found.wrapper}()"
            yield from (f'{name} = answers["{name}"]' for name in read)

    def _step(self, step: Step, scope: Scope) -> list[str]:
        if step.raises:
            with_raise = ast.parse(f"with pytest.raises({step.raises}):\n    pass").body[0]
            assert isinstance(with_raise, ast.With)
            with_raise.body = [step.node]
            return _text(translate(with_raise, scope))
        node, want = step.node, step.want
        is_value = isinstance(node, ast.Expr) and not _is_print(node.value)
        if want is None or (not want.strip() and not is_value):
            new = translate(node, scope)
            if len(new) == 1 and ast.dump(new[0]) == ast.dump(node):
                return step.text.split("\n")
            leading = [line for line in step.text.split("\n") if line.startswith("#")]
            return [*leading, *_text([one for one in new if not isinstance(one, ast.Pass)])]
        if is_value and not want.strip():
            return self._silent(node, scope)
        if isinstance(node, ast.Expr) and is_value:
            self._refuse_printing(node.value)
            (new_expr,) = translate(ast.Expr(ast.Tuple([node.value], ast.Load())), scope)
            assert isinstance(new_expr, ast.Expr) and isinstance(new_expr.value, ast.Tuple)
            value = new_expr.value.elts[0]
            if want.strip() in ("True", "np.True_") and _is_verdict(value):
                return _text([ast.Assert(value)])
            scope.helpers.add("expect_shown")
            return _text([_call("expect_shown", value, ast.Constant(want.rstrip("\n")))])
        scope.helpers.add("expect_printed")
        inner = _text(translate(node, replace(scope, keeps_prints=True)))
        return [f"with expect_printed({want!r}):", *indented("\n".join(inner)).split("\n")]

    def _refuse_printing(self, node: ast.expr) -> None:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            function = self.found.functions.get(node.func.id)
            if function is not None and prints_only(function):
                raise Unfit(
                    f"`{node.func.id}` prints, and that does not leave the sandbox; let it return"
                )

    def _silent(self, node: ast.stmt, scope: Scope) -> list[str]:
        """An expression of a doctest that must show nothing, as None does."""
        assert isinstance(node, ast.Expr)
        if isinstance(node.value, ast.Compare | ast.Constant | ast.Name | ast.BoolOp):
            raise Unfit(
                "shows a value, but no output of it is saved; run the notebook, then import it"
            )
        return _text(translate(node, scope))


def _called(case: Case) -> frozenset[str]:
    """The names that a case calls."""
    nodes = (node for step in case.steps for node in ast.walk(step.node))
    return frozenset(
        node.func.id
        for node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    )


def _judges(lines: Sequence[str]) -> bool:
    """Whether some statement of these can fail the test for a value."""
    for node in ast.walk(ast.parse("\n".join(lines))):
        match node:
            case ast.Assert() | ast.Raise():
                return True
            case ast.Call(func=function) if re.search(r"\b(assert|expect)", ast.unparse(function)):
                return True
    return False


def is_docstring(node: ast.stmt) -> bool:
    """Whether a statement is nothing but a text."""
    match node:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
    return False


def prints_only(node: ast.FunctionDef) -> bool:
    """Whether a function prints something and returns nothing."""
    parts = list(ast.walk(node))
    returns = any(isinstance(p, ast.Return) and p.value is not None for p in parts)
    return not returns and any(isinstance(p, ast.expr) and _is_print(p) for p in parts)


def _is_print(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "print"


def _is_verdict(node: ast.expr) -> bool:
    """Whether the test itself says true or false, and it is no value that came back."""
    match node:
        case ast.Compare() | ast.UnaryOp(op=ast.Not()):
            return True
        case ast.BoolOp(values=values):
            return all(map(_is_verdict, values))
        case ast.Call(func=function):
            name = ast.unparse(function)
            return name in ("bool", "all", "any", "isinstance") or name.startswith(
                ("np.isclose", "np.allclose", "np.array_equal", "np.all", "np.any", "math.isclose")
            )
    return False


def _outside(body: Sequence[str]) -> set[str]:
    """The names that the body of a function reads and does not bind."""
    node = ast.parse("def test(student):\n" + indented("\n".join([*body, "pass"]))).body[0]
    return reads(node)


def _call(name: str, *args: ast.expr) -> ast.Expr:
    return ast.Expr(ast.Call(ast.Name(name, ast.Load()), list(args), []))


def _text(nodes: Iterable[ast.stmt]) -> list[str]:
    return [
        line for node in nodes for line in ast.unparse(ast.fix_missing_locations(node)).split("\n")
    ]


def _commented(text: str) -> list[str]:
    return [f"# {line}".rstrip() for line in text.split("\n")]


def _known(name: str) -> Piece:
    node = ast.parse(KNOWN[name]).body[0]
    return Piece(node, KNOWN[name], frozenset({name}), frozenset(), "")
