// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @deformable_conv_0(
// CHECK: pd.deformable_conv {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 1, 1>, paddings = array<i64: 1, 1>, dilations = array<i64: 1, 1>, deformable_groups = 1 : i64, groups = 1 : i64} : (tensor<2x4x6x7xf32>, tensor<2x18x6x7xf32>, tensor<5x4x3x3xf32>, tensor<2x9x6x7xf32>) -> tensor<2x5x6x7xf32>
func.func @deformable_conv_0(%0: tensor<2x4x6x7xf32>, %1: tensor<2x18x6x7xf32>, %2: tensor<5x4x3x3xf32>, %3: tensor<2x9x6x7xf32>) -> tensor<2x5x6x7xf32> {
  %4 = pd.deformable_conv %0, %1, %2, %3 {strides = array<i64: 1, 1>, paddings = array<i64: 1, 1>, dilations = array<i64: 1, 1>, deformable_groups = 1 : i64, groups = 1 : i64} : (tensor<2x4x6x7xf32>, tensor<2x18x6x7xf32>, tensor<5x4x3x3xf32>, tensor<2x9x6x7xf32>) -> tensor<2x5x6x7xf32>
  func.return %4 : tensor<2x5x6x7xf32>
}

// CHECK-LABEL: func.func @deformable_conv_1(
// CHECK: pd.deformable_conv {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, dilations = array<i64: 1, 1>, deformable_groups = 2 : i64, groups = 2 : i64} : (tensor<1x4x5x9xf32>, tensor<1x36x3x5xf32>, tensor<6x2x3x3xf32>, tensor<1x18x3x5xf32>) -> tensor<1x6x3x5xf32>
func.func @deformable_conv_1(%0: tensor<1x4x5x9xf32>, %1: tensor<1x36x3x5xf32>, %2: tensor<6x2x3x3xf32>, %3: tensor<1x18x3x5xf32>) -> tensor<1x6x3x5xf32> {
  %4 = pd.deformable_conv %0, %1, %2, %3 {strides = array<i64: 2, 2>, paddings = array<i64: 1, 1>, dilations = array<i64: 1, 1>, deformable_groups = 2 : i64, groups = 2 : i64} : (tensor<1x4x5x9xf32>, tensor<1x36x3x5xf32>, tensor<6x2x3x3xf32>, tensor<1x18x3x5xf32>) -> tensor<1x6x3x5xf32>
  func.return %4 : tensor<1x6x3x5xf32>
}

// CHECK-LABEL: func.func @deformable_conv_2(
// CHECK: pd.deformable_conv {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {strides = array<i64: 1, 1>, paddings = array<i64: 1, 1>, dilations = array<i64: 1, 1>, deformable_groups = 1 : i64, groups = 1 : i64} : (tensor<1x2x4x5xf32>, tensor<1x18x4x5xf32>, tensor<3x2x3x3xf32>) -> tensor<1x3x4x5xf32>
func.func @deformable_conv_2(%0: tensor<1x2x4x5xf32>, %1: tensor<1x18x4x5xf32>, %2: tensor<3x2x3x3xf32>) -> tensor<1x3x4x5xf32> {
  %3 = pd.deformable_conv %0, %1, %2 {strides = array<i64: 1, 1>, paddings = array<i64: 1, 1>, dilations = array<i64: 1, 1>, deformable_groups = 1 : i64, groups = 1 : i64} : (tensor<1x2x4x5xf32>, tensor<1x18x4x5xf32>, tensor<3x2x3x3xf32>) -> tensor<1x3x4x5xf32>
  func.return %3 : tensor<1x3x4x5xf32>
}
