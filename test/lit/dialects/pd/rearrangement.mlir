// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @pixel_shuffle_0(
// CHECK: pd.pixel_shuffle {{%[0-9a-z_]+}} {upscale_factor = 2 : i64, data_format = "NCHW"} : (tensor<2x8x3x10xf32>) -> tensor<2x2x6x20xf32>
func.func @pixel_shuffle_0(%0: tensor<2x8x3x10xf32>) -> tensor<2x2x6x20xf32> {
  %1 = pd.pixel_shuffle %0 {upscale_factor = 2 : i64, data_format = "NCHW"} : (tensor<2x8x3x10xf32>) -> tensor<2x2x6x20xf32>
  func.return %1 : tensor<2x2x6x20xf32>
}

// CHECK-LABEL: func.func @pixel_shuffle_1(
// CHECK: pd.pixel_shuffle {{%[0-9a-z_]+}} {upscale_factor = 3 : i64, data_format = "NHWC"} : (tensor<2x3x4x18xf32>) -> tensor<2x9x12x2xf32>
func.func @pixel_shuffle_1(%0: tensor<2x3x4x18xf32>) -> tensor<2x9x12x2xf32> {
  %1 = pd.pixel_shuffle %0 {upscale_factor = 3 : i64, data_format = "NHWC"} : (tensor<2x3x4x18xf32>) -> tensor<2x9x12x2xf32>
  func.return %1 : tensor<2x9x12x2xf32>
}

// CHECK-LABEL: func.func @pixel_unshuffle_0(
// CHECK: pd.pixel_unshuffle {{%[0-9a-z_]+}} {downscale_factor = 2 : i64, data_format = "NCHW"} : (tensor<2x3x4x10xf32>) -> tensor<2x12x2x5xf32>
func.func @pixel_unshuffle_0(%0: tensor<2x3x4x10xf32>) -> tensor<2x12x2x5xf32> {
  %1 = pd.pixel_unshuffle %0 {downscale_factor = 2 : i64, data_format = "NCHW"} : (tensor<2x3x4x10xf32>) -> tensor<2x12x2x5xf32>
  func.return %1 : tensor<2x12x2x5xf32>
}

// CHECK-LABEL: func.func @pixel_unshuffle_1(
// CHECK: pd.pixel_unshuffle {{%[0-9a-z_]+}} {downscale_factor = 3 : i64, data_format = "NHWC"} : (tensor<2x3x6x4xf32>) -> tensor<2x1x2x36xf32>
func.func @pixel_unshuffle_1(%0: tensor<2x3x6x4xf32>) -> tensor<2x1x2x36xf32> {
  %1 = pd.pixel_unshuffle %0 {downscale_factor = 3 : i64, data_format = "NHWC"} : (tensor<2x3x6x4xf32>) -> tensor<2x1x2x36xf32>
  func.return %1 : tensor<2x1x2x36xf32>
}

// CHECK-LABEL: func.func @channel_shuffle_0(
// CHECK: pd.channel_shuffle {{%[0-9a-z_]+}} {groups = 2 : i64, data_format = "NCHW"} : (tensor<2x6x3x10xf32>) -> tensor<2x6x3x10xf32>
func.func @channel_shuffle_0(%0: tensor<2x6x3x10xf32>) -> tensor<2x6x3x10xf32> {
  %1 = pd.channel_shuffle %0 {groups = 2 : i64, data_format = "NCHW"} : (tensor<2x6x3x10xf32>) -> tensor<2x6x3x10xf32>
  func.return %1 : tensor<2x6x3x10xf32>
}

// CHECK-LABEL: func.func @channel_shuffle_1(
// CHECK: pd.channel_shuffle {{%[0-9a-z_]+}} {groups = 3 : i64, data_format = "NHWC"} : (tensor<2x3x2x6xf32>) -> tensor<2x3x2x6xf32>
func.func @channel_shuffle_1(%0: tensor<2x3x2x6xf32>) -> tensor<2x3x2x6xf32> {
  %1 = pd.channel_shuffle %0 {groups = 3 : i64, data_format = "NHWC"} : (tensor<2x3x2x6xf32>) -> tensor<2x3x2x6xf32>
  func.return %1 : tensor<2x3x2x6xf32>
}

// CHECK-LABEL: func.func @shuffle_channel_0(
// CHECK: pd.shuffle_channel {{%[0-9a-z_]+}} {group = 3 : i64} : (tensor<2x6x3x5xf32>) -> tensor<2x6x3x5xf32>
func.func @shuffle_channel_0(%0: tensor<2x6x3x5xf32>) -> tensor<2x6x3x5xf32> {
  %1 = pd.shuffle_channel %0 {group = 3 : i64} : (tensor<2x6x3x5xf32>) -> tensor<2x6x3x5xf32>
  func.return %1 : tensor<2x6x3x5xf32>
}

// CHECK-LABEL: func.func @temporal_shift_0(
// CHECK: pd.temporal_shift {{%[0-9a-z_]+}} {seg_num = 3 : i64, shift_ratio = 2.500000e-01 : f64, data_format = "NCHW"} : (tensor<6x8x2x9xf32>) -> tensor<6x8x2x9xf32>
func.func @temporal_shift_0(%0: tensor<6x8x2x9xf32>) -> tensor<6x8x2x9xf32> {
  %1 = pd.temporal_shift %0 {seg_num = 3 : i64, shift_ratio = 2.500000e-01 : f64, data_format = "NCHW"} : (tensor<6x8x2x9xf32>) -> tensor<6x8x2x9xf32>
  func.return %1 : tensor<6x8x2x9xf32>
}

// CHECK-LABEL: func.func @temporal_shift_1(
// CHECK: pd.temporal_shift {{%[0-9a-z_]+}} {seg_num = 2 : i64, shift_ratio = 0.30000001192092896 : f64, data_format = "NHWC"} : (tensor<4x2x3x7xf32>) -> tensor<4x2x3x7xf32>
func.func @temporal_shift_1(%0: tensor<4x2x3x7xf32>) -> tensor<4x2x3x7xf32> {
  %1 = pd.temporal_shift %0 {seg_num = 2 : i64, shift_ratio = 0.30000001192092896 : f64, data_format = "NHWC"} : (tensor<4x2x3x7xf32>) -> tensor<4x2x3x7xf32>
  func.return %1 : tensor<4x2x3x7xf32>
}

// CHECK-LABEL: func.func @unfold_0(
// CHECK: pd.unfold {{%[0-9a-z_]+}} {kernel_sizes = array<i64: 2, 3>, strides = array<i64: 1, 2>, paddings = array<i64: 1, 2, 1, 2>, dilations = array<i64: 1, 1>} : (tensor<2x3x5x20xf32>) -> tensor<2x18x66xf32>
func.func @unfold_0(%0: tensor<2x3x5x20xf32>) -> tensor<2x18x66xf32> {
  %1 = pd.unfold %0 {kernel_sizes = array<i64: 2, 3>, strides = array<i64: 1, 2>, paddings = array<i64: 1, 2, 1, 2>, dilations = array<i64: 1, 1>} : (tensor<2x3x5x20xf32>) -> tensor<2x18x66xf32>
  func.return %1 : tensor<2x18x66xf32>
}

// CHECK-LABEL: func.func @unfold_1(
// CHECK: pd.unfold {{%[0-9a-z_]+}} {kernel_sizes = array<i64: 3, 3>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0, 0, 0>, dilations = array<i64: 2, 2>} : (tensor<1x2x7x22xf32>) -> tensor<1x18x54xf32>
func.func @unfold_1(%0: tensor<1x2x7x22xf32>) -> tensor<1x18x54xf32> {
  %1 = pd.unfold %0 {kernel_sizes = array<i64: 3, 3>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0, 0, 0>, dilations = array<i64: 2, 2>} : (tensor<1x2x7x22xf32>) -> tensor<1x18x54xf32>
  func.return %1 : tensor<1x18x54xf32>
}

// CHECK-LABEL: func.func @fold_0(
// CHECK: pd.fold {{%[0-9a-z_]+}} {output_sizes = array<i64: 4, 5>, kernel_sizes = array<i64: 2, 2>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>} : (tensor<2x12x12xf32>) -> tensor<2x3x4x5xf32>
func.func @fold_0(%0: tensor<2x12x12xf32>) -> tensor<2x3x4x5xf32> {
  %1 = pd.fold %0 {output_sizes = array<i64: 4, 5>, kernel_sizes = array<i64: 2, 2>, strides = array<i64: 1, 1>, paddings = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>} : (tensor<2x12x12xf32>) -> tensor<2x3x4x5xf32>
  func.return %1 : tensor<2x3x4x5xf32>
}

// CHECK-LABEL: func.func @fold_1(
// CHECK: pd.fold {{%[0-9a-z_]+}} {output_sizes = array<i64: 6, 20>, kernel_sizes = array<i64: 3, 2>, strides = array<i64: 2, 3>, paddings = array<i64: 1, 2, 1, 2>, dilations = array<i64: 1, 1>} : (tensor<1x6x24xf32>) -> tensor<1x1x6x20xf32>
func.func @fold_1(%0: tensor<1x6x24xf32>) -> tensor<1x1x6x20xf32> {
  %1 = pd.fold %0 {output_sizes = array<i64: 6, 20>, kernel_sizes = array<i64: 3, 2>, strides = array<i64: 2, 3>, paddings = array<i64: 1, 2, 1, 2>, dilations = array<i64: 1, 1>} : (tensor<1x6x24xf32>) -> tensor<1x1x6x20xf32>
  func.return %1 : tensor<1x1x6x20xf32>
}
