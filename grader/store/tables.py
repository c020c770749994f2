"""The tables of the result database, and the version of their form."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Integer, LargeBinary, MetaData, String, Table

SCHEMA = 1

METADATA = MetaData()

FORM = Table("nabla_form", METADATA, Column("version", Integer, primary_key=True))

# The report itself is the JSON that `--json` writes; the other columns are for queries by hand.
REPORTS = Table(
    "nabla_reports",
    METADATA,
    Column("assignment", String, primary_key=True),
    Column("student", String, primary_key=True),
    Column("submission", String, nullable=False),
    Column("bank", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("raw_score", Float, nullable=False),
    Column("max_score", Float, nullable=False),
    Column("provisional", Boolean, nullable=False),
    Column("report", LargeBinary, nullable=False),
)
