"""Which functions are of tier 1, which models and scientific programs need daily; the others are of tier 2."""

from __future__ import annotations

from collections.abc import Mapping

TIER_1: Mapping[str, str] = {
    "F": """
        avg_pool2d batch_norm binary_cross_entropy_with_logits conv1d conv2d cosine_similarity cross_entropy
        dropout elu embedding gelu group_norm instance_norm l1_loss layer_norm leaky_relu linear log_sigmoid
        log_softmax logsigmoid max_pool2d mse_loss normalize one_hot pad relu scaled_dot_product_attention
        sigmoid silu smooth_l1_loss softmax softplus swish tanh
    """,
    "fft": """
        fft fftfreq ifft irfft irfft2 irfftn rfft rfft2 rfftfreq rfftn
    """,
    "linalg": """
        cholesky det inv matmul matrix_norm multi_dot norm slogdet solve triangular_solve vector_norm
    """,
    "paddle": """
        abs add add_n addmm all amax amin any arange argmax argmin argsort assign atan2 bmm broadcast_tensors
        broadcast_to cast cat chunk clamp clip clone concat concatenate conv1d conv2d conv3d cos cosh cross
        cumsum diag diagonal dist div divide dot einsum empty empty_like eq equal erf exp expand expand_as expm1
        eye flatten flip floor full full_like gather gather_nd ge greater greater_equal greater_than group_norm
        gt heaviside hstack index_add index_put index_sample index_select inner isfinite isinf isnan layer_norm
        le less less_equal less_than linspace log log1p logical_and logical_not logical_or logsumexp lt
        masked_fill matmul matrix_transpose max maximum mean meshgrid min minimum mm moveaxis mul multiply mv ne
        neg negative nonzero not_equal numel ones ones_like outer permute pow prod put_along_axis ravel
        reciprocal repeat_interleave reshape roll round rsqrt scale scatter scatter_add scatter_nd_add shape
        sign sin sinh slice softmax sort split sqrt square squeeze stack standard_normal std strided_slice sub
        subtract sum swapdims t take_along_axis tan tanh tensordot tile topk trace transpose tril triu
        true_divide unbind unsqueeze unstack var view_as view_as_complex view_as_real vstack where zeros
        zeros_like
    """,
}


def tier(name: str) -> int:
    """Of a function of the table."""
    room, _, function = name.partition(".")
    return 1 if function in TIER_1[room].split() else 2
