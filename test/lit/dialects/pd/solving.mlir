// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @lu_solve_0(
// CHECK: pd.lu_solve {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {trans = "N"} : (tensor<5x3xf32>, tensor<5x5xf32>, tensor<5xi32>) -> tensor<5x3xf32>
func.func @lu_solve_0(%0: tensor<5x3xf32>, %1: tensor<5x5xf32>, %2: tensor<5xi32>) -> tensor<5x3xf32> {
  %3 = pd.lu_solve %0, %1, %2 {trans = "N"} : (tensor<5x3xf32>, tensor<5x5xf32>, tensor<5xi32>) -> tensor<5x3xf32>
  func.return %3 : tensor<5x3xf32>
}

// CHECK-LABEL: func.func @lu_solve_1(
// CHECK: pd.lu_solve {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {trans = "T"} : (tensor<2x4x1xf64>, tensor<2x4x4xf64>, tensor<2x4xi32>) -> tensor<2x4x1xf64>
func.func @lu_solve_1(%0: tensor<2x4x1xf64>, %1: tensor<2x4x4xf64>, %2: tensor<2x4xi32>) -> tensor<2x4x1xf64> {
  %3 = pd.lu_solve %0, %1, %2 {trans = "T"} : (tensor<2x4x1xf64>, tensor<2x4x4xf64>, tensor<2x4xi32>) -> tensor<2x4x1xf64>
  func.return %3 : tensor<2x4x1xf64>
}

// CHECK-LABEL: func.func @lu_solve_2(
// CHECK: pd.lu_solve {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {trans = "N"} : (tensor<3x2x4x2xf32>, tensor<3x2x4x4xf32>, tensor<3x2x4xi32>) -> tensor<3x2x4x2xf32>
func.func @lu_solve_2(%0: tensor<3x2x4x2xf32>, %1: tensor<3x2x4x4xf32>, %2: tensor<3x2x4xi32>) -> tensor<3x2x4x2xf32> {
  %3 = pd.lu_solve %0, %1, %2 {trans = "N"} : (tensor<3x2x4x2xf32>, tensor<3x2x4x4xf32>, tensor<3x2x4xi32>) -> tensor<3x2x4x2xf32>
  func.return %3 : tensor<3x2x4x2xf32>
}

// CHECK-LABEL: func.func @cholesky_solve_0(
// CHECK: pd.cholesky_solve {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {upper = false} : (tensor<5x3xf32>, tensor<5x5xf32>) -> tensor<5x3xf32>
func.func @cholesky_solve_0(%0: tensor<5x3xf32>, %1: tensor<5x5xf32>) -> tensor<5x3xf32> {
  %2 = pd.cholesky_solve %0, %1 {upper = false} : (tensor<5x3xf32>, tensor<5x5xf32>) -> tensor<5x3xf32>
  func.return %2 : tensor<5x3xf32>
}

// CHECK-LABEL: func.func @cholesky_solve_1(
// CHECK: pd.cholesky_solve {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {upper = true} : (tensor<2x4x1xf32>, tensor<2x4x4xf32>) -> tensor<2x4x1xf32>
func.func @cholesky_solve_1(%0: tensor<2x4x1xf32>, %1: tensor<2x4x4xf32>) -> tensor<2x4x1xf32> {
  %2 = pd.cholesky_solve %0, %1 {upper = true} : (tensor<2x4x1xf32>, tensor<2x4x4xf32>) -> tensor<2x4x1xf32>
  func.return %2 : tensor<2x4x1xf32>
}

// CHECK-LABEL: func.func @cholesky_solve_2(
// CHECK: pd.cholesky_solve {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {upper = false} : (tensor<4x1xf32>, tensor<2x4x4xf32>) -> tensor<2x4x1xf32>
func.func @cholesky_solve_2(%0: tensor<4x1xf32>, %1: tensor<2x4x4xf32>) -> tensor<2x4x1xf32> {
  %2 = pd.cholesky_solve %0, %1 {upper = false} : (tensor<4x1xf32>, tensor<2x4x4xf32>) -> tensor<2x4x1xf32>
  func.return %2 : tensor<2x4x1xf32>
}

// CHECK-LABEL: func.func @solve_0(
// CHECK: pd.solve {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {transposed = false} : (tensor<5x5xf32>, tensor<5x3xf32>) -> tensor<5x3xf32>
func.func @solve_0(%0: tensor<5x5xf32>, %1: tensor<5x3xf32>) -> tensor<5x3xf32> {
  %2 = pd.solve %0, %1 {transposed = false} : (tensor<5x5xf32>, tensor<5x3xf32>) -> tensor<5x3xf32>
  func.return %2 : tensor<5x3xf32>
}

// CHECK-LABEL: func.func @solve_1(
// CHECK: pd.solve {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {transposed = false} : (tensor<2x17x17xf32>, tensor<2x17x4xf32>) -> tensor<2x17x4xf32>
func.func @solve_1(%0: tensor<2x17x17xf32>, %1: tensor<2x17x4xf32>) -> tensor<2x17x4xf32> {
  %2 = pd.solve %0, %1 {transposed = false} : (tensor<2x17x17xf32>, tensor<2x17x4xf32>) -> tensor<2x17x4xf32>
  func.return %2 : tensor<2x17x4xf32>
}

// CHECK-LABEL: func.func @solve_2(
// CHECK: pd.solve {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {transposed = false} : (tensor<4x4xf32>, tensor<4xf32>) -> tensor<4xf32>
func.func @solve_2(%0: tensor<4x4xf32>, %1: tensor<4xf32>) -> tensor<4xf32> {
  %2 = pd.solve %0, %1 {transposed = false} : (tensor<4x4xf32>, tensor<4xf32>) -> tensor<4xf32>
  func.return %2 : tensor<4xf32>
}

// CHECK-LABEL: func.func @solve_3(
// CHECK: pd.solve {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {transposed = false} : (tensor<2x4x4xf64>, tensor<4x3xf64>) -> tensor<2x4x3xf64>
func.func @solve_3(%0: tensor<2x4x4xf64>, %1: tensor<4x3xf64>) -> tensor<2x4x3xf64> {
  %2 = pd.solve %0, %1 {transposed = false} : (tensor<2x4x4xf64>, tensor<4x3xf64>) -> tensor<2x4x3xf64>
  func.return %2 : tensor<2x4x3xf64>
}

// CHECK-LABEL: func.func @solve_4(
// CHECK: pd.solve {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {transposed = false} : (tensor<4x4xf32>, tensor<3x4x2xf32>) -> tensor<3x4x2xf32>
func.func @solve_4(%0: tensor<4x4xf32>, %1: tensor<3x4x2xf32>) -> tensor<3x4x2xf32> {
  %2 = pd.solve %0, %1 {transposed = false} : (tensor<4x4xf32>, tensor<3x4x2xf32>) -> tensor<3x4x2xf32>
  func.return %2 : tensor<3x4x2xf32>
}

// CHECK-LABEL: func.func @solve_5(
// CHECK: pd.solve {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {transposed = false} : (tensor<3x3xf32>, tensor<3x2xf32>) -> tensor<3x2xf32>
func.func @solve_5(%0: tensor<3x3xf32>, %1: tensor<3x2xf32>) -> tensor<3x2xf32> {
  %2 = pd.solve %0, %1 {transposed = false} : (tensor<3x3xf32>, tensor<3x2xf32>) -> tensor<3x2xf32>
  func.return %2 : tensor<3x2xf32>
}

// CHECK-LABEL: func.func @inverse_0(
// CHECK: pd.inverse {{%[0-9a-z_]+}} : (tensor<5x5xf32>) -> tensor<5x5xf32>
func.func @inverse_0(%0: tensor<5x5xf32>) -> tensor<5x5xf32> {
  %1 = pd.inverse %0 : (tensor<5x5xf32>) -> tensor<5x5xf32>
  func.return %1 : tensor<5x5xf32>
}

// CHECK-LABEL: func.func @inverse_1(
// CHECK: pd.inverse {{%[0-9a-z_]+}} : (tensor<2x17x17xf32>) -> tensor<2x17x17xf32>
func.func @inverse_1(%0: tensor<2x17x17xf32>) -> tensor<2x17x17xf32> {
  %1 = pd.inverse %0 : (tensor<2x17x17xf32>) -> tensor<2x17x17xf32>
  func.return %1 : tensor<2x17x17xf32>
}

// CHECK-LABEL: func.func @inverse_2(
// CHECK: pd.inverse {{%[0-9a-z_]+}} : (tensor<3x1x2x2xf64>) -> tensor<3x1x2x2xf64>
func.func @inverse_2(%0: tensor<3x1x2x2xf64>) -> tensor<3x1x2x2xf64> {
  %1 = pd.inverse %0 : (tensor<3x1x2x2xf64>) -> tensor<3x1x2x2xf64>
  func.return %1 : tensor<3x1x2x2xf64>
}
