"""Races, wrong barriers and wrong addresses in emitted kernels, found without a device.

The text is compiled with ThreadSanitizer; only barriers and shuffles order the threads of the shim (see shim.cpp).
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Sequence
from math import prod
from pathlib import Path

from pcc.runtime.cuda.program import Copy, Launch, Program, Step
from pcc.testing.cuda.shim import HERE, ORDERS, compile_units, storage, write_unit

_RACE = re.compile(r"(?:Read|Write) of size|Previous (?:read|write) of size")
_LINE = re.compile(r"kernels\.cu:(\d+)")
_FLAGS = ("-std=c++17", "-O1", "-g", "-w", "-fwrapv", "-fsanitize=thread")
_SETTINGS = {"TSAN_OPTIONS": "halt_on_error=0 history_size=4 exitcode=66 report_bugs=1"}


def find_races(program: Program, orders: Sequence[int] = ORDERS, across_blocks: bool = False) -> list[str]:
    """What is wrong with the kernels of a program's straight steps, a line each, in all orders of threads.

    Of races, the lines of the text between which they are. `across_blocks`: between threads of different blocks, too.
    """
    with tempfile.TemporaryDirectory(prefix="pcc-race-") as place:
        folder = Path(place)
        table = ", ".join(f"{kernel.name}_run" for kernel in program.kernels)
        write_unit(
            program, folder, f'extern "C" void (*const shim_kernels[])(const shim::Grid*, void**) = {{{table}}};\n'
        )
        compile_units([*_FLAGS, f"-I{HERE}", str(folder / "kernels.cpp"), "-pthread"], folder / "race", "race.cpp")
        found: dict[str, None] = {}
        for order in orders:
            (folder / "launches").write_text(_launches(program, order))
            settings = _SETTINGS | ({"PCC_SHIM_BLOCKS": "1"} if across_blocks else {})
            command = [str(folder / "race"), str(folder / "launches")]
            done = subprocess.run(command, env=settings, capture_output=True, text=True, check=False)
            found |= dict.fromkeys(_told(done.stderr, folder / "race"))
            if done.returncode not in (0, 66) and not found:
                found[f"the kernel dies with status {done.returncode}"] = None
        return list(found)


def _launches(program: Program, order: int) -> str:
    """The file that race.cpp reads."""
    specs = (*program.inputs, *program.results)
    sizes = [prod(spec.shape) * storage(spec).itemsize for spec in specs] + [program.arena_bytes]
    launches = [_launch(program, step, order) for step in program.steps if not isinstance(step, Copy)]
    return "\n".join([str(len(sizes)), *map(str, sizes), str(len(launches)), *launches])


def _launch(program: Program, step: Step, order: int) -> str:
    assert isinstance(step, Launch), "only straight programs of kernels"
    kernel = program.kernels[step.kernel]
    numbers = [step.kernel, kernel.blocks, kernel.threads, kernel.shared, order, len(step.places)]
    numbers += [n for place in step.places for n in (place.argument, place.offset)]
    return " ".join(map(str, numbers))


def _told(text: str, binary: Path) -> list[str]:
    """The shim's own words, and of each race the two lines."""
    found = ["; ".join(part.splitlines()) for part in re.findall(r"^shim: .*(?:\n  .*)*", text, re.MULTILINE)]
    found += [_outside(binary, *touch) for touch in re.findall(r"^outside: (\S+) (\d+) (\d+)$", text, re.MULTILINE)]
    for report in text.split("WARNING: ThreadSanitizer: ")[1:]:
        accesses = [part for part in report.split("\n\n") if _RACE.search(part)]
        lines = [(_LINE.findall(part) or ["?"])[-1] for part in accesses]
        found.append(f"{report.split(' (')[0]} between lines {' and '.join(lines)}")
    return found


def _outside(binary: Path, at: str, block: str, thread: str) -> str:
    """Which line touched memory behind an end."""
    command = ["addr2line", "-i", "-e", str(binary), at]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    line = (_LINE.findall(told) or ["?"])[-1]
    return f"memory behind the end of a piece is touched in line {line}, by thread {thread} of block {block}"
