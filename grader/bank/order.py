"""Reading order: units as the course has them; in a unit, what a problem needs comes first."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

from grader.model import Course, Problem


def reading_order(problems: Sequence[Problem], course: Course) -> list[Problem]:
    """The problems in reading order; among those free to come next, as the assignments list them.

    Where several list a problem the last counts, and what none lists comes after, by name. `needs`
    must be free of circles.
    """
    places = {
        name: place
        for assignment in course.assignments.values()
        for place, name in enumerate(assignment.problems)
    }
    return [
        problem
        for unit in course.units
        for problem in _by_needs({p.id: p for p in problems if p.unit == unit}, places)
    ]


def circles(needs: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The circles of a `needs` graph, each once and from its first name by alphabet, closed."""
    found: set[tuple[str, ...]] = set()
    done: set[str] = set()
    for start in sorted(needs):
        path: list[str] = []
        stack = [(start, iter(needs[start]))] if start not in done else []
        path.extend(name for name, _ in stack)
        while stack:
            name, rest = stack[-1]
            for other in rest:
                if other in path:
                    found.add(_from_first(path[path.index(other) :]))
                elif other in needs and other not in done:
                    stack.append((other, iter(needs[other])))
                    path.append(other)
                    break
            else:
                done.add(name)
                stack.pop()
                path.pop()
    return [[*circle, circle[0]] for circle in sorted(found)]


def _from_first(circle: list[str]) -> tuple[str, ...]:
    first = circle.index(min(circle))
    return (*circle[first:], *circle[:first])


def _by_needs(problems: dict[str, Problem], places: Mapping[str, int]) -> list[Problem]:
    waiting = {
        name: {need for need in p.file.needs if need in problems} for name, p in problems.items()
    }

    def turn(name: str) -> tuple[int, str]:
        return places.get(name, len(places)), name

    ready = [turn(name) for name, needs in waiting.items() if not needs]
    heapq.heapify(ready)
    ordered = []
    while ready:
        _, done = heapq.heappop(ready)
        ordered.append(problems[done])
        for name, needs in waiting.items():
            if done in needs:
                needs.remove(done)
                if not needs:
                    heapq.heappush(ready, turn(name))
    return ordered
