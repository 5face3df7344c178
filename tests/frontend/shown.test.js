// What a map shows in a year, computed by hand on four economies and three years.
import assert from "node:assert/strict";
import { test } from "node:test";
import { facetsOf, levelOf, lookOf, NO_DATA, shownIn, valuePlace, yearPlace } from "../../frontend/src/shown.js";
import { smallMap, tell } from "./given.js";

tell();

test("a value that reaches a limit is in the class above it", () => {
  const limits = [10, 20, 30];
  assert.deepEqual([9.9, 10, 19.9, 20, 30, 99].map((value) => levelOf(value, limits)), [0, 1, 1, 2, 3, 3]);
});

test("a year without data is the nearest earlier one, before the first the first", () => {
  const face = { years: [2010, 2012, 2015], latest: 2012 };
  const asked = ["2012", "2014", "2020", "1999", "latest", "", undefined];
  assert.deepEqual(asked.map((year) => yearPlace(face, year)), [1, 1, 2, 0, 1, 1, 1]);
});

test("a value is carried as many years as the face allows, and no further", () => {
  const face = { years: [2010, 2011, 2014], carry_years: 3 };
  assert.equal(valuePlace(face, { values: [5, null, null] }, 1), 0);
  assert.equal(valuePlace(face, { values: [null, 5, null] }, 2), 1);
  assert.equal(valuePlace(face, { values: [5, null, null] }, 2), -1);
  assert.equal(valuePlace(face, { values: [null, null, 5] }, 1), -1);
});

test("a zero is a value", () => {
  assert.equal(valuePlace({ years: [2010], carry_years: 0 }, { values: [0] }, 0), 0);
});

test("carried and filled values are pale, and each economy is counted once", () => {
  const shown = shownIn(smallMap(), 1);
  // 2011: Alpha 20, Beta 25 filled, Gamma 40 of 2010, Delta none.
  assert.deepEqual([...shown.levels], [2, 2, 3, -1]);
  assert.deepEqual([...shown.pale], [0, 1, 1, 0]);
  assert.deepEqual(shown.counts, [0, 0, 2, 1]);
  assert.deepEqual([shown.filled, shown.none], [2, 1]);
});

test("what is pale has 0.55 of its colour, all else the whole, and no data a colour of its own", () => {
  const face = smallMap();
  const shown = shownIn(face, 1);
  const looks = face.economies.map((_, j) => lookOf(face, shown, j));
  assert.deepEqual(looks, [["#3", 1], ["#3", 0.55], ["#4", 0.55], [NO_DATA, 1]]);
});

test("what is said of an economy is its value, its year, how it is known, and from where", () => {
  const face = smallMap();
  assert.deepEqual(facetsOf(face, 1, 2), {
    name: "Gamma", order: 2, number: 40, value: "40%", year: 2010, letter: "e", status: "estimated",
    source: "ITU", notes: [],
  });
  assert.deepEqual(facetsOf(face, 1, 3), { name: "Delta", order: 3 });
});

test("an economy without a value that is modelled inside groups is hatched, counted apart and said so", () => {
  const face = smallMap({ silent: { 3: [[1], [0.04], [12]] } });
  const shown = shownIn(face, 1);
  assert.deepEqual(lookOf(face, shown, 3), ["url(#silent)", 1]);
  assert.deepEqual([shown.none, shown.modelled], [0, 1]);
  assert.deepEqual(facetsOf(face, 1, 3).notes, ["between <1 and 12%"]);
  assert.deepEqual(lookOf(face, shownIn(face, 0), 3), [NO_DATA, 1]);
});
