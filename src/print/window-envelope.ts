/** A rectangle on a page, in millimetres from its upper left corner. */
export type Area = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** 長形3号 with a window: outside measures, and the seam that the sheet cannot enter, in millimetres (domain.md 3.5). */
const ENVELOPE = { width: 235, height: 120, seam: 2 };
const WINDOW: Area = { left: 20, top: 12, right: 20 + 90, bottom: 12 + 45 };
/** A4 folded in three: what lies in the envelope. */
const FOLDED = { width: 210, height: 99 };

/** How far the folded sheet can slip from the upper left corner of the envelope's inside. */
const SHIFT = {
  x: ENVELOPE.width - 2 * ENVELOPE.seam - FOLDED.width,
  y: ENVELOPE.height - 2 * ENVELOPE.seam - FOLDED.height,
};

/** Where on the sheet the window can ever look, however the sheet lies: nothing but name and address may stand here. */
export const EVER_SEEN: Area = {
  left: WINDOW.left - ENVELOPE.seam - SHIFT.x,
  top: WINDOW.top - ENVELOPE.seam - SHIFT.y,
  right: WINDOW.right - ENVELOPE.seam,
  bottom: WINDOW.bottom - ENVELOPE.seam,
};

/** Where on the sheet the window always looks: name, address and barcode stand here as a whole (domain.md 3.5). */
export const ALWAYS_SEEN: Area = {
  left: WINDOW.left - ENVELOPE.seam,
  top: WINDOW.top - ENVELOPE.seam,
  right: WINDOW.right - ENVELOPE.seam - SHIFT.x,
  bottom: WINDOW.bottom - ENVELOPE.seam - SHIFT.y,
};
