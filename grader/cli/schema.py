"""`grader schema`: the JSON Schemas of the file formats."""

from __future__ import annotations

import json

import click

from grader.bank.schema import RECORDS, schema


@click.command("schema")
@click.argument("name", type=click.Choice(list(RECORDS)))
def command(name: str) -> None:
    """Print the JSON Schema of a report, problem.yaml, key.yaml or course.yaml."""
    click.echo(json.dumps(schema(name), indent=2))
