"""Trains Lede's models: `python3 train.py --corpus DIR --lede PROGRAM [--work DIR]`.

Writes src/learn/lede.model (trained on every page), training/folds/N.model (trained without the domains of fold N),
training/folds/domains.tsv (which domain belongs to which fold) and training/report.txt. The same corpus, program and
packages give the same bytes.
"""

import argparse
from collections import Counter
from multiprocessing.pool import ThreadPool
from pathlib import Path

import lightgbm
import numpy as np

import forest
import pages as reading
from pages import FOLDS, KINDS

ROOT = Path(__file__).resolve().parent.parent
SEED = 7
COMMON = dict(max_bin=63, use_missing=False, verbose=-1, num_threads=1, force_col_wise=True, deterministic=True)
BLOCKS = dict(COMMON, objective="binary", learning_rate=0.08, num_leaves=24, feature_fraction=0.35, bagging_fraction=0.4,
              bagging_freq=1, min_data_in_leaf=60, lambda_l2=5.0)
BLOCK_ROUNDS, BLOCK_SEEDS, MOST_NUMBERS = 130, (1, 2), 200
KIND = dict(COMMON, objective="multiclass", num_class=len(KINDS), learning_rate=0.06, num_leaves=6, feature_fraction=0.4,
            bagging_fraction=0.7, bagging_freq=1, min_data_in_leaf=5, lambda_l2=3.0, seed=3)
KIND_ROUNDS = 60
PAGE = dict(COMMON, objective="binary", learning_rate=0.06, num_leaves=6, feature_fraction=0.4, bagging_fraction=0.7,
            bagging_freq=1, min_data_in_leaf=10, lambda_l2=5.0, seed=5)
PAGE_ROUNDS = 80


def weights(page):
    """Every page weighs about the same, a block by its share of the page's answer."""
    tokens = np.array([len(reading.labels.tokens(text)) for text in page.texts])
    return np.minimum(0.3, (tokens + 3) / (max(len(page.answer), 50) + 100))


def rows(page):
    """What the model of blocks asks about: the page's numbers, then the block's."""
    return np.hstack([np.repeat(page.numbers[None], len(page.rows), 0), page.rows])


def with_blocks(pages):
    return [page for page in pages if len(page.rows)]


def train_blocks(pages):
    """Boosters over the numbers that matter most, with those numbers' places."""
    pages = with_blocks(pages)
    x = np.vstack([rows(page) for page in pages])
    y = np.concatenate([page.labels for page in pages])
    w = np.concatenate([page.weights for page in pages])
    first = lightgbm.train(dict(BLOCKS, seed=9), lightgbm.Dataset(x, y, weight=w), 60)
    columns = np.sort(np.argsort(-first.feature_importance("gain"), kind="stable")[:MOST_NUMBERS])
    x = np.ascontiguousarray(x[:, columns])
    data = lightgbm.Dataset(x, y, weight=w, free_raw_data=False)
    return [lightgbm.train(dict(BLOCKS, seed=seed), data, BLOCK_ROUNDS) for seed in BLOCK_SEEDS], columns


def block_odds(model, page):
    boosters, columns = model
    score = np.mean([booster.predict(rows(page)[:, columns], raw_score=True) for booster in boosters], axis=0)
    return 1 / (1 + np.exp(-score))


def train_kinds(pages):
    x = np.stack([page.numbers for page in pages])
    return lightgbm.train(KIND, lightgbm.Dataset(x, [KINDS.index(page.kind) for page in pages]), KIND_ROUNDS)


def cut(odds, words, steps=256):
    """As src/learn/cut.rs: which blocks stay, the cut, and the F1 it promises."""
    step = np.minimum((odds * steps).astype(int), steps - 1)
    total = np.bincount(step, words, steps)
    right = np.bincount(step, words * odds, steps)
    kept, kept_right = np.cumsum(total[::-1])[::-1], np.cumsum(right[::-1])[::-1]
    expected = 2 * kept_right / np.maximum(kept + right.sum(), 1e-9)
    best = steps if not expected.any() else max(np.flatnonzero(expected == expected.max()))
    return step >= best, best / steps, expected[best] if best < steps else 0.0


def summary(page):
    """As Cut::summary in src/learn/cut.rs."""
    words, odds = page.words.astype(float), page.odds
    chosen, at, expected = cut(odds, words)
    share = lambda part, whole: part / whole if whole > 0 else 0.0
    right, kept = (odds * words).sum(), words[chosen].sum()
    kept_right = (odds * words)[chosen].sum()
    return [expected, at, kept, chosen.sum(), share(kept, words.sum()), share(kept_right, kept), share(kept_right, right),
            share(right, words.sum()), share(words[(odds >= 0.2) & (odds < 0.8)].sum(), right),
            share(words[chosen & (words >= 20)].sum(), kept), words[chosen].max(initial=0)]


def page_row(page):
    return np.concatenate([page.numbers, page.shares, summary(page)]).astype(np.float32)


def train_page(pages, wanted):
    x = np.stack([page_row(page) for page in pages])
    return lightgbm.train(PAGE, lightgbm.Dataset(x, [float(wanted(page)) for page in pages]), PAGE_ROUNDS)


def f1(page, chosen):
    kept = Counter()
    for at in np.flatnonzero(chosen):
        kept.update(reading.labels.tokens(page.texts[at]))
    number = sum(kept.values())
    if not page.answer or not number:
        return float(not page.answer and not number)
    return 2 * sum((kept & Counter(page.answer)).values()) / (number + len(page.answer))


def is_article(page):
    return page.kind == "article"


def is_right(page):
    return f1(page, cut(page.odds, page.words)[0]) >= 0.9


def write(path, blocks, kinds, article, confidence):
    boosters, columns = blocks
    trees = [tree for booster in boosters for tree in forest.trees_of(booster, columns)]
    trees = [(questions, [leaf / len(boosters) for leaf in leaves]) for questions, leaves in trees]
    own = lambda booster: forest.trees_of(booster, range(booster.num_feature()))
    forest.write(path, [forest.pack(own(kinds), len(KINDS), [0.0] * len(KINDS)), forest.pack(trees, 1, [0.0]),
                        forest.pack(own(article), 1, [0.0]), forest.pack(own(confidence), 1, [0.0])])


def report(pages, of, out):
    """The figures by cross-validation, as the blocks alone give them."""
    groups = [("all", pages)] + [(kind, [page for page in pages if page.kind == kind]) for kind in KINDS]
    print("F1 of words by choice of blocks", file=out)
    for name, chosen in groups:
        print(f"  {name:14} {np.mean([f1(p, cut(p.odds, p.words)[0]) for p in chosen]):.4f}"
              f"  ceiling {np.mean([f1(p, p.labels > 0) for p in chosen]):.4f}  pages {len(chosen)}", file=out)
    right = np.mean([KINDS[p.shares.argmax()] == p.kind for p in pages])
    print(f"kind of page right: {right:.4f}", file=out)
    for name, wanted, bars in (("article", is_article, (0.5, 0.9)), ("confidence", is_right, (0.5, 0.9))):
        truth, odds = np.array([wanted(p) for p in pages]), np.array([of[name][p.id] for p in pages])
        for bar in bars:
            told = odds >= bar
            print(f"{name} at {bar}: precision {truth[told].mean():.4f} recall {truth[told].sum() / truth.sum():.4f}", file=out)
        edges = np.linspace(0, 1, 11)
        for low, high in zip(edges, edges[1:]):
            there = (odds >= low) & (odds < high if high < 1 else odds <= 1)
            if there.any():
                print(f"  said {low:.1f} to {high:.1f}: true {truth[there].mean():.2f} of {there.sum()}", file=out)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--corpus", type=Path, required=True)
    arguments.add_argument("--lede", type=Path, required=True)
    arguments.add_argument("--work", type=Path, default=ROOT / "out/training")
    options = arguments.parse_args()
    reading.dump(options.lede, options.corpus, options.work)
    names, pages = reading.load(options.corpus, options.work)
    domains = reading.folds(pages, SEED)
    for page in pages:
        page.weights = weights(page) if len(page.texts) else np.zeros(0)
    outside = lambda fold: [page for page in pages if page.fold != fold]
    within = lambda fold: [page for page in pages if page.fold == fold]
    train_first = lambda own: (train_blocks(own), train_kinds(own))
    with ThreadPool(2) as pool:
        first = pool.map(train_first, [outside(fold) for fold in range(FOLDS)] + [pages], chunksize=1)
    for fold in range(FOLDS):
        for page in within(fold):
            page.odds = block_odds(first[fold][0], page) if len(page.rows) else np.zeros(0)
            page.shares = first[fold][1].predict(page.numbers[None])[0]
    folder, told = ROOT / "training/folds", {"article": {}, "confidence": {}}
    folder.mkdir(exist_ok=True)
    for fold in [*range(FOLDS), None]:
        own = pages if fold is None else outside(fold)
        article, confidence = train_page(own, is_article), train_page(own, is_right)
        blocks, kinds = first[FOLDS if fold is None else fold]
        path = ROOT / "src/learn/lede.model" if fold is None else folder / f"{fold}.model"
        write(path, blocks, kinds, article, confidence)
        for page in within(fold):
            told["article"][page.id] = article.predict(page_row(page)[None])[0]
            told["confidence"][page.id] = confidence.predict(page_row(page)[None])[0]
    (folder / "domains.tsv").write_text("".join(f"{domain}\t{fold}\n" for domain, fold in sorted(domains.items())))
    with (ROOT / "training/report.txt").open("w") as out:
        report(pages, told, out)
    print((ROOT / "training/report.txt").read_text())
    print("bytes:", (ROOT / "src/learn/lede.model").stat().st_size)


if __name__ == "__main__":
    main()
