// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @conv2d_0(
// CHECK: pd.conv2d {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 1, 1>, paddings = array<i64: 1, 1>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<2x3x9x11xf32>, tensor<5x3x3x3xf32>) -> tensor<2x5x9x11xf32>
func.func @conv2d_0(%0: tensor<2x3x9x11xf32>, %1: tensor<5x3x3x3xf32>) -> tensor<2x5x9x11xf32> {
  %2 = pd.conv2d %0, %1 {strides = array<i64: 1, 1>, paddings = array<i64: 1, 1>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<2x3x9x11xf32>, tensor<5x3x3x3xf32>) -> tensor<2x5x9x11xf32>
  func.return %2 : tensor<2x5x9x11xf32>
}

// CHECK-LABEL: func.func @conv2d_1(
// CHECK: pd.conv2d {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, padding_algorithm = "EXPLICIT", groups = 2 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<1x4x8x8xf32>, tensor<6x2x3x3xf32>) -> tensor<1x6x3x3xf32>
func.func @conv2d_1(%0: tensor<1x4x8x8xf32>, %1: tensor<6x2x3x3xf32>) -> tensor<1x6x3x3xf32> {
  %2 = pd.conv2d %0, %1 {strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, padding_algorithm = "EXPLICIT", groups = 2 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<1x4x8x8xf32>, tensor<6x2x3x3xf32>) -> tensor<1x6x3x3xf32>
  func.return %2 : tensor<1x6x3x3xf32>
}

// CHECK-LABEL: func.func @conv2d_2(
// CHECK: pd.conv2d {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 1, 1>, paddings = array<i64: 2, 1>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 2, 2>, data_format = "NCHW"} : (tensor<2x3x12x10xf32>, tensor<4x3x3x2xf32>) -> tensor<2x4x12x10xf32>
func.func @conv2d_2(%0: tensor<2x3x12x10xf32>, %1: tensor<4x3x3x2xf32>) -> tensor<2x4x12x10xf32> {
  %2 = pd.conv2d %0, %1 {strides = array<i64: 1, 1>, paddings = array<i64: 2, 1>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 2, 2>, data_format = "NCHW"} : (tensor<2x3x12x10xf32>, tensor<4x3x3x2xf32>) -> tensor<2x4x12x10xf32>
  func.return %2 : tensor<2x4x12x10xf32>
}

// CHECK-LABEL: func.func @conv2d_3(
// CHECK: pd.conv2d {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 1, 1>, paddings = array<i64: 1, 2, 0, 1>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<1x3x7x9xf32>, tensor<4x3x3x3xf32>) -> tensor<1x4x8x8xf32>
func.func @conv2d_3(%0: tensor<1x3x7x9xf32>, %1: tensor<4x3x3x3xf32>) -> tensor<1x4x8x8xf32> {
  %2 = pd.conv2d %0, %1 {strides = array<i64: 1, 1>, paddings = array<i64: 1, 2, 0, 1>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<1x3x7x9xf32>, tensor<4x3x3x3xf32>) -> tensor<1x4x8x8xf32>
  func.return %2 : tensor<1x4x8x8xf32>
}

// CHECK-LABEL: func.func @conv2d_4(
// CHECK: pd.conv2d {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, padding_algorithm = "SAME", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<1x3x7x9xf32>, tensor<4x3x3x2xf32>) -> tensor<1x4x4x5xf32>
func.func @conv2d_4(%0: tensor<1x3x7x9xf32>, %1: tensor<4x3x3x2xf32>) -> tensor<1x4x4x5xf32> {
  %2 = pd.conv2d %0, %1 {strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, padding_algorithm = "SAME", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<1x3x7x9xf32>, tensor<4x3x3x2xf32>) -> tensor<1x4x4x5xf32>
  func.return %2 : tensor<1x4x4x5xf32>
}

// CHECK-LABEL: func.func @conv2d_5(
// CHECK: pd.conv2d {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, padding_algorithm = "VALID", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NHWC"} : (tensor<2x7x9x3xf32>, tensor<4x3x3x3xf32>) -> tensor<2x5x7x4xf32>
func.func @conv2d_5(%0: tensor<2x7x9x3xf32>, %1: tensor<4x3x3x3xf32>) -> tensor<2x5x7x4xf32> {
  %2 = pd.conv2d %0, %1 {strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, padding_algorithm = "VALID", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NHWC"} : (tensor<2x7x9x3xf32>, tensor<4x3x3x3xf32>) -> tensor<2x5x7x4xf32>
  func.return %2 : tensor<2x5x7x4xf32>
}

// CHECK-LABEL: func.func @conv2d_6(
// CHECK: pd.conv2d {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<2x6x5x7xf32>, tensor<4x6x1x1xf32>) -> tensor<2x4x5x7xf32>
func.func @conv2d_6(%0: tensor<2x6x5x7xf32>, %1: tensor<4x6x1x1xf32>) -> tensor<2x4x5x7xf32> {
  %2 = pd.conv2d %0, %1 {strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<2x6x5x7xf32>, tensor<4x6x1x1xf32>) -> tensor<2x4x5x7xf32>
  func.return %2 : tensor<2x4x5x7xf32>
}

// CHECK-LABEL: func.func @conv2d_7(
// CHECK: pd.conv2d {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 1, 2>, paddings = array<i64: 0, 2>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<2x3x1x17xf32>, tensor<4x3x1x5xf32>) -> tensor<2x4x1x9xf32>
func.func @conv2d_7(%0: tensor<2x3x1x17xf32>, %1: tensor<4x3x1x5xf32>) -> tensor<2x4x1x9xf32> {
  %2 = pd.conv2d %0, %1 {strides = array<i64: 1, 2>, paddings = array<i64: 0, 2>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<2x3x1x17xf32>, tensor<4x3x1x5xf32>) -> tensor<2x4x1x9xf32>
  func.return %2 : tensor<2x4x1x9xf32>
}

// CHECK-LABEL: func.func @conv2d_8(
// CHECK: pd.conv2d {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 1, 1>, paddings = array<i64: 1, 1>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<1x2x6x6xf64>, tensor<3x2x3x3xf64>) -> tensor<1x3x6x6xf64>
func.func @conv2d_8(%0: tensor<1x2x6x6xf64>, %1: tensor<3x2x3x3xf64>) -> tensor<1x3x6x6xf64> {
  %2 = pd.conv2d %0, %1 {strides = array<i64: 1, 1>, paddings = array<i64: 1, 1>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<1x2x6x6xf64>, tensor<3x2x3x3xf64>) -> tensor<1x3x6x6xf64>
  func.return %2 : tensor<1x3x6x6xf64>
}

// CHECK-LABEL: func.func @conv2d_9(
// CHECK: pd.conv2d {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<1x2x3x3xf32>, tensor<3x2x3x3xf32>) -> tensor<1x3x1x1xf32>
func.func @conv2d_9(%0: tensor<1x2x3x3xf32>, %1: tensor<3x2x3x3xf32>) -> tensor<1x3x1x1xf32> {
  %2 = pd.conv2d %0, %1 {strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<1x2x3x3xf32>, tensor<3x2x3x3xf32>) -> tensor<1x3x1x1xf32>
  func.return %2 : tensor<1x3x1x1xf32>
}

// CHECK-LABEL: func.func @depthwise_conv2d_0(
// CHECK: pd.depthwise_conv2d {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 1, 1>, paddings = array<i64: 1, 1>, padding_algorithm = "EXPLICIT", groups = 6 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<2x6x9x11xf32>, tensor<6x1x3x3xf32>) -> tensor<2x6x9x11xf32>
func.func @depthwise_conv2d_0(%0: tensor<2x6x9x11xf32>, %1: tensor<6x1x3x3xf32>) -> tensor<2x6x9x11xf32> {
  %2 = pd.depthwise_conv2d %0, %1 {strides = array<i64: 1, 1>, paddings = array<i64: 1, 1>, padding_algorithm = "EXPLICIT", groups = 6 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<2x6x9x11xf32>, tensor<6x1x3x3xf32>) -> tensor<2x6x9x11xf32>
  func.return %2 : tensor<2x6x9x11xf32>
}

// CHECK-LABEL: func.func @depthwise_conv2d_1(
// CHECK: pd.depthwise_conv2d {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 2, 2>, paddings = array<i64: 2, 2>, padding_algorithm = "EXPLICIT", groups = 4 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<1x4x9x8xf32>, tensor<4x1x5x5xf32>) -> tensor<1x4x5x4xf32>
func.func @depthwise_conv2d_1(%0: tensor<1x4x9x8xf32>, %1: tensor<4x1x5x5xf32>) -> tensor<1x4x5x4xf32> {
  %2 = pd.depthwise_conv2d %0, %1 {strides = array<i64: 2, 2>, paddings = array<i64: 2, 2>, padding_algorithm = "EXPLICIT", groups = 4 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<1x4x9x8xf32>, tensor<4x1x5x5xf32>) -> tensor<1x4x5x4xf32>
  func.return %2 : tensor<1x4x5x4xf32>
}

// CHECK-LABEL: func.func @depthwise_conv2d_2(
// CHECK: pd.depthwise_conv2d {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 1, 1>, paddings = array<i64: 1, 2>, padding_algorithm = "EXPLICIT", groups = 3 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<1x3x9x8xf32>, tensor<6x1x3x3xf32>) -> tensor<1x6x9x10xf32>
func.func @depthwise_conv2d_2(%0: tensor<1x3x9x8xf32>, %1: tensor<6x1x3x3xf32>) -> tensor<1x6x9x10xf32> {
  %2 = pd.depthwise_conv2d %0, %1 {strides = array<i64: 1, 1>, paddings = array<i64: 1, 2>, padding_algorithm = "EXPLICIT", groups = 3 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<1x3x9x8xf32>, tensor<6x1x3x3xf32>) -> tensor<1x6x9x10xf32>
  func.return %2 : tensor<1x6x9x10xf32>
}

// CHECK-LABEL: func.func @depthwise_conv2d_3(
// CHECK: pd.depthwise_conv2d {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, padding_algorithm = "SAME", groups = 4 : i64, dilations = array<i64: 1, 1>, data_format = "NHWC"} : (tensor<1x9x8x4xf32>, tensor<4x1x3x3xf32>) -> tensor<1x9x8x4xf32>
func.func @depthwise_conv2d_3(%0: tensor<1x9x8x4xf32>, %1: tensor<4x1x3x3xf32>) -> tensor<1x9x8x4xf32> {
  %2 = pd.depthwise_conv2d %0, %1 {strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, padding_algorithm = "SAME", groups = 4 : i64, dilations = array<i64: 1, 1>, data_format = "NHWC"} : (tensor<1x9x8x4xf32>, tensor<4x1x3x3xf32>) -> tensor<1x9x8x4xf32>
  func.return %2 : tensor<1x9x8x4xf32>
}

// CHECK-LABEL: func.func @conv3d_0(
// CHECK: pd.conv3d {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 1, 1, 1>, paddings = array<i64: 1, 1, 1>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1, 1>, data_format = "NCDHW"} : (tensor<1x3x5x6x7xf32>, tensor<4x3x3x3x3xf32>) -> tensor<1x4x5x6x7xf32>
func.func @conv3d_0(%0: tensor<1x3x5x6x7xf32>, %1: tensor<4x3x3x3x3xf32>) -> tensor<1x4x5x6x7xf32> {
  %2 = pd.conv3d %0, %1 {strides = array<i64: 1, 1, 1>, paddings = array<i64: 1, 1, 1>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1, 1>, data_format = "NCDHW"} : (tensor<1x3x5x6x7xf32>, tensor<4x3x3x3x3xf32>) -> tensor<1x4x5x6x7xf32>
  func.return %2 : tensor<1x4x5x6x7xf32>
}

// CHECK-LABEL: func.func @conv3d_1(
// CHECK: pd.conv3d {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 1, 2, 1>, paddings = array<i64: 0, 1, 0>, padding_algorithm = "EXPLICIT", groups = 2 : i64, dilations = array<i64: 1, 1, 1>, data_format = "NCDHW"} : (tensor<2x4x5x6x7xf32>, tensor<4x2x2x3x1xf32>) -> tensor<2x4x4x3x7xf32>
func.func @conv3d_1(%0: tensor<2x4x5x6x7xf32>, %1: tensor<4x2x2x3x1xf32>) -> tensor<2x4x4x3x7xf32> {
  %2 = pd.conv3d %0, %1 {strides = array<i64: 1, 2, 1>, paddings = array<i64: 0, 1, 0>, padding_algorithm = "EXPLICIT", groups = 2 : i64, dilations = array<i64: 1, 1, 1>, data_format = "NCDHW"} : (tensor<2x4x5x6x7xf32>, tensor<4x2x2x3x1xf32>) -> tensor<2x4x4x3x7xf32>
  func.return %2 : tensor<2x4x4x3x7xf32>
}

// CHECK-LABEL: func.func @conv3d_2(
// CHECK: pd.conv3d {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 1, 1, 1>, paddings = array<i64: 0, 0, 0>, padding_algorithm = "SAME", groups = 1 : i64, dilations = array<i64: 1, 1, 1>, data_format = "NDHWC"} : (tensor<1x5x6x7x3xf32>, tensor<4x3x3x3x3xf32>) -> tensor<1x5x6x7x4xf32>
func.func @conv3d_2(%0: tensor<1x5x6x7x3xf32>, %1: tensor<4x3x3x3x3xf32>) -> tensor<1x5x6x7x4xf32> {
  %2 = pd.conv3d %0, %1 {strides = array<i64: 1, 1, 1>, paddings = array<i64: 0, 0, 0>, padding_algorithm = "SAME", groups = 1 : i64, dilations = array<i64: 1, 1, 1>, data_format = "NDHWC"} : (tensor<1x5x6x7x3xf32>, tensor<4x3x3x3x3xf32>) -> tensor<1x5x6x7x4xf32>
  func.return %2 : tensor<1x5x6x7x4xf32>
}

// CHECK-LABEL: func.func @conv2d_transpose_0(
// CHECK: pd.conv2d_transpose {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {output_padding = array<i64>, output_size = array<i64>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<2x3x5x7xf32>, tensor<3x4x2x2xf32>) -> tensor<2x4x10x14xf32>
func.func @conv2d_transpose_0(%0: tensor<2x3x5x7xf32>, %1: tensor<3x4x2x2xf32>) -> tensor<2x4x10x14xf32> {
  %2 = pd.conv2d_transpose %0, %1 {output_padding = array<i64>, output_size = array<i64>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<2x3x5x7xf32>, tensor<3x4x2x2xf32>) -> tensor<2x4x10x14xf32>
  func.return %2 : tensor<2x4x10x14xf32>
}

// CHECK-LABEL: func.func @conv2d_transpose_1(
// CHECK: pd.conv2d_transpose {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {output_padding = array<i64: 1, 1>, output_size = array<i64>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, padding_algorithm = "EXPLICIT", groups = 2 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<1x4x5x6xf32>, tensor<4x3x3x3xf32>) -> tensor<1x6x10x12xf32>
func.func @conv2d_transpose_1(%0: tensor<1x4x5x6xf32>, %1: tensor<4x3x3x3xf32>) -> tensor<1x6x10x12xf32> {
  %2 = pd.conv2d_transpose %0, %1 {output_padding = array<i64: 1, 1>, output_size = array<i64>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, padding_algorithm = "EXPLICIT", groups = 2 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<1x4x5x6xf32>, tensor<4x3x3x3xf32>) -> tensor<1x6x10x12xf32>
  func.return %2 : tensor<1x6x10x12xf32>
}

// CHECK-LABEL: func.func @conv2d_transpose_2(
// CHECK: pd.conv2d_transpose {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {output_padding = array<i64>, output_size = array<i64: 10, 12>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<1x3x5x6xf32>, tensor<3x4x3x3xf32>) -> tensor<1x4x10x12xf32>
func.func @conv2d_transpose_2(%0: tensor<1x3x5x6xf32>, %1: tensor<3x4x3x3xf32>) -> tensor<1x4x10x12xf32> {
  %2 = pd.conv2d_transpose %0, %1 {output_padding = array<i64>, output_size = array<i64: 10, 12>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<1x3x5x6xf32>, tensor<3x4x3x3xf32>) -> tensor<1x4x10x12xf32>
  func.return %2 : tensor<1x4x10x12xf32>
}

// CHECK-LABEL: func.func @conv2d_transpose_3(
// CHECK: pd.conv2d_transpose {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {output_padding = array<i64>, output_size = array<i64>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 2, 2>, data_format = "NCHW"} : (tensor<1x3x5x6xf32>, tensor<3x4x3x3xf32>) -> tensor<1x4x9x10xf32>
func.func @conv2d_transpose_3(%0: tensor<1x3x5x6xf32>, %1: tensor<3x4x3x3xf32>) -> tensor<1x4x9x10xf32> {
  %2 = pd.conv2d_transpose %0, %1 {output_padding = array<i64>, output_size = array<i64>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 2, 2>, data_format = "NCHW"} : (tensor<1x3x5x6xf32>, tensor<3x4x3x3xf32>) -> tensor<1x4x9x10xf32>
  func.return %2 : tensor<1x4x9x10xf32>
}

// CHECK-LABEL: func.func @conv2d_transpose_4(
// CHECK: pd.conv2d_transpose {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {output_padding = array<i64>, output_size = array<i64>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, padding_algorithm = "SAME", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NHWC"} : (tensor<1x5x6x3xf32>, tensor<3x4x3x3xf32>) -> tensor<1x9x12x4xf32>
func.func @conv2d_transpose_4(%0: tensor<1x5x6x3xf32>, %1: tensor<3x4x3x3xf32>) -> tensor<1x9x12x4xf32> {
  %2 = pd.conv2d_transpose %0, %1 {output_padding = array<i64>, output_size = array<i64>, strides = array<i64: 2, 2>, paddings = array<i64: 0, 0>, padding_algorithm = "SAME", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NHWC"} : (tensor<1x5x6x3xf32>, tensor<3x4x3x3xf32>) -> tensor<1x9x12x4xf32>
  func.return %2 : tensor<1x9x12x4xf32>
}

// CHECK-LABEL: func.func @conv2d_transpose_5(
// CHECK: pd.conv2d_transpose {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {output_padding = array<i64>, output_size = array<i64>, strides = array<i64: 2, 1>, paddings = array<i64: 1, 0>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<2x3x9x1xf32>, tensor<3x4x4x1xf32>) -> tensor<2x4x18x1xf32>
func.func @conv2d_transpose_5(%0: tensor<2x3x9x1xf32>, %1: tensor<3x4x4x1xf32>) -> tensor<2x4x18x1xf32> {
  %2 = pd.conv2d_transpose %0, %1 {output_padding = array<i64>, output_size = array<i64>, strides = array<i64: 2, 1>, paddings = array<i64: 1, 0>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<2x3x9x1xf32>, tensor<3x4x4x1xf32>) -> tensor<2x4x18x1xf32>
  func.return %2 : tensor<2x4x18x1xf32>
}

// CHECK-LABEL: func.func @depthwise_conv2d_transpose_0(
// CHECK: pd.depthwise_conv2d_transpose {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {output_padding = array<i64>, output_size = array<i64>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, padding_algorithm = "EXPLICIT", groups = 4 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<2x4x5x6xf32>, tensor<4x1x3x3xf32>) -> tensor<2x4x9x11xf32>
func.func @depthwise_conv2d_transpose_0(%0: tensor<2x4x5x6xf32>, %1: tensor<4x1x3x3xf32>) -> tensor<2x4x9x11xf32> {
  %2 = pd.depthwise_conv2d_transpose %0, %1 {output_padding = array<i64>, output_size = array<i64>, strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, padding_algorithm = "EXPLICIT", groups = 4 : i64, dilations = array<i64: 1, 1>, data_format = "NCHW"} : (tensor<2x4x5x6xf32>, tensor<4x1x3x3xf32>) -> tensor<2x4x9x11xf32>
  func.return %2 : tensor<2x4x9x11xf32>
}

// CHECK-LABEL: func.func @conv3d_transpose_0(
// CHECK: pd.conv3d_transpose {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {output_padding = array<i64>, output_size = array<i64>, strides = array<i64: 2, 2, 2>, paddings = array<i64: 1, 1, 1>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1, 1>, data_format = "NCHW"} : (tensor<1x3x3x4x5xf32>, tensor<3x4x3x3x3xf32>) -> tensor<1x4x5x7x9xf32>
func.func @conv3d_transpose_0(%0: tensor<1x3x3x4x5xf32>, %1: tensor<3x4x3x3x3xf32>) -> tensor<1x4x5x7x9xf32> {
  %2 = pd.conv3d_transpose %0, %1 {output_padding = array<i64>, output_size = array<i64>, strides = array<i64: 2, 2, 2>, paddings = array<i64: 1, 1, 1>, padding_algorithm = "EXPLICIT", groups = 1 : i64, dilations = array<i64: 1, 1, 1>, data_format = "NCHW"} : (tensor<1x3x3x4x5xf32>, tensor<3x4x3x3x3xf32>) -> tensor<1x4x5x7x9xf32>
  func.return %2 : tensor<1x4x5x7x9xf32>
}

// CHECK-LABEL: func.func @conv3d_transpose_1(
// CHECK: pd.conv3d_transpose {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {output_padding = array<i64>, output_size = array<i64>, strides = array<i64: 1, 1, 1>, paddings = array<i64: 0, 0, 0>, padding_algorithm = "EXPLICIT", groups = 2 : i64, dilations = array<i64: 1, 1, 1>, data_format = "NCHW"} : (tensor<1x4x3x4x5xf32>, tensor<4x2x2x3x1xf32>) -> tensor<1x4x4x6x5xf32>
func.func @conv3d_transpose_1(%0: tensor<1x4x3x4x5xf32>, %1: tensor<4x2x2x3x1xf32>) -> tensor<1x4x4x6x5xf32> {
  %2 = pd.conv3d_transpose %0, %1 {output_padding = array<i64>, output_size = array<i64>, strides = array<i64: 1, 1, 1>, paddings = array<i64: 0, 0, 0>, padding_algorithm = "EXPLICIT", groups = 2 : i64, dilations = array<i64: 1, 1, 1>, data_format = "NCHW"} : (tensor<1x4x3x4x5xf32>, tensor<4x2x2x3x1xf32>) -> tensor<1x4x4x6x5xf32>
  func.return %2 : tensor<1x4x4x6x5xf32>
}
