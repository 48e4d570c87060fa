"""Pages as the program sees them (`lede features`), with the answers people wrote down."""

import json
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

import labels

KINDS = ["article", "forum", "product", "collection", "listing", "documentation", "service"]
FOLDS = 5


@dataclass
class Page:
    set: str
    id: str
    domain: str
    kind: str | None
    numbers: np.ndarray  # of the page
    rows: np.ndarray  # of its blocks
    texts: list
    answer: list  # its words
    labels: np.ndarray
    fold: int = 0
    words: np.ndarray = field(default=None)
    odds: np.ndarray = field(default=None)
    shares: np.ndarray = field(default=None)


def domain_of(url):
    host = re.sub(r"^\w+://", "", url).split("/")[0].split(":")[0].lower()
    parts = host.split(".")
    second = len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in ("co", "com", "org", "net", "ac", "gov", "edu")
    return ".".join(parts[-3 if second else -2 :])


def truths(corpus):
    """(id, url, kind, answer) of each page whose whole answer is known."""
    for file in sorted((corpus / "wcxb/ground-truth").glob("*.json")):
        truth = json.loads(file.read_text())
        kind = (truth.get("_internal") or {}).get("page_type") or {}
        kind = (kind.get("primary") if isinstance(kind, dict) else kind) or "article"
        yield file.stem, truth["url"], {"category": "collection"}.get(kind, kind), truth["ground_truth"].get("main_content")


def dump(lede, corpus, work):
    """Has the program write what it sees of every page."""
    work.mkdir(parents=True, exist_ok=True)
    addresses = work / "addresses.tsv"
    addresses.write_text("".join(f"{id}\t{url}\n" for id, url, _, _ in truths(corpus)))
    subprocess.run([lede, "features", "--urls", addresses, "-o", work, corpus / "wcxb/html"], check=True)


def load(corpus, work):
    """The names of the numbers, and the pages."""
    names = json.loads((work / "names.json").read_text())
    rows = np.fromfile(work / "rows.f32", "<f4").reshape(-1, len(names["block"]))
    truth = {id: (url, kind, answer) for id, url, kind, answer in truths(corpus)}
    pages, at = [], 0
    for line in (work / "pages.jsonl").open():
        seen = json.loads(line)
        url, kind, answer = truth[seen["id"]]
        own = rows[at : at + len(seen["texts"])]
        at += len(own)
        page = Page("wcxb", seen["id"], domain_of(url), kind, np.array(seen["page"], np.float32), own, seen["texts"],
                    labels.tokens(answer), labels.label(seen["texts"], answer))
        page.words = own[:, names["block"].index("words")] if len(own) else np.zeros(0, np.float32)
        pages.append(page)
    return names, pages


def folds(pages, seed):
    """Gives every page its fold: all pages of a domain stand in one."""
    domains = sorted({page.domain for page in pages})
    order = np.random.RandomState(seed).permutation(len(domains))
    of = {domains[at]: number % FOLDS for number, at in enumerate(order)}
    for page in pages:
        page.fold = of[page.domain]
    return of
