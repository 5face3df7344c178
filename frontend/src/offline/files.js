// The files of a pack. They are scripts, for a page that was opened from a disk may run them and not
// read them: each hands over what it holds, by its name.
import { register } from "../clientside.js";
import { words } from "../words.js";

/** @type {Map<string, (contents: any) => void>} */
const waiting = new Map();
/** @type {Map<string, Promise<any>>} */
const kept = new Map();

/**
 * @param {string} name
 * @returns {Promise<any>}
 */
const load = (name) =>
  new Promise((resolve, reject) => {
    waiting.set(name, resolve);
    const script = document.createElement("script");
    script.src = `../files/${name}.js`;
    script.onerror = () => {
      kept.delete(name);
      reject(new Error(words("failed")));
    };
    document.head.append(script);
  });

/**
 * What the file of this name hands over; each is loaded once.
 * @param {string} name
 */
export const handed = (name) => {
  const found = kept.get(name) ?? load(name);
  kept.set(name, found);
  return found;
};

register({
  hand: (/** @type {string} */ name, /** @type {unknown} */ contents) => waiting.get(name)?.(contents),
});
