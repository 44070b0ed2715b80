"""The scorer of events, on a report small enough to count by hand, and the set itself."""

import pytest

from recoupe.errors import DataError
from recoupe.evaluation.events import evaluate, mistakes, score
from recoupe.evaluation.events_gold import load_events
from recoupe.evaluation.frame import evaluation_folder, get_benchmark
from recoupe.model import Dating, Event, Reading, Role, Span, Statement

REPORT = """
register: agency
text: L'Iran a livré des drones à la Russie. La vente a été niée. Un train a déraillé.
statements: []
"""
EVENTS = """
events:
- trigger: livré
  type: transfer
  status: done
  roles:
    supplier: [Iran]
    recipient: [{words: Russie, or: [Moscou]}]
    item: [drones]
- trigger: vente
  type: transfer
  status: [denied, done]
- trigger: déraillé
  type: accident
  status: done
  optional: true
  roles:
    object: [train]
"""


def folder(tmp_path, events=EVENTS, part=""):
    for name, content in (("gold", REPORT), ("gold_events", events)):
        held = tmp_path / name / part / "one"
        held.mkdir(parents=True)
        (held / "01.yml").write_text(content.replace(", or: [Moscou]", ""), encoding="utf-8")
    return list(load_events(tmp_path / "gold_events", tmp_path / "gold"))


def reader(*events):
    """A system that finds given events."""

    def read(documents):
        for document in documents:
            span = Span(0, len(document.text))
            held = tuple(_event(document.text, *told) for told in events)
            statement = Statement(
                id="s", document=document.id, content=span, sentence=span, events=held
            )
            yield Reading(
                document=document.id,
                version="1",
                body=(span,),
                headline=None,
                dating=Dating(value=None, basis="unknown"),
                mentions=(),
                statements=(statement,),
                citations=(),
            )

    return read


def _event(text, trigger, type_, status, roles):
    def span(words):
        start = text.index(words)
        return Span(start, start + len(words))

    filled = {
        role: tuple(Role(span=span(words), name=words) for words in fillers)
        for role, fillers in roles.items()
    }
    return Event(type=type_, status=status, trigger=span(trigger), roles=filled)


RIGHT = (
    "livré",
    "transfer",
    "done",
    {"supplier": ["L'Iran"], "recipient": ["Russie"], "item": ["des drones"]},
)


def test_what_is_found_with_its_type_and_fillers_counts(tmp_path):
    figures = score(folder(tmp_path), reader(RIGHT))
    assert figures["trigger_precision"] == 1
    assert figures["trigger_recall"] == 0.5
    assert figures["role_f1"] == 1
    assert figures["status"] == 1


def test_another_type_is_missed_and_spurious_at_once(tmp_path):
    figures = score(folder(tmp_path), reader(("livré", "production", "done", {})))
    assert figures["trigger_recall"] == 0
    assert figures["trigger_precision"] == 0


def test_an_optional_event_counts_neither_way(tmp_path):
    derailed = ("déraillé", "accident", "denied", {"object": ["drones"]})
    figures = score(folder(tmp_path), reader(RIGHT, derailed))
    assert figures["trigger_precision"] == 1
    assert figures["role_precision"] == 1
    assert figures["status"] == 1


def test_the_wrong_filler_is_missed_and_spurious(tmp_path):
    wrong = ("livré", "transfer", "done", {"supplier": ["Russie"]})
    figures = score(folder(tmp_path), reader(wrong))
    assert figures["role_precision"] == 0
    assert figures["role_recall"] == 0


def test_any_of_the_listed_statuses_is_right(tmp_path):
    figures = score(folder(tmp_path), reader(("vente", "transfer", "done", {})))
    assert figures["status"] == 1


def test_the_part_kept_apart_has_figures_of_its_own_and_no_mistakes_listed(tmp_path):
    gold = folder(tmp_path, part="held_out")
    figures = score(gold, reader(RIGHT))
    assert figures["held_out_trigger_recall"] == 0.5
    assert list(mistakes(gold, reader())) == []


def test_what_the_text_has_not_is_refused(tmp_path):
    with pytest.raises(DataError, match="Chine"):
        folder(tmp_path, EVENTS.replace("[Iran]", "[Chine]"))


def test_the_set_is_whole_and_in_the_catalogue():
    benchmark = get_benchmark("events")
    assert benchmark.score is evaluate
    held = list(load_events(benchmark.data(), evaluation_folder() / "gold"))
    assert sum(len(one.events) for one in held) > 300


EITHER = """
events:
- trigger: livré
  type: [aid, transfer]
  status: done
  roles:
    provider: [Iran]
    recipient: [Russie]
    item: [drones]
"""


def test_roles_of_another_right_type_are_compared_by_who_fills_them(tmp_path):
    figures = score(folder(tmp_path, EITHER), reader(RIGHT))
    assert figures["role_f1"] == 1


def test_another_right_type_with_the_wrong_filler_is_missed_and_spurious(tmp_path):
    wrong = ("livré", "transfer", "done", {"supplier": ["vente"], "item": ["drones"]})
    figures = score(folder(tmp_path, EITHER), reader(wrong))
    assert figures["role_precision"] == 0.5
    assert figures["role_recall"] == pytest.approx(1 / 3)


def test_roles_that_both_types_have_keep_their_names(tmp_path):
    swapped = ("livré", "transfer", "done", {"recipient": ["drones"], "item": ["Russie"]})
    figures = score(folder(tmp_path, EITHER), reader(swapped))
    assert figures["role_precision"] == 0
