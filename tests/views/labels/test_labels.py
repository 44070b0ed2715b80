import re
from importlib.resources import files

import pytest
import yaml

from recoupe import model
from recoupe.errors import DataError, UsageError
from recoupe.model import Factuality, Reason
from recoupe.ontology import event_types
from recoupe.views.labels import get_labels, languages, readable

LANGUAGES = languages()


def words_of(lang: str) -> dict:
    return yaml.safe_load((files("recoupe.views.labels") / f"{lang}.yml").read_text("utf-8"))


def leaves(words: dict, above: str = "") -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in words.items():
        path = f"{above}{key}"
        if isinstance(value, dict):
            found |= leaves(value, f"{path}.")
        else:
            found[path] = value
    return found


def test_the_interface_speaks_french_and_english() -> None:
    assert LANGUAGES == ("en", "fr")


def test_french_words_bear_one_kind_of_apostrophe() -> None:
    phrases = leaves(words_of("fr")).items()
    straight = {key for key, phrase in phrases if isinstance(phrase, str) and "'" in phrase}
    assert straight == set()


def test_every_language_has_the_same_keys_and_the_same_places_to_fill() -> None:
    french, english = (leaves(words_of(lang)) for lang in ("fr", "en"))
    assert french.keys() == english.keys()
    for key, phrase in french.items():
        assert set(re.findall(r"\{\w*\}", str(phrase))) == set(
            re.findall(r"\{\w*\}", str(english[key]))
        ), key


def test_no_label_is_empty_and_lists_of_months_are_whole() -> None:
    for lang in LANGUAGES:
        for key, value in leaves(words_of(lang)).items():
            assert value, f"{lang}: {key}"
            if key.startswith("months"):
                assert len(value) == 12  # type: ignore[arg-type]


def test_every_phrase_is_used_by_a_view() -> None:
    views = files("recoupe.views")
    texts = [
        entry.read_text("utf-8")
        for folder in (views / "dossier", views / "dossier" / "templates", views / "labels")
        for entry in folder.iterdir()
        if entry.name.endswith((".py", ".j2"))
    ]
    source = "\n".join(texts)
    built = ("nav_", "sort_", "sources_", "kind_", "quote_")
    unused = [
        key
        for key in words_of("fr")["ui"]
        if not key.startswith(built) and not re.search(rf"""["']{key}["']""", source)
    ]
    assert unused == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_closed_set_of_values_in_the_model_has_its_labels(lang: str) -> None:
    families = {
        "factuality": [value.value for value in Factuality],
        "factuality_long": [value.value for value in Factuality],
        "source_kind": model.SourceKind.__args__,
        "origin_kind": model.OriginKind.__args__,
        "quotation": model.Quotation.__args__,
        "basis": model.BasisKind.__args__,
        "time_role": model.TimeRole.__args__,
        "time_basis": model.TimeBasis.__args__,
        "event_status": model.EventStatus.__args__,
        "published_basis": model.PublishedBasis.__args__,
        "lineage": model.LineageRelation.__args__,
        "relation": model.ClaimRelationKind.__args__,
        "relation_inverse": model.ClaimRelationKind.__args__,
    }
    labels = get_labels(lang)
    for family, values in families.items():
        assert set(labels.family(family)) == set(values), family


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_type_of_event_and_every_role_has_a_name_in_each_language(lang: str) -> None:
    labels = get_labels(lang)
    assert set(labels.family("event")) == set(event_types())
    for name, one in event_types().items():
        assert all(labels.role(name, role) != "" for role in one.roles)
    assert labels.role("transfer", "a_role_added_since") == "a role added since"


def test_a_rule_without_a_label_is_shown_as_its_name_made_readable() -> None:
    for lang in LANGUAGES:
        labels = get_labels(lang)
        assert labels.of("rules", "a-rule-added_since") == "a rule added since"
    assert get_labels("fr").reason(Reason(rule="new-rule", words="mot")) == (
        "new rule\u00a0: «\u00a0mot\u00a0»"
    )
    assert readable("--") == ""


def test_a_rule_with_a_label_is_shown_in_plain_language() -> None:
    assert get_labels("fr").reason(Reason(rule="own-voice")) != "own voice"


def test_words_that_hold_quotation_marks_get_the_other_kind() -> None:
    assert get_labels("fr").quote("dit « non »") == "“dit « non »”"
    assert get_labels("en").quote("no") == "“no”"


def test_french_spaces_do_not_break_before_tall_punctuation() -> None:
    phrases = [str(phrase) for phrase in get_labels("fr").family("ui").values()]
    assert not [phrase for phrase in phrases if re.search(r" [;?!:»%]|« ", phrase)]
    assert get_labels("fr")("colon") == "\u00a0: "
    assert get_labels("fr")("quote_open") == "«\u00a0"


@pytest.mark.parametrize(
    ("lang", "number", "shown"),
    [
        ("fr", 0, "0\u00a0article"),
        ("fr", 1, "1\u00a0article"),
        ("fr", 2, "2\u00a0articles"),
        ("fr", 1234, "1\u202f234\u00a0articles"),
        ("en", 0, "0\u00a0reports"),
        ("en", 1, "1\u00a0report"),
        ("en", 1234, "1,234\u00a0reports"),
    ],
)
def test_counts_follow_the_plural_of_the_language(lang: str, number: int, shown: str) -> None:
    assert get_labels(lang).count("reports", number) == shown


def test_numbers_keep_their_decimals_and_drop_empty_ones() -> None:
    assert get_labels("fr").number(1160.5) == "1\u202f160,5"
    assert get_labels("fr").number(1000.0) == "1\u202f000"
    assert get_labels("en").number(-0.25) == "-0.25"


def test_an_unknown_language_is_refused_with_those_that_exist() -> None:
    with pytest.raises(UsageError, match=r"'xx'.*en, fr"):
        get_labels("xx")


def test_a_missing_phrase_is_named() -> None:
    with pytest.raises(DataError, match="no phrase 'nothing-such'"):
        get_labels("fr")("nothing-such")


def test_every_rule_that_the_code_names_outright_has_a_label_in_every_language() -> None:
    source = files("recoupe")
    named: set[str] = set()
    folders = [source]
    while folders:
        for entry in folders.pop().iterdir():
            if entry.is_dir() and entry.name != "views":
                folders.append(entry)
            elif entry.name.endswith(".py"):
                named |= set(re.findall(r'\bReason\(\s*rule="([a-z-]+)"', entry.read_text("utf-8")))
    assert len(named) > 10
    for lang in LANGUAGES:
        assert named - set(get_labels(lang).family("rules")) == set(), lang


def test_a_label_with_a_place_for_words_takes_them_without_quotation_marks() -> None:
    labels = get_labels("en")
    assert labels.reason(Reason(rule="published-later", words="{x} > 2")) == (
        "published later: {x} > 2"
    )
    assert labels.reason(Reason(rule="published-later")) == "published later: –"
