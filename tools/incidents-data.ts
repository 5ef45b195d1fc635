/** An incident that is to be impossible here, and what makes it so. */
export type Incident = {
  /** A name, never given twice, never given anew: tests carry it in their titles as `[INC-07]`. */
  readonly no: `INC-${string}`;
  /** `happened`: published of another office or contractor; `foreseen`: known from the work, not published. */
  readonly origin: 'happened' | 'foreseen';
  readonly what: string;
  /** Whether a screen of ours could bring it about. */
  readonly screen: 'yes' | 'no';
  /** By what kind of screen, or why by none. */
  readonly why: string;
  readonly prevents: string;
};

/** All of them; the page and the check are made of this list (`incidents.ts`). */
export const INCIDENTS: readonly Incident[] = [
  {
    no: 'INC-01',
    origin: 'happened',
    what: 'Rows were deleted from a spreadsheet, the addresses below moved up by one, and 8,117 of 9,000 letters went to the wrong home; the check of the labels was skipped.',
    screen: 'yes',
    why: 'A page that edits lines or columns of a list, or prints by position in it.',
    prevents:
      'No row of the gate edits a line of a list: who is left out is a state of her case. A letter is set from the values of one person, and nothing leaves before two people compared a sample.',
  },
  {
    no: 'INC-02',
    origin: 'happened',
    what: 'Only the names of absentees were deleted, so that 21 of 50 names stood above the wrong address.',
    screen: 'yes',
    why: 'A preview that takes its name from one place and its address from another.',
    prevents:
      'Name, address, token and code of a sheet are opened together under one case; the sample is compared sheet by sheet with the name and postcode of that case.',
  },
  {
    no: 'INC-03',
    origin: 'happened',
    what: 'A contractor sent 1,000 voucher letters with all addresses moved by one line.',
    screen: 'yes',
    why: 'A release that one tired person can give.',
    prevents:
      'The first and last five and ten drawn by the machine are compared, by two people who prove themselves; one wrong letter blocks the batch until every copy is printed and compared anew.',
  },
  {
    no: 'INC-04',
    origin: 'happened',
    what: 'A wrong extraction printed slips of other people; in the alarm 880 letters were sent again although 21 were wrong.',
    screen: 'yes',
    why: 'A button that sends a whole batch again.',
    prevents:
      'There is no sending again by batch: each letter is granted by its own case and reason, one notice and one re-send at most, and a new batch holds only who is due.',
  },
  {
    no: 'INC-05',
    origin: 'happened',
    what: 'Cards of two households went into one envelope, on a table where somebody also answered the telephone.',
    screen: 'yes',
    why: 'An enclosing page that takes a second sheet, or a count that hides the difference.',
    prevents:
      'Sheet and label are scanned in turn, each once; printed, enclosed, spoiled and pulled must agree with the journal before anything is posted.',
  },
  {
    no: 'INC-06',
    origin: 'happened',
    what: 'The address was checked and right, and the enclosed sheet was somebody else’s.',
    screen: 'yes',
    why: 'A scan that looks at the cover only, or takes a sheet of another batch.',
    prevents: 'Every sheet carries the token of its letter; a sheet of another batch is named and not taken.',
  },
  {
    no: 'INC-07',
    origin: 'happened',
    what: 'The address of a woman was entered for another one with the same family name.',
    screen: 'yes',
    why: 'A form that does not show whose it is, or that one person sends alone.',
    prevents:
      'The form shows name, reading, birthday, number, same-name marks and the place that holds right above the one that is typed; where letters or a package go changes by two people who prove themselves, by her word as by the ward’s, or by her own link; an old page is told that somebody was quicker.',
  },
  {
    no: 'INC-08',
    origin: 'happened',
    what: 'Wrong places for letters were registered for three people and used for years.',
    screen: 'yes',
    why: 'A place for letters that somebody types alone and nobody looks at again.',
    prevents:
      'A place for letters apart from her home rests on a recorded word of the ward and two people, a new home or a place for her package on two people; what was printed for another place is pulled.',
  },
  {
    no: 'INC-09',
    origin: 'happened',
    what: 'A mailing of a few letters went out without the usual checks because it was small.',
    screen: 'yes',
    why: 'A short way for small batches.',
    prevents: 'A batch of one has the same steps: of few letters all are compared, by two people.',
  },
  {
    no: 'INC-10',
    origin: 'happened',
    what: 'A woman was telephoned about her child after her loss, because the report had not been passed on.',
    screen: 'yes',
    why: 'A list to call, a mail, a letter or a package that does not ask again whether she has a stop.',
    prevents:
      'A loss told anywhere stops everything in one decision; each way out asks again at its own moment, at the enclosing table, the counter of the post and the relay too; only the ward and two people undo it.',
  },
  {
    no: 'INC-11',
    origin: 'happened',
    what: 'The address of a protected woman was told to her abuser: a list beside the system had missed that protection was renewed.',
    screen: 'yes',
    why: 'A page that ends protection by a date, a list or one person.',
    prevents: 'Protection has no end of its own: it ends by the recorded word of the ward and two people.',
  },
  {
    no: 'INC-12',
    origin: 'happened',
    what: 'The screen warned, and the staff printed all the same.',
    screen: 'yes',
    why: 'A warning that can be clicked away.',
    prevents:
      'A stop is a refusal of the decision at plan, print, enclosing and post, for every role; no page has a field that goes past it.',
  },
  {
    no: 'INC-13',
    origin: 'happened',
    what: 'A protected address stood on papers for somebody else: a co-owner, the head of the household.',
    screen: 'yes',
    why: 'Lists, sheets and calendars that print an address; an operator who reads it out.',
    prevents:
      'The address of a protected woman is on no list and no sheet of the desk, nobody hears it by telephone, her letters carry no code, and mail goes where the ward says.',
  },
  {
    no: 'INC-14',
    origin: 'happened',
    what: 'A restriction existed and was never entered.',
    screen: 'yes',
    why: 'Taking a list in whose column of protection is missing or was emptied by the spreadsheet.',
    prevents:
      'A list without the column is refused; a blank or a 0 never means “send to the registered address” for a protected woman: nothing is printed until the ward has named the way.',
  },
  {
    no: 'INC-15',
    origin: 'happened',
    what: 'A visitor lost a list of 13 homes.',
    screen: 'yes',
    why: 'A sheet of a week or of everybody.',
    prevents:
      'The sheet of a visitor holds her own visits of one day, today’s or the next; another day shows nothing, and a visit given to somebody else is gone from it at once.',
  },
  {
    no: 'INC-16',
    origin: 'happened',
    what: 'A visitor dropped a note with name, address and telephone number.',
    screen: 'no',
    why: 'A pencil does it; the app of the visitors, which makes notes needless, is not built yet.',
    prevents: 'Until then the rule of the office: nothing is written down beside the sheet of the day.',
  },
  {
    no: 'INC-17',
    origin: 'happened',
    what: 'Records of visits were lost in the post between visitor and centre.',
    screen: 'no',
    why: 'Paper in the post does it.',
    prevents: 'A record is entered on a screen and goes into the vault; no step waits for paper.',
  },
  {
    no: 'INC-18',
    origin: 'happened',
    what: 'A sheet of a visit was lost and nobody noticed.',
    screen: 'yes',
    why: 'A register that shows nothing of what is still out.',
    prevents:
      'What leaves the office is entered with its count and is a duty until all of it is back; it alarms in the evening of its day.',
  },
  {
    no: 'INC-19',
    origin: 'happened',
    what: '1,349 records of visits were destroyed years before their time; the boxes were not labelled.',
    screen: 'yes',
    why: 'A disposal that one person enters, or before its day.',
    prevents:
      'Ends are computed; nothing is erased or disposed of before its end, without the written consent of the ward, or by one person.',
  },
  {
    no: 'INC-20',
    origin: 'happened',
    what: 'A posted packet with 604 slips was lost and missed six weeks later.',
    screen: 'yes',
    why: 'A list that shows what was posted and not what never arrived.',
    prevents: 'What should have arrived by now and has not is named by the watchdog, day by day.',
  },
  {
    no: 'INC-21',
    origin: 'happened',
    what: 'Applicants saw the answers of others: a form of a general service showed its summary, or everybody could edit it.',
    screen: 'yes',
    why: 'A page of the portal that lists, or shows another woman’s part.',
    prevents:
      'No address of the portal lists anything; a session opens one part, hers; the second applicant sees nothing of the first.',
  },
  {
    no: 'INC-22',
    origin: 'happened',
    what: 'Addresses of everybody stood in To or CC (1,780 at once).',
    screen: 'yes',
    why: 'A field for recipients, or a mail to several.',
    prevents:
      'A mail is written by the programme to one person with a neutral subject; no page asks for a recipient, and a second address hidden in the first is refused.',
  },
  {
    no: 'INC-23',
    origin: 'happened',
    what: 'The code on a leaflet led to a fraud after the domain had lapsed.',
    screen: 'no',
    why: 'A domain that is given up does it; the address is a setting of the place.',
    prevents:
      'The code leads to the address of the place itself, never over a shortener, and a camera reads it off every letter in the tests; the owner of the domain keeps it beyond the contract.',
  },
  {
    no: 'INC-24',
    origin: 'happened',
    what: 'A memory stick with 460,000 residents was lost by people of a sub-contractor who had posed as employees.',
    screen: 'yes',
    why: 'A page that hands out everybody, or an ID for somebody the ward does not know.',
    prevents:
      'No page exports people; a print file is handed out once and remembered before it leaves; media leave encrypted, by consent and two people; an ID needs a worker who is registered with the ward.',
  },
  {
    no: 'INC-25',
    origin: 'foreseen',
    what: 'A caller learns from the answer, or from a voicemail, that a woman is on the list.',
    screen: 'yes',
    why: 'A page for the telephone that shows her before the caller is known.',
    prevents:
      'The page compares and shows no value; fewer than three points, nobody and two people alike have one answer; who speaks for her hears nothing of hers.',
  },
  {
    no: 'INC-26',
    origin: 'foreseen',
    what: 'Two applications of one woman become two visits.',
    screen: 'yes',
    why: 'A second sending, a second window, or an application by telephone beside the one by link.',
    prevents: 'One application stands, one date, one visit a pregnancy, whoever sends how often.',
  },
  {
    no: 'INC-27',
    origin: 'foreseen',
    what: 'Somebody else answers in her place and the package is sent as if she had been visited.',
    screen: 'yes',
    why: 'A record that does not ask who answered.',
    prevents: 'A talk with somebody else is no visit, at home and from afar, and earns nothing.',
  },
  {
    no: 'INC-28',
    origin: 'foreseen',
    what: 'A visitor finds that she has moved away, and nobody else hears of it.',
    screen: 'yes',
    why: 'A result of a visit that has no consequence.',
    prevents:
      'The result itself tells the ward in the same step; the move is entered on the next page and stops what a move stops.',
  },
  {
    no: 'INC-29',
    origin: 'foreseen',
    what: 'A name changed by marriage, or a second list, makes a second case of one woman.',
    screen: 'yes',
    why: 'Taking a list in without comparing it with who is known.',
    prevents:
      'What agrees in part is a question to a person with both sides beside each other; the same women again make no case.',
  },
  {
    no: 'INC-30',
    origin: 'foreseen',
    what: 'Vouchers are sent that expire before she can use them.',
    screen: 'yes',
    why: 'A packing page that takes any set.',
    prevents: 'The set that expires first is packed first; one that expires too soon is not packed at all.',
  },
  {
    no: 'INC-31',
    origin: 'foreseen',
    what: 'An entry in a shared calendar tells her family what the appointment is.',
    screen: 'yes',
    why: 'The calendar file of the portal.',
    prevents: 'The file holds a time and one fixed word.',
  },
];
