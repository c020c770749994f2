"""What of a test cannot be taken over, and the reason in words."""

from __future__ import annotations

import ast
import sys
from importlib.util import find_spec

_BUILTINS = {
    **dict.fromkeys(("eval", "exec", "compile", "__import__"), "runs text as code"),
    **dict.fromkeys(("globals", "locals", "vars", "dir"), "looks into a namespace"),
    **dict.fromkeys(("setattr", "delattr"), "changes an object behind its back"),
    **dict.fromkeys(("open", "input", "breakpoint"), "reads something that is not in the bank"),
    **dict.fromkeys(("get_ipython", "display"), "needs a notebook"),
}
_MODULES = {
    **dict.fromkeys(("matplotlib", "seaborn", "plotly", "altair", "bokeh"), "looks at a plot"),
    **dict.fromkeys(
        ("pandas", "polars", "datascience", "torch", "tensorflow", "jax", "sympy", "PIL"),
        "uses objects that do not leave the sandbox",
    ),
    **dict.fromkeys(
        ("__main__", "builtins", "mock", "inspect", "importlib", "gc"), "reaches into the code"
    ),
    **dict.fromkeys(
        ("os", "sys", "subprocess", "shutil", "pathlib", "pickle", "io", "IPython", "requests"),
        "reaches out of the test",
    ),
    "otter": "needs otter",
}
_READS = ("read_csv", "read_table", "read_excel", "read_json", "loadtxt", "genfromtxt", "urlopen")
_LOADS = ("np.load", "numpy.load", "np.fromfile", "pickle.load", "json.load")
_LOOKS = frozenset(
    (
        "callable",
        "isinstance",
        "issubclass",
        "type",
        "id",
        "hasattr",
        "getattr",
        "repr",
        "str",
        "bool",
    )
)


class Unfit(Exception):
    """A statement that cannot be taken over; the text says why."""


def refuse(node: ast.AST, modules: dict[str, str]) -> None:
    """Unfit for what no check may do, whoever's names it uses. `modules` are names of imports."""
    for part in ast.walk(node):
        match part:
            case ast.Name(id=name, ctx=ast.Load()) if name in _BUILTINS:
                raise Unfit(f"`{name}` {_BUILTINS[name]}")
            case ast.Name(id=name) if modules.get(name) in _MODULES:
                raise Unfit(f"`{name}` {_MODULES[modules[name]]}")
            case ast.Import() | ast.ImportFrom():
                _refuse_import(part)
            case ast.Attribute(value=ast.Name(id="unittest"), attr="mock"):
                raise Unfit("`unittest.mock` reaches into the code")
            case ast.Attribute(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()) if (
                name in modules
            ):
                raise Unfit(f"changes `{ast.unparse(part)}` for the code under test")
            case ast.Call(func=ast.Name(id="getattr"), args=[_, named, *_]) if not isinstance(
                named, ast.Constant
            ):
                raise Unfit("`getattr` looks up a name that is made up on the way")
            case ast.Await() | ast.AsyncFor() | ast.AsyncWith() | ast.AsyncFunctionDef():
                raise Unfit("waits for something asynchronous")
            case ast.Global() | ast.Nonlocal():
                raise Unfit("changes a name outside the test")
    if text := reads_file(node):
        raise Unfit(text)


def is_refused(node: ast.stmt) -> bool:
    """Whether `refuse` refuses it."""
    try:
        refuse(node, {})
    except Unfit:
        return True
    return False


def is_installed(module: str) -> bool:
    """Whether a module can be imported here; it is looked for, not imported."""
    return module in sys.builtin_module_names or find_spec(module) is not None


def reads_file(node: ast.AST) -> str:
    """Why a statement needs a file; "" if it does not."""
    for part in ast.walk(node):
        if isinstance(part, ast.Call):
            name = ast.unparse(part.func)
            if name == "open" or name in _LOADS or name.rpartition(".")[2] in _READS:
                return f"`{name}` reads a file, and the bank carries none"
    return ""


def looks_at(node: ast.Call) -> str:
    """The name of a function that looks at an object itself, as `callable` does; "" for others."""
    name = ast.unparse(node.func)
    return name if name in _LOOKS or name.startswith(("inspect.", "types.")) else ""


def _refuse_import(node: ast.Import | ast.ImportFrom) -> None:
    names = [a.name for a in node.names]
    if isinstance(node, ast.ImportFrom):
        if node.level:
            raise Unfit("imports a file beside the notebook")
        names = [f"{node.module}.{name}" for name in names]
    for name in names:
        if name.startswith("unittest.mock"):
            raise Unfit("`unittest.mock` reaches into the code")
        if (first := name.partition(".")[0]) in _MODULES:
            raise Unfit(f"`{name}` {_MODULES[first]}")
        if not is_installed(first):
            raise Unfit(f"imports `{first}`, which is not installed here")
    if any(alias.name == "*" for alias in node.names):
        raise Unfit("imports everything of a module")
