// Begins committee mode: by the key, by a button, by the address. What the mode is made of (room/) is
// loaded now, so that readers who never present need not fetch it.
import { isHeld, isWriting, query, queryAll } from "./elements.js";
import { isTold } from "./facts.js";

/** @import { View } from "./types.js" */

export const presentable = () =>
  queryAll("#react-entry-point figure.figure").filter((figure) => query(".plot[id]", figure));

/** @param {HTMLElement} figure */
const seen = (figure) => {
  const { top, bottom } = figure.getBoundingClientRect();
  return Math.min(bottom, innerHeight) - Math.max(top, 0);
};

const mostSeen = () =>
  presentable().reduce(
    (best, one) => (best && seen(best) >= seen(one) ? best : one),
    /** @type {HTMLElement | undefined} */ (undefined),
  );

/** @type {Promise<typeof import("./committee.js")> | undefined} */
let coming;
let failures = 0;

// A browser may remember that a script did not come: it is asked for anew by another address.
const load = () => {
  const address = `${document.documentElement.dataset.room}${failures ? `?${failures}` : ""}`;
  coming ??= import(address).catch((error) => {
    coming = undefined;
    failures++;
    throw error;
  });
  return /** @type {Promise<typeof import("./committee.js")>} */ (coming);
};

/**
 * The figure at hand comes first; without one, the tray. Where the network is gone before the mode
 * was ever loaded, the page stays as it is.
 * @param {HTMLElement} [figure]
 */
export const present = async (figure) => {
  let committee;
  try {
    committee = await load();
  } catch {
    return;
  }
  committee.enterRoom(figure);
};

/**
 * For the address of a page that says present=1; in the mode itself nothing happens.
 * @param {View} view
 */
export const presentAsked = (view) => {
  if (view.present === "1") setTimeout(() => present(presentable()[0]));
};

// Pressed on a page with a figure, by somebody who is not writing.
document.addEventListener("keydown", (event) => {
  if (event.key !== "p" || isHeld(event) || isWriting(event) || !isTold()) return;
  if (!query("dialog[open]")) present(mostSeen());
});
