"""Recoupe reads a pile of news reports about one affair and writes its case file.

Every claim comes with who makes it, how sure they are, and the exact words.
It counts origins, not articles, and passes no verdict on what is true.
"""

import os

# A report's matrices are small: threads that share them wait for each other, on a busy machine
# many times longer than one needs alone. OpenBLAS asks once, as NumPy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
