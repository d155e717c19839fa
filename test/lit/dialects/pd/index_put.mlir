// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @index_put_0(
// CHECK: pd.index_put {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {accumulate = false, operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<7x20xf32>, tensor<5xi64>, tensor<5x20xf32>) -> tensor<7x20xf32>
func.func @index_put_0(%0: tensor<7x20xf32>, %1: tensor<5xi64>, %2: tensor<5x20xf32>) -> tensor<7x20xf32> {
  %3 = pd.index_put %0, %1, %2 {accumulate = false, operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<7x20xf32>, tensor<5xi64>, tensor<5x20xf32>) -> tensor<7x20xf32>
  func.return %3 : tensor<7x20xf32>
}

// CHECK-LABEL: func.func @index_put_1(
// CHECK: pd.index_put {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {accumulate = true, operandSegmentSizes = array<i32: 1, 2, 1>} : (tensor<5x6x4xf32>, tensor<3x1xi64>, tensor<7xi64>, tensor<f32>) -> tensor<5x6x4xf32>
func.func @index_put_1(%0: tensor<5x6x4xf32>, %1: tensor<3x1xi64>, %2: tensor<7xi64>, %3: tensor<f32>) -> tensor<5x6x4xf32> {
  %4 = pd.index_put %0, %1, %2, %3 {accumulate = true, operandSegmentSizes = array<i32: 1, 2, 1>} : (tensor<5x6x4xf32>, tensor<3x1xi64>, tensor<7xi64>, tensor<f32>) -> tensor<5x6x4xf32>
  func.return %4 : tensor<5x6x4xf32>
}

// CHECK-LABEL: func.func @index_put_2(
// CHECK: pd.index_put {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {accumulate = false, operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<30xf32>, tensor<25xi64>, tensor<25xf32>) -> tensor<30xf32>
func.func @index_put_2(%0: tensor<30xf32>, %1: tensor<25xi64>, %2: tensor<25xf32>) -> tensor<30xf32> {
  %3 = pd.index_put %0, %1, %2 {accumulate = false, operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<30xf32>, tensor<25xi64>, tensor<25xf32>) -> tensor<30xf32>
  func.return %3 : tensor<30xf32>
}

// CHECK-LABEL: func.func @index_put_3(
// CHECK: pd.index_put {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {accumulate = false, operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<3x20xf32>, tensor<3x20xi1>, tensor<f32>) -> tensor<3x20xf32>
func.func @index_put_3(%0: tensor<3x20xf32>, %1: tensor<3x20xi1>, %2: tensor<f32>) -> tensor<3x20xf32> {
  %3 = pd.index_put %0, %1, %2 {accumulate = false, operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<3x20xf32>, tensor<3x20xi1>, tensor<f32>) -> tensor<3x20xf32>
  func.return %3 : tensor<3x20xf32>
}

// CHECK-LABEL: func.func @index_put_4(
// CHECK: pd.index_put {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {accumulate = true, operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<9x5xf32>, tensor<9xi1>, tensor<5xf32>) -> tensor<9x5xf32>
func.func @index_put_4(%0: tensor<9x5xf32>, %1: tensor<9xi1>, %2: tensor<5xf32>) -> tensor<9x5xf32> {
  %3 = pd.index_put %0, %1, %2 {accumulate = true, operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<9x5xf32>, tensor<9xi1>, tensor<5xf32>) -> tensor<9x5xf32>
  func.return %3 : tensor<9x5xf32>
}
