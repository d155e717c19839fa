"""Every private part of Paddle that capture relies on, in one place, checked once at import.

Paddle documents none of these names; they are those of 3.3.1. Importing this module on an incompatible Paddle raises
`PaddleVersionError` in one line. It also imports Paddle quietly (its "No ccache" warning and glog lines).
"""

from __future__ import annotations

import importlib
import warnings
from typing import Any

from pcc.config import set_default
from pcc.frontends.paddle.errors import PaddleVersionError

set_default("GLOG_minloglevel", "2")  # Paddle's C++ logging
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import paddle as _paddle

paddle: Any = _paddle  # its type stubs lack much of what it has
SUPPORTED = "3.3"


def _need(path: str) -> Any:
    """The object `module:attribute.attribute`, or PaddleVersionError."""
    module, _, attributes = path.partition(":")
    try:
        found: Any = importlib.import_module(module)
        for attribute in filter(None, attributes.split(".")):
            found = getattr(found, attribute)
    except (ImportError, AttributeError) as error:
        raise PaddleVersionError(f"Paddle {paddle.__version__} has no {path}", "install paddlepaddle==3.3.1") from error
    return found


if not paddle.__version__.startswith(SUPPORTED):
    raise PaddleVersionError(f"Paddle {paddle.__version__} is not supported", "install paddlepaddle==3.3.1")

core: Any = _need("paddle.base:core")
libpaddle: Any = _need("paddle.base:libpaddle")
Value: Any = _need("paddle.pir:Value")
Tensor: Any = _need("paddle:Tensor")
Parameter: Any = _need("paddle.base.framework:EagerParamBase")
DataType: Any = _need("paddle.base.libpaddle:DataType")
pir: Any = _need("paddle.base.libpaddle:pir")
Executor: Any = _need("paddle.static:Executor")
C_ops: Any = _need("paddle:_C_ops")
data_op: Any = _need("paddle._pir_ops:data")
Place: Any = _need("paddle.base:core.Place")
amp_module: Any = _need("paddle.amp.auto_cast")
data_feeder: Any = _need("paddle.base.data_feeder")
current_place: Any = _need("paddle.base.framework:_current_expected_place")
framework: Any = _need("paddle.base.framework")
eager_tracer: Any = _need("paddle.base.framework:_dygraph_tracer")
dygraph_guard: Any = _need("paddle.base.framework:_dygraph_guard")
in_dygraph_mode: Any = _need("paddle.base.framework:in_dygraph_mode")
to_static_mode_guard: Any = _need("paddle.base.dygraph.base:to_static_mode_guard")
op_arg_cast_guard: Any = _need("paddle.pir.core:static_op_arg_cast_guard")
recorder_module: Any = _need("paddle.jit.dy2static.parameter_recorder")
ast_convert: Any = _need("paddle.jit.dy2static.program_translator:convert_to_static")
ast_cache: Any = _need("paddle.jit.dy2static.program_translator:_FUNCTION_CACHE._code_to_ast_caches")
dy2static: Any = _need("paddle.jit.dy2static")
operators: Any = _need("paddle.jit.dy2static.convert_operators")
convert_call: Any = _need("paddle.jit.dy2static.convert_call_func:convert_call")
patch_method_guard: Any = _need("paddle.jit.dy2static.utils:patch_method_guard")
origin_lines: Any = _need("paddle.jit.dy2static.origin_info:global_origin_info_map")
inplace_info: Any = _need("paddle.base.libpaddle:pir.get_op_inplace_info")
set_insertion_point: Any = _need("paddle.base.libpaddle:pir.set_insertion_point")
insertion_point: Any = _need("paddle.base.libpaddle:pir.get_current_insertion_point")
insert_at_start: Any = _need("paddle.base.libpaddle:pir.reset_insertion_point_to_start")
insert_at_end_of: Any = _need("paddle.base.libpaddle:pir.set_insertion_point_to_block_end")
While: Any = _need("paddle.static.nn.control_flow:While")
linalg_module: Any = _need("paddle.tensor.linalg")
loss_module: Any = _need("paddle.nn.functional.loss")
rnn_module: Any = _need("paddle.nn.layer.rnn")
Layer: Any = _need("paddle.nn:Layer")
PyLayer: Any = _need("paddle.autograd:PyLayer")
StaticFunction: Any = _need("paddle.jit.dy2static.program_translator:StaticFunction")
SavedLayer: Any = _need("paddle.jit.pir_translated_layer:PirTranslatedLayer")
Program: Any = _need("paddle.static:Program")
program_guard: Any = _need("paddle.static:program_guard")
from_dlpack: Any = _need("paddle.utils.dlpack:from_dlpack")
_need("paddle.jit.dy2static.parameter_recorder:_global_parameter_recorder")
_need("paddle.jit.dy2static.parameter_recorder:_global_inplace_map")
_need("paddle.jit.dy2static.convert_operators:_run_paddle_while")
_need("paddle.nn.layer.rnn:_rnn_static_graph")
_need("paddle.nn.layer.rnn:_rnn_dynamic_graph")
_need("paddle.nn.functional.loss:Assert")
_need("paddle.base.data_feeder:check_dtype")
_need("paddle.base:core._set_prim_backward_enabled")
_need("paddle.base:core._clear_prim_vjp_skip_default_ops")
