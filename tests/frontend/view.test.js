// The view and its addresses.
import assert from "node:assert/strict";
import { test } from "node:test";
import { faceAddress, pageAddress, queryOf } from "../../frontend/src/addresses.js";
import { citations } from "../../frontend/src/citations.js";
import { clientside } from "../../frontend/src/clientside.js";
import { isChart, isOnShapes, isStaged, leastHeight, stagedBy } from "../../frontend/src/registry.js";
import { change, economiesOf, see, toggled, viewNow } from "../../frontend/src/view.js";
import { tell } from "./given.js";

tell({
  charts: {
    map: { parameters: ["indicator", "year", "economies"], free: ["year", "economies"], staged: true, shapes: true, least: 330 },
    trend: { parameters: ["indicator", "economies"], shapes: false, staged: false, least: 430 },
    ranking: { parameters: ["indicator"] },
  },
  ids: { VIEW: "view", MAP: "the-map" },
});
const view = { indicator: "use", year: "latest", economies: "", lang: "" };

test("defaults are left out, and the order is that of the facts", () => {
  assert.equal(queryOf(view), "");
  assert.equal(queryOf({ economies: "AAA~BBB", indicator: "a b&c", year: "latest" }), "indicator=a%20b%26c&economies=AAA~BBB");
  assert.equal(pageAddress("/map", view), "/map");
  assert.equal(pageAddress("/map", { ...view, year: "2010" }), "/map?year=2010");
});

test("a face is named by what its chart depends on, a copy of it by what changes without a request too", () => {
  const chosen = { ...view, year: "2010", economies: "AAA" };
  assert.equal(faceAddress("map", chosen), "/view/map.course?lang=en&v=abc");
  assert.equal(faceAddress("map", chosen, "json"), "/view/map.json?lang=en&v=abc");
  assert.equal(faceAddress("map", chosen, "png"), "/view/map.png?year=2010&economies=AAA&lang=en&v=abc");
  assert.equal(faceAddress("trend", chosen, "csv", "fr"), "/view/trend.csv?economies=AAA&lang=fr&v=abc");
});

test("what a chart is, is what the facts say of it", () => {
  assert.deepEqual(["map", "trend", "ranking", "gone"].map(isChart), [true, true, false, false]);
  assert.deepEqual(["map", "trend", "ranking"].map(isOnShapes), [true, false, false]);
  assert.deepEqual(["map", "trend", "ranking"].map(isStaged), [true, false, false]);
  assert.equal(stagedBy("the-map"), "map");
  assert.equal(stagedBy("another"), undefined);
  assert.equal(leastHeight("trend"), 430);
});

test("a page that is frozen asks for its own version", () => {
  assert.equal(faceAddress("map", { ...view, v: "old" }), "/view/map.course?lang=en&v=old");
});

test("an economy is chosen, taken away, and not added to a full list", () => {
  assert.deepEqual(economiesOf(view), []);
  const one = toggled(view, "AAA");
  assert.equal(one.economies, "AAA");
  assert.equal(toggled(one, "AAA").economies, "");
  const full = { ...view, economies: "AAA~BBB~CCC" };
  assert.equal(toggled(full, "DDD"), full);
  assert.equal(toggled(full, "BBB").economies, "AAA~CCC");
});

test("a change is kept at once and told to Dash", () => {
  const told = [];
  clientside.set_props = (...args) => told.push(args);
  see(view);
  change({ year: "2011" });
  assert.equal(viewNow().year, "2011");
  assert.deepEqual(told, [["view", { data: { ...view, year: "2011" } }]]);
});

test("a citation names title, publishers, version, address and day", () => {
  const cited = {
    chart: "map", title: "Use", page: "https://x/", date: "2026-11-25",
    passport: { citation: "C.", data_version: "0123456789ab", sources: [{ publisher: "ITU" }, { publisher: "UN" }] },
  };
  assert.match(citations.bibtex(cited), /^@misc\{ict-map-01234567,\n {2}title = \{Use\},\n {2}author = \{\{ITU\} and \{UN\}\},\n/);
  assert.equal(citations.ris(cited).split("\n").filter((line) => line.startsWith("AU")).join(), "AU  - ITU,AU  - UN");
  assert.match(citations.text(cited), /^C\. .*https:\/\/x\/$/);
});
