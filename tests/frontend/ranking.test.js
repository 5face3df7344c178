// Places, by hand: who is where among four economies.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ranking, rankOf } from "../../frontend/src/ranking.js";
import { ranked } from "../../frontend/src/words.js";
import { smallMap, tell } from "./given.js";

tell();
const places = ({ fresh }) => fresh.map(({ code, place }) => [code, place]);
const one = (letters) => ({ values: [7, null, null, null], status: letters, sources: "a...", notes: {} });

test("equal values share a place, and the next one follows after all of them", () => {
  const face = smallMap({ series: [[30], [20], [30], [10]].map(([value]) => ({ values: [value], status: "o", sources: "a", notes: {} })), years: [2012] });
  const found = ranking(face, 0);
  assert.deepEqual(places(found), [["AAA", 1], ["CCC", 1], ["BBB", 3], ["DDD", 4]]);
  assert.deepEqual(found.fresh.map(({ tied }) => tied), [true, true, false, false]);
});

test("where less is better the lowest value comes first", () => {
  const face = smallMap({ direction: "down" });
  assert.deepEqual(places(ranking(face, 0)), [["AAA", 1], ["CCC", 2]]);
});

test("a value of two years before has a place, one of three years before has none", () => {
  const face = smallMap({ economies: ["AAA"], series: [one("o...")], years: [2010, 2011, 2012, 2013] });
  assert.deepEqual(places(ranking(face, 2)), [["AAA", 1]]);
  const { fresh, older } = ranking(face, 3);
  assert.deepEqual(fresh, []);
  assert.deepEqual(older.map(({ age, code }) => [code, age]), [["AAA", 3]]);
});

test("values that were filled are not ranked", () => {
  for (const letter of "ic") {
    const face = smallMap({ economies: ["AAA"], series: [one(`${letter}...`)], years: [2010, 2011, 2012, 2013] });
    assert.deepEqual(ranking(face, 0), { fresh: [], older: [] });
  }
});

test("the tooltip has the place of the ranking, where the map shows the value that has it", () => {
  const face = smallMap();
  // 2012: Gamma 40 of two years before, Alpha and Beta 30. 2010: Gamma 40, Alpha 10.
  assert.deepEqual(rankOf(face, 2, 0), { rank: 2, n: 3 });
  assert.deepEqual(rankOf(face, 2, 1), { rank: 2, n: 3 });
  assert.deepEqual(rankOf(face, 0, 2), { rank: 1, n: 2 });
  assert.deepEqual(rankOf(face, 0, 0), { rank: 2, n: 2 });
  assert.equal(rankOf(face, 2, 3), undefined);
});

test("a rank is said by the language's rule for ordinals", () => {
  assert.equal(ranked(1, 52), "1st of 52");
  assert.equal(ranked(12, 1052), "12th of 1,052");
});
