"""What the tables of the ledger are made of: their metadata, and columns that many have."""

from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def part_of(table: str, name: str, *, key: bool = False, index: bool = False) -> Column[Any]:
    """A column that ties a row to a row of ``table`` and goes with it."""
    return Column(
        name,
        String,
        ForeignKey(f"{table}.id", ondelete="CASCADE"),
        primary_key=key,
        nullable=False,
        index=index,
    )


def place() -> Column[Any]:
    """The row's place in its record's list, from 0."""
    return Column("place", Integer, primary_key=True, autoincrement=False)


def span(name: str = "span", *, optional: bool = False) -> tuple[Column[Any], Column[Any]]:
    """First and last offset of words, the last one past them."""
    return (
        Column(f"{name}_start", Integer, nullable=optional),
        Column(f"{name}_end", Integer, nullable=optional),
    )
