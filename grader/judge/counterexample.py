"""The smallest call that shows the fault, found without giving a hidden input away.

The check runs once more on fresh draws. Each call that it makes there, and that no hidden check
made, is put to a child that has seen nothing else; the shortest one whose answer differs from the
reference's is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from grader.judge.reference import Reference
from grader.model import Counterexample
from grader.numeric.closeness import compare
from grader.numeric.show import call_text, paste, tell_apart
from grader.sandbox.answers import Answer, Failure
from grader.sandbox.proxies import Call, Exchange
from grader.sandbox.wire import Encoder, WireError

_LONGEST = 160
_TRIES = 12
_RTOL = 1e-9


def image(call: Call) -> bytes | None:
    """The call as bytes, or None if it holds something that lives in one child only."""
    try:
        return Encoder().frame(call.name, list(call.args), dict(call.kwargs))
    except WireError:
        return None


def smallest(
    made: Iterable[Exchange],
    hidden: set[bytes | None],
    reference: Reference,
    ask_afresh: Callable[[Call], Answer],
) -> Counterexample | None:
    """The shortest call of `made`, and not of `hidden`, on which the student is wrong."""
    texts: dict[str, Call] = {}
    for exchange in made:
        call = exchange.call
        if image(call) not in hidden:
            texts.setdefault(call_text(call.name, call.args, call.kwargs), call)
    short = sorted((text for text in texts if len(text) <= _LONGEST), key=lambda t: (len(t), t))
    for text in short[:_TRIES]:
        call = texts[text]
        expected = _expected(reference, call)
        answer = ask_afresh(call)
        if isinstance(answer, Failure):
            if answer.kind != "raised":
                continue
            if isinstance(expected, Exception) and answer.is_a(type(expected)):
                continue
            said = f"raises {answer.classes[0]}: {answer.text}".rstrip(": ")
            return Counterexample(text, _shown(expected), said[:_LONGEST])
        if isinstance(expected, Exception):
            return Counterexample(text, _shown(expected), paste(answer.value))
        if compare(answer.value, expected, rtol=_RTOL) is not None:
            apart = tell_apart(expected, answer.value)
            if apart is not None:
                return Counterexample(text, *apart)
    return None


def _expected(reference: Reference, call: Call) -> Any:
    """What the reference gives; its exception where it must raise."""
    try:
        return getattr(reference, call.name)(*call.args, **call.kwargs)
    except Exception as error:
        # Raising is what the contract asks here; a reference that broke would not pass lint.
        return error


def _shown(expected: Any) -> str:
    raises = isinstance(expected, Exception)
    return f"raises {type(expected).__name__}" if raises else paste(expected)
