import {
  accountStream,
  applicationStream,
  batchStream,
  bookStream,
  bundleStream,
  caseStream,
  courierStream,
  dayStream,
  deviceStream,
  disposalStream,
  drawStream,
  dutyStream,
  erasureStream,
  handoverStream,
  inquiryStream,
  listStream,
  matterStream,
  monthStream,
  officeStream,
  placeStream,
  receptionStream,
  stockStream,
  surveyStream,
  type StreamRef,
} from './streams.ts';
import type { Fact } from './facts.ts';

/** In which stream a fact is written. A fact about a woman stands in her case's stream, whatever else it names. */
export function streamOf(fact: Fact): StreamRef {
  const subject = fact.type.slice(0, fact.type.indexOf('.'));
  switch (subject) {
    case 'list':
      return 'list' in fact && fact.list ? listStream(fact.list) : bookStream('list');
    case 'batch':
    case 'postage':
      return 'batch' in fact ? batchStream(fact.batch) : bookStream('batch');
    case 'account':
    case 'access':
    case 'worker':
    case 'training':
    case 'visitor':
    case 'pledge':
      return 'account' in fact ? accountStream(fact.account) : bookStream('account');
    case 'device':
      return 'device' in fact ? deviceStream(fact.device) : bookStream('device');
    case 'manager':
    case 'review':
      return officeStream();
    case 'erasure':
      return 'erasure' in fact ? erasureStream(fact.erasure) : bookStream('erasure');
    case 'day':
      return fact.type === 'day.opened' || fact.type === 'day.closed'
        ? dayStream(fact.date)
        : bookStream('day');
    case 'place':
    case 'backup':
      return placeStream();
    case 'ward':
      return 'matter' in fact && fact.matter ? matterStream(fact.matter) : bookStream('ward');
    case 'duty':
      return fact.type === 'duty.closed' ? dutyStream(fact.duty) : bookStream('duty');
    case 'stock':
      return stockStream();
    case 'application':
      return 'application' in fact ? applicationStream(fact.application) : bookStream('application');
    case 'inquiry':
      return 'inquiry' in fact && fact.inquiry ? inquiryStream(fact.inquiry) : bookStream('inquiry');
    case 'reception':
      return receptionStream();
    case 'survey':
      // That she was asked belongs to her case; what was answered names nobody.
      if (fact.type === 'survey.sent') return caseStream(fact.case);
      return 'survey' in fact ? surveyStream(fact.survey) : bookStream('survey');
    case 'handover':
      return 'matter' in fact && fact.matter ? handoverStream(fact.matter) : bookStream('handover');
    case 'courier':
      if (fact.type === 'courier.bundle-made') return bundleStream('out', fact.chapter, fact.n);
      if (fact.type === 'courier.bundle-taken') return bundleStream('in', fact.chapter, fact.n);
      return courierStream();
    case 'disposal':
      return 'disposal' in fact ? disposalStream(fact.disposal) : bookStream('disposal');
    case 'envelope':
      return 'case' in fact && fact.case ? caseStream(fact.case) : bookStream('envelope');
    case 'groups':
      return 'list' in fact && fact.list ? drawStream(fact.list) : bookStream('groups');
    case 'month':
    case 'report':
    case 'invoice':
      return 'edition' in fact ? monthStream(fact.month) : bookStream('month');
    default:
      if ('case' in fact && fact.case) return caseStream(fact.case);
      throw new Error(`No stream is named for the fact ${fact.type}`);
  }
}
