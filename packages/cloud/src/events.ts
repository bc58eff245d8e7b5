import { defineEvent } from '@cutover/base';

/** What the emulated service tells whoever listens on node:diagnostics_channel, under `cutover:cloud.…`. */
export const cloudEvents = {
  /** A settings file was changed so that it cannot be used; the settings from before hold. */
  settingsRefused: defineEvent<{ folder: string; problem: string }>('cloud.settingsRefused'),
};
