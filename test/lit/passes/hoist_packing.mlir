// RUN: pcc-opt %s -p decompose,canonicalize,cse,dce,fuse,run-in-blocks,bufferize,hoist-packing | filecheck %s

// Both blocks of a head multiply by the same keys, which are packed before them; rows of values are near enough to be
// read where they lie.
// CHECK-LABEL: func.func @attention(
// CHECK: "scf.parallel"
// CHECK: [[SCRATCH:%[0-9]+]] = kernel.scratch : memref<{{[0-9]+}}xi8>
// CHECK: [[PACKED:%[0-9]+]] = memref.view [[SCRATCH]]
// CHECK: kernel.routine "pcc_pack_b_f32"({{%[0-9]+}}, [[PACKED]]) {{.*}} {b_row = 1 : i64, b_column = 8 : i64, k = 8 : i64, n = 320 : i64}
// CHECK-NOT: pcc_pack_b_f32
// CHECK: scf.for
// CHECK: kernel.routine "pcc_gemm_f32"({{%[0-9]+}}, [[PACKED]], {{%[0-9]+}}) {{.*}} b_packed = 1
// CHECK: kernel.routine "pcc_gemm_f32"
// CHECK-NOT: b_packed
// CHECK: {any_order}
func.func @attention(%q: tensor<32x320x8xf32>, %k: tensor<32x320x8xf32>, %v: tensor<32x320x8xf32>) -> tensor<32x320x8xf32> {
  %1 = pd.matmul %q, %k {transpose_x = false, transpose_y = true} : (tensor<32x320x8xf32>, tensor<32x320x8xf32>) -> tensor<32x320x320xf32>
  %2 = pd.softmax %1 {axis = -1 : i64} : (tensor<32x320x320xf32>) -> tensor<32x320x320xf32>
  %3 = pd.matmul %2, %v {transpose_x = false, transpose_y = false} : (tensor<32x320x320xf32>, tensor<32x320x8xf32>) -> tensor<32x320x8xf32>
  func.return %3 : tensor<32x320x8xf32>
}

// All blocks multiply by the same transposed weights twice: they are packed once, in the arena, before the loop.
// CHECK-LABEL: func.func @weights(
// CHECK-SAME: [[ARENA:%[0-9]+]]: memref<{{[0-9]+}}xi8>)
// CHECK: [[PACKED:%[0-9]+]] = memref.view [[ARENA]]
// CHECK: kernel.routine "pcc_pack_b_f32"({{%[0-9]+}}, [[PACKED]]) {{.*}} {b_row = 1 : i64, b_column = 8 : i64, k = 8 : i64, n = 8 : i64}
// CHECK-NOT: pcc_pack_b_f32
// CHECK: "scf.parallel"
// CHECK: kernel.routine "pcc_gemm_f32"({{%[0-9]+}}, [[PACKED]], {{.*}} b_packed = 1
// CHECK: kernel.routine "pcc_gemm_f32"({{%[0-9]+}}, [[PACKED]], {{.*}} b_packed = 1
func.func @weights(%x: tensor<65536x8xf32>, %w: tensor<8x8xf32>) -> tensor<65536x8xf32> {
  %1 = pd.matmul %x, %w {transpose_x = false, transpose_y = true} : (tensor<65536x8xf32>, tensor<8x8xf32>) -> tensor<65536x8xf32>
  %2 = pd.tanh %1 : (tensor<65536x8xf32>) -> tensor<65536x8xf32>
  %3 = pd.matmul %2, %w {transpose_x = false, transpose_y = true} : (tensor<65536x8xf32>, tensor<8x8xf32>) -> tensor<65536x8xf32>
  func.return %3 : tensor<65536x8xf32>
}
