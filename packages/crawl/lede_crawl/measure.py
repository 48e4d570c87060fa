"""python3 -m lede_crawl.measure PAGES...: what a page costs, and what a billion would.

Counted is the time of the processor, which other work on the machine does not change much."""

import argparse
import gzip
import resource
import shutil
import subprocess
import sys
from pathlib import Path

from .pages import record

BILLION = 1_000_000_000


def pages(paths: list[str]) -> list[bytes]:
    """The pages of files and folders, unpacked."""
    files = [file for path in map(Path, paths) for file in (sorted(path.rglob("*.htm*")) if path.is_dir() else [path])]
    return [gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data for data in (file.read_bytes() for file in files)]


def seconds(program: str, archive: bytes) -> float:
    """What one run takes of a processor; the fastest of three."""
    best = float("inf")
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([program, "clean", "--stdin", "warc", "--jobs", "1", "-"], input=archive, stdout=subprocess.PIPE, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def main() -> int:
    parser = argparse.ArgumentParser(prog="lede_crawl.measure")
    parser.add_argument("pages", nargs="+", help="HTML files (.gz too), or folders of them")
    parser.add_argument("--lede", default=shutil.which("lede") or "lede")
    said = parser.parse_args()
    found = pages(said.pages)
    if not found:
        print("lede_crawl.measure: there are no pages", file=sys.stderr)
        return 2
    members = [gzip.compress(record(page, id=f"urn:{at}", url="https://page.example/")) for at, page in enumerate(found)]
    archive = b"".join(members)
    took = seconds(said.lede, archive)
    rate = len(found) / took
    print(f"{len(found)} pages, {sum(map(len, found)) / len(found) / 1000:.1f} kB each, {len(archive) / len(found) / 1000:.1f} kB packed")
    print(f"{rate:.0f} pages a second and core ({1000 / rate:.2f} ms each)")
    print(f"a billion pages: {BILLION / rate / 3600:.0f} core-hours, {BILLION / rate / 3600 / 1000:.1f} hours on 1,000 cores")
    return 0


if __name__ == "__main__":
    sys.exit(main())
