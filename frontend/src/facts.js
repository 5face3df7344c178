// The facts that the server sent: every callback hands them over, event handlers find them here.

/** @import { Facts } from "./types.js" */

/** @type {Facts | undefined} */
let known;

/** @param {Facts} facts */
export const remember = (facts) => {
  known = facts;
};

export const isTold = () => known !== undefined;

export const facts = () => /** @type {Facts} */ (known);

/** @type {WeakMap<Record<string, string>, Map<string, number>>} */
const orders = new WeakMap();

/**
 * The place of an economy in lists: the facts name them in the order of the language.
 * @param {string} code
 */
export const order = (code) => {
  const { names } = facts();
  let order = orders.get(names);
  if (!order) {
    order = new Map(Object.keys(names).map((one, place) => [one, place]));
    orders.set(names, order);
  }
  return /** @type {number} */ (order.get(code));
};
