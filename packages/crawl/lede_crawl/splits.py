"""What there is to do, in pieces that can each be done, and done again, without the others."""

import hashlib
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow.parquet as parquet
from pyarrow import fs

# How a member of gzip's begins (RFC 1952), and how much of one tells whether a record begins in it.
MAGIC = re.compile(rb"\x1f\x8b\x08")
PROBE = 1024
BLOCK = 4 << 20
# Where no record begins for so long, the archive is not packed record by record.
LARGEST = 512 << 20


class Unsplittable(Exception):
    """An archive in which no record begins by itself."""


@dataclass(frozen=True)
class Split:
    """A piece of a file: bytes of an archive, or row groups of a table."""

    source: str
    size: int
    begin: int
    end: int

    @property
    def name(self) -> str:
        """The same for the same piece of the same file, each time."""
        said = f"{self.source}\0{self.size}\0{self.begin}\0{self.end}"
        return hashlib.sha256(said.encode()).hexdigest()[:20]


def place(path: str) -> tuple[fs.FileSystem, str]:
    """A path or an address (s3://, gs://, hdfs://) as pyarrow has it."""
    if "://" in path:
        return fs.FileSystem.from_uri(path)
    return fs.LocalFileSystem(), path


def is_archive(path: str) -> bool:
    return path.lower().removesuffix(".gz").endswith(".warc")


def is_packed(path: str) -> bool:
    return path.lower().endswith(".gz")


def plan(paths: list[str], split_bytes: int) -> list[Split]:
    """The pieces of files, and of what lies in folders."""
    return [split for path in paths for file, size in _files(path) for split in _splits(file, size, split_bytes)]


def _files(path: str) -> Iterator[tuple[str, int]]:
    system, inner = place(path)
    info = system.get_file_info(inner)
    if info.type == fs.FileType.NotFound:
        raise FileNotFoundError(path)
    if info.type == fs.FileType.File:
        yield path, info.size
        return
    below = system.get_file_info(fs.FileSelector(inner, recursive=True))
    for file in sorted((one for one in below if one.type == fs.FileType.File), key=lambda one: one.path):
        if is_archive(file.path) or file.path.endswith(".parquet"):
            yield path.rstrip("/") + file.path.removeprefix(inner.rstrip("/")), file.size


def _splits(file: str, size: int, split_bytes: int) -> Iterator[Split]:
    if not is_archive(file):
        system, inner = place(file)
        with system.open_input_file(inner) as source:
            groups = parquet.ParquetFile(source).num_row_groups
        for group in range(groups):
            yield Split(file, size, group, group + 1)
    elif is_packed(file):
        for begin in range(0, size, split_bytes):
            yield Split(file, size, begin, min(begin + split_bytes, size))
    else:
        # Where a record begins is known here only by reading on from the one before.
        yield Split(file, size, 0, size)


def records(split: Split) -> Iterator[bytes]:
    """The records that begin in a piece of an archive, as they stand there."""
    system, inner = place(split.source)
    with system.open_input_file(inner) as file:
        file.seek(split.begin)
        yield from _packed(file, split) if is_packed(split.source) else _plain(file.read(split.end - split.begin))


def _packed(file, split: Split) -> Iterator[bytes]:
    """Members; what stands before the first that can be told belongs to the piece before, but at the file's begin."""
    data = file.read(split.end - split.begin)
    length = scanned = len(data)
    end = None
    # What begins in this piece may end in the next.
    while end is None:
        more = file.read(BLOCK)
        data += more
        end = next(_begins(data, scanned), None if more else len(data))
        if end is None and len(data) > LARGEST:
            raise Unsplittable(f"no record begins in {LARGEST} bytes: pack each record by itself")
        scanned = max(len(data) - PROBE, length)
    begins = [at for at in _begins(data, 0) if at < length]
    if split.begin == 0 and begins[:1] != [0]:
        begins.insert(0, 0)
    for begin, until in zip(begins, [*begins[1:], end]):
        yield data[begin:until]


def _begins(data: bytes, start: int) -> Iterator[int]:
    """Where members with records begin."""
    for found in MAGIC.finditer(data, start):
        at = found.start()
        try:
            if zlib.decompressobj(31).decompress(data[at : at + PROBE], 5) == b"WARC/":
                yield at
        except zlib.error:
            continue


LENGTH = re.compile(rb"\r?\ncontent-length:[ \t]*(\d+)", re.IGNORECASE)
HEAD_END = re.compile(rb"\r?\n\r?\n")
NEXT = re.compile(rb"(?<=\n)WARC/1\.")


def _plain(data: bytes) -> Iterator[bytes]:
    """Records one behind the other; one whose length is not told ends where the next seems to begin."""
    at = 0
    while at < len(data):
        head = HEAD_END.search(data, at)
        length = LENGTH.search(data, at, head.start()) if head else None
        if data.startswith(b"WARC/", at) and head and length:
            end = head.end() + int(length[1])
            # The empty lines behind it are its own.
            while data[end : end + 1] in (b"\r", b"\n"):
                end += 1
        else:
            following = NEXT.search(data, at + 1)
            end = following.start() if following else len(data)
        yield data[at:end]
        at = end
