"""Which blocks of a page are part of the answer that a person wrote down.

The words of the page, block after block, and the words of the answer are aligned by their longest common subsequence.
A block is positive when most of its words are matched there. Near matches count by the share of words matched; repeats
are settled by the alignment, which takes each word of the answer once and in order; what the answer has in another
order than the page is found afterwards by its runs of three words.
"""

import re
import unicodedata
from collections import Counter

import numpy as np

WORD = re.compile(r"\w+")
ENOUGH = 0.7  # the share of a block's words that must be found
SHORT = 4  # words up to which a block must be found whole, in one run
SCATTERED = 0.5  # matches thinner than this in the answer count only in runs


def tokens(text):
    return WORD.findall(text.lower()) if text else []


def align(page, answer):
    """For each word of the page its place in the answer, -1 for none: bit-parallel, with the way back."""
    places = {}
    for at, word in enumerate(answer):
        places[word] = places.get(word, 0) | 1 << at
    full = (1 << len(answer)) - 1
    row, rows = full, [full]
    for word in page:
        found = places.get(word)
        if found:
            common = row & found
            row = ((row + common) | (row - common)) & full
        rows.append(row)
    at, to = len(page), len(answer)
    match = [-1] * len(page)
    while at > 0 and to > 0:
        bit = 1 << (to - 1)
        if rows[at] & bit:
            to -= 1
        elif not rows[at - 1] & bit:
            at -= 1
        else:
            match[at - 1] = to - 1
            at, to = at - 1, to - 1
    return match


def in_runs(places, least=3):
    """How many matches stand in runs of at least so many words."""
    total, run, last = 0, 0, None
    for place in [*places, -1]:
        if place >= 0 and place - 1 == last:
            run += 1
        else:
            total += run if run >= least else 0
            run = 1 if place >= 0 else 0
        last = place if place >= 0 else None
    return total


def coverage(places):
    """The share of a block's words that are found in the answer."""
    found = [place for place in places if place >= 0]
    if not found:
        return 0.0
    span = found[-1] - found[0] + 1
    if len(places) <= SHORT:
        return float(len(found) == len(places) == span)
    if len(found) / span < SCATTERED:
        return in_runs(places) / len(places)
    return len(found) / len(places)


def label(texts, answer_text):
    """1 for each text that is part of the answer, 0 for the others."""
    blocks = [tokens(text) for text in texts]
    answer = tokens(answer_text)
    labels = np.zeros(len(blocks))
    if not answer:
        return labels
    match = align([word for block in blocks for word in block], answer)
    used = np.zeros(len(answer), bool)
    at = 0
    for number, block in enumerate(blocks):
        places = match[at : at + len(block)]
        at += len(block)
        if block and coverage(places) >= ENOUGH:
            labels[number] = 1
            used[[place for place in places if place >= 0]] = True
    elsewhere(blocks, answer, used, labels)
    return labels


def elsewhere(blocks, answer, used, labels):
    """Labels blocks that the answer has in another order."""
    triples = lambda words: Counter(zip(words, words[1:], words[2:]))
    left = Counter()
    for at in range(len(answer) - 2):
        if not used[at : at + 3].any():
            left[tuple(answer[at : at + 3])] += 1
    for number, block in enumerate(blocks):
        if labels[number] or len(block) < 6:
            continue
        own = triples(block)
        common = own & left
        if sum(common.values()) >= ENOUGH * (len(block) - 2):
            labels[number] = 1
            left -= common


def fold(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip().casefold()


def pieces(texts, keep, drop, least):
    """Which blocks are known by pieces of their text, and whether they stay. A piece that must go speaks against a block of
    which it is at least the share `least`: the rest may be text."""
    texts = [fold(text) for text in texts]
    stays, goes = np.zeros(len(texts), bool), np.zeros(len(texts), bool)
    for piece in map(fold, keep):
        stays |= [piece in text for text in texts]
    for piece in map(fold, drop):
        goes |= [piece in text and len(piece) >= least * len(text) for text in texts]
    return stays != goes, (stays & ~goes).astype(float)
