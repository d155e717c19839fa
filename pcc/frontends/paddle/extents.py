"""`x.shape` in the user's code: extents that depend on data are tensors; Paddle's own code sees -1 in their place."""

from __future__ import annotations

import sys
from typing import Any

from pcc.frontends.paddle.callsite import is_library
from pcc.frontends.paddle.private import Value, paddle
from pcc.frontends.paddle.replace import Patches


def install(patches: Patches) -> None:
    """Install on Values."""
    plain = vars(Value)["shape"].fget

    def shape(self: Any) -> list[Any]:
        extents = plain(self)
        if -1 not in extents or is_library(sys._getframe(1).f_code.co_filename):  # type: ignore[reportPrivateUsage]
            return extents
        found = paddle.shape(self)
        return [found[axis] if extent == -1 else extent for axis, extent in enumerate(extents)]

    patches.replace(Value, "shape", property(shape))
