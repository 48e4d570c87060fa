"""Trains Lede's models: `python3 train.py --corpus DIR --lede PROGRAM [--work DIR]`.

Writes src/learn/lede.model (trained on every page), training/folds/N.model (trained without the domains of fold N),
training/folds/domains.tsv (which domain belongs to which fold), training/corpus.tsv (the corpus's pages) and
training/report.txt. The same corpus, program and packages give the same bytes.
"""

import argparse
from itertools import combinations
from multiprocessing.pool import ThreadPool
from pathlib import Path

import lightgbm
import numpy as np

import forest
import pages as reading
import second
from pages import FOLDS, KINDS
from report import f1, report

ROOT = Path(__file__).resolve().parent.parent
SEED = 7
COMMON = dict(max_bin=63, use_missing=False, verbose=-1, num_threads=1, force_col_wise=True, deterministic=True)
BLOCKS = dict(COMMON, objective="binary", learning_rate=0.08, num_leaves=24, feature_fraction=0.35, bagging_fraction=0.4,
              bagging_freq=1, min_data_in_leaf=60, lambda_l2=5.0, seed=1)
MOST_NUMBERS, FIRST_ROUNDS, SECOND_ROUNDS, SECOND_SEEDS = 170, 240, 70, (1, 2)
KIND = dict(COMMON, objective="multiclass", num_class=len(KINDS), learning_rate=0.06, num_leaves=4, feature_fraction=0.3,
            bagging_fraction=0.7, bagging_freq=1, min_data_in_leaf=5, lambda_l2=3.0, seed=3)
KIND_ROUNDS, TYPE_ROUNDS = 70, 130
# Of pages there are few, so that borders that fit best fit by chance: these trees ask at borders drawn by lot.
TYPE = dict(KIND, extra_trees=True)
PAGE = dict(COMMON, objective="binary", learning_rate=0.06, feature_fraction=0.3, bagging_fraction=0.7, bagging_freq=1,
            min_data_in_leaf=10, lambda_l2=5.0, seed=5)
ARTICLE, ARTICLE_ROUNDS = dict(PAGE, num_leaves=8, extra_trees=True), 200
CONFIDENCE, CONFIDENCE_ROUNDS = dict(PAGE, num_leaves=4), 90
# Of src/learn/mod.rs: the odds of pages of which one in two is an article, those from which on they come true, and the best
# odds of a page whose likeliest kind is another.
EVEN, SURE, DOUBTED = 0.54, 0.9, 0.49
MOST_MEANS = 100  # numbers of a block whose means over the text that stays tell what the page is


def rows(page):
    """What the first look asks about: the page's numbers, then the block's."""
    return np.hstack([np.repeat(page.numbers[None], len(page.rows), 0), page.rows])


def dataset(pages, numbers):
    """The blocks that people have judged."""
    known = [(page, page.weights > 0) for page in pages if (page.weights > 0).any()]
    return lightgbm.Dataset(np.vstack([numbers(page)[is_known] for page, is_known in known]),
                            np.concatenate([page.labels[is_known] for page, is_known in known]),
                            weight=np.concatenate([page.weights[is_known] for page, is_known in known]),
                            free_raw_data=False)


def train_first(pages, columns):
    """The first look: a booster over the numbers that matter most."""
    return lightgbm.train(BLOCKS, dataset(pages, lambda page: np.ascontiguousarray(rows(page)[:, columns])), FIRST_ROUNDS)


def most_telling(pages):
    gain = lightgbm.train(dict(BLOCKS, seed=9), dataset(pages, rows), 60).feature_importance("gain")
    return np.sort(np.argsort(-gain, kind="stable")[:MOST_NUMBERS])


def train_kinds(pages):
    pages = [page for page in pages if page.truth.kind]
    data = lightgbm.Dataset(np.stack([page.numbers for page in pages]), [KINDS.index(page.truth.kind) for page in pages])
    return lightgbm.train(KIND, data, KIND_ROUNDS)


def look_first(pages, worlds):
    """For every page and every set of folds left out in `worlds`, the scores and kinds of a model that has not seen it."""
    def learn(left_out):
        own = [page for page in pages if page.fold not in left_out]
        columns = most_telling(own)
        return left_out, (train_first(own, columns), columns, train_kinds(own))

    with ThreadPool(2) as pool:
        models = dict(pool.imap(learn, worlds, chunksize=1))
    for page in pages:
        for left_out, (booster, columns, kinds) in models.items():
            if page.fold in left_out:
                page.scores[left_out] = booster.predict(rows(page)[:, columns], raw_score=True) if len(page.rows) else np.zeros(0)
                page.kinds[left_out] = kinds.predict(page.numbers[None])[0]
    return models


def unseen(page, fold):
    """The key of the model for a page in the world where `fold` (None: no fold) is left out."""
    return tuple(sorted({page.fold} | ({fold} if fold is not None else set())))


def second_rows(page, key):
    return forest.as_seen(second.rows(page, page.scores[key], page.kinds[key]))


def train_second(pages, fold):
    """The second look: the mean of some boosters, since each by itself leans on chance."""
    data = dataset([page for page in pages if len(page.rows)], lambda page: second_rows(page, unseen(page, fold)))
    return [lightgbm.train(dict(BLOCKS, seed=seed), data, SECOND_ROUNDS) for seed in SECOND_SEEDS]


def look_twice(boosters, page, key):
    """The odds of each block in the end."""
    if not len(page.rows):
        return np.zeros(0)
    numbers = second_rows(page, key)
    return 1 / (1 + np.exp(-np.mean([booster.predict(numbers, raw_score=True) for booster in boosters], axis=0)))


def page_row(page, key, odds):
    """The page's numbers, and the means of all of its blocks' over the words that stay."""
    words = page.words.astype(float)
    stays = words * second.cut(odds, words)[0]
    means = stays @ page.rows / max(stays.sum(), 1)
    return forest.as_seen(np.concatenate([page.numbers, page.kinds[key], second.summary(odds, words), means]))


def telling(rows, width, wanted):
    """Which of the last `width` numbers matter most to whether a page is an article."""
    gain = train_page(ARTICLE, ARTICLE_ROUNDS, rows, wanted).feature_importance("gain")[-width:]
    return np.sort(np.argsort(-gain, kind="stable")[:MOST_MEANS])


def train_page(settings, rounds, rows, wanted):
    known = [(row, float(is_so)) for row, is_so in zip(rows, wanted) if is_so is not None]
    return lightgbm.train(settings, lightgbm.Dataset(np.stack([row for row, _ in known]), [is_so for _, is_so in known]), rounds)


def train_type(rows, kinds):
    known = [(row, KINDS.index(kind)) for row, kind in zip(rows, kinds) if kind]
    return lightgbm.train(TYPE, lightgbm.Dataset(np.stack([row for row, _ in known]), [kind for _, kind in known]), TYPE_ROUNDS)


def is_right(page, odds):
    """Whether the text as a whole is right, where all of it is known."""
    return f1(page, second.cut(odds, page.words.astype(float))[0]) >= 0.9 if page.set == "whole" else None


def write(path, means, first, second_look, page_type, article, confidence):
    blocks, columns, kinds = first
    own = lambda booster: forest.trees_of(booster, range(booster.num_feature()))
    kind = lambda booster: forest.pack(own(booster), len(KINDS))
    plain = lambda booster: forest.pack(own(booster), 1)
    trees = [tree for booster in second_look for tree in own(booster)]
    mean = [(questions, [leaf / len(second_look) for leaf in leaves]) for questions, leaves in trees]
    forest.write(path, means, [kind(kinds), forest.pack(forest.trees_of(blocks, columns), 1), forest.pack(mean, 1),
                               kind(page_type), plain(article), plain(confidence)])


def learn(pages, models, fold):
    """The whole model without one fold, and what it says of that fold's pages."""
    own = [page for page in pages if page.fold != fold]
    second_look = train_second(own, fold)
    # What stands for the odds of pages the second look was trained on: those of a look that was not.
    held = inner_odds(own, fold)
    rows_of_own = [page_row(page, unseen(page, fold), held[page.truth.id]) for page in own]
    width = own[0].rows.shape[1]
    means = telling(rows_of_own, width, [page.truth.is_article for page in own])
    asked = [*range(len(rows_of_own[0]) - width), *(means + len(rows_of_own[0]) - width)]
    rows_of_own = [row[asked] for row in rows_of_own]
    page_type = train_type(rows_of_own, [page.truth.kind for page in own])
    article = train_page(ARTICLE, ARTICLE_ROUNDS, rows_of_own, [page.truth.is_article for page in own])
    confidence = train_page(CONFIDENCE, CONFIDENCE_ROUNDS, rows_of_own, [is_right(page, held[page.truth.id]) for page in own])
    path = ROOT / ("src/learn/lede.model" if fold is None else f"training/folds/{fold}.model")
    write(path, means, models[() if fold is None else (fold,)], second_look, page_type, article, confidence)
    told = {}
    for page in pages:
        if page.fold == fold:
            odds = look_twice(second_look, page, (fold,))
            row = page_row(page, (fold,), odds)[None, asked]
            kinds = page_type.predict(row)[0]
            is_article = as_told(article.predict(row)[0], kinds)
            told[page.truth.id] = (odds, is_article, confidence.predict(row)[0], kinds)
    return told


def as_told(odds, kinds):
    """The odds that a page is an article as the program tells them."""
    told = np.interp(odds, [0, EVEN, SURE, 1], [0, 0.5, SURE, 1])
    return told if KINDS[kinds.argmax()] == "article" else min(told, DOUBTED)


def inner_odds(own, fold):
    """The second look at pages that it has not seen: one more round of folds."""
    odds = {}
    for inner in sorted({page.fold for page in own}):
        boosters = train_second([page for page in own if page.fold != inner], fold)
        odds |= {page.truth.id: look_twice(boosters, page, unseen(page, fold)) for page in own if page.fold == inner}
    return odds


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--corpus", type=Path, required=True)
    arguments.add_argument("--lede", type=Path, required=True)
    arguments.add_argument("--work", type=Path, default=ROOT / "out/training")
    options = arguments.parse_args()
    pages, all_sets = [], reading.sets(options.corpus, ROOT)
    (ROOT / "training/corpus.tsv").write_text("".join(reading.manifest(all_sets[:2])))
    for name, truths, folder in all_sets:
        reading.dump(options.lede, truths, folder, options.work / name)
        pages += reading.load(name, truths, options.work / name)[1]
    domains = reading.folds(pages, SEED)
    (ROOT / "training/folds").mkdir(exist_ok=True)
    (ROOT / "training/folds/domains.tsv").write_text("".join(f"{domain}\t{fold}\n" for domain, fold in sorted(domains.items())))
    models = look_first(pages, [(), *[(fold,) for fold in range(FOLDS)], *combinations(range(FOLDS), 2)])
    told = {}
    with ThreadPool(2) as pool:
        for part in pool.imap(lambda fold: learn(pages, models, fold), [*range(FOLDS), None], chunksize=1):
            told |= part
    with (ROOT / "training/report.txt").open("w") as out:
        report(pages, told, out)
    print((ROOT / "training/report.txt").read_text())
    print("bytes:", (ROOT / "src/learn/lede.model").stat().st_size)


if __name__ == "__main__":
    main()
