// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @convolution_filter_0(
// CHECK: pd.convolution_filter {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {taps = array<i64: 3, 3>, strides = array<i64: 1, 1>, paddings = array<i64: 1, 1, 1, 1>, groups = 1 : i64, dilations = array<i64: 1, 1>} : (tensor<2x3x9x11xf32>, tensor<2x5x9x11xf32>) -> tensor<5x3x3x3xf32>
func.func @convolution_filter_0(%0: tensor<2x3x9x11xf32>, %1: tensor<2x5x9x11xf32>) -> tensor<5x3x3x3xf32> {
  %2 = pd.convolution_filter %0, %1 {taps = array<i64: 3, 3>, strides = array<i64: 1, 1>, paddings = array<i64: 1, 1, 1, 1>, groups = 1 : i64, dilations = array<i64: 1, 1>} : (tensor<2x3x9x11xf32>, tensor<2x5x9x11xf32>) -> tensor<5x3x3x3xf32>
  func.return %2 : tensor<5x3x3x3xf32>
}

// CHECK-LABEL: func.func @convolution_filter_1(
// CHECK: pd.convolution_filter {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {taps = array<i64: 3, 2>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 0, 1, 2>, groups = 2 : i64, dilations = array<i64: 1, 1>} : (tensor<2x4x9x8xf32>, tensor<2x6x4x5xf32>) -> tensor<6x2x3x2xf32>
func.func @convolution_filter_1(%0: tensor<2x4x9x8xf32>, %1: tensor<2x6x4x5xf32>) -> tensor<6x2x3x2xf32> {
  %2 = pd.convolution_filter %0, %1 {taps = array<i64: 3, 2>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 0, 1, 2>, groups = 2 : i64, dilations = array<i64: 1, 1>} : (tensor<2x4x9x8xf32>, tensor<2x6x4x5xf32>) -> tensor<6x2x3x2xf32>
  func.return %2 : tensor<6x2x3x2xf32>
}

// CHECK-LABEL: func.func @convolution_filter_2(
// CHECK: pd.convolution_filter {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {taps = array<i64: 3, 3>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0, 0, 0>, groups = 4 : i64, dilations = array<i64: 1, 1>} : (tensor<1x4x9x11xf32>, tensor<1x4x7x9xf32>) -> tensor<4x1x3x3xf32>
func.func @convolution_filter_2(%0: tensor<1x4x9x11xf32>, %1: tensor<1x4x7x9xf32>) -> tensor<4x1x3x3xf32> {
  %2 = pd.convolution_filter %0, %1 {taps = array<i64: 3, 3>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0, 0, 0>, groups = 4 : i64, dilations = array<i64: 1, 1>} : (tensor<1x4x9x11xf32>, tensor<1x4x7x9xf32>) -> tensor<4x1x3x3xf32>
  func.return %2 : tensor<4x1x3x3xf32>
}

// CHECK-LABEL: func.func @convolution_filter_3(
// CHECK: pd.convolution_filter {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {taps = array<i64: 1, 1>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0, 0, 0>, groups = 1 : i64, dilations = array<i64: 1, 1>} : (tensor<1x32x6x5xf32>, tensor<1x48x6x5xf32>) -> tensor<48x32x1x1xf32>
func.func @convolution_filter_3(%0: tensor<1x32x6x5xf32>, %1: tensor<1x48x6x5xf32>) -> tensor<48x32x1x1xf32> {
  %2 = pd.convolution_filter %0, %1 {taps = array<i64: 1, 1>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0, 0, 0>, groups = 1 : i64, dilations = array<i64: 1, 1>} : (tensor<1x32x6x5xf32>, tensor<1x48x6x5xf32>) -> tensor<48x32x1x1xf32>
  func.return %2 : tensor<48x32x1x1xf32>
}

// CHECK-LABEL: func.func @convolution_filter_4(
// CHECK: pd.convolution_filter {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {taps = array<i64: 2, 2>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0, 0, 0>, groups = 1 : i64, dilations = array<i64: 1, 1>} : (tensor<2x4x10x14xf32>, tensor<2x3x5x7xf32>) -> tensor<3x4x2x2xf32>
func.func @convolution_filter_4(%0: tensor<2x4x10x14xf32>, %1: tensor<2x3x5x7xf32>) -> tensor<3x4x2x2xf32> {
  %2 = pd.convolution_filter %0, %1 {taps = array<i64: 2, 2>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0, 0, 0>, groups = 1 : i64, dilations = array<i64: 1, 1>} : (tensor<2x4x10x14xf32>, tensor<2x3x5x7xf32>) -> tensor<3x4x2x2xf32>
  func.return %2 : tensor<3x4x2x2xf32>
}

// CHECK-LABEL: func.func @convolution_filter_5(
// CHECK: pd.convolution_filter {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {taps = array<i64: 2, 3, 1>, strides = array<i64: 1, 1, 1>, paddings = array<i64: 0, 0, 0, 0, 0, 0>, groups = 1 : i64, dilations = array<i64: 1, 1, 1>} : (tensor<1x2x5x6x7xf32>, tensor<1x3x4x4x7xf32>) -> tensor<3x2x2x3x1xf32>
func.func @convolution_filter_5(%0: tensor<1x2x5x6x7xf32>, %1: tensor<1x3x4x4x7xf32>) -> tensor<3x2x2x3x1xf32> {
  %2 = pd.convolution_filter %0, %1 {taps = array<i64: 2, 3, 1>, strides = array<i64: 1, 1, 1>, paddings = array<i64: 0, 0, 0, 0, 0, 0>, groups = 1 : i64, dilations = array<i64: 1, 1, 1>} : (tensor<1x2x5x6x7xf32>, tensor<1x3x4x4x7xf32>) -> tensor<3x2x2x3x1xf32>
  func.return %2 : tensor<3x2x2x3x1xf32>
}

// CHECK-LABEL: func.func @convolution_filter_6(
// CHECK: pd.convolution_filter {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {taps = array<i64: 3, 3>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0, 0, 0>, groups = 1 : i64, dilations = array<i64: 2, 2>} : (tensor<1x2x9x9xf64>, tensor<1x3x5x5xf64>) -> tensor<3x2x3x3xf64>
func.func @convolution_filter_6(%0: tensor<1x2x9x9xf64>, %1: tensor<1x3x5x5xf64>) -> tensor<3x2x3x3xf64> {
  %2 = pd.convolution_filter %0, %1 {taps = array<i64: 3, 3>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0, 0, 0>, groups = 1 : i64, dilations = array<i64: 2, 2>} : (tensor<1x2x9x9xf64>, tensor<1x3x5x5xf64>) -> tensor<3x2x3x3xf64>
  func.return %2 : tensor<3x2x3x3xf64>
}
