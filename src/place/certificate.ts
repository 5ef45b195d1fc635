import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { erasureCertificate } from '../programmes/words/erasure-certificate.ts';
import { sha256Hex } from '../security/digest.ts';
import type { OrderedErasure } from '../store/questions/erasure.ts';
import type { Place } from './place.ts';

/** Writes the certificate of an erasure as a file; on the disk when this returns, and only then is it a fact. */
export async function writeCertificate(
  place: Place,
  { erasure, order, epoch }: OrderedErasure & { readonly epoch: number },
): Promise<{ readonly path: string; readonly digest: string }> {
  const text = erasureCertificate({
    title: place.programme.title,
    municipality: place.programme.municipality.name,
    erasure,
    persons: order.erased.length,
    ref: order.ref,
    witnesses: order.witnesses,
    orderedAt: order.at,
    confirmedAt: place.parts.now(),
    epoch,
    contractEnds: place.programme.rules.contract.to,
  });
  await mkdir(place.folders.certificates, { recursive: true, mode: 0o700 });
  const path = join(place.folders.certificates, `${erasure}.txt`);
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return { path, digest: sha256Hex(text) };
}
