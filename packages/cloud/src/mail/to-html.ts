import type { ErrorRow, MigratedRow, TypeCount } from '@cutover/migration';
import { html, type Html } from '../pages/html.ts';
import { errorsHeading, troubles, typeNames, type MailContent } from './mail-content.ts';

// Mail programs know neither style sheets nor flex boxes: tables, and styles on each element.
const font = 'font-family:Segoe UI,Helvetica,Arial,sans-serif';
const cell = 'padding:7px 12px 7px 0;border-bottom:1px solid #e6e9ed;font-size:13px;vertical-align:top;text-align:left';
const head = `${cell};color:#5b6673;font-weight:600;border-bottom:1px solid #c3cad2`;
const heading = 'font-size:15px;font-weight:600;margin:28px 0 8px;color:#1b2733';
const colours = { good: '#0b6a3a', bad: '#a4332a' } as const;

/** The mail as most people see it. */
export function toHtml(content: MailContent): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${content.title}</title>
      </head>
      <body style="margin:0;background:#f3f5f7;${font};color:#1b2733">
        <table role="presentation" width="100%" cellspacing="0" cellpadding="0">
          <tr>
            <td align="center" style="padding:24px 12px">${card(content)}</td>
          </tr>
        </table>
      </body>
    </html> `;
}

function card(content: MailContent): Html {
  const colour = content.isGood ? colours.good : colours.bad;
  return html`<table
    role="presentation"
    width="720"
    cellspacing="0"
    cellpadding="0"
    style="max-width:720px;background:#ffffff;border:1px solid #dde2e7;border-radius:6px"
  >
    <tr>
      <td style="height:6px;background:${colour};border-radius:6px 6px 0 0"></td>
    </tr>
    <tr>
      <td style="padding:24px 32px 32px">
        <h1 style="font-size:20px;font-weight:600;margin:0 0 16px">${content.title}</h1>
        ${note(content)} ${countTiles(content.counts)}
        <h2 style="${heading}">What to do next</h2>
        <ol style="margin:0;padding-left:20px;font-size:14px;line-height:1.5">
          ${content.next.map((step) => html`<li style="margin-bottom:4px">${step}</li>`)}
        </ol>
        <h2 style="${heading}">Files</h2>
        <ul style="margin:0;padding-left:20px;font-size:14px;line-height:1.6">
          ${content.files.map(fileLine)}
        </ul>
        ${errorTable(content.errors)} ${migratedTable(content.migrated)}
        <h2 style="${heading}">This batch</h2>
        <table cellspacing="0" cellpadding="0">
          ${content.facts.map(factRow)}
        </table>
      </td>
    </tr>
  </table>`;
}

const note = ({ note: text }: MailContent): Html =>
  text === undefined ? html`` : html`<p style="font-size:14px;line-height:1.5;margin:0 0 16px">${text}</p>`;

function factRow([label, value]: MailContent['facts'][number]): Html {
  return html`<tr>
    <td style="${cell};color:#5b6673">${label}</td>
    <td style="${cell}">${value}</td>
  </tr>`;
}

function countTiles(counts: readonly TypeCount[]): Html {
  const tile = (count: TypeCount): Html =>
    html`<td width="33%" style="padding:14px 16px;background:#f3f5f7;border-right:4px solid #ffffff;vertical-align:top">
      <div style="font-size:26px;font-weight:600">
        ${count.migrated}<span style="font-size:15px;color:#5b6673;font-weight:400"> of ${count.total}</span>
      </div>
      <div style="font-size:13px;color:#5b6673">${typeNames[count.type]} migrated</div>
      <div style="font-size:13px;color:${isBad(count) ? colours.bad : '#5b6673'}">${troubleText(count)}</div>
    </td>`;
  return html`<table role="presentation" width="100%" cellspacing="0" cellpadding="0">
    <tr>
      ${counts.map(tile)}
    </tr>
  </table>`;
}

const isBad = ({ failed, unsynced }: TypeCount): boolean => failed > 0 || unsynced > 0;
const troubleText = (count: TypeCount): string => troubles(count).join(', ') || 'none failed';

function fileLine({ name, url, about }: MailContent['files'][number]): Html {
  const link = url ? html`<a href="${url}" style="color:#0a5ca8">${name}</a>` : html`<b>${name}</b>`;
  return html`<li>${link} (attached): ${about}</li>`;
}

function errorTable(errors: readonly ErrorRow[]): Html {
  if (errors.length === 0) return html``;
  const row = (error: ErrorRow): Html =>
    html`<tr>
      <td style="${cell}">${error.emailAddress}<br /><span style="color:#5b6673">${error.type}</span></td>
      <td style="${cell}"><span style="color:${colours.bad}">${error.errorMessage}</span><br />${error.remedy}</td>
    </tr>`;
  return html`<h2 style="${heading}">${errorsHeading}</h2>
    <table width="100%" cellspacing="0" cellpadding="0">
      <tr>
        <th style="${head}">Object</th>
        <th style="${head}">What happened, and what to do</th>
      </tr>
      ${errors.map(row)}
    </table>`;
}

function migratedTable(migrated: readonly MigratedRow[]): Html {
  if (migrated.length === 0) return html``;
  const items = (row: MigratedRow, count: number): string | number => (row.type === 'Mailbox' ? count : '');
  const row = (one: MigratedRow): Html =>
    html`<tr>
      <td style="${cell}">${one.displayName}<br /><span style="color:#5b6673">${one.emailAddress}</span></td>
      <td style="${cell}">${one.type}</td>
      <td style="${cell}">${one.status}</td>
      <td style="${cell};text-align:right">${items(one, one.itemsMigrated)}</td>
      <td style="${cell};text-align:right;padding-right:0">${items(one, one.itemsSkipped)}</td>
    </tr>`;
  const numeric = `${head};text-align:right`;
  return html`<h2 style="${heading}">Migrated</h2>
    <table width="100%" cellspacing="0" cellpadding="0">
      <tr>
        <th style="${head}">Object</th>
        <th style="${head}">Type</th>
        <th style="${head}">Status</th>
        <th style="${numeric}">Items</th>
        <th style="${numeric};padding-right:0">Skipped</th>
      </tr>
      ${migrated.map(row)}
    </table>`;
}
