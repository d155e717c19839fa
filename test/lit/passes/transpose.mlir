// RUN: pcc-opt %s -p 'jvp{wrt=0},transpose{of=2 results=1},dce,cse' | filecheck %s

// Reverse mode: the result, and the cotangent of the argument from that of the result. What is fixed stays.
// CHECK-LABEL: func.func @product(
// CHECK-SAME: %x: tensor<2x3xf64>, %w: tensor<3x4xf64>, %[[C:.*]]: tensor<2x4xf64>) -> (tensor<2x4xf64>, tensor<2x3xf64>)
func.func @product(%x: tensor<2x3xf64>, %w: tensor<3x4xf64>) -> tensor<2x4xf64> {
  // CHECK-NEXT: %[[P:.*]] = pd.matmul %x, %w
  // CHECK-NEXT: %[[Y:.*]] = pd.tanh %[[P]]
  // CHECK: %[[S:.*]] = pd.subtract
  // CHECK-NEXT: %[[T:.*]] = pd.multiply %[[C]], %[[S]]
  // CHECK-NEXT: %[[X:.*]] = pd.matmul %[[T]], %w {transpose_x = false, transpose_y = true}
  // CHECK-NEXT: func.return %[[Y]], %[[X]]
  %0 = pd.matmul %x, %w {transpose_x = false, transpose_y = false} : (tensor<2x3xf64>, tensor<3x4xf64>) -> tensor<2x4xf64>
  %1 = pd.tanh %0 : (tensor<2x4xf64>) -> tensor<2x4xf64>
  func.return %1 : tensor<2x4xf64>
}

// Cotangents of all uses add up; what was broadcast is summed.
// CHECK-LABEL: func.func @uses(
func.func @uses(%x: tensor<3xf64>, %w: tensor<2x3xf64>) -> tensor<2x3xf64> {
  // CHECK: %[[M:.*]] = pd.multiply %{{.*}}, %w
  // CHECK: pd.sum
  // CHECK: pd.add
  %0 = pd.multiply %x, %w : (tensor<3xf64>, tensor<2x3xf64>) -> tensor<2x3xf64>
  %1 = pd.add %0, %x : (tensor<2x3xf64>, tensor<3xf64>) -> tensor<2x3xf64>
  func.return %1 : tensor<2x3xf64>
}

// A look-up becomes a sum at places.
// CHECK-LABEL: func.func @rows(
func.func @rows(%x: tensor<5x3xf64>, %n: tensor<7xi64>) -> tensor<7x3xf64> {
  // CHECK: pd.index_add %{{.*}}, %n, %{{.*}} {axis = 0 : i64}
  %0 = pd.gather %x, %n {axis = 0 : i64} : (tensor<5x3xf64>, tensor<7xi64>) -> tensor<7x3xf64>
  func.return %0 : tensor<7x3xf64>
}

// A branch gives cotangents of what one of the branches captures.
// CHECK-LABEL: func.func @branch(
func.func @branch(%x: tensor<f64>, %c: tensor<i1>) -> tensor<f64> {
  // CHECK: pd.if %c : (tensor<i1>) -> tensor<f64> {
  // CHECK: pd.if %c : (tensor<i1>) -> tensor<f64> {
  // CHECK: pd.cos
  // CHECK: pd.yield
  // CHECK: } {
  // CHECK: pd.full {shape = array<i64>, value = 0.000000e+00 : f64, dtype = f64}
  // CHECK: pd.yield
  %0 = pd.if %c : (tensor<i1>) -> tensor<f64> {
    %1 = pd.sin %x : (tensor<f64>) -> tensor<f64>
    pd.yield %1 : tensor<f64>
  } {
    %2 = pd.full {shape = array<i64>, value = 1.0 : f64, dtype = f64} : () -> tensor<f64>
    pd.yield %2 : tensor<f64>
  }
  func.return %0 : tensor<f64>
}

// A loop of known length runs backwards, over what it carried in every trip.
// CHECK-LABEL: func.func @loop(
func.func @loop(%x: tensor<f64>, %y: tensor<f64>) -> tensor<f64> {
  // CHECK: pd.while {{.*}} -> (tensor<i64>, tensor<f64>, tensor<i64>, tensor<5xf64>) {
  // CHECK: pd.scatter
  // CHECK: pd.while
  // CHECK: pd.gather
  // CHECK: pd.cos
  %0 = pd.full {shape = array<i64>, value = 0 : i64, dtype = i64} : () -> tensor<i64>
  %1 = pd.full {shape = array<i64>, value = 5 : i64, dtype = i64} : () -> tensor<i64>
  %2 = pd.full {shape = array<i64>, value = 1 : i64, dtype = i64} : () -> tensor<i64>
  %3 = pd.less_than %0, %1 : (tensor<i64>, tensor<i64>) -> tensor<i1>
  %4, %5 = pd.while %3, %0, %x : (tensor<i1>, tensor<i64>, tensor<f64>) -> (tensor<i64>, tensor<f64>) {
  ^bb0(%i: tensor<i64>, %v: tensor<f64>):
    %6 = pd.sin %v : (tensor<f64>) -> tensor<f64>
    %7 = pd.multiply %6, %y : (tensor<f64>, tensor<f64>) -> tensor<f64>
    %8 = pd.add %i, %2 : (tensor<i64>, tensor<i64>) -> tensor<i64>
    %9 = pd.less_than %8, %1 : (tensor<i64>, tensor<i64>) -> tensor<i1>
    pd.yield %9, %8, %7 : tensor<i1>, tensor<i64>, tensor<f64>
  }
  func.return %5 : tensor<f64>
}
