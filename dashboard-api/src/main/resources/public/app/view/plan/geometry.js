/** Sizes of the planning board, CSS pixels. */
export const AXIS = 46;
export const ROW = 36;
/** Inset of a bar in its row. */
export const INSET = 5;
export const BAR = ROW - 2 * INSET;
export const FONT = "'Noto Sans', 'Segoe UI', Roboto, Arial, sans-serif";
