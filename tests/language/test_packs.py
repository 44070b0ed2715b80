"""Every pack keeps the contract."""

import pytest

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
