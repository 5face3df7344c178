// The pages of the economies that a reader has chosen, one link each.
import { pageAddress } from "./addresses.js";
import { html } from "./elements.js";
import { remember } from "./facts.js";
import { economiesOf } from "./view.js";
import { words } from "./words.js";

/** @import { Facts, View } from "./types.js" */

/**
 * @param {View} view
 * @param {Facts} facts
 */
export const own = (view, facts) => {
  remember(facts);
  const chosen = economiesOf(view);
  return chosen.map((code) => {
    const others = chosen.filter((other) => other !== code);
    const href = pageAddress("/economy", { ...view, economies: [code, ...others].join("~") });
    return html("A", words("profile", { name: facts.names[code] }), { href, className: "own-link" });
  });
};
