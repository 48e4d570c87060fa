"""Pieces, records and the program, without Ray."""

import gzip
import json
import os
import stat
import sys
import tempfile
import unittest
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as parquet

from lede_crawl import job, pages, splits, tables
from lede_crawl.program import Program, Unusable

from . import made

LEDE = os.environ["LEDE_CLI"]
STORY = b"<title>A heron on the weir</title><article>" + b"<p>The heron stood on the weir until the miller came, and then it went.</p>" * 9 + b"</article>"


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="lede-crawl-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def file(self, name: str, data: bytes) -> str:
        path = self.folder / name
        path.write_bytes(data)
        return str(path)


class Pieces(Folder):
    def whole(self, path: str, size: int) -> tuple[int, bytes]:
        pieces = splits.plan([path], size)
        return len(pieces), b"".join(record for piece in pieces for record in splits.records(piece))

    def test_pieces_of_any_size_are_the_archive_once(self):
        data, _ = made.archive()
        path = self.file("crawl.warc.gz", data)
        for size in (200_000, 77_777, len(data), len(data) + 1):
            count, joined = self.whole(path, size)
            self.assertEqual(count, -(-len(data) // size))
            self.assertEqual(joined, data, size)
        few = data[: 60_000]
        for size in (1_000, 333):
            self.assertEqual(self.whole(self.file("few.warc.gz", few), size)[1], few, size)

    def test_each_record_is_one(self):
        data, names = made.archive()
        path = self.file("crawl.warc.gz", data)
        records = [record for piece in splits.plan([path], 100_000) for record in splits.records(piece)]
        self.assertGreater(len(records), len(names))
        self.assertTrue(all(record.startswith(b"\x1f\x8b\x08") for record in records))

    def test_an_archive_that_is_not_packed_is_parted_by_its_lengths(self):
        inside = made.record("1", made.answer(b"<p>\r\n\r\nWARC/1.0\r\nContent-Length: 3\r\n\r\n"))
        rows = [inside, made.BAD[-1][1], made.record("2", made.answer(STORY))]
        self.assertEqual(list(splits.records(splits.plan([self.file("x.warc", b"".join(rows))], 10)[0])), rows)

    def test_an_archive_packed_as_one_is_one_piece(self):
        data = gzip.compress(b"".join(made.record(str(at), made.answer(os.urandom(3000))) for at in range(50)))
        path = self.file("one.warc.gz", data)
        found = [list(splits.records(piece)) for piece in splits.plan([path], 40_000)]
        self.assertEqual([len(records) for records in found], [1] + [0] * (len(found) - 1))
        self.assertEqual(found[0][0], data)

    def test_names_are_of_the_piece_and_the_file(self):
        one = splits.Split("a", 10, 0, 5)
        self.assertEqual(one.name, splits.Split("a", 10, 0, 5).name)
        self.assertEqual(len({one.name, splits.Split("a", 11, 0, 5).name, splits.Split("a", 10, 5, 10).name, splits.Split("b", 10, 0, 5).name}), 4)


class Rows(Folder):
    def test_rows_of_html_give_what_the_program_gives_of_the_files(self):
        files = sorted(made.PAGES.glob("*.html"))[:40]
        table = pa.table({"page": [file.read_bytes() for file in files], "url": ["https://site.example/\r\nX: y"] * len(files), "id": [file.stem for file in files]})
        path = str(self.folder / "pages.parquet")
        parquet.write_table(table, path, row_group_size=15)
        pieces = splits.plan([path], 1)
        self.assertEqual(len(pieces), 3)
        settings = job.Settings(str(self.folder), Program(LEDE), pages.Columns(html="page"))
        lines = {line["id"]: line for piece in pieces for line in settings.program.clean(pages.records(piece, settings.columns))}
        self.assertEqual(list(lines), [file.stem for file in files])
        self.assertEqual(lines[files[0].stem]["url"], "https://site.example/X: y")
        direct = [json.loads(line) for line in _clean(["--url", "https://site.example/X: y", str(files[0])])]
        for field in ("title", "textContent", "wordCount", "pageType"):
            self.assertEqual(lines[files[0].stem][field], direct[0][field], field)

    def test_a_table_without_html_is_named(self):
        path = str(self.folder / "x.parquet")
        parquet.write_table(pa.table({"text": ["x"]}), path)
        out = str(self.folder)
        (piece,) = splits.plan([path], 1)
        self.assertIn("no column 'html'", job.clean_split(job.Settings(out, Program(LEDE)), piece)["failed"])


def _clean(arguments: list[str]) -> list[bytes]:
    import subprocess

    return subprocess.run([LEDE, "clean", *arguments], capture_output=True, check=False).stdout.splitlines()


class TheProgram(Folder):
    def fragile(self, does: str) -> Program:
        """A program that cleans, unless a record says `poison`."""
        path = self.folder / "fragile"
        path.write_text(
            f"#!{sys.executable}\nimport gzip, os, signal, subprocess, sys, time\ndata = sys.stdin.buffer.read()\n"
            f"if b'poison' in data: {does}\nsys.exit(subprocess.run([{LEDE!r}, *sys.argv[1:]], input=data).returncode)\n"
        )
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return Program(str(path), seconds=3, seconds_each=0)

    def test_a_record_that_the_program_does_not_survive_is_set_aside_and_the_others_are_not(self):
        rows = [made.record(str(at), made.answer(STORY + (b"<p>poison" if at in (3, 8) else b""))) for at in range(11)]
        for does, why in (("os.kill(os.getpid(), signal.SIGKILL)", "ended by signal 9"), ("sys.exit(101)", "ended with 101")):
            lines = list(self.fragile(does).clean(iter(rows)))
            self.assertEqual([line["id"] for line in lines], [f"urn:{at}" for at in range(11)])
            bad = [line for line in lines if "error" in line]
            self.assertEqual([(line["id"], line["url"]) for line in bad], [("urn:3", "https://site.example/3"), ("urn:8", "https://site.example/8")])
            self.assertIn(why, bad[0]["error"])

    def test_so_is_one_that_takes_for_ever(self):
        rows = [made.record(str(at), made.answer(STORY + (b"<p>poison" if at == 1 else b""))) for at in range(2)]
        lines = list(self.fragile("time.sleep(60)").clean(iter(rows)))
        self.assertEqual([line.get("error") for line in lines], [None, "the program took too long, twice"])

    def test_a_packed_record_is_named_too(self):
        program = Program(str(self.folder / "always"))
        Path(program.path).write_text("#!/bin/sh\nexit 99\n")
        os.chmod(program.path, 0o755)
        (line,) = program.clean(iter([gzip.compress(made.record("7", made.answer(STORY)))]))
        self.assertEqual((line["id"], line["url"]), ("urn:7", "https://site.example/7"))

    def test_a_program_that_is_none_ends_the_job(self):
        for program in (Program("/nowhere/lede"), Program(LEDE, ("--no-such-option",))):
            with self.assertRaises(Unusable):
                list(program.clean(iter([made.record("1", made.answer(STORY))])))


class WhatIsWritten(Folder):
    def test_every_field_of_an_article_has_its_column(self):
        page = sorted(made.PAGES.glob("sample-news.html"))[0]
        (line,) = Program(LEDE, ("--body",)).clean(iter([made.record("1", made.answer(page.read_bytes()))]))
        self.assertEqual(sorted(set(line)), sorted(set(tables.ARTICLES.names) - {"source"}))
        tables.write(str(self.folder), "one.parquet", [tables.article("x", line)], tables.ARTICLES)
        (row,) = parquet.read_table(self.folder / "one.parquet").to_pylist()
        self.assertEqual(json.loads(row.pop("body")), line.pop("body"))
        self.assertEqual(row.pop("source"), "x")
        self.assertEqual(row, line)
        self.assertEqual([file.name for file in self.folder.iterdir()], ["one.parquet"])

    def test_a_piece_is_done_once(self):
        path = self.file("x.warc", made.record("1", made.answer(STORY)))
        (piece,) = splits.plan([path], 1)
        for folder in ("articles", "bad", "done"):
            (self.folder / folder).mkdir()
        first = job.clean_split(job.Settings(str(self.folder), Program(LEDE)), piece)
        again = job.clean_split(job.Settings(str(self.folder), Program("/nowhere/lede")), piece)
        self.assertEqual((first["articles"], first["bad"]), (1, 0))
        self.assertEqual(first, again)


if __name__ == "__main__":
    unittest.main()
