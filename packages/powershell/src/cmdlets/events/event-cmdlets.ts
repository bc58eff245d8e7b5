import { WildcardPattern } from '../../dotnet/index.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import { listOfParameter, numberOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { currentTime } from '../../runtime/values/running-session.ts';
import { ScriptBlock } from '../../runtime/values/script-block.ts';
import { sleep } from '../time/sleep.ts';
import { eventRecord } from './event-errors.ts';
import { eventsOf, sameText, type Subscriber, subscriberObject } from './event-queue.ts';

const cmdlet = (name: string, rest: Pick<Cmdlet, 'parameters' | 'create'> & Partial<Cmdlet>): Cmdlet => ({
  kind: 'cmdlet',
  name,
  module: 'Microsoft.PowerShell.Utility',
  implementingType: `Microsoft.PowerShell.Commands.${name.replace('-', '')}Command`,
  ...rest,
});

/** What both ways to register take. */
const registration: readonly ParameterSpec[] = [
  { name: 'Action', type: 'ScriptBlock', position: 101 },
  { name: 'MessageData', type: 'PSObject' },
  { name: 'SupportEvent', type: 'SwitchParameter', unsupported: true },
  { name: 'Forward', type: 'SwitchParameter', unsupported: true },
  { name: 'MaxTriggerCount', type: 'Int32' },
];

const byIdentifier = (name: string, set: string, aliases: readonly string[] = []): ParameterSpec => ({
  name,
  type: 'Int32',
  ...(aliases.length > 0 && { aliases }),
  pipeline: 'property',
  sets: { [set]: { mandatory: true, position: 0 } },
});

const newEvent = cmdlet('New-Event', {
  parameters: [
    { name: 'SourceIdentifier', type: 'String', mandatory: true, position: 0 },
    { name: 'Sender', type: 'PSObject', position: 1 },
    { name: 'EventArguments', type: 'PSObject[]', position: 2 },
    { name: 'MessageData', type: 'PSObject', position: 3 },
  ],
  create: (context) => ({
    end: () => {
      const { parameters, session, out } = context;
      const event = eventsOf(session).raise(context, {
        source: textOf(parameters, 'SourceIdentifier')!,
        sender: parameters['Sender'] ?? null,
        args: listOfParameter(parameters, 'EventArguments') ?? [],
        message: parameters['MessageData'] ?? null,
      });
      out.write(event);
    },
  }),
});

const getEvent = cmdlet('Get-Event', {
  defaultSet: 'BySource',
  parameters: [
    { name: 'SourceIdentifier', type: 'String', pipeline: 'property', sets: { BySource: { position: 0 } } },
    byIdentifier('EventIdentifier', 'ById', ['Id']),
  ],
  create: (context) => ({
    process: () => {
      for (const { value } of chosenEvents(context)) context.out.write(value);
    },
  }),
});

/** The events that wait, by their source or their number; one by name that is not there is an error. */
function chosenEvents(context: CommandContext) {
  const { parameters, session, writeError } = context;
  const source = textOf(parameters, 'SourceIdentifier');
  const id = numberOf(parameters, 'EventIdentifier');
  const pattern = new WildcardPattern(source ?? '*');
  const found = eventsOf(session).events.filter((event) =>
    id === undefined ? pattern.isMatch(event.source) : event.id === id,
  );
  if (found.length > 0) return found;
  if (id !== undefined) writeError(eventRecord('INVALID_EVENT_IDENTIFIER', [String(id)]));
  else if (source !== undefined && !/[*?[]/.test(source)) {
    writeError(eventRecord('INVALID_SOURCE_IDENTIFIER', [source]));
  }
  return found;
}

const removeEvent = cmdlet('Remove-Event', {
  defaultSet: 'BySource',
  confirms: 'Medium',
  parameters: [
    { name: 'SourceIdentifier', type: 'String', sets: { BySource: { mandatory: true, position: 0 } } },
    byIdentifier('EventIdentifier', 'ByIdentifier'),
  ],
  create: (context) => ({
    process: () => {
      const ids = chosenEvents(context)
        .filter(({ source }) => context.shouldProcess(`Event '${source}'`, 'Remove'))
        .map(({ id }) => id);
      eventsOf(context.session).remove(new Set(ids));
    },
  }),
});

/** How often it looks whether an event has come, in ms. */
const interval = 50;

const waitEvent = cmdlet('Wait-Event', {
  parameters: [
    { name: 'SourceIdentifier', type: 'String', pipeline: 'property', position: 0 },
    { name: 'Timeout', type: 'Int32', aliases: ['TimeoutSec'] },
  ],
  create: ({ parameters, session, out }) => ({
    process: () => {
      const source = textOf(parameters, 'SourceIdentifier');
      const seconds = numberOf(parameters, 'Timeout') ?? -1;
      const last = seconds < 0 ? Infinity : currentTime() + seconds * 1000;
      const next = () =>
        eventsOf(session).events.find((event) => source === undefined || sameText(event.source, source));
      while (!next() && currentTime() < last) sleep(session, Math.min(interval, last - currentTime()));
      const event = next();
      if (event) out.write(event.value);
    },
  }),
});

const registerEngineEvent = cmdlet('Register-EngineEvent', {
  parameters: [{ name: 'SourceIdentifier', type: 'String', mandatory: true, position: 100 }, ...registration],
  create: (context) => ({ end: () => register(context) }),
});

const raisedByOriginal = [
  'PowerShell.Exiting',
  'PowerShell.OnIdle',
  'PowerShell.OnScriptBlockInvoke',
  'PowerShell.WorkflowJobStartEvent',
];

function register({ parameters, session, throwTerminating }: CommandContext): void {
  const source = textOf(parameters, 'SourceIdentifier')!;
  const own = raisedByOriginal.find((name) => sameText(name, source));
  if (own !== undefined) throwTerminating(eventRecord('ENGINE_EVENT_NOT_SUPPORTED', [own]));
  const queue = eventsOf(session);
  const { Action: action, MessageData: message = null } = parameters;
  queue.subscribe({
    source,
    action: action instanceof ScriptBlock ? action : undefined,
    message,
    left: numberOf(parameters, 'MaxTriggerCount') ?? 0,
  });
}

/** No object of this runtime raises events: whatever the name, there is none. */
const registerObjectEvent = cmdlet('Register-ObjectEvent', {
  parameters: [
    { name: 'InputObject', type: 'PSObject', mandatory: true, position: 0 },
    { name: 'EventName', type: 'String', mandatory: true, position: 1 },
    { name: 'SourceIdentifier', type: 'String', position: 100 },
    ...registration,
  ],
  create: ({ parameters, throwTerminating }) => ({
    end: () => throwTerminating(eventRecord('INVALID_REGISTRATION', [textOf(parameters, 'EventName') ?? ''])),
  }),
});

const getEventSubscriber = cmdlet('Get-EventSubscriber', {
  defaultSet: 'BySource',
  parameters: [
    { name: 'SourceIdentifier', type: 'String', pipeline: 'property', sets: { BySource: { position: 0 } } },
    byIdentifier('SubscriptionId', 'ById', ['Id']),
    { name: 'Force', type: 'SwitchParameter', position: 1 },
  ],
  create: (context) => ({
    process: () => {
      for (const each of chosenSubscribers(context)) context.out.write(subscriberObject(each));
    },
  }),
});

const unregisterEvent = cmdlet('Unregister-Event', {
  defaultSet: 'BySource',
  confirms: 'Medium',
  parameters: [
    {
      name: 'SourceIdentifier',
      type: 'String',
      pipeline: 'property',
      sets: { BySource: { mandatory: true, position: 0 } },
    },
    byIdentifier('SubscriptionId', 'ById'),
    { name: 'Force', type: 'SwitchParameter' },
  ],
  create: (context) => ({
    process: () => {
      const gone = chosenSubscribers(context).filter(({ source }) =>
        context.shouldProcess(`Event subscription '${source}'`, 'Unsubscribe'),
      );
      eventsOf(context.session).unsubscribe(gone);
    },
  }),
});

function chosenSubscribers({ parameters, session, writeError }: CommandContext): readonly Subscriber[] {
  const source = textOf(parameters, 'SourceIdentifier');
  const id = numberOf(parameters, 'SubscriptionId');
  const pattern = new WildcardPattern(source ?? '*');
  const found = eventsOf(session).subscribers.filter((each) =>
    id === undefined ? pattern.isMatch(each.source) : each.id === id,
  );
  const isNamed = id !== undefined || (source !== undefined && !/[*?[]/.test(source));
  if (found.length === 0 && isNamed) writeError(eventRecord('INVALID_SUBSCRIPTION', [String(id ?? source)]));
  return found;
}

/** Events that scripts raise and wait for. */
export const eventCmdlets: readonly Cmdlet[] = [
  getEvent,
  getEventSubscriber,
  newEvent,
  registerEngineEvent,
  registerObjectEvent,
  removeEvent,
  unregisterEvent,
  waitEvent,
];
