// How an SVG is coloured, on elements that stand in for those of a browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { shownIn } from "../../frontend/src/shown.js";
import { atlasOf, isCircled, light, paint, shapesOf } from "../../frontend/src/svg-map.js";
import { smallMap, tell } from "./given.js";

tell();

/** No data: the one colour of a map that is another in the dark. */
const NOBODY = "var(--bab29f,#bab29f)";

const element = (tagName) => ({
  tagName,
  style: {},
  told: [],
  setAttribute(name, value) {
    this.told.push([name, value]);
  },
});

/** An area each of Alpha, Beta and Delta, one that follows Beta, a circle of Gamma, one of nobody. */
const given = () => {
  const codes = ["AAA", "BBB", "DDD", "BBB", "CCC", "ZZZ"];
  const shapes = codes.map((code) => ({ code, element: element(code === "CCC" ? "circle" : "path") }));
  const heard = [];
  // A boundary, and letters of the names of Alpha and Beta.
  const lines = [null, "AAA", "BBB"].map((name) => ({ style: {}, closest: () => name && { dataset: { name } } }));
  const svg = { dispatchEvent: ({ type }) => heard.push(type), querySelectorAll: () => lines };
  return { svg, shapes, heard, lines };
};

const show = (atlas, face, at) => paint(atlas, face, at, shownIn(face, at));

test("each shape has the colour of its economy, and one that follows another has that one's", () => {
  const atlas = given();
  show(atlas, smallMap(), 1);
  const told = atlas.shapes.map(({ element: { told: all } }) => Object.fromEntries(all));
  const [alpha, beta, delta, follower, gamma, nobody] = told;
  assert.deepEqual(alpha, { fill: "#3", "fill-opacity": "1" });
  assert.deepEqual(beta, { fill: "#3", "fill-opacity": "0.55" });
  assert.deepEqual(follower, beta);
  assert.deepEqual(gamma, { fill: "#4", "fill-opacity": "0.55" });
  assert.deepEqual(delta, { fill: NOBODY, "fill-opacity": "1" });
  assert.deepEqual(nobody, {});
});

test("another year touches only what differs from what is there", () => {
  const [atlas, face] = [given(), smallMap()];
  show(atlas, face, 1);
  for (const { element: one } of atlas.shapes) one.told.length = 0;
  show(atlas, face, 2);
  const told = atlas.shapes.map(({ element: { told: all } }) => all);
  const [alpha, beta, delta, , gamma] = told;
  assert.deepEqual(alpha, [["fill", "#4"]]);
  assert.deepEqual(beta, [["fill", "#4"], ["fill-opacity", "1"]]);
  assert.deepEqual(delta, []);
  assert.deepEqual(gamma, [["fill", NOBODY], ["fill-opacity", "1"]]);
  assert.equal(atlas.at, 2);
});

test("what the server has painted as the year has it is not touched", () => {
  globalThis.ResizeObserver = class {
    observe() {}
  };
  const drawn = [["AAA", "#3"], ["BBB", "#3", "0.55"], ["DDD", NOBODY], ["CCC", "#1"]].map(([code, fill, opacity = null]) => ({
    ...element("path"),
    getAttribute: (name) => ({ "data-of": code, fill, "fill-opacity": opacity })[name],
  }));
  const svg = { querySelectorAll: () => drawn, dispatchEvent() {} };
  show(atlasOf(svg), smallMap(), 1);
  const changes = drawn.map(({ told }) => told);
  assert.deepEqual(changes, [[], [], [], [["fill", "#4"], ["fill-opacity", "0.55"]]]);
});

test("who follows the map hears that it was painted", () => {
  const atlas = given();
  show(atlas, smallMap(), 1);
  assert.deepEqual(atlas.heard, ["map-painted"]);
});

test("another face with the same classes in other colours is painted anew", () => {
  const atlas = given();
  show(atlas, smallMap(), 1);
  show(atlas, smallMap({ colors: ["#5", "#6", "#7", "#8"] }), 1);
  assert.deepEqual(atlas.shapes[0].element.told.at(-1), ["fill", "#7"]);
});

test("an economy has all its shapes, and a circle or none", () => {
  const atlas = given();
  assert.equal(shapesOf(atlas, "BBB").length, 2);
  assert(isCircled(atlas, "CCC"));
  assert(!isCircled(atlas, "AAA"));
});

test("light on some dims all others, their names and the lines, and ends without a trace", () => {
  const { shapes, svg, lines } = given();
  const opacities = () => shapes.map(({ element: { style } }) => style.opacity);
  light({ shapes, svg }, new Set(["BBB"]));
  assert.deepEqual(opacities(), ["0.12", "", "0.12", "", "0.12", "0.12"]);
  assert.deepEqual(lines.map(({ style }) => style.opacity), ["0.12", "0.12", ""]);
  light({ shapes, svg });
  assert.deepEqual(opacities(), ["", "", "", "", "", ""]);
  assert.deepEqual(lines.map(({ style }) => style.opacity), ["", "", ""]);
});
