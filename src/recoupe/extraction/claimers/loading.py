"""The pack's words for who can be meant, compiled once."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from recoupe.extraction.claimers.lexicon import Lexicon, Pronoun
from recoupe.extraction.claimers.states import load_states
from recoupe.extraction.claimers.words import told_apart_by
from recoupe.language import Pack


def _inverted(groups: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group, nouns in groups.items():
        for noun in nouns:
            found.setdefault(noun, set()).add(group)
    return {noun: frozenset(names) for noun, names in found.items()}


def _owned(nouns: Sequence[str], possessives: Sequence[str]) -> re.Pattern[str]:
    """Return what finds "son PDG" behind a name, in group 1 what stands between, without names."""
    return re.compile(
        rf"([^\nA-ZÀ-Ý]{{0,120}}\b)(?i:{'|'.join(possessives)})\s+(?i:{'|'.join(nouns)})\b"
    )


def _joining(prepositions: Sequence[str]) -> str:
    """Return a pattern of prepositions up to the word that they govern: "de |d'"."""
    return "|".join(
        f"{form[:-1]}['’]" if form.endswith("'") else f"{form} " for form in prepositions
    )


@cache
def load_lexicon(pack: Pack) -> Lexicon:
    """Return the pack's words for who can be meant, compiled once."""
    words, names = pack.words("sources"), pack.words("firstnames")
    families = _inverted(words["families"])
    circles = _inverted(words["circles"])
    compounds = {
        (first, form): office
        for key, office in words["compounds"].items()
        for first, second in [key.split()]
        # "Le chef de l'Etat"
        for form in (second, told_apart_by(second))
    }
    people = {*words["people"], *words["descriptions"], *words["functions"], *words["anybody"]}
    people |= {noun for group in words["offices"] for noun in group}
    people |= {*circles, *compounds.values(), *words["anonymous"], *words["parts_in_a_case"]}
    bodies = {*words["bodies"], *words["media"], *families}
    people -= set(compounds.values()) & bodies
    # "Le conseil" is a lawyer, and far more often a council.
    people -= set(words["bodies"]) - set(words["people"])
    documents = frozenset(words["documents"]) - bodies
    wares = "|".join(pack.words("names")["nouns_before"]["PROD"])
    callings_of_firms = frozenset(n for n in people if "firm" in families.get(n, ()))
    return Lexicon(
        families=families,
        circles=circles,
        # "le conseil", "le cadre" are met as both; a person only where a list of people has it.
        people=frozenset(people),
        bodies=frozenset(bodies) - people | (bodies & people & set(words["bodies"])),
        documents=documents,
        known=frozenset(people | bodies | documents),
        functions=(
            frozenset(words["functions"])
            | (frozenset(compounds.values()) - frozenset(words["descriptions"]))
        ),
        sites=frozenset(words["sites"]),
        high_offices=frozenset(words["high_offices"]),
        parts_in_a_case=frozenset(words["parts_in_a_case"]),
        anybody=frozenset(words["anybody"]),
        anonymous=frozenset(words["anonymous"]),
        descriptions=frozenset(words["descriptions"]),
        compounds=compounds,
        pronouns={word: Pronoun(**told) for word, told in words["pronouns"].items()},
        only_as_source=frozenset(words["only_as_source"]),
        near_nouns=frozenset(words["near_nouns"]),
        joining=frozenset(words["joining"]),
        and_word=words["joining"][0],
        counts=words["counts"],
        ordinals=words["ordinals"],
        of_two=frozenset(words["of_two"]),
        pairs=frozenset(words["pairs"]),
        amounts=frozenset(words["amounts"]),
        carriers=frozenset(words["carriers"]),
        copulas=frozenset(words["copulas"]),
        one_of=frozenset(words["one_of"]),
        of=frozenset(words["of"]),
        nobody=frozenset(words["nobody"]),
        determiners={kind: frozenset(forms) for kind, forms in words["determiners"].items()},
        same=frozenset(words["same"]),
        continuing=frozenset(words["continuing"]),
        founded=frozenset(words["founded"]),
        seated=re.compile(
            rf",\s(?:{'|'.join(words['seated'])})\s(?:\w+\s(?:\w+\s)?\d{{4}}\s)?"
            rf"(?:{_joining(words['at'])})([^\W\d_a-zà-ÿ][\w'’-]+)"
        ),
        being=frozenset(words["being"]),
        written=frozenset(words["written"]),
        outlet_words=frozenset(words["outlet_words"]),
        civilities=frozenset(words["civilities"]),
        callings=words["callings"],
        feminine_civilities=frozenset(words["feminine_civilities"]),
        masculine_civilities=frozenset(words["masculine_civilities"]),
        feminine_nouns=frozenset(words["feminine_nouns"]),
        callings_of_bodies={
            noun: frozenset(group["bodies"])
            for group in words["callings_of_bodies"]
            for noun in group["nouns"]
        },
        firm_forms=frozenset(words["firm_forms"]),
        firm_trades=frozenset(words["firm_trades"]),
        part_in_a_trade=frozenset(words["part_in_a_trade"]),
        running=frozenset(told_apart_by(word) for word in words["running"]),
        foreign_articles=frozenset(words["foreign_articles"]),
        owned_by_firms=_owned(words["owned_by_firms"], words["determiners"]["possessive"]),
        firm_parts=frozenset(words["firm_parts"]),
        rank_adjectives=frozenset(words["rank_adjectives"]),
        so_called=frozenset(words["so_called"]),
        governing=frozenset(words["governing"]),
        opening=frozenset(words["opening"]),
        particles=frozenset(words["particles"]),
        inner_particles=frozenset(words["inner_particles"]),
        family_names_first=frozenset(words["family_names_first"]),
        joined_particles=frozenset(words["joined_particles"]),
        addressing=frozenset(words["addressing"]),
        beyond_name=frozenset(words["beyond_name"]),
        hanging=frozenset(words["hanging"]),
        articles=frozenset(words["articles"]),
        joints=frozenset(words["joints"]),
        no_names=frozenset(words["no_names"]),
        ages=frozenset(words["ages"]),
        phrasal=frozenset(words["phrasal"]),
        leading_on=re.compile(rf"\s(?:{'|'.join(words['leading_on'])})$"),
        nouns_before=re.compile(
            rf"(?:(\w++) (?:{_joining(words['of_alone'])})\w++ (?:\w++ )?|(\w++) (\w++) |(\w++) )$"
        ),
        feminine_endings=tuple((ending, put) for ending, put in words["feminine_endings"]),
        feminine_tails=tuple(ending for ending, _ in words["feminine_endings"]),
        any_document=frozenset(words["any_document"]),
        portfolios=frozenset(words["portfolios"]),
        inside_only=frozenset(words["inside_only"]),
        person_endings=tuple(words["person_endings"]),
        thing_endings=tuple(words["thing_endings"]),
        before_bodies=frozenset(words["before_bodies"]),
        namesakes=frozenset(words["namesakes"]),
        named_after=frozenset(words["named_after"]),
        never_sources=frozenset(words["never_sources"]),
        measures=frozenset(words["measures"]),
        either_kind=frozenset(words["either_kind"]) | callings_of_firms,
        callings_of_firms=callings_of_firms,
        wares_before=re.compile(
            rf"\b(?i:(?:{wares})s?(?: [^\W\d_A-ZÀ-Ý][\w-]*)?(?:,? (?:le |la |l['’]))?"
            rf"|(?:{'|'.join(words['parts_of_ships'])})s? (?:{_joining(words['of'])}"
            rf"|(?:{_joining(words['of_alone'])})(?:l['’]|la )))"
            r" ?[«“\"]?\s?$"
        ),
        wares_behind=re.compile(
            rf"[»”\"]?,? (?:{'|'.join(words['one_of'])}) (?:\w+ )?(?:{wares})\b"
        ),
        relatives=frozenset(words["relatives"]),
        sayings=frozenset(words["sayings"]),
        masculine_nouns=frozenset(words["masculine_nouns"]),
        speaking_participles=frozenset(words["speaking_participles"]),
        offices=_inverted({str(k): group for k, group in enumerate(words["offices"])}),
        former=frozenset(words["former"]),
        nationalities=frozenset(load_states(pack).adjectives),
        offices_of_states=frozenset(words["offices_of_states"]),
        of_states=frozenset(words["of_states"]),
        topic_markers=frozenset(words["topic_markers"]),
        either_names=frozenset(re.split(r"\s+", names["either"].strip())),
        feminine_names=frozenset(re.split(r"\s+", names["feminine"].strip())),
        masculine_names=frozenset(re.split(r"\s+", names["masculine"].strip())),
    )
