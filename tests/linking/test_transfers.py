"""Transfers and routes: which tellings are one entry, and what is left out. All invented."""

import re

import pytest

from recoupe.linking import link
from recoupe.model import (
    Dating,
    Document,
    Event,
    Factuality,
    Links,
    Mention,
    Quantity,
    Reading,
    Reason,
    Role,
    Source,
    Span,
    Statement,
    TimeValue,
    Transfer,
)
from recoupe.model.place import PlaceMention, PlaceName, PlacesRead

FIRMS = ("Orvane", "Lusitex", "Halmer", "Tessane")


class Case:
    """Reports, each of one sentence, in the making."""

    def __init__(self) -> None:
        self.documents: list[Document] = []
        self.readings: dict[str, Reading] = {}

    def report(
        self,
        text: str,
        trigger: str,
        *,
        status: str = "done",
        factuality: Factuality = Factuality.CERTAIN,
        source: str = "",
        figure: tuple[str, float, str] | None = None,
        part: bool = False,
        time: tuple[str, str, str] | None = None,
        places: tuple[tuple[str, str], ...] = (),
        inside: dict[str, str] | None = None,
        kind: str = "transfer",
        event: str = "",
        **roles: str | tuple[str, ...] | tuple[tuple[str, str], ...],
    ) -> str:
        key = f"d{len(self.documents)}"

        def at(words: str) -> Span:
            start = text.index(words)
            return Span(start, start + len(words))

        def role(told: str | tuple[str, str]) -> Role:
            words, name = told if isinstance(told, tuple) else (told, told)
            return Role(span=at(words), name=name)

        played = {
            name: tuple(role(one) for one in ((held,) if isinstance(held, str) else held))
            for name, held in roles.items()
        }
        quantities = ()
        if figure:
            words, number, counted = figure
            rule = (Reason(rule="most-of", words=words),) if part else ()
            quantities = (
                Quantity(span=at(words), low=number, high=number, of=at(counted), reasons=rule),
            )
        times = ()
        if time:
            times = (TimeValue(span=at(time[0]), value=None, earliest=time[1], latest=time[2]),)
        whole = Span(0, len(text))
        statement = Statement(
            id=f"{key}:1",
            document=key,
            content=whole,
            sentence=whole,
            factuality=factuality,
            sources=(Source(span=None, kind="unnamed", name=source),) if source else (),
            quantities=quantities,
            times=times,
            events=(Event(type=kind, status=status, trigger=at(trigger), roles=played, id=event),),
        )
        mentions = tuple(
            Mention(span=Span(m.start(), m.end()), schema_name="Company", name=name)
            for name in FIRMS
            for m in re.finditer(name, text)
        )
        named = tuple(
            PlaceMention(
                span=at(name),
                names=(PlaceName(text=name, form=form),),
                inside=tuple(at(w) for n, w in (inside or {}).items() if n == name),
            )
            for name, form in places
        )
        self.documents.append(
            Document(id=key, file=f"{key}.txt", text=text, sha256=key, published="2023-06-01")
        )
        self.readings[key] = Reading(
            document=key,
            version="1",
            body=(whole,),
            dating=Dating(value="2023-06-01", basis="metadata"),
            mentions=tuple(sorted(mentions, key=lambda m: m.span)),
            statements=(statement,),
            places=PlacesRead(mentions=tuple(sorted(named, key=lambda m: m.span))),
        )
        return key

    def links(self) -> Links:
        return link(self.documents, self.readings)

    def told(self) -> list[tuple[str, str, str, str, int]]:
        return [sketch(one) for one in self.links().transfers]


def sketch(one: Transfer) -> tuple[str, str, str, str, int]:
    names = [", ".join(p.name for p in side) for side in (one.suppliers, one.recipients)]
    return (*names, one.item, one.phase, len(one.tellings))


@pytest.fixture
def case() -> Case:
    return Case()


def sale(case: Case, text: str, trigger: str = "vendu", **more: object) -> None:
    case.report(text, trigger, supplier="Orvane", recipient="Lusitex", item="pompes", **more)


def test_one_thing_told_by_two_reports_is_one_entry_with_both(case: Case) -> None:
    sale(case, "Orvane a vendu des pompes à Lusitex.")
    sale(case, "La firme Lusitex a reçu des pompes neuves que livrait Orvane.", "reçu")
    assert case.told() == [("Orvane", "Lusitex", "pompes", "carried-out", 2)]


def retold(
    case: Case, first: str, second: str, **roles: str
) -> list[tuple[str, str, str, str, int]]:
    """Tell a sale and, in the next sentence of the report, a delivery; return the entries."""
    text = "Orvane a vendu des pompes à Lusitex. La livraison de Halmer inquiète la ville."
    sold = {"supplier": "Orvane", "recipient": "Lusitex", "item": "pompes"}
    one = case.report(text, "vendu", event=first, **sold)
    other = case.report(text, "livraison", event=second, item="pompes", **roles)
    case.documents.pop()
    border = text.index("La")
    contents = (Span(0, border - 1), Span(border, len(text)))
    told = (*case.readings[one].statements, *case.readings.pop(other).statements)
    statements = tuple(
        statement.model_copy(
            update={"id": f"{one}:{n}", "document": one, "content": content, "sentence": content}
        )
        for n, (statement, content) in enumerate(zip(told, contents, strict=True))
    )
    case.readings[one] = case.readings[one].model_copy(update={"statements": statements})
    return case.told()


def test_what_a_report_tells_again_is_told_of_the_same_transfer(case: Case) -> None:
    told = retold(case, "d0:sale", "d0:sale", recipient="Lusitex")
    assert told == [("Orvane", "Lusitex", "pompes", "carried-out", 2)]


@pytest.mark.parametrize("ids", [("d0:sale", "d0:delivery"), ("", "")])
def test_what_no_word_of_a_report_makes_one_stays_apart(case: Case, ids: tuple[str, str]) -> None:
    told = retold(case, *ids, recipient="Lusitex")
    assert ("Orvane", "Lusitex", "pompes", "carried-out", 1) in told
    assert all(tellings == 1 for *_, tellings in told)


def test_one_event_that_somebody_else_gave_is_two_transfers(case: Case) -> None:
    told = retold(case, "d0:sale", "d0:sale", supplier="Halmer", recipient="Lusitex")
    assert [(supplier, tellings) for supplier, *_, tellings in told] == [
        ("Halmer", 1),
        ("Orvane", 1),
    ]


def test_both_directions_between_two_parties_stay_apart(case: Case) -> None:
    sale(case, "Orvane a vendu des pompes à Lusitex.")
    case.report(
        "Lusitex a livré des pompes à Orvane.",
        "livré",
        supplier="Lusitex",
        recipient="Orvane",
        item="pompes",
    )
    assert [one[:2] for one in case.told()] == [("Lusitex", "Orvane"), ("Orvane", "Lusitex")]


@pytest.mark.parametrize("status", ["considered", "sought", "agreed", "refused", "denied"])
def test_what_was_not_carried_out_is_no_part_of_what_was(case: Case, status: str) -> None:
    sale(case, "Orvane a vendu des pompes à Lusitex.")
    sale(case, "Orvane veut vendre des pompes à Lusitex.", "vendre", status=status)
    assert [one[4] for one in case.told()] == [1, 1]


def test_figures_that_differ_are_neither_merged_nor_added(case: Case) -> None:
    sale(case, "Orvane a vendu 40 pompes à Lusitex.", figure=("40", 40, "pompes"))
    sale(case, "Orvane a vendu 60 pompes à Lusitex.", figure=("60", 60, "pompes"))
    found = case.links().transfers
    assert sorted(q.low for t in found for one in t.tellings for q in one.quantities) == [40, 60]
    assert len(found) == 2


def test_two_lots_of_one_name_in_one_sentence_are_two_entries_with_ids_of_their_own(
    case: Case,
) -> None:
    text = "Orvane a vendu 40 pompes à vis puis 60 pompes  à vis à Lusitex."
    lots = ("pompes à vis", "pompes  à vis")
    key = case.report(text, "vendu", supplier="Orvane", recipient="Lusitex", item=lots)
    (statement,) = case.readings[key].statements
    counted = tuple(
        Quantity(span=Span(at, at + 2), low=low, high=low, of=role.span)
        for low, at, role in zip((40, 60), (15, 32), statement.events[0].roles["item"], strict=True)
    )
    statement = statement.model_copy(update={"quantities": counted})
    case.readings[key] = case.readings[key].model_copy(update={"statements": (statement,)})
    found = case.links().transfers
    assert [one.item for one in found] == ["pompes à vis"] * 2
    assert len({one.id for one in found}) == 2


def test_days_that_exclude_each_other_make_two_entries(case: Case) -> None:
    march, april = ("2023-03-01", "2023-03-31"), ("2023-04-01", "2023-04-30")
    sale(case, "En mars, Orvane a vendu des pompes à Lusitex.", time=("En mars", *march))
    sale(case, "En avril, Orvane a vendu des pompes à Lusitex.", time=("En avril", *april))
    assert len(case.told()) == 2


def test_a_party_not_told_stays_empty(case: Case) -> None:
    case.report("Lusitex a reçu des pompes.", "reçu", recipient="Lusitex", item="pompes")
    assert case.told() == [("", "Lusitex", "pompes", "carried-out", 1)]


def test_two_receipts_of_which_nobody_tells_the_supplier_may_have_two(case: Case) -> None:
    case.report("Lusitex a reçu des pompes.", "reçu", recipient="Lusitex", item="pompes")
    case.report(
        "Les pompes arrivées hier ont ravi Lusitex, qui les a achetées au comptant.",
        "achetées",
        recipient="Lusitex",
        item="pompes",
    )
    assert len(case.told()) == 2


def test_a_capital_that_acts_is_its_state(case: Case) -> None:
    case.report(
        "Téhéran a livré des pompes à Moscou.",
        "livré",
        supplier="Téhéran",
        recipient="Moscou",
        item="pompes",
    )
    assert case.told() == [("Iran", "Russie", "pompes", "carried-out", 1)]


@pytest.mark.parametrize(
    ("number", "parties"), [("deux", []), ("12", []), ("seul", [("Iran", "", "pompes")])]
)
def test_several_are_not_the_one_that_they_were_taken_for(
    case: Case, number: str, parties: list[tuple[str, str, str]]
) -> None:
    case.report(
        f"Le {number} pays a livré des pompes.",
        "livré",
        supplier=(("pays", "Iran"),),
        item="pompes",
    )
    assert [one[:3] for one in case.told()] == parties


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Des pompes ont été livrées.", {"item": "pompes"}),
        ("Un pays a livré des pompes.", {"supplier": "pays", "item": "pompes"}),
        ("Orvane a livré.", {"supplier": "Orvane"}),
        (
            "Orvane s'est livré des pompes à Orvane même.",
            {"supplier": "Orvane", "recipient": "Orvane", "item": "pompes"},
        ),
        ("Orvane a livré Halmer.", {"supplier": "Orvane", "item": "Halmer"}),
    ],
    ids=["nobody", "anybody", "nothing", "to itself", "somebody"],
)
def test_what_is_too_vague_is_left_in_the_statements(
    case: Case, text: str, roles: dict[str, str]
) -> None:
    trigger = re.search("livré", text)
    assert trigger
    case.report(text, trigger.group(), **roles)
    assert case.told() == []


def test_a_list_is_read_as_far_as_it_holds_parties(case: Case) -> None:
    case.report(
        "La livraison de pompes par Orvane et leur usage par Lusitex sont avérés.",
        "livraison",
        supplier=("Orvane", "usage", "Lusitex"),
        item="pompes",
    )
    assert case.told() == [("Orvane", "", "pompes", "carried-out", 1)]


def test_whoever_stands_nearer_without_a_part_makes_the_one_further_off_doubtful(
    case: Case,
) -> None:
    case.report(
        "Halmer a critiqué le choix de Tessane de livrer des pompes à Lusitex.",
        "livrer",
        supplier="Halmer",
        recipient="Lusitex",
        item="pompes",
    )
    assert case.told() == [("", "Lusitex", "pompes", "carried-out", 1)]


def test_a_pronoun_counts_only_where_nobody_else_was_named_since(case: Case) -> None:
    case.report(
        "Orvane a dit à Lusitex qu'elle a vendu des pompes.",
        "vendu",
        supplier=(("elle", "Orvane"),),
        item="pompes",
    )
    case.report(
        "Orvane a dit qu'elle a vendu des pompes.",
        "vendu",
        supplier=(("elle", "Orvane"),),
        item="pompes",
    )
    assert case.told() == [("Orvane", "", "pompes", "carried-out", 1)]


def test_what_its_source_leaves_open_is_not_told_as_carried_out(case: Case) -> None:
    sale(
        case,
        "Orvane a-t-il vendu des pompes à Lusitex, demande la douane.",
        factuality=Factuality.UNDERSPECIFIED,
    )
    assert case.told()[0][3] == "unknown"


def test_a_figure_counts_the_thing_only_where_it_stands_by_it(case: Case) -> None:
    sale(case, "Orvane, 300 salariés, a vendu des pompes à Lusitex.", figure=("300", 300, "salar"))
    sale(
        case,
        "Lusitex use la plupart des 40 pompes qu'Orvane a vendu.",
        figure=("la plupart des 40", 40, "pompes"),
        part=True,
    )
    assert [one.quantities for t in case.links().transfers for one in t.tellings] == [(), ()]


def test_what_is_done_is_not_dated_after_the_report(case: Case) -> None:
    sale(
        case,
        "Orvane a vendu des pompes à Lusitex pour un chantier en 2025.",
        time=("2025", "2025-01-01", "2025-12-31"),
    )
    assert case.links().transfers[0].tellings[0].times == ()


@pytest.mark.parametrize(
    ("text", "is_its"),
    [
        ("Orvane, fondée à Lyon en mai 2022, a vendu des pompes à Lusitex.", False),
        ("Le journal révèle en mai 2022 que Orvane a vendu des pompes à Lusitex.", False),
        ("Orvane a vendu des pompes à Lusitex, que la mairie attend depuis mai 2022.", False),
        ("Orvane a, en mai 2022, vendu des pompes à Lusitex.", True),
        ("Après un accord, en mai 2022, Orvane a vendu des pompes à Lusitex.", True),
        ("Orvane, qui a son siège à Lyon, a vendu des pompes à Lusitex en mai 2022.", True),
    ],
)
def test_the_day_of_an_aside_or_of_another_clause_is_not_the_deliverys(
    case: Case, text: str, is_its: bool
) -> None:
    sale(case, text, time=("mai 2022", "2022-05-01", "2022-05-31"))
    assert bool(case.links().transfers[0].tellings[0].times) == is_its


def test_the_order_in_which_reports_came_changes_nothing(case: Case) -> None:
    sale(case, "Orvane a vendu des pompes à Lusitex.")
    sale(case, "Orvane a vendu 40 pompes à Lusitex.", figure=("40", 40, "pompes"))
    sale(case, "Orvane a vendu 60 pompes à Lusitex.", figure=("60", 60, "pompes"))
    backwards = link(case.documents[::-1], case.readings)
    assert backwards.transfers == case.links().transfers


# Routes


def stops(case: Case) -> list[list[str]]:
    return [[stop.name for stop in leg.stops] for leg in case.links().legs]


def test_a_leg_has_its_places_in_order(case: Case) -> None:
    case.report(
        "Les pompes ont été expédiées de Gênes à Oran via Palerme.",
        "expédiées",
        kind="movement",
        origin="Gênes",
        destination="Oran",
        via="Palerme",
        places=(("Gênes", "of"), ("Oran", "bare"), ("Palerme", "free")),
    )
    assert stops(case) == [["Gênes", "Palerme", "Oran"]]


def test_a_destination_alone_is_no_route(case: Case) -> None:
    case.report(
        "Les pompes ont été expédiées à Oran.",
        "expédiées",
        kind="movement",
        destination="Oran",
        places=(("Oran", "bare"),),
    )
    assert stops(case) == []


def test_ends_told_in_one_breath_behind_the_word_are_the_ends_of_the_way(case: Case) -> None:
    case.report(
        "Les pompes sont expédiées à travers la mer Noire, d'Odessa, en Ukraine, à Varna.",
        "expédiées",
        kind="movement",
        destination="mer Noire",
        places=(("mer Noire", "within"), ("Odessa", "of"), ("Ukraine", "en"), ("Varna", "bare")),
        inside={"Odessa": "Ukraine"},
    )
    assert stops(case) == [["Odessa", "mer Noire", "Varna"]]


def test_places_of_another_sentence_part_are_no_ends(case: Case) -> None:
    case.report(
        "Les pompes ont été expédiées ; le maire d'Odessa, invité hier soir avec les siens, "
        "dîne à Varna.",
        "expédiées",
        kind="movement",
        places=(("Odessa", "of"), ("Varna", "bare")),
    )
    assert stops(case) == []


def test_what_one_says_and_another_denies_at_one_place_are_two_entries(case: Case) -> None:
    text = "Selon Ada, Orvane a livré des turbines de Gand à Brest à Lusitex, ce que Halmer dément."
    key = case.report(
        text,
        "livré",
        source="Ada",
        supplier="Orvane",
        item="turbines",
        recipient="Lusitex",
        origin="Gand",
        destination="Brest",
        places=(("Gand", "bare"), ("Brest", "bare")),
    )
    (said,) = case.readings[key].statements
    event = said.events[0].model_copy(update={"status": "denied"})
    denied = said.model_copy(
        update={
            "id": f"{key}:2",
            "events": (event,),
            "factuality": Factuality.CERTAIN_NOT,
            "denies": True,
        }
    )
    read = case.readings[key].model_copy(update={"statements": (said, denied)})
    case.readings[key] = read
    assert sorted(one[3] for one in case.told()) == ["carried-out", "denied"]
    links = case.links()
    for records in (links.transfers, links.legs):
        assert len({one.id for one in records}) == len(records) == 2
