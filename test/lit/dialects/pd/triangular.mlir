// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @triangular_solve_0(
// CHECK: pd.triangular_solve {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {upper = true, transpose = false, unitriangular = false} : (tensor<5x5xf32>, tensor<5x3xf32>) -> tensor<5x3xf32>
func.func @triangular_solve_0(%0: tensor<5x5xf32>, %1: tensor<5x3xf32>) -> tensor<5x3xf32> {
  %2 = pd.triangular_solve %0, %1 {upper = true, transpose = false, unitriangular = false} : (tensor<5x5xf32>, tensor<5x3xf32>) -> tensor<5x3xf32>
  func.return %2 : tensor<5x3xf32>
}

// CHECK-LABEL: func.func @triangular_solve_1(
// CHECK: pd.triangular_solve {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {upper = false, transpose = false, unitriangular = false} : (tensor<2x5x5xf32>, tensor<2x5x70xf32>) -> tensor<2x5x70xf32>
func.func @triangular_solve_1(%0: tensor<2x5x5xf32>, %1: tensor<2x5x70xf32>) -> tensor<2x5x70xf32> {
  %2 = pd.triangular_solve %0, %1 {upper = false, transpose = false, unitriangular = false} : (tensor<2x5x5xf32>, tensor<2x5x70xf32>) -> tensor<2x5x70xf32>
  func.return %2 : tensor<2x5x70xf32>
}

// CHECK-LABEL: func.func @triangular_solve_2(
// CHECK: pd.triangular_solve {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {upper = true, transpose = true, unitriangular = false} : (tensor<17x17xf32>, tensor<2x17x1xf32>) -> tensor<2x17x1xf32>
func.func @triangular_solve_2(%0: tensor<17x17xf32>, %1: tensor<2x17x1xf32>) -> tensor<2x17x1xf32> {
  %2 = pd.triangular_solve %0, %1 {upper = true, transpose = true, unitriangular = false} : (tensor<17x17xf32>, tensor<2x17x1xf32>) -> tensor<2x17x1xf32>
  func.return %2 : tensor<2x17x1xf32>
}

// CHECK-LABEL: func.func @triangular_solve_3(
// CHECK: pd.triangular_solve {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {upper = false, transpose = true, unitriangular = false} : (tensor<2x1x4x4xf32>, tensor<3x4x2xf32>) -> tensor<2x3x4x2xf32>
func.func @triangular_solve_3(%0: tensor<2x1x4x4xf32>, %1: tensor<3x4x2xf32>) -> tensor<2x3x4x2xf32> {
  %2 = pd.triangular_solve %0, %1 {upper = false, transpose = true, unitriangular = false} : (tensor<2x1x4x4xf32>, tensor<3x4x2xf32>) -> tensor<2x3x4x2xf32>
  func.return %2 : tensor<2x3x4x2xf32>
}

// CHECK-LABEL: func.func @triangular_solve_4(
// CHECK: pd.triangular_solve {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {upper = true, transpose = false, unitriangular = true} : (tensor<4x4xf32>, tensor<4x33xf32>) -> tensor<4x33xf32>
func.func @triangular_solve_4(%0: tensor<4x4xf32>, %1: tensor<4x33xf32>) -> tensor<4x33xf32> {
  %2 = pd.triangular_solve %0, %1 {upper = true, transpose = false, unitriangular = true} : (tensor<4x4xf32>, tensor<4x33xf32>) -> tensor<4x33xf32>
  func.return %2 : tensor<4x33xf32>
}

// CHECK-LABEL: func.func @triangular_solve_5(
// CHECK: pd.triangular_solve {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {upper = false, transpose = true, unitriangular = true} : (tensor<3x4x4xf64>, tensor<4x2xf64>) -> tensor<3x4x2xf64>
func.func @triangular_solve_5(%0: tensor<3x4x4xf64>, %1: tensor<4x2xf64>) -> tensor<3x4x2xf64> {
  %2 = pd.triangular_solve %0, %1 {upper = false, transpose = true, unitriangular = true} : (tensor<3x4x4xf64>, tensor<4x2xf64>) -> tensor<3x4x2xf64>
  func.return %2 : tensor<3x4x2xf64>
}
