// RUN: pcc-opt %s -p 'vmap{in-axes=0.- size=5},canonicalize' | filecheck %s

// A vector of many calls and a matrix of all are one product of matrices; what all share broadcasts.
// CHECK-LABEL: func.func @layer(
// CHECK-SAME: %x: tensor<5x8xf32>, %w: tensor<8x4xf32>) -> tensor<5x4xf32>
func.func @layer(%x: tensor<8xf32>, %w: tensor<8x4xf32>) -> tensor<4xf32> {
  // CHECK-NEXT: %[[B:.*]] = pd.max %w
  // CHECK-SAME: -> tensor<4xf32>
  // CHECK-NEXT: %[[P:.*]] = pd.matmul %x, %w
  // CHECK-SAME: (tensor<5x8xf32>, tensor<8x4xf32>) -> tensor<5x4xf32>
  // CHECK-NEXT: pd.add %[[P]], %[[B]] : (tensor<5x4xf32>, tensor<4xf32>) -> tensor<5x4xf32>
  // CHECK-NEXT: func.return
  %0 = pd.max %w {axis = array<i64: 0>, keepdim = false} : (tensor<8x4xf32>) -> tensor<4xf32>
  %1 = pd.matmul %x, %w {transpose_x = false, transpose_y = false} : (tensor<8xf32>, tensor<8x4xf32>) -> tensor<4xf32>
  %2 = pd.add %1, %0 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  func.return %2 : tensor<4xf32>
}

// Axes from the front are one later, those from the end are where they were; a smaller shape gets ones.
// CHECK-LABEL: func.func @axes(
func.func @axes(%x: tensor<3x4xf32>, %y: tensor<2x3x1xf32>) -> tensor<2x3x4xf32> {
  // CHECK-NEXT: %[[C:.*]] = pd.cumsum %x {axis = 1 : i64
  // CHECK-NEXT: %[[S:.*]] = pd.softmax %[[C]] {axis = -1 : i64}
  // CHECK-NEXT: %[[R:.*]] = pd.reshape %[[S]] {shape = array<i64: 5, 1, 3, 4>}
  // CHECK-NEXT: pd.multiply %[[R]], %y : (tensor<5x1x3x4xf32>, tensor<2x3x1xf32>) -> tensor<5x2x3x4xf32>
  %0 = pd.cumsum %x {axis = 0 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<3x4xf32>) -> tensor<3x4xf32>
  %1 = pd.softmax %0 {axis = -1 : i64} : (tensor<3x4xf32>) -> tensor<3x4xf32>
  %2 = pd.multiply %1, %y : (tensor<3x4xf32>, tensor<2x3x1xf32>) -> tensor<2x3x4xf32>
  func.return %2 : tensor<2x3x4xf32>
}

// Calls are more images.
// CHECK-LABEL: func.func @images(
func.func @images(%x: tensor<1x3x8x8xf32>, %w: tensor<6x3x3x3xf32>) -> tensor<1x6x6x6xf32> {
  // CHECK-NEXT: pd.reshape %x {shape = array<i64: 5, 3, 8, 8>}
  // CHECK-NEXT: pd.conv2d {{.*}} groups = 1
  // CHECK-NEXT: pd.reshape {{.*}} -> tensor<5x1x6x6x6xf32>
  %0 = pd.conv2d %x, %w {strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<1x3x8x8xf32>, tensor<6x3x3x3xf32>) -> tensor<1x6x6x6xf32>
  func.return %0 : tensor<1x6x6x6xf32>
}

// What each call looks up in a table of all is one longer list.
// CHECK-LABEL: func.func @lookups(
func.func @lookups(%i: tensor<3xi64>, %t: tensor<7x4xf32>) -> tensor<3x4xf32> {
  // CHECK-NEXT: %[[I:.*]] = pd.reshape %i {shape = array<i64: 15>}
  // CHECK-NEXT: %[[G:.*]] = pd.gather %t, %[[I]] {axis = 0 : i64}
  // CHECK-NEXT: pd.reshape %[[G]] {shape = array<i64: 5, 3, 4>}
  // CHECK-NEXT: func.return
  %0 = pd.gather %t, %i {axis = 0 : i64} : (tensor<7x4xf32>, tensor<3xi64>) -> tensor<3x4xf32>
  func.return %0 : tensor<3x4xf32>
}

// A condition of all calls stays one; with one of each, both branches are computed.
// CHECK-LABEL: func.func @branches(
func.func @branches(%x: tensor<f32>, %c: tensor<i1>) -> tensor<f32> {
  // CHECK: pd.if %c
  %0 = pd.if %c : (tensor<i1>) -> tensor<f32> {
    %1 = pd.exp %x : (tensor<f32>) -> tensor<f32>
    pd.yield %1 : tensor<f32>
  } {
    %2 = pd.sin %x : (tensor<f32>) -> tensor<f32>
    pd.yield %2 : tensor<f32>
  }
  // CHECK: %[[POSITIVE:.*]] = pd.isfinite
  // CHECK-NEXT: %[[YES:.*]] = pd.sqrt
  // CHECK-NEXT: %[[NO:.*]] = pd.full {{.*}} -> tensor<f32>
  // CHECK-NEXT: pd.where %[[POSITIVE]], %[[YES]], %[[NO]] : (tensor<5xi1>, tensor<5xf32>, tensor<f32>)
  %3 = pd.isfinite %0 : (tensor<f32>) -> tensor<i1>
  %4 = pd.if %3 : (tensor<i1>) -> tensor<f32> {
    %5 = pd.sqrt %0 : (tensor<f32>) -> tensor<f32>
    pd.yield %5 : tensor<f32>
  } {
    %6 = pd.full {shape = array<i64>, value = 0.0 : f64, dtype = f32} : () -> tensor<f32>
    pd.yield %6 : tensor<f32>
  }
  func.return %4 : tensor<f32>
}

// A counter of all calls stays one. With a condition of each call, a loop runs while one holds; the others keep their values.
// CHECK-LABEL: func.func @loops(
func.func @loops(%x: tensor<f32>, %n: tensor<i64>) -> (tensor<f32>, tensor<i64>) {
  %zero = pd.full {shape = array<i64>, value = 0 : i64, dtype = i64} : () -> tensor<i64>
  %one = pd.full {shape = array<i64>, value = 1 : i64, dtype = i64} : () -> tensor<i64>
  %limit = pd.full {shape = array<i64>, value = 100.0 : f64, dtype = f32} : () -> tensor<f32>
  %0 = pd.less_than %zero, %n : (tensor<i64>, tensor<i64>) -> tensor<i1>
  // CHECK: pd.while {{.*}} : (tensor<i1>, tensor<i64>, tensor<5xf32>) -> (tensor<i64>, tensor<5xf32>)
  %i, %y = pd.while %0, %zero, %x : (tensor<i1>, tensor<i64>, tensor<f32>) -> (tensor<i64>, tensor<f32>) {
  ^bb0(%j: tensor<i64>, %v: tensor<f32>):
    %1 = pd.add %j, %one : (tensor<i64>, tensor<i64>) -> tensor<i64>
    %2 = pd.multiply %v, %v : (tensor<f32>, tensor<f32>) -> tensor<f32>
    %3 = pd.less_than %1, %n : (tensor<i64>, tensor<i64>) -> tensor<i1>
    pd.yield %3, %1, %2 : tensor<i1>, tensor<i64>, tensor<f32>
  }
  %4 = pd.less_than %y, %limit : (tensor<f32>, tensor<f32>) -> tensor<i1>
  // CHECK: %[[LIVE:.*]] = pd.less_than {{.*}} -> tensor<5xi1>
  // CHECK: %[[ANY:.*]] = pd.any %[[LIVE]]
  // CHECK: pd.while %[[ANY]], %[[LIVE]], {{.*}} : (tensor<i1>, tensor<5xi1>, tensor<5xf32>, tensor<5xi64>) -> (tensor<5xi1>, tensor<5xf32>, tensor<5xi64>)
  // CHECK: pd.where
  // CHECK: pd.where
  // CHECK: pd.logical_and
  // CHECK: pd.any
  %z, %m = pd.while %4, %y, %i : (tensor<i1>, tensor<f32>, tensor<i64>) -> (tensor<f32>, tensor<i64>) {
  ^bb0(%v: tensor<f32>, %j: tensor<i64>):
    %5 = pd.add %v, %v : (tensor<f32>, tensor<f32>) -> tensor<f32>
    %6 = pd.add %j, %one : (tensor<i64>, tensor<i64>) -> tensor<i64>
    %7 = pd.less_than %5, %limit : (tensor<f32>, tensor<f32>) -> tensor<i1>
    pd.yield %7, %5, %6 : tensor<i1>, tensor<f32>, tensor<i64>
  }
  func.return %z, %m : tensor<f32>, tensor<i64>
}
