"""Paddle's `rnn` op: one op of ours, or layer by layer where training drops elements between layers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xdsl.ir import SSAValue

from pcc.dialects.pd.random import DropoutOp
from pcc.dialects.pd.rnn import RnnOp
from pcc.frontends.paddle.dtypes import element_type
from pcc.frontends.paddle.importer import Importer

STREAMS = 1 << 24  # ops of a program, each with a stream of random numbers; those of its layers are further on


def rnn(importer: Importer, op: Any) -> Sequence[Any]:
    """Results as Paddle's: out, what it drops (None), the last states."""
    attrs = op.attrs()
    drops = attrs["dropout_prob"] and not attrs["is_test"] and attrs["num_layers"] > 1
    out, *states = _by_layers(importer, op) if drops else importer.generic_op(op).results
    return [out, None, states]


def _by_layers(importer: Importer, op: Any) -> Sequence[SSAValue]:
    attrs, b, made = importer.attributes(RnnOp, op), importer.builder(), list[Sequence[SSAValue]]()
    sources = {name: importer.value(v) for name, v in importer.sources(op).items() if v.initialized()}
    x, ways, count = sources["x"], 1 + bool(attrs["is_bidirec"]), len(sources["weight_list"]) // 2
    state, mask = importer.random_state(), element_type(op.results()[1].dtype)
    for layer in range(attrs["num_layers"]):
        if layer:
            how = {"p": attrs["dropout_prob"], "is_test": False, "mode": "upscale_in_train", "dtype": mask}
            x = b.op(DropoutOp, x, state, stream=importer.ops + layer * STREAMS, **how)
        own = slice(2 * ways * layer, 2 * ways * (layer + 1))
        weights = [*sources["weight_list"][:count][own], *sources["weight_list"][count:][own]]
        before = [b.slice(s, 0, ways * layer, ways * (layer + 1)) for s in sources["pre_state"]]
        given = x, before, weights, sources.get("sequence_length")
        x, *states = b.ops(RnnOp, *given, **{**attrs, "num_layers": 1, "dropout_prob": 0.0}).results
        made.append(states)
    return [x, *(b.concat(states, 0) for states in zip(*made, strict=True))]
