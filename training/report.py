"""The figures by cross-validation: what each page's blocks give with the model that has not seen its domain."""

from collections import Counter

import numpy as np

import labels
from pages import KINDS
from second import cut


def f1(page, chosen):
    """The F1 of the words of some blocks."""
    kept = Counter()
    for at in np.flatnonzero(chosen):
        kept.update(labels.tokens(page.texts[at]))
    number = sum(kept.values())
    if not page.answer or not number:
        return float(not page.answer and not number)
    return 2 * sum((kept & Counter(page.answer)).values()) / (number + len(page.answer))


def chosen(page, odds):
    return cut(odds, page.words.astype(float))[0]


def of_pieces(pages, told):
    """Precision, recall and F1 over the blocks that are known by pieces, and the share of pages that are right."""
    rows = [(chosen(page, told[page.truth.id][0])[page.weights > 0], page.labels[page.weights > 0] > 0) for page in pages]
    kept, wanted = (np.concatenate([row[part] for row in rows]) for part in (0, 1))
    precision, recall = (kept & wanted).sum() / kept.sum(), (kept & wanted).sum() / wanted.sum()
    right = np.mean([(kept == wanted).all() for kept, wanted in rows])
    return f"precision {precision:.4f} recall {recall:.4f} F1 {2 * precision * recall / (precision + recall):.4f} pages right {right:.3f}"


def curve(name, odds, truth, out):
    odds, truth = np.array(odds), np.array(truth)
    for bar in (0.5, 0.9):
        above = odds >= bar
        print(f"{name} at {bar}: precision {truth[above].mean():.4f} recall {truth[above].sum() / truth.sum():.4f}", file=out)
    edges = np.linspace(0, 1, 11)
    for low, high in zip(edges, edges[1:]):
        there = (odds >= low) & (odds < high if high < 1 else odds <= 1)
        if there.any():
            print(f"  said {low:.1f} to {high:.1f}: true {truth[there].mean():.2f} of {there.sum()}", file=out)


def report(pages, told, out):
    whole = [page for page in pages if page.set == "whole"]
    print("F1 of words by choice of blocks", file=out)
    for name, group in [("all", whole)] + [(kind, [page for page in whole if page.truth.kind == kind]) for kind in KINDS]:
        found = np.mean([f1(page, chosen(page, told[page.truth.id][0])) for page in group])
        ceiling = np.mean([f1(page, page.labels > 0) for page in group])
        first = np.mean([f1(page, chosen(page, 1 / (1 + np.exp(-page.scores[(page.fold,)])))) for page in group])
        print(f"  {name:14} {found:.4f}  first look {first:.4f}  ceiling {ceiling:.4f}  pages {len(group)}", file=out)
    for name in ("multilingual", "own"):
        group = [page for page in pages if page.set == name and (page.weights > 0).any()]
        print(f"blocks known by pieces, {name}: {of_pieces(group, told)}", file=out)
    right = np.mean([KINDS[told[page.truth.id][3].argmax()] == page.truth.kind for page in whole])
    print(f"kind of page right: {right:.4f}", file=out)
    curve("article", [told[page.truth.id][1] for page in whole], [page.truth.is_article for page in whole], out)
    right = [f1(page, chosen(page, told[page.truth.id][0])) >= 0.9 for page in whole]
    curve("confidence", [told[page.truth.id][2] for page in whole], right, out)
