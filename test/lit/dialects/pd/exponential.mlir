// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @matrix_exp_0(
// CHECK: pd.matrix_exp {{%[0-9a-z_]+}} : (tensor<3x3xf32>) -> tensor<3x3xf32>
func.func @matrix_exp_0(%0: tensor<3x3xf32>) -> tensor<3x3xf32> {
  %1 = pd.matrix_exp %0 : (tensor<3x3xf32>) -> tensor<3x3xf32>
  func.return %1 : tensor<3x3xf32>
}

// CHECK-LABEL: func.func @matrix_exp_1(
// CHECK: pd.matrix_exp {{%[0-9a-z_]+}} : (tensor<2x5x5xf64>) -> tensor<2x5x5xf64>
func.func @matrix_exp_1(%0: tensor<2x5x5xf64>) -> tensor<2x5x5xf64> {
  %1 = pd.matrix_exp %0 : (tensor<2x5x5xf64>) -> tensor<2x5x5xf64>
  func.return %1 : tensor<2x5x5xf64>
}

// CHECK-LABEL: func.func @matrix_exp_2(
// CHECK: pd.matrix_exp {{%[0-9a-z_]+}} : (tensor<2x2x4x4xf32>) -> tensor<2x2x4x4xf32>
func.func @matrix_exp_2(%0: tensor<2x2x4x4xf32>) -> tensor<2x2x4x4xf32> {
  %1 = pd.matrix_exp %0 : (tensor<2x2x4x4xf32>) -> tensor<2x2x4x4xf32>
  func.return %1 : tensor<2x2x4x4xf32>
}
