// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @bce_loss_0(
// CHECK: pd.bce_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
func.func @bce_loss_0(%0: tensor<3x35xf32>, %1: tensor<3x35xf32>) -> tensor<3x35xf32> {
  %2 = pd.bce_loss %0, %1 : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
  func.return %2 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @bce_loss_1(
// CHECK: pd.bce_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x16xf32>, tensor<4x16xf32>) -> tensor<4x16xf32>
func.func @bce_loss_1(%0: tensor<4x16xf32>, %1: tensor<4x16xf32>) -> tensor<4x16xf32> {
  %2 = pd.bce_loss %0, %1 : (tensor<4x16xf32>, tensor<4x16xf32>) -> tensor<4x16xf32>
  func.return %2 : tensor<4x16xf32>
}

// CHECK-LABEL: func.func @bce_loss_2(
// CHECK: pd.bce_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7xf64>, tensor<7xf64>) -> tensor<7xf64>
func.func @bce_loss_2(%0: tensor<7xf64>, %1: tensor<7xf64>) -> tensor<7xf64> {
  %2 = pd.bce_loss %0, %1 : (tensor<7xf64>, tensor<7xf64>) -> tensor<7xf64>
  func.return %2 : tensor<7xf64>
}

// CHECK-LABEL: func.func @bce_loss_3(
// CHECK: pd.bce_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<9xf32>, tensor<9xf32>) -> tensor<9xf32>
func.func @bce_loss_3(%0: tensor<9xf32>, %1: tensor<9xf32>) -> tensor<9xf32> {
  %2 = pd.bce_loss %0, %1 : (tensor<9xf32>, tensor<9xf32>) -> tensor<9xf32>
  func.return %2 : tensor<9xf32>
}

// CHECK-LABEL: func.func @log_loss_0(
// CHECK: pd.log_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {epsilon = 9.9999997473787516e-05 : f64} : (tensor<35x1xf32>, tensor<35x1xf32>) -> tensor<35x1xf32>
func.func @log_loss_0(%0: tensor<35x1xf32>, %1: tensor<35x1xf32>) -> tensor<35x1xf32> {
  %2 = pd.log_loss %0, %1 {epsilon = 9.9999997473787516e-05 : f64} : (tensor<35x1xf32>, tensor<35x1xf32>) -> tensor<35x1xf32>
  func.return %2 : tensor<35x1xf32>
}

// CHECK-LABEL: func.func @log_loss_1(
// CHECK: pd.log_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {epsilon = 0.10000000149011612 : f64} : (tensor<9x1xf32>, tensor<9x1xf32>) -> tensor<9x1xf32>
func.func @log_loss_1(%0: tensor<9x1xf32>, %1: tensor<9x1xf32>) -> tensor<9x1xf32> {
  %2 = pd.log_loss %0, %1 {epsilon = 0.10000000149011612 : f64} : (tensor<9x1xf32>, tensor<9x1xf32>) -> tensor<9x1xf32>
  func.return %2 : tensor<9x1xf32>
}

// CHECK-LABEL: func.func @hinge_loss_0(
// CHECK: pd.hinge_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<35x1xf32>, tensor<35x1xf32>) -> tensor<35x1xf32>
func.func @hinge_loss_0(%0: tensor<35x1xf32>, %1: tensor<35x1xf32>) -> tensor<35x1xf32> {
  %2 = pd.hinge_loss %0, %1 : (tensor<35x1xf32>, tensor<35x1xf32>) -> tensor<35x1xf32>
  func.return %2 : tensor<35x1xf32>
}

// CHECK-LABEL: func.func @huber_loss_0(
// CHECK: pd.huber_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {delta = 1.000000e+00 : f64} : (tensor<3x35xf32>, tensor<3x35xf32>) -> (tensor<3x35xf32>, tensor<3x35xf32>)
func.func @huber_loss_0(%0: tensor<3x35xf32>, %1: tensor<3x35xf32>) -> (tensor<3x35xf32>, tensor<3x35xf32>) {
  %2, %3 = pd.huber_loss %0, %1 {delta = 1.000000e+00 : f64} : (tensor<3x35xf32>, tensor<3x35xf32>) -> (tensor<3x35xf32>, tensor<3x35xf32>)
  func.return %2, %3 : tensor<3x35xf32>, tensor<3x35xf32>
}

// CHECK-LABEL: func.func @huber_loss_1(
// CHECK: pd.huber_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {delta = 1.000000e+00 : f64} : (tensor<4x16xf32>, tensor<4x16xf32>) -> (tensor<4x16xf32>, tensor<4x16xf32>)
func.func @huber_loss_1(%0: tensor<4x16xf32>, %1: tensor<4x16xf32>) -> (tensor<4x16xf32>, tensor<4x16xf32>) {
  %2, %3 = pd.huber_loss %0, %1 {delta = 1.000000e+00 : f64} : (tensor<4x16xf32>, tensor<4x16xf32>) -> (tensor<4x16xf32>, tensor<4x16xf32>)
  func.return %2, %3 : tensor<4x16xf32>, tensor<4x16xf32>
}

// CHECK-LABEL: func.func @huber_loss_2(
// CHECK: pd.huber_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {delta = 1.000000e+00 : f64} : (tensor<7xf64>, tensor<7xf64>) -> (tensor<7xf64>, tensor<7xf64>)
func.func @huber_loss_2(%0: tensor<7xf64>, %1: tensor<7xf64>) -> (tensor<7xf64>, tensor<7xf64>) {
  %2, %3 = pd.huber_loss %0, %1 {delta = 1.000000e+00 : f64} : (tensor<7xf64>, tensor<7xf64>) -> (tensor<7xf64>, tensor<7xf64>)
  func.return %2, %3 : tensor<7xf64>, tensor<7xf64>
}

// CHECK-LABEL: func.func @huber_loss_3(
// CHECK: pd.huber_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {delta = 5.000000e-01 : f64} : (tensor<3x35xf32>, tensor<3x35xf32>) -> (tensor<3x35xf32>, tensor<3x35xf32>)
func.func @huber_loss_3(%0: tensor<3x35xf32>, %1: tensor<3x35xf32>) -> (tensor<3x35xf32>, tensor<3x35xf32>) {
  %2, %3 = pd.huber_loss %0, %1 {delta = 5.000000e-01 : f64} : (tensor<3x35xf32>, tensor<3x35xf32>) -> (tensor<3x35xf32>, tensor<3x35xf32>)
  func.return %2, %3 : tensor<3x35xf32>, tensor<3x35xf32>
}

// CHECK-LABEL: func.func @kldiv_loss_0(
// CHECK: pd.kldiv_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {reduction = "none", log_target = false} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
func.func @kldiv_loss_0(%0: tensor<3x35xf32>, %1: tensor<3x35xf32>) -> tensor<3x35xf32> {
  %2 = pd.kldiv_loss %0, %1 {reduction = "none", log_target = false} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
  func.return %2 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @kldiv_loss_1(
// CHECK: pd.kldiv_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {reduction = "none", log_target = false} : (tensor<4x16xf32>, tensor<4x16xf32>) -> tensor<4x16xf32>
func.func @kldiv_loss_1(%0: tensor<4x16xf32>, %1: tensor<4x16xf32>) -> tensor<4x16xf32> {
  %2 = pd.kldiv_loss %0, %1 {reduction = "none", log_target = false} : (tensor<4x16xf32>, tensor<4x16xf32>) -> tensor<4x16xf32>
  func.return %2 : tensor<4x16xf32>
}

// CHECK-LABEL: func.func @kldiv_loss_2(
// CHECK: pd.kldiv_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {reduction = "none", log_target = false} : (tensor<7xf64>, tensor<7xf64>) -> tensor<7xf64>
func.func @kldiv_loss_2(%0: tensor<7xf64>, %1: tensor<7xf64>) -> tensor<7xf64> {
  %2 = pd.kldiv_loss %0, %1 {reduction = "none", log_target = false} : (tensor<7xf64>, tensor<7xf64>) -> tensor<7xf64>
  func.return %2 : tensor<7xf64>
}

// CHECK-LABEL: func.func @kldiv_loss_3(
// CHECK: pd.kldiv_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {reduction = "none", log_target = true} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
func.func @kldiv_loss_3(%0: tensor<3x35xf32>, %1: tensor<3x35xf32>) -> tensor<3x35xf32> {
  %2 = pd.kldiv_loss %0, %1 {reduction = "none", log_target = true} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
  func.return %2 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @kldiv_loss_4(
// CHECK: pd.kldiv_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {reduction = "mean", log_target = false} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<f32>
func.func @kldiv_loss_4(%0: tensor<3x35xf32>, %1: tensor<3x35xf32>) -> tensor<f32> {
  %2 = pd.kldiv_loss %0, %1 {reduction = "mean", log_target = false} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<f32>
  func.return %2 : tensor<f32>
}

// CHECK-LABEL: func.func @kldiv_loss_5(
// CHECK: pd.kldiv_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {reduction = "sum", log_target = false} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<f32>
func.func @kldiv_loss_5(%0: tensor<3x35xf32>, %1: tensor<3x35xf32>) -> tensor<f32> {
  %2 = pd.kldiv_loss %0, %1 {reduction = "sum", log_target = false} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<f32>
  func.return %2 : tensor<f32>
}

// CHECK-LABEL: func.func @kldiv_loss_6(
// CHECK: pd.kldiv_loss {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {reduction = "batchmean", log_target = false} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<f32>
func.func @kldiv_loss_6(%0: tensor<3x35xf32>, %1: tensor<3x35xf32>) -> tensor<f32> {
  %2 = pd.kldiv_loss %0, %1 {reduction = "batchmean", log_target = false} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<f32>
  func.return %2 : tensor<f32>
}

// CHECK-LABEL: func.func @identity_loss_0(
// CHECK: pd.identity_loss {{%[0-9a-z_]+}} {reduction = 0 : i64} : (tensor<3x35xf32>) -> tensor<f32>
func.func @identity_loss_0(%0: tensor<3x35xf32>) -> tensor<f32> {
  %1 = pd.identity_loss %0 {reduction = 0 : i64} : (tensor<3x35xf32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @identity_loss_1(
// CHECK: pd.identity_loss {{%[0-9a-z_]+}} {reduction = 1 : i64} : (tensor<3x35xf32>) -> tensor<f32>
func.func @identity_loss_1(%0: tensor<3x35xf32>) -> tensor<f32> {
  %1 = pd.identity_loss %0 {reduction = 1 : i64} : (tensor<3x35xf32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}

// CHECK-LABEL: func.func @identity_loss_2(
// CHECK: pd.identity_loss {{%[0-9a-z_]+}} {reduction = 2 : i64} : (tensor<3x35xf32>) -> tensor<3x35xf32>
func.func @identity_loss_2(%0: tensor<3x35xf32>) -> tensor<3x35xf32> {
  %1 = pd.identity_loss %0 {reduction = 2 : i64} : (tensor<3x35xf32>) -> tensor<3x35xf32>
  func.return %1 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @sigmoid_cross_entropy_with_logits_0(
// CHECK: pd.sigmoid_cross_entropy_with_logits {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {normalize = false, ignore_index = -100 : i64} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
func.func @sigmoid_cross_entropy_with_logits_0(%0: tensor<3x35xf32>, %1: tensor<3x35xf32>) -> tensor<3x35xf32> {
  %2 = pd.sigmoid_cross_entropy_with_logits %0, %1 {normalize = false, ignore_index = -100 : i64} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
  func.return %2 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @sigmoid_cross_entropy_with_logits_1(
// CHECK: pd.sigmoid_cross_entropy_with_logits {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {normalize = false, ignore_index = -100 : i64} : (tensor<4x16xf32>, tensor<4x16xf32>) -> tensor<4x16xf32>
func.func @sigmoid_cross_entropy_with_logits_1(%0: tensor<4x16xf32>, %1: tensor<4x16xf32>) -> tensor<4x16xf32> {
  %2 = pd.sigmoid_cross_entropy_with_logits %0, %1 {normalize = false, ignore_index = -100 : i64} : (tensor<4x16xf32>, tensor<4x16xf32>) -> tensor<4x16xf32>
  func.return %2 : tensor<4x16xf32>
}

// CHECK-LABEL: func.func @sigmoid_cross_entropy_with_logits_2(
// CHECK: pd.sigmoid_cross_entropy_with_logits {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {normalize = false, ignore_index = -100 : i64} : (tensor<7xf64>, tensor<7xf64>) -> tensor<7xf64>
func.func @sigmoid_cross_entropy_with_logits_2(%0: tensor<7xf64>, %1: tensor<7xf64>) -> tensor<7xf64> {
  %2 = pd.sigmoid_cross_entropy_with_logits %0, %1 {normalize = false, ignore_index = -100 : i64} : (tensor<7xf64>, tensor<7xf64>) -> tensor<7xf64>
  func.return %2 : tensor<7xf64>
}

// CHECK-LABEL: func.func @sigmoid_cross_entropy_with_logits_3(
// CHECK: pd.sigmoid_cross_entropy_with_logits {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {normalize = false, ignore_index = -100 : i64} : (tensor<3x35xf32>, tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
func.func @sigmoid_cross_entropy_with_logits_3(%0: tensor<3x35xf32>, %1: tensor<3x35xf32>, %2: tensor<3x35xf32>) -> tensor<3x35xf32> {
  %3 = pd.sigmoid_cross_entropy_with_logits %0, %1, %2 {normalize = false, ignore_index = -100 : i64} : (tensor<3x35xf32>, tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
  func.return %3 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @sigmoid_cross_entropy_with_logits_4(
// CHECK: pd.sigmoid_cross_entropy_with_logits {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {normalize = true, ignore_index = -100 : i64} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
func.func @sigmoid_cross_entropy_with_logits_4(%0: tensor<3x35xf32>, %1: tensor<3x35xf32>) -> tensor<3x35xf32> {
  %2 = pd.sigmoid_cross_entropy_with_logits %0, %1 {normalize = true, ignore_index = -100 : i64} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
  func.return %2 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @sigmoid_cross_entropy_with_logits_5(
// CHECK: pd.sigmoid_cross_entropy_with_logits {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {normalize = false, ignore_index = 0 : i64} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
func.func @sigmoid_cross_entropy_with_logits_5(%0: tensor<3x35xf32>, %1: tensor<3x35xf32>) -> tensor<3x35xf32> {
  %2 = pd.sigmoid_cross_entropy_with_logits %0, %1 {normalize = false, ignore_index = 0 : i64} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
  func.return %2 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @sigmoid_cross_entropy_with_logits_6(
// CHECK: pd.sigmoid_cross_entropy_with_logits {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {normalize = true, ignore_index = 0 : i64} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
func.func @sigmoid_cross_entropy_with_logits_6(%0: tensor<3x35xf32>, %1: tensor<3x35xf32>) -> tensor<3x35xf32> {
  %2 = pd.sigmoid_cross_entropy_with_logits %0, %1 {normalize = true, ignore_index = 0 : i64} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
  func.return %2 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @sigmoid_cross_entropy_with_logits_7(
// CHECK: pd.sigmoid_cross_entropy_with_logits {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {normalize = false, ignore_index = 1 : i64} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
func.func @sigmoid_cross_entropy_with_logits_7(%0: tensor<3x35xf32>, %1: tensor<3x35xf32>) -> tensor<3x35xf32> {
  %2 = pd.sigmoid_cross_entropy_with_logits %0, %1 {normalize = false, ignore_index = 1 : i64} : (tensor<3x35xf32>, tensor<3x35xf32>) -> tensor<3x35xf32>
  func.return %2 : tensor<3x35xf32>
}
