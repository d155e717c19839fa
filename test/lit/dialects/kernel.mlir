// RUN: pcc-opt %s | pcc-opt | filecheck %s
// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s

// CHECK-LABEL: func.func @launch(
// CHECK-NEXT: [[A:%[0-9]+]], [[B:%[0-9]+]] = kernel.launch "loops" (%a = %x, %b = %y) {cost = 3 : i64} : (tensor<4x8xf32>, tensor<8xf32>) -> (tensor<4x8xf32>, tensor<4xf32>) {
// CHECK-NEXT: [[C:%[0-9]+]] = pd.add %a, %b : (tensor<4x8xf32>, tensor<8xf32>) -> tensor<4x8xf32>
// CHECK-NEXT: [[D:%[0-9]+]] = pd.sum [[C]] {axis = array<i64: 1>, keepdim = false} : (tensor<4x8xf32>) -> tensor<4xf32>
// CHECK-NEXT: kernel.yield [[C]], [[D]] : tensor<4x8xf32>, tensor<4xf32>
// CHECK-NEXT: }
// CHECK-NEXT: func.return [[A]], [[B]]
func.func @launch(%x: tensor<4x8xf32>, %y: tensor<8xf32>) -> (tensor<4x8xf32>, tensor<4xf32>) {
  %0, %1 = kernel.launch "loops" (%a = %x, %b = %y) {cost = 3 : i64} : (tensor<4x8xf32>, tensor<8xf32>) -> (tensor<4x8xf32>, tensor<4xf32>) {
    %2 = pd.add %a, %b : (tensor<4x8xf32>, tensor<8xf32>) -> tensor<4x8xf32>
    %3 = pd.sum %2 {axis = array<i64: 1>, keepdim = false} : (tensor<4x8xf32>) -> tensor<4xf32>
    kernel.yield %2, %3 : tensor<4x8xf32>, tensor<4xf32>
  }
  func.return %0, %1 : tensor<4x8xf32>, tensor<4xf32>
}

// CHECK-LABEL: func.func @no_inputs(
// CHECK: kernel.launch "loops" () : () -> tensor<4xf32> {
func.func @no_inputs() -> tensor<4xf32> {
  %0 = kernel.launch "loops" () : () -> tensor<4xf32> {
    %1 = pd.full {shape = array<i64: 4>, value = 1.0 : f64, dtype = f32} : () -> tensor<4xf32>
    kernel.yield %1 : tensor<4xf32>
  }
  func.return %0 : tensor<4xf32>
}

// CHECK-LABEL: func.func @loops(
// CHECK: kernel.lanes : vector<8xi64>
// CHECK: kernel.gather %m[%{{.*}}] : (memref<64xf32>, vector<8xi64>) -> vector<8xf32>
// CHECK: kernel.math "sigmoid"(%{{.*}}) : (vector<8xf32>) -> vector<8xf32>
// CHECK: kernel.select %{{.*}}, %{{.*}}, %{{.*}} : (vector<8xi1>, vector<8xf32>, vector<8xf32>) -> vector<8xf32>
// CHECK: kernel.gather %m[%{{.*}}], %{{.*}} : (memref<64xf32>, vector<8xi64>, vector<8xi1>) -> vector<8xf32>
// CHECK: kernel.compare "olt" %{{.*}}, %{{.*}} : (vector<8xf32>, vector<8xf32>) -> vector<8xi1>
// CHECK: kernel.convert "truncf" %{{.*}} : (vector<8xf32>) -> vector<8xbf16>
// CHECK: kernel.prefetch %m[%{{.*}}] ahead 1024 : i64 cache 2 : i64 stream : memref<64xf32>
// CHECK: kernel.routine "pcc_gemm_f32"(%m, %m, %m) fields ["a", "b", "c"] {m = 8 : i64, n = 8 : i64, k = 8 : i64} : memref<64xf32>, memref<64xf32>, memref<64xf32>
func.func @loops(%m: memref<64xf32>) {
  %0 = arith.constant 8 : index
  %mask = vector.create_mask %0 : vector<8xi1>
  %lanes = kernel.lanes : vector<8xi64>
  %1 = kernel.gather %m[%lanes] : (memref<64xf32>, vector<8xi64>) -> vector<8xf32>
  %2 = kernel.math "sigmoid"(%1) : (vector<8xf32>) -> vector<8xf32>
  %3 = kernel.select %mask, %1, %2 : (vector<8xi1>, vector<8xf32>, vector<8xf32>) -> vector<8xf32>
  %4 = kernel.gather %m[%lanes], %mask : (memref<64xf32>, vector<8xi64>, vector<8xi1>) -> vector<8xf32>
  %5 = kernel.compare "olt" %1, %2 : (vector<8xf32>, vector<8xf32>) -> vector<8xi1>
  %6 = kernel.convert "truncf" %1 : (vector<8xf32>) -> vector<8xbf16>
  kernel.prefetch %m[%0] ahead 1024 : i64 cache 2 : i64 stream : memref<64xf32>
  kernel.routine "pcc_gemm_f32"(%m, %m, %m) fields ["a", "b", "c"] {m = 8 : i64, n = 8 : i64, k = 8 : i64} : memref<64xf32>, memref<64xf32>, memref<64xf32>
  func.return
}

// CHECK-LABEL: func.func @threads(
// CHECK: kernel.shuffle %{{.*}} xor 16 : i64 : (f32) -> f32
// CHECK: kernel.shuffle_from %{{.*}} at %place : f32 -> f32
// CHECK: kernel.ballot %condition
func.func @threads(%x: f32, %place: index, %condition: i1) -> f32 {
  %0 = kernel.shuffle %x xor 16 : i64 : (f32) -> f32
  %1 = kernel.shuffle_from %0 at %place : f32 -> f32
  %2 = kernel.ballot %condition
  func.return %1 : f32
}
