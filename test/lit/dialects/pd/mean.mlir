// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @mean_0(
// CHECK: pd.mean {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf32>) -> tensor<3xf32>
func.func @mean_0(%0: tensor<3x70xf32>) -> tensor<3xf32> {
  %1 = pd.mean %0 {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf32>) -> tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

// CHECK-LABEL: func.func @mean_1(
// CHECK: pd.mean {{%[0-9a-z_]+}} {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf32>) -> tensor<40xf32>
func.func @mean_1(%0: tensor<9x40xf32>) -> tensor<40xf32> {
  %1 = pd.mean %0 {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf32>) -> tensor<40xf32>
  func.return %1 : tensor<40xf32>
}

// CHECK-LABEL: func.func @mean_2(
// CHECK: pd.mean {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf32>) -> tensor<2x1x33xf32>
func.func @mean_2(%0: tensor<2x5x33xf32>) -> tensor<2x1x33xf32> {
  %1 = pd.mean %0 {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf32>) -> tensor<2x1x33xf32>
  func.return %1 : tensor<2x1x33xf32>
}

// CHECK-LABEL: func.func @mean_3(
// CHECK: pd.mean {{%[0-9a-z_]+}} {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf32>) -> tensor<4xf32>
func.func @mean_3(%0: tensor<3x4x5xf32>) -> tensor<4xf32> {
  %1 = pd.mean %0 {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf32>) -> tensor<4xf32>
  func.return %1 : tensor<4xf32>
}

// CHECK-LABEL: func.func @mean_4(
// CHECK: pd.mean {{%[0-9a-z_]+}} {axis = array<i64>, keepdim = false} : (tensor<6x7xf32>) -> tensor<f32>
func.func @mean_4(%0: tensor<6x7xf32>) -> tensor<f32> {
  %1 = pd.mean %0 {axis = array<i64>, keepdim = false} : (tensor<6x7xf32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @mean_5(
// CHECK: pd.mean {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf32>) -> tensor<4x1xf32>
func.func @mean_5(%0: tensor<4x128xf32>) -> tensor<4x1xf32> {
  %1 = pd.mean %0 {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf32>) -> tensor<4x1xf32>
  func.return %1 : tensor<4x1xf32>
}

// CHECK-LABEL: func.func @mean_6(
// CHECK: pd.mean {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf64>) -> tensor<3xf64>
func.func @mean_6(%0: tensor<3x70xf64>) -> tensor<3xf64> {
  %1 = pd.mean %0 {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf64>) -> tensor<3xf64>
  func.return %1 : tensor<3xf64>
}

// CHECK-LABEL: func.func @mean_7(
// CHECK: pd.mean {{%[0-9a-z_]+}} {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf64>) -> tensor<40xf64>
func.func @mean_7(%0: tensor<9x40xf64>) -> tensor<40xf64> {
  %1 = pd.mean %0 {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf64>) -> tensor<40xf64>
  func.return %1 : tensor<40xf64>
}

// CHECK-LABEL: func.func @mean_8(
// CHECK: pd.mean {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf64>) -> tensor<2x1x33xf64>
func.func @mean_8(%0: tensor<2x5x33xf64>) -> tensor<2x1x33xf64> {
  %1 = pd.mean %0 {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf64>) -> tensor<2x1x33xf64>
  func.return %1 : tensor<2x1x33xf64>
}

// CHECK-LABEL: func.func @mean_9(
// CHECK: pd.mean {{%[0-9a-z_]+}} {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf64>) -> tensor<4xf64>
func.func @mean_9(%0: tensor<3x4x5xf64>) -> tensor<4xf64> {
  %1 = pd.mean %0 {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf64>) -> tensor<4xf64>
  func.return %1 : tensor<4xf64>
}

// CHECK-LABEL: func.func @mean_10(
// CHECK: pd.mean {{%[0-9a-z_]+}} {axis = array<i64>, keepdim = false} : (tensor<6x7xf64>) -> tensor<f64>
func.func @mean_10(%0: tensor<6x7xf64>) -> tensor<f64> {
  %1 = pd.mean %0 {axis = array<i64>, keepdim = false} : (tensor<6x7xf64>) -> tensor<f64>
  func.return %1 : tensor<f64>
}

// CHECK-LABEL: func.func @mean_11(
// CHECK: pd.mean {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf64>) -> tensor<4x1xf64>
func.func @mean_11(%0: tensor<4x128xf64>) -> tensor<4x1xf64> {
  %1 = pd.mean %0 {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf64>) -> tensor<4x1xf64>
  func.return %1 : tensor<4x1xf64>
}

// CHECK-LABEL: func.func @mean_12(
// CHECK: pd.mean {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = false} : (tensor<3x7xi64>) -> tensor<3xi64>
func.func @mean_12(%0: tensor<3x7xi64>) -> tensor<3xi64> {
  %1 = pd.mean %0 {axis = array<i64: 1>, keepdim = false} : (tensor<3x7xi64>) -> tensor<3xi64>
  func.return %1 : tensor<3xi64>
}

// CHECK-LABEL: func.func @mean_13(
// CHECK: pd.mean {{%[0-9a-z_]+}} {axis = array<i64>, keepdim = false} : (tensor<300x300xi64>) -> tensor<i64>
func.func @mean_13(%0: tensor<300x300xi64>) -> tensor<i64> {
  %1 = pd.mean %0 {axis = array<i64>, keepdim = false} : (tensor<300x300xi64>) -> tensor<i64>
  func.return %1 : tensor<i64>
}

// CHECK-LABEL: func.func @mean_14(
// CHECK: pd.mean {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = false} : (tensor<3x256xi32>) -> tensor<3xi32>
func.func @mean_14(%0: tensor<3x256xi32>) -> tensor<3xi32> {
  %1 = pd.mean %0 {axis = array<i64: 1>, keepdim = false} : (tensor<3x256xi32>) -> tensor<3xi32>
  func.return %1 : tensor<3xi32>
}

// CHECK-LABEL: func.func @mean_all_0(
// CHECK: pd.mean_all {{%[0-9a-z_]+}} : (tensor<5x33xf32>) -> tensor<f32>
func.func @mean_all_0(%0: tensor<5x33xf32>) -> tensor<f32> {
  %1 = pd.mean_all %0 : (tensor<5x33xf32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}
