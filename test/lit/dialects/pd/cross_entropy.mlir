// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @cross_entropy_with_softmax_0(
// CHECK: pd.cross_entropy_with_softmax {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {soft_label = false, use_softmax = true, ignore_index = -100 : i64, axis = 1 : i64} : (tensor<5x35xf32>, tensor<5x1xi64>) -> (tensor<5x35xf32>, tensor<5x1xf32>)
func.func @cross_entropy_with_softmax_0(%0: tensor<5x35xf32>, %1: tensor<5x1xi64>) -> (tensor<5x35xf32>, tensor<5x1xf32>) {
  %2, %3 = pd.cross_entropy_with_softmax %0, %1 {soft_label = false, use_softmax = true, ignore_index = -100 : i64, axis = 1 : i64} : (tensor<5x35xf32>, tensor<5x1xi64>) -> (tensor<5x35xf32>, tensor<5x1xf32>)
  func.return %2, %3 : tensor<5x35xf32>, tensor<5x1xf32>
}

// CHECK-LABEL: func.func @cross_entropy_with_softmax_1(
// CHECK: pd.cross_entropy_with_softmax {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {soft_label = false, use_softmax = true, ignore_index = 3 : i64, axis = 1 : i64} : (tensor<4x32xf32>, tensor<4x1xi64>) -> (tensor<4x32xf32>, tensor<4x1xf32>)
func.func @cross_entropy_with_softmax_1(%0: tensor<4x32xf32>, %1: tensor<4x1xi64>) -> (tensor<4x32xf32>, tensor<4x1xf32>) {
  %2, %3 = pd.cross_entropy_with_softmax %0, %1 {soft_label = false, use_softmax = true, ignore_index = 3 : i64, axis = 1 : i64} : (tensor<4x32xf32>, tensor<4x1xi64>) -> (tensor<4x32xf32>, tensor<4x1xf32>)
  func.return %2, %3 : tensor<4x32xf32>, tensor<4x1xf32>
}

// CHECK-LABEL: func.func @cross_entropy_with_softmax_2(
// CHECK: pd.cross_entropy_with_softmax {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {soft_label = false, use_softmax = true, ignore_index = -100 : i64, axis = 1 : i64} : (tensor<3x7x20xf32>, tensor<3x1x20xi64>) -> (tensor<3x7x20xf32>, tensor<3x1x20xf32>)
func.func @cross_entropy_with_softmax_2(%0: tensor<3x7x20xf32>, %1: tensor<3x1x20xi64>) -> (tensor<3x7x20xf32>, tensor<3x1x20xf32>) {
  %2, %3 = pd.cross_entropy_with_softmax %0, %1 {soft_label = false, use_softmax = true, ignore_index = -100 : i64, axis = 1 : i64} : (tensor<3x7x20xf32>, tensor<3x1x20xi64>) -> (tensor<3x7x20xf32>, tensor<3x1x20xf32>)
  func.return %2, %3 : tensor<3x7x20xf32>, tensor<3x1x20xf32>
}

// CHECK-LABEL: func.func @cross_entropy_with_softmax_3(
// CHECK: pd.cross_entropy_with_softmax {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {soft_label = false, use_softmax = true, ignore_index = -100 : i64, axis = -1 : i64} : (tensor<5x35xf32>, tensor<5x1xi32>) -> (tensor<5x35xf32>, tensor<5x1xf32>)
func.func @cross_entropy_with_softmax_3(%0: tensor<5x35xf32>, %1: tensor<5x1xi32>) -> (tensor<5x35xf32>, tensor<5x1xf32>) {
  %2, %3 = pd.cross_entropy_with_softmax %0, %1 {soft_label = false, use_softmax = true, ignore_index = -100 : i64, axis = -1 : i64} : (tensor<5x35xf32>, tensor<5x1xi32>) -> (tensor<5x35xf32>, tensor<5x1xf32>)
  func.return %2, %3 : tensor<5x35xf32>, tensor<5x1xf32>
}

// CHECK-LABEL: func.func @cross_entropy_with_softmax_4(
// CHECK: pd.cross_entropy_with_softmax {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {soft_label = false, use_softmax = false, ignore_index = -100 : i64, axis = -1 : i64} : (tensor<5x9xf32>, tensor<5x1xi64>) -> (tensor<5x9xf32>, tensor<5x1xf32>)
func.func @cross_entropy_with_softmax_4(%0: tensor<5x9xf32>, %1: tensor<5x1xi64>) -> (tensor<5x9xf32>, tensor<5x1xf32>) {
  %2, %3 = pd.cross_entropy_with_softmax %0, %1 {soft_label = false, use_softmax = false, ignore_index = -100 : i64, axis = -1 : i64} : (tensor<5x9xf32>, tensor<5x1xi64>) -> (tensor<5x9xf32>, tensor<5x1xf32>)
  func.return %2, %3 : tensor<5x9xf32>, tensor<5x1xf32>
}

// CHECK-LABEL: func.func @cross_entropy_with_softmax_5(
// CHECK: pd.cross_entropy_with_softmax {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {soft_label = true, use_softmax = true, ignore_index = -100 : i64, axis = -1 : i64} : (tensor<5x35xf32>, tensor<5x35xf32>) -> (tensor<5x35xf32>, tensor<5x1xf32>)
func.func @cross_entropy_with_softmax_5(%0: tensor<5x35xf32>, %1: tensor<5x35xf32>) -> (tensor<5x35xf32>, tensor<5x1xf32>) {
  %2, %3 = pd.cross_entropy_with_softmax %0, %1 {soft_label = true, use_softmax = true, ignore_index = -100 : i64, axis = -1 : i64} : (tensor<5x35xf32>, tensor<5x35xf32>) -> (tensor<5x35xf32>, tensor<5x1xf32>)
  func.return %2, %3 : tensor<5x35xf32>, tensor<5x1xf32>
}

// CHECK-LABEL: func.func @cross_entropy_with_softmax_6(
// CHECK: pd.cross_entropy_with_softmax {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {soft_label = true, use_softmax = false, ignore_index = -100 : i64, axis = 0 : i64} : (tensor<7x4xf32>, tensor<7x4xf32>) -> (tensor<7x4xf32>, tensor<1x4xf32>)
func.func @cross_entropy_with_softmax_6(%0: tensor<7x4xf32>, %1: tensor<7x4xf32>) -> (tensor<7x4xf32>, tensor<1x4xf32>) {
  %2, %3 = pd.cross_entropy_with_softmax %0, %1 {soft_label = true, use_softmax = false, ignore_index = -100 : i64, axis = 0 : i64} : (tensor<7x4xf32>, tensor<7x4xf32>) -> (tensor<7x4xf32>, tensor<1x4xf32>)
  func.return %2, %3 : tensor<7x4xf32>, tensor<1x4xf32>
}

// CHECK-LABEL: func.func @cross_entropy_with_softmax_7(
// CHECK: pd.cross_entropy_with_softmax {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {soft_label = false, use_softmax = true, ignore_index = -100 : i64, axis = -1 : i64} : (tensor<2x3x9xf64>, tensor<2x3x1xi64>) -> (tensor<2x3x9xf64>, tensor<2x3x1xf64>)
func.func @cross_entropy_with_softmax_7(%0: tensor<2x3x9xf64>, %1: tensor<2x3x1xi64>) -> (tensor<2x3x9xf64>, tensor<2x3x1xf64>) {
  %2, %3 = pd.cross_entropy_with_softmax %0, %1 {soft_label = false, use_softmax = true, ignore_index = -100 : i64, axis = -1 : i64} : (tensor<2x3x9xf64>, tensor<2x3x1xi64>) -> (tensor<2x3x9xf64>, tensor<2x3x1xf64>)
  func.return %2, %3 : tensor<2x3x9xf64>, tensor<2x3x1xf64>
}

// CHECK-LABEL: func.func @nll_loss_0(
// CHECK: pd.nll_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {ignore_index = -100 : i64, reduction = "mean"} : (tensor<9x5xf32>, tensor<9xi64>) -> (tensor<f32>, tensor<f32>)
func.func @nll_loss_0(%0: tensor<9x5xf32>, %1: tensor<9xi64>) -> (tensor<f32>, tensor<f32>) {
  %2, %3 = pd.nll_loss %0, %1 {ignore_index = -100 : i64, reduction = "mean"} : (tensor<9x5xf32>, tensor<9xi64>) -> (tensor<f32>, tensor<f32>)
  func.return %2, %3 : tensor<f32>, tensor<f32>
}

// CHECK-LABEL: func.func @nll_loss_1(
// CHECK: pd.nll_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {ignore_index = -100 : i64, reduction = "mean"} : (tensor<33x5xf32>, tensor<33xi64>, tensor<5xf32>) -> (tensor<f32>, tensor<f32>)
func.func @nll_loss_1(%0: tensor<33x5xf32>, %1: tensor<33xi64>, %2: tensor<5xf32>) -> (tensor<f32>, tensor<f32>) {
  %3, %4 = pd.nll_loss %0, %1, %2 {ignore_index = -100 : i64, reduction = "mean"} : (tensor<33x5xf32>, tensor<33xi64>, tensor<5xf32>) -> (tensor<f32>, tensor<f32>)
  func.return %3, %4 : tensor<f32>, tensor<f32>
}

// CHECK-LABEL: func.func @nll_loss_2(
// CHECK: pd.nll_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {ignore_index = -100 : i64, reduction = "sum"} : (tensor<9x5xf32>, tensor<9xi64>, tensor<5xf32>) -> (tensor<f32>, tensor<f32>)
func.func @nll_loss_2(%0: tensor<9x5xf32>, %1: tensor<9xi64>, %2: tensor<5xf32>) -> (tensor<f32>, tensor<f32>) {
  %3, %4 = pd.nll_loss %0, %1, %2 {ignore_index = -100 : i64, reduction = "sum"} : (tensor<9x5xf32>, tensor<9xi64>, tensor<5xf32>) -> (tensor<f32>, tensor<f32>)
  func.return %3, %4 : tensor<f32>, tensor<f32>
}

// CHECK-LABEL: func.func @nll_loss_3(
// CHECK: pd.nll_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {ignore_index = 2 : i64, reduction = "none"} : (tensor<9x5xf32>, tensor<9xi64>, tensor<5xf32>) -> (tensor<9xf32>, tensor<f32>)
func.func @nll_loss_3(%0: tensor<9x5xf32>, %1: tensor<9xi64>, %2: tensor<5xf32>) -> (tensor<9xf32>, tensor<f32>) {
  %3, %4 = pd.nll_loss %0, %1, %2 {ignore_index = 2 : i64, reduction = "none"} : (tensor<9x5xf32>, tensor<9xi64>, tensor<5xf32>) -> (tensor<9xf32>, tensor<f32>)
  func.return %3, %4 : tensor<9xf32>, tensor<f32>
}

// CHECK-LABEL: func.func @nll_loss_4(
// CHECK: pd.nll_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {ignore_index = 1 : i64, reduction = "none"} : (tensor<2x4x3x5xf32>, tensor<2x3x5xi64>) -> (tensor<2x3x5xf32>, tensor<f32>)
func.func @nll_loss_4(%0: tensor<2x4x3x5xf32>, %1: tensor<2x3x5xi64>) -> (tensor<2x3x5xf32>, tensor<f32>) {
  %2, %3 = pd.nll_loss %0, %1 {ignore_index = 1 : i64, reduction = "none"} : (tensor<2x4x3x5xf32>, tensor<2x3x5xi64>) -> (tensor<2x3x5xf32>, tensor<f32>)
  func.return %2, %3 : tensor<2x3x5xf32>, tensor<f32>
}

// CHECK-LABEL: func.func @nll_loss_5(
// CHECK: pd.nll_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {ignore_index = -100 : i64, reduction = "mean"} : (tensor<2x4x3x5xf32>, tensor<2x3x5xi64>, tensor<4xf32>) -> (tensor<f32>, tensor<f32>)
func.func @nll_loss_5(%0: tensor<2x4x3x5xf32>, %1: tensor<2x3x5xi64>, %2: tensor<4xf32>) -> (tensor<f32>, tensor<f32>) {
  %3, %4 = pd.nll_loss %0, %1, %2 {ignore_index = -100 : i64, reduction = "mean"} : (tensor<2x4x3x5xf32>, tensor<2x3x5xi64>, tensor<4xf32>) -> (tensor<f32>, tensor<f32>)
  func.return %3, %4 : tensor<f32>, tensor<f32>
}
