"""The kernel level and the runtime agree on the parameter blocks of library routines."""

from __future__ import annotations

import pytest

from pcc.dialects.routines import LAYOUTS
from pcc.runtime.cpu.cholesky import Cholesky
from pcc.runtime.cpu.conv import Conv
from pcc.runtime.cpu.eigh import Eigh
from pcc.runtime.cpu.fourier import Dft
from pcc.runtime.cpu.gemm import Gemm
from pcc.runtime.cpu.library import ELEMENTS, FAMILIES, library, unit_of
from pcc.runtime.cpu.lu import Lu, RowOrder
from pcc.runtime.cpu.qr import Qr
from pcc.runtime.cpu.recurrence import Recurrence
from pcc.runtime.cpu.sort import Sort
from pcc.runtime.cpu.svd import Svd
from pcc.runtime.cpu.triangular import Triangular

BLOCKS = {"pcc_gemm": Gemm, "pcc_sparse_gemm": Gemm, "pcc_conv": Conv, "pcc_conv_transpose": Conv, "pcc_sort": Sort}
BLOCKS |= {"pcc_conv_filter": Conv}
BLOCKS |= dict.fromkeys(("pcc_lstm", "pcc_gru", "pcc_tanh_rnn", "pcc_relu_rnn"), Recurrence)
BLOCKS |= {"pcc_cholesky": Cholesky, "pcc_lu": Lu, "pcc_row_order": RowOrder, "pcc_triangular_solve": Triangular}
BLOCKS |= {"pcc_qr": Qr, "pcc_eigh": Eigh, "pcc_svd": Svd, "pcc_dft": Dft}


@pytest.mark.parametrize("routine", LAYOUTS)
def test_a_block_has_the_fields_that_the_kernel_level_fills(routine: str) -> None:
    block = BLOCKS.get(routine.rsplit("_", 1)[0])
    assert routine in library().symbols
    assert block is None or [name for name, *_ in block._fields_] == list(LAYOUTS[routine])


def test_a_family_is_what_it_says() -> None:
    made = {name for name in library().symbols if name.rpartition("_")[2] in ELEMENTS and "sort" not in name}
    stems = [f"pcc_{stem}" for family in FAMILIES.values() for stem in family.routines]
    assert made == {f"{stem}_{element}" for stem in stems for element in ELEMENTS}
    assert unit_of("pcc_lstm_f64") == "series_f64"
