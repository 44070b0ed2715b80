"""Transfers and routes on the page: an invented traffic in pumps between invented firms."""

import pytest
from lxml import html as lxml_html

from recoupe.model import (
    Case,
    Document,
    Factuality,
    Leg,
    LegTelling,
    Links,
    Party,
    Quantity,
    Reading,
    Span,
    Statement,
    Stop,
    Telling,
    TimeValue,
    Transfer,
)
from recoupe.model.place import PlaceCandidate, ResolvedPlace, Spot
from recoupe.views.dossier import render

TEXT = (
    "Orvane a vendu 40 pompes à Lusitex en mars 2023, de Gênes à Oran via Palerme. "
    "Selon la douane, Lusitex a commandé 60 pompes à Orvane. Halmer a reçu des tuyaux."
)
GENOA = Spot(id="g1", name="Gênes", kind="city", latitude=44.4, longitude=8.9, country="IT")
PALERMO = Spot(id="g2", name="Palerme", kind="city", latitude=38.1, longitude=13.4, country="IT")
ORAN = Spot(id="g3", name="Oran", kind="city", latitude=35.7, longitude=-0.6, country="DZ")


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def statement(words: str, **more: object) -> Statement:
    place = at(words)
    return Statement(id=f"d:{place.start}", document="d", content=place, sentence=place, **more)


def told(said: Statement, trigger: str, status: str, **more: object) -> Telling:
    return Telling(
        document="d",
        trigger=at(trigger),
        statement=said.id,
        statements=(said.id,),
        status=status,
        factuality=said.factuality,
        **more,
    )


def party(name: str) -> Party:
    return Party(key=f"described:{name}", name=name)


def build_case(route: str = "carried-out") -> Case:
    sold = statement("Orvane a vendu 40 pompes à Lusitex en mars 2023, de Gênes à Oran via Palerme")
    ordered = statement("Lusitex a commandé 60 pompes à Orvane", factuality=Factuality.PROBABLE)
    received = statement("Halmer a reçu des tuyaux")
    document = Document(id="d", file="a.txt", text=TEXT, sha256="0", publisher="Le Môle")
    both = {"suppliers": (party("Orvane"),), "recipients": (party("Lusitex"),), "item": "pompes"}
    march = TimeValue(
        span=at("mars 2023"), value="2023-03", earliest="2023-03-01", latest="2023-03-31"
    )
    links = Links(
        places=tuple(
            ResolvedPlace(
                document="d",
                span=at(spot.name),
                name=spot.name,
                place=spot,
                score=1.0,
                reasons=(),
                candidates=(PlaceCandidate(place=spot, score=1.0, reasons=()),),
            )
            for spot in (GENOA, ORAN, PALERMO)
        ),
        transfers=(
            Transfer(
                id="t1",
                **both,
                phase="carried-out",
                tellings=(
                    told(
                        sold,
                        "vendu",
                        "done",
                        roles={"item": (at("pompes"),)},
                        quantities=(Quantity(span=at("40"), low=40, high=40),),
                        times=(march,),
                    ),
                ),
            ),
            Transfer(
                id="t2",
                **both,
                phase="planned",
                tellings=(
                    told(
                        ordered,
                        "commandé",
                        "sought",
                        quantities=(Quantity(span=at("60"), low=60, high=60),),
                    ),
                ),
            ),
            Transfer(
                id="t3",
                suppliers=(),
                recipients=(party("Halmer"),),
                item="tuyaux",
                phase="carried-out",
                tellings=(told(received, "reçu", "done", roles={"item": (at("tuyaux"),)}),),
            ),
        ),
        legs=(
            Leg(
                id="l1",
                item="pompes",
                origin=Stop(name="Gênes", spot=GENOA),
                via=(Stop(name="Palerme", spot=PALERMO),),
                destination=Stop(name="Oran", spot=ORAN),
                phase=route,
                tellings=(
                    LegTelling(
                        document="d",
                        trigger=at("vendu"),
                        statement=sold.id,
                        status="done",
                        factuality=sold.factuality,
                    ),
                ),
            ),
        ),
    )
    reading = Reading(
        document="d",
        version="1",
        body=(Span(0, len(TEXT)),),
        statements=(sold, ordered, received),
    )
    return Case(documents=(document,), readings={"d": reading}, links=links, name="pompes")


@pytest.fixture(scope="module")
def tree() -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(render(build_case()))


def cells(row: lxml_html.HtmlElement) -> list[str]:
    return [" ".join(cell.text_content().split()) for cell in row]


def test_what_is_promised_and_what_is_delivered_stand_in_lines_of_their_own(
    tree: lxml_html.HtmlElement,
) -> None:
    first, second, _ = tree.xpath("//tr[@class='entry']")
    assert cells(first)[:4] == ["Orvane", "Lusitex", "pompes", "40"]
    assert cells(second)[3] == "60"
    assert "100" not in tree.get_element_by_id("transfers").text_content()
    # The stage as told, once: not what it is filed under besides.
    assert cells(first)[5] == "accompli"
    assert cells(second)[5] == "demandé"


def test_who_is_not_told_stays_empty(tree: lxml_html.HtmlElement) -> None:
    assert cells(tree.xpath("//tr[@class='entry']")[2])[:2] == ["non dit", "Halmer"]


def test_each_cell_that_tells_something_leads_to_its_words(tree: lxml_html.HtmlElement) -> None:
    (row,) = tree.xpath("//tr[@id='x1']")
    linked = [cell for cell in row if cell.xpath(".//a")]
    assert len(linked) == len(row)
    for link in row.xpath(".//a"):
        assert tree.get_element_by_id(link.get("href")[1:]) is not None


def behind(place: lxml_html.HtmlElement) -> str:
    """Return what stands in the text right behind an address."""
    return " ".join("".join(place.getnext().itertext()).split())


@pytest.mark.parametrize(("cell", "words"), [(2, "pompes"), (3, "40"), (4, "mars 2023")])
def test_a_cell_leads_to_its_very_words(tree: lxml_html.HtmlElement, cell: int, words: str) -> None:
    (row,) = tree.xpath("//tr[@id='x1']")
    (link,) = row[cell].xpath(".//a")
    assert behind(tree.get_element_by_id(link.get("href")[1:])) == words


def test_where_something_stands_leads_to_the_word_that_tells(tree: lxml_html.HtmlElement) -> None:
    (row,) = tree.xpath("//tr[@id='x1']")
    (link,) = row[5].xpath(".//a")
    assert behind(tree.get_element_by_id(link.get("href")[1:])) == "vendu"


def test_entries_stand_under_their_two_parties(tree: lxml_html.HtmlElement) -> None:
    heads = [" ".join(h.text_content().split()) for h in tree.xpath("//tr[@class='pair-head']")]
    assert heads == ["Orvane →vers Lusitex", "non dit →vers Halmer"]


def test_every_column_has_a_key_to_be_sorted_by(tree: lxml_html.HtmlElement) -> None:
    keys = tree.xpath("//table[@id='x-table']/thead//th/@data-key")
    assert len(keys) == 8
    for row in tree.xpath("//tr[@class='entry']"):
        assert all(f"data-{key}" in row.attrib for key in keys)


def test_a_route_is_drawn_in_its_order_and_leads_to_its_line(tree: lxml_html.HtmlElement) -> None:
    (route,) = tree.xpath("//*[@class='charts']//a[@aria-label='Gênes → Palerme → Oran']")
    assert route.get("href") == "#w1"
    assert route[0].get("class") == "route"
    # Two parts: Genoa to Palermo to Oran.
    assert route[0].get("d").count("L") == 2
    (row,) = tree.xpath("//tr[@id='w1']")
    assert "Gênes" in cells(row)[0]


@pytest.mark.parametrize("stage", ["planned", "unknown"])
def test_a_route_that_nobody_says_was_travelled_is_a_broken_line(stage: str) -> None:
    tree = lxml_html.document_fromstring(render(build_case(stage)))
    assert tree.xpath("//*[contains(@class,'charts')]//*[@class='route maybe']")


def test_a_route_denied_is_told_and_not_drawn() -> None:
    tree = lxml_html.document_fromstring(render(build_case("denied")))
    assert not tree.xpath("//*[contains(@class,'charts')]//*[contains(@class,'route')]")
    assert "pas sur la carte" in tree.get_element_by_id("w1").text_content()


def test_a_case_without_transfers_has_no_such_part() -> None:
    case = build_case()
    links = case.links.model_copy(update={"transfers": (), "legs": ()})
    page = lxml_html.document_fromstring(render(case.model_copy(update={"links": links})))
    assert not page.xpath("//section[@id='transfers']")
    assert not page.xpath("//nav//a[@href='#transfers']")
