// RUN: pcc-opt %s | pcc-opt | filecheck %s
// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s

// The loop level is made of xDSL's dialects: loops, flat memory, vectors.
// CHECK-LABEL: func.func @main(
// CHECK: scf.parallel
// CHECK: vector.load %0
// CHECK: vector.maskedload
// CHECK: memref.copy
// CHECK: func.call @other
func.func @main(%0: memref<64xf32>, %1: memref<64xf32>, %2: memref<512xi8>) {
  %zero = arith.constant 0 : index
  %one = arith.constant 1 : index
  %four = arith.constant 4 : index
  %init = arith.constant 0xff800000 : f32
  %rest = vector.broadcast %init : f32 to vector<16xf32>
  %view = memref.view %2[%zero][] : memref<512xi8> to memref<64xf32>
  "scf.parallel"(%zero, %four, %one) <{operandSegmentSizes = array<i32: 1, 1, 1, 0>}> ({
  ^bb0(%i: index):
    %3 = vector.load %0[%i] : memref<64xf32>, vector<16xf32>
    %4 = vector.create_mask %four : vector<16xi1>
    %5 = vector.maskedload %0[%i], %4, %rest : memref<64xf32>, vector<16xi1>, vector<16xf32> into vector<16xf32>
    %6 = arith.maximumf %3, %5 : vector<16xf32>
    %7 = math.exp %6 : vector<16xf32>
    vector.store %7, %view[%i] : memref<64xf32>, vector<16xf32>
    scf.reduce
  }) {grain = 1 : i64} : (index, index, index) -> ()
  "memref.copy"(%view, %1) : (memref<64xf32>, memref<64xf32>) -> ()
  func.call @other(%1) : (memref<64xf32>) -> ()
  func.return
}

func.func private @other(%0: memref<64xf32>) {
  func.return
}
