// Numbers as a reader sees them, by hand.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { number, valued } from "../../frontend/src/words.js";
import { tell } from "./given.js";

tell();

test("what rounds to nought has no sign", () => {
  assert.deepEqual([-0.04, -0, 0, 0.04].map((value) => number(value, 1)), ["0.0", "0.0", "0.0", "0.0"]);
  assert.equal(valued(-0.04, 1, "{value}%"), "0.0%");
});

test("what is below nought keeps its sign", () => {
  assert.deepEqual([number(-0.06, 1), number(-12345)], ["-0.1", "-12,345"]);
});

test("a small count is written as the browser writes it in every language", () => {
  const languages = JSON.parse(readFileSync("data/i18n/languages.json", "utf8"));
  for (const { browser } of Object.values(languages)) {
    tell({ locale: browser });
    const wanted = new Intl.NumberFormat(browser, { useGrouping: "always" });
    for (const n of [-1, -0, 0, 7, 999, 1000, 12345]) assert.equal(number(n), wanted.format(n || 0));
  }
  tell();
});

test("what is above nought and less than the last decimal is said so, and nought is nought", () => {
  assert.deepEqual([0.049, 0, 0.05].map((value) => valued(value, 1, "{value}%")), ["<0.1%", "0.0%", "0.1%"]);
});

test("a value takes the plural form of the number that is printed", () => {
  const unit = { one: "{value} person", other: "{value} people" };
  assert.deepEqual([0, 1.3, 1.6].map((value) => valued(value, 0, unit)), ["0 people", "1 person", "2 people"]);
});
