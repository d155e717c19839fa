// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @argmax_0(
// CHECK: pd.argmax {{%[0-9a-z_]+}} {axis = 0 : i64, keepdims = false, flatten = true, dtype = i64} : (tensor<5x33xf32>) -> tensor<i64>
func.func @argmax_0(%0: tensor<5x33xf32>) -> tensor<i64> {
  %1 = pd.argmax %0 {axis = 0 : i64, keepdims = false, flatten = true, dtype = i64} : (tensor<5x33xf32>) -> tensor<i64>
  func.return %1 : tensor<i64>
}

// CHECK-LABEL: func.func @argmax_1(
// CHECK: pd.argmax {{%[0-9a-z_]+}} {axis = 0 : i64, keepdims = true, flatten = true, dtype = i64} : (tensor<2x3x5xi64>) -> tensor<1x1x1xi64>
func.func @argmax_1(%0: tensor<2x3x5xi64>) -> tensor<1x1x1xi64> {
  %1 = pd.argmax %0 {axis = 0 : i64, keepdims = true, flatten = true, dtype = i64} : (tensor<2x3x5xi64>) -> tensor<1x1x1xi64>
  func.return %1 : tensor<1x1x1xi64>
}

// CHECK-LABEL: func.func @argmax_2(
// CHECK: pd.argmax {{%[0-9a-z_]+}} {axis = -1 : i64, keepdims = false, flatten = false, dtype = i64} : (tensor<3x70xf32>) -> tensor<3xi64>
func.func @argmax_2(%0: tensor<3x70xf32>) -> tensor<3xi64> {
  %1 = pd.argmax %0 {axis = -1 : i64, keepdims = false, flatten = false, dtype = i64} : (tensor<3x70xf32>) -> tensor<3xi64>
  func.return %1 : tensor<3xi64>
}

// CHECK-LABEL: func.func @argmax_3(
// CHECK: pd.argmax {{%[0-9a-z_]+}} {axis = -1 : i64, keepdims = false, flatten = false, dtype = i64} : (tensor<3x70xi64>) -> tensor<3xi64>
func.func @argmax_3(%0: tensor<3x70xi64>) -> tensor<3xi64> {
  %1 = pd.argmax %0 {axis = -1 : i64, keepdims = false, flatten = false, dtype = i64} : (tensor<3x70xi64>) -> tensor<3xi64>
  func.return %1 : tensor<3xi64>
}

// CHECK-LABEL: func.func @argmax_4(
// CHECK: pd.argmax {{%[0-9a-z_]+}} {axis = 1 : i64, keepdims = true, flatten = false, dtype = i32} : (tensor<2x9x20xi64>) -> tensor<2x1x20xi32>
func.func @argmax_4(%0: tensor<2x9x20xi64>) -> tensor<2x1x20xi32> {
  %1 = pd.argmax %0 {axis = 1 : i64, keepdims = true, flatten = false, dtype = i32} : (tensor<2x9x20xi64>) -> tensor<2x1x20xi32>
  func.return %1 : tensor<2x1x20xi32>
}

// CHECK-LABEL: func.func @argmax_5(
// CHECK: pd.argmax {{%[0-9a-z_]+}} {axis = 0 : i64, keepdims = false, flatten = false, dtype = i64} : (tensor<9xf64>) -> tensor<i64>
func.func @argmax_5(%0: tensor<9xf64>) -> tensor<i64> {
  %1 = pd.argmax %0 {axis = 0 : i64, keepdims = false, flatten = false, dtype = i64} : (tensor<9xf64>) -> tensor<i64>
  func.return %1 : tensor<i64>
}

// CHECK-LABEL: func.func @argmin_0(
// CHECK: pd.argmin {{%[0-9a-z_]+}} {axis = 0 : i64, keepdims = false, flatten = true, dtype = i64} : (tensor<5x33xf32>) -> tensor<i64>
func.func @argmin_0(%0: tensor<5x33xf32>) -> tensor<i64> {
  %1 = pd.argmin %0 {axis = 0 : i64, keepdims = false, flatten = true, dtype = i64} : (tensor<5x33xf32>) -> tensor<i64>
  func.return %1 : tensor<i64>
}

// CHECK-LABEL: func.func @argmin_1(
// CHECK: pd.argmin {{%[0-9a-z_]+}} {axis = 0 : i64, keepdims = true, flatten = true, dtype = i64} : (tensor<2x3x5xi64>) -> tensor<1x1x1xi64>
func.func @argmin_1(%0: tensor<2x3x5xi64>) -> tensor<1x1x1xi64> {
  %1 = pd.argmin %0 {axis = 0 : i64, keepdims = true, flatten = true, dtype = i64} : (tensor<2x3x5xi64>) -> tensor<1x1x1xi64>
  func.return %1 : tensor<1x1x1xi64>
}

// CHECK-LABEL: func.func @argmin_2(
// CHECK: pd.argmin {{%[0-9a-z_]+}} {axis = -1 : i64, keepdims = false, flatten = false, dtype = i64} : (tensor<3x70xf32>) -> tensor<3xi64>
func.func @argmin_2(%0: tensor<3x70xf32>) -> tensor<3xi64> {
  %1 = pd.argmin %0 {axis = -1 : i64, keepdims = false, flatten = false, dtype = i64} : (tensor<3x70xf32>) -> tensor<3xi64>
  func.return %1 : tensor<3xi64>
}

// CHECK-LABEL: func.func @argmin_3(
// CHECK: pd.argmin {{%[0-9a-z_]+}} {axis = -1 : i64, keepdims = false, flatten = false, dtype = i64} : (tensor<3x70xi64>) -> tensor<3xi64>
func.func @argmin_3(%0: tensor<3x70xi64>) -> tensor<3xi64> {
  %1 = pd.argmin %0 {axis = -1 : i64, keepdims = false, flatten = false, dtype = i64} : (tensor<3x70xi64>) -> tensor<3xi64>
  func.return %1 : tensor<3xi64>
}

// CHECK-LABEL: func.func @argmin_4(
// CHECK: pd.argmin {{%[0-9a-z_]+}} {axis = 1 : i64, keepdims = true, flatten = false, dtype = i32} : (tensor<2x9x20xi64>) -> tensor<2x1x20xi32>
func.func @argmin_4(%0: tensor<2x9x20xi64>) -> tensor<2x1x20xi32> {
  %1 = pd.argmin %0 {axis = 1 : i64, keepdims = true, flatten = false, dtype = i32} : (tensor<2x9x20xi64>) -> tensor<2x1x20xi32>
  func.return %1 : tensor<2x1x20xi32>
}

// CHECK-LABEL: func.func @argmin_5(
// CHECK: pd.argmin {{%[0-9a-z_]+}} {axis = 0 : i64, keepdims = false, flatten = false, dtype = i64} : (tensor<9xf64>) -> tensor<i64>
func.func @argmin_5(%0: tensor<9xf64>) -> tensor<i64> {
  %1 = pd.argmin %0 {axis = 0 : i64, keepdims = false, flatten = false, dtype = i64} : (tensor<9xf64>) -> tensor<i64>
  func.return %1 : tensor<i64>
}
