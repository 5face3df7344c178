// What a control makes of the view, by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { citations } from "../../frontend/src/citations.js";
import { tell } from "./given.js";

// Pickers listen to the page as soon as they are there.
globalThis.document = { addEventListener() {} };
const { changed } = await import("../../frontend/src/choose.js");

const used = (control, value) => ({ prop_id: `${JSON.stringify({ control })}.value`, value });

test("a yearly change may be written with a comma and with a minus sign", () => {
  tell();
  assert.equal(changed({}, used("pace", "2,5")).pace, "2.5");
  assert.equal(changed({}, used("pace", "−0,5")).pace, "-0.5");
  assert.equal(changed({}, used("pace", null)).pace, "");
});

test("the date of access is written out as the language writes it", () => {
  const passport = { citation: "Cited.", sources: [], data_version: "abc" };
  const said = (locale) => {
    tell({ locale, words: { accessed: "({date})" } });
    return citations.text({ passport, page: "P", date: "2026-11-25" });
  };
  assert.equal(said("en-GB"), "Cited. (25 November 2026) P");
  assert.equal(said("fr"), "Cited. (25 novembre 2026) P");
  assert.equal(said("es"), "Cited. (25 de noviembre de 2026) P");
  assert.equal(said("zh-Hans"), "Cited. (2026年11月25日) P");
});
