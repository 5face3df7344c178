// What a map shows in a year, computed by hand on four economies and three years.
import assert from "node:assert/strict";
import { test } from "node:test";
import { AREAS, HIGHLIGHT, isCircles, mapFigure } from "../../frontend/src/map-figure.js";
import { facetsOf, levelOf, shownIn, valuePlace, yearPlace } from "../../frontend/src/shown.js";
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

test("pale areas and circles are drawn at 0.55, all others in full", () => {
  const { data } = mapFigure(smallMap(), 1, []);
  assert.deepEqual(data[AREAS].marker.opacity, [1, 0.55, 0.55, 1]);
  assert.deepEqual(data[AREAS].z, [2, 2, 3, -1]);
  assert.deepEqual(data.find(isCircles).marker.opacity, [0.55]);
  assert.deepEqual(data.find(isCircles).marker.color, [3]);
});

test("a chosen area has an outline above all others, a chosen circle its own", () => {
  const { data } = mapFigure(smallMap(), 2, ["AAA", "CCC"]);
  assert.equal(data.length, 4);
  assert.deepEqual(data[3].locations, ["AAA"]);
  assert.equal(data[3].marker.line.color, HIGHLIGHT);
  assert.deepEqual(data.find(isCircles).marker.line.color, [HIGHLIGHT]);
  assert.equal(mapFigure(smallMap(), 2, ["CCC"]).data.length, 3);
});

test("what is said of an economy is its value, its year, how it is known, and from where", () => {
  const face = smallMap();
  assert.deepEqual(facetsOf(face, 1, 2), {
    name: "Gamma", order: 2, number: 40, value: "40%", year: 2010, letter: "e", status: "estimated",
    source: "ITU", notes: [],
  });
  assert.deepEqual(facetsOf(face, 1, 3), { name: "Delta", order: 3 });
});

test("an area that follows another has its class and its outline, and is no economy", () => {
  const face = smallMap();
  face.figure.data[AREAS] = {
    type: "choropleth",
    locations: ["AAA", "BBB", "CCC", "DDD", "EEE"],
    customdata: ["AAA", "BBB", "CCC", "DDD", "BBB"],
    marker: { line: {} },
  };
  const { data } = mapFigure(face, 2, ["BBB"]);
  assert.deepEqual(data[AREAS].z, [3, 3, -1, -1, 3]);
  assert.deepEqual(data.at(-1).locations, ["BBB", "EEE"]);
  assert.equal(shownIn(face, 2).counts.reduce((a, b) => a + b), 2);
});
