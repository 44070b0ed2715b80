"""Which lines are the report and which are its page."""

import pytest

from recoupe.extraction.blocks import behind_dateline, find_blocks
from recoupe.language import get_pack
from recoupe.model import Span

PAGE = """Accueil / Régions / Un pont fermé à Liège

Un pont fermé à Liège après une inspection

Partager sur les réseaux

Le pont des Vignes est fermé depuis lundi, a annoncé la ville. Les bus sont détournés.

Une vue du pont des Vignes © Atelier Moreau

Lire aussi : Les ponts de la province en question

La réouverture est prévue en mars.

Avec l'Agence Littorale
Laisser un commentaire"""


def kinds(text, title=None):
    return {b.span.of(text): b.kind for b in find_blocks(text, get_pack("fr"), title)}


def test_prose_is_body_and_page_furniture_is_not():
    found = kinds(PAGE)
    body = [line for line, kind in found.items() if kind == "body"]
    assert body == [
        "Le pont des Vignes est fermé depuis lundi, a annoncé la ville. Les bus sont détournés.",
        "La réouverture est prévue en mars.",
    ]


def test_the_line_before_the_report_is_its_headline_and_a_trail_of_links_is_not():
    found = kinds(PAGE)
    assert found["Un pont fermé à Liège après une inspection"] == "headline"
    assert found["Accueil / Régions / Un pont fermé à Liège"] == "debris"


def test_a_known_title_decides_the_headline_whatever_its_typography():
    text = "Un mot\n\nL’usine « sous enquête »\n\nLe parquet a ouvert une enquête hier à Gand."
    found = kinds(text, title="L'usine sous enquête")
    assert found["L’usine « sous enquête »"] == "headline"
    assert found["Un mot"] == "debris"


@pytest.mark.parametrize("line", ["Source : Agence Littorale", "(ALP) – ", "Avec Agence Littorale"])
def test_credit_lines_are_credits(line):
    text = f"Le maire a démissionné hier soir à Gand.\n\n{line}"
    assert list(kinds(text).values())[-1] == "credit"


def test_lines_wrapped_by_hand_are_one_paragraph():
    text = (
        "Le conseil municipal a adopté hier soir le budget de la\n"
        "ville après six heures de débats houleux.\n\nLa séance est levée à minuit passé."
    )
    spans = [b.span for b in find_blocks(text, get_pack("fr"))]
    assert [s.of(text).count("\n") for s in spans] == [1, 0]


def test_an_empty_text_has_no_blocks():
    assert find_blocks("", get_pack("fr")) == ()


def test_a_whole_report_on_one_line_is_body_whatever_stands_at_its_end():
    sentence = "Le pont des Vignes est fermé depuis lundi, a annoncé la ville de Liège."
    report = " ".join([sentence] * 5)
    for end in ("mvd-prl/kt/so", "Crédit photo : Atelier Moreau"):
        assert kinds(report + end) == {report + end: "body"}
    caption = "Le pont des Vignes, fermé depuis lundi. Les bus sont détournés. Photo Atelier Moreau"
    assert kinds(f"{caption}\n\n{sentence}")[caption] != "body"


def test_captions_in_brackets_links_behind_arrows_and_times_of_reading_are_no_headline():
    text = (
        "Un pétrolier arraisonné dans le golfe de Finlande\n\n"
        "(Image : le port de Brume. © Agence)\n\n"
        "Rédaction, le 2 février 2025. Temps de lecture : 4 min\n\n"
        "▶ Le barrage de Solenka bientôt achevé ?\n\n"
        "Le pétrolier a été arraisonné dimanche par les garde-côtes."
    )
    assert list(kinds(text).values()) == ["headline", "debris", "debris", "debris", "body"]


def test_a_line_that_goes_on_behind_a_comma_is_one_paragraph_with_the_line_before():
    text = "« Je n'ai rien vu »,\na répliqué mardi le ministre."
    assert list(kinds(text)) == [text]


def test_prose_that_begins_like_a_byline_is_body():
    text = "Par ailleurs, la digue a tenu.\n\nPar Ana Ruiz, à Brume"
    prose, byline = kinds(text).values()
    assert prose == "body"
    assert byline != "body"


@pytest.mark.parametrize(
    "head",
    [
        "OSTENDE, 12 mars 2024 (ALP) - ",
        "22 juin 2012. - ",
        "21 septembre 2012, Namur. – ",
        "Le 1er mai 2031 — ",
    ],
)
def test_place_and_day_at_the_head_are_no_words_of_the_first_sentence(head):
    text = f"{head}Le pont de Brévenne a rouvert."
    behind = behind_dateline(text, Span(0, len(text)), get_pack("fr"))
    assert behind.of(text) == "Le pont de Brévenne a rouvert."


@pytest.mark.parametrize("text", ["Le 12 mars 2024, le pont a rouvert.", "12 mars 2024"])
def test_a_day_that_the_sentence_tells_of_stays(text):
    assert behind_dateline(text, Span(0, len(text)), get_pack("fr")) == Span(0, len(text))


@pytest.mark.parametrize(
    "line",
    [
        "Les autorités, de leur côté, soutiennent que rien n'a quitté le pays. – VNP",
        "Les autorités, de leur côté, soutiennent que rien n'a quitté le pays. /ANP/.",
        "Le ministère a promis mardi soir une enquête, qui doit durer un mois ou deux. (Ana Rey)",
        "Le ministère a promis une enquête, qui doit durer deux mois. ■",
        "Le ministère a promis une enquête, qui doit durer deux mois. [3] [4]",
    ],
)
def test_a_paragraph_signed_behind_its_last_stop_is_read(line):
    assert [b.kind for b in find_blocks(f"{line}\n", get_pack("fr"))] == ["body"]


@pytest.mark.parametrize(
    "line", ["Accueil. – Sports", "À lire aussi. (Monde)", "Nos offres – Se connecter", "Photo. ■"]
)
def test_what_only_looks_signed_is_not_read(line):
    assert "body" not in [b.kind for b in find_blocks(f"{line}\n", get_pack("fr"))]


def test_where_the_correspondent_is_is_no_headline():
    text = (
        "Le pont a cédé dans la nuit de lundi\n"
        "De notre correspondante à La Paz, Ana Ruiz\n"
        "Le pont de la ville basse a cédé dans la nuit. Personne n'a été blessé.\n"
    )
    kinds = [b.kind for b in find_blocks(text, get_pack("fr"))]
    assert kinds == ["headline", "debris", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Par la rédaction, avec ALP. Publié le 11 février 2025 à 18 h 12",
        "Par notre rédaction web (avec ALP).",
        ">> À lire aussi sur notre site : Le blé, une arme ?",
        "→ Inscrivez-vous à notre lettre.",
    ],
)
def test_who_signed_and_links_behind_signs_are_no_prose(line):
    assert kinds(f"Le pont a rouvert mardi à Gand.\n\n{line}")[line] == "debris"


def test_prose_that_begins_with_the_drafting_of_a_text_is_body():
    line = "Par la rédaction d'un second décret, le ministre a contourné le vote du conseil."
    assert kinds(line) == {line: "body"}


def kinds_of(*lines: str) -> dict[str, str]:
    text = "\n\n".join(lines)
    return {b.span.of(text): b.kind for b in find_blocks(text, get_pack("fr"))}


REPORT = (
    "Le pont de Brévenne fermera lundi.",
    "La préfecture a prévenu les riverains, qui devront passer par le gué jusqu'au printemps.",
    "Le maire demande une navette. Il l'a écrit au préfet.",
)


@pytest.mark.parametrize(
    "opening",
    ["Commentaires (12)", "3 commentaires", "Réagissez à cet article", "Laisser un commentaire"],
)
def test_what_readers_wrote_below_a_report_is_none_of_it(opening: str):
    comment = "gaston_57 : le maire ment, il a dit le contraire en mai."
    assert kinds_of(*REPORT, opening, comment)[comment] == "debris"


def test_a_link_to_the_comments_above_a_report_hides_nothing_of_it():
    kinds = kinds_of("3 commentaires", *REPORT)
    assert [kinds[line] for line in REPORT] == ["body"] * 3


def test_headlines_below_a_list_of_links_are_no_prose_and_a_paragraph_behind_them_is():
    other = "Budget : que peut encore le maire de Brévenne ?"
    kinds = kinds_of(REPORT[0], "À lire aussi", other, *REPORT[1:])
    assert kinds[other] == "debris"
    assert [kinds[line] for line in REPORT] == ["body"] * 3


def test_a_paragraph_of_somebodys_words_below_a_link_is_read():
    words = "« Nous partirons en mai. »"
    kinds = kinds_of(*REPORT[:2], "À lire aussi", "Un budget pour le pont de Brévenne", words)
    assert kinds[words] == "body"


def test_a_question_that_stands_below_no_list_is_read():
    asked = "Que peut encore le maire de Brévenne ?"
    assert kinds_of(REPORT[0], asked, *REPORT[1:])[asked] == "body"


def test_a_headline_that_ends_with_somebodys_words_stands_above_who_wrote_the_report():
    headline = "Le maire de Brévenne : « Personne ne passera »"
    assert kinds_of(headline, "Par Salomé Garrigue", *REPORT)[headline] == "headline"
    assert kinds_of(headline, *REPORT)[headline] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Auteur : Salomé Garrigue",
        "ÉCRIT PAR SALOMÉ GARRIGUE",
        "Propos recueillis par Salomé Garrigue",
        "Traduit du letton par une machine",
        "Radio Brévenne, le 3 mars 2024",
        "Le pont de Brévenne vu du gué, en mai dernier. (Ostra Presse/Salomé Garrigue)",
    ],
)
def test_who_wrote_or_took_it_is_no_headline(line: str):
    headline = "Le pont de Brévenne fermera jusqu'au printemps"
    kinds = kinds_of(headline, line, *REPORT)
    assert (kinds[headline], kinds[line]) == ("headline", "debris")
