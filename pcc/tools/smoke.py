"""Compile one small program anew, run it, compare with NumPy: `python -m pcc.tools.smoke`, for `pcc doctor`."""

from __future__ import annotations

import sys
from time import perf_counter

import numpy as np

from pcc.dialects.text import parse_module
from pcc.runtime.build import build

PROGRAM = """func.func @main(%x: tensor<8x16xf32>, %y: tensor<16x5xf32>) -> tensor<8x5xf32> {
  %0 = pd.matmul %x, %y {transpose_x = false, transpose_y = false} :
    (tensor<8x16xf32>, tensor<16x5xf32>) -> tensor<8x5xf32>
  %1 = pd.tanh %0 : (tensor<8x5xf32>) -> tensor<8x5xf32>
  func.return %1 : tensor<8x5xf32>
}"""


def main() -> int:
    start = perf_counter()
    program = build(parse_module(PROGRAM), keep_text=True)
    seconds = perf_counter() - start
    x, y = np.linspace(-1, 1, 128, dtype=np.float32), np.linspace(0, 1, 80, dtype=np.float32)
    z = np.empty((8, 5), np.float32)
    program.executable([array.ctypes.data for array in (x, y, z)])
    wanted = np.tanh(x.reshape(8, 16) @ y.reshape(16, 5))
    if not np.allclose(z, wanted, atol=1e-5):
        sys.stderr.write(f"wrong numbers: they differ by {np.abs(z - wanted).max():.3g}\n")
        return 1
    sys.stdout.write(f"compiled in {seconds:.2f} s; its numbers are right\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
