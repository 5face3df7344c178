// What is shown in a year: every economy's value, class and paleness, from the map's face.
(() => {
  const ict = (window.ict = window.ict || {});

  // The place in the face's years of the view's year, or of the nearest earlier one with data.
  ict.yearPlace = (face, year) => {
    const wanted = year === "latest" || !year ? face.latest : Number(year);
    const earlier = face.years.filter((one) => one <= wanted);
    return Math.max(earlier.length - 1, 0);
  };

  // Where the value for the year at place `at` stands: there, or up to `carry_years` before.
  const valuePlace = (face, series, at) => {
    for (let k = at; k >= 0 && face.years[at] - face.years[k] <= face.carry_years; k--) {
      if (series.values[k] !== null) return k;
    }
    return -1;
  };

  const levelOf = (value, limits) => {
    let level = 0;
    while (level < limits.length && limits[level] <= value) level++;
    return level;
  };

  const computed = (face, at) => {
    const size = face.economies.length;
    const shown = {
      places: new Int16Array(size).fill(-1),
      levels: new Int8Array(size).fill(-1),
      pale: new Uint8Array(size),
      counts: new Array(face.limits.length + 1).fill(0),
      none: 0,
      filled: 0,
    };
    face.series.forEach((series, j) => {
      const place = series ? valuePlace(face, series, at) : -1;
      if (place < 0) {
        shown.none++;
        return;
      }
      shown.places[j] = place;
      shown.levels[j] = levelOf(series.values[place], face.limits);
      shown.counts[shown.levels[j]]++;
      shown.pale[j] = place !== at || "ic".includes(series.status[place]) ? 1 : 0;
      shown.filled += shown.pale[j];
    });
    return shown;
  };

  // Kept for every year, so that a second pass through the years costs nothing.
  const keeping = (made) => {
    const kept = new WeakMap();
    return (face, at) => {
      if (!kept.has(face)) kept.set(face, new Map());
      const years = kept.get(face);
      if (!years.has(at)) years.set(at, made(face, at));
      return years.get(at);
    };
  };
  ict.shown = keeping(computed);

  // The rule of rank: that of dashboard/ranks.py.
  const MOST_AGE = 2;

  // The newest value of its own of every economy, up to the year at place `at`.
  const owned = (face, at) =>
    face.economies.flatMap((code, j) => {
      const series = face.series[j];
      let k = series ? at : -1;
      while (k >= 0 && !"oe".includes(series.status[k])) k--;
      if (k < 0) return [];
      const age = face.years[at] - face.years[k];
      return { code, name: ict.facts.names[code], value: series.values[k], k, letter: series.status[k], age };
    });

  // The economies with a place, the best first, and those whose value is too old for one.
  ict.ranked = keeping((face, at) => {
    const sign = face.direction === "down" ? 1 : -1;
    const all = owned(face, at);
    const fresh = all.filter(({ age }) => age <= MOST_AGE);
    const score = ({ value }) => sign * value;
    for (const one of fresh) {
      one.place = 1 + fresh.filter((other) => score(other) < score(one)).length;
      one.tied = fresh.some((other) => other !== one && score(other) === score(one));
    }
    const byName = (a, b) => ict.order(a.code) - ict.order(b.code);
    fresh.sort((a, b) => a.place - b.place || byName(a, b));
    const older = all.filter(({ age }) => age > MOST_AGE);
    older.sort((a, b) => a.age - b.age || byName(a, b));
    return { fresh, older };
  });

  // The place of an economy, if the map shows the value that has it.
  ict.rankOf = (face, at, j) => {
    const { fresh } = ict.ranked(face, at);
    const own = fresh.find(({ code }) => code === face.economies[j]);
    return own?.k === ict.shown(face, at).places[j] ? { rank: own.place, n: fresh.length } : undefined;
  };

  const STATUSES = { o: "observed", e: "estimated", i: "interpolated", c: "carried" };

  // What is said of an economy in a year; undefined parts where there is nothing to say.
  ict.facetsOf = (face, at, j) => {
    const place = ict.shown(face, at).places[j];
    const code = face.economies[j];
    const who = { name: ict.facts.names[code], order: ict.order(code) };
    if (place < 0) return who;
    const { values, status, sources, notes } = face.series[j];
    return {
      ...who,
      number: values[place],
      value: ict.value(values[place], face.decimals, face.unit),
      year: face.years[place],
      letter: status[place],
      status: ict.words(STATUSES[status[place]]),
      source: face.sources[sources.charCodeAt(place) - 97],
      notes: (notes[face.years[place]] ?? []).map((note) => face.notes[note]),
    };
  };
})();
