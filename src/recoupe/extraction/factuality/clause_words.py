"""Words that open, part or condition a clause: "si", "à condition que", "une chose est sûre,"."""

from dataclasses import dataclass

from recoupe.extraction.factuality.phrases import Phrases


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """What opens a clause, makes a condition of it, or stands before it and says nothing.

    Attributes:
        conditions: Phrases that open a condition.
        conditions_of_conditional: Prepositions that do before a conditional.
        no_condition: Nouns behind those that make no condition ("sans surprise").
        granting: Verbs before which a clause with "si" grants something.
        granted_state: Verbs that, in a clause with "si", tell a state and no condition.
        conceding: Words by which a clause with "si" before it grants something.
        purpose_openers: What begins a proposition that is only a purpose.
        asking_openers: What begins a question with an infinitive ("comment réparer").
        not_si, behind_si: Words around "si" where it is no condition.
        asking: Verbs behind which "si" asks.
        schedule: Words of time that make a duty a schedule.
        held: Verbs that tell of a schedule when reflexive ("doit se tenir").
        subordinating: What opens a clause that is not the main one.
        holding_que: Nouns that "que" behind them belongs to ("le fait que").
        subordinating_infinitive: The same before an infinitive.
        opening: All words that may open a clause; none of the others is looked at.
        introducing: What stands before the proposition and says nothing ("une chose est sûre").
        introducing_that: The same with "que", elided or not ("reste que").
        introducing_with: How such words may begin ("permettez-moi de sourire :").
        explaining: Words that open a headline of how or why P.
        naming: Participles that a title in quotation marks stands behind ("intitulée").
    """

    conditions: Phrases
    conditions_of_conditional: frozenset[str]
    no_condition: frozenset[str]
    granting: frozenset[str]
    granted_state: frozenset[str]
    conceding: frozenset[str]
    purpose_openers: frozenset[str]
    asking_openers: frozenset[str]
    not_si: frozenset[str]
    behind_si: tuple[str, ...]
    asking: frozenset[str]
    schedule: frozenset[str]
    held: frozenset[str]
    subordinating: frozenset[str]
    holding_que: frozenset[str]
    subordinating_infinitive: frozenset[str]
    opening: frozenset[str]
    introducing: tuple[str, ...]
    introducing_that: frozenset[str]
    introducing_with: tuple[str, ...]
    explaining: frozenset[str]
    naming: frozenset[str]
