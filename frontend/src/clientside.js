// Dash's own side in the browser: the one global that our scripts use. A page without a server has a
// stand-in there (offline/standin.js).

/**
 * @typedef {object} Clientside
 * @property {(id: string | Record<string, string>, props: Record<string, unknown>) => void} set_props
 * @property {any} no_update
 * @property {{ triggered: { prop_id: string, value: unknown }[] }} callback_context
 * @property {Record<string, unknown>} ict what we add: the functions of our callbacks
 */

const page = /** @type {{ dash_clientside?: any }} */ (/** @type {unknown} */ (globalThis));
page.dash_clientside ??= {};
page.dash_clientside.ict ??= {};

/** @type {Clientside} */
export const clientside = page.dash_clientside;

/**
 * Adds functions to our namespace, where Dash finds them by name.
 * @param {Record<string, unknown>} functions
 */
export const register = (functions) => {
  Object.assign(clientside.ict, functions);
};
