// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s

// What threads of a warp do together.
// CHECK-LABEL: func.func @warp(
// CHECK: kernel.async_copy %x[%at] to %0[%at] if %real : memref<64xf16>, memref<64xf16>
// CHECK-NEXT: kernel.async_wait
// CHECK-NEXT: kernel.ldmatrix %0[%at] turned : memref<64xf16> -> vector<4xi32>
// CHECK-NEXT: kernel.mma %1, %b, %c of f16 : (vector<4xi32>, vector<2xi32>, vector<4xf32>) -> vector<4xf32>
// CHECK-NEXT: kernel.fragment %2, %c of f16 : (vector<4xf32>, vector<4xf32>) -> vector<4xi32>
func.func @warp(%x: memref<64xf16>, %at: index, %real: i1, %b: vector<2xi32>, %c: vector<4xf32>) -> vector<4xf32> {
  %0 = kernel.shared : memref<64xf16>
  kernel.async_copy %x[%at] to %0[%at] if %real : memref<64xf16>, memref<64xf16>
  kernel.async_wait
  %1 = kernel.ldmatrix %0[%at] turned : memref<64xf16> -> vector<4xi32>
  %2 = kernel.mma %1, %b, %c of f16 : (vector<4xi32>, vector<2xi32>, vector<4xf32>) -> vector<4xf32>
  %3 = kernel.fragment %2, %c of f16 : (vector<4xf32>, vector<4xf32>) -> vector<4xi32>
  func.return %2 : vector<4xf32>
}
