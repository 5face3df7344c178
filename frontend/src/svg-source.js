// Where the SVG of a map comes from: the page brings one, others are fetched, each once.
import { faceAddress } from "./addresses.js";
import { words } from "./words.js";

/** @import { View } from "./types.js" */

/** @type {Map<string, Promise<SVGSVGElement>>} */
const kept = new Map();

const brought = /** @type {SVGSVGElement | null} */ (document.querySelector("svg.map-svg"));
if (brought) kept.set(String(brought.dataset.address), Promise.resolve(brought));

/** @param {string} address */
const fetched = async (address) => {
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) throw new Error(words(answer ? "failed" : "offline"));
  const { documentElement } = new DOMParser().parseFromString(await answer.text(), "image/svg+xml");
  // Its title would be a tooltip; what it shows is said around it.
  documentElement.querySelector("title")?.remove();
  documentElement.classList.add("map-svg");
  documentElement.dataset.address = address;
  return /** @type {SVGSVGElement} */ (/** @type {unknown} */ (document.importNode(documentElement, true)));
};

/**
 * The shapes depend on the region alone. A file without a server has those that it came with.
 * @param {View} view
 */
const addressOf = ({ region, v }) => (kept.has("") ? "" : faceAddress("map", { region, v }, "preview"));

/**
 * The SVG of a view's region.
 * @param {View} view
 * @returns {Promise<SVGSVGElement>}
 */
export const mapSvg = (view) => {
  const address = addressOf(view);
  const promise = kept.get(address) ?? fetched(address);
  promise.catch(() => kept.delete(address));
  kept.set(address, promise);
  return promise;
};
