"""Make what bench/gpu/measure.py runs: programs and their machine code. Needs Paddle and NVRTC, and no GPU.

python bench/gpu/prepare.py FOLDER [--only a,b] [--architecture sm_90a]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

import paddle

import pcc
from bench.record import revision
from bench.workloads import paddle_ops
from bench.workloads.gpu import GPU_CASES
from pcc.dialects.text import parse_module
from pcc.runtime.archive import write_file
from pcc.runtime.artifact import signature, write
from pcc.runtime.cuda.binary import Binary
from pcc.runtime.cuda.compilation import compile_for_device
from pcc.runtime.cuda.nvrtc import compile_text


def prepare(name: str, folder: Path, architecture: str) -> str:
    """Write a case's program and code as `pcc compile` does; what NVRTC says of it."""
    case, table = GPU_CASES[name], paddle_ops.operations(pcc)
    specs = case.inputs(lambda *shape, scale=1.0: paddle.zeros(shape))
    artifact = signature(parse_module(str(pcc.trace(lambda *args: case.body(table, *args))(*specs).lower())), {})
    start = time.process_time()
    program = compile_for_device(artifact.plain())
    made = time.process_time()
    code = compile_text(program.source, architecture)
    spent = (made - start) * 1e3, (time.process_time() - made) * 1e3
    binary = Binary(program, {architecture: code.code})
    write_file(folder / f"{name}.pcc", lambda file: write(artifact, file, binary))
    spilled = sum(r.spilled for r in code.resources.values())
    most = max((r.registers for r in code.resources.values()), default=0)
    return (
        f"{name:4} {case.title:24} {len(program.kernels):3} kernels, {len(program.steps):3} steps, "
        f"pcc {spent[0]:5.0f} ms, NVRTC {spent[1]:5.0f} ms, {most} registers, {spilled} bytes spilled"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default=",".join(GPU_CASES))
    parser.add_argument("--architecture", default="sm_90a")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for name in options.only.split(","):
        print(prepare(name, options.folder, options.architecture), flush=True)
    (options.folder / "origin.json").write_text(json.dumps({"revision": revision(), "cases": options.only.split(",")}))


if __name__ == "__main__":
    main()
