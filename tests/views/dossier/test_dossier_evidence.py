"""Finds on the page: an invented engine with a date on it, beside an invented delivery."""

import pytest
from lxml import html as lxml_html

from recoupe.model import (
    Case,
    Compared,
    Document,
    Evidence,
    EvidenceTelling,
    Factuality,
    FindRead,
    GoodsCode,
    Links,
    Marking,
    Reading,
    Reason,
    Role,
    Source,
    Span,
    Statement,
    Thing,
    ThingRead,
    TimeValue,
)
from recoupe.views.dossier import render

TEXT = (
    "Selon la douane, une turbine datée de mai 2022 a été trouvée à Varna le 2 juin 2023 dans un "
    "drone Vesper-4, puis examinée par le laboratoire Quenard. "
    "Norvane a livré des drones Vesper-4 avant le 20 mai 2022. "
    "Norvane a livré des drones Vesper-4 en mars 2022. Norvane livre des drones Vesper-4."
)
FOUND = TEXT[TEXT.index("une turbine") : TEXT.index(". Norvane")]


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def statement(words: str, **more: object) -> Statement:
    place = at(words)
    return Statement(id=f"d:{place.start}", document="d", content=place, sentence=place, **more)


def build_case(item: str = "turbine") -> Case:
    customs = Source(span=at("la douane"), kind="organisation", name="la douane")
    said = statement(FOUND, sources=(customs,))
    claims = [
        statement("Norvane a livré des drones Vesper-4 avant le 20 mai 2022"),
        statement("Norvane a livré des drones Vesper-4 en mars 2022"),
        statement("Norvane livre des drones Vesper-4"),
    ]
    marking = Marking(
        kind="date",
        span=at("datée de mai 2022"),
        value="2022-05",
        earliest="2022-05-01",
        latest="2022-05-31",
    )
    thing = ThingRead(
        span=at("turbine"),
        type="turbine",
        kind="device",
        markings=(marking,),
        codes=(GoodsCode(span=at("2022"), value="854231"),),
    )
    drone = ThingRead(span=at("drone Vesper-4"), type="drone", kind="weapon")
    telling = EvidenceTelling(
        document="d",
        statement=said.id,
        statements=(said.id,),
        factuality=Factuality.CERTAIN,
        find=FindRead(
            thing=thing.span,
            within=drone.span,
            found=at("trouvée"),
            examined=at("examinée"),
            places=(Role(span=at("Varna"), name="Varna"),),
            examiners=(Role(span=at("laboratoire Quenard"), name="laboratoire Quenard"),),
            times=(
                TimeValue(
                    span=at("le 2 juin 2023"),
                    value="2023-06-02",
                    earliest="2023-06-02",
                    latest="2023-06-02",
                ),
            ),
        ),
        thing=thing,
        within=drone,
    )
    same = Reason(rule="same-model", words="Vesper-4")
    compared = (
        Compared(
            transfer="t1",
            statement=claims[1].id,
            time=at("mars 2022"),
            earliest="2022-03-01",
            latest="2022-03-31",
            bearing="excludes",
            reasons=(same, Reason(rule="bears-later-date", words="2022-05-01")),
        ),
        Compared(
            transfer="t1",
            statement=claims[0].id,
            time=at("avant le 20 mai 2022"),
            latest="2022-05-19",
            bearing="allows",
            from_day="2022-05-01",
            until_day="2022-05-19",
            reasons=(same, Reason(rule="leaves-some-days")),
        ),
        Compared(transfer="t2", statement=claims[2].id, bearing="says-nothing", reasons=(same,)),
    )
    evidence = Evidence(
        id="e1",
        thing="g1",
        item=item,
        type="turbine",
        earliest="2022-05-01",
        latest="2023-06-02",
        tellings=(telling,),
        compared=compared,
    )
    vesper = Thing(
        id="g1", name="Vesper-4", type="drone", kind="weapon", mentions=(("d", at("Vesper-4")),)
    )
    document = Document(id="d", file="a.txt", text=TEXT, sha256="0", publisher="Le Môle")
    return Case(
        documents=(document,),
        readings={"d": Reading(document="d", version="1", statements=(said, *claims))},
        links=Links(evidence=(evidence,), things=(vesper,)),
    )


@pytest.fixture(scope="module", params=["fr", "en"])
def page(request):
    return lxml_html.fromstring(render(build_case(), request.param)), request.param


def words_of(element) -> str:
    return " ".join(element.text_content().split())


def section(page):
    (found,) = page.xpath("//section[@id='evidence']")
    return found


def test_a_row_has_what_was_found_where_when_and_by_whom_it_was_examined(page):
    (row,) = section(page[0]).xpath(".//table[@id='e-table']//tr[contains(@class, 'entry')]")
    told = words_of(row)
    for words in ("turbine", "drone Vesper-4", "Varna", "laboratoire Quenard", "8542.31"):
        assert words in told
    assert "datée de mai 2022" in told


def test_every_link_of_the_section_leads_somewhere_on_the_page(page):
    targets = {element.get("id") for element in page[0].xpath("//*[@id]")}
    links = section(page[0]).xpath(".//a/@href")
    assert links
    assert {link[1:] for link in links} <= targets


def test_each_cell_leads_to_its_very_words(page):
    (row,) = section(page[0]).xpath(".//tr[contains(@class, 'entry')]")
    for link in row.xpath("./th//a | ./td[position() < 5]//a"):
        (place,) = page[0].xpath(f"//*[@id='{link.get('href')[1:]}']")
        behind = words_of(place.getparent())
        assert behind, link.get("href")
    (named,) = row.xpath("(./th//a)[1]")
    (point,) = page[0].xpath(f"//*[@id='{named.get('href')[1:]}']")
    assert words_of(point.getnext()) == "turbine"


def test_find_and_claim_stand_side_by_side_with_what_each_allows(page):
    (beside,) = section(page[0]).xpath(".//div[contains(@class, 'beside')]")
    (find,) = beside.xpath(".//div[@class='find']")
    excluded, allowed = beside.xpath(".//ol/li")
    days = {"fr": "du 1er au 19 mai 2022", "en": "1 to 19 May 2022"}
    assert "turbine" in words_of(find)
    assert excluded.get("class") == "b-excludes"
    assert "en mars 2022" in words_of(excluded)
    assert allowed.get("class") == "b-allows"
    assert "avant le 20 mai 2022" in words_of(allowed)
    assert days[page[1]] in words_of(allowed).replace("\u00a0", " ")


def test_what_has_no_date_is_told_apart(page):
    (undated,) = section(page[0]).xpath(".//p[contains(@class, 'undated')]")
    assert len(undated.xpath(".//a")) == 1


def test_no_verdict_is_passed(page):
    told = words_of(section(page[0])).lower()
    assert not {"faux", "vrai que", "ment", "false", "lie", "lies"} & set(told.split())


def test_things_by_name_are_listed_with_their_reports(page):
    (table,) = section(page[0]).xpath(".//table[contains(@class, 'things')]")
    assert "Vesper-4" in words_of(table)
    assert "drone" in words_of(table)


def test_what_a_find_is_called_can_break_nothing():
    page = render(build_case(item="<script>alert(1)</script>"), "fr")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_find_on_no_known_statement_is_left_out():
    case = build_case()
    (evidence,) = case.links.evidence
    lost = evidence.tellings[0].model_copy(update={"statement": "gone"})
    links = Links(evidence=(evidence.model_copy(update={"tellings": (lost,)}),))
    page = lxml_html.fromstring(render(case.model_copy(update={"links": links}), "fr"))
    assert not page.xpath("//section[@id='evidence']")
