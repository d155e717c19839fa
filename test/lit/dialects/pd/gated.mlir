// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @prelu_0(
// CHECK: pd.prelu {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {data_format = "NCHW", mode = "all"} : (tensor<3x35xf32>, tensor<1xf32>) -> tensor<3x35xf32>
func.func @prelu_0(%0: tensor<3x35xf32>, %1: tensor<1xf32>) -> tensor<3x35xf32> {
  %2 = pd.prelu %0, %1 {data_format = "NCHW", mode = "all"} : (tensor<3x35xf32>, tensor<1xf32>) -> tensor<3x35xf32>
  func.return %2 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @prelu_1(
// CHECK: pd.prelu {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {data_format = "NCHW", mode = "channel"} : (tensor<2x5x4x3xf32>, tensor<5xf32>) -> tensor<2x5x4x3xf32>
func.func @prelu_1(%0: tensor<2x5x4x3xf32>, %1: tensor<5xf32>) -> tensor<2x5x4x3xf32> {
  %2 = pd.prelu %0, %1 {data_format = "NCHW", mode = "channel"} : (tensor<2x5x4x3xf32>, tensor<5xf32>) -> tensor<2x5x4x3xf32>
  func.return %2 : tensor<2x5x4x3xf32>
}

// CHECK-LABEL: func.func @prelu_2(
// CHECK: pd.prelu {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {data_format = "NCHW", mode = "channel"} : (tensor<3x35xf32>, tensor<35xf32>) -> tensor<3x35xf32>
func.func @prelu_2(%0: tensor<3x35xf32>, %1: tensor<35xf32>) -> tensor<3x35xf32> {
  %2 = pd.prelu %0, %1 {data_format = "NCHW", mode = "channel"} : (tensor<3x35xf32>, tensor<35xf32>) -> tensor<3x35xf32>
  func.return %2 : tensor<3x35xf32>
}

// CHECK-LABEL: func.func @prelu_3(
// CHECK: pd.prelu {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {data_format = "NHWC", mode = "channel"} : (tensor<2x4x3x16xf32>, tensor<16xf32>) -> tensor<2x4x3x16xf32>
func.func @prelu_3(%0: tensor<2x4x3x16xf32>, %1: tensor<16xf32>) -> tensor<2x4x3x16xf32> {
  %2 = pd.prelu %0, %1 {data_format = "NHWC", mode = "channel"} : (tensor<2x4x3x16xf32>, tensor<16xf32>) -> tensor<2x4x3x16xf32>
  func.return %2 : tensor<2x4x3x16xf32>
}

// CHECK-LABEL: func.func @prelu_4(
// CHECK: pd.prelu {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {data_format = "NCHW", mode = "element"} : (tensor<2x3x5xf32>, tensor<1x3x5xf32>) -> tensor<2x3x5xf32>
func.func @prelu_4(%0: tensor<2x3x5xf32>, %1: tensor<1x3x5xf32>) -> tensor<2x3x5xf32> {
  %2 = pd.prelu %0, %1 {data_format = "NCHW", mode = "element"} : (tensor<2x3x5xf32>, tensor<1x3x5xf32>) -> tensor<2x3x5xf32>
  func.return %2 : tensor<2x3x5xf32>
}

// CHECK-LABEL: func.func @prelu_5(
// CHECK: pd.prelu {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {data_format = "NCHW", mode = "channel"} : (tensor<3x7xf64>, tensor<7xf64>) -> tensor<3x7xf64>
func.func @prelu_5(%0: tensor<3x7xf64>, %1: tensor<7xf64>) -> tensor<3x7xf64> {
  %2 = pd.prelu %0, %1 {data_format = "NCHW", mode = "channel"} : (tensor<3x7xf64>, tensor<7xf64>) -> tensor<3x7xf64>
  func.return %2 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @rrelu_0(
// CHECK: pd.rrelu {{%[0-9a-z_]+}} {lower = 0.10000000149011612 : f64, upper = 0.40000000596046448 : f64, is_test = true} : (tensor<3x35xf32>) -> (tensor<3x35xf32>, tensor<3x35xf32>)
func.func @rrelu_0(%0: tensor<3x35xf32>) -> (tensor<3x35xf32>, tensor<3x35xf32>) {
  %1, %2 = pd.rrelu %0 {lower = 0.10000000149011612 : f64, upper = 0.40000000596046448 : f64, is_test = true} : (tensor<3x35xf32>) -> (tensor<3x35xf32>, tensor<3x35xf32>)
  func.return %1, %2 : tensor<3x35xf32>, tensor<3x35xf32>
}

// CHECK-LABEL: func.func @rrelu_1(
// CHECK: pd.rrelu {{%[0-9a-z_]+}} {lower = 0.10000000149011612 : f64, upper = 0.40000000596046448 : f64, is_test = true} : (tensor<3x35xf64>) -> (tensor<3x35xf64>, tensor<3x35xf64>)
func.func @rrelu_1(%0: tensor<3x35xf64>) -> (tensor<3x35xf64>, tensor<3x35xf64>) {
  %1, %2 = pd.rrelu %0 {lower = 0.10000000149011612 : f64, upper = 0.40000000596046448 : f64, is_test = true} : (tensor<3x35xf64>) -> (tensor<3x35xf64>, tensor<3x35xf64>)
  func.return %1, %2 : tensor<3x35xf64>, tensor<3x35xf64>
}

// CHECK-LABEL: func.func @maxout_0(
// CHECK: pd.maxout {{%[0-9a-z_]+}} {groups = 2 : i64, axis = 1 : i64} : (tensor<2x6x3x5xf32>) -> tensor<2x3x3x5xf32>
func.func @maxout_0(%0: tensor<2x6x3x5xf32>) -> tensor<2x3x3x5xf32> {
  %1 = pd.maxout %0 {groups = 2 : i64, axis = 1 : i64} : (tensor<2x6x3x5xf32>) -> tensor<2x3x3x5xf32>
  func.return %1 : tensor<2x3x3x5xf32>
}

// CHECK-LABEL: func.func @maxout_1(
// CHECK: pd.maxout {{%[0-9a-z_]+}} {groups = 4 : i64, axis = -1 : i64} : (tensor<2x3x3x16xf32>) -> tensor<2x3x3x4xf32>
func.func @maxout_1(%0: tensor<2x3x3x16xf32>) -> tensor<2x3x3x4xf32> {
  %1 = pd.maxout %0 {groups = 4 : i64, axis = -1 : i64} : (tensor<2x3x3x16xf32>) -> tensor<2x3x3x4xf32>
  func.return %1 : tensor<2x3x3x4xf32>
}

// CHECK-LABEL: func.func @maxout_2(
// CHECK: pd.maxout {{%[0-9a-z_]+}} {groups = 3 : i64, axis = 1 : i64} : (tensor<2x3x2x2xf64>) -> tensor<2x1x2x2xf64>
func.func @maxout_2(%0: tensor<2x3x2x2xf64>) -> tensor<2x1x2x2xf64> {
  %1 = pd.maxout %0 {groups = 3 : i64, axis = 1 : i64} : (tensor<2x3x2x2xf64>) -> tensor<2x1x2x2xf64>
  func.return %1 : tensor<2x1x2x2xf64>
}

// CHECK-LABEL: func.func @swiglu_0(
// CHECK: pd.swiglu {{%[0-9a-z_]+}} : (tensor<3x34xf32>) -> tensor<3x17xf32>
func.func @swiglu_0(%0: tensor<3x34xf32>) -> tensor<3x17xf32> {
  %1 = pd.swiglu %0 : (tensor<3x34xf32>) -> tensor<3x17xf32>
  func.return %1 : tensor<3x17xf32>
}

// CHECK-LABEL: func.func @swiglu_1(
// CHECK: pd.swiglu {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x32xf32>, tensor<3x32xf32>) -> tensor<3x32xf32>
func.func @swiglu_1(%0: tensor<3x32xf32>, %1: tensor<3x32xf32>) -> tensor<3x32xf32> {
  %2 = pd.swiglu %0, %1 : (tensor<3x32xf32>, tensor<3x32xf32>) -> tensor<3x32xf32>
  func.return %2 : tensor<3x32xf32>
}

// CHECK-LABEL: func.func @swiglu_2(
// CHECK: pd.swiglu {{%[0-9a-z_]+}} : (tensor<2x3x8xf64>) -> tensor<2x3x4xf64>
func.func @swiglu_2(%0: tensor<2x3x8xf64>) -> tensor<2x3x4xf64> {
  %1 = pd.swiglu %0 : (tensor<2x3x8xf64>) -> tensor<2x3x4xf64>
  func.return %1 : tensor<2x3x4xf64>
}
