// RUN: not pcc-opt %s -p 'vmap{size=3}' 2>&1 | filecheck %s --check-prefix=BATCH
// RUN: not pcc-opt %s -p jvp 2>&1 | filecheck %s --check-prefix=DERIVATIVE
// RUN: not pcc-opt %s -p vmap 2>&1 | filecheck %s --check-prefix=SIZE

// BATCH: opt_refused.mlir:13:3: error: paddle_call cannot be batched; call it once for each, or use other ops
// BATCH-NEXT: %0 = pd.paddle_call
// BATCH-NEXT: ^
// DERIVATIVE: opt_refused.mlir:13:3: error: paddle_call has no derivative rule; detach what it computes, or use other ops
// SIZE: opt_refused.mlir: error: vmap needs `size`, how many calls there are: a function of one call does not say it

func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  // What Paddle runs is not for transforms.
  %0 = pd.paddle_call %x {op = "unique", reason = "shape"} : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
