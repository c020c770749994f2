"""Jobs over worker processes. A worker that dies costs no grade: its jobs are done again."""

from __future__ import annotations

import multiprocessing
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool

from grader.batch.worker import Job, grade
from grader.errors import GraderError
from grader.model import Report

Graded = tuple[Job, Report | GraderError | None]


def grade_all(jobs: Sequence[Job], workers: int) -> Iterator[Graded]:
    """Each job with its report as it is ready: None if nothing changed, GraderError if a worker
    dies on this job twice."""
    lost = yield from _round(jobs, workers)
    for job in lost:
        twice = yield from _round([job], 1)
        for again in twice:
            yield again, GraderError(f"{again.path}: the worker that graded it ended twice")


def _round(jobs: Iterable[Job], workers: int) -> Generator[Graded, None, list[Job]]:
    """Grades jobs in one pool; returns those that were lost with a worker."""
    lost = []
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        try:
            futures: dict[Future[Report | None], Job] = {pool.submit(grade, j): j for j in jobs}
            for future in as_completed(futures):
                try:
                    yield futures[future], future.result()
                except BrokenProcessPool:
                    lost.append(futures[future])
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return lost
