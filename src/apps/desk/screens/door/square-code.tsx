import { correction, generate } from 'lean-qr';
import type { ReactNode } from 'react';

/** A QR code as a picture that no style has to be loaded for; dark on light also where the page is dark. */
export function SquareCode({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const code = generate(text, { minCorrectionLevel: correction.M, maxCorrectionLevel: correction.M });
  const rows = Array.from({ length: code.size }, (_, y) =>
    Array.from({ length: code.size }, (__, x) => (code.get(x, y) ? `M${x} ${y}h1v1h-1z` : '')).join(''),
  );
  const quiet = 4;
  const side = code.size + 2 * quiet;
  return (
    <svg
      role="img"
      aria-label={label}
      width="208"
      height="208"
      viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
    >
      <rect x={-quiet} y={-quiet} width={side} height={side} fill="#fff" />
      <path d={rows.join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
