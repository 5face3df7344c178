// Names are found however they are written.
import assert from "node:assert/strict";
import { test } from "node:test";
import { finds, fold, mistyped } from "../../frontend/src/fold.js";
import { searched } from "../../frontend/src/search.js";
import { cases } from "./given.js";

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

test("one slip is forgiven from four letters on, two from eight, none below", () => {
  assert(mistyped("kirbati", "kiribati") && mistyped("barodband", "broadband"));
  assert(mistyped("kazakstahn", "kazakhstan"));
  assert(!mistyped("mali", "iran"));
  assert(!mistyped("mal", "mali"));
});

const { choices, facts } = cases();

/**
 * What is found, as addresses in short.
 * @param {string} asked
 * @param {string} [lang]
 */
const found = (asked, lang = "en") =>
  searched(choices[lang], asked, facts[lang].words.found_small).flatMap((group) =>
    group.found.map(({ path, change }) => [path, ...Object.entries(change).map((pair) => pair.join("="))].join(" ")),
  );

// What people type, and where the first hit leads; written by hand.
const FIRST = /** @type {[string, string, string?][]} */ ([
  ["kiribati", "/economy economies=KIR"],
  ["kirbati", "/economy economies=KIR"],
  ["Nauru", "/economy economies=NRU"],
  ["UK", "/economy economies=GBR"],
  ["burma", "/economy economies=MMR"],
  ["Niger", "/economy economies=NER"],
  ["Guinea", "/economy economies=GIN"],
  ["中国", "/economy economies=CHN"],
  ["中国", "/economy economies=CHN", "zh"],
  ["中国互联网", "/trends economies=CHN indicator=internet-use", "zh"],
  ["kiribati fixed broadband", "/trends economies=KIR indicator=fixed-broadband"],
  ["broadbnd kiribaty fixed", "/trends economies=KIR indicator=fixed-broadband"],
  ["small islands internet", "/map region=sids-unsd indicator=internet-use"],
  ["jordan internet", "/trends economies=JOR indicator=internet-use"],
  ["الأردن الإنترنت", "/trends economies=JOR indicator=internet-use", "ar"],
  ["интернет Иордания", "/trends economies=JOR indicator=internet-use", "ru"],
  ["fixed broadband in kiribati 2015", "/trends economies=KIR indicator=fixed-broadband year=2015"],
  ["kiribati electricity 2010-2024", "/trends economies=KIR indicator=electricity years=2010..2024"],
  ["cost of broadband in africa", "/map region=m49-002 indicator=price-fixed-broadband-5gb"],
  ["africa 4g", "/map region=m49-002 indicator=coverage-4g"],
  ["ranking electricity", "/ranking indicator=electricity"],
  ["internet users", "/map indicator=internet-use"],
  ["internet penetration", "/map indicator=internet-use"],
  ["digital divide", "/gap"],
  ["download", "/data"],
  ["télécharger", "/data", "fr"],
  ["methodology", "/about"],
  ["what changed", "/changes"],
  ["fact check", "/then-and-now"],
  ["electrcity", "/map indicator=electricity"],
  ["mobile cellular subscriptions", "/map indicator=mobile-cellular"],
  ["4G", "/map indicator=coverage-4g"],
  ["HH7", "/map indicator=internet-use"],
]);

test("the first that is found is what was meant", () => {
  for (const [asked, wanted, lang] of FIRST) assert.equal(found(asked, lang)[0], wanted, asked);
});

test("a place and a word of several indicators lead to each of them", () => {
  const all = found("kiribati broadband").slice(0, 2).sort();
  assert.deepEqual(all, ["fixed", "mobile"].map((kind) => `/trends economies=KIR indicator=${kind}-broadband`));
});

test("a country that is written whole comes before longer names, and other kinds stay below", () => {
  const all = found("guinea");
  for (const other of ["GNB", "GNQ", "PNG"]) assert(all.indexOf(`/economy economies=${other}`) > 0, other);
});

test("gender finds the page of themes, and the indicators of women and men", () => {
  assert(found("gender").includes("/theme"));
  assert(found("gender").some((one) => one.endsWith("indicator=internet-use-women")));
});

test("nothing is found for what means nothing, and a word that means nothing costs itself only", () => {
  assert.deepEqual(found("zzzzqqqq"), []);
  assert.equal(found("zzzzqqqq kiribati")[0], "/economy economies=KIR");
});

test("each economy and each indicator is the first that its own name finds, in all languages", () => {
  for (const [lang, known] of Object.entries(choices)) {
    for (const [kind, path] of [["economies", "/economy"], ["indicator", "/map"]]) {
      for (const [value, text] of known[kind].flatMap(({ items }) => items)) {
        assert.equal(found(text, lang)[0], `${path} ${kind}=${value}`, `${lang}: ${text}`);
      }
    }
  }
});
