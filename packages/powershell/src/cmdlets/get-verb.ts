import { textsOf } from '../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import { VerbInfo } from '../runtime/values/command-results.ts';
import { matchesWildcard } from '../format/wildcard.ts';
import { approvedVerbs } from './objects/approved-verbs.ts';

export const getVerb: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Verb',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.GetVerbCommand',
  outputTypes: ['System.Management.Automation.VerbInfo'],
  parameters: [
    { name: 'Verb', type: 'String[]', position: 0, pipeline: 'both' },
    {
      name: 'Group',
      type: 'String[]',
      position: 1,
      pipeline: 'both',
      validate: [{ kind: 'set', values: Object.keys(approvedVerbs).toSorted() }],
    },
  ],
  create: ({ out, parameters: given }) => ({
    process: () => {
      const groups = textsOf(given, 'Group')?.map((each) => each.toLowerCase());
      const patterns = textsOf(given, 'Verb');
      for (const verb of allVerbs) {
        const isInGroup = groups?.includes(verb.group.toLowerCase()) ?? true;
        const isMeant = patterns?.some((pattern) => matchesWildcard(verb.verb, pattern)) ?? true;
        if (isInGroup && isMeant) out.write(verb);
      }
    },
  }),
};

const allVerbs: readonly VerbInfo[] = Object.entries(approvedVerbs).flatMap(([group, verbs]) =>
  verbs.map(([verb, aliasPrefix, description]) => new VerbInfo({ verb, aliasPrefix, group, description })),
);
