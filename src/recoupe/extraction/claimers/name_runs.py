"""Names that the pipeline did not see, behind a noun that says what they name."""

from recoupe.extraction import grammar
from recoupe.extraction.tokens import Token

_NAME_REACH = 9


def name_run(token: Token) -> list[Token]:
    """Return the name behind a noun and what describes it: "le fonds d'investissement Orka"."""
    run: list[Token] = []
    end = min(grammar.sentence_end(token), token.i + _NAME_REACH)
    for following in token.doc[token.i + 1 : end]:
        before = following.nbor(-1)
        capital = following.text[:1].isupper()
        if run:
            particle = following.lower_ in {"du", "de"} and following.i + 1 < end
            if capital or (particle and following.nbor(1).text[:1].isupper()):
                run.append(following)
                continue
            break
        if following.ent_type_:
            break
        governed = before.pos_ == "ADP" or (before.pos_ == "DET" and before.nbor(-1).pos_ == "ADP")
        if capital and following.pos_ in {"PROPN", "DET", "X"} and not governed:
            run.append(following)
            continue
        stray = following.pos_ == "DET" and before.pos_ != "ADP"
        if stray or following.pos_ not in {"ADJ", "ADP", "NOUN", "DET"}:
            break
    while run and run[-1].pos_ in {"ADP", "DET"}:
        run.pop()
    return run
