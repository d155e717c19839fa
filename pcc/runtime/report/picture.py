"""A program as kernels: one row each, in order, coloured alike where the code is the same."""

from __future__ import annotations

import linecache
from collections.abc import Mapping, Sequence
from html import escape

from pcc.passes.quantity import counted, sized
from pcc.runtime.cuda.nvrtc import Resources
from pcc.runtime.program_facts import Kernel

HUES = 12


def picture(kernels: Sequence[Kernel], resources: Mapping[str, Resources]) -> str:
    """Rows of kernel number (a link to its code), ops, results, work, what it takes of a device, the user's line."""
    kinds = list(dict.fromkeys(kernel.symbol for kernel in kernels))
    rows = [
        _row(number, kernel, kinds.index(kernel.symbol), [str(resources.get(kernel.symbol, ""))] * bool(resources))
        for number, kernel in enumerate(kernels)
    ]
    names = ("", "ops", "results", "moved", "work", *["device"] * bool(resources), "where")
    head = "".join(
        f'<th class="text">{name}</th>' if name in ("ops", "where") else f"<th>{name}</th>" for name in names
    )
    table = f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody>"
    return f'<div class="scroll"><table class="kernels">{table}</table></div>'


def _row(number: int, kernel: Kernel, kind: int, used: Sequence[str]) -> str:
    ops = "".join(f"<b>{escape(op)}</b>" for op in kernel.ops if op != "full") or "<b>full</b>"
    results = ", ".join(escape(result.removeprefix("tensor<").removesuffix(">")) for result in kernel.results)
    return (
        f'<tr class="k{kind % HUES}"><td><a href="#{escape(kernel.symbol)}">{number}</a></td>'
        f'<td class="ops"><i>{escape(kernel.kind)}</i>{ops}</td><td>{results}</td><td>{sized(kernel.bytes)}</td>'
        f"<td>{counted(kernel.flops)}</td>{''.join(f'<td>{text}</td>' for text in used)}"
        f'<td class="text">{line_of(kernel.where)}</td></tr>'
    )


def line_of(where: str) -> str:
    """`model.py:12` with the line's text under the mouse."""
    file, _, number = where.rpartition(":")
    source = linecache.getline(file, int(number)).strip() if number.isdecimal() else ""
    return f'<code title="{escape(source)}">{escape(_short(where))}</code>'


def _short(where: str) -> str:
    return where.rsplit("/", 1)[-1]
