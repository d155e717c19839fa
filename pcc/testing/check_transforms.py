"""Check all transforms of one sample of an op: forward and reverse mode, batches, and both together."""

from __future__ import annotations

from pcc.dialects.errors import NotTransformable
from pcc.dialects.pd.base import PdOp
from pcc.testing.check_jvp import check_jvp
from pcc.testing.check_vjp import check_vjp
from pcc.testing.check_vmap import check_vmap, check_vmap_and_jvp

CHECKS = {"jvp": check_jvp, "vjp": check_vjp, "vmap": check_vmap, "vmap and jvp": check_vmap_and_jvp}


def check_transforms(kind: type[PdOp], number: int) -> dict[str, float | str]:
    """The largest error of each transform of a sample; in words, if there is no rule; none of what has no derivative.

    Raises:
        CheckFailure: a transform that gives wrong numbers.
    """
    floats = any("float" in spec.dtype for spec in kind.SAMPLES[number].specs)
    names = [name for name in CHECKS if floats or name == "vmap"]
    found = {name: _checked(name, kind, number) for name in names}
    return {name: value for name, value in found.items() if value is not None}


def _checked(name: str, kind: type[PdOp], number: int) -> float | str | None:
    try:
        return CHECKS[name](kind, number)
    except NotTransformable as error:
        return str(error)
