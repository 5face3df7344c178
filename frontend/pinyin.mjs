// Writes data/i18n/pinyin.txt: the characters of GB 2312, the common ones of simplified Chinese, in
// the order of CLDR's pinyin collation, which Node carries. Run by hand when Unicode has a new one:
// node frontend/pinyin.mjs
import { writeFile } from "node:fs/promises";

const ROWS = [0xb0, 0xf7];
const CELLS = [0xa1, 0xfe];
const A_LINE = 64;

const decoder = new TextDecoder("gb2312");
const characters = [];
for (let row = ROWS[0]; row <= ROWS[1]; row++) {
  for (let cell = CELLS[0]; cell <= CELLS[1]; cell++) {
    const character = decoder.decode(Uint8Array.of(row, cell));
    if (/^\p{Script=Han}$/u.test(character)) characters.push(character);
  }
}
characters.sort(new Intl.Collator("zh-u-co-pinyin").compare);
const lines = Array.from({ length: Math.ceil(characters.length / A_LINE) }, (_, line) =>
  characters.slice(line * A_LINE, (line + 1) * A_LINE).join(""),
);
await writeFile("data/i18n/pinyin.txt", `${lines.join("\n")}\n`);
