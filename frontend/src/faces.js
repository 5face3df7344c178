// Faces: each address is fetched once and kept, for the server promises that it never changes.
import { domId, element } from "./elements.js";
import { unpacked } from "./packing.js";
import { words } from "./words.js";

/** @import { Id } from "./types.js" */

/** @type {Map<string, Promise<any>>} */
const kept = new Map();
let most = 40;

/**
 * @param {string} address
 * @returns {Promise<any>}
 */
let ask = async (address) => {
  /** @type {Response} */
  let response;
  try {
    response = await fetch(address);
  } catch {
    throw new Error(words("offline"));
  }
  if (response.status === 400) throw new Error(await response.text());
  if (!response.ok) throw new Error(words("failed"));
  return response.json();
};

/**
 * Where there is no server, faces are found otherwise, and all of them stay.
 * @param {(address: string) => Promise<any>} find
 */
export const findFaces = (find) => {
  ask = find;
  most = Infinity;
};

/**
 * What stands under an address, with its series unpacked.
 * @param {string} address
 * @returns {Promise<any>}
 */
export const json = (address) => {
  const known = kept.get(address);
  if (known) return known;
  const promise = ask(address).then(unpacked);
  promise.catch(() => kept.delete(address));
  kept.set(address, promise);
  if (kept.size > most) kept.delete(/** @type {string} */ (kept.keys().next().value));
  return promise;
};

/** @type {WeakMap<Element, ReturnType<typeof setTimeout>>} */
const busy = new WeakMap();

/**
 * While a face is on its way the figure says so, but not for the blink of a kept one.
 * @param {Id} id
 * @param {boolean} isBusy
 */
const show = (id, isBusy) => {
  const figure = element(id)?.closest("figure, .data");
  if (!figure) return;
  clearTimeout(busy.get(figure));
  if (isBusy) busy.set(figure, setTimeout(() => figure.setAttribute("aria-busy", "true"), 120));
  else figure.removeAttribute("aria-busy");
};

/** @type {Map<string, string>} */
const newest = new Map();

/**
 * The newest request of a figure wins: an older answer that comes late is dropped (undefined).
 * @param {Id} id
 * @param {string} address
 * @returns {Promise<any>}
 */
export const newestFace = async (id, address) => {
  const key = domId(id);
  newest.set(key, address);
  show(id, true);
  try {
    const face = await json(address);
    return newest.get(key) === address ? face : undefined;
  } finally {
    if (newest.get(key) === address) show(id, false);
  }
};
