"""The page itself: templates, style and script put together, closed to everything outside."""

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import groupby, islice

from markupsafe import Markup, escape

from recoupe.model import Case
from recoupe.ontology import goods
from recoupe.questions import Past
from recoupe.views.dossier import dates, figures
from recoupe.views.dossier.atlas.outlines import country_name
from recoupe.views.dossier.chronology import chronology
from recoupe.views.dossier.denials import denials
from recoupe.views.dossier.evidence import exhibits
from recoupe.views.dossier.excerpt import excerpt
from recoupe.views.dossier.index import Index
from recoupe.views.dossier.leads import leads
from recoupe.views.dossier.lean import Lean
from recoupe.views.dossier.maps import charts
from recoupe.views.dossier.places import places
from recoupe.views.dossier.questions import CLAIMS_LISTED, asked
from recoupe.views.dossier.series import counted
from recoupe.views.dossier.stemma import stemma
from recoupe.views.dossier.transfers import exchanges
from recoupe.views.dossier.walk import ClaimView, Said, Speaker
from recoupe.views.labels import get_labels

SECTIONS = (
    "overview",
    "claims",
    "figures",
    "timeline",
    "transfers",
    "evidence",
    "map",
    "lineage",
    "denials",
    "questions",
    "reports",
    "sources",
    "unread",
)
STYLES = ("dossier.css", "questions.css", "figures.css", "transfers.css", "evidence.css")
# HTML forbids control characters and XML-like tools choke on them: they are shown, not hidden.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_ENTITIES = (("&", "&amp;"), (">", "&gt;"), ("<", "&lt;"), ("'", "&#39;"), ('"', "&#34;"))
# Labels, names and addresses stand in a page again and again: each is escaped once.
_KNOWN: dict[str, str] = {}
_SHORT, _MOST_KNOWN = 64, 50_000
# Names listed in the view of sources; the export has them all.
NAMES_LISTED = 200
OVERVIEW_CLAIMS = 6
_AT_ONCE = 500


def render(case: Case, lang: str = "fr", past: Past | None = None) -> str:
    """Return a case as one self-contained HTML page.

    Args:
        case: The case.
        lang: ISO 639-1 code of the interface's language; the reports keep theirs.
        past: What people decided and what its last build changed, where that is to be shown.

    Returns:
        The page. It loads nothing, runs nothing but its own script, and every
        word of the case stands in it as text.

    Raises:
        UsageError: The interface does not speak ``lang``.
    """
    return "".join(parts(case, lang, past))


def parts(case: Case, lang: str = "fr", past: Past | None = None) -> Iterator[str]:
    """Return the page of :func:`render` in parts, which fill tens of megabytes.

    Args:
        case: The case.
        lang: ISO 639-1 code of the interface's language.
        past: As for :func:`render`.

    Raises:
        UsageError: The interface does not speak ``lang``.
    """
    labels = get_labels(lang)
    past = past or Past()
    whole, case = case, excerpt(case)
    index = Index(case, past.judgements, whole)
    found = places(index)
    answers = asked(index, past)
    exchanged = exchanges(index)
    series = counted(index, labels)
    found_things = exhibits(index)
    denied = denials(index)
    empty = {"questions": not answers, "figures": not series, "transfers": not exchanged}
    empty["evidence"] = not found_things
    style = "".join(map(_asset, STYLES))
    script = _asset("dossier.js") + _asset("transfers.js")
    names = [entity for entity in case.links.entities if entity.mentions]
    names.sort(key=lambda entity: (-len(entity.mentions), entity.name.casefold()))
    pieces = (
        _environment()
        .get_template("page.html.j2")
        .generate(
            case=case,
            whole=whole,
            index=index,
            labels=labels,
            sections=[one for one in SECTIONS if not empty.get(one)],
            exchanges=exchanged,
            counted=series,
            exhibits=found_things,
            asked=answers,
            claims_listed=CLAIMS_LISTED,
            style=Markup(style),
            script=Markup(script),
            policy=_policy(style, script),
            claims=[view for view in index.claims if not view.lone],
            lone=[view for view in index.claims if view.lone],
            most=[v for v in index.claims if v.least_origins > 1][:OVERVIEW_CLAIMS],
            echoes=_echoes(index)[:OVERVIEW_CLAIMS],
            origins={origin.id for view in index.claims for origin in view.origins},
            all_origins={origin.id for claim in whole.links.claims for origin in claim.origins},
            drawing={edge.document for edge in case.links.lineage},
            period=_period(index, lang),
            chronology=chronology(index, labels),
            stemma=stemma(index),
            denials=denied,
            leads=leads(answers, denied, series, labels),
            places=found,
            charts=charts(found, lang, exchanged.ways),
            country_name=lambda code: country_name(code, lang),
            words_of_position=lambda up, right: _position(up, right, lang),
            speakers=_by_kind(index),
            names=names[:NAMES_LISTED],
            words_of_date=lambda value: dates.in_words(value, lang),
            words_of_day=lambda day: dates.in_words(day.isoformat(), lang) if day else "",
            words_of_figure=lambda quantity: figures.in_words(quantity, labels),
            goods_code=lambda code: _goods_code(code, lang),
            signs_of_figure=lambda quantity: figures.in_signs(quantity, labels),
            by_report=_by_report,
        )
    )
    return _joined(pieces)


def _joined(pieces: Iterator[str]) -> Iterator[str]:
    """Yield longer parts: a template yields a few characters at a time."""
    while some := list(islice(pieces, _AT_ONCE)):
        yield "".join(some)


@cache
def _asset(name: str) -> str:
    return (files(__package__) / "static" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Lean:
    return Lean("recoupe.views.dossier", _shown)


def _shown(value: object) -> str:
    """Return a thing as it stands in the page: escaped, unless it is markup."""
    kind = type(value)
    if kind is str:
        known = _KNOWN.get(value)  # type: ignore[call-overload]
        return _escaped(value) if known is None else known  # type: ignore[arg-type]
    if kind is int:
        return str(value)
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _escaped(str(value))
    return escape(value)


def _escaped(words: str) -> str:
    shown = words if words.isprintable() else _CONTROLS.sub("\ufffd", words)
    # As `escape` does it, which makes an object of its own of each piece.
    for mark, entity in _ENTITIES:
        shown = shown.replace(mark, entity)
    if len(words) <= _SHORT and len(_KNOWN) < _MOST_KNOWN:
        _KNOWN[words] = shown
    return shown


def _policy(style: str, script: str) -> str:
    """Return the Content-Security-Policy that allows this style and script and nothing else."""

    def allow(source: str) -> str:
        digest = hashlib.sha256(source.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"

    return (
        f"default-src 'none'; style-src {allow(style)}; script-src {allow(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _position(latitude: float, longitude: float, lang: str) -> str:
    """Return a position as no finer than a newspaper means it: "55,8° N, 37,6° E"."""
    labels = get_labels(lang)
    up = labels("north" if latitude >= 0 else "south", n=labels.number(round(abs(latitude), 1)))
    side = labels("east" if longitude >= 0 else "west", n=labels.number(round(abs(longitude), 1)))
    return f"{up}, {side}"


def _goods_code(code: str, lang: str) -> str:
    """Return a code of the Harmonised System with its tier where it is watched most."""
    tier = goods.tier_of(code)
    shown = goods.written(code)
    return shown if tier is None else get_labels(lang)("goods_tier", code=shown, tier=tier)


def _period(index: Index, lang: str) -> str:
    days = sorted(report.day for report in index.reports if report.day)
    if not days:
        return ""
    first, last = days[0].isoformat(), days[-1].isoformat()
    return dates.in_words(first if first == last else f"{first}/{last}", lang)


def _echoes(index: Index) -> list[ClaimView]:
    return sorted((view for view in index.claims if view.echo), key=lambda v: -v.carried)


def _by_kind(index: Index) -> dict[str, list[Speaker]]:
    found: dict[str, list[Speaker]] = {}
    for speaker in index.speakers:
        found.setdefault(speaker.kind, []).append(speaker)
    order = ("person", "organisation", "unnamed", "document", "outlet")
    return {kind: found[kind] for kind in order if kind in found}


def _by_report(said: list[Said]) -> list[list[Said]]:
    """Return statements in runs of the same report."""
    return [list(run) for _, run in groupby(said, key=lambda one: one.report.anchor)]
