import { languageCookie, noSessionCookie } from '../cookies.ts';
import { PORTAL_LANGUAGES } from '../../../domain/portal/language.ts';
import { go } from '../../kit/server/go.ts';
import type { Route } from '../route.ts';

/** Leaving at once, and another language: both work on every page, before the code too. */
export const leaveRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/leave',
    needs: 'nothing',
    handle: async ({ portal, session, words }) => {
      if (session) await portal.gate.leave(session.cookie);
      const { exit } = portal.shows;
      // A form may lead to no other site (form-action), so the browser is told to go on by itself: that also replaces
      // this page in the history.
      return {
        reply: 'file',
        type: 'text/html; charset=utf-8',
        body: `<!doctype html><meta charset="utf-8"><title>${words.left.title}</title><a href="${exit}">${words.left.text}</a>`,
        headers: {
          'Clear-Site-Data': '"cookies", "storage"',
          'Set-Cookie': noSessionCookie(),
          Refresh: `0; url=${exit}`,
        },
      };
    },
  },
  {
    method: 'GET',
    path: '/language/:language',
    needs: 'nothing',
    handle: async ({ portal, session, params, query, head }) => {
      const language = PORTAL_LANGUAGES.find((one) => one === params['language']);
      const to = query.get('to') ?? '/';
      const back = /^\/(?![/\\])[\w\-/.?=&%]*$/.test(to) && !to.startsWith('/q/') ? to : '/';
      if (!language || head) return go(back);
      if (session?.stage === 'open') await portal.gate.save(session, { ...session.own, language });
      return go(back, { 'Set-Cookie': languageCookie(language) });
    },
  },
];
