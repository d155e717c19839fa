"""Redirect reads of values that in-place ops of the program (`pd_op.batch_norm_`, `pd_op.relu_`) have replaced.

Paddle's executor lets such ops write into their operand's memory, so a later op that reads the operand reads the new
value.
Afterwards every op reads the result of the op that last wrote, and the program means the same without any memory.
"""

from __future__ import annotations

from typing import Any

from pcc.frontends.paddle.callsite import location
from pcc.frontends.paddle.errors import InplaceError
from pcc.frontends.paddle.private import inplace_info

_KEEPING = ("pd_op.share_data_",)  # shares memory but changes nothing: detach()


def redirect_reads(program: Any) -> dict[str, Any]:
    """Redirect the reads in `program`.

    Returns:
        id of a value that was written -> the value that holds its content at the end.

    Raises:
        InplaceError: an op in the body of an `if` or `while` writes a value from outside.
    """
    redirection = _Redirection()
    redirection.block(program.global_block(), top=True)
    return redirection.newest


class _Redirection:
    """`origin`: the id of the value whose memory a written value shares; `newest`: what that memory holds now."""

    def __init__(self) -> None:
        self.origin: dict[str, str] = {}
        self.newest: dict[str, Any] = {}

    def block(self, block: Any, top: bool) -> None:
        local = {value.id for value in block.args()}
        for op in block.ops:
            if self.newest:
                self._redirect(op)
            for body in op.blocks():
                self.block(body, top=False)
            if op.name().endswith("_") and op.name() not in _KEEPING:
                self._record(op, None if top else local)
            if not top:
                local.update(value.id for value in op.results())

    def _redirect(self, op: Any) -> None:
        for operand in op.operands():
            source = operand.source()
            if source.initialized():
                new = self.newest.get(self.origin.get(source.id) or source.id)
                if new is not None and new.id != source.id:
                    operand.set_source(new)

    def _record(self, op: Any, local: set[str] | None) -> None:
        for result, operand in inplace_info(op).items():
            old, new = op.operand_source(operand), op.result(result)
            if not (old.initialized() and old.is_dense_tensor_type() and new.is_dense_tensor_type()):
                continue
            if local is not None and old.id not in local:
                raise InplaceError(
                    f"{op.name().removeprefix('pd_op.')} in the body of an if or while changes a tensor from outside",
                    "assign its result to the name instead: y = op(y)",
                    location(op),
                )
            origin: str = self.origin.get(old.id) or old.id
            self.origin[new.id] = origin
            self.newest[origin] = new
