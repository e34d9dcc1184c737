// Exact numbers as people read them. The engine writes them exactly: as a decimal, or as a fraction where no decimal ends.
import { formatNumber } from "./messages.js";

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** The nearest floating-point number: for drawing and sorting, never for deciding. */
export const near = (exact: string): number => {
  const [above = "", below = "1"] = exact.split("/", 2);
  // Of two whole numbers, each with more digits than a float can have, the last digits don't matter.
  const cut = Math.max(0, Math.min(above.length, below.length) - 300);
  return Number(above.slice(0, above.length - cut)) / Number(below.slice(0, below.length - cut));
};

/** Short enough for a table; what is cut off is marked. */
export const shortNumber = (exact: string): string => {
  const decimals = exact.split(".")[1]?.length ?? 0;
  if (DECIMAL.test(exact) && decimals <= 4 && exact.length <= 12) return exact;
  const value = near(exact);
  return Number.isFinite(value) ? `≈ ${formatNumber(value, { maximumFractionDigits: 3, useGrouping: false })}` : exact;
};

/** The whole truth, with a decimal beside a fraction. */
export const wholeNumber = (exact: string): string =>
  exact.includes("/") && exact.length <= 24
    ? `${exact} (${shortNumber(exact)})`
    : exact.length <= 24
      ? exact
      : shortNumber(exact);

/** A whole number as a number, so that words beside it take the right plural. */
export const pluralOf = (exact: string): string | number => (/^\d{1,9}$/.test(exact) ? Number(exact) : exact);

/** A difference with its sign. */
export const signed = (exact: string): string => {
  const [sign, size] = exact.startsWith("-") ? ["−", shortNumber(exact.slice(1))] : ["+", shortNumber(exact)];
  return size.startsWith("≈ ") ? `≈ ${sign}${size.slice(2)}` : `${sign}${size}`;
};

/** As a field for a number shows it. */
export const fieldNumber = (exact: string): string =>
  exact.includes("/") ? String(Math.round(near(exact) * 100) / 100) : exact;
