// Buttons of pickers and chips, and native controls: the one writer of the view.
import { queryOf } from "./addresses.js";
import { clientside } from "./clientside.js";
import { remember } from "./facts.js";
import { closePicker } from "./pickers.js";
import { toggled } from "./view.js";

/** @import { Facts, View } from "./types.js" */

/**
 * The two years of a span come from two fields; an empty one leaves its end open.
 * @param {View} view
 * @param {"first" | "last"} end
 * @param {string} text
 */
const spanned = (view, end, text) => {
  const [first = "earliest", last = "latest"] = (view.years || "").split("..").filter(Boolean);
  const ends = { first, last, [end]: text || (end === "first" ? "earliest" : "latest") };
  const isBackwards = Number(ends.first) > Number(ends.last);
  const [a, b] = isBackwards ? [ends.last, ends.first] : [ends.first, ends.last];
  return { ...view, years: `${a}..${b}` };
};

/**
 * The view after one control was used.
 * @param {View} view
 * @param {{ prop_id: string, value: any }} used
 * @returns {View}
 */
export const changed = (view, { prop_id: property, value }) => {
  const id = JSON.parse(property.slice(0, property.lastIndexOf(".")));
  if (id.choose) {
    if (!value) return view;
    if (id.choose === "economies" || id.choose === "chips") return toggled(view, id.value);
    closePicker(id.choose);
    // The economy that a page is about is the first one; another one has peers of its own.
    if (id.choose === "economy") return { ...view, economies: id.value };
    return { ...view, [id.choose]: id.value };
  }
  const text = value === null || value === undefined ? "" : String(value);
  if (id.control === "first" || id.control === "last") return spanned(view, id.control, text);
  // A yearly change is written with a comma in most languages; the address has a point.
  if (id.control === "pace") return { ...view, pace: text.replace(",", ".").replace("−", "-") };
  return { ...view, [id.control]: text };
};

/**
 * @param {unknown} _clicks
 * @param {unknown} _values
 * @param {View} view
 * @param {Facts} facts
 */
export const choose = (_clicks, _values, view, facts) => {
  remember(facts);
  const next = clientside.callback_context.triggered.reduce(changed, view);
  return queryOf(next) === queryOf(view) ? clientside.no_update : next;
};
