"""The numbers of the second look and of the whole page, as src/learn/second.rs and src/learn/cut.rs make them."""

import numpy as np

STEPS = 256
FLOOR = STEPS // 5
NONE = 999.0


def cut(odds, words):
    """Which blocks stay, the cut, and the F1 it promises."""
    step = np.minimum((odds * STEPS).astype(int), STEPS - 1)
    total = np.bincount(step, words, STEPS)
    right = np.bincount(step, words * odds, STEPS)
    kept, kept_right = np.cumsum(total[::-1])[::-1], np.cumsum(right[::-1])[::-1]
    expected = 2 * kept_right / np.maximum(kept + right.sum(), 1e-9)
    if kept[FLOOR] > 0:
        expected[:FLOOR] = 0
    best = STEPS if not expected.any() else max(np.flatnonzero(expected == expected.max()))
    return step >= best, best / STEPS, expected[best] if best < STEPS else 0.0


def share(part, whole):
    return part / whole if whole > 0 else 0.0


def summary(odds, words):
    """What the choice is like as a whole."""
    chosen, at, expected = cut(odds, words)
    right, kept = (odds * words).sum(), words[chosen].sum()
    kept_right = (odds * words)[chosen].sum()
    places, n = np.flatnonzero(chosen), len(odds)
    first, last = (places[0] / n, places[-1] / n) if len(places) else (0, 0)
    runs = (chosen[:-1] & ~chosen[1:]).sum()
    return [expected, at, kept, chosen.sum(), share(kept, words.sum()), share(kept_right, kept), share(kept_right, right),
            share(right, words.sum()), share(words[(odds >= 0.2) & (odds < 0.8)].sum(), right),
            share(words[chosen & (words >= 20)].sum(), kept), first, last, share(runs, len(places)), words[chosen].max(initial=0)]


def rows(page, score, kinds):
    """The numbers of each block after the first look."""
    n, words = len(score), page.words.astype(float)
    odds = 1 / (1 + np.exp(-score))
    part = odds * words
    expected, total = np.concatenate([[0], np.cumsum(part)]), np.concatenate([[0], np.cumsum(words)])
    right, everything = expected[-1], total[-1]
    over = lambda part, whole: part / whole if whole > 0 else np.zeros(n)
    out = [np.full(n, value) for value in [*summary(odds, words), *kinds]]
    out += [odds, score]
    padded = np.concatenate([np.full(6, -0.1), odds, np.full(6, -0.1)])
    out += [padded[6 + away : 6 + away + n] for away in range(-6, 7) if away]
    for level in range(page.around.shape[1]):
        start, end = page.around[:, level, 0], page.around[:, level, 1]
        there, held = expected[end] - expected[start], total[end] - total[start]
        out += [there / np.maximum(held, 1), (there - part) / np.maximum(held - words, 1), over(there, right),
                over(held, everything)]
    at = np.arange(n)
    for length in (4, 15, 40):
        low, high = np.maximum(at - length, 0), np.minimum(at + 1 + length, n)
        out += [(expected[at] - expected[low]) / np.maximum(total[at] - total[low], 1),
                (expected[high] - expected[at + 1]) / np.maximum(total[high] - total[at + 1], 1)]
    out += [over(expected[at], right), over(right - expected[at + 1], right)]
    for bar in (0.5, 0.8):
        sure = np.flatnonzero(odds > bar)
        if not len(sure):
            out += [np.full(n, NONE)] * 4
            continue
        last, following = np.searchsorted(sure, at, "right"), np.searchsorted(sure, at, "left")
        out += [np.where(last > 0, at - sure[np.maximum(last - 1, 0)], NONE),
                np.where(following < len(sure), sure[np.minimum(following, len(sure) - 1)] - at, NONE),
                at - sure[0], sure[-1] - at]
    order = np.argsort(-odds, kind="stable")
    kept, kept_right = np.cumsum(words[order]), np.cumsum(part[order])
    rank, promise = np.empty(n), np.empty(n)
    rank[order], promise[order] = kept, 2 * kept_right / np.maximum(kept + right, 1e-6)
    out += [over(rank, everything), rank, promise]
    for alike in page.alike:
        group = np.unique(alike, return_inverse=True)[1]
        there, held = np.bincount(group, part)[group], np.bincount(group, words)[group]
        out += [(there - part) / np.maximum(held - words, 1), np.bincount(group)[group]]
    same = np.unique(page.same, return_inverse=True)[1]
    best = np.zeros(same.max(initial=0) + 1)
    np.maximum.at(best, same, odds)
    out.append(best[same])
    return np.stack(out, 1).astype(np.float32)
