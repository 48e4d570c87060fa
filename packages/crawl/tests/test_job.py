"""The job on this machine, by two workers: what comes out is what the command line says, whoever is killed meanwhile."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from collections import Counter
from pathlib import Path

import pyarrow.parquet as parquet

from . import made

LEDE = os.environ["LEDE_CLI"]
HERE = Path(__file__).resolve().parents[1]
SPLIT_MB = "0.2"


def processes() -> dict[int, tuple[int, str]]:
    """Every process: its parent, and how it was called."""
    table = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    rows = (line.split(None, 2) for line in table.splitlines())
    return {int(row[0]): (int(row[1]), row[2]) for row in rows if len(row) == 3}


def is_below(pid: int, ancestor: int, all_: dict[int, tuple[int, str]]) -> bool:
    while pid in all_ and pid != ancestor:
        pid = all_[pid][0]
    return pid == ancestor


def busy_workers(job: int) -> list[tuple[int, int]]:
    """Workers of a job that run the program right now, and that run."""
    all_ = processes()
    runs = [(parent, pid) for pid, (parent, args) in all_.items() if args.startswith(f"{LEDE} clean") and is_below(pid, job, all_)]
    return [(parent, pid) for parent, pid in runs if all_.get(parent, (0, ""))[1].startswith("ray::")]


class TheJob(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="lede-crawl-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        data, cls.names = made.archive()
        cls.archive = cls.folder / "crawl.warc.gz"
        cls.archive.write_bytes(data)
        run = subprocess.run([LEDE, "clean", "--with", "failures", str(cls.archive)], capture_output=True, check=False)
        lines = [json.loads(line) for line in run.stdout.splitlines()]
        cls.direct = {line["id"]: line for line in lines if "error" not in line}
        cls.direct_bad = Counter((line["id"], line["url"], line["error"]) for line in lines if "error" in line)
        cls.out = cls.folder / "out"
        cls.killed = cls._job_with_deaths()

    @classmethod
    def command(cls, out: Path) -> list[str]:
        return [sys.executable, "-m", "lede_crawl", str(cls.archive), "--out", str(out), "--lede", LEDE, "--workers", "2", "--split-mb", SPLIT_MB]

    @classmethod
    def _job_with_deaths(cls) -> list[str]:
        """Runs the job, and kills a worker at its work, and a run of the program, once pieces are done."""
        killed = []
        job = subprocess.Popen(cls.command(cls.out), cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        while job.poll() is None and len(killed) < 2:
            is_begun = any((cls.out / "done").glob("*.json")) if cls.out.exists() else False
            workers = busy_workers(job.pid) if is_begun else []
            if workers:
                victim = workers[0][0] if not killed else workers[-1][1]
                os.kill(victim, signal.SIGKILL)
                killed.append("worker" if not killed else "program")
                cls.done_at_first_death = len(list((cls.out / "done").glob("*.json"))) if len(killed) == 1 else cls.done_at_first_death
            time.sleep(0.05)
        out, cls.errors = job.communicate(timeout=300)
        cls.status, cls.said = job.returncode, json.loads(out.splitlines()[-1]) if out.strip() else {}
        return killed

    def rows(self, kind: str) -> list[dict]:
        return parquet.read_table(self.out / kind).to_pylist()

    def test_it_came_to_its_end_though_a_worker_and_a_program_were_killed_in_its_midst(self):
        self.assertEqual(self.killed, ["worker", "program"])
        self.assertEqual(self.status, 0, self.errors)
        self.assertEqual(self.said["failed"], [])
        self.assertGreater(self.said["splits"], 10)
        self.assertLess(self.done_at_first_death, self.said["splits"])

    def test_there_are_two_thousand_records_and_each_article_is_the_command_lines(self):
        self.assertGreaterEqual(len(self.names), 2000)
        rows = {row["id"]: row for row in self.rows("articles")}
        self.assertEqual(len(rows), len(self.rows("articles")), "none twice")
        self.assertEqual(sorted(rows), sorted(self.names))
        self.assertEqual(sorted(rows), sorted(self.direct))
        for name, line in self.direct.items():
            row = rows[name]
            self.assertEqual(row.pop("source"), str(self.archive))
            self.assertIsNone(row.pop("body"))
            self.assertEqual(row, line, name)

    def test_encodings_and_packings_came_to_the_same_text(self):
        rows = {row["id"]: row for row in self.rows("articles")}
        for way in (1, 2, 3, 4, 5):
            for name in ("sample-news",):
                self.assertEqual(rows[f"urn:{name}.{way}.0"]["textContent"], rows[f"urn:{name}.0.0"]["textContent"], way)
        self.assertEqual(rows["urn:sample-news.7.0"]["status"], 404)

    def test_bad_records_are_set_aside_each_with_its_reason(self):
        rows = self.rows("bad")
        self.assertEqual(Counter((row["id"], row["url"], row["reason"]) for row in rows), self.direct_bad)
        reasons = {row["id"]: row["reason"] for row in rows}
        for name, _ in made.BAD:
            self.assertIn(name, reasons)
        self.assertIn('"br"', reasons["urn:brotli"])
        self.assertIn("no answer of a server", reasons["urn:nothing"])
        self.assertTrue(any("damaged part" in row["reason"] for row in rows))
        self.assertEqual(self.said["bad"], len(rows))

    def test_what_is_done_is_not_done_again(self):
        before = {file: file.stat().st_mtime_ns for file in (self.out / "articles").iterdir()}
        run = subprocess.run(self.command(self.out), cwd=HERE, capture_output=True, text=True, check=False)
        said = json.loads(run.stdout)
        self.assertEqual((run.returncode, said["done before"], said["articles"]), (0, said["splits"], len(self.names)))
        # A piece whose mark is missing, as after a crash before it was set, is done again, and it alone.
        mark = sorted((self.out / "done").glob("*.json"))[0]
        mark.unlink()
        run = subprocess.run(self.command(self.out), cwd=HERE, capture_output=True, text=True, check=False)
        said = json.loads(run.stdout.splitlines()[-1])
        self.assertEqual((run.returncode, said["splits"] - said["done before"], said["articles"]), (0, 1, len(self.names)))
        after = {file: file.stat().st_mtime_ns for file in (self.out / "articles").iterdir()}
        self.assertEqual([file.stem for file in after if after[file] != before.get(file)], [mark.stem])


if __name__ == "__main__":
    unittest.main()
