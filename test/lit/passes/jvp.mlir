// RUN: pcc-opt %s -p jvp | filecheck %s

// The function and its tangent along a direction; integers have none, and what does not move is left alone.
// CHECK-LABEL: func.func @product(
// CHECK-SAME: %x: tensor<3xf32>, %n: tensor<3xi64>, %[[DX:.*]]: tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>)
func.func @product(%x: tensor<3xf32>, %n: tensor<3xi64>) -> tensor<3xf32> {
  // CHECK-NEXT: %[[N:.*]] = pd.cast %n
  // CHECK-NEXT: %[[Y:.*]] = pd.multiply %x, %[[N]]
  // CHECK-NEXT: %[[DY:.*]] = pd.multiply %[[DX]], %[[N]]
  // CHECK-NEXT: func.return %[[Y]], %[[DY]]
  %0 = pd.cast %n {dtype = f32} : (tensor<3xi64>) -> tensor<3xf32>
  %1 = pd.multiply %x, %0 : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

// A derivative uses the result that is there; an op without a rule is replaced by its scalar body, which has them.
// CHECK-LABEL: func.func @functions(
func.func @functions(%x: tensor<f64>) -> (tensor<f64>, tensor<f64>) {
  // CHECK-NEXT: %[[T:.*]] = pd.tanh %x
  // CHECK: %[[S:.*]] = pd.multiply %[[T]], %[[T]]
  // CHECK: pd.subtract %{{.*}}, %[[S]]
  %0 = pd.tanh %x : (tensor<f64>) -> tensor<f64>
  // CHECK-NOT: pd.softsign
  // CHECK: pd.abs
  %1 = pd.softsign %0 : (tensor<f64>) -> tensor<f64>
  func.return %0, %1 : tensor<f64>, tensor<f64>
}

// What a loop carries has a tangent if it starts with one or the body gives it one.
// CHECK-LABEL: func.func @loop(
func.func @loop(%x: tensor<f64>, %c: tensor<i1>) -> tensor<f64> {
  %0 = pd.full {shape = array<i64>, value = 1.0 : f64, dtype = f64} : () -> tensor<f64>
  // CHECK: pd.while %c, %[[ONE:.*]], %{{.*}} : (tensor<i1>, tensor<f64>, tensor<f64>) -> (tensor<f64>, tensor<f64>) {
  // CHECK-NEXT: ^{{.*}}(%[[V:.*]]: tensor<f64>, %[[DV:.*]]: tensor<f64>):
  // CHECK-NEXT: pd.multiply %[[V]], %x
  %1 = pd.while %c, %0 : (tensor<i1>, tensor<f64>) -> tensor<f64> {
  ^bb0(%v: tensor<f64>):
    %2 = pd.multiply %v, %x : (tensor<f64>, tensor<f64>) -> tensor<f64>
    pd.yield %c, %2 : tensor<i1>, tensor<f64>
  }
  func.return %1 : tensor<f64>
}
