"""The command line, fed with records: what it says of each, and which of them it does not survive."""

import gzip
import json
import re
import subprocess
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

# Records that go to one run of the program, in bytes: enough that its start weighs nothing.
BATCH = 16 << 20


class Unusable(Exception):
    """The program can't be used at all: no record is to blame."""


@dataclass(frozen=True)
class Program:
    """How the program is called."""

    path: str
    arguments: tuple[str, ...] = ()
    # A run may take so long, and so much longer for each record.
    seconds: float = 60.0
    seconds_each: float = 2.0

    def clean(self, records: Iterator[bytes]) -> Iterator[dict]:
        """An article for each page, or `error` and why there is none."""
        for batch in batches(records):
            yield from self._answers(batch)

    def _answers(self, batch: list[bytes]) -> Iterator[dict]:
        lines, why = self._run(batch)
        if why is None:
            yield from lines
        elif len(batch) > 1:
            # One of them is too much for it. Half by half the others come through.
            middle = len(batch) // 2
            yield from self._answers(batch[:middle])
            yield from self._answers(batch[middle:])
        else:
            # It may have been the machine: once more, alone.
            lines, why = self._run(batch)
            yield from lines if why is None else [{**told(batch[0]), "error": f"the program {why}, twice"}]

    def _run(self, batch: list[bytes]) -> tuple[list[dict], str | None]:
        """What the program says; or how it ended."""
        command = [self.path, "clean", "--stdin", "warc", "--with", "failures", "--jobs", "1", *self.arguments, "-"]
        try:
            run = subprocess.run(
                command,
                input=b"".join(batch),
                capture_output=True,
                timeout=self.seconds + self.seconds_each * len(batch),
                check=False,
            )
        except subprocess.TimeoutExpired:
            return [], "took too long"
        except OSError as error:
            raise Unusable(f"{self.path}: {error}") from error
        if run.returncode == 2:
            raise Unusable(run.stderr.decode("utf-8", "replace").strip())
        if run.returncode not in (0, 1):
            return [], f"ended by signal {-run.returncode}" if run.returncode < 0 else f"ended with {run.returncode}"
        return [json.loads(line) for line in run.stdout.splitlines()], None


def batches(records: Iterator[bytes]) -> Iterator[list[bytes]]:
    """Records together, up to so many bytes."""
    batch: list[bytes] = []
    size = 0
    for record in records:
        if batch and size + len(record) > BATCH:
            yield batch
            batch, size = [], 0
        batch.append(record)
        size += len(record)
    if batch:
        yield batch


def told(record: bytes) -> dict:
    """What a record's head says of itself."""
    head = record[:65536]
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(31).decompress(record, 65536)
        except (zlib.error, gzip.BadGzipFile):
            head = b""
    text = head.split(b"\r\n\r\n", 1)[0].decode("utf-8", "replace")

    def of(name: str) -> str:
        found = re.search(rf"^{name}:\s*<?(.*?)>?\s*$", text, re.IGNORECASE | re.MULTILINE)
        return found[1] if found else ""

    return {"id": of("WARC-Record-ID"), "url": of("WARC-Target-URI")}
