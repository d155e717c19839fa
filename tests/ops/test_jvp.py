"""First and second derivatives of every op that has floating-point operands, by `pcc.testing.check_jvp`."""

from __future__ import annotations

import pytest

from pcc.dialects import pd
from pcc.dialects.pd.base import PdOp
from pcc.passes.jvp import NotDifferentiable
from pcc.testing.check_jvp import check_jvp

SAMPLES = 1  # of an op
NO_RULE = {
    "pd.nextafter": "counts bits",
}
FLOAT32_ONLY = {  # in Paddle, or pcc
    *("pd.clip_by_norm", "pd.hinge_loss", "pd.l1_norm", "pd.log_loss"),
    *("pd.yolo_box", "pd.yolo_boxes", "pd.yolo_scores"),
}


def moving(kind: type[PdOp]) -> list[int]:
    """The first sample with floating-point inputs; all of an op that has parts of its own, which differ."""
    found = [n for n, s in enumerate(kind.SAMPLES) if any("float" in spec.dtype for spec in s.specs)]
    return found[: SAMPLES if kind.parts is PdOp.parts else None]


CASES = [(name, n) for name, kind in sorted(pd.ops().items()) if name not in FLOAT32_ONLY for n in moving(kind)]


@pytest.mark.parametrize(("name", "number"), CASES, ids=[f"{name}-{number}" for name, number in CASES])
def test_derivatives(name: str, number: int) -> None:
    if name in NO_RULE:
        with pytest.raises(NotDifferentiable, match="has no derivative rule"):
            check_jvp(pd.ops()[name], number)
    else:
        check_jvp(pd.ops()[name], number)
