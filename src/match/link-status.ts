/** How a roster record stands in a source; positions are stored. */
export const LINK_STATUSES = ["not_found", "ambiguous", "linked"] as const;
export type LinkStatus = (typeof LINK_STATUSES)[number];
