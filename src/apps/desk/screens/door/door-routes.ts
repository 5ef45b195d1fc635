import type { Knocking } from '../../asking.ts';
import type { Reply } from '../../reply.ts';
import type { DeskRoute, Door } from '../../route.ts';
import { handleApp, handlePasskey, showApp, showPasskey } from './add-factor.tsx';
import { handleLock, handleSignOut, sayAwake } from './leave.ts';
import { handleNewPassword, showNewPassword } from './new-password.tsx';
import { handleEndSession, handleRemoveFactor, showOwn } from './own.tsx';
import { handleProveAgain, showProveAgain } from './prove-again.tsx';
import { handleSecondFactor, showSecondFactor } from './second-factor.tsx';
import { handleSignIn, handleTerminal, showSignIn } from './sign-in.tsx';

type Handle = (of: Knocking) => Promise<Reply>;

const get = (path: string, needs: Door['needs'], handle: Handle): Door => ({
  kind: 'door',
  method: 'GET',
  path,
  needs,
  handle: (of) => handle(of),
});
const post = (path: string, needs: Door['needs'], handle: Handle): Door => ({
  kind: 'door',
  method: 'POST',
  path,
  needs,
  handle: (of) => handle(of),
});

/** The door of the desk: in, step by step, out, and what is one's own (SEC-4-6, SEC-5, SEC-11-1, SEC-15-1). */
export const doorRoutes: readonly DeskRoute[] = [
  get('/sign-in', 'nothing', showSignIn),
  post('/sign-in', 'nothing', handleSignIn),
  post('/sign-in/terminal', 'nothing', handleTerminal),
  get('/sign-in/second-factor', 'half', showSecondFactor),
  post('/sign-in/second-factor', 'half', handleSecondFactor),
  get('/sign-in/new-password', 'half', showNewPassword),
  post('/sign-in/new-password', 'half', handleNewPassword),
  get('/sign-in/first-factor', 'half', showApp),
  post('/sign-in/first-factor', 'half', handleApp),
  get('/sign-in/password', 'half', showProveAgain),
  post('/sign-in/password', 'half', handleProveAgain),
  post('/lock', 'nothing', handleLock),
  post('/sign-out', 'nothing', handleSignOut),
  get('/awake', 'nothing', sayAwake),
  get('/own', 'open', showOwn),
  get('/own/password', 'open', showNewPassword),
  post('/own/password', 'open', handleNewPassword),
  get('/own/app', 'open', showApp),
  post('/own/app', 'open', handleApp),
  // Also the first factor of somebody who has none yet.
  get('/own/passkey', 'half', showPasskey),
  post('/own/passkey', 'half', handlePasskey),
  post('/own/end-session', 'open', handleEndSession),
  post('/own/remove-factor', 'open', handleRemoveFactor),
];
