// The room pack on the data page: made when the button is pressed, its size stated before it is taken.
import { rooted } from "./addresses.js";
import { clientside } from "./clientside.js";
import { set } from "./elements.js";
import { remember } from "./facts.js";
import { number, words } from "./words.js";

/** @import { Facts, View } from "./types.js" */

const MEGABYTE = 1e6;
/** @type {string} */
let newest;

/** @param {string} said */
const hidden = (said) => [null, "", true, said];

/**
 * @param {unknown} _clicks
 * @param {string[]} languages
 * @param {View} view
 * @param {Facts} facts
 */
export const pack = async (_clicks, languages, view, facts) => {
  remember(facts);
  const query = new URLSearchParams({ region: view.region, v: facts.version });
  const address = rooted(`/pack.zip?${query}&languages=${languages.join("~")}`);
  const { triggered } = clientside.callback_context;
  const isMade = triggered.some(({ prop_id: property }) => property.endsWith(".n_clicks"));
  newest = address;
  if (!languages.length) return hidden(words("pack_empty"));
  if (!isMade) return hidden("");
  set(facts.ids.PACK_STATUS, { children: words("pack_making") });
  try {
    const answer = await fetch(address, { method: "HEAD" });
    if (!answer.ok) throw new Error(String(answer.status));
    if (newest !== address) return clientside.no_update;
    const size = number(Number(answer.headers.get("Content-Length")) / MEGABYTE, 1);
    return [words("pack_size", { size }), address, false, ""];
  } catch {
    return hidden(words("pack_failed"));
  }
};
