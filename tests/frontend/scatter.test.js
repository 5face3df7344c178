// The pairs of a scatter, by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { paired, scatterFigure } from "../../frontend/src/scatter.js";
import { tell } from "./given.js";

tell();
const axis = (name, years, ...series) => ({
  name, years, decimals: 0, unit: "{value}%",
  series: series.map((one) => one && { values: one[0], status: one[1], sources: "", notes: {} }),
});
const face = () => ({
  figure: { data: [{ marker: {} }, { marker: {} }, {}], layout: {} },
  years: [2012, 2014], economies: ["AAA", "BBB", "CCC"], regions: [0, 1, 0], sizes: [9, 20, 0], age: 2,
  symbols: ["circle", "square"],
  x: axis("X", [2010, 2012, 2014], [[1, 2, 3], "oio"], [[4, null, null], "o.."], [[5, 6, 7], "eee"]),
  y: axis("Y", [2011, 2013, 2014], [[10, 20, 30], "ooe"], [[40, 50, 60], "ooo"], [[70, null, null], "o.."]),
});

test("an economy is paired by its newest values of its own, at most two years old", () => {
  // 2012: Alpha's X of 2012 is filled, so that of 2010; Beta's X of 2010; Gamma's Y of 2011.
  const found = paired(face(), 2012).map(({ code, older, x, y }) => [code, x.value, x.year, y.value, y.year, older]);
  assert.deepEqual(found, [
    ["AAA", 1, 2010, 10, 2011, true],
    ["BBB", 4, 2010, 40, 2011, true],
    ["CCC", 6, 2012, 70, 2011, true],
  ]);
});

test("what is older is not paired, and what is of the year itself is no older", () => {
  const found = paired(face(), 2014).map(({ code, older }) => [code, older]);
  assert.deepEqual(found, [["AAA", false]]);
});

test("a region is a trace, the largest bubbles come first, older pairs are hollow", () => {
  const { data } = scatterFigure(face(), 0, ["BBB"]);
  assert.deepEqual(data[0].customdata, ["AAA", "CCC"]);
  assert.deepEqual(data[0].marker.size, [9, 5]);
  assert.deepEqual(data[1].marker.symbol, ["square-open"]);
  assert.deepEqual(data[1].text, ["<b>Beta</b><br>Y: 40% (2011)<br>X: 4% (2010)"]);
  assert.deepEqual([data[2].x, data[2].y, data[2].text], [[4], [40], ["Beta"]]);
  assert.deepEqual(scatterFigure(face(), 1, []).data[0].marker.symbol, ["circle"]);
});
