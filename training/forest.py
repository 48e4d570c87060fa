"""Trees as the program reads them: see src/learn/forest.rs for the layout."""

import struct

import numpy as np

MAGIC = b"LEDE"
VERSION = 3  # of src/learn/features/mod.rs


def at_most(border):
    """The greatest f32 that is not above a border: numbers are f32, so the same ones lie on either side of it."""
    rounded = np.float32(border)
    return float(np.nextafter(rounded, np.float32(-np.inf)) if float(rounded) > border else rounded)


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


def pack(trees, groups, start):
    """The bytes of a forest."""
    columns = sorted({question[0] for questions, _ in trees for question in questions})
    borders = {c: sorted({q[1] for qs, _ in trees for q in qs if q[0] == c}) for c in columns}
    if len(columns) > 256 or any(len(values) > 255 for values in borders.values()):
        raise ValueError("too many numbers or borders for a byte")
    most = max([abs(leaf) for _, leaves in trees for leaf in leaves], default=1.0) or 1.0
    step = float(np.float32(most / 32000))
    out = [struct.pack("<H", len(columns))]
    for column in columns:
        out.append(struct.pack(f"<HB{len(borders[column])}f", column, len(borders[column]), *borders[column]))
    out.append(struct.pack("<fB", step, groups))
    out += [struct.pack("<i", round(value / step)) for value in start]
    out.append(struct.pack("<H", len(trees)))
    for questions, leaves in trees:
        out.append(struct.pack("<B", len(questions)))
        for column, border, least, above in questions:
            out.append(struct.pack("<BBbb", columns.index(column), borders[column].index(border), least, above))
        out.append(struct.pack(f"<{len(leaves)}h", *[round(leaf / step) for leaf in leaves]))
    return b"".join(out)


def write(path, means, forests):
    head = MAGIC + struct.pack(f"<IB{len(means)}H", VERSION, len(means), *means)
    path.write_bytes(head + b"".join(forests))
