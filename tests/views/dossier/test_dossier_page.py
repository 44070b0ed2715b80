import base64
import hashlib
import re
from functools import cache
from html.parser import HTMLParser

import pytest
from lxml import html as lxml_html

from recoupe.errors import UsageError
from recoupe.model import (
    TO_CHECK,
    Case,
    Claim,
    Document,
    Factuality,
    Reading,
    Reason,
    Span,
    Statement,
)
from recoupe.model.links import PERHAPS_ONE
from recoupe.views.dossier import render
from recoupe.views.dossier.page import SECTIONS
from recoupe.views.labels import get_labels

LANGUAGES = ("fr", "en")


class Tags(HTMLParser):
    """Elements as a browser's tokenizer sees them: script and style end at their end tag."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def pages(case: Case) -> dict[str, str]:
    return {lang: render(case, lang) for lang in LANGUAGES}


@pytest.fixture(scope="module", params=LANGUAGES)
def page(request: pytest.FixtureRequest, pages: dict[str, str]) -> str:
    return pages[request.param]


@pytest.fixture(scope="module")
def tree(pages: dict[str, str]) -> lxml_html.HtmlElement:
    return parse(pages["fr"])


@cache
def parse(page: str) -> lxml_html.HtmlElement:
    return lxml_html.fromstring(page)


def squeezed(element: lxml_html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


# What a hostile input may not do


def test_hostile_input_adds_no_element_and_no_handler(page: str) -> None:
    tags = Tags(page).tags
    names = [name for name, _ in tags]
    assert names.count("script") == 1
    assert names.count("style") == 1
    assert not {"img", "iframe", "object", "embed", "base", "form", "link", "i"} & set(names)
    for name, attributes in tags:
        assert not [key for key in attributes if key.startswith("on")], name
        assert "style" not in attributes, name


def test_hostile_input_is_shown_as_text(tree: lxml_html.HtmlElement) -> None:
    shown = tree.text_content()
    for words in (
        "</script><script>alert('texte')</script>",
        "<img src=x onerror=alert(1)> Barrage & fissures",
        '"><script>alert(2)</script>',
        "javascript:alert(4)",
        "<svg onload=alert(5)>.html",
        "Sarrevente<script>alert(6)</script>",
        "un ingénieur <i>anonyme</i>",
        "<b>Le Progrès de l'Ourve</b>",
        "<b>image</b>.png",
        "latin-1 <b>",
    ):
        assert words in shown


def test_the_policy_allows_this_style_and_script_and_nothing_else(page: str) -> None:
    tags = Tags(page).tags
    policy = next(
        attributes["content"]
        for name, attributes in tags
        if name == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    for kind, tag in (("style-src", "style"), ("script-src", "script")):
        source = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert source
        digest = base64.b64encode(hashlib.sha256(source[1].encode()).digest()).decode()
        assert rules.pop(kind) == f"'sha256-{digest}'"
    assert rules == {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}


def test_the_policy_stands_before_anything_it_must_govern(page: str) -> None:
    assert page.index("Content-Security-Policy") < page.index("<style>")


def test_nothing_is_loaded_and_only_web_addresses_lead_outside(page: str) -> None:
    for name, attributes in Tags(page).tags:
        assert not {"src", "srcset", "action", "formaction", "poster", "data", "ping"} & set(
            attributes
        ), name
        target = attributes.get("href")
        if target is not None and not target.startswith("#"):
            assert name == "a"
            assert re.match(r"https?://", target)
            assert {"noopener", "noreferrer"} <= set((attributes.get("rel") or "").split())
    # A fill by the page's own gradient is no load; any other url() would be.
    assert re.findall(r"url\((?!#)", page) == []
    assert "@import" not in page


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "file:///etc",
     "//x.example", "https:", "http://[", "vbscript:x"],
)  # fmt: skip
def test_an_address_that_is_none_of_the_web_is_no_link(url: str) -> None:
    document = Document(id="d", file="f", text="x", sha256="0", url=url)
    found = [
        attributes.get("href", "#")
        for _, attributes in Tags(render(Case(documents=(document,)))).tags
    ]
    assert all((href or "#").startswith("#") for href in found)


def test_control_characters_are_shown_not_passed_on() -> None:
    text = "a\x00b\x0bc\x1bd\x85e\nf\tg"
    page = render(Case(documents=(Document(id="d", file="f", text=text, sha256="0"),)))
    assert "a\ufffdb\ufffdc\ufffdd\ufffde" in page
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", page)


# Spans, anchors and jumps


def report_texts(tree: lxml_html.HtmlElement) -> list[lxml_html.HtmlElement]:
    for summary in tree.xpath("//div[@class='text']//summary"):
        summary.drop_tree()
    return tree.xpath("//article[contains(@class, 'report')]//div[@class='text']")


def test_each_report_stands_whole_character_for_character(
    case: Case, pages: dict[str, str]
) -> None:
    found = [text.text_content() for text in report_texts(lxml_html.fromstring(pages["fr"]))]
    assert found == [document.text for document in case.documents]


def test_each_statement_marks_exactly_its_words(case: Case, pages: dict[str, str]) -> None:
    texts = report_texts(lxml_html.fromstring(pages["fr"]))
    checked = 0
    for document, text in zip(case.documents, texts, strict=True):
        statements = case.readings[document.id].statements
        ordered = sorted(statements, key=lambda one: (one.content.start, -one.content.end))
        anchors = [anchor.get("id") for anchor in text.xpath(".//a[@class='n']")]
        assert len(anchors) == len(ordered)
        for anchor, statement in zip(anchors, ordered, strict=True):
            pieces = [
                mark.text_content()
                for mark in text.xpath(".//mark")
                if anchor in mark.get("data-s").split()
            ]
            assert "".join(pieces) == statement.content.of(document.text).replace("\n", "")
            checked += 1
    assert checked == 22


def test_ids_are_unique_and_every_jump_has_its_goal(page: str) -> None:
    tags = Tags(page).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    goals = {
        (attributes["href"] or "")[1:]
        for _, attributes in tags
        if (attributes.get("href") or "").startswith("#")
    }
    assert goals <= set(ids)
    described = {
        words
        for _, attributes in tags
        for key in ("aria-labelledby", "for")
        for words in (attributes.get(key) or "").split()
    }
    assert described <= set(ids)


def test_a_claim_leads_to_its_words_and_the_words_to_the_claim(tree: lxml_html.HtmlElement) -> None:
    for claim in tree.xpath("//article[contains(@class, 'claim')]"):
        for link in claim.xpath(".//li[contains(@class, 'statement')]/blockquote/a"):
            (anchor,) = tree.xpath(f"//a[@id='{link.get('href')[1:]}']")
            assert anchor.get("href") == f"#{claim.get('id')}"


def test_every_part_of_the_page_is_there_in_order_without_script(page: str) -> None:
    tree = parse(page)
    # This case tells of no transfer and no find.
    shown = [one for one in SECTIONS if one not in ("figures", "transfers", "evidence")]
    views = tree.xpath("//section[contains(@class, 'view')]")
    assert [view.get("id") for view in views] == shown
    assert not [view for view in views if view.get("hidden") is not None]
    assert [link.get("href")[1:] for link in tree.xpath("//nav[@class='parts']//a")] == shown


def test_print_leaves_out_reasons_and_nothing_else(tree: lxml_html.HtmlElement) -> None:
    # What the style sheet hides on paper, in its own words.
    hidden = tree.xpath("//details[@class='why'][ul[contains(@class, 'reasons')] or dl]")
    assert len(hidden) > 10
    for box in hidden:
        assert not box.xpath(".//blockquote | .//a | .//li[contains(@class, 'statement')]")
    (style,) = tree.xpath("//style")
    assert 'details[class="why"]:not([open]):has(> .reasons, > dl) { display: none' in style.text


# What it says


def test_origins_are_counted_not_reports(tree: lxml_html.HtmlElement) -> None:
    tallies = {
        squeezed(claim.xpath(".//h3")[0]): squeezed(
            claim.xpath(".//p[contains(@class, 'tally')]")[0]
        )
        for claim in tree.xpath("//article[contains(@class, 'claim')]")
    }
    lowered = "Nous avons abaissé la retenue depuis le 10 mars"
    assert tallies[lowered] == "1 origine · 4 articles · 4 énoncés"
    assert tallies["Environ 1 200 habitants ont été évacués de la vallée"] == (
        "2 origines · 3 articles · 3 énoncés"
    )
    (echo,) = tree.xpath("//section[@aria-labelledby='h-echoes']")
    assert lowered in echo.text_content()


def test_a_claim_in_a_list_says_by_whom_and_how_surely(tree: lxml_html.HtmlElement) -> None:
    listed = {
        squeezed(item.xpath(".//a[@class='claimline']")[0]): squeezed(
            item.xpath(".//span[@class='by']")[0]
        )
        for item in tree.xpath("//*[a[@class='claimline']][span[@class='by']]")
    }
    assert listed["Nous avons abaissé la retenue depuis le 10 mars"] == "Hélène Marchadier"
    doubted = listed["l'exploitant aurait été averti dès novembre 2022 par un rapport interne"]
    assert doubted.endswith("Possible")


def _told_in_lists(case: Case) -> dict[str, str]:
    tree = lxml_html.fromstring(render(case))
    return {
        squeezed(item.xpath("./a[@class='claimline']")[0]): squeezed(
            item.xpath("./span[@class='by']")[0]
        )
        for item in tree.xpath("//*[a[@class='claimline']][span[@class='by']]")
    }


def _with_factualities(case: Case, claim: Claim, *values: Factuality) -> Case:
    """The case with a claim's statements as sure as told, none of which denies."""
    wanted = dict(zip(claim.statements, values, strict=False))
    readings = {}
    for key, reading in case.readings.items():
        statements = tuple(
            s.model_copy(update={"factuality": wanted[s.id], "denies": False})
            if s.id in wanted
            else s
            for s in reading.statements
        )
        readings[key] = reading.model_copy(update={"statements": statements})
    return case.model_copy(update={"readings": readings})


def test_a_claim_in_a_list_is_not_called_possible_alone_where_others_are_certain(
    case: Case,
) -> None:
    claim = case.links.claims[0]
    mixed = _with_factualities(case, claim, Factuality.POSSIBLE, Factuality.CERTAIN)
    assert _told_in_lists(mixed)[claim.text].endswith("Certain Possible")


def test_a_claim_in_a_list_says_that_some_say_no_where_others_say_yes(case: Case) -> None:
    claim = case.links.claims[0]
    assert len(claim.statements) == 4
    no = [Factuality.CERTAIN_NOT] * 3
    assert _told_in_lists(_with_factualities(case, claim, *no, Factuality.CERTAIN))[
        claim.text
    ].endswith("Certain Nié")
    # Where all say no, the words hold the negation, and calling them denied turns them round.
    whole = _told_in_lists(_with_factualities(case, claim, *no, Factuality.CERTAIN_NOT))
    assert "Nié" not in whole[claim.text]


def test_origins_that_may_be_one_are_not_among_those_that_are_surely_several(case: Case) -> None:
    several = next(c for c in case.links.claims if len(c.origins) == 2)
    one, other = several.origins
    maybe = one.model_copy(
        update={"reasons": (Reason(rule=PERHAPS_ONE, words=f"{other.name} · "),)}
    )
    claims = tuple(
        c.model_copy(update={"origins": (maybe, other)}) if c.id == several.id else c
        for c in case.links.claims
    )
    unsure = case.model_copy(update={"links": case.links.model_copy(update={"claims": claims})})

    def shown(of: Case) -> tuple[bool, str]:
        """Whether the overview has it among them, and what the filter of claims takes it for."""
        tree = lxml_html.fromstring(render(of))
        (most,) = tree.xpath("//section[@aria-labelledby='h-most']")
        (claim,) = (
            one
            for one in tree.xpath("//article")
            if several.text in squeezed(one.xpath(".//h3")[0])
        )
        return several.text in squeezed(most), claim.get("data-o")

    assert shown(case) == (True, "2")
    assert shown(unsure) == (False, "1")
    # Wherever the page counts them, it counts them so.
    told = squeezed(parse(render(unsure)))
    assert "1–2 origines · 3 articles" in told
    assert "2 origines ·" not in told.replace("1–2 origines", "")


def test_claims_come_by_origins_then_statements_and_lone_own_voice_folds(
    tree: lxml_html.HtmlElement,
) -> None:
    shown = tree.xpath("//section[@id='claims']/div[@class='claims']/article")
    order = [(int(one.get("data-o")), int(one.get("data-s"))) for one in shown]
    assert order == sorted(order, reverse=True)
    folded = tree.xpath("//details[@id='lone']//article//h3")
    assert {squeezed(one) for one in folded} == {
        "<img src=x onerror=alert(1)> a été évacué",
        "Le préfet aurait selon elle dit que « le maire a menti »",
    }


def test_the_chain_of_sources_runs_from_the_nearest_to_the_outlet(
    tree: lxml_html.HtmlElement,
) -> None:
    chains = [
        squeezed(chain) for chain in tree.xpath("//section[@id='claims']//span[@class='chain']")
    ]
    assert "Hélène Marchadier →rapporté par Agence Littoral →dans Radio Vallée" in chains


def test_a_denial_is_bound_to_the_claim_it_denies(tree: lxml_html.HtmlElement) -> None:
    first = tree.xpath("//section[@id='denials']//li[contains(@class, 'denial')]")[0]
    says, aimed = (
        squeezed(first.xpath(f"./div[@class='{name}']")[0]) for name in ("says", "aimed")
    )
    assert "Hydralis" in says
    assert "avoir été averti de désordres avant mars" in says
    assert "l'exploitant aurait été averti dès novembre 2022" in aimed


def test_only_a_denial_bound_by_comparing_is_to_be_checked(case: Case) -> None:
    def marked(*more: Reason) -> int:
        claims = tuple(
            claim.model_copy(
                update={
                    "relations": tuple(
                        one.model_copy(update={"reasons": (*one.reasons, *more)})
                        for one in claim.relations
                    )
                }
            )
            for claim in case.links.claims
        )
        links = case.links.model_copy(update={"claims": claims})
        page = parse(render(case.model_copy(update={"links": links})))
        denials = page.get_element_by_id("denials")
        return len(denials.xpath(".//div[@class='aimed']//span[@class='tag check']"))

    assert marked() == 0
    assert marked(Reason(rule=TO_CHECK)) > 0


def test_the_timeline_tells_dates_in_words_with_their_edtf(page: str) -> None:
    times = {
        (squeezed(one), one.get("title"))
        for one in parse(page).xpath("//ol[@class='moments']//time")
    }
    since = "depuis le 10 mars 2023" if 'lang="fr"' in page[:200] else "since 10 March 2023"
    assert (since, "EDTF 2023-03-10/..") in times


def test_a_date_repeated_by_reprints_is_one_line_of_the_timeline(
    tree: lxml_html.HtmlElement,
) -> None:
    moments = tree.xpath("//ol[@class='moments']/li[.//time[@title='EDTF 2023-03-10/..']]")
    (line,) = moments[0].xpath(".//li")
    assert "1 origine · 3 articles" in squeezed(line)


def test_what_could_not_be_read_or_dated_is_told(tree: lxml_html.HtmlElement) -> None:
    unread = squeezed(tree.get_element_by_id("unread"))
    for words in ("vide.txt", "the file is empty", "check the download", "'32 mars' is no date"):
        assert words in unread
    assert "blog.txt" in unread
    assert "2031-01-01" in unread


def test_the_graph_of_lineage_has_a_line_for_each_link_and_the_words_that_differ(
    tree: lxml_html.HtmlElement,
) -> None:
    lineage = tree.get_element_by_id("lineage")
    assert len(lineage.xpath(".//*[local-name()='path'][contains(@class, 'edge')]")) == 4
    differing = [squeezed(one) for one in lineage.xpath(".//div[@class='pair']//em")]
    assert "Près de" in differing
    assert "Environ" in differing


def test_sources_tell_who_speaks_and_how_often(tree: lxml_html.HtmlElement) -> None:
    speakers = {
        squeezed(one.xpath(".//p[@class='name']/b")[0]): squeezed(
            one.xpath(".//p[@class='how']")[0]
        )
        for one in tree.xpath("//li[@class='speaker']")
    }
    assert speakers["Hélène Marchadier"].startswith("7 énoncés · 4 articles")
    assert speakers["un ingénieur qui a requis l'anonymat"].startswith("2 énoncés · 2 articles")


def test_the_interface_speaks_the_language_asked_for(pages: dict[str, str]) -> None:
    for lang, page in pages.items():
        labels = get_labels(lang)
        assert f'<html lang="{lang}">' in page
        for section in (one for one in SECTIONS if one not in ("figures", "transfers", "evidence")):
            heading = parse(page).get_element_by_id(f"h-{section}")
            assert squeezed(heading) == labels(f"nav_{section}").replace("\u00a0", " ")
    with pytest.raises(UsageError):
        render(Case(), "xx")


def test_the_same_case_gives_the_same_page(case: Case, pages: dict[str, str]) -> None:
    assert render(case, "fr") == pages["fr"]


# Edges


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_case_is_a_whole_page(lang: str) -> None:
    page = render(Case(), lang)
    assert [view.get("id") for view in parse(page).xpath("//section[contains(@class,'view')]")] == [
        one for one in SECTIONS if one not in ("questions", "figures", "transfers", "evidence")
    ]
    assert get_labels(lang)("unnamed_case") in page


def test_ids_that_lead_nowhere_are_left_out(case: Case) -> None:
    lost = case.model_copy(update={"documents": case.documents[3:]})
    tags = Tags(render(lost)).tags
    ids = {attributes.get("id") for _, attributes in tags}
    for _, attributes in tags:
        href = attributes.get("href") or ""
        assert not href.startswith("#") or href[1:] in ids


def test_a_statement_without_words_leads_to_its_report() -> None:
    statement = Statement(id="s", document="d", content=Span(3, 3), sentence=Span(0, 3))
    case = Case(
        documents=(Document(id="d", file="f", text="abc", sha256="0"),),
        readings={"d": Reading(document="d", version="1", statements=(statement,))},
    )
    assert 'id="s1"' not in render(case)


@pytest.mark.slow
def test_a_page_of_thirty_reports_shows_every_statement() -> None:
    sentence = "Le barrage de la vallée présente des fissures depuis trois ans. "
    text = sentence * 50
    documents, readings = [], {}
    for number in range(30):
        id_ = f"d{number}"
        documents.append(
            Document(id=id_, file=f"{number}.txt", text=text, sha256="0", published="2023-03-14")
        )
        spans = [Span(n * len(sentence), (n + 1) * len(sentence) - 1) for n in range(50)]
        readings[id_] = Reading(
            document=id_,
            version="1",
            statements=tuple(
                Statement(id=f"{id_}:{n}", document=id_, content=span, sentence=span)
                for n, span in enumerate(spans)
            ),
        )
    page = render(Case(documents=tuple(documents), readings=readings))
    assert page.count('class="n"') == 1500


def test_a_denial_that_reprints_repeat_is_one_denial(case: Case) -> None:
    document = case.documents[0]
    copy = document.model_copy(update={"id": "again", "file": "again.txt", "publisher": "L'Écho"})
    span = Span(0, 5)
    said = [
        Statement(id=f"{id_}:x", document=id_, content=span, sentence=span, denies=True)
        for id_ in (document.id, "again")
    ]
    claim = case.links.claims[0].model_copy(
        update={"id": "k", "statements": tuple(one.id for one in said), "relations": ()}
    )
    repeated = Case(
        documents=(document, copy),
        readings={
            one.document: Reading(document=one.document, version="1", statements=(one,))
            for one in said
        },
        links=case.links.model_copy(update={"claims": (claim,), "lineage": ()}),
    )
    denials = parse(render(repeated)).get_element_by_id("denials")
    (only,) = denials.xpath(".//li[contains(@class, 'denial')]")
    assert "Aussi dans : L'Écho (1 origine · 2 articles)" in squeezed(only)
