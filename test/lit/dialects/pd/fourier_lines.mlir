// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @dft_pairs_0(
// CHECK: pd.dft_pairs {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {scale = 1.000000e+00 : f64, axis = 1 : i64, n = 24 : i64, count = 24 : i64, sign = -1 : i64, components = 2 : i64, turned = 0 : i64} : (tensor<5x24xf32>, tensor<24xf32>, tensor<24xf32>) -> tensor<5x24x2xf32>
func.func @dft_pairs_0(%0: tensor<5x24xf32>, %1: tensor<24xf32>, %2: tensor<24xf32>) -> tensor<5x24x2xf32> {
  %3 = pd.dft_pairs %0, %1, %2 {scale = 1.000000e+00 : f64, axis = 1 : i64, n = 24 : i64, count = 24 : i64, sign = -1 : i64, components = 2 : i64, turned = 0 : i64} : (tensor<5x24xf32>, tensor<24xf32>, tensor<24xf32>) -> tensor<5x24x2xf32>
  func.return %3 : tensor<5x24x2xf32>
}

// CHECK-LABEL: func.func @dft_pairs_1(
// CHECK: pd.dft_pairs {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {scale = 1.000000e+00 : f64, axis = 0 : i64, n = 15 : i64, count = 15 : i64, sign = -1 : i64, components = 2 : i64, turned = 0 : i64} : (tensor<15x20xf32>, tensor<15xf32>, tensor<15xf32>) -> tensor<15x20x2xf32>
func.func @dft_pairs_1(%0: tensor<15x20xf32>, %1: tensor<15xf32>, %2: tensor<15xf32>) -> tensor<15x20x2xf32> {
  %3 = pd.dft_pairs %0, %1, %2 {scale = 1.000000e+00 : f64, axis = 0 : i64, n = 15 : i64, count = 15 : i64, sign = -1 : i64, components = 2 : i64, turned = 0 : i64} : (tensor<15x20xf32>, tensor<15xf32>, tensor<15xf32>) -> tensor<15x20x2xf32>
  func.return %3 : tensor<15x20x2xf32>
}

// CHECK-LABEL: func.func @dft_pairs_2(
// CHECK: pd.dft_pairs {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {scale = 6.250000e-02 : f64, axis = 2 : i64, n = 16 : i64, count = 16 : i64, sign = 1 : i64, components = 2 : i64, turned = 0 : i64} : (tensor<3x6x16xf32>, tensor<3x6x16xf32>, tensor<16xf32>, tensor<16xf32>) -> tensor<3x6x16x2xf32>
func.func @dft_pairs_2(%0: tensor<3x6x16xf32>, %1: tensor<3x6x16xf32>, %2: tensor<16xf32>, %3: tensor<16xf32>) -> tensor<3x6x16x2xf32> {
  %4 = pd.dft_pairs %0, %1, %2, %3 {scale = 6.250000e-02 : f64, axis = 2 : i64, n = 16 : i64, count = 16 : i64, sign = 1 : i64, components = 2 : i64, turned = 0 : i64} : (tensor<3x6x16xf32>, tensor<3x6x16xf32>, tensor<16xf32>, tensor<16xf32>) -> tensor<3x6x16x2xf32>
  func.return %4 : tensor<3x6x16x2xf32>
}

// CHECK-LABEL: func.func @dft_pairs_3(
// CHECK: pd.dft_pairs {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {scale = 0.012987012987012988 : f64, axis = 1 : i64, n = 77 : i64, count = 77 : i64, sign = 1 : i64, components = 2 : i64, turned = 0 : i64} : (tensor<2x77x9xf64>, tensor<2x77x9xf64>, tensor<77xf64>, tensor<77xf64>) -> tensor<2x77x9x2xf64>
func.func @dft_pairs_3(%0: tensor<2x77x9xf64>, %1: tensor<2x77x9xf64>, %2: tensor<77xf64>, %3: tensor<77xf64>) -> tensor<2x77x9x2xf64> {
  %4 = pd.dft_pairs %0, %1, %2, %3 {scale = 0.012987012987012988 : f64, axis = 1 : i64, n = 77 : i64, count = 77 : i64, sign = 1 : i64, components = 2 : i64, turned = 0 : i64} : (tensor<2x77x9xf64>, tensor<2x77x9xf64>, tensor<77xf64>, tensor<77xf64>) -> tensor<2x77x9x2xf64>
  func.return %4 : tensor<2x77x9x2xf64>
}

// CHECK-LABEL: func.func @dft_pairs_4(
// CHECK: pd.dft_pairs {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {scale = 0.005208333333333333 : f64, axis = 1 : i64, n = 12 : i64, count = 12 : i64, sign = 1 : i64, components = 2 : i64, turned = 0 : i64} : (tensor<16x12xf32>, tensor<16x12xf32>, tensor<12xf32>, tensor<12xf32>) -> tensor<16x12x2xf32>
func.func @dft_pairs_4(%0: tensor<16x12xf32>, %1: tensor<16x12xf32>, %2: tensor<12xf32>, %3: tensor<12xf32>) -> tensor<16x12x2xf32> {
  %4 = pd.dft_pairs %0, %1, %2, %3 {scale = 0.005208333333333333 : f64, axis = 1 : i64, n = 12 : i64, count = 12 : i64, sign = 1 : i64, components = 2 : i64, turned = 0 : i64} : (tensor<16x12xf32>, tensor<16x12xf32>, tensor<12xf32>, tensor<12xf32>) -> tensor<16x12x2xf32>
  func.return %4 : tensor<16x12x2xf32>
}

// CHECK-LABEL: func.func @dft_pairs_5(
// CHECK: pd.dft_pairs {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {scale = 1.000000e+00 : f64, axis = 1 : i64, n = 24 : i64, count = 13 : i64, sign = -1 : i64, components = 2 : i64, turned = 0 : i64} : (tensor<5x24xf32>, tensor<24xf32>, tensor<24xf32>) -> tensor<5x13x2xf32>
func.func @dft_pairs_5(%0: tensor<5x24xf32>, %1: tensor<24xf32>, %2: tensor<24xf32>) -> tensor<5x13x2xf32> {
  %3 = pd.dft_pairs %0, %1, %2 {scale = 1.000000e+00 : f64, axis = 1 : i64, n = 24 : i64, count = 13 : i64, sign = -1 : i64, components = 2 : i64, turned = 0 : i64} : (tensor<5x24xf32>, tensor<24xf32>, tensor<24xf32>) -> tensor<5x13x2xf32>
  func.return %3 : tensor<5x13x2xf32>
}

// CHECK-LABEL: func.func @dft_pairs_6(
// CHECK: pd.dft_pairs {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {scale = 0.14285714285714285 : f64, axis = 0 : i64, n = 14 : i64, count = 14 : i64, sign = 1 : i64, components = 1 : i64, turned = 0 : i64} : (tensor<8x9xf32>, tensor<8x9xf32>, tensor<14xf32>, tensor<14xf32>) -> tensor<14x9x1xf32>
func.func @dft_pairs_6(%0: tensor<8x9xf32>, %1: tensor<8x9xf32>, %2: tensor<14xf32>, %3: tensor<14xf32>) -> tensor<14x9x1xf32> {
  %4 = pd.dft_pairs %0, %1, %2, %3 {scale = 0.14285714285714285 : f64, axis = 0 : i64, n = 14 : i64, count = 14 : i64, sign = 1 : i64, components = 1 : i64, turned = 0 : i64} : (tensor<8x9xf32>, tensor<8x9xf32>, tensor<14xf32>, tensor<14xf32>) -> tensor<14x9x1xf32>
  func.return %4 : tensor<14x9x1xf32>
}
