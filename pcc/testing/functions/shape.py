"""Functions that move elements: shapes, axes, parts, joints."""

from __future__ import annotations

from pcc.dialects.pd.base import Spec
from pcc.testing.functions.base import function, functions

X = Spec((2, 3, 4))
M = Spec((3, 5))

FUNCTIONS = (
    # ---- shape
    function("paddle.reshape", lambda paddle, x: paddle.reshape(x, [4, -1]), X).also(
        lambda paddle, x: paddle.reshape(x, [0, 12]), X
    ),
    function("paddle.view", lambda paddle, x: paddle.view(x, [6, 4]) + 1, X),
    function("paddle.view_as", lambda paddle, x, y: paddle.view_as(x, y) * y, X, (4, 6)),
    function("paddle.flatten", lambda paddle, x: paddle.flatten(x, 1), X).also(lambda paddle, x: paddle.flatten(x), X),
    function("paddle.ravel", lambda paddle, x: paddle.ravel(x), X),
    function("paddle.unflatten", lambda paddle, x: paddle.unflatten(x, 2, [2, 2]), X),
    function("paddle.squeeze", lambda paddle, x: paddle.squeeze(x, 1), (3, 1, 4, 1)).also(
        lambda paddle, x: paddle.squeeze(x), (3, 1, 4, 1)
    ),
    function("paddle.unsqueeze", lambda paddle, x: paddle.unsqueeze(x, [0, -1]), M),
    *functions("paddle", "atleast_1d atleast_2d atleast_3d", (4,)),
    # ---- axes
    function("paddle.transpose", lambda paddle, x: paddle.transpose(x, [2, 0, 1]), X),
    function("paddle.permute", lambda paddle, x: paddle.permute(x, [1, 2, 0]), X),
    function("paddle.moveaxis", lambda paddle, x: paddle.moveaxis(x, [0, 1], [-1, 0]), X),
    function("paddle.swapaxes", lambda paddle, x: paddle.swapaxes(x, 0, -1), X),
    function("paddle.swapdims", lambda paddle, x: paddle.swapdims(x, [0, 2, 1]), X),
    *functions("paddle", "t", M),
    *functions("paddle", "matrix_transpose", X),
    *functions("linalg", "matrix_transpose", X),
    function("paddle.flip", lambda paddle, x: paddle.flip(x, [0, 2]), X),
    function("paddle.rot90", lambda paddle, x: paddle.rot90(x, 1, [0, 1]), X).also(
        lambda paddle, x: paddle.rot90(x, 2, [1, 2]), X
    ),
    function("paddle.roll", lambda paddle, x: paddle.roll(x, [1, -2], [0, 2]), X).also(
        lambda paddle, x: paddle.roll(x, 3), X
    ),
    # ---- repeated
    function("paddle.expand", lambda paddle, x: paddle.expand(x, [2, 3, 4]), (3, 1)),
    function("paddle.expand_as", lambda paddle, x, y: paddle.expand_as(x, y) * y, (3, 1), (3, 4)),
    function("paddle.broadcast_to", lambda paddle, x: paddle.broadcast_to(x, [2, 3, 4]), (3, 1)),
    function("paddle.broadcast_tensors", lambda paddle, x, y: paddle.broadcast_tensors([x, y]), (3, 1), (1, 4)),
    function("paddle.tile", lambda paddle, x: paddle.tile(x, [2, 1, 3]), M),
    function("paddle.repeat_interleave", lambda paddle, x: paddle.repeat_interleave(x, 2, axis=1), M).also(
        lambda paddle, x: paddle.repeat_interleave(x, paddle.to_tensor([2, 0, 1]), axis=0), M
    ),
    function("paddle.meshgrid", lambda paddle, x, y: paddle.meshgrid(x, y), (3,), (4,)),
    # ---- parts
    function("paddle.split", lambda paddle, x: paddle.split(x, 2, axis=2), X).also(
        lambda paddle, x: paddle.split(x, [1, -1], axis=1), X
    ),
    function("paddle.chunk", lambda paddle, x: paddle.chunk(x, 2, axis=-1), X),
    function("paddle.tensor_split", lambda paddle, x: paddle.tensor_split(x, 3, axis=2), X).also(
        lambda paddle, x: paddle.tensor_split(x, [1, 3], axis=-1), X
    ),
    function("paddle.unbind", lambda paddle, x: paddle.unbind(x, axis=1), X),
    function("paddle.unstack", lambda paddle, x: paddle.unstack(x, axis=-1), X),
    function("paddle.slice", lambda paddle, x: paddle.slice(x, [0, 2], [1, -3], [2, 4]), X),
    function("paddle.strided_slice", lambda paddle, x: paddle.strided_slice(x, [1, 2], [0, 3], [3, 0], [2, -2]), X),
    function("paddle.narrow", lambda paddle, x: paddle.narrow(x, 2, 1, 2), X),
    function("paddle.crop", lambda paddle, x: paddle.crop(x, [1, 2, -1], [1, 0, 2]), X),
    function("paddle.as_strided", lambda paddle, x: paddle.as_strided(x, [3, 3], [4, 2], x.element_size()) * 2, (24,)),
    function("paddle.unfold", lambda paddle, x: paddle.unfold(x, 1, 3, 2) * 2, (2, 7)),
    # ---- joints
    *(
        function(f"paddle.{name}", lambda paddle, x, y, name=name: getattr(paddle, name)([x, y], axis=1), M, (3, 2))
        for name in ("concat", "cat", "concatenate")
    ),
    function("paddle.stack", lambda paddle, x, y: paddle.stack([x, y], axis=-1), M, M),
    *(
        function(f"paddle.{name}", lambda paddle, x, y, name=name: getattr(paddle, name)([x, y]), M, M)
        for name in ("hstack", "vstack", "row_stack", "dstack", "column_stack", "block_diag")
    ),
    # ---- diagonals and triangles
    function("paddle.diag", lambda paddle, x: paddle.diag(x), (4,)).also(lambda paddle, x: paddle.diag(x, offset=1), M),
    function("paddle.diagflat", lambda paddle, x: paddle.diagflat(x, offset=-1), (2, 2)),
    function("paddle.diag_embed", lambda paddle, x: paddle.diag_embed(x, offset=1), M),
    function("paddle.diagonal", lambda paddle, x: paddle.diagonal(x, offset=1, axis1=1, axis2=2), X),
    function("linalg.diagonal", lambda paddle, x: paddle.linalg.diagonal(x, offset=-1), X),
    function("paddle.tril", lambda paddle, x: paddle.tril(x, 1), M),
    function("paddle.triu", lambda paddle, x: paddle.triu(x, -1), X),
    function("paddle.vander", lambda paddle, x: paddle.vander(x, 4), (3,)).also(
        lambda paddle, x: paddle.vander(x, increasing=True), (3,)
    ),
    # ---- padding
    function("F.pad", lambda paddle, x: paddle.nn.functional.pad(x, [1, 2, 0, 1, 1, 0]), X)
    .also(lambda paddle, x: paddle.nn.functional.pad(x, [1, 2], mode="reflect", data_format="NCL"), X)
    .also(lambda paddle, x: paddle.nn.functional.pad(x, [1, 2, 2, 1], mode="replicate"), (1, 2, 3, 4))
    .also(lambda paddle, x: paddle.nn.functional.pad(x, [1, 1, 2, 1], mode="circular"), (1, 2, 3, 4)),
)
