import { aboutRoute } from './pages/about.tsx';
import { aloneRoutes } from './pages/alone.tsx';
import { birthdayRoutes } from './pages/birthday.tsx';
import { changeRoutes } from './pages/change.tsx';
import { checkRoutes } from './pages/check.tsx';
import { consentRoutes } from './pages/consent.tsx';
import { contactRoutes } from './pages/contact.tsx';
import { doneRoutes } from './pages/done.tsx';
import { enquiryRoutes } from './pages/enquiry.tsx';
import { frontRoutes } from './pages/front.tsx';
import { homeRoute } from './pages/home.tsx';
import { leaveRoutes } from './pages/leave.ts';
import { placeRoutes } from './pages/place.tsx';
import { questionnaireRoutes } from './pages/questionnaire.tsx';
import { stopRoutes } from './pages/stop.tsx';
import { surveyRoutes } from './pages/survey.tsx';
import { textRoutes } from './pages/texts.tsx';
import { timesRoutes } from './pages/times.tsx';
import type { Route } from './route.ts';

/** Everything that the internet may ask of the portal; there is no other address. */
export const ROUTES: readonly Route[] = [
  ...frontRoutes,
  ...birthdayRoutes,
  aboutRoute,
  ...contactRoutes,
  ...consentRoutes,
  ...questionnaireRoutes,
  ...aloneRoutes,
  ...placeRoutes,
  ...timesRoutes,
  ...checkRoutes,
  ...doneRoutes,
  homeRoute,
  ...changeRoutes,
  ...surveyRoutes,
  ...stopRoutes,
  ...leaveRoutes,
  ...enquiryRoutes,
  ...textRoutes,
];
