"""Numbers in tensors that a program needs at compile time: the program is compiled for their present values.

`x.reshape([n, -1])` with a tensor `n` has one program per value of n. Such values become guards, which are checked
before a run; another value is another program.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from xdsl.dialects.builtin import IntegerType

from pcc.dialects.pd.base import bit_width
from pcc.frontends.paddle.constants import LARGEST, Constant, evaluate
from pcc.frontends.paddle.dtypes import element_type

if TYPE_CHECKING:
    from pcc.frontends.paddle.importer import Importer

Guards = dict[str, np.ndarray[Any, Any]]


def hold(guards: Guards, env: Mapping[str, Any]) -> bool:
    """Whether the tensors in `env`, by PIR id, have the values that a program was compiled for."""
    return all(np.array_equal(env[id].numpy(), value) for id, value in guards.items())


def resolve(importer: Importer, source: Any) -> Any:
    """The Constant of a PIR value (a list for a vector) from present values of small integer tensors; None if there
    is none.

    What was read is added to the importer's guards, unless the value stays unknown.
    """
    constants, guards = dict(importer.constants), dict(importer.guards)
    if not _resolve(importer, source):
        importer.constants, importer.guards = constants, guards
        return None
    return importer.known(source)


def _resolve(importer: Importer, source: Any) -> bool:
    if source.id in importer.lists:
        return all(_resolve(importer, v) for v in importer.lists[source.id])
    if importer.known(source) is not None:
        return True
    if source.id in importer.present:
        return _read(importer, source.id)
    op = source.get_defining_op()
    if op is None or not all(_resolve(importer, s) for s in op.operands_source() if s.initialized()):
        return False
    known = evaluate(importer, op)
    if known is not None:
        importer.constants.update(zip((r.id for r in op.results()), known, strict=True))
    return known is not None


def _read(importer: Importer, id: str) -> bool:
    """Take a small integer tensor's present value as a constant."""
    tensor = importer.present[id]
    dtype = element_type(tensor.dtype)
    if not isinstance(dtype, IntegerType) or bit_width(dtype) < 8 or int(np.prod(tensor.shape)) > LARGEST:
        return False
    importer.guards[id] = value = tensor.numpy()
    importer.constants[id] = Constant(value, dtype)
    return True
