import { html, type Html } from './html.ts';

/** The ground of a page that is one file: colours for light and dark, letters, margins. What a page has besides stands behind it. */
export const pageStyle: Html = html`<style>
  :root {
    color-scheme: light dark;
    --ground: light-dark(#fff, #16202b);
    --text: light-dark(#1b2733, #e6ebf0);
    --faint: light-dark(#5b6673, #9aa7b4);
    --line: light-dark(#dfe4ea, #2d3a48);
    --code: light-dark(#f3f5f7, #0f1720);
    --success: light-dark(#0b6a3a, #5fd39a);
    --warning: light-dark(#8a5a00, #f0c060);
    --failed: light-dark(#a4332a, #ff9b90);
  }
  body {
    font:
      15px/1.5 Segoe UI,
      Helvetica,
      Arial,
      sans-serif;
    background: var(--ground);
    color: var(--text);
    margin: 2em auto;
    max-width: 55em;
    padding: 0 1em;
  }
  h1 {
    font-size: 1.6em;
  }
  h2 {
    font-size: 1.1em;
    margin-top: 2em;
  }
  ul {
    list-style: none;
  }
</style>`;
