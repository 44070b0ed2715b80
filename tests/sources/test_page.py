import html
import json
import re
import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.errors import UnreadableError
from recoupe.sources import discover, read
from recoupe.sources.page import read_page

BODY = (
    "<p>La direction du port a suspendu lundi le marché des grues, soupçonné d’irrégularités.</p>"
    "<p>« Nous n’avons pas d’autre choix », a déclaré Anne Vasseur, présidente du directoire.</p>"
    "<p>Le parquet de Montpellier n’a pas confirmé l’ouverture d’une enquête préliminaire.</p>"
)
PARAGRAPHS = re.findall("<p>(.*?)</p>", BODY)
TITLE = "Le port de Sète suspend son appel d’offres"


def page(body=BODY, head="", attributes=""):
    return f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{body}</body></html>"


def lines(markup):
    return read_page(markup).text.split("\n")


def rules(markup):
    return [note.rule for note in read_page(markup).notes]


DEBRIS_BEFORE = """
<div id="cookie-banner" class="cookie-consent"><p>Nous utilisons des cookies pour améliorer
votre expérience. En continuant, vous acceptez notre politique.</p><button>Accepter</button></div>
<header><nav class="menu"><ul><li><a href="/">Accueil</a></li><li><a href="/eco">Économie</a>
</li></ul></nav><p class="date">Samedi 11 mai 2024</p></header>"""
DEBRIS_AFTER = """
<aside class="sidebar"><h3>Les plus lus</h3><p>Une autre histoire, sans rapport avec celle-ci.</p>
</aside><section id="comments" class="comments"><h3>Commentaires</h3><div class="comment">
<p>Scandaleux, je le disais depuis le début !</p></div></section>
<footer><p>© 2024 La Gazette du Golfe. Tous droits réservés. Mentions légales</p></footer>"""


def dressed(inner=BODY, head="", header=f"<h1>{TITLE}</h1>"):
    related = (
        '<div class="related"><h3>À lire aussi</h3><ul><li><a href="/a">Grève au port de Marseille'
        "</a></li></ul></div>"
    )
    share = '<div class="share"><a href="#">Partager sur Facebook</a> <a href="#">Envoyer</a></div>'
    figure = "<figure><img src=x><figcaption>Le terminal. Photo : J. Martel</figcaption></figure>"
    article = f"<main><article>{header}{share}{figure}{inner}{related}</article>"
    return page(DEBRIS_BEFORE + article + DEBRIS_AFTER + "</main>", head)


def test_the_report_is_kept_and_what_stands_around_it_is_not():
    assert lines(dressed()) == [TITLE, *PARAGRAPHS]


def test_byline_agency_and_day_are_kept_below_the_headline():
    header = (
        f'<h1>{TITLE}</h1><div class="byline">Par <a rel="author" href="/c">Camille Roussel</a> '
        'avec AFP</div><time datetime="2024-03-04">Publié le 4 mars 2024 à 18h20</time>'
    )
    assert lines(dressed(header=header)) == [
        TITLE,
        "Par Camille Roussel avec AFP",
        "Publié le 4 mars 2024 à 18h20",
        *PARAGRAPHS,
    ]


@pytest.mark.parametrize(
    "name", ["publicite", "bloc_partage", "a-lire-aussi", "articles-lies", "Commentaires"]
)
def test_what_french_pages_name_as_something_else_is_left_out(name):
    debris = f'<div class="bloc {name}"><p>Des chaussures à moitié prix, ce mois-ci.</p></div>'
    assert lines(dressed(inner=debris + BODY)) == [TITLE, *PARAGRAPHS]


@pytest.mark.parametrize("name", ["publication", "republique", "partageux", "lire"])
def test_what_only_resembles_such_a_name_is_kept(name):
    inner = f'<div class="{name}"><p>Le port emploie quarante personnes.</p></div>' + BODY
    assert "Le port emploie quarante personnes." in lines(dressed(inner=inner))


@pytest.mark.parametrize(
    "element",
    [
        '<div class="entry-meta">Par la rédaction (avec AFP) | 4 mars 2024</div>',
        '<span itemprop="author">Par la rédaction (avec AFP) | 4 mars 2024</span>',
        '<p class="article__signature">Par la rédaction (avec AFP) | 4 mars 2024</p>',
    ],
)
def test_a_credit_is_known_by_the_customary_names(element):
    body = dressed(header=f"<h1>{TITLE}</h1>{element}")
    assert lines(body)[:2] == [TITLE, "Par la rédaction (avec AFP) | 4 mars 2024"]


@pytest.mark.parametrize(
    "element",
    [
        '<div class="publicite">Des chaussures à moitié prix</div>',
        f'<div class="author-bio">{"Camille Roussel couvre les ports. " * 5}</div>',
        '<aside><p class="date">Samedi 11 mai 2024</p></aside>',
        '<div class="share"><span class="date">Partagé lundi</span></div>',
        '<figure><figcaption class="credit">Photo : J. Martel</figcaption></figure>',
    ],
)
def test_what_is_no_credit_is_not_put_below_the_headline(element):
    assert lines(dressed(header=f"<h1>{TITLE}</h1>{element}"))[:2] == [TITLE, PARAGRAPHS[0]]


def test_the_headline_is_added_where_the_body_lacks_it():
    head = f'<meta property="og:title" content="{TITLE}">'
    assert lines(page(BODY, head)) == [TITLE, *PARAGRAPHS]


def test_a_headline_worded_a_little_otherwise_is_not_said_twice():
    head = f'<meta property="og:title" content="{TITLE.replace("’", chr(39))} | La Gazette">'
    read_back = read_page(dressed(head=head))
    assert read_back.text.split("\n") == [TITLE, *PARAGRAPHS]
    assert read_back.title == TITLE


def test_the_title_of_the_window_alone_is_no_line_of_the_report():
    read_back = read_page(page(BODY, "<title>Actualités du jour</title>"))
    assert read_back.text.split("\n") == PARAGRAPHS
    assert read_back.title == "Actualités du jour"


def test_markup_that_an_article_shows_stays_characters():
    shown = "Le pirate a laissé </script><img src=x onerror=alert(1)> & &lt;b&gt; sur le site."
    assert shown in lines(page(BODY + f"<p>{html.escape(shown)}</p>"))


def test_nothing_of_scripts_styles_and_handlers_is_in_the_text():
    body = (
        "<script>var x = '<p>Du script</p>';</script><style>p{color:red}</style>"
        f"<template><p>Du gabarit</p></template><div onclick=\"alert('Du clic')\">{BODY}</div>"
    )
    assert lines(page(body)) == PARAGRAPHS


def test_soft_hyphens_and_invisible_blanks_are_dropped():
    body = "<p>Le pre&shy;mier mi\u00adnistre\u200b a dé\u2060mis\ufeffsionné mardi matin.</p>"
    assert lines(page(body)) == ["Le premier ministre a démissionné mardi matin."]


def test_blanks_are_collapsed_as_a_browser_shows_them():
    body = "<p>Le   maire\n\t a&nbsp;démissionné.</p>\n\n<p>Il<br>part.</p>"
    assert lines(page(body)) == ["Le maire a démissionné.", "Il", "part."]


def test_inline_quotations_get_their_marks_and_stay_in_their_sentence():
    body = "<p>Le maire a dit <q>rien de <b>tel</b></q> puis <q>non</q> avant de partir hier.</p>"
    assert lines(page(body)) == [
        "Le maire a dit « rien de tel » puis « non » avant de partir hier."
    ]


def test_lists_and_tables_carry_no_signs_of_their_own():
    body = (
        BODY + "<ul><li>12 grues commandées ;</li><li>3 livrées.</li></ul>"
        "<table><tr><th>Année</th><th>Grues</th></tr><tr><td>2022</td><td>4</td></tr></table>"
    )
    assert lines(page(body)) == [
        *PARAGRAPHS,
        "12 grues commandées ;",
        "3 livrées.",
        "Année | Grues",
        "2022 | 4",
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Le maire a démissionné.",
        "Le maire a démissionné.",
        "<html><body><div>Le maire a démissionné.</div>",
        "<html><body><b><i>Le maire</b> a démissionné.</i></html></body>",
        '<?xml version="1.0" encoding="iso-8859-1"?><html xmlns="http://www.w3.org/1999/xhtml">'
        "<body><p>Le maire a démissionné.</p></body></html>",
        "<body>" + "<div>" * 1500 + "<p>Le maire a démissionné.</p>",
        "<p>Le maire\x00 a\x0b démissionné.</p>",
        "<html><frameset><frame src=a></frameset><body><p>Le maire a démissionné.</p></html>",
    ],
)
def test_broken_and_odd_pages_are_read(markup):
    assert lines(markup) == ["Le maire a démissionné."]


def test_pictures_packed_into_a_page_do_not_cut_its_text():
    picture = '<img src="data:image/png;base64,' + "A" * 11_000_000 + '">'
    before, after = PARAGRAPHS[0], PARAGRAPHS[2]
    assert lines(page(f"<p>{before}</p>{picture}<p>{after}</p>")) == [before, after]


def test_a_listing_of_a_hundred_thousand_links_is_refused_at_once():
    started = time.monotonic()
    with pytest.raises(UnreadableError, match="100000 links"):
        read_page(page(BODY + '<a href="/">Accueil</a> ' * 100_000))
    assert time.monotonic() - started < 10


def test_a_page_of_more_markup_than_a_report_has_is_refused():
    with pytest.raises(UnreadableError, match="6 million characters"):
        read_page(page("<p>mot</p>" * 600_000))


@pytest.mark.parametrize("tag", ["b", "span", "x", "q"])
def test_thousands_of_elements_in_one_line_take_no_longer_than_they_should(tag):
    started = time.monotonic()
    read_back = read_page(page(f"<p>{f'<{tag}>mot</{tag}> ' * 30_000}</p>"))
    assert time.monotonic() - started < 30  # squared, it would be minutes
    assert len(re.findall("mot", read_back.text)) == 30_000


def test_a_page_that_trafilatura_finds_nothing_in_is_taken_whole_and_noted():
    body = '<div class="comments"><div class="comment">Le maire a démissionné.</div></div>'
    read_back = read_page(page(body))
    assert read_back.text == "Le maire a démissionné."
    assert [note.rule for note in read_back.notes] == ["main-text-not-found"]


def json_ld(*entries):
    data = json.dumps({"@context": "https://schema.org", "@graph": list(entries)})
    return f'<script type="application/ld+json">{data}</script>'


def article(published, headline=TITLE, **more):
    return {"@type": "NewsArticle", "headline": headline, "datePublished": published, **more}


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:published_time" content="2024-03-04T18:20:00+01:00">', ""),
        (json_ld(article("2024-03-04T17:20:00Z")), ""),
        ('<meta name="date" content="2024-03-04">', ""),
        ('<meta name="DC.date.issued" content="2024-03-04">', ""),
        ("", '<time itemprop="datePublished" datetime="2024-03-04T18:20">le 4</time>'),
    ],
)
def test_a_day_that_the_page_states_as_its_publication_is_taken(head, body):
    read_back = read_page(page(body + BODY, head))
    assert read_back.published == "2024-03-04"
    assert read_back.notes == ()


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:modified_time" content="2024-03-04">', ""),
        ('<meta name="last-modified" content="2024-03-04">', ""),
        (json_ld({"@type": "NewsArticle", "headline": "x", "dateModified": "2024-03-04"}), ""),
        (json_ld({"@type": "WebPage", "datePublished": "2024-03-04"}), ""),
        (json_ld(article("2024-03-04"), article("2020-01-01", "Autre")), ""),
        (json_ld({"@type": "ItemList", "itemListElement": [article("2020-01-01")]}), ""),
        ('<meta property="article:published_time" content="1970-01-01T00:00:00Z">', ""),
        ('<meta property="article:published_time" content="2024-02-31">', ""),
        ('<meta property="article:published_time" content="hier">', ""),
        ('<script type="application/ld+json">{"@type": "NewsArticle", </script>', ""),
        ('<link rel="canonical" href="https://gazette.example/2024/03/04/port">', ""),
        ("", '<time datetime="2024-03-04">aujourd’hui</time>'),
        ("", "<p>Samedi 11 mai 2024</p><p>Copyright 2024</p>"),
        (
            "",
            '<time itemprop="datePublished" datetime="2024-03-04"></time>'
            '<time itemprop="datePublished" datetime="2024-03-05"></time>',
        ),
    ],
)
def test_no_day_is_guessed(head, body):
    assert read_page(page(body + BODY, head)).published is None


def test_days_that_disagree_give_the_earliest_of_the_plainest_and_a_note():
    head = (
        '<meta property="article:published_time" content="2024-05-01">'
        + json_ld(article("2024-03-04"))
        + '<meta name="date" content="2024-01-01">'
    )
    read_back = read_page(page(BODY, head))
    assert read_back.published == "2024-03-04"
    (note,) = read_back.notes
    assert note.rule == "page-dates-disagree"
    assert note.words == "2024-01-01 / 2024-03-04 / 2024-05-01"


def test_one_instant_in_two_zones_does_not_disagree():
    head = '<meta property="article:published_time" content="2024-03-05T00:20:00+01:00">'
    assert rules(page(BODY, head + json_ld(article("2024-03-04T23:20:00Z")))) == []


def test_outlet_address_and_language_are_read_from_the_page():
    head = (
        '<meta property="og:site_name" content="la gazette  du Golfe">'
        '<link rel="canonical" href="https://gazette.example/port">'
    )
    read_back = read_page(page(BODY, head, 'lang="fr-FR"'))
    assert read_back.publisher == "la gazette du Golfe"
    assert read_back.url == "https://gazette.example/port"
    assert read_back.language == "fr"


def test_the_outlet_may_stand_in_json_ld():
    head = json_ld(article("2024-03-04", publisher={"@type": "Organization", "name": "La Gazette"}))
    assert read_page(page(BODY, head)).publisher == "La Gazette"


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "port"])
def test_an_address_that_is_none_of_the_web_is_not_taken(href):
    assert read_page(page(BODY, f'<link rel="canonical" href="{href}">')).url is None


words = st.lists(
    st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzéèàç<>&'\"«»"), min_size=2, max_size=10),
    min_size=8,
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(st.lists(words, min_size=3, max_size=8, unique_by=" ".join))
def test_the_paragraphs_of_a_page_are_in_its_text_in_their_order(paragraphs):
    numbered = [f"Alinéa {i} : {' '.join(text)}." for i, text in enumerate(paragraphs)]
    inner = "".join(f"<p>{html.escape(text)}</p>" for text in numbered)
    markup = dressed(inner)
    stored = read_page(markup).text
    assert stored == read_page(markup).text
    at = 0
    for text in numbered:
        found = stored.find(text, at)
        assert found >= 0, text
        assert stored[found : found + len(text)] == text
        at = found + len(text)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("<>/=\"'&;! abcdefhilmnoprstu\n-#x0123"), max_size=200))
def test_any_markup_is_read_or_refused_and_nothing_else(markup):
    try:
        stored = read_page(markup).text
    except UnreadableError:
        return
    assert stored.strip()


@pytest.mark.shared
def test_real_pages_keep_their_paragraphs_and_lose_no_title(shared):
    def counted(text):
        return Counter(re.findall(r"\w+", text.replace("\u00ad", "").replace("\u200b", "")))

    found = discover([shared / "data" / "wikinews_fr"])
    assert len(found.items) == 100
    assert found.skipped == ()
    for item in found.items:
        document = read(item)
        markup = item.content().decode()
        inner = " ".join(re.findall(r"(?s)<p>(.*?)</p>", markup))
        wanted = counted(html.unescape(re.sub("<[^>]+>", "", inner)))
        kept = sum((wanted & counted(document.text)).values())
        assert kept >= 0.95 * wanted.total(), item.file
        assert document.text.startswith(document.title)
        assert document.language == "fr"
        assert "\u00ad" not in document.text


@pytest.mark.shared
def test_real_text_files_are_stored_as_they_are(shared):
    found = discover([shared / "corpus" / "drones"])
    assert found.skipped == ()
    for item in found.items:
        document = read(item)
        assert document.text == item.content().decode("utf-8-sig").replace("\r\n", "\n")
        assert document.published == item.metadata.published
        assert document.published_basis == "metadata"


def test_what_pages_call_comments_and_advice_is_off_whatever_stands_before_the_name():
    comments = (
        '<div class="r-comments"><p>Un ami grutier dit que tout était prévu depuis mai.</p></div>'
    )
    advice = '<div class="c-reco"><p>Le port de Nice a été vendu à un armateur grec.</p></div>'
    found = lines(dressed(BODY + advice + comments))
    assert found == [TITLE, *PARAGRAPHS]


def test_a_report_inside_what_is_named_after_its_comments_is_kept():
    body = f'<h1>{TITLE}</h1><div class="entry has-comments">{BODY}</div>'
    assert lines(page(body)) == [TITLE, *PARAGRAPHS]


def test_what_stands_on_lines_of_its_own_beside_the_headline_is_kept_so():
    meta = '<div class="meta"><div>Belga</div><div>Publié le 21/01/2025</div></div>'
    body = f"<main><h1>{TITLE}</h1>{meta}{BODY}</main>"
    assert lines(page(body)) == [TITLE, "Belga", "Publié le 21/01/2025", *PARAGRAPHS]


def test_the_paragraph_that_sums_a_report_up_is_kept_though_it_is_a_heading():
    summary = "Le «Santa Lucia», saisi à Sète, avait débarqué une partie du grain à Nice."
    head = f'<h1>{TITLE}</h1><h2 class="chapo">{summary}</h2>'
    assert summary in lines(page(f"<div>{head}<div>{BODY}</div></div>"))[:3]


def test_what_the_window_adds_to_the_headline_is_the_outlets_name():
    shown = f"<h2>{TITLE}</h2>{BODY}"
    assert read_page(page(shown, f"<title>{TITLE} - Le Matin du Golfe</title>")).publisher == (
        "Le Matin du Golfe"
    )
    assert (
        read_page(page(shown, "<title>Le port de Sète : la suite - À lire</title>")).publisher
        is None
    )


def test_a_headline_that_search_engines_are_told_otherwise_is_still_the_one_shown():
    told = '<meta property="og:title" content="Sète: des grues, un marché, une suspension">'
    assert read_page(page(f"<main><h1>{TITLE}</h1>{BODY}</main>", told)).title == TITLE
    assert read_page(page(f"<h1>La Gazette</h1>{BODY}", told)).title.startswith("Sète:")
