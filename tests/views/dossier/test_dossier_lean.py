"""Templates compiled to short code show what Jinja's own code shows."""

from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.exceptions import UndefinedError
from markupsafe import Markup

from recoupe.views.dossier.lean import Lean
from recoupe.views.dossier.page import _shown

_TEMPLATE = """
{% macro named(one, times=1) -%}
<b title="{{ one.name }}">{{ one.name }}{% if times > 1 %} ×{{ times }}{% endif %}</b>
{%- endmacro %}
{% set marks = {"a": "<", "b": '"'} %}
{% for one in ones %}{{ named(one) }} {{ named(one, loop.index) }}{{ ", " if not loop.last }}
{{ marks["a"] }}{{ marks[one.key] }}{{ one.parts|join(", ") }}{{ one.parts|length }}
{{ safe }}{{ one.nothing }}{{ one.number }}{{ one.share }}{{ one.sure }}
{%- endfor %}
"""
_ONES = [
    SimpleNamespace(
        name=name,
        key="b",
        parts=["x & y", Markup("<i>z</i>")],
        nothing=None,
        number=1,
        share=1.0,
        sure=True,
    )
    for name in ("Anne", "<script>", 'O\'Neil & "Co" > 1', "été\u202f: « a »", "a" * 200 + "<")
]


def _lean() -> Lean:
    environment = Lean("recoupe.views.dossier", _shown)
    environment.loader = DictLoader({"it": _TEMPLATE})
    return environment


def test_the_same_stands_there_as_with_jinjas_own_code() -> None:
    plain = Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: "" if value is None else value,
    )
    told = {"ones": _ONES, "safe": Markup("<hr>")}
    wanted = plain.from_string(_TEMPLATE).render(told)
    assert "&lt;script&gt;" in wanted
    # Twice: what was escaped once is known by then.
    assert [_lean().get_template("it").render(told) for _ in range(2)] == [wanted, wanted]


def test_markup_is_not_taken_for_words_that_are_spelt_alike() -> None:
    assert _shown("<hr>") == _shown("<hr>") == "&lt;hr&gt;"
    assert _shown(Markup("<hr>")) == "<hr>"


def test_numbers_are_not_taken_for_each_other() -> None:
    assert [_shown(value) for value in (1, True, 1.0, 0, False)] == [
        "1",
        "True",
        "1.0",
        "0",
        "False",
    ]


def test_what_is_missing_is_an_error() -> None:
    environment = _lean()
    assert environment.undefined is StrictUndefined
    with pytest.raises(UndefinedError):
        environment.from_string("{{ missing }}").render()
    with pytest.raises(AttributeError):
        environment.from_string("{{ one.missing }}").render(one=_ONES[0])
