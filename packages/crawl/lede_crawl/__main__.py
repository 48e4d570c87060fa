"""python3 -m lede_crawl INPUT... --out FOLDER"""

import argparse
import json
import os
import shutil
import sys

from . import job, pages
from .program import Program, Unusable


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="lede_crawl", description="Articles of a crawl, as Parquet. What is done is not done again.")
    parser.add_argument("inputs", nargs="+", help="WARC archives (.warc, .warc.gz), Parquet of HTML, or folders of them; paths, or s3://, gs://, hdfs://")
    parser.add_argument("--out", required=True, help="folder for articles/, bad/ and done/")
    parser.add_argument("--lede", default=shutil.which("lede") or "lede", help="the program (on every machine)")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="pieces at once, a core each")
    parser.add_argument("--address", help="of a Ray cluster (`auto`: the one that runs here); else one is started on this machine")
    parser.add_argument("--split-mb", type=float, default=64, help="size of a piece of a packed archive")
    parser.add_argument("--seconds", type=float, default=60, help="how long the program may take, besides 2 s a record")
    parser.add_argument("--body", action="store_true", help="with the typed body")
    for name, column in vars(pages.Columns()).items():
        parser.add_argument(f"--{name}-column", default=column, help=f"of Parquet: {column} unless you say")
    return parser.parse_args()


def main() -> int:
    said = arguments()
    program = Program(os.path.abspath(said.lede) if os.path.exists(said.lede) else said.lede, ("--body",) if said.body else (), said.seconds)
    columns = pages.Columns(**{name: getattr(said, f"{name}_column") for name in vars(pages.Columns())})
    out = said.out if "://" in said.out else os.path.abspath(said.out)
    inputs = [path if "://" in path else os.path.abspath(path) for path in said.inputs]
    try:
        total = job.run(inputs, job.Settings(out, program, columns), int(said.split_mb * (1 << 20)), said.workers, said.address)
    except (Unusable, FileNotFoundError) as error:
        print(f"lede_crawl: {error}", file=sys.stderr)
        return 2
    print(json.dumps(total))
    return 1 if total["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
