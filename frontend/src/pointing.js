// The economy that a reader points at, in whichever figure: all figures of the page hear of it.

/** @type {Set<(code: string) => void>} */
const listeners = new Set();
let pointed = "";

export const pointedAt = () => pointed;

/** @param {(code: string) => void} hear is told the code, "" for none */
export const onPoint = (hear) => {
  listeners.add(hear);
};

/** @param {string} code */
export const point = (code) => {
  if (code === pointed) return;
  pointed = code;
  for (const hear of listeners) hear(code);
};
