/** What people at Contoso write about: a subject, how it begins, and what is answered. */
export interface Topic {
  readonly subject: string;
  readonly opening: string;
  readonly answer: string;
}

export const topics: readonly Topic[] = [
  {
    subject: 'Budget for the third quarter',
    opening: 'Attached you find the draft for the third quarter. Travel is 4 % over plan; everything else holds.',
    answer: 'Thanks. Can we move the trade show to the fourth quarter? That would bring travel back below plan.',
  },
  {
    subject: 'Angebot Fabrikam – Rückfragen',
    opening: 'Fabrikam fragt nach Lieferzeiten für 240 Stück. Können wir bis Mitte November zusagen?',
    answer: 'Ja, wenn die Gehäuse bis zum 2. eintreffen. Ich kläre das heute noch mit dem Einkauf.',
  },
  {
    subject: 'New badge system on Monday',
    opening:
      'From Monday on the doors on floor 4 open with the new badges only. Please pick yours up at the front desk.',
    answer: 'Mine does not open the garage. Whom do I ask?',
  },
  {
    subject: 'Mail system: maintenance window on Saturday',
    opening: 'EXCH-MSG-1 will be restarted on Saturday between 22:00 and 23:00. Outlook reconnects by itself.',
    answer: 'Please leave the calendar of room 4000 alone, the board meets on Sunday.',
  },
  {
    subject: 'Presentación para Northwind',
    opening: 'Guido quiere ver la presentación antes del viernes. ¿Puedes revisar las cifras de la página 7?',
    answer: 'Revisado. Las cifras están bien, pero falta el año en el título del gráfico.',
  },
  {
    subject: '来週の会議について',
    opening: '来週の会議は水曜日の10時に変更になりました。資料は共有フォルダーにあります。',
    answer: '了解しました。よろしくお願いします。',
  },
  {
    subject: 'Test results for build 1187',
    opening:
      'All suites pass but two: import of large files (timeout after 30 s) and the nightly backup. Logs are attached.',
    answer: 'The timeout is the known problem with the old disk. I have moved the job to the new server.',
  },
  {
    subject: 'Job interviews next week',
    opening: 'We see three candidates on Tuesday. Their papers are in the Recruiting folder; please read them before.',
    answer: 'I can take the second one. Is there a room?',
  },
  {
    subject: 'Invoice 2012-4471',
    opening: 'The customer says that invoice 2012-4471 was paid on the 14th. I cannot find the payment.',
    answer: 'It was booked to the wrong account. Corrected now.',
  },
  {
    subject: 'Wer bringt Kuchen? 🎂',
    opening: 'Zoë hat am Donnerstag Geburtstag. Ich sammle für ein Geschenk, wer bringt Kuchen mit?',
    answer: 'Ich! Käsekuchen, wie letztes Jahr.',
  },
];

export const sentences: readonly string[] = [
  'Let me know by Thursday whether this works for you.',
  'I have put the numbers into the shared folder.',
  'The customer wants an answer before the weekend.',
  'We agreed on this in the last review.',
  'Could you check the second table again?',
  'Nothing else has changed since the last version.',
  'Please do not forward this yet.',
  'I am out of the office on Friday, call my mobile.',
  'The schedule holds if we decide this week.',
  'Legal has seen it and has no objection.',
  'Der Termin steht, ich habe den Raum reserviert.',
  'Merci de confirmer avant vendredi.',
  'As discussed, we start with the small site and see.',
  'Naïve question: who owns this after the hand-over?',
  'There is a “known issue” with fonts – ignore it.',
];

export const newsletters: readonly string[] = [
  'Your weekly logistics digest',
  'Proseware status: all systems normal',
  'Nur diese Woche: 20 % auf Büromöbel',
  'TechDigest #211 – storage is cheap, time is not',
];

export const fileNames = {
  document: ['Minutes.doc', 'Angebot 2012-118 (Entwurf).doc', 'Lastenheft v3.2 final FINAL.doc', '議事録.doc'],
  sheet: ['Q3 figures.csv', 'Zeiten Oktober.csv', 'stock;list.csv'],
} as const;
