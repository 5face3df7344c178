// Values travel as whole steps from year to year, in units of the last decimal that is printed.
(() => {
  const ict = (window.ict = window.ict || {});

  const values = (steps, scale) => {
    let whole = 0;
    return steps.map((step) => (step === null ? null : (whole += step) / scale));
  };

  // A face with the values of its economies beside their steps; other faces as they are.
  ict.unpacked = (face) => {
    for (const series of face.series ?? []) {
      if (series) series.values = values(series.steps, 10 ** face.decimals);
    }
    return face;
  };
})();
