from pathlib import Path

import pytest

from recoupe.errors import UsageError
from recoupe.views.export import formats, get_exporter

DOCS = Path(__file__).parents[3] / "docs" / "export.md"


@pytest.mark.parametrize("name", formats())
def test_every_format_has_its_section_in_the_docs(name):
    assert f"\n## {name}\n" in DOCS.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", formats())
def test_every_format_says_what_it_writes(name):
    assert len(get_exporter(name).summary) > 20


def test_jsonl_is_among_the_formats():
    assert "jsonl" in formats()


def test_a_format_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(UsageError, match=r"no export format 'docx': formats at hand: .*jsonl"):
        get_exporter("docx")
