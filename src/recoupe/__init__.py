"""Recoupe reads a pile of news reports about one affair and writes its case file.

Every claim comes with who makes it, how sure they are, and the exact words.
It counts origins, not articles, and passes no verdict on what is true.
"""

__version__ = "0.1.0"
