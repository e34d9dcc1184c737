import type { PolicySummary } from "../../../../pkg/evenhand.js";

/** The name under which a policy is saved. */
export const fileName = ({ id, version }: PolicySummary): string =>
  `${id}-${version}`.replace(/[^A-Za-z0-9.-]+/g, "-").replace(/^[-.]+|[-.]+$/g, "").toLowerCase() + ".json";
