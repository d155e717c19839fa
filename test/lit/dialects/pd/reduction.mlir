// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @sum_0(
// CHECK: pd.sum {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf32>) -> tensor<3xf32>
func.func @sum_0(%0: tensor<3x70xf32>) -> tensor<3xf32> {
  %1 = pd.sum %0 {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf32>) -> tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

// CHECK-LABEL: func.func @sum_1(
// CHECK: pd.sum {{%[0-9a-z_]+}} {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf32>) -> tensor<40xf32>
func.func @sum_1(%0: tensor<9x40xf32>) -> tensor<40xf32> {
  %1 = pd.sum %0 {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf32>) -> tensor<40xf32>
  func.return %1 : tensor<40xf32>
}

// CHECK-LABEL: func.func @sum_2(
// CHECK: pd.sum {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf32>) -> tensor<2x1x33xf32>
func.func @sum_2(%0: tensor<2x5x33xf32>) -> tensor<2x1x33xf32> {
  %1 = pd.sum %0 {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf32>) -> tensor<2x1x33xf32>
  func.return %1 : tensor<2x1x33xf32>
}

// CHECK-LABEL: func.func @sum_3(
// CHECK: pd.sum {{%[0-9a-z_]+}} {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf32>) -> tensor<4xf32>
func.func @sum_3(%0: tensor<3x4x5xf32>) -> tensor<4xf32> {
  %1 = pd.sum %0 {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf32>) -> tensor<4xf32>
  func.return %1 : tensor<4xf32>
}

// CHECK-LABEL: func.func @sum_4(
// CHECK: pd.sum {{%[0-9a-z_]+}} {axis = array<i64>, keepdim = false} : (tensor<6x7xf32>) -> tensor<f32>
func.func @sum_4(%0: tensor<6x7xf32>) -> tensor<f32> {
  %1 = pd.sum %0 {axis = array<i64>, keepdim = false} : (tensor<6x7xf32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @sum_5(
// CHECK: pd.sum {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf32>) -> tensor<4x1xf32>
func.func @sum_5(%0: tensor<4x128xf32>) -> tensor<4x1xf32> {
  %1 = pd.sum %0 {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf32>) -> tensor<4x1xf32>
  func.return %1 : tensor<4x1xf32>
}

// CHECK-LABEL: func.func @sum_6(
// CHECK: pd.sum {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf64>) -> tensor<3xf64>
func.func @sum_6(%0: tensor<3x70xf64>) -> tensor<3xf64> {
  %1 = pd.sum %0 {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf64>) -> tensor<3xf64>
  func.return %1 : tensor<3xf64>
}

// CHECK-LABEL: func.func @sum_7(
// CHECK: pd.sum {{%[0-9a-z_]+}} {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf64>) -> tensor<40xf64>
func.func @sum_7(%0: tensor<9x40xf64>) -> tensor<40xf64> {
  %1 = pd.sum %0 {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf64>) -> tensor<40xf64>
  func.return %1 : tensor<40xf64>
}

// CHECK-LABEL: func.func @sum_8(
// CHECK: pd.sum {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf64>) -> tensor<2x1x33xf64>
func.func @sum_8(%0: tensor<2x5x33xf64>) -> tensor<2x1x33xf64> {
  %1 = pd.sum %0 {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf64>) -> tensor<2x1x33xf64>
  func.return %1 : tensor<2x1x33xf64>
}

// CHECK-LABEL: func.func @sum_9(
// CHECK: pd.sum {{%[0-9a-z_]+}} {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf64>) -> tensor<4xf64>
func.func @sum_9(%0: tensor<3x4x5xf64>) -> tensor<4xf64> {
  %1 = pd.sum %0 {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf64>) -> tensor<4xf64>
  func.return %1 : tensor<4xf64>
}

// CHECK-LABEL: func.func @sum_10(
// CHECK: pd.sum {{%[0-9a-z_]+}} {axis = array<i64>, keepdim = false} : (tensor<6x7xf64>) -> tensor<f64>
func.func @sum_10(%0: tensor<6x7xf64>) -> tensor<f64> {
  %1 = pd.sum %0 {axis = array<i64>, keepdim = false} : (tensor<6x7xf64>) -> tensor<f64>
  func.return %1 : tensor<f64>
}

// CHECK-LABEL: func.func @sum_11(
// CHECK: pd.sum {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf64>) -> tensor<4x1xf64>
func.func @sum_11(%0: tensor<4x128xf64>) -> tensor<4x1xf64> {
  %1 = pd.sum %0 {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf64>) -> tensor<4x1xf64>
  func.return %1 : tensor<4x1xf64>
}

// CHECK-LABEL: func.func @sum_12(
// CHECK: pd.sum {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = false} : (tensor<3x70xi32>) -> tensor<3xi64>
func.func @sum_12(%0: tensor<3x70xi32>) -> tensor<3xi64> {
  %1 = pd.sum %0 {axis = array<i64: 1>, keepdim = false} : (tensor<3x70xi32>) -> tensor<3xi64>
  func.return %1 : tensor<3xi64>
}

// CHECK-LABEL: func.func @sum_13(
// CHECK: pd.sum {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = false} : (tensor<3x70xui8>) -> tensor<3xui8>
func.func @sum_13(%0: tensor<3x70xui8>) -> tensor<3xui8> {
  %1 = pd.sum %0 {axis = array<i64: 1>, keepdim = false} : (tensor<3x70xui8>) -> tensor<3xui8>
  func.return %1 : tensor<3xui8>
}

// CHECK-LABEL: func.func @sum_14(
// CHECK: pd.sum {{%[0-9a-z_]+}} {axis = array<i64: 0>, keepdim = false} : (tensor<20x33xi1>) -> tensor<33xi64>
func.func @sum_14(%0: tensor<20x33xi1>) -> tensor<33xi64> {
  %1 = pd.sum %0 {axis = array<i64: 0>, keepdim = false} : (tensor<20x33xi1>) -> tensor<33xi64>
  func.return %1 : tensor<33xi64>
}

// CHECK-LABEL: func.func @max_0(
// CHECK: pd.max {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf32>) -> tensor<3xf32>
func.func @max_0(%0: tensor<3x70xf32>) -> tensor<3xf32> {
  %1 = pd.max %0 {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf32>) -> tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

// CHECK-LABEL: func.func @max_1(
// CHECK: pd.max {{%[0-9a-z_]+}} {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf32>) -> tensor<40xf32>
func.func @max_1(%0: tensor<9x40xf32>) -> tensor<40xf32> {
  %1 = pd.max %0 {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf32>) -> tensor<40xf32>
  func.return %1 : tensor<40xf32>
}

// CHECK-LABEL: func.func @max_2(
// CHECK: pd.max {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf32>) -> tensor<2x1x33xf32>
func.func @max_2(%0: tensor<2x5x33xf32>) -> tensor<2x1x33xf32> {
  %1 = pd.max %0 {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf32>) -> tensor<2x1x33xf32>
  func.return %1 : tensor<2x1x33xf32>
}

// CHECK-LABEL: func.func @max_3(
// CHECK: pd.max {{%[0-9a-z_]+}} {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf32>) -> tensor<4xf32>
func.func @max_3(%0: tensor<3x4x5xf32>) -> tensor<4xf32> {
  %1 = pd.max %0 {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf32>) -> tensor<4xf32>
  func.return %1 : tensor<4xf32>
}

// CHECK-LABEL: func.func @max_4(
// CHECK: pd.max {{%[0-9a-z_]+}} {axis = array<i64>, keepdim = false} : (tensor<6x7xf32>) -> tensor<f32>
func.func @max_4(%0: tensor<6x7xf32>) -> tensor<f32> {
  %1 = pd.max %0 {axis = array<i64>, keepdim = false} : (tensor<6x7xf32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @max_5(
// CHECK: pd.max {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf32>) -> tensor<4x1xf32>
func.func @max_5(%0: tensor<4x128xf32>) -> tensor<4x1xf32> {
  %1 = pd.max %0 {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf32>) -> tensor<4x1xf32>
  func.return %1 : tensor<4x1xf32>
}

// CHECK-LABEL: func.func @max_6(
// CHECK: pd.max {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xi64>) -> tensor<3xi64>
func.func @max_6(%0: tensor<3x70xi64>) -> tensor<3xi64> {
  %1 = pd.max %0 {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xi64>) -> tensor<3xi64>
  func.return %1 : tensor<3xi64>
}

// CHECK-LABEL: func.func @max_7(
// CHECK: pd.max {{%[0-9a-z_]+}} {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xi64>) -> tensor<40xi64>
func.func @max_7(%0: tensor<9x40xi64>) -> tensor<40xi64> {
  %1 = pd.max %0 {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xi64>) -> tensor<40xi64>
  func.return %1 : tensor<40xi64>
}

// CHECK-LABEL: func.func @max_8(
// CHECK: pd.max {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xi64>) -> tensor<2x1x33xi64>
func.func @max_8(%0: tensor<2x5x33xi64>) -> tensor<2x1x33xi64> {
  %1 = pd.max %0 {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xi64>) -> tensor<2x1x33xi64>
  func.return %1 : tensor<2x1x33xi64>
}

// CHECK-LABEL: func.func @max_9(
// CHECK: pd.max {{%[0-9a-z_]+}} {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xi64>) -> tensor<4xi64>
func.func @max_9(%0: tensor<3x4x5xi64>) -> tensor<4xi64> {
  %1 = pd.max %0 {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xi64>) -> tensor<4xi64>
  func.return %1 : tensor<4xi64>
}

// CHECK-LABEL: func.func @max_10(
// CHECK: pd.max {{%[0-9a-z_]+}} {axis = array<i64>, keepdim = false} : (tensor<6x7xi64>) -> tensor<i64>
func.func @max_10(%0: tensor<6x7xi64>) -> tensor<i64> {
  %1 = pd.max %0 {axis = array<i64>, keepdim = false} : (tensor<6x7xi64>) -> tensor<i64>
  func.return %1 : tensor<i64>
}

// CHECK-LABEL: func.func @max_11(
// CHECK: pd.max {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xi64>) -> tensor<4x1xi64>
func.func @max_11(%0: tensor<4x128xi64>) -> tensor<4x1xi64> {
  %1 = pd.max %0 {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xi64>) -> tensor<4x1xi64>
  func.return %1 : tensor<4x1xi64>
}

// CHECK-LABEL: func.func @min_0(
// CHECK: pd.min {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf32>) -> tensor<3xf32>
func.func @min_0(%0: tensor<3x70xf32>) -> tensor<3xf32> {
  %1 = pd.min %0 {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf32>) -> tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

// CHECK-LABEL: func.func @min_1(
// CHECK: pd.min {{%[0-9a-z_]+}} {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf32>) -> tensor<40xf32>
func.func @min_1(%0: tensor<9x40xf32>) -> tensor<40xf32> {
  %1 = pd.min %0 {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf32>) -> tensor<40xf32>
  func.return %1 : tensor<40xf32>
}

// CHECK-LABEL: func.func @min_2(
// CHECK: pd.min {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf32>) -> tensor<2x1x33xf32>
func.func @min_2(%0: tensor<2x5x33xf32>) -> tensor<2x1x33xf32> {
  %1 = pd.min %0 {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf32>) -> tensor<2x1x33xf32>
  func.return %1 : tensor<2x1x33xf32>
}

// CHECK-LABEL: func.func @min_3(
// CHECK: pd.min {{%[0-9a-z_]+}} {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf32>) -> tensor<4xf32>
func.func @min_3(%0: tensor<3x4x5xf32>) -> tensor<4xf32> {
  %1 = pd.min %0 {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf32>) -> tensor<4xf32>
  func.return %1 : tensor<4xf32>
}

// CHECK-LABEL: func.func @min_4(
// CHECK: pd.min {{%[0-9a-z_]+}} {axis = array<i64>, keepdim = false} : (tensor<6x7xf32>) -> tensor<f32>
func.func @min_4(%0: tensor<6x7xf32>) -> tensor<f32> {
  %1 = pd.min %0 {axis = array<i64>, keepdim = false} : (tensor<6x7xf32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @min_5(
// CHECK: pd.min {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf32>) -> tensor<4x1xf32>
func.func @min_5(%0: tensor<4x128xf32>) -> tensor<4x1xf32> {
  %1 = pd.min %0 {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf32>) -> tensor<4x1xf32>
  func.return %1 : tensor<4x1xf32>
}

// CHECK-LABEL: func.func @min_6(
// CHECK: pd.min {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xi64>) -> tensor<3xi64>
func.func @min_6(%0: tensor<3x70xi64>) -> tensor<3xi64> {
  %1 = pd.min %0 {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xi64>) -> tensor<3xi64>
  func.return %1 : tensor<3xi64>
}

// CHECK-LABEL: func.func @min_7(
// CHECK: pd.min {{%[0-9a-z_]+}} {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xi64>) -> tensor<40xi64>
func.func @min_7(%0: tensor<9x40xi64>) -> tensor<40xi64> {
  %1 = pd.min %0 {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xi64>) -> tensor<40xi64>
  func.return %1 : tensor<40xi64>
}

// CHECK-LABEL: func.func @min_8(
// CHECK: pd.min {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xi64>) -> tensor<2x1x33xi64>
func.func @min_8(%0: tensor<2x5x33xi64>) -> tensor<2x1x33xi64> {
  %1 = pd.min %0 {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xi64>) -> tensor<2x1x33xi64>
  func.return %1 : tensor<2x1x33xi64>
}

// CHECK-LABEL: func.func @min_9(
// CHECK: pd.min {{%[0-9a-z_]+}} {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xi64>) -> tensor<4xi64>
func.func @min_9(%0: tensor<3x4x5xi64>) -> tensor<4xi64> {
  %1 = pd.min %0 {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xi64>) -> tensor<4xi64>
  func.return %1 : tensor<4xi64>
}

// CHECK-LABEL: func.func @min_10(
// CHECK: pd.min {{%[0-9a-z_]+}} {axis = array<i64>, keepdim = false} : (tensor<6x7xi64>) -> tensor<i64>
func.func @min_10(%0: tensor<6x7xi64>) -> tensor<i64> {
  %1 = pd.min %0 {axis = array<i64>, keepdim = false} : (tensor<6x7xi64>) -> tensor<i64>
  func.return %1 : tensor<i64>
}

// CHECK-LABEL: func.func @min_11(
// CHECK: pd.min {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xi64>) -> tensor<4x1xi64>
func.func @min_11(%0: tensor<4x128xi64>) -> tensor<4x1xi64> {
  %1 = pd.min %0 {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xi64>) -> tensor<4x1xi64>
  func.return %1 : tensor<4x1xi64>
}

// CHECK-LABEL: func.func @amax_0(
// CHECK: pd.amax {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf32>) -> tensor<3xf32>
func.func @amax_0(%0: tensor<3x70xf32>) -> tensor<3xf32> {
  %1 = pd.amax %0 {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf32>) -> tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

// CHECK-LABEL: func.func @amax_1(
// CHECK: pd.amax {{%[0-9a-z_]+}} {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf32>) -> tensor<40xf32>
func.func @amax_1(%0: tensor<9x40xf32>) -> tensor<40xf32> {
  %1 = pd.amax %0 {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf32>) -> tensor<40xf32>
  func.return %1 : tensor<40xf32>
}

// CHECK-LABEL: func.func @amax_2(
// CHECK: pd.amax {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf32>) -> tensor<2x1x33xf32>
func.func @amax_2(%0: tensor<2x5x33xf32>) -> tensor<2x1x33xf32> {
  %1 = pd.amax %0 {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf32>) -> tensor<2x1x33xf32>
  func.return %1 : tensor<2x1x33xf32>
}

// CHECK-LABEL: func.func @amax_3(
// CHECK: pd.amax {{%[0-9a-z_]+}} {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf32>) -> tensor<4xf32>
func.func @amax_3(%0: tensor<3x4x5xf32>) -> tensor<4xf32> {
  %1 = pd.amax %0 {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf32>) -> tensor<4xf32>
  func.return %1 : tensor<4xf32>
}

// CHECK-LABEL: func.func @amax_4(
// CHECK: pd.amax {{%[0-9a-z_]+}} {axis = array<i64>, keepdim = false} : (tensor<6x7xf32>) -> tensor<f32>
func.func @amax_4(%0: tensor<6x7xf32>) -> tensor<f32> {
  %1 = pd.amax %0 {axis = array<i64>, keepdim = false} : (tensor<6x7xf32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @amax_5(
// CHECK: pd.amax {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf32>) -> tensor<4x1xf32>
func.func @amax_5(%0: tensor<4x128xf32>) -> tensor<4x1xf32> {
  %1 = pd.amax %0 {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf32>) -> tensor<4x1xf32>
  func.return %1 : tensor<4x1xf32>
}

// CHECK-LABEL: func.func @amax_6(
// CHECK: pd.amax {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xi64>) -> tensor<3xi64>
func.func @amax_6(%0: tensor<3x70xi64>) -> tensor<3xi64> {
  %1 = pd.amax %0 {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xi64>) -> tensor<3xi64>
  func.return %1 : tensor<3xi64>
}

// CHECK-LABEL: func.func @amax_7(
// CHECK: pd.amax {{%[0-9a-z_]+}} {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xi64>) -> tensor<40xi64>
func.func @amax_7(%0: tensor<9x40xi64>) -> tensor<40xi64> {
  %1 = pd.amax %0 {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xi64>) -> tensor<40xi64>
  func.return %1 : tensor<40xi64>
}

// CHECK-LABEL: func.func @amax_8(
// CHECK: pd.amax {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xi64>) -> tensor<2x1x33xi64>
func.func @amax_8(%0: tensor<2x5x33xi64>) -> tensor<2x1x33xi64> {
  %1 = pd.amax %0 {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xi64>) -> tensor<2x1x33xi64>
  func.return %1 : tensor<2x1x33xi64>
}

// CHECK-LABEL: func.func @amax_9(
// CHECK: pd.amax {{%[0-9a-z_]+}} {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xi64>) -> tensor<4xi64>
func.func @amax_9(%0: tensor<3x4x5xi64>) -> tensor<4xi64> {
  %1 = pd.amax %0 {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xi64>) -> tensor<4xi64>
  func.return %1 : tensor<4xi64>
}

// CHECK-LABEL: func.func @amax_10(
// CHECK: pd.amax {{%[0-9a-z_]+}} {axis = array<i64>, keepdim = false} : (tensor<6x7xi64>) -> tensor<i64>
func.func @amax_10(%0: tensor<6x7xi64>) -> tensor<i64> {
  %1 = pd.amax %0 {axis = array<i64>, keepdim = false} : (tensor<6x7xi64>) -> tensor<i64>
  func.return %1 : tensor<i64>
}

// CHECK-LABEL: func.func @amax_11(
// CHECK: pd.amax {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xi64>) -> tensor<4x1xi64>
func.func @amax_11(%0: tensor<4x128xi64>) -> tensor<4x1xi64> {
  %1 = pd.amax %0 {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xi64>) -> tensor<4x1xi64>
  func.return %1 : tensor<4x1xi64>
}

// CHECK-LABEL: func.func @amin_0(
// CHECK: pd.amin {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf32>) -> tensor<3xf32>
func.func @amin_0(%0: tensor<3x70xf32>) -> tensor<3xf32> {
  %1 = pd.amin %0 {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf32>) -> tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

// CHECK-LABEL: func.func @amin_1(
// CHECK: pd.amin {{%[0-9a-z_]+}} {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf32>) -> tensor<40xf32>
func.func @amin_1(%0: tensor<9x40xf32>) -> tensor<40xf32> {
  %1 = pd.amin %0 {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf32>) -> tensor<40xf32>
  func.return %1 : tensor<40xf32>
}

// CHECK-LABEL: func.func @amin_2(
// CHECK: pd.amin {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf32>) -> tensor<2x1x33xf32>
func.func @amin_2(%0: tensor<2x5x33xf32>) -> tensor<2x1x33xf32> {
  %1 = pd.amin %0 {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf32>) -> tensor<2x1x33xf32>
  func.return %1 : tensor<2x1x33xf32>
}

// CHECK-LABEL: func.func @amin_3(
// CHECK: pd.amin {{%[0-9a-z_]+}} {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf32>) -> tensor<4xf32>
func.func @amin_3(%0: tensor<3x4x5xf32>) -> tensor<4xf32> {
  %1 = pd.amin %0 {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf32>) -> tensor<4xf32>
  func.return %1 : tensor<4xf32>
}

// CHECK-LABEL: func.func @amin_4(
// CHECK: pd.amin {{%[0-9a-z_]+}} {axis = array<i64>, keepdim = false} : (tensor<6x7xf32>) -> tensor<f32>
func.func @amin_4(%0: tensor<6x7xf32>) -> tensor<f32> {
  %1 = pd.amin %0 {axis = array<i64>, keepdim = false} : (tensor<6x7xf32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @amin_5(
// CHECK: pd.amin {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf32>) -> tensor<4x1xf32>
func.func @amin_5(%0: tensor<4x128xf32>) -> tensor<4x1xf32> {
  %1 = pd.amin %0 {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf32>) -> tensor<4x1xf32>
  func.return %1 : tensor<4x1xf32>
}

// CHECK-LABEL: func.func @amin_6(
// CHECK: pd.amin {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xi32>) -> tensor<3xi32>
func.func @amin_6(%0: tensor<3x70xi32>) -> tensor<3xi32> {
  %1 = pd.amin %0 {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xi32>) -> tensor<3xi32>
  func.return %1 : tensor<3xi32>
}

// CHECK-LABEL: func.func @amin_7(
// CHECK: pd.amin {{%[0-9a-z_]+}} {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xi32>) -> tensor<40xi32>
func.func @amin_7(%0: tensor<9x40xi32>) -> tensor<40xi32> {
  %1 = pd.amin %0 {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xi32>) -> tensor<40xi32>
  func.return %1 : tensor<40xi32>
}

// CHECK-LABEL: func.func @amin_8(
// CHECK: pd.amin {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xi32>) -> tensor<2x1x33xi32>
func.func @amin_8(%0: tensor<2x5x33xi32>) -> tensor<2x1x33xi32> {
  %1 = pd.amin %0 {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xi32>) -> tensor<2x1x33xi32>
  func.return %1 : tensor<2x1x33xi32>
}

// CHECK-LABEL: func.func @amin_9(
// CHECK: pd.amin {{%[0-9a-z_]+}} {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xi32>) -> tensor<4xi32>
func.func @amin_9(%0: tensor<3x4x5xi32>) -> tensor<4xi32> {
  %1 = pd.amin %0 {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xi32>) -> tensor<4xi32>
  func.return %1 : tensor<4xi32>
}

// CHECK-LABEL: func.func @amin_10(
// CHECK: pd.amin {{%[0-9a-z_]+}} {axis = array<i64>, keepdim = false} : (tensor<6x7xi32>) -> tensor<i32>
func.func @amin_10(%0: tensor<6x7xi32>) -> tensor<i32> {
  %1 = pd.amin %0 {axis = array<i64>, keepdim = false} : (tensor<6x7xi32>) -> tensor<i32>
  func.return %1 : tensor<i32>
}

// CHECK-LABEL: func.func @amin_11(
// CHECK: pd.amin {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xi32>) -> tensor<4x1xi32>
func.func @amin_11(%0: tensor<4x128xi32>) -> tensor<4x1xi32> {
  %1 = pd.amin %0 {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xi32>) -> tensor<4x1xi32>
  func.return %1 : tensor<4x1xi32>
}

// CHECK-LABEL: func.func @prod_0(
// CHECK: pd.prod {{%[0-9a-z_]+}} {reduce_all = false, axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf32>) -> tensor<3xf32>
func.func @prod_0(%0: tensor<3x70xf32>) -> tensor<3xf32> {
  %1 = pd.prod %0 {reduce_all = false, axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf32>) -> tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

// CHECK-LABEL: func.func @prod_1(
// CHECK: pd.prod {{%[0-9a-z_]+}} {reduce_all = false, axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf32>) -> tensor<40xf32>
func.func @prod_1(%0: tensor<9x40xf32>) -> tensor<40xf32> {
  %1 = pd.prod %0 {reduce_all = false, axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf32>) -> tensor<40xf32>
  func.return %1 : tensor<40xf32>
}

// CHECK-LABEL: func.func @prod_2(
// CHECK: pd.prod {{%[0-9a-z_]+}} {reduce_all = false, axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf32>) -> tensor<2x1x33xf32>
func.func @prod_2(%0: tensor<2x5x33xf32>) -> tensor<2x1x33xf32> {
  %1 = pd.prod %0 {reduce_all = false, axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf32>) -> tensor<2x1x33xf32>
  func.return %1 : tensor<2x1x33xf32>
}

// CHECK-LABEL: func.func @prod_3(
// CHECK: pd.prod {{%[0-9a-z_]+}} {reduce_all = false, axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf32>) -> tensor<4xf32>
func.func @prod_3(%0: tensor<3x4x5xf32>) -> tensor<4xf32> {
  %1 = pd.prod %0 {reduce_all = false, axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf32>) -> tensor<4xf32>
  func.return %1 : tensor<4xf32>
}

// CHECK-LABEL: func.func @prod_4(
// CHECK: pd.prod {{%[0-9a-z_]+}} {reduce_all = true, axis = array<i64>, keepdim = false} : (tensor<6x7xf32>) -> tensor<f32>
func.func @prod_4(%0: tensor<6x7xf32>) -> tensor<f32> {
  %1 = pd.prod %0 {reduce_all = true, axis = array<i64>, keepdim = false} : (tensor<6x7xf32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @prod_5(
// CHECK: pd.prod {{%[0-9a-z_]+}} {reduce_all = false, axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf32>) -> tensor<4x1xf32>
func.func @prod_5(%0: tensor<4x128xf32>) -> tensor<4x1xf32> {
  %1 = pd.prod %0 {reduce_all = false, axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf32>) -> tensor<4x1xf32>
  func.return %1 : tensor<4x1xf32>
}

// CHECK-LABEL: func.func @prod_6(
// CHECK: pd.prod {{%[0-9a-z_]+}} {reduce_all = false, axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf64>) -> tensor<3xf64>
func.func @prod_6(%0: tensor<3x70xf64>) -> tensor<3xf64> {
  %1 = pd.prod %0 {reduce_all = false, axis = array<i64: -1>, keepdim = false} : (tensor<3x70xf64>) -> tensor<3xf64>
  func.return %1 : tensor<3xf64>
}

// CHECK-LABEL: func.func @prod_7(
// CHECK: pd.prod {{%[0-9a-z_]+}} {reduce_all = false, axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf64>) -> tensor<40xf64>
func.func @prod_7(%0: tensor<9x40xf64>) -> tensor<40xf64> {
  %1 = pd.prod %0 {reduce_all = false, axis = array<i64: 0>, keepdim = false} : (tensor<9x40xf64>) -> tensor<40xf64>
  func.return %1 : tensor<40xf64>
}

// CHECK-LABEL: func.func @prod_8(
// CHECK: pd.prod {{%[0-9a-z_]+}} {reduce_all = false, axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf64>) -> tensor<2x1x33xf64>
func.func @prod_8(%0: tensor<2x5x33xf64>) -> tensor<2x1x33xf64> {
  %1 = pd.prod %0 {reduce_all = false, axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xf64>) -> tensor<2x1x33xf64>
  func.return %1 : tensor<2x1x33xf64>
}

// CHECK-LABEL: func.func @prod_9(
// CHECK: pd.prod {{%[0-9a-z_]+}} {reduce_all = false, axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf64>) -> tensor<4xf64>
func.func @prod_9(%0: tensor<3x4x5xf64>) -> tensor<4xf64> {
  %1 = pd.prod %0 {reduce_all = false, axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xf64>) -> tensor<4xf64>
  func.return %1 : tensor<4xf64>
}

// CHECK-LABEL: func.func @prod_10(
// CHECK: pd.prod {{%[0-9a-z_]+}} {reduce_all = true, axis = array<i64>, keepdim = false} : (tensor<6x7xf64>) -> tensor<f64>
func.func @prod_10(%0: tensor<6x7xf64>) -> tensor<f64> {
  %1 = pd.prod %0 {reduce_all = true, axis = array<i64>, keepdim = false} : (tensor<6x7xf64>) -> tensor<f64>
  func.return %1 : tensor<f64>
}

// CHECK-LABEL: func.func @prod_11(
// CHECK: pd.prod {{%[0-9a-z_]+}} {reduce_all = false, axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf64>) -> tensor<4x1xf64>
func.func @prod_11(%0: tensor<4x128xf64>) -> tensor<4x1xf64> {
  %1 = pd.prod %0 {reduce_all = false, axis = array<i64: -1>, keepdim = true} : (tensor<4x128xf64>) -> tensor<4x1xf64>
  func.return %1 : tensor<4x1xf64>
}

// CHECK-LABEL: func.func @prod_12(
// CHECK: pd.prod {{%[0-9a-z_]+}} {reduce_all = false, axis = array<i64: 0>, keepdim = false} : (tensor<3x33xi64>) -> tensor<33xi64>
func.func @prod_12(%0: tensor<3x33xi64>) -> tensor<33xi64> {
  %1 = pd.prod %0 {reduce_all = false, axis = array<i64: 0>, keepdim = false} : (tensor<3x33xi64>) -> tensor<33xi64>
  func.return %1 : tensor<33xi64>
}

// CHECK-LABEL: func.func @all_0(
// CHECK: pd.all {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xi1>) -> tensor<3xi1>
func.func @all_0(%0: tensor<3x70xi1>) -> tensor<3xi1> {
  %1 = pd.all %0 {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xi1>) -> tensor<3xi1>
  func.return %1 : tensor<3xi1>
}

// CHECK-LABEL: func.func @all_1(
// CHECK: pd.all {{%[0-9a-z_]+}} {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xi1>) -> tensor<40xi1>
func.func @all_1(%0: tensor<9x40xi1>) -> tensor<40xi1> {
  %1 = pd.all %0 {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xi1>) -> tensor<40xi1>
  func.return %1 : tensor<40xi1>
}

// CHECK-LABEL: func.func @all_2(
// CHECK: pd.all {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xi1>) -> tensor<2x1x33xi1>
func.func @all_2(%0: tensor<2x5x33xi1>) -> tensor<2x1x33xi1> {
  %1 = pd.all %0 {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xi1>) -> tensor<2x1x33xi1>
  func.return %1 : tensor<2x1x33xi1>
}

// CHECK-LABEL: func.func @all_3(
// CHECK: pd.all {{%[0-9a-z_]+}} {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xi1>) -> tensor<4xi1>
func.func @all_3(%0: tensor<3x4x5xi1>) -> tensor<4xi1> {
  %1 = pd.all %0 {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xi1>) -> tensor<4xi1>
  func.return %1 : tensor<4xi1>
}

// CHECK-LABEL: func.func @all_4(
// CHECK: pd.all {{%[0-9a-z_]+}} {axis = array<i64>, keepdim = false} : (tensor<6x7xi1>) -> tensor<i1>
func.func @all_4(%0: tensor<6x7xi1>) -> tensor<i1> {
  %1 = pd.all %0 {axis = array<i64>, keepdim = false} : (tensor<6x7xi1>) -> tensor<i1>
  func.return %1 : tensor<i1>
}

// CHECK-LABEL: func.func @all_5(
// CHECK: pd.all {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xi1>) -> tensor<4x1xi1>
func.func @all_5(%0: tensor<4x128xi1>) -> tensor<4x1xi1> {
  %1 = pd.all %0 {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xi1>) -> tensor<4x1xi1>
  func.return %1 : tensor<4x1xi1>
}

// CHECK-LABEL: func.func @all_6(
// CHECK: pd.all {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = false} : (tensor<4x70xi1>) -> tensor<4xi1>
func.func @all_6(%0: tensor<4x70xi1>) -> tensor<4xi1> {
  %1 = pd.all %0 {axis = array<i64: -1>, keepdim = false} : (tensor<4x70xi1>) -> tensor<4xi1>
  func.return %1 : tensor<4xi1>
}

// CHECK-LABEL: func.func @any_0(
// CHECK: pd.any {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xi1>) -> tensor<3xi1>
func.func @any_0(%0: tensor<3x70xi1>) -> tensor<3xi1> {
  %1 = pd.any %0 {axis = array<i64: -1>, keepdim = false} : (tensor<3x70xi1>) -> tensor<3xi1>
  func.return %1 : tensor<3xi1>
}

// CHECK-LABEL: func.func @any_1(
// CHECK: pd.any {{%[0-9a-z_]+}} {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xi1>) -> tensor<40xi1>
func.func @any_1(%0: tensor<9x40xi1>) -> tensor<40xi1> {
  %1 = pd.any %0 {axis = array<i64: 0>, keepdim = false} : (tensor<9x40xi1>) -> tensor<40xi1>
  func.return %1 : tensor<40xi1>
}

// CHECK-LABEL: func.func @any_2(
// CHECK: pd.any {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xi1>) -> tensor<2x1x33xi1>
func.func @any_2(%0: tensor<2x5x33xi1>) -> tensor<2x1x33xi1> {
  %1 = pd.any %0 {axis = array<i64: 1>, keepdim = true} : (tensor<2x5x33xi1>) -> tensor<2x1x33xi1>
  func.return %1 : tensor<2x1x33xi1>
}

// CHECK-LABEL: func.func @any_3(
// CHECK: pd.any {{%[0-9a-z_]+}} {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xi1>) -> tensor<4xi1>
func.func @any_3(%0: tensor<3x4x5xi1>) -> tensor<4xi1> {
  %1 = pd.any %0 {axis = array<i64: 0, 2>, keepdim = false} : (tensor<3x4x5xi1>) -> tensor<4xi1>
  func.return %1 : tensor<4xi1>
}

// CHECK-LABEL: func.func @any_4(
// CHECK: pd.any {{%[0-9a-z_]+}} {axis = array<i64>, keepdim = false} : (tensor<6x7xi1>) -> tensor<i1>
func.func @any_4(%0: tensor<6x7xi1>) -> tensor<i1> {
  %1 = pd.any %0 {axis = array<i64>, keepdim = false} : (tensor<6x7xi1>) -> tensor<i1>
  func.return %1 : tensor<i1>
}

// CHECK-LABEL: func.func @any_5(
// CHECK: pd.any {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xi1>) -> tensor<4x1xi1>
func.func @any_5(%0: tensor<4x128xi1>) -> tensor<4x1xi1> {
  %1 = pd.any %0 {axis = array<i64: -1>, keepdim = true} : (tensor<4x128xi1>) -> tensor<4x1xi1>
  func.return %1 : tensor<4x1xi1>
}

// CHECK-LABEL: func.func @any_6(
// CHECK: pd.any {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = false} : (tensor<4x70xi1>) -> tensor<4xi1>
func.func @any_6(%0: tensor<4x70xi1>) -> tensor<4xi1> {
  %1 = pd.any %0 {axis = array<i64: -1>, keepdim = false} : (tensor<4x70xi1>) -> tensor<4xi1>
  func.return %1 : tensor<4xi1>
}
