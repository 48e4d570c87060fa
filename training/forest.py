"""Trees as the program reads them: see src/learn/packed.rs for the layout."""

import math
import struct

import numpy as np

MAGIC = b"LEDE"
VERSION = 6  # of src/learn/features/mod.rs


def as_seen(numbers):
    """Numbers as the program sees them: f32 without their last 16 bits (src/learn/row.rs)."""
    return (np.ascontiguousarray(numbers, np.float32).view(np.uint32) & 0xFFFF0000).view(np.float32)


def key(value):
    """A number's first 16 bits, so that a greater number has a greater key."""
    bits = int(np.float32(value).view(np.uint32)) >> 16
    return bits ^ 0xFFFF if bits & 0x8000 else bits | 0x8000


def at_most(border):
    """The greatest key whose number is not above a border: the same numbers lie on either side of it."""
    own = key(border)
    number = np.array([(own ^ 0x8000 if own & 0x8000 else own ^ 0xFFFF) << 16], np.uint32).view(np.float32)[0]
    return own - (float(number) > border)


def flatten(node, questions, leaves):
    """Puts a tree's questions and leaves into lists, parents first; returns what stands for the node."""
    if "leaf_value" in node:
        leaves.append(node["leaf_value"])
        return -len(leaves)
    if node["decision_type"] != "<=":
        raise ValueError(f"a question of another kind: {node['decision_type']}")
    own = len(questions)
    questions.append(None)
    least = flatten(node["left_child"], questions, leaves)
    above = flatten(node["right_child"], questions, leaves)
    questions[own] = (node["split_feature"], at_most(node["threshold"]), least, above)
    return own


def trees_of(booster, columns):
    """The booster's trees with the places of the numbers they ask about."""
    trees = []
    for tree in booster.dump_model()["tree_info"]:
        questions, leaves = [], []
        flatten(tree["tree_structure"], questions, leaves)
        trees.append(([(columns[q[0]], *q[1:]) for q in questions], leaves))
    return trees


def in_order(questions, leaves, at):
    """A tree from a place on, each question before what it leads to: (None, steps) for a leaf, (question, None) for others."""
    if at < 0:
        yield None, leaves[-at - 1]
        return
    yield questions[at], None
    yield from in_order(questions, leaves, questions[at][2])
    yield from in_order(questions, leaves, questions[at][3])


def pack(trees, groups):
    """The bytes of a forest, as src/learn/packed.rs reads them."""
    columns = sorted({question[0] for questions, _ in trees for question in questions})
    borders = {c: sorted({q[1] for qs, _ in trees for q in qs if q[0] == c}) for c in columns}
    if len(columns) > 256 or any(len(values) > 255 for values in borders.values()):
        raise ValueError("too many numbers or borders for a byte")
    most = max([abs(leaf) for _, leaves in trees for leaf in leaves], default=1.0) or 1.0
    step = float(np.float32(most / (127 * 250)))
    walks = [list(in_order(questions, leaves, 0 if questions else -1)) for questions, leaves in trees]
    asked = [question for walk in walks for question, _ in walk if question]
    scales = [max(1, math.ceil(max(abs(leaf) for leaf in leaves) / (127 * step))) for _, leaves in trees]
    steps = [round(leaf / step / scale) for scale, walk in zip(scales, walks) for question, leaf in walk if not question]
    out = [struct.pack("<H", len(columns))]
    out.extend(struct.pack("<HB", column, len(borders[column])) for column in columns)
    # Small steps and their bytes apart are more alike than borders are: a third less where the file is gzipped.
    apart = [above - below for c in columns for below, above in zip([0, *borders[c]], borders[c])]
    out.append(bytes(step & 255 for step in apart) + bytes(step >> 8 for step in apart))
    out.append(struct.pack("<fBH", step, groups, len(trees)))
    out.append(bytes(scales))
    shape = [question is not None for walk in walks for question, _ in walk]
    out.append(np.packbits(shape, bitorder="little").tobytes())
    out.append(bytes(columns.index(question[0]) for question in asked))
    out.append(bytes(borders[question[0]].index(question[1]) for question in asked))
    out.append(struct.pack(f"<{len(steps)}b", *steps))
    return b"".join(out)


def write(path, means, forests):
    head = MAGIC + struct.pack(f"<IB{len(means)}H", VERSION, len(means), *means)
    path.write_bytes(head + b"".join(forests))
