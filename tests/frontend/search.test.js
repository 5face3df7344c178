// Names are found however they are written.
import assert from "node:assert/strict";
import { test } from "node:test";
import { distance, finds, fold } from "../../frontend/src/fold.js";

test("case, accents, apostrophes and dashes do not matter", () => {
  assert.equal(fold("Côte d’Ivoire"), "cote d ivoire");
  assert.equal(fold("Timor-Leste"), "timor leste");
  assert.equal(fold("Åland ŁÓDŹ Straße Æther"), "aland lodz strasse aether");
});

test("Cyrillic and Arabic letters that many write as others are the same", () => {
  assert.equal(fold("Зелёного"), "зеленого");
  assert.equal(fold("ألمانيا"), fold("المانيا"));
  assert.equal(fold("سورية"), fold("سوريه"));
  assert.equal(fold("إِسْبَانِيَا"), "اسبانيا");
});

test("every word of a search must occur, in any order", () => {
  const isWanted = finds("korea  REP");
  assert(isWanted("Republic of Korea"));
  assert(!isWanted("Dem. People's Korea"));
  assert(finds("")("anything"));
  assert(finds(null)("anything"));
});

test("whole words are nearer than beginnings, and those than the middle of a word", () => {
  const far = distance("UK");
  assert.deepEqual(["United Kingdom UK", "Ukraine", "Saukville"].map(far), [0, 1, 2]);
});
