// Values travel as letters: steps from year to year, in units of the last decimal that is printed.
(() => {
  const ict = (window.ict = window.ict || {});

  const A = "A".charCodeAt(0);
  const a = "a".charCodeAt(0);

  // Digits in base 26, the last one in capitals; signs alternate: 0, -1, 1, -2, 2, ...
  const valuesOf = (steps, years, scale) => {
    const values = new Array(years).fill(null);
    let at = 0;
    let whole = 0;
    let digits = 0;
    for (let k = 0; k < steps.length; k++) {
      const code = steps.charCodeAt(k);
      if (steps[k] === ".") {
        at++;
      } else if (code >= a) {
        digits = digits * 26 + code - a;
      } else {
        const folded = digits * 26 + code - A;
        whole += folded % 2 ? -(folded + 1) / 2 : folded / 2;
        values[at++] = whole / scale;
        digits = 0;
      }
    }
    return values;
  };

  // A letter a value becomes a letter a year; "" stands for the first source throughout.
  const byYear = (values, letters, otherwise) => {
    let k = 0;
    return values.map((value) => (value === null ? "." : (letters[k++] ?? otherwise))).join("");
  };

  const notesOf = (runs, years) => {
    const notes = {};
    for (const [first, length, note] of runs) {
      for (const year of years.slice(first, first + length)) (notes[year] ??= []).push(note);
    }
    return notes;
  };

  // A face with a series an economy, null where there is none; other faces as they are.
  ict.unpacked = (face) => {
    if (!face.series) return face;
    const { steps, status, sources, notes } = face.series;
    face.series = steps.map((letters, j) => {
      if (!letters) return null;
      const values = valuesOf(letters, face.years.length, 10 ** face.decimals);
      return {
        values,
        status: byYear(values, status[j]),
        sources: byYear(values, sources[j], "a"),
        notes: notesOf(notes[j], face.years),
      };
    });
    return face;
  };
})();
