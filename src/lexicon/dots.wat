(module
  (memory (export "memory") 1)
  ;; For each of $count row numbers at $rows: the scalar product of that row of $width bytes and the 16-bit numbers at $query, to $out.
  (func (export "dots") (param $rows i32) (param $count i32) (param $table i32) (param $width i32) (param $query i32) (param $out i32)
    (local $end i32) (local $row i32) (local $at i32) (local $stop i32) (local $sum v128) (local $other v128)
    (local.set $end (i32.add (local.get $rows) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $stop (i32.add (local.get $query) (i32.shl (local.get $width) (i32.const 1))))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $rows) (local.get $end)))
        (local.set $row (i32.add (local.get $table) (i32.mul (i32.load (local.get $rows)) (local.get $width))))
        (local.set $at (local.get $query))
        (local.set $sum (v128.const i32x4 0 0 0 0))
        (local.set $other (v128.const i32x4 0 0 0 0))
        (loop $lanes
          (local.set $sum (i32x4.add (local.get $sum) (i32x4.add
            (i32x4.dot_i16x8_s (v128.load8x8_s offset=0 align=1 (local.get $row)) (v128.load offset=0 align=1 (local.get $at)))
            (i32x4.dot_i16x8_s (v128.load8x8_s offset=8 align=1 (local.get $row)) (v128.load offset=16 align=1 (local.get $at))))))
          (local.set $other (i32x4.add (local.get $other) (i32x4.add
            (i32x4.dot_i16x8_s (v128.load8x8_s offset=16 align=1 (local.get $row)) (v128.load offset=32 align=1 (local.get $at)))
            (i32x4.dot_i16x8_s (v128.load8x8_s offset=24 align=1 (local.get $row)) (v128.load offset=48 align=1 (local.get $at))))))
          (local.set $row (i32.add (local.get $row) (i32.const 32)))
          (local.set $at (i32.add (local.get $at) (i32.const 64)))
          (br_if $lanes (i32.lt_u (local.get $at) (local.get $stop))))
        (i32.store (local.get $out) (call $total (i32x4.add (local.get $sum) (local.get $other))))
        (local.set $rows (i32.add (local.get $rows) (i32.const 4)))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (br $each))))
  ;; For each of $count rows, at $plane one after the other, of $half bytes that hold two whole numbers from 0 to 15 each: the
  ;; scalar product of them and the bytes at $query, of which each 32 belong to 16 of the row: 16 to its lower halves, 16 to its
  ;; upper ones. To $out.
  (func (export "halves") (param $plane i32) (param $count i32) (param $half i32) (param $query i32) (param $out i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $out) (local.get $end)))
        (i32.store (local.get $out) (call $half (local.get $plane) (local.get $half) (local.get $query)))
        (local.set $plane (i32.add (local.get $plane) (local.get $half)))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (br $each))))
  ;; The same for each of $count row numbers at $rows alone.
  (func (export "someHalves") (param $rows i32) (param $count i32) (param $plane i32) (param $half i32) (param $query i32) (param $out i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $rows) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $rows) (local.get $end)))
        (i32.store (local.get $out) (call $half
          (i32.add (local.get $plane) (i32.mul (i32.load (local.get $rows)) (local.get $half)))
          (local.get $half)
          (local.get $query)))
        (local.set $rows (i32.add (local.get $rows) (i32.const 4)))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (br $each))))
  ;; Of one row of a plane. The halves are never negative, so that every machine gives the same.
  (func $half (param $row i32) (param $half i32) (param $query i32) (result i32)
    (local $end i32) (local $bytes v128) (local $fifteen v128) (local $sum v128) (local $other v128)
    (local.set $fifteen (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15))
    (local.set $end (i32.add (local.get $row) (local.get $half)))
    (loop $lanes
      (local.set $bytes (v128.load align=1 (local.get $row)))
      (local.set $sum (i32x4.relaxed_dot_i8x16_i7x16_add_s
        (v128.load align=1 (local.get $query)) (v128.and (local.get $bytes) (local.get $fifteen)) (local.get $sum)))
      (local.set $other (i32x4.relaxed_dot_i8x16_i7x16_add_s
        (v128.load offset=16 align=1 (local.get $query))
        (v128.and (i16x8.shr_u (local.get $bytes) (i32.const 4)) (local.get $fifteen)) (local.get $other)))
      (local.set $row (i32.add (local.get $row) (i32.const 16)))
      (local.set $query (i32.add (local.get $query) (i32.const 32)))
      (br_if $lanes (i32.lt_u (local.get $row) (local.get $end))))
    (call $total (i32x4.add (local.get $sum) (local.get $other))))
  (func $total (param $sum v128) (result i32)
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
      (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum))))))
