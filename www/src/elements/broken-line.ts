/** The path of a line over places side by side. A place without a value breaks it. */
export const brokenLine = (
  values: readonly (number | undefined)[],
  x: (place: number) => number,
  y: (value: number) => number,
): string =>
  values
    .map((value, place) =>
      value === undefined
        ? ""
        : `${place > 0 && values[place - 1] !== undefined ? "L" : "M"}${String(x(place))} ${String(y(value))}`,
    )
    .join("");
