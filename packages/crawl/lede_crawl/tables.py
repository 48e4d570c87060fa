"""The tables that come out: articles, field by field as docs/article.md has them, and what was set aside."""

import json

import pyarrow as pa
import pyarrow.parquet as parquet

from .splits import place

TEXT = pa.string()
TEXTS = pa.list_(TEXT)

ARTICLES = pa.schema(
    [
        ("source", TEXT),
        ("id", TEXT),
        ("taken", TEXT),
        ("status", pa.int32()),
        ("format", pa.int32()),
        ("url", TEXT),
        ("canonicalUrl", TEXT),
        ("title", TEXT),
        ("byline", TEXT),
        ("authors", TEXTS),
        ("siteName", TEXT),
        ("publishedTime", TEXT),
        ("modifiedTime", TEXT),
        ("lang", TEXT),
        ("dir", TEXT),
        ("excerpt", TEXT),
        ("section", TEXT),
        ("tags", TEXTS),
        ("image", pa.struct([("url", TEXT), ("alt", TEXT), ("caption", TEXT), ("credit", TEXT)])),
        ("license", TEXT),
        ("isAccessibleForFree", pa.bool_()),
        ("pageType", TEXT),
        ("articleProbability", pa.float64()),
        ("confidence", pa.float64()),
        ("content", TEXT),
        ("textContent", TEXT),
        ("length", pa.int64()),
        ("wordCount", pa.int64()),
        ("readingMinutes", pa.int32()),
        # The typed body as JSON, where it was asked for.
        ("body", TEXT),
    ]
)

BAD = pa.schema([("source", TEXT), ("id", TEXT), ("url", TEXT), ("reason", TEXT)])


def article(source: str, line: dict) -> dict:
    """A row of the articles."""
    body = line.get("body")
    return {**line, "source": source, "body": None if body is None else json.dumps(body, ensure_ascii=False)}


def bad(source: str, line: dict) -> dict:
    """A row of what was set aside."""
    return {"source": source, "id": line["id"], "url": line["url"], "reason": line["error"]}


def write(folder: str, name: str, rows: list[dict], schema: pa.Schema) -> None:
    """Writes a file wholly or not at all; one of the same name is replaced."""
    system, inner = place(folder)
    table = pa.Table.from_pylist(rows, schema=schema)
    with system.open_output_stream(f"{inner}/.{name}.part") as out:
        parquet.write_table(table, out, compression="zstd")
    system.move(f"{inner}/.{name}.part", f"{inner}/{name}")
