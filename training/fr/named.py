"""Names in the treebanks, by a table of the names met there and judged."""

from pathlib import Path

from recoupe.evaluation.conllu import Tree, Word

_TABLE = Path(__file__).parent / "names.tsv"
_LINKS = frozenset(
    ["de", "du", "la", "le", "l'", "d'", "des", "les", "von", "van", "y", "of", "the"]
)
# Common nouns that begin the name of a public body; whether they do is not annotated.
_BODIES = frozenset(
    [
        "ministère",
        "gouvernement",
        "armée",
        "présidence",
        "police",
        "parquet",
        "tribunal",
        "préfecture",
        "mairie",
        "cour",
        "conseil",
        "commission",
        "parlement",
        "chambre",
        "banque",
        "agence",
        "université",
        "institut",
        "école",
        "parti",
        "association",
        "syndicat",
        "marine",
        "justice",
        "diplomatie",
        "état-major",
        "guerre",
        "coupe",
        "salon",
        "festival",
        "comité",
    ]
)
# Capitalised nouns whose names go on in small letters: Union européenne, Conseil de sécurité.
_GOES_ON = frozenset(
    [
        "Union",
        "Commission",
        "Parlement",
        "Conseil",
        "Assemblée",
        "Cour",
        "Chambre",
        "Banque",
        "Agence",
        "Ministère",
        "Première",
        "Seconde",
        "Deuxième",
        "Garde",
    ]
)
_CIVILITIES = frozenset(("M.", "MM.", "Mme", "Mlle", "Dr", "Dr.", "Me", "Monsieur", "Madame"))
_TAIL = 6


class Tagger:
    """Gives a tree's words their tags, "" where it is not known whether they name."""

    def __init__(self) -> None:
        rows = [
            line.split("\t")
            for line in _TABLE.read_text(encoding="utf-8").splitlines()
            if line and not line.startswith("#")
        ]
        self.labels = dict(rows)

    def __call__(self, tree: Tree) -> list[str]:
        """Return one IOB tag a word; empty where nothing is known."""
        words = tree.words
        tags = ["O"] * len(words)
        for at, word in enumerate(words):
            if word.form in _BODIES:
                self._doubt(words, tags, at)
        for start, end in runs(words):
            label = self.labels.get(" ".join(word.form for word in words[start:end]))
            if label is None:
                tags[start:end] = [""] * (end - start)
            elif label != "O" and "" not in tags[start:end]:
                first, last = start, end
                if words[start].form in _GOES_ON:
                    last = _stretch(words, start, end)
                while label == "PER" and first < end - 1 and words[first].form in _CIVILITIES:
                    first += 1
                tags[first:last] = [f"B-{label}"] + [f"I-{label}"] * (last - first - 1)
        return tags

    @staticmethod
    def _doubt(words: list[Word], tags: list[str], at: int) -> None:
        for place in range(at, min(len(words), at + _TAIL)):
            if place > at and words[place].upos not in {"ADJ", "ADP", "DET", "NOUN", "PROPN"}:
                break
            tags[place] = ""


def runs(words: list[Word]) -> list[tuple[int, int]]:
    """Return where words that may name stand together, with the small words that link them."""

    def names(at: int) -> bool:
        word = words[at]
        return word.upos == "PROPN" or (
            at > 0 and word.upos in {"X", "NOUN", "ADJ"} and word.form[:1].isupper()
        )

    found = []
    at = 0
    while at < len(words):
        if not names(at) or words[at].form[:1].islower():
            at += 1
            continue
        end = at + 1
        while end < len(words):
            links = 0
            while links < 2 and end + links < len(words) and words[end + links].form in _LINKS:
                links += 1
            if end + links < len(words) and names(end + links):
                end += links + 1
            else:
                break
        found.append((at, end))
        at = end
    return found


def _stretch(words: list[Word], start: int, end: int) -> int:
    """Return the end of a name whose adjectives or complement are in small letters."""
    inside = set(range(start, end))
    while end < len(words) and end - start < _TAIL:
        word = words[end]
        if word.upos == "ADJ" and word.head in inside:
            inside.add(end)
            end += 1
        elif (
            word.form in {"de", "des", "d'"}
            and end + 1 < len(words)
            and words[end + 1].upos == "NOUN"
            and words[end + 1].head in inside
        ):
            inside |= {end, end + 1}
            end += 2
        else:
            break
    return end
