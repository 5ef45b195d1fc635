import type { DeskRoute } from '../../route.ts';
import { applicationCaseActs } from './application-acts.ts';
import { applicationsScreen, matchingScreen } from './applications-screen.tsx';
import { callActs } from './call-back-acts.tsx';
import { callBacksScreen, callsToMakeScreen } from './call-backs-screen.tsx';
import { enquiryActs } from './enquiry-acts.ts';
import { openEnquiriesScreen, receptionBookScreen } from './enquiry-lists.tsx';
import { enquiryScreen, identifyStep } from './enquiry-page.tsx';
import { handOverScreen } from './hand-over-screen.tsx';
import { wardMatterActs } from './matter-acts.ts';
import { mattersScreen } from './matters-screen.tsx';
import { recallScreen, recordRecallAct } from './recall-screen.tsx';
import { startCallScreen } from './start-call.tsx';
import { applicationScreen, applicationStep } from './telephone-application.tsx';
import { urgentCaseActs } from './urgent-acts.tsx';
import { urgentScreen } from './urgent-screen.tsx';

/** Everything under 電話. */
export const callsRoutes: readonly DeskRoute[] = [
  startCallScreen,
  openEnquiriesScreen,
  receptionBookScreen,
  enquiryScreen,
  identifyStep,
  applicationScreen,
  applicationStep,
  urgentScreen,
  callBacksScreen,
  callsToMakeScreen,
  applicationsScreen,
  matchingScreen,
  recallScreen,
  mattersScreen,
  handOverScreen,
  recordRecallAct,
  ...Object.values(enquiryActs),
  ...Object.values(urgentCaseActs),
  ...Object.values(callActs),
  ...Object.values(wardMatterActs),
  ...Object.values(applicationCaseActs),
];
