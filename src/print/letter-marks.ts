import { correction, generate } from 'lean-qr';
import { customerBarcodeBars, type Bar } from '../domain/text/customer-barcode-bars.ts';
import type { CustomerBarcode } from '../domain/text/customer-barcode.ts';
import { code128 } from './code-128.ts';

/** Type size of the customer barcode in points; 8 to 11.5 are allowed (domain.md 3.4). Long bars are 3.6 × size / 10 mm. */
export const BARCODE_POINTS = 8;
const BARS = 67;
const PITCH = 1.2;
const BAR_WIDTH = 0.6;

/** Size of the customer barcode in millimetres. */
export const CUSTOMER_BARCODE_SIZE = {
  width: (((BARS - 1) * PITCH + BAR_WIDTH) * BARCODE_POINTS) / 10,
  height: (3.6 * BARCODE_POINTS) / 10,
};

/** Top and height of each bar, in millimetres at 10 points. */
const BAR: Readonly<Record<Bar, readonly [top: number, height: number]>> = {
  long: [0, 3.6],
  up: [0, 2.4],
  down: [1.2, 2.4],
  timing: [1.2, 1.2],
};

/** The customer barcode as an SVG of one path, in units of millimetres at 10 points. */
export function customerBarcodeSvg(barcode: CustomerBarcode): string {
  const path = customerBarcodeBars(barcode)
    .map((bar, index) => {
      const [top, height] = BAR[bar];
      return `M${round(index * PITCH)} ${top}h${BAR_WIDTH}v${height}h-${BAR_WIDTH}z`;
    })
    .join('');
  return svg(round((BARS - 1) * PITCH + BAR_WIDTH), 3.6, path);
}

/** A QR code at level M with the quiet zone of four modules left to the template, one module a unit. */
export function qrSvg(text: string): string {
  const code = generate(text, { minCorrectionLevel: correction.M, maxCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (!code.get(x, y)) continue;
      const from = x;
      while (code.get(x + 1, y)) x += 1;
      path += `M${from} ${y}h${x + 1 - from}v1h-${x + 1 - from}z`;
    }
  }
  return svg(code.size, code.size, path);
}

/**
 * The token of a copy as Code 128, one module a unit. Not a QR code: there is one square code on a letter, hers, so that
 * neither she nor a clerk with a camera ever reads the wrong one, and a plain line scanner is enough.
 */
export function tokenSvg(token: string): string {
  const { stripes, modules } = code128(token);
  const path = stripes.map(({ at, width }) => `M${at} 0h${width}v24h-${width}z`).join('');
  return svg(modules, 24, path);
}

function svg(width: number, height: number, path: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path d="${path}"/></svg>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
