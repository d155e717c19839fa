// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @concat_0(
// CHECK: pd.concat {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 0 : i64} : (tensor<2x5xf32>, tensor<3x5xf32>) -> tensor<5x5xf32>
func.func @concat_0(%0: tensor<2x5xf32>, %1: tensor<3x5xf32>) -> tensor<5x5xf32> {
  %2 = pd.concat %0, %1 {axis = 0 : i64} : (tensor<2x5xf32>, tensor<3x5xf32>) -> tensor<5x5xf32>
  func.return %2 : tensor<5x5xf32>
}

// CHECK-LABEL: func.func @concat_1(
// CHECK: pd.concat {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = -1 : i64} : (tensor<3x20xf32>, tensor<3x7xf32>, tensor<3x20xf32>) -> tensor<3x47xf32>
func.func @concat_1(%0: tensor<3x20xf32>, %1: tensor<3x7xf32>) -> tensor<3x47xf32> {
  %2 = pd.concat %0, %1, %0 {axis = -1 : i64} : (tensor<3x20xf32>, tensor<3x7xf32>, tensor<3x20xf32>) -> tensor<3x47xf32>
  func.return %2 : tensor<3x47xf32>
}

// CHECK-LABEL: func.func @concat_2(
// CHECK: pd.concat {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 1 : i64} : (tensor<2x3x40xf32>, tensor<2x64x40xf32>) -> tensor<2x67x40xf32>
func.func @concat_2(%0: tensor<2x3x40xf32>, %1: tensor<2x64x40xf32>) -> tensor<2x67x40xf32> {
  %2 = pd.concat %0, %1 {axis = 1 : i64} : (tensor<2x3x40xf32>, tensor<2x64x40xf32>) -> tensor<2x67x40xf32>
  func.return %2 : tensor<2x67x40xf32>
}

// CHECK-LABEL: func.func @concat_3(
// CHECK: pd.concat {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 0 : i64} : (tensor<4xi64>, tensor<1xi64>) -> tensor<5xi64>
func.func @concat_3(%0: tensor<4xi64>, %1: tensor<1xi64>) -> tensor<5xi64> {
  %2 = pd.concat %0, %1 {axis = 0 : i64} : (tensor<4xi64>, tensor<1xi64>) -> tensor<5xi64>
  func.return %2 : tensor<5xi64>
}

// CHECK-LABEL: func.func @stack_0(
// CHECK: pd.stack {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 0 : i64} : (tensor<2x5xf32>, tensor<2x5xf32>, tensor<2x5xf32>) -> tensor<3x2x5xf32>
func.func @stack_0(%0: tensor<2x5xf32>, %1: tensor<2x5xf32>) -> tensor<3x2x5xf32> {
  %2 = pd.stack %0, %1, %1 {axis = 0 : i64} : (tensor<2x5xf32>, tensor<2x5xf32>, tensor<2x5xf32>) -> tensor<3x2x5xf32>
  func.return %2 : tensor<3x2x5xf32>
}

// CHECK-LABEL: func.func @stack_1(
// CHECK: pd.stack {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = -1 : i64} : (tensor<3x20xf32>, tensor<3x20xf32>) -> tensor<3x20x2xf32>
func.func @stack_1(%0: tensor<3x20xf32>, %1: tensor<3x20xf32>) -> tensor<3x20x2xf32> {
  %2 = pd.stack %0, %1 {axis = -1 : i64} : (tensor<3x20xf32>, tensor<3x20xf32>) -> tensor<3x20x2xf32>
  func.return %2 : tensor<3x20x2xf32>
}

// CHECK-LABEL: func.func @stack_2(
// CHECK: pd.stack {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 1 : i64} : (tensor<3x4xi64>, tensor<3x4xi64>) -> tensor<3x2x4xi64>
func.func @stack_2(%0: tensor<3x4xi64>, %1: tensor<3x4xi64>) -> tensor<3x2x4xi64> {
  %2 = pd.stack %0, %1 {axis = 1 : i64} : (tensor<3x4xi64>, tensor<3x4xi64>) -> tensor<3x2x4xi64>
  func.return %2 : tensor<3x2x4xi64>
}

// CHECK-LABEL: func.func @stack_3(
// CHECK: pd.stack {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {axis = 0 : i64} : (tensor<f32>, tensor<f32>) -> tensor<2xf32>
func.func @stack_3(%0: tensor<f32>, %1: tensor<f32>) -> tensor<2xf32> {
  %2 = pd.stack %0, %1 {axis = 0 : i64} : (tensor<f32>, tensor<f32>) -> tensor<2xf32>
  func.return %2 : tensor<2xf32>
}

// CHECK-LABEL: func.func @expand_0(
// CHECK: pd.expand {{%[0-9a-z_]+}} {shape = array<i64: 2, 3, 20>} : (tensor<3x20xf32>) -> tensor<2x3x20xf32>
func.func @expand_0(%0: tensor<3x20xf32>) -> tensor<2x3x20xf32> {
  %1 = pd.expand %0 {shape = array<i64: 2, 3, 20>} : (tensor<3x20xf32>) -> tensor<2x3x20xf32>
  func.return %1 : tensor<2x3x20xf32>
}

// CHECK-LABEL: func.func @expand_1(
// CHECK: pd.expand {{%[0-9a-z_]+}} {shape = array<i64: 4, -1, 20>} : (tensor<3x1xf32>) -> tensor<4x3x20xf32>
func.func @expand_1(%0: tensor<3x1xf32>) -> tensor<4x3x20xf32> {
  %1 = pd.expand %0 {shape = array<i64: 4, -1, 20>} : (tensor<3x1xf32>) -> tensor<4x3x20xf32>
  func.return %1 : tensor<4x3x20xf32>
}

// CHECK-LABEL: func.func @expand_2(
// CHECK: pd.expand {{%[0-9a-z_]+}} {shape = array<i64: 7>} : (tensor<f32>) -> tensor<7xf32>
func.func @expand_2(%0: tensor<f32>) -> tensor<7xf32> {
  %1 = pd.expand %0 {shape = array<i64: 7>} : (tensor<f32>) -> tensor<7xf32>
  func.return %1 : tensor<7xf32>
}

// CHECK-LABEL: func.func @expand_as_0(
// CHECK: pd.expand_as {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {target_shape = array<i64: 2, 3, 20>} : (tensor<3x1xf32>, tensor<2x3x20xf32>) -> tensor<2x3x20xf32>
func.func @expand_as_0(%0: tensor<3x1xf32>, %1: tensor<2x3x20xf32>) -> tensor<2x3x20xf32> {
  %2 = pd.expand_as %0, %1 {target_shape = array<i64: 2, 3, 20>} : (tensor<3x1xf32>, tensor<2x3x20xf32>) -> tensor<2x3x20xf32>
  func.return %2 : tensor<2x3x20xf32>
}

// CHECK-LABEL: func.func @tile_0(
// CHECK: pd.tile {{%[0-9a-z_]+}} {repeat_times = array<i64: 2, 3>} : (tensor<3x5xf32>) -> tensor<6x15xf32>
func.func @tile_0(%0: tensor<3x5xf32>) -> tensor<6x15xf32> {
  %1 = pd.tile %0 {repeat_times = array<i64: 2, 3>} : (tensor<3x5xf32>) -> tensor<6x15xf32>
  func.return %1 : tensor<6x15xf32>
}

// CHECK-LABEL: func.func @tile_1(
// CHECK: pd.tile {{%[0-9a-z_]+}} {repeat_times = array<i64: 2, 1, 1>} : (tensor<3x20xf32>) -> tensor<2x3x20xf32>
func.func @tile_1(%0: tensor<3x20xf32>) -> tensor<2x3x20xf32> {
  %1 = pd.tile %0 {repeat_times = array<i64: 2, 1, 1>} : (tensor<3x20xf32>) -> tensor<2x3x20xf32>
  func.return %1 : tensor<2x3x20xf32>
}

// CHECK-LABEL: func.func @tile_2(
// CHECK: pd.tile {{%[0-9a-z_]+}} {repeat_times = array<i64: 2>} : (tensor<3x2x17xf32>) -> tensor<3x2x34xf32>
func.func @tile_2(%0: tensor<3x2x17xf32>) -> tensor<3x2x34xf32> {
  %1 = pd.tile %0 {repeat_times = array<i64: 2>} : (tensor<3x2x17xf32>) -> tensor<3x2x34xf32>
  func.return %1 : tensor<3x2x34xf32>
}

// CHECK-LABEL: func.func @tile_3(
// CHECK: pd.tile {{%[0-9a-z_]+}} {repeat_times = array<i64: 2, 2>} : (tensor<f32>) -> tensor<2x2xf32>
func.func @tile_3(%0: tensor<f32>) -> tensor<2x2xf32> {
  %1 = pd.tile %0 {repeat_times = array<i64: 2, 2>} : (tensor<f32>) -> tensor<2x2xf32>
  func.return %1 : tensor<2x2xf32>
}

// CHECK-LABEL: func.func @repeat_interleave_0(
// CHECK: pd.repeat_interleave {{%[0-9a-z_]+}} {repeats = 3 : i64, axis = 1 : i64} : (tensor<2x5x4xf32>) -> tensor<2x15x4xf32>
func.func @repeat_interleave_0(%0: tensor<2x5x4xf32>) -> tensor<2x15x4xf32> {
  %1 = pd.repeat_interleave %0 {repeats = 3 : i64, axis = 1 : i64} : (tensor<2x5x4xf32>) -> tensor<2x15x4xf32>
  func.return %1 : tensor<2x15x4xf32>
}

// CHECK-LABEL: func.func @repeat_interleave_1(
// CHECK: pd.repeat_interleave {{%[0-9a-z_]+}} {repeats = 2 : i64, axis = 0 : i64} : (tensor<27xf32>) -> tensor<54xf32>
func.func @repeat_interleave_1(%0: tensor<27xf32>) -> tensor<54xf32> {
  %1 = pd.repeat_interleave %0 {repeats = 2 : i64, axis = 0 : i64} : (tensor<27xf32>) -> tensor<54xf32>
  func.return %1 : tensor<54xf32>
}

// CHECK-LABEL: func.func @repeat_interleave_with_tensor_index_0(
// CHECK: pd.repeat_interleave_with_tensor_index {{%[0-9a-z_]+}} {repeats = array<i64: 1, 2, 0>, axis = 1 : i64} : (tensor<2x3x20xf32>) -> tensor<2x3x20xf32>
func.func @repeat_interleave_with_tensor_index_0(%0: tensor<2x3x20xf32>) -> tensor<2x3x20xf32> {
  %1 = pd.repeat_interleave_with_tensor_index %0 {repeats = array<i64: 1, 2, 0>, axis = 1 : i64} : (tensor<2x3x20xf32>) -> tensor<2x3x20xf32>
  func.return %1 : tensor<2x3x20xf32>
}

// CHECK-LABEL: func.func @broadcast_tensors_0(
// CHECK: pd.broadcast_tensors {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x1xf32>, tensor<2x1x20xf32>) -> (tensor<2x3x20xf32>, tensor<2x3x20xf32>)
func.func @broadcast_tensors_0(%0: tensor<3x1xf32>, %1: tensor<2x1x20xf32>) -> (tensor<2x3x20xf32>, tensor<2x3x20xf32>) {
  %2, %3 = pd.broadcast_tensors %0, %1 : (tensor<3x1xf32>, tensor<2x1x20xf32>) -> (tensor<2x3x20xf32>, tensor<2x3x20xf32>)
  func.return %2, %3 : tensor<2x3x20xf32>, tensor<2x3x20xf32>
}

// CHECK-LABEL: func.func @meshgrid_0(
// CHECK: pd.meshgrid {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3xf32>, tensor<20xf32>) -> (tensor<3x20xf32>, tensor<3x20xf32>)
func.func @meshgrid_0(%0: tensor<3xf32>, %1: tensor<20xf32>) -> (tensor<3x20xf32>, tensor<3x20xf32>) {
  %2, %3 = pd.meshgrid %0, %1 : (tensor<3xf32>, tensor<20xf32>) -> (tensor<3x20xf32>, tensor<3x20xf32>)
  func.return %2, %3 : tensor<3x20xf32>, tensor<3x20xf32>
}
