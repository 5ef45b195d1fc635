import type { MailWords } from '../../mail-words.ts';
import { SAMPLE_APPROVAL } from './sample-approval.ts';

const change =
  'If your plans change, please tell us as soon as you can. You can change the time with the code on the paper we sent you.';

export const MAIL_EN: MailWords = {
  version: '1',
  approval: SAMPLE_APPROVAL,
  subject: 'A notice about your appointment or request',
  mails: {
    booking: ['Your appointment is booked.', 'Date and time: {date}, from {start}', change],
    'booking-moved': [
      'Your appointment has been moved.',
      'New date and time: {date}, from {start}',
      'The earlier appointment is cancelled.',
      change,
    ],
    'booking-cancelled': [
      'Your appointment is cancelled.',
      'Cancelled date and time: {date}, from {start}',
      'You can book again with the code on the paper we sent you, or by telephone.',
    ],
    'reminder-7': ['Your appointment is in one week.', 'Date and time: {date}, from {start}', change],
    'reminder-1': [
      'Your appointment is tomorrow.',
      'Date and time: {date}, from {start}',
      'If your plans change, please call us.',
    ],
    'no-booking': [
      'You have not chosen a date and time yet.',
      'You can continue with the code on the paper we sent you, or by telephone.',
      'If you cannot find the paper, please call us. If you do not wish to book, you do not need to do anything.',
    ],
    'not-carried-out': [
      'We have closed your request for now.',
      'You are still welcome to call us whenever you would like to talk.',
    ],
    'overseas-hold': [
      'We are keeping an item for you.',
      'When you can receive post in Japan, please tell us yourself, with the code on the paper we sent you or by telephone.',
      'Please tell us by: {limit}',
    ],
    'overseas-90': [
      'We are keeping an item for you. You have about three months left to tell us.',
      'Please tell us by: {limit}',
      'When you can receive post in Japan, please tell us yourself, with the code on the paper we sent you or by telephone.',
    ],
    'overseas-30': [
      'We are keeping an item for you. You have about one month left to tell us.',
      'Please tell us by: {limit}',
      'After this date we can no longer send it. If this is difficult for you, please call us.',
    ],
    survey: [
      'We would be grateful for your answers to a few questions.',
      'Open the page with the code on the paper we sent you. Your name is not recorded.',
      'You are free to answer or not.',
    ],
    enquiry: [
      'We have received your enquiry.',
      'Receipt number: {no}',
      'We will read it and reply during our telephone hours. If it is urgent, please call us.',
    ],
    'enquiry-later': [
      'We have received your enquiry.',
      'Receipt number: {no}',
      'Our office is closed now. We will read enquiries and reply in turn from {date}, {start}.',
    ],
    'call-back': [
      'We will call you.',
      'We call during our telephone hours. If you cannot answer, we will try again on another day.',
    ],
  },
  hours: 'Monday to Saturday, 9 a.m. to 5 p.m. (closed on public holidays and from 29 December to 3 January)',
  closing: [
    'Questions? Please call {phone} ({hours}).',
    'You cannot reply to this email. It contains no links.',
  ],
};
