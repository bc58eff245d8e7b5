/** What mail is made of in one language. */
export interface Language {
  readonly subjects: readonly string[];
  readonly greetings: readonly string[];
  readonly sentences: readonly string[];
  readonly closings: readonly string[];
  /** Folders that people make for themselves. */
  readonly folders: readonly string[];
  readonly meetings: readonly string[];
  readonly files: readonly string[];
}

const lines = (text: string): string[] => text.trim().split('\n');

/** By the language of a culture. */
export const languages: Readonly<Record<'en' | 'de' | 'fr' | 'es' | 'ja' | 'ru', Language>> = {
  en: {
    subjects: lines(`
Budget for next quarter
Minutes of Tuesday's review
Invoice 2012-4471 is still open
Maintenance window on Saturday
Customer visit next week
Q: who owns the staging server?
Updated forecast (v3, final)
Your trip to Seattle
New price list
Lunch?`),
    greetings: ['Hi,', 'Hello,', 'Good morning,', 'All,'],
    sentences: lines(`
Please find the latest figures attached.
Could you check the second table before we send it out?
The customer wants an answer before the weekend.
Nothing else has changed since the last version.
I have put everything into the shared folder.
We agreed on this in the last review, see the minutes.
Travel is 4 % over plan; everything else holds.
Let me know by Thursday whether this works for you.
The new badges arrive on Monday; the old ones stop working at noon.
There is a “known issue” with fonts – ignore it.
Legal has seen it and has no objection.
I am out of the office on Friday, call my mobile.
Naïve question: who pays for this?
The order has been shipped, tracking number 1Z999AA10123456784.`),
    closings: ['Regards', 'Thanks', 'Best wishes', 'Cheers'],
    folders: ['Projects', 'Customers', 'Travel', 'Private', 'Newsletters', 'AC/DC', 'To do', 'Archive'],
    meetings: ['Weekly review', 'Project update', 'One to one', 'Interview', 'Release planning', 'Town hall'],
    files: [
      'Forecast.xls',
      'Minutes.doc',
      'Contract (draft).doc',
      'Slides.ppt',
      'scan0001.pdf',
      'photo.jpg',
      'logs.zip',
    ],
  },
  de: {
    subjects: lines(`
Angebot Fabrikam – Rückfragen
Protokoll der Besprechung vom Dienstag
Urlaubsplanung Übergabe
Prüfung der Stückliste
Wer bringt Kuchen? 🎂
Kündigung des Wartungsvertrags
Reisekostenabrechnung März`),
    greetings: ['Hallo,', 'Guten Morgen,', 'Liebe Kolleginnen und Kollegen,'],
    sentences: lines(`
Anbei die überarbeitete Fassung, bitte bis Mittwoch prüfen.
Der Kunde fragt nach Lieferzeiten für 240 Stück.
Ich habe den Raum „Zugspitze“ reserviert.
Die Gehäuse treffen erst am 2. ein.
Größere Änderungen sind nicht mehr möglich.
Können wir das kurz telefonisch klären?
Die Rechnung über 1.234,56 € ist noch offen.
Zuständig ist die Abteilung Einkauf, nicht wir.`),
    closings: ['Viele Grüße', 'Mit freundlichen Grüßen', 'Gruß'],
    folders: ['Projekte', 'Kunden', 'Übergabe', 'Rechnungen', 'Persönlich', 'Müller & Söhne'],
    meetings: ['Jour fixe', 'Übergabegespräch', 'Abnahme', 'Projektbesprechung'],
    files: ['Angebot 2012-118 (Entwurf).doc', 'Stückliste.xls', 'Lastenheft v3.2 final FINAL.doc', 'Größen;neu.csv'],
  },
  fr: {
    subjects: lines(`
Compte rendu de la réunion de mardi
Devis révisé – à valider
Congés d'été
Problème d'accès au réseau
Facture nº 2012-204`),
    greetings: ['Bonjour,', 'Chers collègues,', 'Salut,'],
    sentences: lines(`
Merci de confirmer avant vendredi.
Vous trouverez ci-joint la version corrigée.
Le client préfère reporter à la semaine prochaine.
Ça n'a pas marché chez moi, et chez vous ?
Le budget a été accepté à l'unanimité.
Peux-tu vérifier les chiffres de la page 7 ?`),
    closings: ['Cordialement', 'Bien à vous', 'À bientôt'],
    folders: ['Projets', 'Clients', 'Privé', 'Réunions', 'Devis reçus'],
    meetings: ['Point hebdomadaire', 'Comité de pilotage', 'Déjeuner d’équipe'],
    files: ['Devis.doc', 'Procès-verbal été.doc', 'Budget prévisionnel.xls'],
  },
  es: {
    subjects: lines(`
Presentación para Northwind
Acta de la reunión
¿Quién tiene las llaves?
Vacaciones de agosto
Pedido nº 881 – retraso`),
    greetings: ['Hola,', 'Buenos días,', 'Estimados compañeros:'],
    sentences: lines(`
¿Puedes revisar las cifras de la página 7?
El envío llegará mañana por la mañana.
Adjunto la versión definitiva.
Falta el año en el título del gráfico.
La reunión se aplaza una semana.
Ningún cambio más, gracias.`),
    closings: ['Saludos', 'Un abrazo', 'Atentamente'],
    folders: ['Proyectos', 'Clientes', 'Señales', 'Año 2011'],
    meetings: ['Reunión semanal', 'Revisión de diseño', 'Llamada con el cliente'],
    files: ['Presentación.ppt', 'Año fiscal.xls', 'Acta.doc'],
  },
  ja: {
    subjects: lines(`
来週の会議について
見積書の件
【重要】システムメンテナンスのお知らせ
Re: 出張の日程`),
    greetings: ['お疲れ様です。', 'いつもお世話になっております。'],
    sentences: lines(`
来週の会議は水曜日の10時に変更になりました。
資料は共有フォルダーにあります。
ご確認のほど、よろしくお願いいたします。
添付ファイルをご覧ください。
納期は月末の予定です。
㈱高島様からの返信を待っています。`),
    closings: ['よろしくお願いします。', '以上'],
    folders: ['工程', '見積', '社内', '出張'],
    meetings: ['定例会議', '設計レビュー', '面談'],
    files: ['議事録.doc', '見積書①.xls', '図面.pdf'],
  },
  ru: {
    subjects: lines(`
Отчёт за третий квартал
Совещание во вторник
Договор № 17
Отпуск в августе`),
    greetings: ['Добрый день!', 'Коллеги,'],
    sentences: lines(`
Прошу подтвердить до пятницы.
Во вложении исправленная версия.
Заказчик просит перенести срок.
Объём работ не изменился.
Ключи от серверной у дежурного.`),
    closings: ['С уважением', 'Спасибо'],
    folders: ['Проекты', 'Клиенты', 'Личное'],
    meetings: ['Планёрка', 'Совещание по проекту'],
    files: ['Отчёт.doc', 'Смета.xls', 'Договор.pdf'],
  },
};
