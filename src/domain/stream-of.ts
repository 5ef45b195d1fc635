import {
  accountStream,
  bookStream,
  caseStream,
  erasureStream,
  listStream,
  placeStream,
  type StreamRef,
} from './streams.ts';
import type { Fact } from './facts.ts';

/** In which stream a fact is written. A fact about a woman stands in her case's stream, whatever else it names. */
export function streamOf(fact: Fact): StreamRef {
  const subject = fact.type.slice(0, fact.type.indexOf('.'));
  switch (subject) {
    case 'list':
      return 'list' in fact && fact.list ? listStream(fact.list) : bookStream('list');
    case 'account':
    case 'access':
      return 'account' in fact ? accountStream(fact.account) : bookStream('account');
    case 'erasure':
      return 'erasure' in fact ? erasureStream(fact.erasure) : bookStream('erasure');
    case 'place':
    case 'backup':
      return placeStream();
    case 'handover':
      return bookStream('handover');
    default:
      if ('case' in fact && fact.case) return caseStream(fact.case);
      throw new Error(`No stream is named for the fact ${fact.type}`);
  }
}
