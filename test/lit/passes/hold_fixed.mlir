// RUN: pcc-opt %s -p hold-fixed | filecheck %s

// A label is a constant to Paddle's gradients, wherever the loss is; what Paddle differentiates is left alone.
// CHECK-LABEL: func.func @loss
// CHECK-NEXT: %[[FIXED:.*]] = pd.detach %y
// CHECK-NEXT: pd.kldiv_loss %x, %[[FIXED]]
func.func @loss(%x: tensor<4xf32>, %y: tensor<4xf32>) -> tensor<4xf32> {
  %0 = pd.kldiv_loss %x, %y {log_target = 0, reduction = "none"} : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}

// CHECK-LABEL: func.func @other
// CHECK-NEXT: pd.multiply %x, %y
func.func @other(%x: tensor<4xf32>, %y: tensor<4xf32>) -> tensor<4xf32> {
  %0 = pd.multiply %x, %y : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
