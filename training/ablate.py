"""What each part of the first look brings: `python3 ablate.py --corpus DIR [--work DIR]`, after train.py has run there.

Prints the F1 of words by cross-validation on the pages whose whole answer is known, with a group of numbers left out,
and for other sizes of the model. One look, one seed, 130 trees where no size is told: differences under about .003 say nothing.
"""

import argparse
from multiprocessing.pool import ThreadPool
from pathlib import Path

import lightgbm
import numpy as np

import forest
import pages as reading
from pages import FOLDS
from report import chosen, f1
from train import BLOCKS, ROOT, SEED, dataset, rows

FAMILIES = {"alike": "repetition", "up": "ancestors", "before": "neighbours", "after": "neighbours"}


def groups(names):
    """Each number's group: the block's numbers stand in the order of src/learn/features/block.rs."""
    block = names["block"]
    starts = [("text", 0), ("elements", block.index("tag")), ("meanings", block.index("to BODY")),
              ("place", block.index("index")), ("rules", block.index("rules' odds"))]
    of = []
    for at, name in enumerate(block):
        family = name.split(".")[0].rstrip("0123456789") if "." in name else ""
        of.append(FAMILIES.get(family) or [group for group, start in starts if at >= start][-1])
    return np.array(["page"] * len(names["page"]) + of)


def odds_of(pages, columns, settings, rounds):
    """The odds of each page's blocks by the model that has not seen its domain, and the bytes of one model."""
    def learn(fold):
        own = [page for page in pages if page.fold != fold]
        booster = lightgbm.train(settings, dataset(own, lambda page: np.ascontiguousarray(rows(page)[:, columns])), rounds)
        return booster, {page.truth.id: booster.predict(rows(page)[:, columns]) for page in pages if page.fold == fold and len(page.rows)}

    with ThreadPool(2) as pool:
        parts = pool.map(learn, range(FOLDS), chunksize=1)
    odds = {id: value for _, part in parts for id, value in part.items()}
    trees = forest.trees_of(parts[0][0], columns)
    return odds, sum(1 + (2 * len(questions) + 1) / 8 + 2 * len(questions) + len(leaves) for questions, leaves in trees)


def tell(label, pages, columns, settings=BLOCKS, rounds=130):
    odds, size = odds_of(pages, columns, settings, rounds)
    score = lambda own: np.mean([f1(page, chosen(page, odds.get(page.truth.id, np.zeros(0)))) for page in own])
    print(f"{label:32} all {score(pages):.4f}  articles {score([page for page in pages if page.truth.is_article]):.4f}"
          f"  {size / 1000:.1f} kB", flush=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--corpus", type=Path, required=True)
    arguments.add_argument("--work", type=Path, default=ROOT / "out/training")
    options = arguments.parse_args()
    name, truths, _ = reading.sets(options.corpus, ROOT)[0]
    names, pages = reading.load(name, truths, options.work / name)
    reading.folds(pages, SEED)
    of = groups(names)
    everything = np.arange(len(of))
    tell("everything", pages, everything)
    for group in dict.fromkeys(of):
        tell(f"without {group}", pages, everything[of != group])
    tell("text, elements and place alone", pages, everything[np.isin(of, ["text", "elements", "place"])])
    for leaves, rounds in ((8, 40), (16, 80), (24, 260), (31, 400)):
        tell(f"{rounds} trees of {leaves} leaves", pages, everything, dict(BLOCKS, num_leaves=leaves), rounds)


if __name__ == "__main__":
    main()
