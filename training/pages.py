"""Pages as the program sees them (`lede features`), with the answers people wrote down."""

import hashlib
import json
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

import forest
import labels

KINDS = ["article", "forum", "product", "collection", "listing", "documentation", "service"]
FOLDS = 5
LEVELS = 6  # of src/learn/features/context.rs
PIECE_WEIGHT, PIECES_WEIGHT = 0.2, 1.0  # of a block that is known by a piece of text, at most; of all of a page's


@dataclass
class Truth:
    id: str
    url: str
    kind: str | None
    is_article: bool | None
    answer: str | None  # all of it
    keep: list = field(default_factory=list)  # or only pieces
    drop: list = field(default_factory=list)
    least: float = 0.0  # the share of a block that a piece must be to speak against it


@dataclass
class Page:
    set: str
    truth: Truth
    domain: str
    numbers: np.ndarray  # of the page
    rows: np.ndarray  # of its blocks
    texts: list
    around: np.ndarray
    alike: list
    same: np.ndarray
    words: np.ndarray
    labels: np.ndarray
    weights: np.ndarray  # 0 where nobody knows
    answer: list  # its words
    fold: int = 0
    scores: dict = field(default_factory=dict)
    kinds: dict = field(default_factory=dict)


def domain_of(url):
    host = re.sub(r"^\w+://", "", url).split("/")[0].split(":")[0].lower()
    parts = host.split(".")
    second = len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in ("co", "com", "org", "net", "ac", "gov", "edu")
    return ".".join(parts[-3 if second else -2 :])


def whole_answers(corpus):
    """Pages whose whole answer and kind are known."""
    for file in sorted((corpus / "wcxb/ground-truth").glob("*.json")):
        truth = json.loads(file.read_text())
        kind = (truth.get("_internal") or {}).get("page_type") or {}
        kind = (kind.get("primary") if isinstance(kind, dict) else kind) or "article"
        kind = {"category": "collection"}.get(kind, kind)
        yield Truth(file.stem, truth["url"], kind, kind == "article", truth["ground_truth"].get("main_content"))


def multilingual(corpus):
    """Pages of which pieces are known."""
    for id, truth in json.loads((corpus / "segments/segments.json").read_text()).items():
        yield Truth(id, truth["url"], None, None, None, truth["with"], truth["without"])


def our_own(folder):
    """The project's own pages."""
    for file in sorted(folder.glob("*.expected.json")):
        truth = json.loads(file.read_text())
        id, kind = file.name.removesuffix(".expected.json"), truth.get("pageType")
        url = truth.get("url") or f"https://{id}.example/"
        is_article = False if truth.get("kind") == "no article" else kind and kind == "article"
        yield Truth(id, url, kind, is_article, None, truth.get("must_keep", []), truth.get("must_drop", []),
                    0.5)


def sets(corpus, root):
    """Name, truths and folder of each set."""
    return [("whole", list(whole_answers(corpus)), corpus / "wcxb/html"),
            ("multilingual", list(multilingual(corpus)), corpus / "segments/html"),
            ("own", list(our_own(root / "tests/pages")), root / "tests/pages")]


def file_of(folder, truth):
    return next(path for end in (".html.gz", ".html") if (path := folder / (truth.id + end)).exists())


def manifest(all_sets):
    """A line for each page: its set, its ID, and what its bytes hash to."""
    for name, truths, folder in all_sets:
        for truth in truths:
            yield f"{name}\t{truth.id}\t{hashlib.sha256(file_of(folder, truth).read_bytes()).hexdigest()[:16]}\n"


def dump(lede, truths, folder, work):
    """Has the program write what it sees of every page."""
    work.mkdir(parents=True, exist_ok=True)
    addresses = work / "addresses.tsv"
    addresses.write_text("".join(f"{truth.id}\t{truth.url}\n" for truth in truths))
    inputs = [file_of(folder, truth) for truth in truths]
    subprocess.run([lede, "features", "--urls", addresses, "-o", work, *inputs], check=True)


def load(name, truths, work):
    """The names of the numbers, and the pages."""
    names = json.loads((work / "names.json").read_text())
    rows = np.fromfile(work / "rows.f32", "<f4").reshape(-1, len(names["block"]))
    truth_of, pages, at = {truth.id: truth for truth in truths}, [], 0
    for line in (work / "pages.jsonl").open():
        seen = json.loads(line)
        truth, own = truth_of[seen["id"]], rows[at : at + len(seen["texts"])]
        at += len(own)
        pages.append(page_of(name, truth, seen, own, names["block"].index("words")))
    return names, pages


def page_of(name, truth, seen, rows, words):
    texts, answer = seen["texts"], labels.tokens(truth.answer)
    if truth.keep or truth.drop:
        known, label = labels.pieces(texts, truth.keep, truth.drop, truth.least)
        weights = known * min(PIECE_WEIGHT, PIECES_WEIGHT / max(known.sum(), 1))
    elif name == "whole":
        label = labels.label(texts, truth.answer)
        tokens = np.array([len(labels.tokens(text)) for text in texts])
        # Every page weighs about the same, a block by its share of the page's answer.
        weights = np.minimum(0.3, (tokens + 3) / (max(len(answer), 50) + 100))
    else:
        label, weights = np.zeros(len(texts)), np.zeros(len(texts))
    around = np.array(seen["around"], int).reshape(len(texts), LEVELS, 2)
    return Page(name, truth, domain_of(truth.url), forest.as_seen(np.array(seen["page"])), forest.as_seen(rows), texts, around,
                [np.array(alike) for alike in seen["alike"]], np.array(seen["same"], int), rows[:, words], label, weights,
                answer)


def folds(pages, seed):
    """Gives every page its fold: all pages of a domain stand in one."""
    of = {}
    for name in ("whole", "multilingual", "own"):
        domains = sorted({page.domain for page in pages if page.set == name} - set(of))
        order = np.random.RandomState(seed).permutation(len(domains))
        of |= {domains[at]: number % FOLDS for number, at in enumerate(order)}
    for page in pages:
        page.fold = of[page.domain]
    return of
