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
