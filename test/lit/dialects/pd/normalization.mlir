// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @softmax_0(
// CHECK: pd.softmax {{%[0-9a-z_]+}} {axis = -1 : i64} : (tensor<5x70xf32>) -> tensor<5x70xf32>
func.func @softmax_0(%0: tensor<5x70xf32>) -> tensor<5x70xf32> {
  %1 = pd.softmax %0 {axis = -1 : i64} : (tensor<5x70xf32>) -> tensor<5x70xf32>
  func.return %1 : tensor<5x70xf32>
}

// CHECK-LABEL: func.func @softmax_1(
// CHECK: pd.softmax {{%[0-9a-z_]+}} {axis = 1 : i64} : (tensor<3x7x20xf32>) -> tensor<3x7x20xf32>
func.func @softmax_1(%0: tensor<3x7x20xf32>) -> tensor<3x7x20xf32> {
  %1 = pd.softmax %0 {axis = 1 : i64} : (tensor<3x7x20xf32>) -> tensor<3x7x20xf32>
  func.return %1 : tensor<3x7x20xf32>
}

// CHECK-LABEL: func.func @softmax_2(
// CHECK: pd.softmax {{%[0-9a-z_]+}} {axis = 0 : i64} : (tensor<9xf32>) -> tensor<9xf32>
func.func @softmax_2(%0: tensor<9xf32>) -> tensor<9xf32> {
  %1 = pd.softmax %0 {axis = 0 : i64} : (tensor<9xf32>) -> tensor<9xf32>
  func.return %1 : tensor<9xf32>
}

// CHECK-LABEL: func.func @log_softmax_0(
// CHECK: pd.log_softmax {{%[0-9a-z_]+}} {axis = -1 : i64} : (tensor<5x70xf32>) -> tensor<5x70xf32>
func.func @log_softmax_0(%0: tensor<5x70xf32>) -> tensor<5x70xf32> {
  %1 = pd.log_softmax %0 {axis = -1 : i64} : (tensor<5x70xf32>) -> tensor<5x70xf32>
  func.return %1 : tensor<5x70xf32>
}

// CHECK-LABEL: func.func @log_softmax_1(
// CHECK: pd.log_softmax {{%[0-9a-z_]+}} {axis = 1 : i64} : (tensor<3x7x20xf32>) -> tensor<3x7x20xf32>
func.func @log_softmax_1(%0: tensor<3x7x20xf32>) -> tensor<3x7x20xf32> {
  %1 = pd.log_softmax %0 {axis = 1 : i64} : (tensor<3x7x20xf32>) -> tensor<3x7x20xf32>
  func.return %1 : tensor<3x7x20xf32>
}

// CHECK-LABEL: func.func @log_softmax_2(
// CHECK: pd.log_softmax {{%[0-9a-z_]+}} {axis = 0 : i64} : (tensor<9xf64>) -> tensor<9xf64>
func.func @log_softmax_2(%0: tensor<9xf64>) -> tensor<9xf64> {
  %1 = pd.log_softmax %0 {axis = 0 : i64} : (tensor<9xf64>) -> tensor<9xf64>
  func.return %1 : tensor<9xf64>
}

// CHECK-LABEL: func.func @logsumexp_0(
// CHECK: pd.logsumexp {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = false, reduce_all = false} : (tensor<3x70xf32>) -> tensor<3xf32>
func.func @logsumexp_0(%0: tensor<3x70xf32>) -> tensor<3xf32> {
  %1 = pd.logsumexp %0 {axis = array<i64: -1>, keepdim = false, reduce_all = false} : (tensor<3x70xf32>) -> tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

// CHECK-LABEL: func.func @logsumexp_1(
// CHECK: pd.logsumexp {{%[0-9a-z_]+}} {axis = array<i64: 0>, keepdim = false, reduce_all = false} : (tensor<9x40xf32>) -> tensor<40xf32>
func.func @logsumexp_1(%0: tensor<9x40xf32>) -> tensor<40xf32> {
  %1 = pd.logsumexp %0 {axis = array<i64: 0>, keepdim = false, reduce_all = false} : (tensor<9x40xf32>) -> tensor<40xf32>
  func.return %1 : tensor<40xf32>
}

// CHECK-LABEL: func.func @logsumexp_2(
// CHECK: pd.logsumexp {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = true, reduce_all = false} : (tensor<2x5x33xf32>) -> tensor<2x1x33xf32>
func.func @logsumexp_2(%0: tensor<2x5x33xf32>) -> tensor<2x1x33xf32> {
  %1 = pd.logsumexp %0 {axis = array<i64: 1>, keepdim = true, reduce_all = false} : (tensor<2x5x33xf32>) -> tensor<2x1x33xf32>
  func.return %1 : tensor<2x1x33xf32>
}

// CHECK-LABEL: func.func @logsumexp_3(
// CHECK: pd.logsumexp {{%[0-9a-z_]+}} {axis = array<i64: 0, 2>, keepdim = false, reduce_all = false} : (tensor<3x4x5xf32>) -> tensor<4xf32>
func.func @logsumexp_3(%0: tensor<3x4x5xf32>) -> tensor<4xf32> {
  %1 = pd.logsumexp %0 {axis = array<i64: 0, 2>, keepdim = false, reduce_all = false} : (tensor<3x4x5xf32>) -> tensor<4xf32>
  func.return %1 : tensor<4xf32>
}

// CHECK-LABEL: func.func @logsumexp_4(
// CHECK: pd.logsumexp {{%[0-9a-z_]+}} {axis = array<i64>, keepdim = false, reduce_all = true} : (tensor<6x7xf32>) -> tensor<f32>
func.func @logsumexp_4(%0: tensor<6x7xf32>) -> tensor<f32> {
  %1 = pd.logsumexp %0 {axis = array<i64>, keepdim = false, reduce_all = true} : (tensor<6x7xf32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @logsumexp_5(
// CHECK: pd.logsumexp {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = true, reduce_all = false} : (tensor<4x128xf32>) -> tensor<4x1xf32>
func.func @logsumexp_5(%0: tensor<4x128xf32>) -> tensor<4x1xf32> {
  %1 = pd.logsumexp %0 {axis = array<i64: -1>, keepdim = true, reduce_all = false} : (tensor<4x128xf32>) -> tensor<4x1xf32>
  func.return %1 : tensor<4x1xf32>
}

// CHECK-LABEL: func.func @logsumexp_6(
// CHECK: pd.logsumexp {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = false, reduce_all = false} : (tensor<3x70xf64>) -> tensor<3xf64>
func.func @logsumexp_6(%0: tensor<3x70xf64>) -> tensor<3xf64> {
  %1 = pd.logsumexp %0 {axis = array<i64: -1>, keepdim = false, reduce_all = false} : (tensor<3x70xf64>) -> tensor<3xf64>
  func.return %1 : tensor<3xf64>
}

// CHECK-LABEL: func.func @logsumexp_7(
// CHECK: pd.logsumexp {{%[0-9a-z_]+}} {axis = array<i64: 0>, keepdim = false, reduce_all = false} : (tensor<9x40xf64>) -> tensor<40xf64>
func.func @logsumexp_7(%0: tensor<9x40xf64>) -> tensor<40xf64> {
  %1 = pd.logsumexp %0 {axis = array<i64: 0>, keepdim = false, reduce_all = false} : (tensor<9x40xf64>) -> tensor<40xf64>
  func.return %1 : tensor<40xf64>
}

// CHECK-LABEL: func.func @logsumexp_8(
// CHECK: pd.logsumexp {{%[0-9a-z_]+}} {axis = array<i64: 1>, keepdim = true, reduce_all = false} : (tensor<2x5x33xf64>) -> tensor<2x1x33xf64>
func.func @logsumexp_8(%0: tensor<2x5x33xf64>) -> tensor<2x1x33xf64> {
  %1 = pd.logsumexp %0 {axis = array<i64: 1>, keepdim = true, reduce_all = false} : (tensor<2x5x33xf64>) -> tensor<2x1x33xf64>
  func.return %1 : tensor<2x1x33xf64>
}

// CHECK-LABEL: func.func @logsumexp_9(
// CHECK: pd.logsumexp {{%[0-9a-z_]+}} {axis = array<i64: 0, 2>, keepdim = false, reduce_all = false} : (tensor<3x4x5xf64>) -> tensor<4xf64>
func.func @logsumexp_9(%0: tensor<3x4x5xf64>) -> tensor<4xf64> {
  %1 = pd.logsumexp %0 {axis = array<i64: 0, 2>, keepdim = false, reduce_all = false} : (tensor<3x4x5xf64>) -> tensor<4xf64>
  func.return %1 : tensor<4xf64>
}

// CHECK-LABEL: func.func @logsumexp_10(
// CHECK: pd.logsumexp {{%[0-9a-z_]+}} {axis = array<i64>, keepdim = false, reduce_all = true} : (tensor<6x7xf64>) -> tensor<f64>
func.func @logsumexp_10(%0: tensor<6x7xf64>) -> tensor<f64> {
  %1 = pd.logsumexp %0 {axis = array<i64>, keepdim = false, reduce_all = true} : (tensor<6x7xf64>) -> tensor<f64>
  func.return %1 : tensor<f64>
}

// CHECK-LABEL: func.func @logsumexp_11(
// CHECK: pd.logsumexp {{%[0-9a-z_]+}} {axis = array<i64: -1>, keepdim = true, reduce_all = false} : (tensor<4x128xf64>) -> tensor<4x1xf64>
func.func @logsumexp_11(%0: tensor<4x128xf64>) -> tensor<4x1xf64> {
  %1 = pd.logsumexp %0 {axis = array<i64: -1>, keepdim = true, reduce_all = false} : (tensor<4x128xf64>) -> tensor<4x1xf64>
  func.return %1 : tensor<4x1xf64>
}

// CHECK-LABEL: func.func @layer_norm_0(
// CHECK: pd.layer_norm {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {epsilon = 9.9999997473787516e-06 : f64, begin_norm_axis = 2 : i64, operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<3x5x40xf32>, tensor<40xf32>, tensor<40xf32>) -> (tensor<3x5x40xf32>, tensor<3x5xf32>, tensor<3x5xf32>)
func.func @layer_norm_0(%0: tensor<3x5x40xf32>, %1: tensor<40xf32>, %2: tensor<40xf32>) -> (tensor<3x5x40xf32>, tensor<3x5xf32>, tensor<3x5xf32>) {
  %3, %4, %5 = pd.layer_norm %0, %1, %2 {epsilon = 9.9999997473787516e-06 : f64, begin_norm_axis = 2 : i64, operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<3x5x40xf32>, tensor<40xf32>, tensor<40xf32>) -> (tensor<3x5x40xf32>, tensor<3x5xf32>, tensor<3x5xf32>)
  func.return %3, %4, %5 : tensor<3x5x40xf32>, tensor<3x5xf32>, tensor<3x5xf32>
}

// CHECK-LABEL: func.func @layer_norm_1(
// CHECK: pd.layer_norm {{%[0-9a-z_]+}} {epsilon = 9.9999997473787516e-06 : f64, begin_norm_axis = 1 : i64, operandSegmentSizes = array<i32: 1, 0, 0>} : (tensor<3x5x8xf32>) -> (tensor<3x5x8xf32>, tensor<3xf32>, tensor<3xf32>)
func.func @layer_norm_1(%0: tensor<3x5x8xf32>) -> (tensor<3x5x8xf32>, tensor<3xf32>, tensor<3xf32>) {
  %1, %2, %3 = pd.layer_norm %0 {epsilon = 9.9999997473787516e-06 : f64, begin_norm_axis = 1 : i64, operandSegmentSizes = array<i32: 1, 0, 0>} : (tensor<3x5x8xf32>) -> (tensor<3x5x8xf32>, tensor<3xf32>, tensor<3xf32>)
  func.return %1, %2, %3 : tensor<3x5x8xf32>, tensor<3xf32>, tensor<3xf32>
}
