"""Annotations kept apart from their texts, on invented files."""

import hashlib
from pathlib import Path

import pytest
import yaml

from recoupe.errors import DataError, UsageError
from recoupe.evaluation import catalogue, frame, mistakes, reanchor
from recoupe.evaluation.gold import HELD_OUT
from recoupe.evaluation.reanchor import Alignment, rewritten
from recoupe.evaluation.standoff import REAL, load_standoff
from recoupe.model import Document, Reading, Span

ROOT = Path(__file__).parent.parent.parent
TEXT = (
    "La mairie de Gand est inquiète. Selon Anna Claes, le pont est fermé.\n"
    "La directrice du port nie que la digue ait cédé. Le tunnel aurait été inondé.\n"
)


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def place(words: str, text: str = TEXT) -> list[int]:
    start = text.index(words)
    return [start, start + len(words)]


def annotation(text: str = TEXT) -> dict:
    return {
        "file": "news/pont.txt",
        "file_sha256": digest(text.encode()),
        "text_sha256": digest(text.encode()),
        "statements": [
            {
                "content": place("le pont est fermé", text),
                "cue": place("Selon", text),
                "sources": [place("Anna Claes", text)],
                "claimers": [place("Anna Claes", text)],
                "quotation": "indirect",
                "factuality": ["CT+"],
            },
            {
                "content": place("la digue ait cédé", text),
                "cue": place("nie", text),
                "sources": [place("La directrice du port", text)],
                "claimers": [place("La directrice du port", text), place("Anna Claes", text)],
                "quotation": "indirect",
                "factuality": ["CT-", "PR-"],
                "optional": True,
            },
            {
                "voice": "own",
                "content": place("Le tunnel aurait été inondé", text),
                "factuality": ["PS+"],
            },
        ],
    }


@pytest.fixture
def shared(tmp_path):
    file = tmp_path / "shared" / "news" / "pont.txt"
    file.parent.mkdir(parents=True)
    file.write_bytes(TEXT.encode())
    return tmp_path / "shared"


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "evaluation" / REAL
    write(path / "pont.yml", annotation())
    return path


def write(path, data: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(data, default_flow_style=None), encoding="utf-8")


def test_an_annotation_without_words_gives_the_records_that_one_with_words_would(folder, shared):
    (report,) = load_standoff(folder, shared)
    first, second, own = report.statements
    assert report.part == "development"
    assert report.document.text == TEXT
    assert first.content.of(TEXT) == "le pont est fermé"
    assert first.cue
    assert first.cue.of(TEXT) == "Selon"
    assert [source.of(TEXT) for source in first.sources] == ["Anna Claes"]
    assert second.claimers == ("La directrice du port", "Anna Claes")
    assert second.factuality == ("CT-", "PR-")
    assert second.optional
    assert not first.optional
    assert own.own
    assert (own.cue, own.sources, own.claimers, own.quotation) == (None, (), (), None)


def test_what_lies_under_held_out_is_of_that_part(folder, shared):
    write(folder / HELD_OUT / "news" / "pont.yml", annotation())
    assert {report.part for report in load_standoff(folder, shared)} == {"development", HELD_OUT}


def test_a_missing_file_is_named_with_the_setting_that_finds_it(folder, tmp_path):
    with pytest.raises(DataError, match=r"news/pont\.txt is not in .*RECOUPE_SHARED"):
        list(load_standoff(folder, tmp_path))


def test_another_edition_of_the_file_is_refused(folder, shared):
    (shared / "news" / "pont.txt").write_text(TEXT + "Fin.", encoding="utf-8")
    with pytest.raises(DataError, match=r"another edition of news/pont\.txt"):
        list(load_standoff(folder, shared))


def test_a_text_that_is_read_otherwise_is_refused_and_the_remedy_named(folder, shared):
    write(folder / "pont.yml", annotation() | {"text_sha256": digest(b"autre")})
    with pytest.raises(DataError, match=r"is read otherwise .*reanchor"):
        list(load_standoff(folder, shared))


@pytest.mark.parametrize(
    "broken",
    [
        {"content": [0, len(TEXT) + 1]},
        {"content": [5, 5]},
        {"content": [5]},
        {"cue": [-1, 3]},
        {"factuality": ["MAYBE"]},
        {"factuality": None},
    ],
)
def test_a_place_outside_the_text_or_an_unknown_value_is_refused(folder, shared, broken):
    data = annotation()
    data["statements"][0] |= broken
    write(folder / "pont.yml", data)
    with pytest.raises(DataError, match=r"pont\.yml is no annotation"):
        list(load_standoff(folder, shared))


def test_a_folder_without_annotations_is_refused(tmp_path):
    with pytest.raises(DataError, match="no annotation in"):
        list(load_standoff(tmp_path, tmp_path))


@pytest.fixture
def benchmark(folder, shared, monkeypatch):
    monkeypatch.setenv(frame.SHARED, str(shared))
    for module in (catalogue, reanchor):
        monkeypatch.setattr(module, "evaluation_folder", lambda: folder.parent)
    return next(b for b in catalogue.BENCHMARKS if b.name == "attribution-real")


def test_the_benchmark_scores_the_annotations_on_the_shared_texts(benchmark, shared):
    (shared / "data" / "wikinews_fr").mkdir(parents=True)
    figures = benchmark.run()
    assert figures["n_statements"] == 1
    assert figures["n_factuality"] == 2


def test_without_the_shared_data_the_benchmark_says_what_it_lacks(benchmark):
    with pytest.raises(DataError, match=r"attribution-real.*are not at"):
        benchmark.run()


def test_mistakes_are_listed_but_not_those_of_the_part_kept_apart(folder, shared):
    write(folder / HELD_OUT / "pont.yml", annotation())

    def nothing(documents):
        for document in documents:
            assert isinstance(document, Document)
            yield Reading(document=document.id, version="test", statements=())

    reports = list(load_standoff(folder, shared))
    assert list(mistakes.errors_in(reports, nothing)) == [
        "news/pont.txt: missed: 'le pont est fermé'"
    ]


NEWER = "Gand, mardi. " + TEXT.replace(" est inquiète", " s'inquiète").replace("digue", "jetée")


def test_a_place_moves_with_its_words():
    moved = Alignment(TEXT, NEWER).moved(Span(*place("le pont est fermé")))
    assert moved
    assert moved.of(NEWER) == "le pont est fermé"


def test_a_place_whose_words_have_changed_is_not_guessed_at():
    alignment = Alignment(TEXT, NEWER)
    assert alignment.moved(Span(*place("la digue ait cédé"))) is None
    assert alignment.moved(Span(*place("digue"))) is None


def test_annotations_are_brought_up_to_date_and_nothing_else_in_them_changes(folder, shared):
    newer = "Gand, mardi. " + TEXT.replace(" est inquiète", " s'inquiète")
    before = (folder / "pont.yml").read_text(encoding="utf-8")
    after = yaml.safe_load(rewritten(before, TEXT, newer))
    assert after == annotation(newer) | {"file_sha256": digest(TEXT.encode())}
    with pytest.raises(DataError, match="have changed"):
        rewritten(before, TEXT, NEWER)
    with pytest.raises(DataError, match="not the one annotated"):
        rewritten(before, NEWER, TEXT)


def test_texts_are_kept_and_places_moved_by_hand_of_two_versions(
    benchmark, folder, shared, tmp_path, monkeypatch, capsys
):
    reanchor.main(["keep", str(tmp_path / "kept")])
    newer = "Gand, mardi. " + TEXT
    now = next(iter(load_standoff(folder, shared))).document.model_copy(update={"text": newer})
    monkeypatch.setattr(reanchor, "read_annotated", lambda file, top: now)
    reanchor.main(["move", str(tmp_path / "kept")])
    after = yaml.safe_load((folder / "pont.yml").read_text(encoding="utf-8"))
    assert after["statements"][0]["content"] == place("le pont est fermé", newer)
    assert not capsys.readouterr().out
    reanchor.main(["move", str(tmp_path / "kept")])
    assert "pont.yml stays as it is: the text kept is not" in capsys.readouterr().out
    with pytest.raises(UsageError, match="'keep' or 'move'"):
        reanchor.main(["keep"])


def test_the_annotations_of_real_reports_hold_places_and_no_words():
    files = list((ROOT / "evaluation" / REAL).rglob("*.yml"))
    assert len(files) == 42
    known = {"content", "cue", "sources", "claimers", "quotation", "factuality"}
    for file in files:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        assert data.keys() == {"file", "file_sha256", "text_sha256", "statements"}
        for entry in data["statements"]:
            assert entry.keys() <= known | {"voice", "optional"}
            for key in known & {"content", "cue", "sources", "claimers"} & entry.keys():
                assert not any(c.isalpha() for c in str(entry[key]))
            assert entry.get("quotation") in {None, "direct", "indirect", "mixed"}
