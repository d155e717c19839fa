// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @pseudo_inverse_0(
// CHECK: pd.pseudo_inverse {{%[0-9a-z_]+}} {rcond = 1.000000e-15 : f64, hermitian = false} : (tensor<5x3xf32>) -> tensor<3x5xf32>
func.func @pseudo_inverse_0(%0: tensor<5x3xf32>) -> tensor<3x5xf32> {
  %1 = pd.pseudo_inverse %0 {rcond = 1.000000e-15 : f64, hermitian = false} : (tensor<5x3xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @pseudo_inverse_1(
// CHECK: pd.pseudo_inverse {{%[0-9a-z_]+}} {rcond = 1.000000e-15 : f64, hermitian = false} : (tensor<2x3x5xf64>) -> tensor<2x5x3xf64>
func.func @pseudo_inverse_1(%0: tensor<2x3x5xf64>) -> tensor<2x5x3xf64> {
  %1 = pd.pseudo_inverse %0 {rcond = 1.000000e-15 : f64, hermitian = false} : (tensor<2x3x5xf64>) -> tensor<2x5x3xf64>
  func.return %1 : tensor<2x5x3xf64>
}

// CHECK-LABEL: func.func @pseudo_inverse_2(
// CHECK: pd.pseudo_inverse {{%[0-9a-z_]+}} {rcond = 5.000000e-01 : f64, hermitian = false} : (tensor<4x4xf32>) -> tensor<4x4xf32>
func.func @pseudo_inverse_2(%0: tensor<4x4xf32>) -> tensor<4x4xf32> {
  %1 = pd.pseudo_inverse %0 {rcond = 5.000000e-01 : f64, hermitian = false} : (tensor<4x4xf32>) -> tensor<4x4xf32>
  func.return %1 : tensor<4x4xf32>
}

// CHECK-LABEL: func.func @pseudo_inverse_3(
// CHECK: pd.pseudo_inverse {{%[0-9a-z_]+}} {rcond = 1.000000e-13 : f64, hermitian = true} : (tensor<2x4x4xf64>) -> tensor<2x4x4xf64>
func.func @pseudo_inverse_3(%0: tensor<2x4x4xf64>) -> tensor<2x4x4xf64> {
  %1 = pd.pseudo_inverse %0 {rcond = 1.000000e-13 : f64, hermitian = true} : (tensor<2x4x4xf64>) -> tensor<2x4x4xf64>
  func.return %1 : tensor<2x4x4xf64>
}
