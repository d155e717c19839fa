// RUN: pcc-opt %s -p bufferize | filecheck %s

// Equal launches call one kernel; what dies in between has a place in the arena, the last argument.
// CHECK-LABEL: func.func @main(%0: memref<12xf32>, %1: memref<12xf32>, %2: memref<{{[0-9]+}}xi8>) {
// CHECK: [[ARENA:%[0-9]+]] = memref.view %2
// CHECK: func.call @[[KERNEL:kernel_exp_[0-9a-f]+]](%0, [[ARENA]])
// CHECK: func.call @[[KERNEL]]([[ARENA]], %1)
// CHECK-NEXT: func.return
func.func @main(%x: tensor<3x4xf32>) -> tensor<3x4xf32> {
  %0 = kernel.launch "loops" (%a = %x) : (tensor<3x4xf32>) -> tensor<3x4xf32> {
    %2 = pd.exp %a : (tensor<3x4xf32>) -> tensor<3x4xf32>
    kernel.yield %2 : tensor<3x4xf32>
  }
  %1 = kernel.launch "loops" (%a = %0) : (tensor<3x4xf32>) -> tensor<3x4xf32> {
    %2 = pd.exp %a : (tensor<3x4xf32>) -> tensor<3x4xf32>
    kernel.yield %2 : tensor<3x4xf32>
  }
  func.return %1 : tensor<3x4xf32>
}

// What follows a routine element by element is a function that it calls back.
// CHECK-LABEL: func.func @product(
// CHECK: kernel.routine "pcc_gemm_f32"({{.*}}) {{.*}} epilogue @[[AFTER:kernel_matmul_tanh_[0-9a-f]+]]
// CHECK: func.func private @[[KERNEL]](%0: memref<12xf32>, %1: memref<12xf32>) {
// CHECK-NEXT: kernel.compute "loops"(%0) into(%1) : memref<12xf32> into memref<12xf32> {
// CHECK: pd.exp
// CHECK: kernel.yield
// CHECK: func.func private @[[AFTER]](
// CHECK-SAME: attributes {callback}
// CHECK-NEXT: kernel.compute "contraction"(%0, %1) into(%2) within(%3, %4, %5, %6, %7)
func.func @product(%x: tensor<4x8xf32>, %y: tensor<8x8xf32>) -> tensor<4x8xf32> {
  %0 = kernel.launch "contraction" (%a = %x, %b = %y) : (tensor<4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32> {
    %1 = pd.matmul %a, %b {transpose_x = false, transpose_y = false} : (tensor<4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32>
    %2 = pd.tanh %1 : (tensor<4x8xf32>) -> tensor<4x8xf32>
    kernel.yield %2 : tensor<4x8xf32>
  }
  func.return %0 : tensor<4x8xf32>
}
