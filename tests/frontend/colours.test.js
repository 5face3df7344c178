// Figures in the colours of the page, with styles that stand in for a browser's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inColours, onPage } from "../../frontend/src/colours.js";

const DARK = { "--23282d": " #f1f3f5", "--ffffff": "#14181c", "--veil": "rgba(20,24,28,0.75)" };
const page = (bsTheme) => {
  globalThis.document = { documentElement: { dataset: { bsTheme } } };
  globalThis.getComputedStyle = () => ({ getPropertyValue: (name) => DARK[name] ?? "" });
};
const figure = () => ({
  data: [{ line: { color: "#23282d" }, marker: { colors: ["#ffffff", "#0c2c84"] } }],
  layout: { bgcolor: "rgba(255,255,255,0.75)", text: "<b style='color:#23282d'>#1</b>" },
});

test("on a dark page a figure has the dark of each colour that has one, wherever it stands", () => {
  page("dark");
  const given = figure();
  const { data, layout } = inColours(given);
  assert.equal(data[0].line.color, "#f1f3f5");
  assert.deepEqual(data[0].marker.colors, ["#14181c", "#0c2c84"]);
  assert.equal(layout.bgcolor, "rgba(20,24,28,0.75)");
  assert.equal(layout.text, "<b style='color:#f1f3f5'>#1</b>");
  assert.deepEqual(given, figure());
});

test("on a light page it is as it came", () => {
  page("light");
  const given = figure();
  assert.equal(inColours(given), given);
});

test("a colour of the page is a property that is named after it, anything else is itself", () => {
  assert.equal(onPage("#d55e00"), "var(--d55e00,#d55e00)");
  assert.equal(onPage("url(#silent)"), "url(#silent)");
});
