// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @scatter_0(
// CHECK: pd.scatter {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {overwrite = true} : (tensor<5x20xf32>, tensor<7xi64>, tensor<7x20xf32>) -> tensor<5x20xf32>
func.func @scatter_0(%0: tensor<5x20xf32>, %1: tensor<7xi64>, %2: tensor<7x20xf32>) -> tensor<5x20xf32> {
  %3 = pd.scatter %0, %1, %2 {overwrite = true} : (tensor<5x20xf32>, tensor<7xi64>, tensor<7x20xf32>) -> tensor<5x20xf32>
  func.return %3 : tensor<5x20xf32>
}

// CHECK-LABEL: func.func @scatter_1(
// CHECK: pd.scatter {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {overwrite = false} : (tensor<5x3x4xf32>, tensor<7xi64>, tensor<7x3x4xf32>) -> tensor<5x3x4xf32>
func.func @scatter_1(%0: tensor<5x3x4xf32>, %1: tensor<7xi64>, %2: tensor<7x3x4xf32>) -> tensor<5x3x4xf32> {
  %3 = pd.scatter %0, %1, %2 {overwrite = false} : (tensor<5x3x4xf32>, tensor<7xi64>, tensor<7x3x4xf32>) -> tensor<5x3x4xf32>
  func.return %3 : tensor<5x3x4xf32>
}

// CHECK-LABEL: func.func @scatter_2(
// CHECK: pd.scatter {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {overwrite = true} : (tensor<40xf32>, tensor<50xi64>, tensor<50xf32>) -> tensor<40xf32>
func.func @scatter_2(%0: tensor<40xf32>, %1: tensor<50xi64>, %2: tensor<50xf32>) -> tensor<40xf32> {
  %3 = pd.scatter %0, %1, %2 {overwrite = true} : (tensor<40xf32>, tensor<50xi64>, tensor<50xf32>) -> tensor<40xf32>
  func.return %3 : tensor<40xf32>
}

// CHECK-LABEL: func.func @scatter_nd_add_0(
// CHECK: pd.scatter_nd_add {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<5x4x20xf32>, tensor<7x2xi64>, tensor<7x20xf32>) -> tensor<5x4x20xf32>
func.func @scatter_nd_add_0(%0: tensor<5x4x20xf32>, %1: tensor<7x2xi64>, %2: tensor<7x20xf32>) -> tensor<5x4x20xf32> {
  %3 = pd.scatter_nd_add %0, %1, %2 : (tensor<5x4x20xf32>, tensor<7x2xi64>, tensor<7x20xf32>) -> tensor<5x4x20xf32>
  func.return %3 : tensor<5x4x20xf32>
}

// CHECK-LABEL: func.func @scatter_nd_add_1(
// CHECK: pd.scatter_nd_add {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<5x3xf32>, tensor<2x6x2xi64>, tensor<2x6xf32>) -> tensor<5x3xf32>
func.func @scatter_nd_add_1(%0: tensor<5x3xf32>, %1: tensor<2x6x2xi64>, %2: tensor<2x6xf32>) -> tensor<5x3xf32> {
  %3 = pd.scatter_nd_add %0, %1, %2 : (tensor<5x3xf32>, tensor<2x6x2xi64>, tensor<2x6xf32>) -> tensor<5x3xf32>
  func.return %3 : tensor<5x3xf32>
}

// CHECK-LABEL: func.func @scatter_nd_add_2(
// CHECK: pd.scatter_nd_add {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<6x20xf32>, tensor<9x1xi64>, tensor<9x20xf32>) -> tensor<6x20xf32>
func.func @scatter_nd_add_2(%0: tensor<6x20xf32>, %1: tensor<9x1xi64>, %2: tensor<9x20xf32>) -> tensor<6x20xf32> {
  %3 = pd.scatter_nd_add %0, %1, %2 : (tensor<6x20xf32>, tensor<9x1xi64>, tensor<9x20xf32>) -> tensor<6x20xf32>
  func.return %3 : tensor<6x20xf32>
}

// CHECK-LABEL: func.func @index_add_0(
// CHECK: pd.index_add {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 1 : i64} : (tensor<3x5x20xf32>, tensor<7xi64>, tensor<3x7x20xf32>) -> tensor<3x5x20xf32>
func.func @index_add_0(%0: tensor<3x5x20xf32>, %1: tensor<7xi64>, %2: tensor<3x7x20xf32>) -> tensor<3x5x20xf32> {
  %3 = pd.index_add %0, %1, %2 {axis = 1 : i64} : (tensor<3x5x20xf32>, tensor<7xi64>, tensor<3x7x20xf32>) -> tensor<3x5x20xf32>
  func.return %3 : tensor<3x5x20xf32>
}

// CHECK-LABEL: func.func @index_add_1(
// CHECK: pd.index_add {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = -1 : i64} : (tensor<3x9xf32>, tensor<7xi32>, tensor<3x7xf32>) -> tensor<3x9xf32>
func.func @index_add_1(%0: tensor<3x9xf32>, %1: tensor<7xi32>, %2: tensor<3x7xf32>) -> tensor<3x9xf32> {
  %3 = pd.index_add %0, %1, %2 {axis = -1 : i64} : (tensor<3x9xf32>, tensor<7xi32>, tensor<3x7xf32>) -> tensor<3x9xf32>
  func.return %3 : tensor<3x9xf32>
}

// CHECK-LABEL: func.func @put_along_axis_0(
// CHECK: pd.put_along_axis {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 1 : i64, reduce = "assign", include_self = true} : (tensor<3x9xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<3x9xf32>
func.func @put_along_axis_0(%0: tensor<3x9xf32>, %1: tensor<3x7xi64>, %2: tensor<3x7xf32>) -> tensor<3x9xf32> {
  %3 = pd.put_along_axis %0, %1, %2 {axis = 1 : i64, reduce = "assign", include_self = true} : (tensor<3x9xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<3x9xf32>
  func.return %3 : tensor<3x9xf32>
}

// CHECK-LABEL: func.func @put_along_axis_1(
// CHECK: pd.put_along_axis {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 1 : i64, reduce = "add", include_self = true} : (tensor<3x9xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<3x9xf32>
func.func @put_along_axis_1(%0: tensor<3x9xf32>, %1: tensor<3x7xi64>, %2: tensor<3x7xf32>) -> tensor<3x9xf32> {
  %3 = pd.put_along_axis %0, %1, %2 {axis = 1 : i64, reduce = "add", include_self = true} : (tensor<3x9xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<3x9xf32>
  func.return %3 : tensor<3x9xf32>
}

// CHECK-LABEL: func.func @put_along_axis_2(
// CHECK: pd.put_along_axis {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 0 : i64, reduce = "add", include_self = false} : (tensor<3x9xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<3x9xf32>
func.func @put_along_axis_2(%0: tensor<3x9xf32>, %1: tensor<3x7xi64>, %2: tensor<3x7xf32>) -> tensor<3x9xf32> {
  %3 = pd.put_along_axis %0, %1, %2 {axis = 0 : i64, reduce = "add", include_self = false} : (tensor<3x9xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<3x9xf32>
  func.return %3 : tensor<3x9xf32>
}

// CHECK-LABEL: func.func @put_along_axis_3(
// CHECK: pd.put_along_axis {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 1 : i64, reduce = "mul", include_self = false} : (tensor<3x9xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<3x9xf32>
func.func @put_along_axis_3(%0: tensor<3x9xf32>, %1: tensor<3x7xi64>, %2: tensor<3x7xf32>) -> tensor<3x9xf32> {
  %3 = pd.put_along_axis %0, %1, %2 {axis = 1 : i64, reduce = "mul", include_self = false} : (tensor<3x9xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<3x9xf32>
  func.return %3 : tensor<3x9xf32>
}

// CHECK-LABEL: func.func @put_along_axis_4(
// CHECK: pd.put_along_axis {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 1 : i64, reduce = "amin", include_self = true} : (tensor<3x9xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<3x9xf32>
func.func @put_along_axis_4(%0: tensor<3x9xf32>, %1: tensor<3x7xi64>, %2: tensor<3x7xf32>) -> tensor<3x9xf32> {
  %3 = pd.put_along_axis %0, %1, %2 {axis = 1 : i64, reduce = "amin", include_self = true} : (tensor<3x9xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<3x9xf32>
  func.return %3 : tensor<3x9xf32>
}

// CHECK-LABEL: func.func @put_along_axis_5(
// CHECK: pd.put_along_axis {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 1 : i64, reduce = "amax", include_self = false} : (tensor<3x9xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<3x9xf32>
func.func @put_along_axis_5(%0: tensor<3x9xf32>, %1: tensor<3x7xi64>, %2: tensor<3x7xf32>) -> tensor<3x9xf32> {
  %3 = pd.put_along_axis %0, %1, %2 {axis = 1 : i64, reduce = "amax", include_self = false} : (tensor<3x9xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<3x9xf32>
  func.return %3 : tensor<3x9xf32>
}

// CHECK-LABEL: func.func @put_along_axis_6(
// CHECK: pd.put_along_axis {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 0 : i64, reduce = "assign", include_self = true} : (tensor<3x9xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<3x9xf32>
func.func @put_along_axis_6(%0: tensor<3x9xf32>, %1: tensor<3x7xi64>, %2: tensor<3x7xf32>) -> tensor<3x9xf32> {
  %3 = pd.put_along_axis %0, %1, %2 {axis = 0 : i64, reduce = "assign", include_self = true} : (tensor<3x9xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<3x9xf32>
  func.return %3 : tensor<3x9xf32>
}

// CHECK-LABEL: func.func @index_put_0(
// CHECK: pd.index_put {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {accumulate = false, operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<5x20xf32>, tensor<7xi64>, tensor<7x20xf32>) -> tensor<5x20xf32>
func.func @index_put_0(%0: tensor<5x20xf32>, %1: tensor<7xi64>, %2: tensor<7x20xf32>) -> tensor<5x20xf32> {
  %3 = pd.index_put %0, %1, %2 {accumulate = false, operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<5x20xf32>, tensor<7xi64>, tensor<7x20xf32>) -> tensor<5x20xf32>
  func.return %3 : tensor<5x20xf32>
}

// CHECK-LABEL: func.func @index_put_1(
// CHECK: pd.index_put {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {accumulate = true, operandSegmentSizes = array<i32: 1, 2, 1>} : (tensor<5x6x4xf32>, tensor<3x1xi64>, tensor<7xi64>, tensor<f32>) -> tensor<5x6x4xf32>
func.func @index_put_1(%0: tensor<5x6x4xf32>, %1: tensor<3x1xi64>, %2: tensor<7xi64>, %3: tensor<f32>) -> tensor<5x6x4xf32> {
  %4 = pd.index_put %0, %1, %2, %3 {accumulate = true, operandSegmentSizes = array<i32: 1, 2, 1>} : (tensor<5x6x4xf32>, tensor<3x1xi64>, tensor<7xi64>, tensor<f32>) -> tensor<5x6x4xf32>
  func.return %4 : tensor<5x6x4xf32>
}

// CHECK-LABEL: func.func @index_put_2(
// CHECK: pd.index_put {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {accumulate = false, operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<30xf32>, tensor<50xi64>, tensor<50xf32>) -> tensor<30xf32>
func.func @index_put_2(%0: tensor<30xf32>, %1: tensor<50xi64>, %2: tensor<50xf32>) -> tensor<30xf32> {
  %3 = pd.index_put %0, %1, %2 {accumulate = false, operandSegmentSizes = array<i32: 1, 1, 1>} : (tensor<30xf32>, tensor<50xi64>, tensor<50xf32>) -> tensor<30xf32>
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

// CHECK-LABEL: func.func @histogram_0(
// CHECK: pd.histogram {{%[0-9a-z_]+}} {bins = 5 : i64, min = -1.000000e+00 : f64, max = 1.000000e+00 : f64, density = false} : (tensor<3x40xf32>) -> tensor<5xi64>
func.func @histogram_0(%0: tensor<3x40xf32>) -> tensor<5xi64> {
  %1 = pd.histogram %0 {bins = 5 : i64, min = -1.000000e+00 : f64, max = 1.000000e+00 : f64, density = false} : (tensor<3x40xf32>) -> tensor<5xi64>
  func.return %1 : tensor<5xi64>
}

// CHECK-LABEL: func.func @histogram_1(
// CHECK: pd.histogram {{%[0-9a-z_]+}} {bins = 4 : i64, min = -8.000000e+00 : f64, max = 8.000000e+00 : f64, density = false} : (tensor<3x40xi64>) -> tensor<4xi64>
func.func @histogram_1(%0: tensor<3x40xi64>) -> tensor<4xi64> {
  %1 = pd.histogram %0 {bins = 4 : i64, min = -8.000000e+00 : f64, max = 8.000000e+00 : f64, density = false} : (tensor<3x40xi64>) -> tensor<4xi64>
  func.return %1 : tensor<4xi64>
}
