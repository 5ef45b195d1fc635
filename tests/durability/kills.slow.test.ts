// The same tests as `npm run torture` (tests/torture), 20 rounds a kind.
import '../torture/close-kills.test.ts';
import '../torture/courier-kills.test.ts';
import '../torture/full-disk.test.ts';
import '../torture/keeping.test.ts';
import '../torture/kills.test.ts';
import '../torture/mail-kills.test.ts';
import '../torture/month-kills.test.ts';
