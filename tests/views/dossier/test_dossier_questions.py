"""The part of the page that answers questions shows what they answer, and only then."""

import re

import pytest
from lxml import html as lxml_html

from recoupe.model import Case, Judgement, Located, Withdrawal
from recoupe.questions import Changes, Past, all_additions, resting
from recoupe.questions.changed import ClaimChange, DocumentChange, RelationChange
from recoupe.views.dossier import render
from recoupe.views.labels import get_labels


@pytest.fixture(scope="module")
def part(case: Case) -> lxml_html.HtmlElement:
    return _part(render(case))


def _part(page: str) -> lxml_html.HtmlElement | None:
    return next(iter(lxml_html.fromstring(page).xpath("//section[@id='questions']")), None)


def _squeezed(element: lxml_html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


def test_origins_stand_by_how_many_claims_rest_on_them_alone(case: Case, part) -> None:
    shown = [_squeezed(one) for one in part.xpath(".//ol[@class='pillars']//span[@class='name']")]
    expected = [one for one in resting(case) if one.alone]
    assert len(shown) == len(expected) > 1
    for words, one in zip(shown, expected, strict=True):
        assert one.name.split()[0] in words
    weights = [int(b.text) for b in part.xpath(".//ol[@class='pillars']//b")]
    assert weights == sorted(weights, reverse=True)


def test_each_report_tells_what_it_adds(case: Case, part) -> None:
    rows = part.xpath(".//table[contains(@class,'additions')]/tbody/tr")
    told = [tuple(int(td.text_content()) for td in row.xpath("./td")) for row in rows]
    assert told == [
        (len(one.claims), one.known, len(one.figures), len(one.origins))
        for one in all_additions(case)
    ]


def test_every_claim_of_the_answers_leads_to_its_place(part, case: Case) -> None:
    page = lxml_html.fromstring(render(case))
    ids = set(page.xpath("//@id"))
    links = part.xpath(".//a/@href")
    assert links
    assert {link[1:] for link in links} <= ids


def test_what_the_last_build_changed_is_shown_when_there_is_something(case: Case) -> None:
    claim = case.links.claims[0]
    changed = Changes(
        since=1,
        since_time="",
        until=2,
        until_time="",
        documents=(DocumentChange(kind="gone", document="d9", file="<b>.txt", title=None),),
        claims=(
            ClaimChange(
                kind="changed", claim=claim.id, text=claim.text, more_origins=("un <i>témoin</i>",)
            ),
        ),
    )
    for lang in ("fr", "en"):
        labels = get_labels(lang)
        shown = _squeezed(_part(render(case, lang, Past(changed=changed))))
        assert (
            _squeezed(lxml_html.fromstring(f"<p>{labels('changed_note', since=1, until=2)}</p>"))
            in shown
        )
        assert "+ un <i>témoin</i>" in shown
        assert "<b>.txt" in shown
        assert labels.of("change", "gone") in shown
        nothing = Changes(since=1, since_time="", until=2, until_time="")
        assert labels("changed") not in _squeezed(_part(render(case, lang, Past(changed=nothing))))


def test_claims_that_changed_are_told_with_how_surely(case: Case) -> None:
    denied = next(one for one in case.links.claims if one.text.startswith("avoir été averti"))
    told = next(one for one in case.links.claims if one.id == "k3")
    pair = {"text": denied.text, "other": told.id, "other_text": told.text}
    changed = Changes(
        since=1,
        since_time="",
        until=2,
        until_time="",
        claims=(ClaimChange(kind="new", claim=denied.id, text=denied.text),),
        relations=(RelationChange(kind="new", relation="refutes", claim=denied.id, **pair),),
    )
    part = _part(render(case, past=Past(changed=changed)))
    claim, relation = (_squeezed(one) for one in part.xpath(".//ul[@class='plain changed']/li"))
    assert claim.endswith(f"{denied.text} Hydralis Nié")
    assert f"{denied.text} Hydralis Nié contredit {told.text}" in relation
    assert relation.endswith("Possible")


def _leads(case: Case, **options: object) -> dict[str, str]:
    overview = lxml_html.fromstring(render(case, **options)).get_element_by_id("overview")
    links = overview.xpath("./p[@class='period'][2]/a")
    return {link.get("href")[1:]: _squeezed(link) for link in links}


def test_the_overview_leads_to_what_changed_and_to_what_most_rests_on(case: Case) -> None:
    most = resting(case)[0]
    origin = f"{len(most.alone)} affirmations de la seule origine {most.name}"
    told = {"h-changes": "1 changement de position", "questions": origin}
    assert _leads(case) == told
    past = Past(
        changed=Changes(
            since=4, since_time="", until=5, until_time="",
            documents=(DocumentChange(kind="new", document="d9", file="b.txt", title=None),),
        )
    )  # fmt: skip
    assert _leads(case, past=past) == told | {"h-changed": "Ce qui a changé depuis l’état 4"}
    ids = set(lxml_html.fromstring(render(case, past=past)).xpath("//@id"))
    assert ids >= {"h-changes", "h-changed", "questions"}


def test_what_the_case_has_nothing_of_is_not_led_to(case: Case) -> None:
    claims = tuple(c.model_copy(update={"relations": ()}) for c in case.links.claims)
    without = case.model_copy(update={"links": case.links.model_copy(update={"claims": claims})})
    assert set(_leads(without)) == {"questions"}


def test_negative_statements_that_contradict_nothing_are_folded_away(case: Case) -> None:
    part = lxml_html.fromstring(render(case)).get_element_by_id("denials")
    folded = part.xpath("./details/ol/li")
    assert [_squeezed(one.xpath(".//blockquote")[0]) for one in folded] == [
        "Aucun rapport interne n'a signalé de fissure"
    ]
    shown = " ".join(_squeezed(one) for one in part.xpath("./ol/li"))
    assert "avoir été averti" in shown
    assert "Aucun rapport interne" not in shown


def test_what_people_decided_is_shown_with_who_and_why(case: Case) -> None:
    by = {"author": "Ada <b>", "time": "2031-03-01T10:00:00+00:00"}
    past = Past(
        withdrawn=(Withdrawal(document="d9", file="b.txt", title="Un pont", note="retiré", **by),),
        judgements=(
            Judgement(
                decision="same", kind="claim", subject="c1", other="c2", words=("oui", "si"), **by
            ),
        ),
    )
    for lang in ("fr", "en"):
        labels = get_labels(lang)
        shown = _squeezed(_part(render(case, lang, past)))
        for words in ("Un pont b.txt Ada <b>", "retiré", labels.of("decision", "same")):
            assert words in shown
        assert labels("decided") not in _squeezed(_part(render(case, lang)))


def test_statements_that_somebody_checked_say_by_whom_and_claims_only_when_all_were(
    case: Case,
) -> None:
    claim = next(one for one in case.links.claims if len(one.statements) > 1)
    held = {s.id: s for reading in case.readings.values() for s in reading.statements}
    places = tuple(
        Located(document=held[key].document, span=held[key].content) for key in claim.statements
    )

    def marked(*at: Located) -> tuple[int, int]:
        """How many claims and how many statements are shown as checked."""
        judgement = Judgement(
            decision="confirmed", kind="claim", subject=claim.id, author="Ada <b>",
            time="2031-03-01T10:00:00+00:00", note="sur l'original", places=at,
        )  # fmt: skip
        page = lxml_html.fromstring(render(case, past=Past(judgements=(judgement,))))
        for tag in page.xpath("//span[contains(@class, 'checked')]"):
            assert "Ada <b> le 1er mars 2031\xa0: sur l'original" in tag.get("title")
        return (
            len(page.xpath("//p[@class='gist']/span[contains(@class, 'checked')]")),
            len(page.xpath("//p[@class='marks']/span[contains(@class, 'checked')]")),
        )

    assert marked(*places) == (1, len(places))
    assert marked(places[0]) == (0, 1)
    assert marked() == (0, 0)


def test_a_part_with_nothing_to_say_is_left_out_of_the_page_and_its_contents(case: Case) -> None:
    alone = Case(documents=case.documents[:1], readings=case.readings)
    page = render(alone)
    assert _part(page) is None
    assert 'href="#questions"' not in page
    assert 'href="#questions"' in render(case)
