"""Rows of HTML as records of an archive, so that there is one road for both."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow.parquet as parquet

from .splits import Split, place


@dataclass(frozen=True)
class Columns:
    """What the table's columns are called; those that a table lacks are left out, but for the HTML."""

    html: str = "html"
    url: str = "url"
    id: str = "id"
    taken: str = "taken"
    charset: str = "charset"


def records(split: Split, columns: Columns) -> Iterator[bytes]:
    """The rows of a piece of a table."""
    system, inner = place(split.source)
    with system.open_input_file(inner) as source:
        table = parquet.ParquetFile(source)
        wanted = [name for name in vars(columns).values() if name in table.schema_arrow.names]
        if columns.html not in wanted:
            raise ValueError(f"{split.source}: it has no column {columns.html!r}")
        row = 0
        for batch in table.iter_batches(batch_size=256, row_groups=list(range(split.begin, split.end)), columns=wanted):
            for one in batch.to_pylist():
                told = {name: one.get(column) for name, column in vars(columns).items()}
                yield record(told.pop("html"), **{**told, "id": told["id"] or f"{split.source}#{split.begin}.{row}"})
                row += 1


def record(html: str | bytes | None, *, url=None, id=None, taken=None, charset=None) -> bytes:
    """A page as the record of a server's answer."""
    body = html.encode("utf-8", "replace") if isinstance(html, str) else (html or b"")
    charset = "utf-8" if isinstance(html, str) else charset
    kind = "text/html" + (f"; charset={_line(charset)}" if charset else "")
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    taken = taken.isoformat() if hasattr(taken, "isoformat") else (taken or "")
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <{_line(id)}>\r\nWARC-Target-URI: {_line(url)}\r\n"
        f"WARC-Date: {_line(taken)}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode("utf-8", "replace") + answer + b"\r\n\r\n"


def _line(value) -> str:
    """What may stand in a line of a head."""
    return "".join(letter for letter in str(value or "") if letter >= " ")
