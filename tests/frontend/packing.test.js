// Packed series, as docs/url-contract.md describes them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { unpacked, valuesOf } from "../../frontend/src/packing.js";

test("steps are base 26 with the last digit in capitals and alternating signs", () => {
  assert.deepEqual(valuesOf("ABC", 3, 1), [0, -1, 0]);
  assert.deepEqual(valuesOf("fG.bA", 3, 10), [6.8, null, 8.1]);
  assert.deepEqual(valuesOf("zZ", 1, 1), [-338]);
});

test("after a tilde they are steps from step to step", () => {
  // hS is 7 times 26 and 18, or 100 with its sign; B is -1.
  assert.deepEqual(valuesOf("~hSAAB", 5, 1), [100, 200, 300, 399, null]);
  assert.deepEqual(valuesOf("~.C.A", 4, 10), [null, 0.1, null, 0.2]);
});

test("years after the last value have none", () => {
  assert.deepEqual(valuesOf(".C", 4, 1), [null, 1, null, null]);
});

test("letters of status and source belong to the values, notes to the years", () => {
  const face = unpacked({
    years: [2010, 2011, 2012],
    decimals: 0,
    series: { steps: ["C.C", ""], status: ["oe", ""], sources: ["", ""], notes: [[[1, 2, 0], [2, 1, 3]], []] },
  });
  assert.deepEqual(face.series, [
    { values: [1, null, 2], status: "o.e", sources: "a.a", notes: { 2011: [0], 2012: [0, 3] } },
    null,
  ]);
});

test("what is unpacked, or has no series, stays as it is", () => {
  const face = unpacked({ years: [2010], decimals: 0, series: { steps: ["C"], status: ["o"], sources: [""], notes: [[]] } });
  const before = structuredClone(face);
  assert.deepEqual(unpacked(face), before);
  assert.deepEqual(unpacked({ figure: {} }), { figure: {} });
});
