// A tray as a link, there and back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { trayLink, trayOf } from "../../frontend/src/tray-link.js";

const VIEWS = [
  "trend?indicator=fixed-broadband&economies=KIR~FJI&years=2005..2024&lang=ar",
  "map",
  "gap?region=escap&v=cf0e4e476797",
];

test("a link brings the views in their order, and the name", () => {
  const link = trayLink("https://example.org/ict/?lang=ar#old", "النطاق العريض & more", VIEWS);
  assert.ok(link.startsWith("https://example.org/ict/?lang=ar#slides="));
  assert.deepEqual(trayOf(new URL(link).hash), { name: "النطاق العريض & more", views: VIEWS });
});

test("other marks of an address are no tray", () => {
  for (const hash of ["", "#", "#main", "#view=map"]) assert.equal(trayOf(hash), undefined);
});

test("what is no view of a chart is left out", () => {
  const views = ["../health", "map/../x", "https://example.org", "map?<b>", "map?a#b", "", "map?year=2010"];
  assert.deepEqual(trayOf(new URL(trayLink("https://x.org/", "", views)).hash)?.views, ["map?year=2010"]);
});
