(module
  (memory (export "memory") 1)
  ;; For each of $count row numbers at $rows: the scalar product of that row of $width bytes and the bytes at $query, to $out.
  (func (export "dots") (param $rows i32) (param $count i32) (param $table i32) (param $width i32) (param $query i32) (param $out i32)
    (local $end i32) (local $row i32) (local $at i32) (local $stop i32) (local $sum v128) (local $a v128) (local $b v128)
    (local.set $end (i32.add (local.get $rows) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $stop (i32.add (local.get $query) (local.get $width)))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $rows) (local.get $end)))
        (local.set $row (i32.add (local.get $table) (i32.mul (i32.load (local.get $rows)) (local.get $width))))
        (local.set $at (local.get $query))
        (local.set $sum (v128.const i32x4 0 0 0 0))
        (loop $lanes
          (local.set $a (v128.load align=1 (local.get $row)))
          (local.set $b (v128.load align=1 (local.get $at)))
          (local.set $sum (i32x4.add (local.get $sum)
            (i32x4.add
              (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $a)) (i16x8.extend_low_i8x16_s (local.get $b)))
              (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $a)) (i16x8.extend_high_i8x16_s (local.get $b))))))
          (local.set $row (i32.add (local.get $row) (i32.const 16)))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $lanes (i32.lt_u (local.get $at) (local.get $stop))))
        (i32.store (local.get $out) (i32.add
          (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
          (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
        (local.set $rows (i32.add (local.get $rows) (i32.const 4)))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (br $each)))))
