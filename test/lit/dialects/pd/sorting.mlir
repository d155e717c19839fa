// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @argsort_0(
// CHECK: pd.argsort {{%[0-9a-z_]+}} {axis = -1 : i64, descending = false, stable = false} : (tensor<3x70xf32>) -> (tensor<3x70xf32>, tensor<3x70xi64>)
func.func @argsort_0(%0: tensor<3x70xf32>) -> (tensor<3x70xf32>, tensor<3x70xi64>) {
  %1, %2 = pd.argsort %0 {axis = -1 : i64, descending = false, stable = false} : (tensor<3x70xf32>) -> (tensor<3x70xf32>, tensor<3x70xi64>)
  func.return %1, %2 : tensor<3x70xf32>, tensor<3x70xi64>
}

// CHECK-LABEL: func.func @argsort_1(
// CHECK: pd.argsort {{%[0-9a-z_]+}} {axis = -1 : i64, descending = true, stable = false} : (tensor<3x33xi64>) -> (tensor<3x33xi64>, tensor<3x33xi64>)
func.func @argsort_1(%0: tensor<3x33xi64>) -> (tensor<3x33xi64>, tensor<3x33xi64>) {
  %1, %2 = pd.argsort %0 {axis = -1 : i64, descending = true, stable = false} : (tensor<3x33xi64>) -> (tensor<3x33xi64>, tensor<3x33xi64>)
  func.return %1, %2 : tensor<3x33xi64>, tensor<3x33xi64>
}

// CHECK-LABEL: func.func @argsort_2(
// CHECK: pd.argsort {{%[0-9a-z_]+}} {axis = 0 : i64, descending = true, stable = false} : (tensor<9x40xf32>) -> (tensor<9x40xf32>, tensor<9x40xi64>)
func.func @argsort_2(%0: tensor<9x40xf32>) -> (tensor<9x40xf32>, tensor<9x40xi64>) {
  %1, %2 = pd.argsort %0 {axis = 0 : i64, descending = true, stable = false} : (tensor<9x40xf32>) -> (tensor<9x40xf32>, tensor<9x40xi64>)
  func.return %1, %2 : tensor<9x40xf32>, tensor<9x40xi64>
}

// CHECK-LABEL: func.func @argsort_3(
// CHECK: pd.argsort {{%[0-9a-z_]+}} {axis = 1 : i64, descending = false, stable = false} : (tensor<2x5x33xf32>) -> (tensor<2x5x33xf32>, tensor<2x5x33xi64>)
func.func @argsort_3(%0: tensor<2x5x33xf32>) -> (tensor<2x5x33xf32>, tensor<2x5x33xi64>) {
  %1, %2 = pd.argsort %0 {axis = 1 : i64, descending = false, stable = false} : (tensor<2x5x33xf32>) -> (tensor<2x5x33xf32>, tensor<2x5x33xi64>)
  func.return %1, %2 : tensor<2x5x33xf32>, tensor<2x5x33xi64>
}

// CHECK-LABEL: func.func @argsort_4(
// CHECK: pd.argsort {{%[0-9a-z_]+}} {axis = -1 : i64, descending = false, stable = false} : (tensor<7xf64>) -> (tensor<7xf64>, tensor<7xi64>)
func.func @argsort_4(%0: tensor<7xf64>) -> (tensor<7xf64>, tensor<7xi64>) {
  %1, %2 = pd.argsort %0 {axis = -1 : i64, descending = false, stable = false} : (tensor<7xf64>) -> (tensor<7xf64>, tensor<7xi64>)
  func.return %1, %2 : tensor<7xf64>, tensor<7xi64>
}

// CHECK-LABEL: func.func @argsort_5(
// CHECK: pd.argsort {{%[0-9a-z_]+}} {axis = -1 : i64, descending = false, stable = true} : (tensor<4x20xi32>) -> (tensor<4x20xi32>, tensor<4x20xi64>)
func.func @argsort_5(%0: tensor<4x20xi32>) -> (tensor<4x20xi32>, tensor<4x20xi64>) {
  %1, %2 = pd.argsort %0 {axis = -1 : i64, descending = false, stable = true} : (tensor<4x20xi32>) -> (tensor<4x20xi32>, tensor<4x20xi64>)
  func.return %1, %2 : tensor<4x20xi32>, tensor<4x20xi64>
}

// CHECK-LABEL: func.func @argsort_6(
// CHECK: pd.argsort {{%[0-9a-z_]+}} {axis = -1 : i64, descending = false, stable = false} : (tensor<2x1000xf32>) -> (tensor<2x1000xf32>, tensor<2x1000xi64>)
func.func @argsort_6(%0: tensor<2x1000xf32>) -> (tensor<2x1000xf32>, tensor<2x1000xi64>) {
  %1, %2 = pd.argsort %0 {axis = -1 : i64, descending = false, stable = false} : (tensor<2x1000xf32>) -> (tensor<2x1000xf32>, tensor<2x1000xi64>)
  func.return %1, %2 : tensor<2x1000xf32>, tensor<2x1000xi64>
}

// CHECK-LABEL: func.func @topk_0(
// CHECK: pd.topk {{%[0-9a-z_]+}} {k = 2 : i64, axis = -1 : i64, largest = true, sorted = true} : (tensor<3x70xf32>) -> (tensor<3x2xf32>, tensor<3x2xi64>)
func.func @topk_0(%0: tensor<3x70xf32>) -> (tensor<3x2xf32>, tensor<3x2xi64>) {
  %1, %2 = pd.topk %0 {k = 2 : i64, axis = -1 : i64, largest = true, sorted = true} : (tensor<3x70xf32>) -> (tensor<3x2xf32>, tensor<3x2xi64>)
  func.return %1, %2 : tensor<3x2xf32>, tensor<3x2xi64>
}

// CHECK-LABEL: func.func @topk_1(
// CHECK: pd.topk {{%[0-9a-z_]+}} {k = 50 : i64, axis = -1 : i64, largest = true, sorted = true} : (tensor<3x70xf32>) -> (tensor<3x50xf32>, tensor<3x50xi64>)
func.func @topk_1(%0: tensor<3x70xf32>) -> (tensor<3x50xf32>, tensor<3x50xi64>) {
  %1, %2 = pd.topk %0 {k = 50 : i64, axis = -1 : i64, largest = true, sorted = true} : (tensor<3x70xf32>) -> (tensor<3x50xf32>, tensor<3x50xi64>)
  func.return %1, %2 : tensor<3x50xf32>, tensor<3x50xi64>
}

// CHECK-LABEL: func.func @topk_2(
// CHECK: pd.topk {{%[0-9a-z_]+}} {k = 3 : i64, axis = 0 : i64, largest = false, sorted = true} : (tensor<9x40xf32>) -> (tensor<3x40xf32>, tensor<3x40xi64>)
func.func @topk_2(%0: tensor<9x40xf32>) -> (tensor<3x40xf32>, tensor<3x40xi64>) {
  %1, %2 = pd.topk %0 {k = 3 : i64, axis = 0 : i64, largest = false, sorted = true} : (tensor<9x40xf32>) -> (tensor<3x40xf32>, tensor<3x40xi64>)
  func.return %1, %2 : tensor<3x40xf32>, tensor<3x40xi64>
}

// CHECK-LABEL: func.func @topk_3(
// CHECK: pd.topk {{%[0-9a-z_]+}} {k = 1 : i64, axis = 1 : i64, largest = true, sorted = true} : (tensor<2x5x33xi64>) -> (tensor<2x1x33xi64>, tensor<2x1x33xi64>)
func.func @topk_3(%0: tensor<2x5x33xi64>) -> (tensor<2x1x33xi64>, tensor<2x1x33xi64>) {
  %1, %2 = pd.topk %0 {k = 1 : i64, axis = 1 : i64, largest = true, sorted = true} : (tensor<2x5x33xi64>) -> (tensor<2x1x33xi64>, tensor<2x1x33xi64>)
  func.return %1, %2 : tensor<2x1x33xi64>, tensor<2x1x33xi64>
}

// CHECK-LABEL: func.func @topk_4(
// CHECK: pd.topk {{%[0-9a-z_]+}} {k = 8 : i64, axis = -1 : i64, largest = true, sorted = true} : (tensor<8xf64>) -> (tensor<8xf64>, tensor<8xi64>)
func.func @topk_4(%0: tensor<8xf64>) -> (tensor<8xf64>, tensor<8xi64>) {
  %1, %2 = pd.topk %0 {k = 8 : i64, axis = -1 : i64, largest = true, sorted = true} : (tensor<8xf64>) -> (tensor<8xf64>, tensor<8xi64>)
  func.return %1, %2 : tensor<8xf64>, tensor<8xi64>
}

// CHECK-LABEL: func.func @kthvalue_0(
// CHECK: pd.kthvalue {{%[0-9a-z_]+}} {k = 4 : i64, axis = -1 : i64, keepdim = false} : (tensor<3x70xf32>) -> (tensor<3xf32>, tensor<3xi64>)
func.func @kthvalue_0(%0: tensor<3x70xf32>) -> (tensor<3xf32>, tensor<3xi64>) {
  %1, %2 = pd.kthvalue %0 {k = 4 : i64, axis = -1 : i64, keepdim = false} : (tensor<3x70xf32>) -> (tensor<3xf32>, tensor<3xi64>)
  func.return %1, %2 : tensor<3xf32>, tensor<3xi64>
}

// CHECK-LABEL: func.func @kthvalue_1(
// CHECK: pd.kthvalue {{%[0-9a-z_]+}} {k = 9 : i64, axis = 0 : i64, keepdim = true} : (tensor<9x5xi64>) -> (tensor<1x5xi64>, tensor<1x5xi64>)
func.func @kthvalue_1(%0: tensor<9x5xi64>) -> (tensor<1x5xi64>, tensor<1x5xi64>) {
  %1, %2 = pd.kthvalue %0 {k = 9 : i64, axis = 0 : i64, keepdim = true} : (tensor<9x5xi64>) -> (tensor<1x5xi64>, tensor<1x5xi64>)
  func.return %1, %2 : tensor<1x5xi64>, tensor<1x5xi64>
}

// CHECK-LABEL: func.func @searchsorted_0(
// CHECK: pd.searchsorted {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {out_int32 = false, right = false} : (tensor<9xf32>, tensor<3x33xf32>) -> tensor<3x33xi64>
func.func @searchsorted_0(%0: tensor<9xf32>, %1: tensor<3x33xf32>) -> tensor<3x33xi64> {
  %2 = pd.searchsorted %0, %1 {out_int32 = false, right = false} : (tensor<9xf32>, tensor<3x33xf32>) -> tensor<3x33xi64>
  func.return %2 : tensor<3x33xi64>
}

// CHECK-LABEL: func.func @searchsorted_1(
// CHECK: pd.searchsorted {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {out_int32 = true, right = true} : (tensor<3x16xi64>, tensor<3x7xi64>) -> tensor<3x7xi32>
func.func @searchsorted_1(%0: tensor<3x16xi64>, %1: tensor<3x7xi64>) -> tensor<3x7xi32> {
  %2 = pd.searchsorted %0, %1 {out_int32 = true, right = true} : (tensor<3x16xi64>, tensor<3x7xi64>) -> tensor<3x7xi32>
  func.return %2 : tensor<3x7xi32>
}

// CHECK-LABEL: func.func @searchsorted_2(
// CHECK: pd.searchsorted {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {out_int32 = false, right = false} : (tensor<1xf32>, tensor<3x5xf32>) -> tensor<3x5xi64>
func.func @searchsorted_2(%0: tensor<1xf32>, %1: tensor<3x5xf32>) -> tensor<3x5xi64> {
  %2 = pd.searchsorted %0, %1 {out_int32 = false, right = false} : (tensor<1xf32>, tensor<3x5xf32>) -> tensor<3x5xi64>
  func.return %2 : tensor<3x5xi64>
}

// CHECK-LABEL: func.func @median_0(
// CHECK: pd.median {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = false, mode = "avg"} : (tensor<3x7xf32>) -> (tensor<3xf32>, tensor<3x2xi64>)
func.func @median_0(%0: tensor<3x7xf32>) -> (tensor<3xf32>, tensor<3x2xi64>) {
  %1, %2 = pd.median %0 {axis = array<i64: 1>, keepdim = false, mode = "avg"} : (tensor<3x7xf32>) -> (tensor<3xf32>, tensor<3x2xi64>)
  func.return %1, %2 : tensor<3xf32>, tensor<3x2xi64>
}

// CHECK-LABEL: func.func @median_1(
// CHECK: pd.median {{%[0-9a-z_]+}} {axis = array<i64: 0>, keepdim = true, mode = "avg"} : (tensor<3x8xf32>) -> (tensor<1x8xf32>, tensor<1x8x2xi64>)
func.func @median_1(%0: tensor<3x8xf32>) -> (tensor<1x8xf32>, tensor<1x8x2xi64>) {
  %1, %2 = pd.median %0 {axis = array<i64: 0>, keepdim = true, mode = "avg"} : (tensor<3x8xf32>) -> (tensor<1x8xf32>, tensor<1x8x2xi64>)
  func.return %1, %2 : tensor<1x8xf32>, tensor<1x8x2xi64>
}

// CHECK-LABEL: func.func @median_2(
// CHECK: pd.median {{%[0-9a-z_]+}} {axis = array<i64>, keepdim = false, mode = "avg"} : (tensor<3x4x5xf32>) -> (tensor<f32>, tensor<2xi64>)
func.func @median_2(%0: tensor<3x4x5xf32>) -> (tensor<f32>, tensor<2xi64>) {
  %1, %2 = pd.median %0 {axis = array<i64>, keepdim = false, mode = "avg"} : (tensor<3x4x5xf32>) -> (tensor<f32>, tensor<2xi64>)
  func.return %1, %2 : tensor<f32>, tensor<2xi64>
}

// CHECK-LABEL: func.func @median_3(
// CHECK: pd.median {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = false, mode = "min"} : (tensor<3x8xf32>) -> (tensor<3xf32>, tensor<3xi64>)
func.func @median_3(%0: tensor<3x8xf32>) -> (tensor<3xf32>, tensor<3xi64>) {
  %1, %2 = pd.median %0 {axis = array<i64: 1>, keepdim = false, mode = "min"} : (tensor<3x8xf32>) -> (tensor<3xf32>, tensor<3xi64>)
  func.return %1, %2 : tensor<3xf32>, tensor<3xi64>
}

// CHECK-LABEL: func.func @randperm_0(
// CHECK: pd.randperm {{%[0-9a-z_]+}} {n = 33 : i64, dtype = i64, stream = 0 : i64} : (tensor<2xi64>) -> tensor<33xi64>
func.func @randperm_0(%0: tensor<2xi64>) -> tensor<33xi64> {
  %1 = pd.randperm %0 {n = 33 : i64, dtype = i64, stream = 0 : i64} : (tensor<2xi64>) -> tensor<33xi64>
  func.return %1 : tensor<33xi64>
}
