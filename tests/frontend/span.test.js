// The span of years: what the sliders show of an address, and what they write into it.
import assert from "node:assert/strict";
import { test } from "node:test";

// Sliders listen to the page as soon as they are there.
globalThis.document = { addEventListener() {} };
const { ends, written } = await import("../../frontend/src/span.js");

test("an open end is the first or the last year that there is, and stays open", () => {
  assert.deepEqual(ends("earliest..latest", [1990, 2024]), [1990, 2024]);
  assert.deepEqual(ends("", [1990, 2024]), [1990, 2024]);
  assert.deepEqual(ends("2005..latest", [1990, 2024]), [2005, 2024]);
  assert.equal(written([1990, 2024], [1990, 2024]), "earliest..latest");
  assert.equal(written([1990, 2015], [1990, 2024]), "earliest..2015");
  assert.equal(written([2005, 2024], [1990, 2024]), "2005..latest");
  assert.equal(written([2005, 2005], [1990, 2024]), "2005..2005");
});

test("years that an indicator does not have are the nearest that it has", () => {
  assert.deepEqual(ends("1960..2100", [1990, 2024]), [1990, 2024]);
  assert.deepEqual(ends("2030..2040", [1990, 2024]), [2024, 2024]);
});
