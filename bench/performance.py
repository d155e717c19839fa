"""Make pages of docs and their pictures from benchmarks' JSON files; every number on a page is from these.

    python bench/performance.py --peers peers.json --graphs graphnet.json [more.json ...] --memory memory.json
    python bench/performance.py --transforms transforms.json [more.json ...]
    python bench/performance.py --training training.json

The files are those of `--json OUT` of bench/peers.py, bench/graphnet.py (of all shards) and bench/memory.py, for
docs/performance.md, of bench/transforms.py, of some tasks each, for docs/derivatives_speed.md, and of
bench/training.py for docs/training_speed.md. What limits a row is written by hand in bench/limits.txt. The same files
give the same page.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.record import read
from bench.report import graphs, memory, peers, training, transforms
from bench.report.markdown import Section, paragraphs, table

LIMITS = Path(__file__).with_name("limits.txt")
INTRODUCTION = """\
Made by `bench/performance.py` from the benchmarks' own files; what limits a row is kept in `bench/limits.txt`. All
rows are here, also those where pcc is slower. Bars are figures that are promised; x is a ratio of speeds, above 1
where pcc is faster."""
Record = Mapping[str, Any]
MAKERS = {
    "peers": peers.section,
    "graphs": graphs.section,
    "memory": memory.section,
    "transforms": transforms.section,
    "training": training.section,
}
PAGES = {
    "performance.md": ("Performance", ("peers", "graphs", "memory")),
    "derivatives_speed.md": ("Speed of derivatives", ("transforms",)),
    "training_speed.md": ("Speed of training", ("training",)),
}


def page(title: str, records: Mapping[str, Record], sections: Iterable[Section]) -> str:
    parts = [section.text for section in sections]
    return paragraphs(f"# {title}", INTRODUCTION, origin_table(records), *parts) + "\n"


def origin_table(records: Mapping[str, Record]) -> str:
    """Machine and versions; where the files differ, each with its own."""
    names = dict.fromkeys(name for record in records.values() for name in record["origin"])
    return table(("", ""), "ll", [(name, fact(name, records)) for name in names])


def fact(name: str, records: Mapping[str, Record]) -> str:
    found = {bench: record["origin"].get(name, "-") for bench, record in records.items()}
    if len(set(found.values())) == 1:
        return next(iter(found.values()))
    return "; ".join(f"{bench}: {value}" for bench, value in found.items())


def read_limits(path: Path) -> dict[str, str]:
    """`name: sentence` by line; what begins with # is for who writes them."""
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(":") for line in lines if line.strip() and not line.startswith("#"))
    return {name.strip(): sentence.strip() for name, _, sentence in pairs}


def merged(bench: str, paths: Sequence[Path]) -> Record:
    """The rows of all files of a benchmark whose rows may be in several, with the first one's head."""
    records = [read(path) for path in paths]
    rows: Record = {}
    if bench == "graphs":
        rows = {"graphs": [graph for record in records for graph in record["graphs"]]}
    if bench == "transforms":
        rows = {"tasks": {name: task for record in records for name, task in record["tasks"].items()}}
    return {**records[0], **rows}


def write(path: Path, text: str, sections: Iterable[Section]) -> None:
    pictures = path.parent / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    for section in sections:
        for name, picture in section.pictures.items():
            (pictures / name).write_text(picture, encoding="utf-8")
    path.write_text(text, encoding="utf-8")


def parse_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in MAKERS:
        parser.add_argument(f"--{name}", type=Path, default=[], nargs="+", metavar="JSON")
    parser.add_argument("--limits", type=Path, default=LIMITS, metavar="TEXT")
    parser.add_argument("--out", type=Path, default=ROOT / "docs", help="folder of the pages")
    options = parser.parse_args(arguments)
    for _, names in PAGES.values():
        given = [name for name in names if getattr(options, name)]
        if given and len(given) < len(names):
            parser.error(f"a page needs all of --{', --'.join(names)}")
    return options


def main(arguments: Sequence[str] | None = None) -> None:
    options = parse_options(arguments)
    limits = read_limits(options.limits)
    for file, (title, names) in PAGES.items():
        if getattr(options, names[0]):
            records = {name: merged(name, getattr(options, name)) for name in names}
            sections = [MAKERS[name](record, limits) for name, record in records.items()]
            write(options.out / file, page(title, records, sections), sections)


if __name__ == "__main__":
    main()
