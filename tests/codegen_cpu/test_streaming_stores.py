"""Large results are written past the caches, whatever their element type."""

from __future__ import annotations

import llvmlite.binding as llvm
import pytest
from xdsl.dialects.func import FuncOp

from pcc.codegen_cpu.printer import print_module
from pcc.codegen_cpu.target import LEVELS
from pcc.dialects.text import parse_module
from pcc.passes.lower_to_loops import LowerToLoops
from pcc.passes.pipeline import parse_pipeline
from pcc.runtime.build import main_of
from pcc.schedule.executor import Execution

ELEMENTS = 16 << 20
PROGRAM = """
func.func @main(%x: tensor<{n}xf32>) -> tensor<{n}x{type}> {{
  %0 = kernel.launch "loops" (%a = %x) : (tensor<{n}xf32>) -> tensor<{n}x{type}> {{
    %1 = pd.cast %a {{dtype = {type}}} : (tensor<{n}xf32>) -> tensor<{n}x{type}>
    kernel.yield %1 : tensor<{n}x{type}>
  }}
  func.return %0 : tensor<{n}x{type}>
}}
"""


@pytest.mark.parametrize("dtype", ["f16", "bf16", "f64", "i32"])
def test_streams(dtype: str) -> None:
    module = parse_module(PROGRAM.format(n=ELEMENTS, type=dtype).encode(), "cast")
    Execution(main_of(module)).run(parse_pipeline("bufferize"))
    for function in [op for op in module.ops if isinstance(op, FuncOp)]:
        Execution(function).run([LowerToLoops()])
    machine = LEVELS[0].machine()
    assembly = machine.emit_assembly(llvm.parse_assembly(str(print_module(module))))
    assert "vmovnt" in assembly
