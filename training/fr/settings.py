"""What is trained and how long: one place to turn the knobs."""

from dataclasses import dataclass

CONFIG = """
[nlp]
lang = "fr"
pipeline = ["recoupe_fr_sentences","recoupe_fr_hide_blanks","tok2vec","morphologizer",
    "parser","ner","recoupe_fr_lemmas","recoupe_fr_restore_blanks"]
batch_size = 64

[nlp.tokenizer]
@tokenizers = "recoupe.fr.tokenizer"

[components]

[components.recoupe_fr_sentences]
factory = "recoupe_fr_sentences"

[components.recoupe_fr_hide_blanks]
factory = "recoupe_fr_hide_blanks"

[components.recoupe_fr_restore_blanks]
factory = "recoupe_fr_restore_blanks"

[components.recoupe_fr_lemmas]
factory = "recoupe_fr_lemmas"

[components.tok2vec]
factory = "tok2vec"

[components.tok2vec.model]
@architectures = "spacy.Tok2Vec.v2"

[components.tok2vec.model.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = 96
attrs = ["NORM","PREFIX","SUFFIX","SHAPE"]
rows = [5000,2500,2500,1000]
include_static_vectors = true

[components.tok2vec.model.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 96
depth = 4
window_size = 1
maxout_pieces = 3

[components.morphologizer]
factory = "recoupe_fr_tagger"

[components.morphologizer.model]
@architectures = "spacy.Tagger.v2"

[components.morphologizer.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
upstream = "tok2vec"

[components.parser]
factory = "recoupe_fr_parser"
min_action_freq = 20

[components.parser.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "parser"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true

[components.parser.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
upstream = "tok2vec"

[components.ner]
factory = "recoupe_fr_recognizer"

[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true

[components.ner.model.tok2vec]
@architectures = "spacy.Tok2Vec.v2"

[components.ner.model.tok2vec.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = 96
attrs = ["NORM","PREFIX","SUFFIX","SHAPE"]
rows = [5000,2500,2500,1000]
include_static_vectors = true

[components.ner.model.tok2vec.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 96
depth = 4
window_size = 1
maxout_pieces = 2
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """Knobs of one training.

    ``spoken``, ``questions`` and ``reports`` are the shares of the transcribed
    treebanks, of the question bank and of POPCORN's reports seen in each epoch:
    they are unlike news, and many. ``frames`` is the number of paragraphs made of
    our own sentences with names, and ``stories`` of paragraphs, sentences and headlines
    in the proportions of news; ``shouted`` the share of headlines among them that
    stand in capitals. ``swaps`` is the share of sentences of the treebanks in
    which other verbs and nouns are put; ``made`` the number of sentences composed with
    their trees. ``names_epochs`` is how long the names, which share nothing with the other
    components, are trained at the end, at ``names_rate``.
    """

    seed: int = 7
    epochs: int = 9
    batch_words: int = 1000
    learning_rate: float = 0.0018
    warm_up: int = 200
    dropout: float = 0.12
    spoken: float = 0.3
    questions: float = 0.3
    reports: float = 0.4
    frames: int = 1600
    stories: tuple[tuple[str, int], ...] = (
        ("paragraphs", 2000),
        ("singles", 2000),
        ("headlines", 1000),
    )
    shouted: float = 0.25
    unaccented: float = 0.4
    swaps: float = 0.15
    made: int = 350
    names_epochs: int = 13
    names_rate: float = 0.0018
    names_warm_up: int = 100


SETTINGS = Settings()
