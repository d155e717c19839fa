"""The library routines that a program calls, by their parameter blocks: what the kernel level and the runtime agree on.

A block is a sequence of 8-byte fields, integers or pointers, in this order. The runtime's own definition of each block
(`runtime.cpu`) is tested against this one. Routines in POSITIONAL take the fields as arguments instead.
"""

from __future__ import annotations

GEMM = (
    "m", "n", "k", "batch0", "batch1",
    "a", "a_row", "a_column", "a_batch0", "a_batch1",
    "b", "b_row", "b_column", "b_batch0", "b_batch1",
    "c", "c_row", "c_batch0", "c_batch1",
    "init", "bias", "bias_batch0", "bias_batch1", "a_packed", "b_packed", "epilogue", "context", "turned", "window",
)  # fmt: skip

CONV = (
    "batch", "groups", "channels", "filters",
    "in0", "in1", "in2", "kernel0", "kernel1", "kernel2", "out0", "out1", "out2",
    "stride0", "stride1", "stride2", "dilation0", "dilation1", "dilation2", "pad0", "pad1", "pad2",
    "x", "x_batch", "x_channel", "x0", "x1", "x2", "w", "w_packed", "y", "y_batch", "y_channel",
    "bias", "epilogue", "context",
)  # fmt: skip

RECURRENCE = ("steps", "batch", "hidden", "reverse", "x", "w", "bias", "h0", "c0", "y", "h", "c")
CHOLESKY = ("count", "n", "x", "out")
LU = ("count", "rows", "columns", "x", "out", "pivots", "infos")
ROW_ORDER = ("count", "k", "rows", "pivots", "order")
TRIANGULAR_SOLVE = ("count", "n", "columns", "step", "upper", "transpose", "unitriangular", "x", "y", "out")
QR = ("count", "m", "n", "width", "x", "q", "r")
EIGH = ("count", "n", "upper", "x", "values", "vectors")
SVD = ("count", "n", "x", "u", "s", "vh")
DFT = (
    "n", "given", "count", "parts", "groups", "width", "plan", "inverse", "scale",
    "in_group", "in_across", "in_along", "out_group", "out_across", "out_along",
    "real", "imag", "cosine", "sine", "out",
)  # fmt: skip
DFT_RADICES = (8, 4, 2, 3, 5, 7, 11, 13)  # factors of the lengths that it takes
SORT = ("rows", "n", "k", "descending", "x", "values", "indices")

PACK_WINOGRAD = ("w", "filters", "channels", "packed")
WINOGRAD = 2  # the value of CONV's w_packed for filters packed by pcc_pack_winograd

ACCUMULATE = 3  # the value of GEMM's init for a product that is added to c
NEAR = 384  # GEMM reads rows of b so many bytes apart where they are: packed, they would be hardly nearer
FEW_ROWS = 3  # of GEMM's a, which go one by one, so that nothing is packed
PACK_B = ("b", "b_row", "b_column", "k", "n", "packed")  # GEMM's b as it reads it if b_packed is 1

POSITIONAL = {  # called with arguments
    f"{name}_{suffix}": layout
    for name, layout in (("pcc_pack_winograd", PACK_WINOGRAD), ("pcc_pack_b", PACK_B))
    for suffix in ("f32", "f64")
}
LAYOUTS = {
    **POSITIONAL,
    "pcc_gemm_f32": GEMM,
    "pcc_gemm_f64": GEMM,
    "pcc_sparse_gemm_f32": GEMM,
    "pcc_sparse_gemm_f64": GEMM,
    "pcc_conv_f32": CONV,
    "pcc_conv_f64": CONV,
    "pcc_conv_transpose_f32": CONV,
    "pcc_conv_transpose_f64": CONV,
    "pcc_conv_filter_f32": CONV,
    "pcc_conv_filter_f64": CONV,
    **{
        f"pcc_{cell}_{suffix}": RECURRENCE
        for cell in ("lstm", "gru", "tanh_rnn", "relu_rnn")
        for suffix in ("f32", "f64")
    },
    **{
        f"pcc_{stem}_{suffix}": layout
        for stem, layout in (
            ("cholesky", CHOLESKY),
            ("lu", LU),
            ("triangular_solve", TRIANGULAR_SOLVE),
            ("qr", QR),
            ("eigh", EIGH),
            ("svd", SVD),
        )
        for suffix in ("f32", "f64")
    },
    "pcc_row_order_i32": ROW_ORDER,
    "pcc_dft_f32": DFT,
    "pcc_dft_f64": DFT,
    **{f"pcc_sort_{suffix}": SORT for suffix in ("f32", "f64", "i32", "i64")},
}

PROGRAM_SLOT = 9  # of `pcc_scratch`: the memory of blocks of compiled programs, beside the routines' own


def packed_elements(k: int, n: int) -> int:
    """Enough for GEMM's packed b on every CPU: columns padded to a multiple of 16, and 32 elements behind the last."""
    return -(-n // 16) * 16 * k + 32
