"""What a captured program is cut into: segments that are compiled, and ops between them that Paddle runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from xdsl.dialects.builtin import ModuleOp

from pcc.dialects.pd.base import Tensor
from pcc.frontends.paddle.constants import Constant
from pcc.frontends.paddle.errors import SourceLine
from pcc.frontends.paddle.specialize import Guards


class Reason(Enum):
    """Why an op is left to Paddle."""

    NOT_COMPILED = "pcc has no such op"
    DYNAMIC_ARGUMENT = "an argument that must be known at compile time is computed by the program"
    DATA_DEPENDENT_SHAPE = "the shape of the result depends on the data"
    DTYPE = "a dtype that pcc does not compile"
    VARIANT = "a variant of the op that pcc does not compile"


class Unsupported(Exception):
    """Raised by import rules: the op is to be left to Paddle, for a typed reason."""

    def __init__(self, detail: str, reason: Reason = Reason.VARIANT) -> None:
        super().__init__(detail)
        self.reason, self.detail = reason, detail


@dataclass(frozen=True)
class LeftToPaddle:
    """An op that Paddle runs: its name, why, and the user's line."""

    op: str
    reason: Reason
    detail: str
    location: SourceLine | None

    @property
    def text(self) -> str:
        """What is left and why, without the place."""
        detail = f" ({self.detail})" if self.detail != self.op else ""
        return f"{self.op} is left to Paddle: {self.reason.value}{detail}"

    def __str__(self) -> str:
        return f"{self.location}: {self.text}" if self.location else self.text


@dataclass
class Segment:
    """Ops that are compiled together, as `main` of a module.

    arguments, results: PIR ids of the values it takes and gives. `left`: why it ends with the PIR op `call`, if it
    does. `literals`: the constants among the arguments. `guards`: the values of tensors that it was made for.
    """

    module: ModuleOp
    arguments: list[str]
    results: list[str]
    result_types: list[Tensor]
    ops: int
    call: Any = None
    left: LeftToPaddle | None = None
    literals: dict[str, Constant] = field(default_factory=dict[str, Constant])
    guards: Guards = field(default_factory=Guards)
