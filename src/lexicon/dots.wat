(module
  (memory (export "memory") 1)
  ;; For each of $count row numbers at $rows: the scalar product of that row of $width bytes and the 16-bit numbers at $query, to $out.
  ;; The rows are touched before, as those of `someHalves`.
  (func (export "dots") (param $rows i32) (param $count i32) (param $table i32) (param $width i32) (param $query i32) (param $out i32)
    (local $end i32) (local $touched i32) (local $row i32) (local $at i32) (local $stop i32) (local $sum v128) (local $other v128)
    (local.set $end (i32.add (local.get $rows) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $touched (local.get $rows))
    (local.set $stop (i32.add (local.get $query) (i32.shl (local.get $width) (i32.const 1))))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $rows) (local.get $end)))
        (if (i32.ge_u (local.get $rows) (local.get $touched)) (then
          (local.set $touched (i32.add (local.get $rows) (i32.const 128)))
          (if (i32.gt_u (local.get $touched) (local.get $end)) (then (local.set $touched (local.get $end))))
          (i32.store (local.get $out) (call $touch (local.get $rows) (local.get $touched) (local.get $table) (local.get $width)))))
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
    (local $end i32) (local $fours i32) (local $second i32)
    (local.set $end (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 2))))
    ;; A step of four rows takes 32 bytes of each, and all steps of a row go into 16 bits.
    (if (i32.or (i32.and (local.get $half) (i32.const 31)) (i32.gt_u (local.get $half) (i32.const 128)))
      (then (local.set $fours (local.get $out)))
      (else (local.set $fours (i32.add (local.get $out) (i32.shl (i32.and (local.get $count) (i32.const -4)) (i32.const 2))))))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $out) (local.get $fours)))
        (call $four (local.get $plane) (local.get $half) (local.get $query) (local.get $out))
        (local.set $plane (i32.add (local.get $plane) (i32.shl (local.get $half) (i32.const 2))))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (br $each)))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $out) (local.get $end)))
        (local.set $second (i32.lt_u (i32.add (local.get $out) (i32.const 4)) (local.get $end)))
        (call $two
          (local.get $plane)
          (i32.add (local.get $plane) (i32.mul (local.get $second) (local.get $half)))
          (local.get $half)
          (local.get $query)
          (local.get $out)
          (i32.add (local.get $out) (i32.shl (local.get $second) (i32.const 2))))
        (local.set $plane (i32.add (local.get $plane) (i32.shl (local.get $half) (i32.const 1))))
        (local.set $out (i32.add (local.get $out) (i32.const 8)))
        (br $each))))
  ;; The same for each of $count row numbers at $rows alone. Those of the next 8 KB are touched before: they are far apart,
  ;; and a processor waits for many of them at a time only where nothing else is done with them.
  (func (export "someHalves") (param $rows i32) (param $count i32) (param $plane i32) (param $half i32) (param $query i32) (param $out i32)
    (local $end i32) (local $touched i32) (local $other i32)
    (local.set $end (i32.add (local.get $rows) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $touched (local.get $rows))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $rows) (local.get $end)))
        (if (i32.ge_u (local.get $rows) (local.get $touched)) (then
          (local.set $touched (i32.add (local.get $rows) (i32.const 256)))
          (if (i32.gt_u (local.get $touched) (local.get $end)) (then (local.set $touched (local.get $end))))
          (i32.store (local.get $out) (call $touch (local.get $rows) (local.get $touched) (local.get $plane) (local.get $half)))))
        (local.set $other (i32.shl (i32.lt_u (i32.add (local.get $rows) (i32.const 4)) (local.get $end)) (i32.const 2)))
        (call $two
          (i32.add (local.get $plane) (i32.mul (i32.load (local.get $rows)) (local.get $half)))
          (i32.add (local.get $plane) (i32.mul (i32.load (i32.add (local.get $rows) (local.get $other))) (local.get $half)))
          (local.get $half)
          (local.get $query)
          (local.get $out)
          (i32.add (local.get $out) (local.get $other)))
        (local.set $rows (i32.add (local.get $rows) (i32.const 8)))
        (local.set $out (i32.add (local.get $out) (i32.const 8)))
        (br $each))))
  ;; Reads a byte of each line of 64 of the rows, of $width bytes each, whose numbers stand from $rows to $end. Gives something
  ;; that depends on all of them, to be put where the first sum goes afterwards: so no compiler leaves it out.
  (func $touch (param $rows i32) (param $end i32) (param $table i32) (param $width i32) (result i32)
    (local $row i32) (local $last i32) (local $sum i32)
    (loop $each
      (local.set $row (i32.add (local.get $table) (i32.mul (i32.load (local.get $rows)) (local.get $width))))
      (local.set $last (i32.add (local.get $row) (local.get $width)))
      (loop $lines
        (local.set $sum (i32.add (local.get $sum) (i32.load8_u (local.get $row))))
        (local.set $row (i32.add (local.get $row) (i32.const 64)))
        (br_if $lines (i32.lt_u (local.get $row) (local.get $last))))
      (local.set $rows (i32.add (local.get $rows) (i32.const 4)))
      (br_if $each (i32.lt_u (local.get $rows) (local.get $end))))
    (local.get $sum))
  ;; Of four rows one after the other, of 128 bytes at the most each, to $out: what is read of the query serves all of them.
  (func $four (param $a i32) (param $half i32) (param $query i32) (param $out i32)
    (local $b i32) (local $c i32) (local $d i32) (local $end i32) (local $fifteen v128) (local $first v128) (local $second v128) (local $bytes v128)
    (local $aLower v128) (local $aUpper v128) (local $bLower v128) (local $bUpper v128)
    (local $cLower v128) (local $cUpper v128) (local $dLower v128) (local $dUpper v128)
    (local.set $fifteen (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15))
    (local.set $end (i32.add (local.get $query) (i32.shl (local.get $half) (i32.const 1))))
    (local.set $b (i32.add (local.get $a) (local.get $half)))
    (local.set $c (i32.add (local.get $b) (local.get $half)))
    (local.set $d (i32.add (local.get $c) (local.get $half)))
    (loop $lanes
        (local.set $first (v128.load align=1 (local.get $query)))
        (local.set $second (v128.load offset=16 align=1 (local.get $query)))
        (local.set $bytes (v128.load align=1 (local.get $a)))
        (local.set $aLower (i16x8.add (local.get $aLower) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $first) (v128.and (local.get $bytes) (local.get $fifteen)))))
        (local.set $aUpper (i16x8.add (local.get $aUpper) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $second) (v128.and (i16x8.shr_u (local.get $bytes) (i32.const 4)) (local.get $fifteen)))))
        (local.set $bytes (v128.load align=1 (local.get $b)))
        (local.set $bLower (i16x8.add (local.get $bLower) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $first) (v128.and (local.get $bytes) (local.get $fifteen)))))
        (local.set $bUpper (i16x8.add (local.get $bUpper) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $second) (v128.and (i16x8.shr_u (local.get $bytes) (i32.const 4)) (local.get $fifteen)))))
        (local.set $bytes (v128.load align=1 (local.get $c)))
        (local.set $cLower (i16x8.add (local.get $cLower) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $first) (v128.and (local.get $bytes) (local.get $fifteen)))))
        (local.set $cUpper (i16x8.add (local.get $cUpper) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $second) (v128.and (i16x8.shr_u (local.get $bytes) (i32.const 4)) (local.get $fifteen)))))
        (local.set $bytes (v128.load align=1 (local.get $d)))
        (local.set $dLower (i16x8.add (local.get $dLower) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $first) (v128.and (local.get $bytes) (local.get $fifteen)))))
        (local.set $dUpper (i16x8.add (local.get $dUpper) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $second) (v128.and (i16x8.shr_u (local.get $bytes) (i32.const 4)) (local.get $fifteen)))))
        (local.set $first (v128.load offset=32 align=1 (local.get $query)))
        (local.set $second (v128.load offset=48 align=1 (local.get $query)))
        (local.set $bytes (v128.load offset=16 align=1 (local.get $a)))
        (local.set $aLower (i16x8.add (local.get $aLower) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $first) (v128.and (local.get $bytes) (local.get $fifteen)))))
        (local.set $aUpper (i16x8.add (local.get $aUpper) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $second) (v128.and (i16x8.shr_u (local.get $bytes) (i32.const 4)) (local.get $fifteen)))))
        (local.set $bytes (v128.load offset=16 align=1 (local.get $b)))
        (local.set $bLower (i16x8.add (local.get $bLower) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $first) (v128.and (local.get $bytes) (local.get $fifteen)))))
        (local.set $bUpper (i16x8.add (local.get $bUpper) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $second) (v128.and (i16x8.shr_u (local.get $bytes) (i32.const 4)) (local.get $fifteen)))))
        (local.set $bytes (v128.load offset=16 align=1 (local.get $c)))
        (local.set $cLower (i16x8.add (local.get $cLower) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $first) (v128.and (local.get $bytes) (local.get $fifteen)))))
        (local.set $cUpper (i16x8.add (local.get $cUpper) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $second) (v128.and (i16x8.shr_u (local.get $bytes) (i32.const 4)) (local.get $fifteen)))))
        (local.set $bytes (v128.load offset=16 align=1 (local.get $d)))
        (local.set $dLower (i16x8.add (local.get $dLower) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $first) (v128.and (local.get $bytes) (local.get $fifteen)))))
        (local.set $dUpper (i16x8.add (local.get $dUpper) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $second) (v128.and (i16x8.shr_u (local.get $bytes) (i32.const 4)) (local.get $fifteen)))))
        (local.set $query (i32.add (local.get $query) (i32.const 64)))
        (local.set $a (i32.add (local.get $a) (i32.const 32)))
        (local.set $b (i32.add (local.get $b) (i32.const 32)))
        (local.set $c (i32.add (local.get $c) (i32.const 32)))
        (local.set $d (i32.add (local.get $d) (i32.const 32)))
        (br_if $lanes (i32.lt_u (local.get $query) (local.get $end))))
    (local.set $first (call $pairs (call $sums (local.get $aLower) (local.get $aUpper)) (call $sums (local.get $bLower) (local.get $bUpper))))
    (local.set $second (call $pairs (call $sums (local.get $cLower) (local.get $cUpper)) (call $sums (local.get $dLower) (local.get $dUpper))))
    (v128.store align=4 (local.get $out) (call $pairs (local.get $first) (local.get $second))))
  (func $sums (param $lower v128) (param $upper v128) (result v128)
    (i32x4.add (i32x4.extadd_pairwise_i16x8_s (local.get $lower)) (i32x4.extadd_pairwise_i16x8_s (local.get $upper))))
  ;; The sums of the pairs of each of two.
  (func $pairs (param $one v128) (param $other v128) (result v128)
    (i32x4.add
      (i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27 (local.get $one) (local.get $other))
      (i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31 (local.get $one) (local.get $other))))
  ;; Of two rows of a plane at once, to $out and $next. The halves are never negative, so that every machine gives the same; and
  ;; of eight steps the sums, of 15 times 128 sixteen times over at the most, still go into 16 bits.
  (func $two (param $row i32) (param $other i32) (param $half i32) (param $query i32) (param $out i32) (param $next i32)
    (local $end i32) (local $stop i32) (local $fifteen v128) (local $first v128) (local $second v128) (local $bytes v128)
    (local $lower v128) (local $upper v128) (local $otherLower v128) (local $otherUpper v128) (local $sum v128) (local $otherSum v128)
    (local.set $fifteen (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15))
    (local.set $end (i32.add (local.get $query) (i32.shl (local.get $half) (i32.const 1))))
    (loop $steps
      (local.set $stop (i32.add (local.get $query) (i32.const 256)))
      (if (i32.gt_u (local.get $stop) (local.get $end)) (then (local.set $stop (local.get $end))))
      (local.set $lower (v128.const i32x4 0 0 0 0))
      (local.set $upper (v128.const i32x4 0 0 0 0))
      (local.set $otherLower (v128.const i32x4 0 0 0 0))
      (local.set $otherUpper (v128.const i32x4 0 0 0 0))
      (loop $lanes
        (local.set $first (v128.load align=1 (local.get $query)))
        (local.set $second (v128.load offset=16 align=1 (local.get $query)))
        (local.set $bytes (v128.load align=1 (local.get $row)))
        (local.set $lower (i16x8.add (local.get $lower) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $first) (v128.and (local.get $bytes) (local.get $fifteen)))))
        (local.set $upper (i16x8.add (local.get $upper) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $second) (v128.and (i16x8.shr_u (local.get $bytes) (i32.const 4)) (local.get $fifteen)))))
        (local.set $bytes (v128.load align=1 (local.get $other)))
        (local.set $otherLower (i16x8.add (local.get $otherLower) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $first) (v128.and (local.get $bytes) (local.get $fifteen)))))
        (local.set $otherUpper (i16x8.add (local.get $otherUpper) (i16x8.relaxed_dot_i8x16_i7x16_s
          (local.get $second) (v128.and (i16x8.shr_u (local.get $bytes) (i32.const 4)) (local.get $fifteen)))))
        (local.set $row (i32.add (local.get $row) (i32.const 16)))
        (local.set $other (i32.add (local.get $other) (i32.const 16)))
        (local.set $query (i32.add (local.get $query) (i32.const 32)))
        (br_if $lanes (i32.lt_u (local.get $query) (local.get $stop))))
      (local.set $sum (i32x4.add (local.get $sum) (i32x4.add
        (i32x4.extadd_pairwise_i16x8_s (local.get $lower)) (i32x4.extadd_pairwise_i16x8_s (local.get $upper)))))
      (local.set $otherSum (i32x4.add (local.get $otherSum) (i32x4.add
        (i32x4.extadd_pairwise_i16x8_s (local.get $otherLower)) (i32x4.extadd_pairwise_i16x8_s (local.get $otherUpper)))))
      (br_if $steps (i32.lt_u (local.get $query) (local.get $end))))
    (i32.store (local.get $out) (call $total (local.get $sum)))
    (i32.store (local.get $next) (call $total (local.get $otherSum))))
  ;; The numbers of those of $count rows, from $row on, whose estimate, 16 times the whole number at $estimates and $beside, is no
  ;; less than $least times the length at $lengths: to $out. The next number is read and left if they are odd.
  (func (export "atLeast") (param $estimates i32) (param $lengths i32) (param $count i32) (param $row i32) (param $beside f64) (param $least f64) (param $out i32) (result i32)
    (local $start i32) (local $end i32) (local $bits i32) (local $sixteen v128) (local $besides v128) (local $leasts v128)
    (local.set $sixteen (f64x2.splat (f64.const 16)))
    (local.set $besides (f64x2.splat (local.get $beside)))
    (local.set $leasts (f64x2.splat (local.get $least)))
    (local.set $start (local.get $out))
    (local.set $end (i32.add (local.get $estimates) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $estimates) (local.get $end)))
        (local.set $bits (i64x2.bitmask (f64x2.ge
          (f64x2.add
            (f64x2.mul (f64x2.convert_low_i32x4_s (v128.load64_zero align=4 (local.get $estimates))) (local.get $sixteen))
            (local.get $besides))
          (f64x2.mul (v128.load align=8 (local.get $lengths)) (local.get $leasts)))))
        (if (local.get $bits) (then
          (if (i32.and (local.get $bits) (i32.const 1)) (then
            (i32.store (local.get $out) (local.get $row))
            (local.set $out (i32.add (local.get $out) (i32.const 4)))))
          (if (i32.and (i32.shr_u (local.get $bits) (i32.const 1)) (i32.lt_u (i32.add (local.get $estimates) (i32.const 4)) (local.get $end))) (then
            (i32.store (local.get $out) (i32.add (local.get $row) (i32.const 1)))
            (local.set $out (i32.add (local.get $out) (i32.const 4)))))))
        (local.set $estimates (i32.add (local.get $estimates) (i32.const 8)))
        (local.set $lengths (i32.add (local.get $lengths) (i32.const 16)))
        (local.set $row (i32.add (local.get $row) (i32.const 2)))
        (br $each)))
    (i32.shr_u (i32.sub (local.get $out) (local.get $start)) (i32.const 2)))
  (func $total (param $sum v128) (result i32)
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
      (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum))))))
