"""The `pd` dialect: Paddle's tensor ops, one file per family. `dialect()` finds them by a scan."""

from __future__ import annotations

import sys
from functools import cache

from xdsl.ir import Dialect

from pcc.dialects import scan
from pcc.dialects.pd.base import PdOp
from pcc.dialects.pd.control_flow import YieldOp


@cache
def ops() -> dict[str, type[PdOp]]:
    """Every concrete op by its name (`pd.add`)."""
    found = scan.classes(sys.modules[__name__], PdOp)
    return {c.get_irdl_definition().name: c for c in found if isinstance(vars(c).get("name"), str)}


@cache
def dialect() -> Dialect:
    return Dialect("pd", [*ops().values(), YieldOp], [])
