// The part of a map that is shown, on a whole of 1000 by 400.
import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.document = { addEventListener() {} };
const { inside, nearer } = await import("../../frontend/src/svg-zoom.js");

const whole = { x: 0, y: 0, width: 1000, height: 400 };

test("what lies under the spot stays there when the map is drawn nearer", () => {
  const frame = nearer(whole, whole, 2, { x: 250, y: 300 });
  assert.deepEqual(frame, { x: 125, y: 150, width: 500, height: 200 });
  // A quarter from the left and three quarters from the top, before and after.
  assert.equal((250 - frame.x) / frame.width, 0.25);
  assert.equal((300 - frame.y) / frame.height, 0.75);
});

test("nearer and farther by the same factor is where it was", () => {
  const near = nearer(whole, whole, 4, { x: 700, y: 100 });
  assert.deepEqual(nearer(whole, near, 1 / 4, { x: 700, y: 100 }), whole);
});

test("no frame is larger than the whole, or reaches beyond its edges", () => {
  assert.deepEqual(nearer(whole, whole, 0.5, { x: 10, y: 10 }), whole);
  assert.deepEqual(inside(whole, { x: -50, y: 390, width: 500, height: 0 }), { x: 0, y: 200, width: 500, height: 200 });
  assert.deepEqual(inside(whole, { x: 900, y: -1, width: 500, height: 0 }), { x: 500, y: 0, width: 500, height: 200 });
});

test("a map is drawn at most twelve times nearer", () => {
  const { width } = nearer(whole, whole, 100, { x: 500, y: 200 });
  assert.equal(Math.round(width * 12), 1000);
});
