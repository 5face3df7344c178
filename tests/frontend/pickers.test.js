// What a picker finds, and in which order.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cases } from "./given.js";

// Pickers listen to the page as soon as they are there.
globalThis.document = { addEventListener() {} };
const { found } = await import("../../frontend/src/pickers.js");
const { choices, facts } = cases();

/**
 * @param {string} kind
 * @param {string} search
 */
const first = (kind, search, lang = "en") =>
  found(choices[lang][kind], search, facts[lang].words.found_small)[0]?.items[0]?.[0];

test("a part of a region whose name is written whole comes before regions that hold its words", () => {
  assert.equal(first("region", "pacific (escap)"), "escap-pac");
  assert.equal(first("region", " Pacific (ESCAP) "), "escap-pac");
  assert.equal(first("region", "the pacific escap"), "escap-pac");
  assert.equal(first("region", "escap-pac"), "escap-pac");
  assert.equal(first("indicator", "hh7"), "internet-use");
  assert.equal(first("economies", "niger"), "NER");
  assert.equal(first("economies", "ner"), "NER");
  assert.equal(first("economies", "中国"), "CHN");
});

test("in every language and every picker a name or a code that is written whole comes first", () => {
  for (const [lang, known] of Object.entries(choices)) {
    for (const [kind, step] of [["region", 1], ["economies", 9], ["indicator", 9]]) {
      const all = known[kind].flatMap(({ items }) => items);
      for (const [value, text] of all.filter((_, at) => at % step === 0)) {
        assert.equal(first(kind, text, lang), value, `${lang} ${text}`);
        if (kind !== "indicator") assert.equal(first(kind, value, lang), value, `${lang} ${value}`);
      }
    }
  }
});

test("what is found keeps its order and its headings otherwise", () => {
  const groups = [
    { label: "One", items: [["a", "Left bank"], ["b", "Right bank"]] },
    { label: "Two", items: [["c", "Bank"], ["d", "Hill"]] },
  ];
  assert.deepEqual(found(groups, ""), groups);
  assert.deepEqual(found(groups, "bank").map(({ label, items }) => [label, items.map(([value]) => value)]), [
    ["Two", ["c"]],
    ["One", ["a", "b"]],
  ]);
  assert.deepEqual(found(groups, "ban").map(({ label }) => label), ["One", "Two"]);
});
