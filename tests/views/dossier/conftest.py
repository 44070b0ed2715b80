"""An invented affair, built by hand: a dam, a wire reprinted, a denial, and hostile input."""

from hashlib import sha256

import pytest

from recoupe.model import (
    Basis,
    Case,
    Citation,
    Claim,
    ClaimRelation,
    Dating,
    Document,
    Entity,
    Event,
    Factuality,
    Lineage,
    Links,
    Located,
    Mention,
    Origin,
    Passage,
    Quantity,
    Reading,
    Reason,
    Role,
    Skipped,
    Source,
    Span,
    Statement,
    TimeValue,
)

SCRIPT = "</script><script>alert('texte')</script>"

WIRE = """Le barrage de Sarrevente fissuré sur quarante mètres

La préfète Hélène Marchadier a déclaré mardi que le parement du barrage présentait des fissures \
sur une quarantaine de mètres. « Nous avons abaissé la retenue depuis le 10 mars », a-t-elle ajouté.

Selon un ingénieur qui a requis l'anonymat, l'exploitant aurait été averti dès novembre 2022 par \
un rapport interne.

Environ 1 200 habitants ont été évacués de la vallée."""

PAGE = f"""Accueil
Politique
Sports
S'abonner
Connexion
Partager cet article
La Gazette des Monts
Barrage : quarante mètres de fissures {SCRIPT}

La préfète Hélène Marchadier a déclaré mardi que le parement du barrage présentait des fissures \
sur une quarantaine de mètres. « Nous avons abaissé la retenue depuis le 10 mars », a-t-elle ajouté.

<img src=x onerror=alert(1)> a été évacué.

Lire aussi : le ski de printemps"""

COPY = WIRE.replace("Le barrage de Sarrevente fissuré", "Sarrevente : un barrage fissuré").replace(
    "Environ 1 200 habitants", "Près de 1 200 riverains"
)

SUMMARY = """Selon l'Agence Littoral, le barrage de Sarrevente présente des fissures sur une \
quarantaine de mètres. L'agence affirme que \
la préfète Hélène Marchadier a fait abaisser la retenue."""

DENIAL = """Hydralis dément avoir été averti

L'exploitant Hydralis a démenti jeudi avoir été averti de désordres avant mars. « Aucun rapport \
interne n'a signalé de fissure », a assuré sa directrice Inès Kerbrat, qui juge possible une \
remise en eau avant l'été.

Le ministère de l'Énergie a qualifié de « sans fondement » les accusations contre l'exploitant."""

BLOG = """Rives libres dit avoir compté 1 450 évacués entre le 9 et le 14 mars.

Après avoir d'abord nié toute alerte, Hydralis a reconnu qu'une note circulait en novembre 2022.

Le préfet aurait selon elle dit que « le maire a menti »."""


def span(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


class Builder:
    """One report and its statements, with spans found by their words."""

    def __init__(self, file: str, text: str, **fields: object) -> None:
        digest = sha256(f"{file}{text}".encode()).hexdigest()
        basis = {"published_basis": "metadata"} if fields.get("published") else {}
        self.document = Document.model_validate(
            {"id": digest[:16], "file": file, "text": text, "sha256": digest, **basis, **fields}
        )
        self.text = text
        self.id = self.document.id
        self.statements: list[Statement] = []
        self.doubts: tuple[Reason, ...] = ()
        self.body: tuple[Span, ...] = ()
        self.headline: Span | None = None

    def span(self, words: str) -> Span:
        return span(self.text, words)

    def source(self, words: str, kind: str = "person", name: str = "", **fields: object) -> Source:
        return Source.model_validate(
            {"span": self.span(words), "kind": kind, "name": name or words, **fields}
        )

    def say(self, words: str, *sources: Source, cue: str = "", **fields: object) -> str:
        content = self.span(words)
        start = self.text.rfind("\n", 0, content.start) + 1
        end = self.text.find("\n", content.end)
        statement = Statement.model_validate(
            {
                "id": f"{self.id}:{content.start}-{content.end}",
                "document": self.id,
                "content": content,
                "sentence": Span(start, end if end >= 0 else len(self.text)),
                "cue": self.span(cue) if cue else None,
                "sources": sources,
                **fields,
            }
        )
        self.statements.append(statement)
        return statement.id

    @property
    def reading(self) -> Reading:
        return Reading(
            document=self.id,
            version="1",
            body=self.body,
            headline=self.headline,
            dating=Dating(
                value=self.document.published,
                basis=self.document.published_basis,
                doubts=self.doubts,
            ),
            mentions=(Mention(span=Span(0, 5), schema_name="Thing", name="x"),),
            statements=tuple(self.statements),
            citations=(
                Citation(span=Span(0, 5), name="x", reason=Reason(rule="credit-line", words="x")),
            ),
        )


FISSURES = "le parement du barrage présentait des fissures sur une quarantaine de mètres"
LOWERED = "Nous avons abaissé la retenue depuis le 10 mars"
WARNED = "l'exploitant aurait été averti dès novembre 2022 par un rapport interne"


def _wire_statements(report: Builder) -> dict[str, str]:
    prefect = report.source("La préfète Hélène Marchadier", name="Hélène Marchadier")
    ids = {
        "fissures": report.say(
            FISSURES,
            prefect,
            cue="a déclaré",
            quotation="indirect",
            quantities=(
                Quantity(
                    span=report.span("une quarantaine de mètres"),
                    low=35,
                    high=45,
                    unit="m",
                    approximate=True,
                    reasons=(Reason(rule="approximate-numeral", words="une quarantaine"),),
                ),
            ),
            times=(
                TimeValue(
                    span=report.span("mardi"),
                    value="2023-03-14",
                    earliest="2023-03-14",
                    latest="2023-03-14",
                    role="speech",
                    basis="inferred",
                    reasons=(Reason(rule="weekday-before-report", words="mardi"),),
                ),
            ),
            reasons=(Reason(rule="subject-of-saying-verb", words="a déclaré"),),
            factuality_reasons=(Reason(rule="plain-indicative", words="présentait"),),
        ),
        "lowered": report.say(
            LOWERED,
            report.source("elle", name="Hélène Marchadier", reasons=(Reason(rule="pronoun"),)),
            cue="a-t-elle ajouté",
            quotation="direct",
            times=(
                TimeValue(
                    span=report.span("depuis le 10 mars"),
                    value="2023-03-10/..",
                    earliest="2023-03-10",
                    latest=None,
                ),
            ),
        ),
    }
    if "ingénieur" in report.text:
        ids["warned"] = report.say(
            WARNED,
            report.source(
                "un ingénieur qui a requis l'anonymat", "unnamed", candidates=("Paul X", "Luc Y")
            ),
            cue="Selon",
            quotation="indirect",
            factuality=Factuality.POSSIBLE,
            factuality_reasons=(Reason(rule="conditional-of-hearsay", words="aurait été averti"),),
            basis=Basis(kind="document", span=report.span("un rapport interne")),
            times=(
                TimeValue(
                    span=report.span("dès novembre 2022"),
                    value="2022-11",
                    earliest="2022-11-01",
                    latest="2022-11-30",
                ),
            ),
        )
    return ids


@pytest.fixture(scope="session")
def case() -> Case:
    return build_case()


def build_case() -> Case:
    wire = Builder(
        "agence.txt", WIRE, title="Le barrage de Sarrevente fissuré sur quarante mètres",
        publisher="Agence Littoral", published="2023-03-14", url="https://littoral.example/1?a=1&b=2",
    )  # fmt: skip
    wire.headline = wire.span("Le barrage de Sarrevente fissuré sur quarante mètres")
    copy = Builder(
        "courrier.html", COPY, title="Sarrevente : un barrage fissuré sur quarante mètres",
        publisher="Le Courrier de l'Ourve", published="2023-03-15",
    )  # fmt: skip
    page = Builder(
        "<svg onload=alert(5)>.html", PAGE, title="<img src=x onerror=alert(1)> Barrage & fissures",
        publisher='"><script>alert(2)</script>', published="2023-03-15", url="javascript:alert(4)",
        notes=(Reason(rule="declared-encoding-wrong", words="latin-1 <b>"),),
    )  # fmt: skip
    page.body = (page.span("La préfète Hélène Marchadier"), page.span("<img src=x onerror"))
    summary = Builder(
        "radio.txt", SUMMARY, title="Des fissures à Sarrevente", publisher="Radio Vallée",
        published="2023-03-16",
    )  # fmt: skip
    denial = Builder(
        "eclair.txt", DENIAL, title="Hydralis dément avoir été averti", publisher="L'Éclair",
        published="2023-03-16",
    )  # fmt: skip
    blog = Builder("blog.txt", BLOG)
    blog.doubts = (Reason(rule="date-after-latest-report", words="2031-01-01"),)

    first, second, third = (_wire_statements(one) for one in (wire, copy, page))
    evacuated = wire.say(
        "Environ 1 200 habitants ont été évacués de la vallée",
        quantities=(
            Quantity(
                span=wire.span("Environ 1 200 habitants"), low=1200, high=1200, approximate=True,
                of=wire.span("habitants"),
            ),
        ),
    )  # fmt: skip
    evacuated_copy = copy.say("Près de 1 200 riverains ont été évacués de la vallée")
    hostile = page.say("<img src=x onerror=alert(1)> a été évacué")
    agency = summary.source("l'Agence Littoral", "organisation", "Agence Littoral")
    said_by_agency = summary.say(
        "le barrage de Sarrevente présente des fissures sur une quarantaine de mètres", agency,
        cue="Selon", quotation="indirect",
    )  # fmt: skip
    prefect = summary.source("la préfète Hélène Marchadier", name="Hélène Marchadier")
    lowered_by_agency = summary.say(
        "la préfète Hélène Marchadier a fait abaisser la retenue",
        prefect,
        summary.source("L'agence", "organisation", "Agence Littoral"),
        cue="affirme que",
        events=(
            Event(
                type="construction", status="done", trigger=summary.span("abaisser"),
                roles={"work": (Role(span=summary.span("la retenue"), name="la retenue"),)},
            ),
        ),
    )  # fmt: skip
    hydralis = denial.source("L'exploitant Hydralis", "organisation", "Hydralis")
    not_warned = denial.say(
        "avoir été averti de désordres avant mars", hydralis, cue="a démenti",
        quotation="indirect", factuality=Factuality.CERTAIN_NOT, denies=True,
        factuality_reasons=(Reason(rule="denial-verb", words="a démenti"),),
        times=(
            TimeValue(
                span=denial.span("avant mars"), value="../2023-02-28", earliest=None,
                latest="2023-02-28",
            ),
        ),
    )  # fmt: skip
    no_report = denial.say(
        "Aucun rapport interne n'a signalé de fissure",
        denial.source("sa directrice Inès Kerbrat", name="Inès Kerbrat"),
        cue="a assuré", quotation="direct", factuality=Factuality.CERTAIN_NOT,
    )  # fmt: skip
    refill = denial.say(
        "une remise en eau avant l'été", denial.source("sa directrice Inès Kerbrat",
        name="Inès Kerbrat"), cue="juge possible", factuality=Factuality.POSSIBLE,
        times=(TimeValue(span=denial.span("avant l'été"), value=None),),
    )  # fmt: skip
    unfounded = denial.say(
        "les accusations contre l'exploitant",
        denial.source("Le ministère de l'Énergie", "organisation", "ministère de l'Énergie"),
        cue="a qualifié de « sans fondement »", quotation="mixed", denies=True,
        factuality=Factuality.CERTAIN_NOT,
    )  # fmt: skip
    counted = blog.say(
        "avoir compté 1 450 évacués entre le 9 et le 14 mars",
        blog.source("Rives libres", "organisation"), cue="dit",
        quantities=(Quantity(span=blog.span("1 450 évacués"), low=1450, high=1450,
                             of=blog.span("évacués")),),
        times=(
            TimeValue(
                span=blog.span("entre le 9 et le 14 mars"), value="2023-03-09/2023-03-14",
                earliest="2023-03-09", latest="2023-03-14", basis="inferred",
            ),
        ),
    )  # fmt: skip
    admitted = blog.say(
        "qu'une note circulait en novembre 2022", blog.source("Hydralis", "organisation"),
        cue="a reconnu",
    )  # fmt: skip
    outer = blog.say(
        "Le préfet aurait selon elle dit que « le maire a menti »", factuality=Factuality.POSSIBLE
    )
    crossing = blog.say(
        "dit que « le maire", blog.source("elle", "unnamed"), factuality=Factuality.UNDERSPECIFIED
    )
    inner = blog.say("le maire a menti", blog.source("Le préfet"))

    reports = [wire, copy, page, summary, denial, blog]
    prefect_origin = Origin(
        id="o-prefect", kind="person", name="Hélène Marchadier",
        reasons=(Reason(rule="same-source-in-reprints", words="Hélène Marchadier"),),
    )  # fmt: skip
    engineer = Origin(id="o-engineer", kind="unnamed", name="un ingénieur <i>anonyme</i>")

    def claim(number: int, text: str, ids: list[str], *origins: Origin, **fields: object) -> Claim:
        owners = dict.fromkeys(id_.split(":")[0] for id_ in ids)
        return Claim.model_validate(
            {"id": f"k{number}", "text": text, "statements": ids, "documents": tuple(owners),
             "origins": origins, **fields}
        )  # fmt: skip

    def outlet(name: str) -> Origin:
        return Origin(id=f"o-{name}", kind="outlet", name=name)

    def relation(to: int, kind: str, rule: str) -> ClaimRelation:
        return ClaimRelation.model_validate(
            {"claim": f"k{to}", "relation": kind, "reasons": (Reason(rule=rule, words="averti"),)}
        )

    claims = (
        claim(
            1, FISSURES,
            [first["fissures"], second["fissures"], third["fissures"], said_by_agency],
            prefect_origin,
            reasons=(Reason(rule="same-words", words="fissures sur une quarantaine de mètres"),),
        ),
        claim(
            2, LOWERED,
            [first["lowered"], second["lowered"], third["lowered"], lowered_by_agency],
            prefect_origin,
        ),
        claim(3, WARNED, [first["warned"], second["warned"]], engineer),
        claim(4, "Environ 1 200 habitants ont été évacués de la vallée",
              [evacuated, evacuated_copy, counted], outlet("Agence Littoral"),
              Origin(id="o-rives", kind="organisation", name="Rives libres")),
        claim(5, "avoir été averti de désordres avant mars", [not_warned], outlet("Hydralis"),
              relations=(relation(3, "refutes", "denial-of-shared-content"),)),
        claim(6, "Aucun rapport interne n'a signalé de fissure", [no_report], outlet("Kerbrat")),
        claim(7, "une remise en eau avant l'été", [refill], outlet("Kerbrat")),
        claim(8, "les accusations contre l'exploitant", [unfounded], outlet("ministère"),
              relations=(relation(3, "refutes", "denial-of-shared-content"),
                         relation(404, "supports", "leads-nowhere"))),
        claim(9, "qu'une note circulait en novembre 2022", [admitted], outlet("Hydralis"),
              relations=(relation(5, "changes", "same-source-later"),
                         relation(3, "supports", "shared-content"))),
        claim(10, "Le préfet aurait selon elle dit que « le maire a menti »", [outer],
              outlet("blog")),
        claim(11, "le maire a menti", [inner, crossing], outlet("préfet")),
        claim(12, "<img src=x onerror=alert(1)> a été évacué", [hostile], outlet("Gazette")),
    )  # fmt: skip
    common = span(WIRE, "La préfète Hélène Marchadier a déclaré mardi que " + FISSURES)
    lineage = (
        Lineage(
            document=copy.id, on=wire.id, relation="copy", score=0.94,
            reasons=(Reason(rule="shared-passages", words="94 %"),
                     Reason(rule="published-later", words="2023-03-15")),
            passages=(
                Passage(document=Span(0, len(COPY)), on=Span(0, len(WIRE))),
            ),
        ),
        Lineage(
            document=page.id, on=wire.id, relation="excerpt", score=0.61,
            reasons=(Reason(rule="shared-passages", words="61 %"),),
            passages=(Passage(document=span(PAGE, common.of(WIRE)), on=common),),
        ),
        Lineage(
            document=summary.id, on=wire.id, relation="summary", score=0.4,
            reasons=(Reason(rule="cited-outlet", words="l'Agence Littoral"),),
            cites=span(SUMMARY, "l'Agence Littoral"),
        ),
        Lineage(
            document=blog.id, on="origin:<b>Le Progrès de l'Ourve</b>", relation="citation",
            score=1, reasons=(Reason(rule="cited-outlet"),), cites=span(BLOG, "Rives libres"),
        ),
    )  # fmt: skip
    entity = Entity(
        id="e1", schema_name="Person", name="Hélène Marchadier", aliases=("la préfète",),
        mentions=(Located(document=wire.id, span=wire.span("Hélène Marchadier")),),
    )  # fmt: skip
    place = Entity(
        id="e2", schema_name="Address", name="Sarrevente<script>alert(6)</script>",
        mentions=(Located(document=wire.id, span=wire.span("Sarrevente")),) * 3,
    )  # fmt: skip
    return Case(
        documents=tuple(report.document for report in reports),
        readings={report.id: report.reading for report in reports},
        links=Links(
            entities=(entity, place),
            source_entities={first["fissures"]: ("e1",), first["lowered"]: ("e1",),
                             second["fissures"]: ("e1",), second["lowered"]: ("e1",),
                             third["fissures"]: ("e1",), third["lowered"]: ("e1",),
                             lowered_by_agency: ("e1", None)},
            lineage=lineage,
            claims=claims,
        ),
        skipped=(
            Skipped(file="vide.txt", problem="the file is empty", remedy="check the download"),
            Skipped(file="<b>image</b>.png", problem="not a text", remedy=SCRIPT),
            Skipped(file="metadata.csv", problem="'32 mars' is no date", fatal=False),
        ),
        name="Le barrage de Sarrevente",
    )  # fmt: skip
