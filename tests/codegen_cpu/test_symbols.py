"""What objects define and need; code whose calls lead nowhere is not loaded."""

from __future__ import annotations

import ctypes

import pytest

from pcc.codegen_cpu.compile import compile_object, compile_text, load
from pcc.codegen_cpu.llvm_text import Module
from pcc.codegen_cpu.symbols import Symbols
from pcc.codegen_cpu.target import host

CALLER = "declare i64 @{0}(i64)\ndefine i64 @caller(i64 %x) {{\n  %y = call i64 @{0}(i64 %x)\n  ret i64 %y\n}}\n"
CALLED = "define i64 @called(i64 %x) {\n  ret i64 %x\n}\n"


def test_symbols_of_an_object() -> None:
    assert Symbols.of(compile_object(CALLER.format("called"), host())) == Symbols(
        frozenset({"caller"}), frozenset({"called"})
    )


def test_objects_that_call_each_other() -> None:
    code = load([compile_object(text, host()) for text in (CALLER.format("called"), CALLED)], host())
    assert ctypes.CFUNCTYPE(ctypes.c_int64, ctypes.c_int64)(code.address("caller"))(7) == 7


def test_calls_that_lead_nowhere() -> None:
    with pytest.raises(AssertionError, match="nothing defines nowhere"):
        compile_text(CALLER.format("nowhere"))


def test_a_name_is_declared_in_one_way() -> None:
    module = Module()
    module.declare("called", "i64", ["i64"])
    module.declare("called", "i64", ["i64"])
    with pytest.raises(AssertionError):
        module.declare("called", "i64", ["i32"])
