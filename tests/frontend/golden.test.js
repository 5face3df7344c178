// The browser's rules beside Python's, on the cases that Python writes (cases.py).
import assert from "node:assert/strict";
import { test } from "node:test";
import { faceAddress, queryOf } from "../../frontend/src/addresses.js";
import { mapText } from "../../frontend/src/chosen.js";
import { remember } from "../../frontend/src/facts.js";
import { gridOf } from "../../frontend/src/grid.js";
import { unpacked } from "../../frontend/src/packing.js";
import { ranking, rankingSentence } from "../../frontend/src/ranking.js";
import { paired, unpackedAxes } from "../../frontend/src/scatter.js";
import { levelOf, lookOf, NO_DATA, PALE, shownIn } from "../../frontend/src/shown.js";
import { cases } from "./given.js";

const { addresses, classes, facts, grids, look, maps, packed, queries, scatters } = cases();
const told = (lang) => remember(facts[lang]);
for (const { face } of maps) unpacked(face);

test("a value is in the class that Python gives it, at, below and above every limit", () => {
  assert(classes.length > 300);
  for (const { level, limits, value } of classes) {
    assert.equal(levelOf(value, limits), level, `${value} in ${limits}`);
  }
});

test("small panels stand in the grid that Python gives them", () => {
  assert(grids.length > 70);
  for (const { count, grid, height, width } of grids) {
    assert.deepEqual(gridOf(count, width, height, 36), grid, `${count} in ${width} x ${height}`);
  }
});

test("what Python packed is unpacked as it was", () => {
  for (const { decimals, line, packed: series, years } of packed) {
    const face = unpacked({ decimals, years, series });
    if (line.values.every((value) => value === null)) assert.deepEqual(face.series, [null]);
    else assert.deepEqual(face.series, [line]);
  }
});

test("a map shows the values that Python chooses, in its colours, as pale as its own", () => {
  for (const { face, lang, years } of maps) {
    told(lang);
    for (const { at, looks, places } of years) {
      const shown = shownIn(face, at);
      assert.deepEqual([...shown.places], places);
      assert.deepEqual(face.economies.map((_, j) => lookOf(face, shown, j)), looks);
    }
  }
});

test("the ranking has Python's order, places, ties and years", () => {
  for (const { face, lang, years } of maps) {
    told(lang);
    for (const { at, ranking: expected } of years) {
      const { fresh, older } = ranking(face, at);
      const found = [...fresh, ...older].map(({ code, letter, place = null, tied = false, year }) => [
        code, place, tied, year, letter,
      ]);
      assert.deepEqual(found, expected);
    }
  }
});

test("the ranking's sentence is Python's, in every language", () => {
  const spoken = new Set();
  for (const { economies, face, lang, years } of maps) {
    told(lang);
    for (const { at, sentence } of years) {
      assert.equal(rankingSentence(face, at, ranking(face, at).fresh, { economies }), sentence);
      spoken.add(`${lang} ${face.text.title} ${at}`);
    }
  }
  assert(spoken.size > maps.length * 2);
  assert.equal(new Set([...spoken].map((key) => key.slice(0, 2))).size, 6);
});

test("title and sentence of a map with highlighted economies are Python's, in every language", () => {
  const spoken = new Set();
  for (const { economies, face, lang, years } of maps) {
    told(lang);
    for (const { at, chosen } of years) {
      const { title, sentence } = mapText(face, at, { economies });
      assert.deepEqual([title, sentence], chosen);
      spoken.add(lang);
    }
  }
  assert.equal(spoken.size, 6);
});

test("a scatter pairs the economies that Python pairs, with the same values and years", () => {
  for (const { face, lang, pairs } of scatters) {
    told(lang);
    unpackedAxes(face);
    assert.deepEqual(Object.keys(pairs).map(Number), face.years);
    for (const [year, expected] of Object.entries(pairs)) {
      const own = ({ letter, value, year: its }) => [value, its, letter];
      const found = paired(face, Number(year)).map(({ code, older, x, y }) => [code, ...own(x), ...own(y), older]);
      const byCode = ([a], [b]) => (a < b ? -1 : 1);
      assert.deepEqual(found.sort(byCode), expected.sort(byCode));
    }
  }
});

test("the query of a view is the one that Python writes", () => {
  told("en");
  for (const { query, view } of queries) {
    // Python leaves the comma and the tilde as they are, and writes a blank as a plus.
    const same = (text) => decodeURIComponent(text.replaceAll("+", "%20"));
    assert.equal(same(queryOf(view)), same(query));
    if (!view.number) assert.equal(queryOf(view), query);
  }
});

test("the address of a face is the one that the server names in its hints", () => {
  for (const { address, chart, lang, view } of addresses) {
    told(lang);
    assert.equal(faceAddress(chart, view), address);
  }
});

test("the colours and the paleness of the map are Python's", () => {
  assert.deepEqual({ pale: PALE, no_data: NO_DATA }, look);
});
