// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

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

// CHECK-LABEL: func.func @put_along_axis_7(
// CHECK: pd.put_along_axis {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 1 : i64, reduce = "amin", include_self = false} : (tensor<3x9xui8>, tensor<3x7xi64>, tensor<3x7xui8>) -> tensor<3x9xui8>
func.func @put_along_axis_7(%0: tensor<3x9xui8>, %1: tensor<3x7xi64>, %2: tensor<3x7xui8>) -> tensor<3x9xui8> {
  %3 = pd.put_along_axis %0, %1, %2 {axis = 1 : i64, reduce = "amin", include_self = false} : (tensor<3x9xui8>, tensor<3x7xi64>, tensor<3x7xui8>) -> tensor<3x9xui8>
  func.return %3 : tensor<3x9xui8>
}

// CHECK-LABEL: func.func @put_along_axis_8(
// CHECK: pd.put_along_axis {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 1 : i64, reduce = "mean", include_self = true} : (tensor<3x9xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<3x9xf32>
func.func @put_along_axis_8(%0: tensor<3x9xf32>, %1: tensor<3x7xi64>, %2: tensor<3x7xf32>) -> tensor<3x9xf32> {
  %3 = pd.put_along_axis %0, %1, %2 {axis = 1 : i64, reduce = "mean", include_self = true} : (tensor<3x9xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<3x9xf32>
  func.return %3 : tensor<3x9xf32>
}

// CHECK-LABEL: func.func @put_along_axis_9(
// CHECK: pd.put_along_axis {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 0 : i64, reduce = "mean", include_self = false} : (tensor<3x9xi64>, tensor<3x7xi64>, tensor<3x7xi64>) -> tensor<3x9xi64>
func.func @put_along_axis_9(%0: tensor<3x9xi64>, %1: tensor<3x7xi64>, %2: tensor<3x7xi64>) -> tensor<3x9xi64> {
  %3 = pd.put_along_axis %0, %1, %2 {axis = 0 : i64, reduce = "mean", include_self = false} : (tensor<3x9xi64>, tensor<3x7xi64>, tensor<3x7xi64>) -> tensor<3x9xi64>
  func.return %3 : tensor<3x9xi64>
}
