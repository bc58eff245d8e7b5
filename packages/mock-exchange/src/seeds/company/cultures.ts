/** Where people come from, and what they are called there. A name with a bar has its Latin form behind it. */
export interface Culture {
  readonly givenNames: readonly string[];
  readonly surnames: readonly string[];
  /** Surname first, as in China, Hungary and Japan. */
  readonly surnameFirst?: boolean;
  /** Which of `languages` their mail is in, mostly. */
  readonly language: 'en' | 'de' | 'fr' | 'es' | 'ja' | 'ru';
  readonly site: Site;
}

/** An office of the company. */
export interface Site {
  readonly city: string;
  readonly alias: string;
  readonly country: string;
  readonly street: string;
  readonly postalCode: string;
  readonly phone: string;
  readonly timeZone: string;
  readonly utcOffset: number;
}

const site = (
  [city, alias, country]: readonly [string, string, string],
  [street, postalCode, phone]: readonly [string, string, string],
  [timeZone, utcOffset]: readonly [string, number],
): Site => ({ city, alias, country, street, postalCode, phone, timeZone, utcOffset });

const seattle = site(
  ['Seattle', 'seattle', 'United States'],
  ['4567 Main Street', '98052', '+1 (206) 555-'],
  ['America/Los_Angeles', -8],
);
const munich = site(
  ['München', 'munich', 'Germany'],
  ['Konrad-Zuse-Straße 1', '85716', '+49 89 5550 '],
  ['Europe/Berlin', 1],
);
const paris = site(
  ['Paris', 'paris', 'France'],
  ['39, quai du Président Roosevelt', '92130', '+33 1 99 00 '],
  ['Europe/Paris', 1],
);
const madrid = site(
  ['Málaga', 'malaga', 'Spain'],
  ['C/ Marqués de Larios 4', '29005', '+34 952 55 '],
  ['Europe/Madrid', 1],
);
const tokyo = site(['東京', 'tokyo', 'Japan'], ['港区港南2-16-3', '108-0075', '+81 3 5550 '], ['Asia/Tokyo', 9]);
const gdansk = site(['Gdańsk', 'gdansk', 'Poland'], ['ul. Długa 12', '80-827', '+48 58 555 '], ['Europe/Warsaw', 1]);
const moscow = site(
  ['Москва', 'moscow', 'Russia'],
  ['ул. Крылатская, 17', '121614', '+7 495 555 '],
  ['Europe/Moscow', 3],
);

const words = (text: string): string[] => text.split(' ');

/** With the share of the company that each has. */
export const cultures: readonly (readonly [Culture, number])[] = [
  [
    {
      givenNames: words(
        'Ann David Holly Kim Guido Steve Terry Jane Michael Susan Robert Linda James Patricia Brian Karen Seán Niamh Amir Priya',
      ),
      surnames: words(
        "Beebe Pelton Holt Akers Pica Knopf Adams Dow Sullivan Graff Walters Burke Miller O'Brien O'Neill Patel Khan Fitz-Gerald Smith Johnson",
      ),
      language: 'en',
      site: seattle,
    },
    40,
  ],
  [
    {
      givenNames: words('Jürgen Günter Käthe Sören Björn Heike Uwe Anja Jörg Ute Zoë Max Lena Åsa Łukasz'),
      surnames: words(
        'Müller Schäfer Größer Weiß Köhler Schmidt Hübner Strauß Bauer Vogel Jäger Krämer Ægidius Ångström Çelik',
      ),
      language: 'de',
      site: munich,
    },
    22,
  ],
  [
    {
      givenNames: words('Hélène François Zoé Benoît Léa Jérôme Noëlle Gaël Aurélie Chloé Émile Anaïs'),
      surnames: words('Lefèvre Béranger Dupré Garçon Noël Moreau Lemaître Gauthier Hervé Fournié Durand Sérieux'),
      language: 'fr',
      site: paris,
    },
    12,
  ],
  [
    {
      givenNames: words('José María Íñigo Ángel Lucía Begoña Andrés Sofía Raúl Inés Martín Noemí'),
      surnames: words('Muñoz García Núñez Peña Ibáñez Gómez Cañada Vázquez Ordóñez López Jiménez Ruiz'),
      language: 'es',
      site: madrid,
    },
    10,
  ],
  [
    {
      givenNames: words('花子|Hanako 太郎|Taro 健一|Kenichi 美咲|Misaki 翔太|Shota 陽子|Yoko 直樹|Naoki 愛|Ai'),
      surnames: words(
        '山田|Yamada 佐藤|Sato 鈴木|Suzuki 高橋|Takahashi 渡辺|Watanabe 中村|Nakamura 髙島|Takashima 齋藤|Saito',
      ),
      surnameFirst: true,
      language: 'ja',
      site: tokyo,
    },
    7,
  ],
  [
    {
      givenNames: words('Łucja Paweł Grażyna Michał Świętosława Wojciech Małgorzata Józef Zdzisław Żaneta'),
      surnames: words('Król Wróbel Źrebiec Błaszczyk Pająk Żak Wójcik Kołodziej Kaczmarek Mazur Gołąb'),
      language: 'en',
      site: gdansk,
    },
    6,
  ],
  [
    {
      givenNames: words('Анна|Anna Сергей|Sergey Ольга|Olga Дмитрий|Dmitry Наталья|Natalya Фёдор|Fyodor'),
      surnames: words(
        'Шевченко|Shevchenko Бондаренко|Bondarenko Ткачук|Tkachuk Гончар|Honchar Щербак|Shcherbak Черных|Chernykh',
      ),
      language: 'ru',
      site: moscow,
    },
    3,
  ],
];

/** Departments with their share of the staff, and the titles in them; the first is that of the head. */
export const departments: readonly (readonly [name: string, share: number, titles: readonly string[]])[] = [
  ['Sales', 26, ['Sales Director', 'Account Manager', 'Sales Engineer', 'Key Account Manager']],
  ['Research & Development', 24, ['Chief Architect', 'Engineer', 'Senior Engineer', 'Test Engineer', 'Entwickler']],
  ['Operations', 16, ['Head of Operations', 'Planner', 'Buyer', 'Shift Supervisor']],
  ['Customer Service', 14, ['Service Manager', 'Agent', 'Technician']],
  ['Finance', 8, ['Controller', 'Accountant', 'Contrôleuse de gestion']],
  ['IT', 6, ['IT Manager', 'Administrator', 'Help Desk']],
  ['Human Resources', 4, ['HR Director', 'Recruiter', 'Payroll Clerk']],
  ['Management', 2, ['Managing Director', 'Assistant']],
];
