import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from recoupe.errors import LedgerError
from recoupe.ledger import Ledger, engine, only_build
from recoupe.ledger.tables import metadata


def _run(path, *statements):
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def test_the_migrations_make_the_tables_that_the_code_uses(ledger):
    with ledger._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_schema_that_the_code_knows_is_the_last_migration():
    config = Config()
    config.set_main_option("script_location", str(Path(engine.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_heads() == [engine.SCHEMA]


def test_the_first_migration_can_be_undone(tmp_path):
    from alembic import command

    ledger = Ledger.open(tmp_path / "l.sqlite")
    config = Config()
    config.set_main_option("script_location", str(Path(engine.__file__).parent / "migrations"))
    with ledger._engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    with ledger._engine.connect() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='table'")
        assert [row[0] for row in names] == ["alembic_version"]
    ledger.close()


def test_a_ledger_of_the_first_schema_is_brought_up_to_date_and_asks_to_be_linked(tmp_path):
    from alembic import command

    path = tmp_path / "l.sqlite"
    config = Config()
    config.set_main_option("script_location", str(Path(engine.__file__).parent / "migrations"))
    with Ledger.open(path) as ledger, ledger._engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
    insert = "INSERT INTO build (started, version, linked, counts) VALUES ('', '1', 1, '{}')"
    _run(path, insert, "INSERT INTO skipped VALUES (1, 'a', '/a', 'empty', 'remove it', 1)")
    with Ledger.open(path) as ledger:
        assert not ledger.whole
        assert [one.problem for one in ledger.skipped()] == ["empty"]


def test_events_of_the_schema_before_their_ids_are_kept_without_one(filled, tmp_path):
    from alembic import command

    path = tmp_path / "copy.sqlite"
    with sqlite3.connect(path) as copy, filled._engine.connect() as connection:
        connection.connection.driver_connection.backup(copy)
    copy.close()
    config = Config()
    config.set_main_option("script_location", str(Path(engine.__file__).parent / "migrations"))
    rows = "SELECT statement_id, place, type, status FROM statement_event ORDER BY 1, 2"
    with Ledger.open(path) as ledger, ledger._engine.begin() as connection:
        stored = connection.exec_driver_sql(rows).fetchall()
        config.attributes["connection"] = connection
        command.downgrade(config, "0005")
        columns = connection.exec_driver_sql("PRAGMA table_info(statement_event)").fetchall()
        assert "event" not in [column[1] for column in columns]
        assert connection.exec_driver_sql(rows).fetchall() == stored
    with Ledger.open(path) as ledger, ledger._engine.connect() as connection:
        assert stored
        assert connection.exec_driver_sql(rows).fetchall() == stored
        ids = connection.exec_driver_sql("SELECT DISTINCT event FROM statement_event").fetchall()
        assert [row[0] for row in ids] == [""]
        indices = connection.exec_driver_sql("PRAGMA index_list(statement_event)").fetchall()
        assert "ix_statement_event_event" in [index[1] for index in indices]


def test_foreign_keys_and_the_write_ahead_log_are_on(ledger):
    with ledger._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"


def test_a_folder_that_is_not_there_yet_is_made(tmp_path):
    Ledger.open(tmp_path / "new" / "deeper" / "ledger.sqlite").close()
    assert (tmp_path / "new" / "deeper" / "ledger.sqlite").is_file()


def test_a_path_with_signs_that_mean_something_elsewhere_is_just_a_path(tmp_path):
    path = tmp_path / "100 % d'été?#" / "ledger.sqlite"
    Ledger.open(path).close()
    assert path.is_file()


def test_a_database_address_is_taken_as_one(tmp_path):
    with Ledger.open(f"sqlite:///{tmp_path}/by-url.sqlite") as ledger:
        assert ledger.case().documents == ()


@pytest.mark.parametrize("content", [b"not a database at all, only words\n" * 99, b"\x89PNG\r\n"])
def test_a_file_that_is_no_database_is_no_ledger(tmp_path, content):
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(content)
    with pytest.raises(LedgerError, match="is not a ledger: choose another"):
        Ledger.open(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_left_alone(tmp_path):
    path = tmp_path / "ledger.sqlite"
    _run(path, "CREATE TABLE recipe (name TEXT)")
    with pytest.raises(LedgerError, match="a database, but not a ledger"):
        Ledger.open(path)
    _run(path, "SELECT name FROM recipe")


def test_a_ledger_of_a_newer_recoupe_is_left_alone(tmp_path):
    path = tmp_path / "ledger.sqlite"
    Ledger.open(path).close()
    _run(path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerError, match=r"newer Recoupe .*9999.*: update Recoupe"):
        Ledger.open(path)


def test_a_ledger_that_is_not_there_is_said_to_be_missing(tmp_path):
    with pytest.raises(LedgerError, match=r"there is no case in .*: build one first"):
        Ledger.open(tmp_path / "nowhere" / "ledger.sqlite", create=False)
    assert not (tmp_path / "nowhere").exists()


def test_a_place_below_a_file_is_refused(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(LedgerError, match=r"can't be made .*: choose another --case"):
        Ledger.open(tmp_path / "file" / "ledger.sqlite")


def test_a_folder_in_the_place_of_the_ledger_is_refused(tmp_path):
    (tmp_path / "ledger.sqlite").mkdir()
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger.open(tmp_path / "ledger.sqlite")


@pytest.mark.parametrize("url", ["nonsense://", "sqlite+nodriver:///x", "://"])
def test_a_database_address_that_means_nothing_is_refused(url):
    with pytest.raises(LedgerError):
        Ledger.open(url)


def test_a_damaged_ledger_is_said_to_be_damaged(filled, tmp_path):
    filled.close()
    path = tmp_path / "ledger.sqlite"
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(LedgerError, match="is damaged"), Ledger.open(path) as ledger:
        ledger.case()


def test_a_full_disk_is_said_to_be_full(ledger, wire, wire_reading):
    with ledger._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    long = wire_reading.model_copy(update={"version": "v" * 10_000_000})
    with pytest.raises(LedgerError, match="the disk is full"):
        ledger.store(wire, long)
    assert ledger.known() == []


def test_a_ledger_that_another_process_keeps_locked_is_said_to_be_in_use(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "PATIENCE", 0)
    path = tmp_path / "ledger.sqlite"
    Ledger.open(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Ledger.open(path) as ledger:
        assert ledger.known() == []
        with pytest.raises(LedgerError, match="in use by another command"):
            ledger.start_build("0.1")
    other.close()


def test_a_second_build_of_the_same_case_is_refused(tmp_path):
    refused = pytest.raises(LedgerError, match="another build is at work")
    with only_build(tmp_path), refused, only_build(tmp_path):
        pass
    with only_build(tmp_path):
        pass


def test_a_lock_file_that_is_something_else_is_left_alone(tmp_path):
    (tmp_path / "ledger.lock").write_text("my own notes\n" * 100)
    with pytest.raises(LedgerError, match="is not Recoupe's lock file"), only_build(tmp_path):
        pass
