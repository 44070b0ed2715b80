"""Piles of published articles as annotations point at them, written by us."""

import hashlib
import json
import lzma

import pytest


class Articles:
    """Articles in a file as OrangeSum's, one a line.

    Args:
        path: Where the file is written.
        articles: Under ``title``, ``heading``, ``article`` and ``date``.
    """

    def __init__(self, path, articles):
        self.path = path
        self._texts = ["\n\n".join(a[k] for k in ("title", "heading", "article")) for a in articles]
        with lzma.open(path, "wt", encoding="utf-8") as out:
            out.writelines(json.dumps(article) + "\n" for article in articles)

    def place(self, line, words):
        """Return where words stand, as annotations give it."""
        start = self._texts[line].index(words)
        return [line, start, start + len(words)]

    def affair(self, lines, **judged):
        """Return some articles as one affair, with what was judged in them."""
        digests = {n: hashlib.sha256(self._texts[n].encode()).hexdigest()[:16] for n in lines}
        return {"articles": digests, **judged}


@pytest.fixture
def articles(request, tmp_path):
    """The articles of a test's module, in a file."""
    return Articles(tmp_path / "articles.jsonl.xz", request.module.ARTICLES)
