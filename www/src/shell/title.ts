import { t } from "../text/messages.js";

/** What a page calls itself in the browser's tab and history, e.g. a school's name. */
export const setTitle = (page: string): void => {
  document.title = t("site-title", { page });
};
