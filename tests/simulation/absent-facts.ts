/** Kinds of fact that do not happen in a simulated year of the first programme, by the reason why. */
export const ABSENT: Readonly<Record<string, string>> = {
  'it belongs to another programme (recall of insured persons, SCR)':
    'attendance.reported case.grouped groups.closed groups.drawn',
  'the place is copied, restored and erased from outside the gate of the year (SEC-12, PII-12); its own tests do it':
    'backup.failed backup.made backup.removed backup.restored place.after-restore-confirmed erasure.completed erasure.ordered',
  'nobody of the staff leaves, falls ill for long or is refused a right in this year (SEC-4, SEC-6, CHI-6)':
    'access.rejected access.withdrawn account.disabled account.left manager.relieved manager.returned manager.stood-in review.opened worker.replaced',
  'nobody sits at the desk: its people act through the gate without signing in (decision 21)':
    'account.factor-added account.factor-removed account.filter-dropped account.filter-saved account.password-set account.reset-approved account.reset-done account.sessions-ended account.sign-in-locked account.sign-in-unlocked account.temporary-used device.registered device.withdrawn',
  'the ward takes over its data after the last day that is lived (PII-12-3)':
    'disposal.closed disposal.consented disposal.refused disposal.requested handover.disposed handover.placed handover.returned',
  'mail is decided here and not carried by a relay: there is no outside in the simulation (design 2)':
    'inquiry.receipt-accepted inquiry.receipt-failed inquiry.receipt-handed-over inquiry.receipt-stopped message.accepted message.failed message.handed-over',
  'there is no outside in the simulation, so no courier and no restore that must hear it (design 2)':
    'courier.bundle-made courier.bundle-taken courier.chapter-begun courier.key-destroyed courier.key-made place.outside-heard',
  'a call-back is made by the messages of the portal, and there is no outside in the simulation (design 2)':
    'call-back.closed call-back.requested',
  'nothing comes in by a link, for there is no outside in the simulation (design 2)':
    'benefit.place-told envelope.rejected envelope.taken',
  'letters go to the folder of the year and not into a print file kept for a printer (design 1)':
    'batch.file-destroyed batch.file-kept batch.file-taken',
  'what is made in the morning leaves in the afternoon, so the word of the ward never grows old (design 4)':
    'batch.renewed',
  'the mailing room of the year counts its letters and nobody scans them piece by piece (CHI-8.1-7)':
    'piece.enclosed piece.labelled piece.taken-out',
  'the visitors of the year go everywhere, and what they speak was never asked (CHI-8.9)':
    'visitor.described',
  'the ward designates by its list, before a case is there (CHI-4.4-1)': 'case.designated',
  'every file of the ward is let in after its questions were answered (CHI-8.1-3)': 'list.discarded',
  'every enquiry is put under its heading when it comes in (CHI-8.12)': 'inquiry.categorised',
};
