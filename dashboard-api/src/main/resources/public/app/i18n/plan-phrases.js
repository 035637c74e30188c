/** Words of the planning board: [Vietnamese, English]. */
export const planPhrases = /** @type {const} */ ({});
