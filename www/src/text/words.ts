import type { Words } from "../../../pkg/evenhand.js";
import { language } from "./language.js";

const primary = (tag: string): string => tag.toLowerCase().split("-")[0] ?? "";

/** A policy's own words in the reader's language; else in English; else in the first language that it has. */
export const words = (text: Words): string => {
  if (typeof text === "string") return text;
  // By type a map; over the boundary it comes as a plain object.
  const texts = Object.entries(text instanceof Map ? Object.fromEntries(text) : text) as [string, string][];
  const found = (wanted: string): string | undefined => texts.find(([tag]) => primary(tag) === wanted)?.[1];
  return found(language.value) ?? found("en") ?? texts[0]?.[1] ?? "";
};
