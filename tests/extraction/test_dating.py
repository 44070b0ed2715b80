"""When a report was published: what is trusted, what is only told."""

import pytest

from recoupe.extraction.dating import date_report
from recoupe.language import get_pack
from recoupe.model import Dating, Document, Span


def report(text: str, published: str | None = None, basis: str = "unknown") -> Document:
    return Document(
        id="d", file="d.txt", text=text, sha256="", published=published, published_basis=basis
    )


def date(text: str, published: str | None = None, basis: str = "unknown", body: int = 0) -> Dating:
    """Date a report whose paragraphs from number ``body`` on are its own."""
    spans, start = [], 0
    for paragraph in text.split("\n\n"):
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return date_report(report(text, published, basis), spans[body:], get_pack("fr"))


def rules(dating: Dating) -> list[str]:
    return [doubt.rule for doubt in dating.doubts]


AGENCY = "NANTES, 12 mars 2024 (ALX) - Le port a fermé mardi, a annoncé la préfecture."


def test_metadata_outrank_what_the_report_says_of_itself():
    dating = date(AGENCY, "2024-03-13", "metadata")
    assert (dating.value, dating.basis, rules(dating)) == ("2024-03-13", "metadata", [])


def test_metadata_far_from_the_dateline_are_kept_with_a_doubt():
    dating = date(AGENCY, "2024-06-01", "metadata")
    assert (dating.value, dating.basis) == ("2024-06-01", "metadata")
    assert rules(dating) == ["dateline-differs"]


@pytest.mark.parametrize(
    "head",
    [
        "NANTES, 12 mars 2024 (ALX) - Le port a fermé.",
        "Nantes, le 12 mars 2024 - Le port a fermé.",
        "NANTES (France), 12 mars 2024 (ALX) – Le port a fermé.",
        "SAINT-NAZAIRE, mardi 12 mars 2024 — Le port a fermé.",
        "12 mars 2024. – Le port a fermé.",
        "12 mars 2024 - Le port a fermé.",
        "Publié le 12 mars 2024 à 18h30\n\nLe port a fermé.",
        "Publié le 12/03/2024\n\nLe port a fermé.",
        "Par Marie Duval - Publié le mardi 12 mars 2024\n\nLe port a fermé.",
        "Mis en ligne le 12 mars 2024\n\nLe port a fermé.",
        "Le Courrier – mardi 12 mars 2024\n\nLe port a fermé.",
    ],
)
def test_a_form_that_only_reports_use_dates_the_report(head: str):
    dating = date(head)
    assert (dating.value, dating.basis, rules(dating)) == ("2024-03-12", "dateline", [])
    assert dating.span is not None
    assert "2024" in dating.span.of(head)


@pytest.mark.parametrize(
    "text",
    [
        "Mar 25, 2023Mar 25, 2023\n\nLe port a fermé.",
        "25 mars 2023\n\nLe port a fermé.",
        "Accueil\n\n25/03/2023\n\nLe port a fermé.",
    ],
)
def test_a_bare_date_in_the_debris_is_told_not_used(text: str):
    dating = date(text, body=1)
    assert (dating.value, dating.basis) == (None, "unknown")
    assert rules(dating)
    assert set(rules(dating)) == {"bare-date-not-trusted"}


def test_a_scraped_date_does_not_touch_metadata():
    dating = date("Mar 25, 2023Mar 25, 2023\n\nLe port a fermé.", "2022-12-09", "metadata", body=1)
    assert (dating.value, dating.basis, dating.doubts) == ("2022-12-09", "metadata", ())


@pytest.mark.parametrize(
    "text",
    [
        "Le port a fermé mardi, a annoncé la préfecture.",
        "Le 12 mars 2024, le port a fermé.",
        "Le mardi 12 mars 2024, le port a fermé ses portes.",
        "La tempête du 12 mars 2024 - la pire en dix ans - a laissé des traces.",
        "Un accord conclu à Nantes le 12 mars 2024 prévoit une trêve.",
        "Mis à jour le 12 mars 2024",
        "",
    ],
)
def test_a_report_without_a_dateline_has_no_date(text: str):
    dating = date(text)
    assert (dating.value, dating.basis) == (None, "unknown")


def test_a_page_date_that_the_dateline_contradicts_gives_way_with_a_doubt():
    dating = date(AGENCY, "2024-09-30", "page")
    assert (dating.value, dating.basis) == ("2024-03-12", "dateline")
    assert rules(dating) == ["page-date-contradicted"]
    assert dating.doubts[0].words == "12 mars 2024"


def test_a_page_date_near_the_dateline_stays():
    dating = date(AGENCY, "2024-03-13", "page")
    assert (dating.value, dating.basis, rules(dating)) == ("2024-03-13", "page", [])


def test_a_dateline_without_a_year_contradicts_a_far_page_date_and_leaves_none():
    text = "NANTES, 12 mars (ALX) - Le port a fermé."
    assert date(text, "2024-03-12", "page").value == "2024-03-12"
    contradicted = date(text, "2024-09-30", "page")
    assert (contradicted.value, contradicted.basis) == (None, "unknown")
    assert rules(contradicted) == ["page-date-contradicted"]
    assert rules(date(text)) == ["dateline-without-year"]


def test_a_page_date_before_what_the_text_tells_as_past_is_not_believed():
    text = "Le port a fermé le 12 mars 2024, a annoncé la préfecture."
    dating = date(text, "2024-01-05", "page")
    assert dating.value is None
    assert rules(dating) == ["page-date-before-text", "after-date-in-text"]


def test_a_day_still_to_come_does_not_contradict_the_page():
    text = "Le port fermera le 12 mars 2025, a annoncé la préfecture."
    dating = date(text, "2024-01-05", "page")
    assert (dating.value, dating.doubts) == ("2024-01-05", ())


def test_a_page_date_far_from_days_told_with_their_weekday_is_not_believed():
    text = "Le port a fermé mardi 12 mars, a annoncé la préfecture."
    assert date(text, "2024-03-14", "page").value == "2024-03-14"
    far = date(text, "2024-09-30", "page")
    assert far.value is None
    assert rules(far) == ["page-date-far-from-text"]


def test_a_weekday_that_disagrees_with_the_dateline_is_a_doubt():
    dating = date("NANTES, lundi 12 mars 2024 (ALX) - Le port a fermé.")
    assert dating.value == "2024-03-12"
    assert rules(dating) == ["weekday-disagrees"]


def test_an_impossible_dateline_dates_nothing():
    dating = date("NANTES, 31 février 2024 (ALX) - Le port a fermé.")
    assert dating.value is None
    assert "impossible-date" in rules(dating)


def test_a_page_date_without_anything_against_it_stays():
    dating = date("Le port a fermé mardi.", "2024-03-14", "page")
    assert (dating.value, dating.basis, dating.doubts) == ("2024-03-14", "page", ())


def test_a_report_without_a_date_was_written_after_the_last_day_it_tells_as_past():
    text = "Le pont a cédé le 9 novembre 2022, dix ans après avoir ouvert le 3 mai 2012."
    dating = date(f"Un accident\n\nAccord\n\n{text}", body=2)
    assert dating.value is None
    (bound,) = (doubt for doubt in dating.doubts if doubt.rule == "after-date-in-text")
    assert bound.words == "2022-11-09"


@pytest.mark.parametrize(
    "text",
    [
        "Le pont rouvrira le 3 mai 2030.",
        "Le procès a été fixé au 3 mai 2030.",
        "Le maire a promis une livraison le 3 mai 2030.",
        "Le bac a été suspendu jusqu'au 3 mai 2030.",
        "La date limite a été repoussée par le tribunal au mois de mai 2030.",
        "Il a parlé vendredi 3 mai.",
    ],
)
def test_days_that_may_lie_ahead_bound_nothing(text: str):
    assert "after-date-in-text" not in rules(date(text))


@pytest.mark.parametrize(
    "head",
    [
        "12 mars 2024, 11h52\n\nMis à jour le 13 mars 2024 à 15h20",
        "Le 12 mars 2024 à 07:15 | Modifié à 09:40",
        "Par Salomé Garrigue\n\n12-03-2024, 05:30",
        "De notre envoyé spécial à Brévenne, Igor Vesna\n\n12 mars 2024",
        "Publié le : 12/03/2024 - 08:20",
    ],
)
def test_a_date_below_who_wrote_it_or_above_its_update_is_the_reports(head: str):
    dating = date(f"{head}\n\nLe port a fermé.", body=head.count("\n\n") + 1)
    assert (dating.value, dating.basis) == ("2024-03-12", "dateline")


@pytest.mark.parametrize(
    "head",
    [
        "12 mars 2024\n\nPartager",
        "Mis à jour le 12 mars 2024",
        "Par Salomé Garrigue\n\nLe port, le 12 mars 2024",
        "Par ailleurs\n\n12 mars 2024",
    ],
)
def test_a_date_with_nothing_of_the_report_beside_it_stays_untrusted(head: str):
    assert date(f"{head}\n\nLe port a fermé.", body=head.count("\n\n") + 1).value is None


def test_a_date_below_who_wrote_it_does_not_outrank_the_pages_own():
    text = "Par Salomé Garrigue\n\n12 mars 2024\n\nLe port a fermé."
    dating = date(text, "2024-02-01", "page", body=2)
    assert (dating.value, dating.basis) == ("2024-02-01", "page")
