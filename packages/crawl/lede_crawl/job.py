"""The job: pieces go to workers, each piece's result is written by whoever did it, and a mark says that it is done."""

import json
import os
import time
from dataclasses import asdict, dataclass, field

from pyarrow import fs

from . import pages, splits, tables
from .program import Program, Unusable
from .splits import Split, place

ATTEMPTS = 3
# More blocks than this only cost the driver; a block that is done again passes over the pieces that have their mark.
MOST_BLOCKS = 10_000


@dataclass(frozen=True)
class Settings:
    """What every worker is told."""

    out: str
    program: Program
    columns: pages.Columns = field(default_factory=pages.Columns)


def clean_split(settings: Settings, split: Split) -> dict:
    """Does a piece, and says what came of it. Done again it writes the same files."""
    before = done(settings.out, split)
    if before is not None:
        return before
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return _clean(settings, split)
        except Unusable:
            raise
        except Exception as error:  # noqa: BLE001 whatever it is, the other pieces go on
            if attempt == ATTEMPTS or isinstance(error, (ValueError, splits.Unsplittable)):
                return {**asdict(split), "failed": f"{type(error).__name__}: {error}"}
            time.sleep(2**attempt)
    raise AssertionError("the last attempt returns")


def _clean(settings: Settings, split: Split) -> dict:
    begun = time.monotonic()
    is_archive = splits.is_archive(split.source)
    records = splits.records(split) if is_archive else pages.records(split, settings.columns)
    articles, bad = [], []
    for line in settings.program.clean(records):
        if "error" in line:
            bad.append(tables.bad(split.source, line))
        else:
            articles.append(tables.article(split.source, line))
    tables.write(f"{settings.out}/articles", f"{split.name}.parquet", articles, tables.ARTICLES)
    tables.write(f"{settings.out}/bad", f"{split.name}.parquet", bad, tables.BAD)
    summary = {**asdict(split), "articles": len(articles), "bad": len(bad), "seconds": round(time.monotonic() - begun, 3)}
    _mark(settings.out, split, summary)
    return summary


def _mark(out: str, split: Split, summary: dict) -> None:
    system, inner = place(f"{out}/done")
    with system.open_output_stream(f"{inner}/.{split.name}.part") as file:
        file.write(json.dumps(summary).encode())
    system.move(f"{inner}/.{split.name}.part", f"{inner}/{split.name}.json")


def done(out: str, split: Split) -> dict | None:
    """What came of a piece, if it is done."""
    system, inner = place(f"{out}/done/{split.name}.json")
    if system.get_file_info(inner).type == fs.FileType.NotFound:
        return None
    with system.open_input_stream(inner) as file:
        return json.loads(file.read())


def run(paths: list[str], settings: Settings, split_bytes: int, workers: int, address: str | None) -> dict:
    """Does what is not done yet, and says what came of all."""
    all_splits = splits.plan(paths, split_bytes)
    for folder in ("articles", "bad", "done"):
        system, inner = place(f"{settings.out}/{folder}")
        system.create_dir(inner, recursive=True)
    pending = [split for split in all_splits if done(settings.out, split) is None]
    summaries = [done(settings.out, split) for split in all_splits if split not in set(pending)]
    total = {"splits": len(all_splits), "done before": len(summaries), "articles": 0, "bad": 0, "failed": []}
    if pending:
        summaries += _on_ray(pending, settings, workers, address)
    for summary in summaries:
        total["articles"] += summary.get("articles", 0)
        total["bad"] += summary.get("bad", 0)
        if "failed" in summary:
            total["failed"].append({key: summary[key] for key in ("source", "begin", "end", "failed")})
    return total


def _on_ray(pending: list[Split], settings: Settings, workers: int, address: str | None) -> list[dict]:
    # Ray would tell its makers that it was used.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    import ray  # takes seconds, and resuming what is done needs none of it

    if address is None:
        here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        ray.init(
            num_cpus=workers,
            include_dashboard=False,
            logging_level="WARNING",
            object_store_memory=256 << 20,
            runtime_env={"env_vars": {"PYTHONPATH": here}},
        )
    else:
        ray.init(address=address)

    def one(row: dict) -> dict:
        return {"summary": json.dumps(clean_split(settings, Split(**row)))}

    items = [asdict(split) for split in pending]
    pieces = ray.data.from_items(items, override_num_blocks=min(len(items), MOST_BLOCKS))
    # A worker that dies takes its piece along: Ray gives it to another.
    told = pieces.map(one, num_cpus=1, concurrency=workers, max_retries=5)
    try:
        return [json.loads(row["summary"]) for row in told.iter_rows()]
    finally:
        ray.shutdown()
