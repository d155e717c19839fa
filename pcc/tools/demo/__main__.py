"""`python -m pcc.tools.demo [MODEL ...]`: compile, run, compare; a table on stdout and demo-report.html."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from pcc.tools.demo.catalogue import TITLES
from pcc.tools.demo.isolated import measure_apart, server
from pcc.tools.demo.machine import disturbed, machine
from pcc.tools.demo.measurement import Measurement
from pcc.tools.demo.report import page
from pcc.tools.demo.table import done, table, working


def run(names: Sequence[str]) -> list[Measurement]:
    """Measure models one after the other, telling the terminal."""
    context, measured = server(), list[Measurement]()
    for number, name in enumerate(names, 1):
        position = f"[{number}/{len(names)}]"
        say = partial(working, position, TITLES[name])
        say("starting")
        measured.append(measure_apart(context, name, say))
        done(position, measured[-1])
    return measured


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0 if every model compiled and agreed with Paddle, else 1."""
    parser = argparse.ArgumentParser(prog="python -m pcc.tools.demo", description=__doc__)
    parser.add_argument("models", nargs="*", metavar="MODEL", help=f"all, if none is named: {', '.join(TITLES)}")
    parser.add_argument("--report", type=Path, default=Path("demo-report.html"), help="the page (demo-report.html)")
    given = parser.parse_args(arguments)
    unknown = [name for name in given.models if name not in TITLES]
    if unknown:
        parser.error(f"no model '{unknown[0]}'; there are {', '.join(TITLES)}")
    facts, busy = machine(), disturbed()
    print(f"pcc demo on {facts['CPU']}", flush=True)
    measured = run(given.models or list(TITLES))
    print(f"\n{table(measured)}\n")
    if busy:
        print("Other programs kept this machine busy: the times mean little.")
    given.report.write_text(page(measured, facts, busy), encoding="utf-8")
    print(f"The page with all details: {given.report}")
    return int(any(found.failure for found in measured))


if __name__ == "__main__":
    sys.exit(main())
