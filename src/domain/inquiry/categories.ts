/** What an enquiry is about (CHI-8.14). Each has a script; words in `programmes/words/inquiry-scripts.ts`. */
export const INQUIRY_CATEGORIES = [
  'application',
  'change',
  'place',
  'pause',
  'stop',
  'move',
  'birth',
  'loss',
  'package',
  'delivery',
  'complaint',
  'data-complaint',
  'disclosure',
  'own-data',
  'consultation',
  'other',
] as const;

export type InquiryCategory = (typeof INQUIRY_CATEGORIES)[number];

/** Complaints, of which one about personal data is also told to the ward (BAB-T19-1). */
export function isComplaint(category: InquiryCategory): boolean {
  return category === 'complaint' || category === 'data-complaint';
}

/**
 * What is for the ward alone: requests under the information disclosure ordinance (CHI-16.2-2), and for disclosure,
 * correction or suspension of use of one's own data (PII-15-1). They are passed on, never answered or closed otherwise.
 */
export function isForWard(category: InquiryCategory): boolean {
  return category === 'disclosure' || category === 'own-data';
}
