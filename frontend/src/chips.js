// Chips: the highlighted economies by name, each with a button that takes it away.
import { html } from "./elements.js";
import { remember } from "./facts.js";
import { economiesOf } from "./view.js";
import { number, words } from "./words.js";

/** @import { Facts, View } from "./types.js" */

/**
 * @param {string} iso3
 * @param {string} name
 */
const chip = (iso3, name) =>
  html(
    "Li",
    html("Button", [html("Span", name), html("Span", "×", { "aria-hidden": "true" })], {
      id: { choose: "chips", value: iso3 },
      className: "chip",
      type: "button",
      title: words("remove", { name }),
      "aria-label": words("remove", { name }),
    }),
    { key: iso3 },
  );

/** @param {number} most */
const full = (most) =>
  html("Li", words("most", { number: number(most) }), { className: "chips-full", key: "full" });

/**
 * @param {View} view
 * @param {Facts} facts
 */
export const chips = (view, facts) => {
  remember(facts);
  const codes = economiesOf(view);
  const made = codes.map((iso3) => chip(iso3, facts.names[iso3] ?? iso3));
  return codes.length < facts.most ? made : [...made, full(facts.most)];
};
