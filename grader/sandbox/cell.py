"""One submission's code in a sandbox: loaded on the first call, and again after a kill.

A statement that loops for ever or ends the process at load time is left out at the next load, so
that it costs only itself. Calls answer with values or failures; nothing here raises for what the
student's code does.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from grader.model import Limits, SourceFile
from grader.sandbox.answers import Answer, Failure, Place, answers_of, as_place, raised
from grader.sandbox.child_process import Child, ChildGone, Nursery, TooLarge
from grader.sandbox.file_reading import FileReading, file_reading
from grader.sandbox.wire import WireError

OUT_OF_BUDGET = "no answer within the time that was left for this problem"
_FATAL_STATEMENTS = 5


@dataclass(frozen=True)
class LoadFault:
    """A top-level statement that failed, and how."""

    failure: Failure
    place: Place


class Cell:
    """The sandboxed life of one submission.

    `starters` says what the stub of each function does (`reading.definitions`), so that a stub
    left untouched is known; `forbids` names, by function, what it may not use.
    """

    def __init__(
        self,
        nursery: Nursery,
        files: Sequence[SourceFile],
        starters: Mapping[str, str],
        limits: Limits,
        forbids: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self._nursery = nursery
        self._limits = limits
        self._sources = tuple(files)
        self._files: list[tuple[str, bool, list[str]]] = [
            (file.name, file.name.endswith(".ipynb"), [chunk.text for chunk in file.chunks])
            for file in files
        ]
        self._ends = [[text.count("\n") + 1 for text in chunks] for _, _, chunks in self._files]
        self._starters = dict(starters)
        self._forbids = {name: list(names) for name, names in (forbids or {}).items()}
        self._skip: list[tuple[int, int]] = []
        self._child: Child | None = None
        self._readings: tuple[FileReading, ...] = ()
        self._dead: Failure | None = None
        self._fatal: list[LoadFault] = []
        self._loaded_once = False
        self._has_pardon = True
        self.load_faults: tuple[LoadFault, ...] = ()
        self._spent = 0.0

    @property
    def seconds(self) -> float:
        """What the code has used so far of the time that is its own."""
        return self._spent + (self._child.seconds if self._child is not None else 0.0)

    @property
    def failure(self) -> Failure | None:
        """Why no call can be answered, once that is known."""
        return self._dead

    def read(self) -> tuple[FileReading, ...]:
        """What each file holds, found before any of it ran; nothing if it cannot be read."""
        if not self._readings and self._dead is None:
            self._start()
        return self._readings

    def run(
        self,
        file: int,
        name: str,
        calls: Sequence[tuple[Sequence[Any], Mapping[str, Any]]],
        *,
        watch: bool = False,
        count: bool = False,
        seconds: float | None = None,
    ) -> list[Answer]:
        """Answers in order, to the first failure, all within one deadline of `seconds`.

        `watch` asks whether a call changed its arguments, `count` for the Python lines it ran.
        """
        listed = [[list(args), dict(kwargs)] for args, kwargs in calls]
        return self._answers(len(calls), seconds, "run", file, name, listed, watch, count)

    def evaluate(
        self, file: int, source: str, inputs: Mapping[str, Any], seconds: float | None = None
    ) -> Answer:
        """The last expression of a script of ours, run in a copy of the student's names."""
        (answer,) = self._answers(1, seconds, "eval", file, source, dict(inputs))
        if not isinstance(answer, Failure) or answer.kind not in ("forbidden", "missing"):
            return answer
        # What it calls forbidden must be a name of ours, and a script is not missing.
        if any(answer.words in names for names in self._forbids.values()):
            words = f"Your code uses `{answer.words}`, which this problem asks you to do without."
            return replace(answer, words=words)
        return self._lost(ChildGone(self._end()), "not what was asked")

    def again(self) -> Cell:
        """The same files for a child that has seen nothing; what never ends is left out at once."""
        other = Cell(self._nursery, self._sources, self._starters, self._limits, self._forbids)
        other._skip = list(self._skip)
        return other

    def close(self) -> None:
        """Ends the child; no `atexit`, destructor or thread of it runs on."""
        self._end()

    def _answers(self, most: int, seconds: float | None, *request: Any) -> list[Answer]:
        """Answers to `most` calls in one round trip, or fewer of which the last is a failure."""
        limit = self._limits.call_seconds
        words = f"no answer within {limit:g} s"
        if seconds is not None and seconds < limit:
            limit, words = seconds, OUT_OF_BUDGET
        try:
            return self._asked(most, limit, *request)
        except TimeoutError:
            return [Failure("timeout", words)]
        except ChildGone as gone:
            return [self._lost(gone)]
        except WireError as error:
            return [self._lost(ChildGone(self._end()), str(error))]

    def _asked(self, most: int, limit: float, *request: Any) -> list[Answer]:
        child = self._loaded()
        if child is None:
            assert self._dead is not None
            return [self._dead]
        try:
            return answers_of(child.ask(limit, *request), most)
        except ChildGone as gone:
            if not self._is_pardoned(gone):
                raise
        return self._asked(most, limit, *request)

    def _is_pardoned(self, gone: ChildGone) -> bool:
        """Whether a child that was killed may have been so by somebody else, once a submission:
        an administrator, or the kernel in want of memory. Then all is tried once more."""
        pardoned, self._has_pardon = gone.was_killed and self._has_pardon, False
        return pardoned

    def _loaded(self) -> Child | None:
        if (self._child is None or not self._child.alive) and self._dead is None:
            self._start()
        return self._child if self._dead is None else None

    def _start(self) -> None:
        """Forks, reads, runs the top-level statements; leaves out one fatal statement a round."""
        enough = self.seconds + self._limits.problem_seconds
        for _ in range(_FATAL_STATEMENTS + 1):
            self._spent = self.seconds
            self._child = self._nursery.fork(self._limits)
            try:
                self._read_in(self._child, enough)
            except (TimeoutError, ChildGone, TooLarge) as error:
                self._end()
                if isinstance(error, ChildGone) and self._is_pardoned(error):
                    continue
                self._dead = Failure("crashed", "is too large or too deeply nested to be read")
                return
            faults = self._load_in(self._child, enough)
            if faults is not None:
                if not self._loaded_once:
                    self.load_faults = tuple(sorted([*self._fatal, *faults], key=_place))
                    self._loaded_once = True
                return
            if self.seconds > enough:
                break
        self.load_faults = tuple(self._fatal)
        self._dead = Failure("timeout", "the file did not finish loading")

    def _read_in(self, child: Child, enough: float) -> None:
        left = enough - self.seconds
        answer = child.ask(left, "read", self._files, self._starters, self._forbids)
        if not self._readings:
            self._readings = tuple(file_reading(n, part) for n, part in enumerate(answer))

    def _load_in(self, child: Child, enough: float) -> list[LoadFault] | None:
        """The faults of statements that failed; None if the child ended and all begins anew."""
        at: tuple[int, int] | None = None
        try:
            number = child.send("load", self._skip)
            while True:
                left = min(enough - self.seconds, self._limits.call_seconds)
                match child.message(time.monotonic() + left):
                    case ["at", int(file), int(index)]:
                        at = (file, index)
                    case [answered, list(faults)] if answered == number:
                        return self._faults(faults)
                    case _:
                        raise ChildGone(child.end())
        except TimeoutError:
            failure = Failure("timeout", f"did not end within {self._limits.call_seconds:g} s")
        except ChildGone as gone:
            if self._is_pardoned(gone):
                return None
            failure = _ending(gone)
        except (TypeError, ValueError):
            failure = _ending(ChildGone(child.end()))
        if at is None or at in self._skip or not self._exists(*at):
            self._dead = failure
            return []
        self._skip.append(at)
        place = self._readings[at[0]].places[at[1]]
        self._fatal.append(LoadFault(failure, place))
        return None

    def _faults(self, said: list[Any]) -> list[LoadFault]:
        """Faults as the child tells them; TypeError or ValueError if they cannot be."""
        if len(said) > sum(len(reading.places) for reading in self._readings):
            raise ValueError("more faults than statements")
        return [self._fault(*fault) for fault in said]

    def _fault(self, file: Any, chunk: Any, line: Any, classes: Any, text: Any) -> LoadFault:
        place = as_place([file, chunk, line])
        if place is None or not 0 <= place.file < len(self._ends):
            raise ValueError("a fault in no file")
        ends = self._ends[place.file]
        if not 0 <= place.chunk < len(ends):
            raise ValueError("a fault in no chunk")
        if not 1 <= place.line <= ends[place.chunk]:
            raise ValueError("a fault at no line")
        return LoadFault(raised(classes, text, None), place)

    def _exists(self, file: int, index: int) -> bool:
        return 0 <= file < len(self._readings) and 0 <= index < len(self._readings[file].places)

    def _lost(self, gone: ChildGone, words: str = "") -> Failure:
        return (
            Failure("crashed", f"gave no answer that can be read: {words}")
            if words
            else _ending(gone)
        )

    def _end(self) -> int:
        return self._child.end() if self._child is not None else 0


def _ending(gone: ChildGone) -> Failure:
    if gone.out_of_time:
        return Failure("timeout", "all processor time was used up")
    if gone.signal and not gone.was_killed:
        known = gone.signal in set(signal.Signals)
        name = signal.Signals(gone.signal).name if known else f"signal {gone.signal}"
        return Failure("crashed", f"crashed the Python process ({name})")
    return Failure("crashed", "ended the Python process instead of returning")


def _place(fault: LoadFault) -> Place:
    return fault.place
