import {
  BarcodeFormat,
  BinaryBitmap,
  Code128Reader,
  DecodeHintType,
  HybridBinarizer,
  QRCodeReader,
  RGBLuminanceSource,
} from '@zxing/library';
import type { SeenPage } from './read-pdf.ts';

const HINTS = new Map<DecodeHintType, unknown>([
  [DecodeHintType.TRY_HARDER, true],
  [DecodeHintType.POSSIBLE_FORMATS, [BarcodeFormat.CODE_128, BarcodeFormat.QR_CODE]],
]);

/** What a camera reads on a page: the words of its QR code. Throws when there is none. */
export function readQr(page: SeenPage): string {
  return new QRCodeReader().decode(bitmapOf(page), HINTS).getText();
}

/** What a line scanner reads on the lower fifth of a page: the words of its Code 128. Throws when there is none. */
export function readCode128(page: SeenPage): string {
  const from = Math.floor(page.height * 0.8);
  const foot = { ...page, height: page.height - from, grey: page.grey.slice(from * page.width) };
  return new Code128Reader().decode(bitmapOf(foot), HINTS).getText();
}

function bitmapOf({ grey, width, height }: SeenPage): BinaryBitmap {
  return new BinaryBitmap(
    new HybridBinarizer(new RGBLuminanceSource(Uint8ClampedArray.from(grey), width, height)),
  );
}
