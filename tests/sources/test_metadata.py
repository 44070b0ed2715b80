import pytest

from recoupe.sources.metadata import MetadataRow, read_metadata, web_address

HEADER = "file,title,publisher,published,url,language\n"


@pytest.fixture
def table(tmp_path):
    def read(content):
        path = tmp_path / "metadata.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_metadata(path, "metadata.csv")

    return read


def lines(table):
    return [problem.problem for problem in table.problems]


def test_a_full_row_is_read(table):
    row = 'a.txt,"Un titre, et sa suite",La Gazette,2024-03-04,https://gazette.example/a,fr\n'
    found = table(HEADER + row)
    assert found.rows == {
        "a.txt": MetadataRow(
            title="Un titre, et sa suite",
            publisher="La Gazette",
            published="2024-03-04",
            url="https://gazette.example/a",
            language="fr",
        )
    }
    assert found.problems == []


def test_columns_and_cells_may_be_missing(table):
    found = table("published,file\n2024-03,a.txt\n,b.txt\n\n2024,c/d.txt\n")
    assert found.rows["a.txt"].published == "2024-03"
    assert found.rows["b.txt"] == MetadataRow()
    assert found.rows["c/d.txt"].published == "2024"
    assert found.problems == []


def test_an_unknown_column_is_named_once_and_the_rest_is_used(table):
    found = table("file,journaliste,title\na.txt,Roussel,Un titre\nb.txt,X,Un autre\n")
    assert lines(found) == ["line 1: unknown column 'journaliste': not used"]
    assert found.rows["b.txt"].title == "Un autre"


@pytest.mark.parametrize("value", ["2024-02-31", "hier", "04/03/2024", "2024-13"])
def test_an_impossible_date_is_named_with_its_line_and_the_rest_of_the_row_is_used(table, value):
    found = table(f"file,published,title\na.txt,2024,A\nb.txt,{value},B\n")
    (problem,) = found.problems
    assert problem.problem.startswith(f"line 3: '{value}'")
    assert problem.remedy
    assert not problem.fatal
    assert found.rows["b.txt"] == MetadataRow(title="B")
    assert found.rows["a.txt"].published == "2024"


def test_a_date_with_a_time_is_its_day(table):
    assert table("file,published\na.txt,2024-03-04T10:00:00Z\n").rows["a.txt"].published == (
        "2024-03-04"
    )


def test_a_second_row_for_a_file_is_named_and_not_used(table):
    found = table("file,title\na.txt,A\n./a.txt,B\n")
    assert lines(found) == ["line 3: './a.txt' a second time: not used"]
    assert found.rows["a.txt"].title == "A"


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_delimiters_are_read_and_noted(table, delimiter):
    found = table(f"file{delimiter}title\na.txt{delimiter}Un, deux\n")
    assert found.rows["a.txt"].title == "Un, deux"
    assert len(found.problems) == 1
    assert "line 1" in found.problems[0].problem


def test_a_byte_order_mark_is_no_part_of_the_first_column(table):
    found = table("\ufefffile,title\na.txt,Été\n")
    assert found.rows["a.txt"].title == "Été"
    assert found.problems == []


def test_windows_1252_is_read_and_noted(table):
    found = table("file,title\na.txt,L’été à Nîmes\n".encode("cp1252"))
    assert found.rows["a.txt"].title == "L’été à Nîmes"
    assert len(found.problems) == 1
    assert "cp1252" in found.problems[0].problem


def test_a_row_with_more_cells_than_columns_is_named_and_not_used(table):
    found = table("file,title,publisher\na.txt,Un titre, et sa suite,Gazette\nb.txt,B,\n")
    assert lines(found) == ["line 2: more cells than columns: the row is not used"]
    assert set(found.rows) == {"b.txt"}


def test_a_row_without_a_file_is_named(table):
    assert lines(table("file,title\n,Orphelin\n")) == ["line 2: no file named: the row is not used"]


@pytest.mark.parametrize("content", ["titre,date\nA,2024\n", "", "\n\n"])
def test_a_table_without_the_column_file_is_named_and_not_used(table, content):
    found = table(content)
    assert found.rows == {}
    (problem,) = found.problems
    assert "no column 'file'" in problem.problem
    assert not problem.fatal


@pytest.mark.parametrize(
    ("column", "value"),
    [("url", "javascript:alert(1)"), ("url", "gazette"), ("language", "français")],
)
def test_an_address_or_language_that_is_none_is_named(table, column, value):
    found = table(f"file,{column}\na.txt,{value}\n")
    assert lines(found)[0].startswith(f"line 2: '{value}'")
    assert found.rows["a.txt"] == MetadataRow()


@pytest.mark.parametrize(("value", "code"), [("FR", "fr"), ("fr-CA", "fr"), ("pt_BR", "pt")])
def test_a_language_may_name_its_region(table, value, code):
    assert table(f"file,language\na.txt,{value}\n").rows["a.txt"].language == code


@pytest.mark.parametrize(
    "content", [b"file,title\na.txt,\x00\n", b"PK\x03\x04\x00\x00", b'file,title\na.txt,"sans fin']
)
def test_a_table_that_is_none_never_stops_the_reading(table, content):
    table(content)


def test_windows_paths_and_decomposed_accents_name_the_same_file(table):
    found = table("file,title\nsous\\e\u0301te\u0301.txt,A\n")
    assert set(found.rows) == {"sous/été.txt"}


@pytest.mark.parametrize(
    "value",
    ["javascript:alert(1)", "data:text/html,x", "//x.example", "http://", "http://[", "a b"],
)
def test_what_is_no_address_of_the_web_is_none(value):
    assert web_address(value) is None
