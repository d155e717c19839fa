// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @cholesky_0(
// CHECK: pd.cholesky {{%[0-9a-z_]+}} {upper = false} : (tensor<2x5x5xf32>) -> tensor<2x5x5xf32>
func.func @cholesky_0(%0: tensor<2x5x5xf32>) -> tensor<2x5x5xf32> {
  %1 = pd.cholesky %0 {upper = false} : (tensor<2x5x5xf32>) -> tensor<2x5x5xf32>
  func.return %1 : tensor<2x5x5xf32>
}

// CHECK-LABEL: func.func @cholesky_1(
// CHECK: pd.cholesky {{%[0-9a-z_]+}} {upper = false} : (tensor<17x17xf32>) -> tensor<17x17xf32>
func.func @cholesky_1(%0: tensor<17x17xf32>) -> tensor<17x17xf32> {
  %1 = pd.cholesky %0 {upper = false} : (tensor<17x17xf32>) -> tensor<17x17xf32>
  func.return %1 : tensor<17x17xf32>
}

// CHECK-LABEL: func.func @cholesky_2(
// CHECK: pd.cholesky {{%[0-9a-z_]+}} {upper = true} : (tensor<3x3xf32>) -> tensor<3x3xf32>
func.func @cholesky_2(%0: tensor<3x3xf32>) -> tensor<3x3xf32> {
  %1 = pd.cholesky %0 {upper = true} : (tensor<3x3xf32>) -> tensor<3x3xf32>
  func.return %1 : tensor<3x3xf32>
}

// CHECK-LABEL: func.func @cholesky_3(
// CHECK: pd.cholesky {{%[0-9a-z_]+}} {upper = true} : (tensor<2x2x4x4xf64>) -> tensor<2x2x4x4xf64>
func.func @cholesky_3(%0: tensor<2x2x4x4xf64>) -> tensor<2x2x4x4xf64> {
  %1 = pd.cholesky %0 {upper = true} : (tensor<2x2x4x4xf64>) -> tensor<2x2x4x4xf64>
  func.return %1 : tensor<2x2x4x4xf64>
}

// CHECK-LABEL: func.func @cholesky_4(
// CHECK: pd.cholesky {{%[0-9a-z_]+}} {upper = false} : (tensor<1x1xf32>) -> tensor<1x1xf32>
func.func @cholesky_4(%0: tensor<1x1xf32>) -> tensor<1x1xf32> {
  %1 = pd.cholesky %0 {upper = false} : (tensor<1x1xf32>) -> tensor<1x1xf32>
  func.return %1 : tensor<1x1xf32>
}

// CHECK-LABEL: func.func @lu_0(
// CHECK: pd.lu {{%[0-9a-z_]+}} {pivot = true} : (tensor<5x5xf32>) -> (tensor<5x5xf32>, tensor<5xi32>, tensor<i32>)
func.func @lu_0(%0: tensor<5x5xf32>) -> (tensor<5x5xf32>, tensor<5xi32>, tensor<i32>) {
  %1, %2, %3 = pd.lu %0 {pivot = true} : (tensor<5x5xf32>) -> (tensor<5x5xf32>, tensor<5xi32>, tensor<i32>)
  func.return %1, %2, %3 : tensor<5x5xf32>, tensor<5xi32>, tensor<i32>
}

// CHECK-LABEL: func.func @lu_1(
// CHECK: pd.lu {{%[0-9a-z_]+}} {pivot = true} : (tensor<2x17x17xf32>) -> (tensor<2x17x17xf32>, tensor<2x17xi32>, tensor<2xi32>)
func.func @lu_1(%0: tensor<2x17x17xf32>) -> (tensor<2x17x17xf32>, tensor<2x17xi32>, tensor<2xi32>) {
  %1, %2, %3 = pd.lu %0 {pivot = true} : (tensor<2x17x17xf32>) -> (tensor<2x17x17xf32>, tensor<2x17xi32>, tensor<2xi32>)
  func.return %1, %2, %3 : tensor<2x17x17xf32>, tensor<2x17xi32>, tensor<2xi32>
}

// CHECK-LABEL: func.func @lu_2(
// CHECK: pd.lu {{%[0-9a-z_]+}} {pivot = true} : (tensor<2x3x5x3xf64>) -> (tensor<2x3x5x3xf64>, tensor<2x3x3xi32>, tensor<2x3xi32>)
func.func @lu_2(%0: tensor<2x3x5x3xf64>) -> (tensor<2x3x5x3xf64>, tensor<2x3x3xi32>, tensor<2x3xi32>) {
  %1, %2, %3 = pd.lu %0 {pivot = true} : (tensor<2x3x5x3xf64>) -> (tensor<2x3x5x3xf64>, tensor<2x3x3xi32>, tensor<2x3xi32>)
  func.return %1, %2, %3 : tensor<2x3x5x3xf64>, tensor<2x3x3xi32>, tensor<2x3xi32>
}

// CHECK-LABEL: func.func @lu_3(
// CHECK: pd.lu {{%[0-9a-z_]+}} {pivot = true} : (tensor<3x7xf32>) -> (tensor<3x7xf32>, tensor<3xi32>, tensor<i32>)
func.func @lu_3(%0: tensor<3x7xf32>) -> (tensor<3x7xf32>, tensor<3xi32>, tensor<i32>) {
  %1, %2, %3 = pd.lu %0 {pivot = true} : (tensor<3x7xf32>) -> (tensor<3x7xf32>, tensor<3xi32>, tensor<i32>)
  func.return %1, %2, %3 : tensor<3x7xf32>, tensor<3xi32>, tensor<i32>
}

// CHECK-LABEL: func.func @row_order_0(
// CHECK: pd.row_order {{%[0-9a-z_]+}} {rows = 9 : i64} : (tensor<2x9xi32>) -> tensor<2x9xi32>
func.func @row_order_0(%0: tensor<2x9xi32>) -> tensor<2x9xi32> {
  %1 = pd.row_order %0 {rows = 9 : i64} : (tensor<2x9xi32>) -> tensor<2x9xi32>
  func.return %1 : tensor<2x9xi32>
}

// CHECK-LABEL: func.func @row_order_1(
// CHECK: pd.row_order {{%[0-9a-z_]+}} {rows = 5 : i64} : (tensor<3xi32>) -> tensor<5xi32>
func.func @row_order_1(%0: tensor<3xi32>) -> tensor<5xi32> {
  %1 = pd.row_order %0 {rows = 5 : i64} : (tensor<3xi32>) -> tensor<5xi32>
  func.return %1 : tensor<5xi32>
}

// CHECK-LABEL: func.func @lu_unpack_0(
// CHECK: pd.lu_unpack {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {unpack_ludata = true, unpack_pivots = true} : (tensor<4x4xf32>, tensor<4xi32>) -> (tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>)
func.func @lu_unpack_0(%0: tensor<4x4xf32>, %1: tensor<4xi32>) -> (tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>) {
  %2, %3, %4 = pd.lu_unpack %0, %1 {unpack_ludata = true, unpack_pivots = true} : (tensor<4x4xf32>, tensor<4xi32>) -> (tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>)
  func.return %2, %3, %4 : tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>
}

// CHECK-LABEL: func.func @lu_unpack_1(
// CHECK: pd.lu_unpack {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {unpack_ludata = true, unpack_pivots = true} : (tensor<2x5x3xf64>, tensor<2x3xi32>) -> (tensor<2x5x5xf64>, tensor<2x5x3xf64>, tensor<2x3x3xf64>)
func.func @lu_unpack_1(%0: tensor<2x5x3xf64>, %1: tensor<2x3xi32>) -> (tensor<2x5x5xf64>, tensor<2x5x3xf64>, tensor<2x3x3xf64>) {
  %2, %3, %4 = pd.lu_unpack %0, %1 {unpack_ludata = true, unpack_pivots = true} : (tensor<2x5x3xf64>, tensor<2x3xi32>) -> (tensor<2x5x5xf64>, tensor<2x5x3xf64>, tensor<2x3x3xf64>)
  func.return %2, %3, %4 : tensor<2x5x5xf64>, tensor<2x5x3xf64>, tensor<2x3x3xf64>
}

// CHECK-LABEL: func.func @lu_unpack_2(
// CHECK: pd.lu_unpack {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {unpack_ludata = true, unpack_pivots = true} : (tensor<3x5xf32>, tensor<3xi32>) -> (tensor<3x3xf32>, tensor<3x3xf32>, tensor<3x5xf32>)
func.func @lu_unpack_2(%0: tensor<3x5xf32>, %1: tensor<3xi32>) -> (tensor<3x3xf32>, tensor<3x3xf32>, tensor<3x5xf32>) {
  %2, %3, %4 = pd.lu_unpack %0, %1 {unpack_ludata = true, unpack_pivots = true} : (tensor<3x5xf32>, tensor<3xi32>) -> (tensor<3x3xf32>, tensor<3x3xf32>, tensor<3x5xf32>)
  func.return %2, %3, %4 : tensor<3x3xf32>, tensor<3x3xf32>, tensor<3x5xf32>
}

// CHECK-LABEL: func.func @qr_0(
// CHECK: pd.qr {{%[0-9a-z_]+}} {mode = "reduced"} : (tensor<5x3xf32>) -> (tensor<5x3xf32>, tensor<3x3xf32>)
func.func @qr_0(%0: tensor<5x3xf32>) -> (tensor<5x3xf32>, tensor<3x3xf32>) {
  %1, %2 = pd.qr %0 {mode = "reduced"} : (tensor<5x3xf32>) -> (tensor<5x3xf32>, tensor<3x3xf32>)
  func.return %1, %2 : tensor<5x3xf32>, tensor<3x3xf32>
}

// CHECK-LABEL: func.func @qr_1(
// CHECK: pd.qr {{%[0-9a-z_]+}} {mode = "reduced"} : (tensor<2x17x17xf32>) -> (tensor<2x17x17xf32>, tensor<2x17x17xf32>)
func.func @qr_1(%0: tensor<2x17x17xf32>) -> (tensor<2x17x17xf32>, tensor<2x17x17xf32>) {
  %1, %2 = pd.qr %0 {mode = "reduced"} : (tensor<2x17x17xf32>) -> (tensor<2x17x17xf32>, tensor<2x17x17xf32>)
  func.return %1, %2 : tensor<2x17x17xf32>, tensor<2x17x17xf32>
}

// CHECK-LABEL: func.func @qr_2(
// CHECK: pd.qr {{%[0-9a-z_]+}} {mode = "reduced"} : (tensor<3x5xf32>) -> (tensor<3x3xf32>, tensor<3x5xf32>)
func.func @qr_2(%0: tensor<3x5xf32>) -> (tensor<3x3xf32>, tensor<3x5xf32>) {
  %1, %2 = pd.qr %0 {mode = "reduced"} : (tensor<3x5xf32>) -> (tensor<3x3xf32>, tensor<3x5xf32>)
  func.return %1, %2 : tensor<3x3xf32>, tensor<3x5xf32>
}

// CHECK-LABEL: func.func @qr_3(
// CHECK: pd.qr {{%[0-9a-z_]+}} {mode = "complete"} : (tensor<2x5x3xf64>) -> (tensor<2x5x5xf64>, tensor<2x5x3xf64>)
func.func @qr_3(%0: tensor<2x5x3xf64>) -> (tensor<2x5x5xf64>, tensor<2x5x3xf64>) {
  %1, %2 = pd.qr %0 {mode = "complete"} : (tensor<2x5x3xf64>) -> (tensor<2x5x5xf64>, tensor<2x5x3xf64>)
  func.return %1, %2 : tensor<2x5x5xf64>, tensor<2x5x3xf64>
}

// CHECK-LABEL: func.func @qr_4(
// CHECK: pd.qr {{%[0-9a-z_]+}} {mode = "r"} : (tensor<2x5x3xf32>) -> (tensor<0xf32>, tensor<2x3x3xf32>)
func.func @qr_4(%0: tensor<2x5x3xf32>) -> (tensor<0xf32>, tensor<2x3x3xf32>) {
  %1, %2 = pd.qr %0 {mode = "r"} : (tensor<2x5x3xf32>) -> (tensor<0xf32>, tensor<2x3x3xf32>)
  func.return %1, %2 : tensor<0xf32>, tensor<2x3x3xf32>
}

// CHECK-LABEL: func.func @qr_5(
// CHECK: pd.qr {{%[0-9a-z_]+}} {mode = "r"} : (tensor<3x5xf32>) -> (tensor<0xf32>, tensor<3x5xf32>)
func.func @qr_5(%0: tensor<3x5xf32>) -> (tensor<0xf32>, tensor<3x5xf32>) {
  %1, %2 = pd.qr %0 {mode = "r"} : (tensor<3x5xf32>) -> (tensor<0xf32>, tensor<3x5xf32>)
  func.return %1, %2 : tensor<0xf32>, tensor<3x5xf32>
}
