"""Every pack keeps the contract."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import recoupe
from recoupe.errors import DataError
from recoupe.language import Pack, codes, get_pack


@pytest.mark.parametrize("code", codes())
def test_a_pack_offers_what_the_protocol_asks(code):
    pack = get_pack(code)
    assert isinstance(pack, Pack)
    assert pack.code == code
    assert pack.version
    assert pack.pipeline().lang == code


def test_a_language_without_pack_is_told_of():
    with pytest.raises(DataError, match="no language pack"):
        get_pack("xx")


@pytest.mark.parametrize(
    "path", sorted(Path(recoupe.__file__).parent.glob("**/*.yml")), ids=lambda p: p.stem
)
def test_no_word_of_a_list_is_read_as_true_or_false(path: Path) -> None:
    # YAML takes an unquoted `on` or `no` for a truth value; in a list of words it is a word.
    def listed(value: object) -> Iterator[object]:
        if isinstance(value, list):
            yield from value
        inner = value.values() if isinstance(value, dict) else value
        for item in inner if isinstance(value, dict | list) else ():
            yield from listed(item)

    held = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert not [word for word in listed(held) if isinstance(word, bool)]
