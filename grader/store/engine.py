"""Opening a database: SQLite by path, anything else by URL, and errors in one line."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, select
from sqlalchemy.exc import SQLAlchemyError

from grader.errors import GraderError
from grader.store.tables import FORM, METADATA, SCHEMA

_BUSY_SECONDS = 30


def url_of(place: str | Path) -> URL:
    """The URL of a database: `place` itself if it has `://` in it, else SQLite at that path."""
    if isinstance(place, str) and "://" in place:
        with told_plainly("the database URL"):
            return make_url(place)
    return URL.create("sqlite", database=str(place))


def open_engine(url: URL) -> Engine:
    """An engine whose every transaction is whole and on disk when its commit returns."""
    sqlite = url.get_backend_name() == "sqlite"
    try:
        engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS} if sqlite else {})
    except ImportError as error:
        raise GraderError(f"{shown(url)}: its driver is not installed: {error.name}") from error
    if sqlite:
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def prepare(engine: Engine, place: str) -> None:
    """Make the tables where there are none; GraderError if the database is another's or newer."""
    with engine.begin() as connection:
        tables = set(inspect(connection).get_table_names())
        if FORM.name in tables:
            found = connection.execute(select(FORM.c.version)).scalar()
            if found != SCHEMA:
                raise GraderError(
                    f"{place}: its form is version {found}, and this grader reads version "
                    f"{SCHEMA}: use the grader that wrote it, or another place"
                )
            return
        # A server's database may be shared; a file with other tables is somebody else's.
        if tables and engine.dialect.name == "sqlite":
            raise GraderError(f"{place}: this is a database, but not one of grading results")
        METADATA.create_all(connection)
        connection.execute(FORM.insert().values(version=SCHEMA))


def shown(url: URL) -> str:
    """The place as messages name it: the path of a SQLite file, or the URL less its password."""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)


@contextmanager
def told_plainly(place: str) -> Iterator[None]:
    """Any failure of the database inside becomes a GraderError of one line."""
    try:
        yield
    except SQLAlchemyError as error:
        cause = getattr(error, "orig", None) or error
        lines = str(cause).strip().splitlines() or [type(cause).__name__]
        raise GraderError(f"{place}: {lines[0]}") from error


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # The driver's own transactions leave out CREATE TABLE; ours are begun below instead.
    connection.isolation_level = None
    cursor = connection.cursor()
    # FULL: what was saved outlives a power cut too, at one flush a submission.
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # IMMEDIATE: two graders that start at once must not both see a database without tables.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
