// What a figure shows, as points and as the rows of its table.
import assert from "node:assert/strict";
import { test } from "node:test";
import { rowsOf, rowsOfMap, saidOf, seriesOf } from "../../frontend/src/points.js";
import { smallMap, tell } from "./given.js";

tell();
const lines = () => ({
  layout: { hovermode: "x unified", yaxis: { title: { text: "% of<br>people" } } },
  data: [
    { name: "World", x: [2012, 2010], y: [30, 10], text: ["30 (2% filled)", "10.5 points"] },
    { x: [2011], y: [20], text: ["<b>20</b>"] },
    { name: "Label", x: [2012], y: [30], text: ["World"], mode: "markers+text" },
    { name: "Quiet", x: [2012], y: [1], text: ["1"], hoverinfo: "skip" },
    { name: "Gaps", x: [2010, 2011], y: [null, 5], text: ["", "<0.1"] },
  ],
});

test("points are in the order of their years; breaks join the line before, labels are none", () => {
  const found = seriesOf(lines());
  assert.deepEqual(found.map(({ name, points }) => [name, points.map(({ x }) => x)]), [
    ["World", [2010, 2012, 2011]],
    ["Gaps", [2011]],
  ]);
});

test("a bare number is said with its unit, a text that has one without", () => {
  const graph = lines();
  const [world, gaps] = seriesOf(graph);
  assert.deepEqual(saidOf(graph, world, world.points[0]), ["World, 2010", "10.5 points"]);
  assert.deepEqual(saidOf(graph, world, world.points[1]), ["World, 2012", "30 (2% filled)", "% of people"]);
  assert.deepEqual(saidOf(graph, gaps, gaps.points[0]), ["Gaps, 2011", "<0.1", "% of people"]);
});

test("the table of lines has a row a year and a column a line", () => {
  assert.deepEqual(rowsOf(lines()), [
    ["Year", "World", "Gaps"],
    ["2010", "10.5 points", ""],
    ["2011", "20", "<0.1"],
    ["2012", "30 (2% filled)", ""],
  ]);
});

test("a field of cells has a row a row and a column a column", () => {
  const graph = {
    layout: { xaxis: { tickvals: [0, 1], ticktext: ["2010", "2011"] }, yaxis: { tickvals: [0], ticktext: ["<b>Alpha</b>"] } },
    data: [{ type: "heatmap", x: [0, 1], y: [0], text: [["Alpha<br>none", "Alpha<br>two"]] }],
  };
  assert.deepEqual(rowsOf(graph), [["Name", "2010", "2011"], ["Alpha", "none", "two"]]);
});

test("labels that all points share become heads", () => {
  const graph = {
    layout: {},
    data: [{ name: "Asia", x: [1, 2], y: [3, 4], text: ["<b>Beta</b><br>Use: 4%<br>Price: 1", "<b>Alpha</b><br>Use: 3%<br>Price: 2"] }],
  };
  assert.deepEqual(rowsOf(graph), [
    ["Name", "Series", "Use", "Price"],
    ["Alpha", "Asia", "3%", "2"],
    ["Beta", "Asia", "4%", "1"],
  ]);
});

test("a figure without points has no rows", () => {
  assert.deepEqual(rowsOf({ layout: {}, data: [{ type: "choropleth" }] }), []);
});

test("the table of a map has all economies by name, with what is known of each", () => {
  assert.deepEqual(rowsOfMap(smallMap(), 1), [
    ["Name", "Value", "Year", "Status"],
    ["Alpha", "20%", "2011", "observed"],
    ["Beta", "25%", "2011", "interpolated"],
    ["Delta", "no data", "", ""],
    ["Gamma", "40%", "2010", "estimated"],
  ]);
});
