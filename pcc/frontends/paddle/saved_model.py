"""Models that `paddle.jit.save` wrote, as captured programs.

A saved model is a PIR program (`path.json`) and its parameters (`path.pdiparams`). It knows neither the user's
source lines nor the nesting of its results: they are one tensor, or a list. Dimensions saved as None are -1 in the
program.
"""

from __future__ import annotations

import os
import warnings
from typing import Any

from pcc.frontends.paddle.capture import Captured
from pcc.frontends.paddle.errors import SavedModelError
from pcc.frontends.paddle.functional import redirect_reads
from pcc.frontends.paddle.private import paddle
from pcc.frontends.paddle.surroundings import Surroundings, read_by
from pcc.frontends.paddle.tree import Leaf, Node

_OUTPUTS = {"builtin.shadow_output": "output_name", "pd_op.fetch": "name"}  # their names' attributes


def load(path: str) -> Captured:
    """The program of the model saved at `path` (without suffix); inputs in the order of the saved arguments.

    Raises:
        SavedModelError: a file is missing or damaged, or the model was saved by Paddle before PIR (`.pdmodel`).
    """
    _check_files(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            layer = paddle.jit.load(path)
            layer.program()
    except Exception as error:
        reason = next((line.strip() for line in str(error).split("\n") if line.strip()), type(error).__name__)
        raise SavedModelError(
            f"{path} cannot be loaded: {reason[:200]}", "save it again with paddle.jit.save"
        ) from error
    return of_layer(layer)


def of_layer(layer: Any) -> Captured:
    """The program of what `paddle.jit.load` returns."""
    return _captured(layer.program(), _tensors(layer), layer)


def _check_files(path: str) -> None:
    if os.path.exists(path + ".pdmodel") and not os.path.exists(path + ".json"):
        raise SavedModelError(
            f"{path}.pdmodel is in the format before Paddle 3", "load it with Paddle 3 and save it again"
        )
    for suffix in (".json", ".pdiparams"):
        if not os.path.isfile(path + suffix):
            raise SavedModelError(f"no file {path + suffix}", "pass the path given to paddle.jit.save, without suffix")


def _tensors(layer: Any) -> dict[str, Any]:
    return {tensor.name: tensor for tensor in (*layer.parameters(), *layer.buffers())}


def _captured(program: Any, tensors: dict[str, Any], layer: Any) -> Captured:
    newest = redirect_reads(program)
    ops = list(program.global_block().ops)
    parameters = []
    for op in ops:
        if op.name() == "builtin.parameter":
            name = op.attrs()["parameter_name"]
            if name not in tensors:
                raise SavedModelError(
                    f"the model reads a parameter {name} that is not in its .pdiparams file", "save it again"
                )
            parameters.append((op.result(0), tensors[name]))
    named = {op.attrs()[_OUTPUTS[op.name()]]: op.operand_source(0) for op in ops if op.name() in _OUTPUTS}
    outputs = list(named.values())  # a run of the loaded layer by Paddle marks them once more, under the same names
    return Captured(
        program=program,
        inputs=[op.result(0) for op in ops if op.name() in ("pd_op.data", "pd_op.feed")],
        outputs=outputs,
        parameters=parameters,
        result_tree=Leaf() if len(outputs) == 1 else Node(list, (Leaf(),) * len(outputs), range(len(outputs))),
        buffer_updates=[(tensor, newest[value.id]) for value, tensor in parameters if value.id in newest],
        input_updates=[],
        layers=[layer],
        surroundings=Surroundings(read_by(layer)[0], (tensor for _, tensor in parameters)),
    )
