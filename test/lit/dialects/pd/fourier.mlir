// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @dft_0(
// CHECK: pd.dft {{%[0-9a-z_]+}} {axis = 0 : i64, n = 1 : i64, count = 1 : i64, sign = -1 : i64, scale = 1.000000e+00 : f64} : (tensor<1xf64>) -> (tensor<1xf64>, tensor<1xf64>)
func.func @dft_0(%0: tensor<1xf64>) -> (tensor<1xf64>, tensor<1xf64>) {
  %1, %2 = pd.dft %0 {axis = 0 : i64, n = 1 : i64, count = 1 : i64, sign = -1 : i64, scale = 1.000000e+00 : f64} : (tensor<1xf64>) -> (tensor<1xf64>, tensor<1xf64>)
  func.return %1, %2 : tensor<1xf64>, tensor<1xf64>
}

// CHECK-LABEL: func.func @dft_1(
// CHECK: pd.dft {{%[0-9a-z_]+}} {axis = 0 : i64, n = 2 : i64, count = 2 : i64, sign = -1 : i64, scale = 0.70710678118654757 : f64} : (tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>)
func.func @dft_1(%0: tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>) {
  %1, %2 = pd.dft %0 {axis = 0 : i64, n = 2 : i64, count = 2 : i64, sign = -1 : i64, scale = 0.70710678118654757 : f64} : (tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>)
  func.return %1, %2 : tensor<2xf64>, tensor<2xf64>
}

// CHECK-LABEL: func.func @dft_2(
// CHECK: pd.dft {{%[0-9a-z_]+}} {axis = 1 : i64, n = 5 : i64, count = 5 : i64, sign = -1 : i64, scale = 0.44721359549995793 : f64} : (tensor<3x5xf64>) -> (tensor<3x5xf64>, tensor<3x5xf64>)
func.func @dft_2(%0: tensor<3x5xf64>) -> (tensor<3x5xf64>, tensor<3x5xf64>) {
  %1, %2 = pd.dft %0 {axis = 1 : i64, n = 5 : i64, count = 5 : i64, sign = -1 : i64, scale = 0.44721359549995793 : f64} : (tensor<3x5xf64>) -> (tensor<3x5xf64>, tensor<3x5xf64>)
  func.return %1, %2 : tensor<3x5xf64>, tensor<3x5xf64>
}

// CHECK-LABEL: func.func @dft_3(
// CHECK: pd.dft {{%[0-9a-z_]+}} {axis = 1 : i64, n = 31 : i64, count = 31 : i64, sign = -1 : i64, scale = 0.17960530202677491 : f64} : (tensor<2x31xf64>) -> (tensor<2x31xf64>, tensor<2x31xf64>)
func.func @dft_3(%0: tensor<2x31xf64>) -> (tensor<2x31xf64>, tensor<2x31xf64>) {
  %1, %2 = pd.dft %0 {axis = 1 : i64, n = 31 : i64, count = 31 : i64, sign = -1 : i64, scale = 0.17960530202677491 : f64} : (tensor<2x31xf64>) -> (tensor<2x31xf64>, tensor<2x31xf64>)
  func.return %1, %2 : tensor<2x31xf64>, tensor<2x31xf64>
}

// CHECK-LABEL: func.func @dft_4(
// CHECK: pd.dft {{%[0-9a-z_]+}} {axis = 1 : i64, n = 64 : i64, count = 64 : i64, sign = -1 : i64, scale = 1.250000e-01 : f64} : (tensor<2x64xf64>) -> (tensor<2x64xf64>, tensor<2x64xf64>)
func.func @dft_4(%0: tensor<2x64xf64>) -> (tensor<2x64xf64>, tensor<2x64xf64>) {
  %1, %2 = pd.dft %0 {axis = 1 : i64, n = 64 : i64, count = 64 : i64, sign = -1 : i64, scale = 1.250000e-01 : f64} : (tensor<2x64xf64>) -> (tensor<2x64xf64>, tensor<2x64xf64>)
  func.return %1, %2 : tensor<2x64xf64>, tensor<2x64xf64>
}

// CHECK-LABEL: func.func @dft_5(
// CHECK: pd.dft {{%[0-9a-z_]+}} {axis = 1 : i64, n = 257 : i64, count = 257 : i64, sign = -1 : i64, scale = 0.062378286155180533 : f64} : (tensor<2x257xf64>) -> (tensor<2x257xf64>, tensor<2x257xf64>)
func.func @dft_5(%0: tensor<2x257xf64>) -> (tensor<2x257xf64>, tensor<2x257xf64>) {
  %1, %2 = pd.dft %0 {axis = 1 : i64, n = 257 : i64, count = 257 : i64, sign = -1 : i64, scale = 0.062378286155180533 : f64} : (tensor<2x257xf64>) -> (tensor<2x257xf64>, tensor<2x257xf64>)
  func.return %1, %2 : tensor<2x257xf64>, tensor<2x257xf64>
}

// CHECK-LABEL: func.func @dft_6(
// CHECK: pd.dft {{%[0-9a-z_]+}} {axis = 1 : i64, n = 100 : i64, count = 100 : i64, sign = -1 : i64, scale = 1.000000e-01 : f64} : (tensor<2x100xf64>) -> (tensor<2x100xf64>, tensor<2x100xf64>)
func.func @dft_6(%0: tensor<2x100xf64>) -> (tensor<2x100xf64>, tensor<2x100xf64>) {
  %1, %2 = pd.dft %0 {axis = 1 : i64, n = 100 : i64, count = 100 : i64, sign = -1 : i64, scale = 1.000000e-01 : f64} : (tensor<2x100xf64>) -> (tensor<2x100xf64>, tensor<2x100xf64>)
  func.return %1, %2 : tensor<2x100xf64>, tensor<2x100xf64>
}

// CHECK-LABEL: func.func @dft_7(
// CHECK: pd.dft {{%[0-9a-z_]+}} {axis = 1 : i64, n = 1000 : i64, count = 1000 : i64, sign = -1 : i64, scale = 0.031622776601683791 : f64} : (tensor<2x1000xf64>) -> (tensor<2x1000xf64>, tensor<2x1000xf64>)
func.func @dft_7(%0: tensor<2x1000xf64>) -> (tensor<2x1000xf64>, tensor<2x1000xf64>) {
  %1, %2 = pd.dft %0 {axis = 1 : i64, n = 1000 : i64, count = 1000 : i64, sign = -1 : i64, scale = 0.031622776601683791 : f64} : (tensor<2x1000xf64>) -> (tensor<2x1000xf64>, tensor<2x1000xf64>)
  func.return %1, %2 : tensor<2x1000xf64>, tensor<2x1000xf64>
}

// CHECK-LABEL: func.func @dft_8(
// CHECK: pd.dft {{%[0-9a-z_]+}} {axis = 1 : i64, n = 1024 : i64, count = 1024 : i64, sign = -1 : i64, scale = 3.125000e-02 : f64} : (tensor<3x1024xf64>) -> (tensor<3x1024xf64>, tensor<3x1024xf64>)
func.func @dft_8(%0: tensor<3x1024xf64>) -> (tensor<3x1024xf64>, tensor<3x1024xf64>) {
  %1, %2 = pd.dft %0 {axis = 1 : i64, n = 1024 : i64, count = 1024 : i64, sign = -1 : i64, scale = 3.125000e-02 : f64} : (tensor<3x1024xf64>) -> (tensor<3x1024xf64>, tensor<3x1024xf64>)
  func.return %1, %2 : tensor<3x1024xf64>, tensor<3x1024xf64>
}

// CHECK-LABEL: func.func @dft_9(
// CHECK: pd.dft {{%[0-9a-z_]+}} {axis = 0 : i64, n = 4 : i64, count = 4 : i64, sign = -1 : i64, scale = 1.000000e+00 : f64} : (tensor<4x5x6xf32>) -> (tensor<4x5x6xf32>, tensor<4x5x6xf32>)
func.func @dft_9(%0: tensor<4x5x6xf32>) -> (tensor<4x5x6xf32>, tensor<4x5x6xf32>) {
  %1, %2 = pd.dft %0 {axis = 0 : i64, n = 4 : i64, count = 4 : i64, sign = -1 : i64, scale = 1.000000e+00 : f64} : (tensor<4x5x6xf32>) -> (tensor<4x5x6xf32>, tensor<4x5x6xf32>)
  func.return %1, %2 : tensor<4x5x6xf32>, tensor<4x5x6xf32>
}

// CHECK-LABEL: func.func @dft_10(
// CHECK: pd.dft {{%[0-9a-z_]+}} {axis = 1 : i64, n = 5 : i64, count = 5 : i64, sign = -1 : i64, scale = 1.000000e+00 : f64} : (tensor<4x5x6xf32>) -> (tensor<4x5x6xf32>, tensor<4x5x6xf32>)
func.func @dft_10(%0: tensor<4x5x6xf32>) -> (tensor<4x5x6xf32>, tensor<4x5x6xf32>) {
  %1, %2 = pd.dft %0 {axis = 1 : i64, n = 5 : i64, count = 5 : i64, sign = -1 : i64, scale = 1.000000e+00 : f64} : (tensor<4x5x6xf32>) -> (tensor<4x5x6xf32>, tensor<4x5x6xf32>)
  func.return %1, %2 : tensor<4x5x6xf32>, tensor<4x5x6xf32>
}

// CHECK-LABEL: func.func @dft_11(
// CHECK: pd.dft {{%[0-9a-z_]+}} {axis = 2 : i64, n = 6 : i64, count = 6 : i64, sign = -1 : i64, scale = 1.000000e+00 : f64} : (tensor<4x5x6xf32>) -> (tensor<4x5x6xf32>, tensor<4x5x6xf32>)
func.func @dft_11(%0: tensor<4x5x6xf32>) -> (tensor<4x5x6xf32>, tensor<4x5x6xf32>) {
  %1, %2 = pd.dft %0 {axis = 2 : i64, n = 6 : i64, count = 6 : i64, sign = -1 : i64, scale = 1.000000e+00 : f64} : (tensor<4x5x6xf32>) -> (tensor<4x5x6xf32>, tensor<4x5x6xf32>)
  func.return %1, %2 : tensor<4x5x6xf32>, tensor<4x5x6xf32>
}

// CHECK-LABEL: func.func @dft_12(
// CHECK: pd.dft {{%[0-9a-z_]+}} {axis = 1 : i64, n = 100 : i64, count = 51 : i64, sign = -1 : i64, scale = 1.000000e-02 : f64} : (tensor<3x100xf32>) -> (tensor<3x51xf32>, tensor<3x51xf32>)
func.func @dft_12(%0: tensor<3x100xf32>) -> (tensor<3x51xf32>, tensor<3x51xf32>) {
  %1, %2 = pd.dft %0 {axis = 1 : i64, n = 100 : i64, count = 51 : i64, sign = -1 : i64, scale = 1.000000e-02 : f64} : (tensor<3x100xf32>) -> (tensor<3x51xf32>, tensor<3x51xf32>)
  func.return %1, %2 : tensor<3x51xf32>, tensor<3x51xf32>
}

// CHECK-LABEL: func.func @dft_13(
// CHECK: pd.dft {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 0 : i64, n = 12 : i64, count = 12 : i64, sign = 1 : i64, scale = 0.28867513459481287 : f64} : (tensor<12x5xf32>, tensor<12x5xf32>) -> (tensor<12x5xf32>, tensor<12x5xf32>)
func.func @dft_13(%0: tensor<12x5xf32>, %1: tensor<12x5xf32>) -> (tensor<12x5xf32>, tensor<12x5xf32>) {
  %2, %3 = pd.dft %0, %1 {axis = 0 : i64, n = 12 : i64, count = 12 : i64, sign = 1 : i64, scale = 0.28867513459481287 : f64} : (tensor<12x5xf32>, tensor<12x5xf32>) -> (tensor<12x5xf32>, tensor<12x5xf32>)
  func.return %2, %3 : tensor<12x5xf32>, tensor<12x5xf32>
}
