import { date } from '../../domain/basics/civil-date.ts';
import type { Programme } from '../programme.ts';

/** 千代田区妊娠後期訪問支援事業, fiscal year Reiwa 8. */
export const chiyodaVisit: Programme = {
  id: 'chiyoda-visit',
  title: '千代田区妊娠後期訪問支援事業',
  municipality: { name: '千代田区', code: '131016' },
  rules: {
    contract: { year: 2026, from: date('2026-04-01'), to: date('2027-03-31') },
  },
};
