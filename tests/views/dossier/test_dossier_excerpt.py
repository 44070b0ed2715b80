"""A case too large for one page: what is cross-checked most is shown, and the rest is told of."""

import re

import pytest
from lxml import html as lxml_html

from recoupe import pipeline
from recoupe.model import Case
from recoupe.views.dossier import page, render
from recoupe.views.dossier.excerpt import LARGEST, excerpt


@pytest.fixture(scope="module")
def whole(samples, tmp_path_factory) -> Case:
    folder = tmp_path_factory.mktemp("excerpt") / "case"
    pipeline.build([samples], folder)
    return pipeline.load_case(folder)


@pytest.fixture(scope="module")
def half(whole: Case) -> int:
    return sum(len(document.text) for document in whole.documents) // 2


def _most(case: Case) -> str:
    """The claim that stands first on the page."""
    return max(case.links.claims, key=lambda one: (len(one.origins), len(one.documents))).id


def test_a_case_that_a_browser_opens_is_shown_whole(whole: Case) -> None:
    assert excerpt(whole) is whole
    assert sum(len(document.text) for document in whole.documents) < LARGEST


def test_what_most_origins_tell_is_shown_first_and_no_more_than_asked_for(
    whole: Case, half: int
) -> None:
    shown = excerpt(whole, half)
    assert 0 < sum(len(document.text) for document in shown.documents) <= half
    assert set(shown.readings) == {document.id for document in shown.documents}
    before = next(one for one in whole.links.claims if one.id == _most(whole))
    after = next(one for one in shown.links.claims if one.id == before.id)
    assert after.origins == before.origins
    assert after.documents == before.documents


def test_an_excerpt_holds_nothing_of_reports_that_are_not_in_it(whole: Case, half: int) -> None:
    shown = excerpt(whole, half)
    out = {one.id for one in whole.documents} - {one.id for one in shown.documents}
    assert out
    left = shown.model_dump_json(exclude={"links": {"entities", "source_entities"}})
    assert not [key for key in out if f'"{key}"' in left]


@pytest.mark.parametrize("share", [0, 8, 3, 2])
def test_the_page_of_an_excerpt_is_whole_and_says_what_it_leaves_out(
    whole: Case, half: int, share: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    largest = 2 * half // share if share else 0
    monkeypatch.setattr(page, "excerpt", lambda case: excerpt(case, largest))
    shown = excerpt(whole, largest)
    tree = lxml_html.fromstring(render(whole))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {goal[1:] for goal in tree.xpath("//@href") if goal.startswith("#")} <= set(ids)
    (told,) = tree.xpath("//p[@class='excerpt']")
    assert f"montre {len(shown.documents)} articles sur {len(whole.documents)}" in re.sub(
        r"\s+", " ", told.text_content()
    )
    head = tree.xpath("//p[@class='standfirst']")[0].text_content()
    assert f"{len(whole.documents)}\xa0articles" in head
    assert len(tree.xpath("//article[contains(@class, 'report')]")) == len(shown.documents)


def test_a_claim_is_counted_in_the_whole_case(whole: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    carried = next(one for one in whole.links.claims if len(one.documents) > 1)
    alone = next(one for one in whole.documents if one.id == carried.documents[0])
    monkeypatch.setattr(
        page, "excerpt", lambda case: excerpt(_first(case, alone.id), len(alone.text))
    )
    tree = lxml_html.fromstring(render(whole))
    card = next(
        one
        for one in tree.xpath("//article[contains(@class, 'claim')]")
        if carried.text in one.text_content()
    )
    assert int(card.get("data-r")) == len(carried.documents)
    assert int(card.get("data-s")) == len(carried.statements)
    more = len(carried.statements) - len(card.xpath(".//li[contains(@class, 'statement')]"))
    assert f"et {more} autres, dans des articles que cette page" in card.text_content()


def _first(case: Case, document: str) -> Case:
    """The case with one report before the others, and no claim that calls for another first."""
    ranked = sorted(case.documents, key=lambda one: one.id != document)
    claims = tuple(one for one in case.links.claims if document in one.documents)
    claims = tuple(
        one.model_copy(
            update={"documents": tuple(sorted(one.documents, key=lambda key: key != document))}
        )
        for one in claims
    )
    links = case.links.model_copy(update={"claims": claims})
    return case.model_copy(update={"documents": tuple(ranked), "links": links})
