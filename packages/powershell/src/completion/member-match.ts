import { memberDefinition, methodDefinitions } from '../runtime/members/member-definition.ts';
import type { MemberInfo } from '../runtime/values/member-info.ts';
import type { CompletionMatch } from './completion.ts';

/** A member as a match; a note's tip can show its value. */
export function memberMatch(info: MemberInfo, { withValue }: { readonly withValue: boolean }): CompletionMatch {
  const { name, kind } = info.member;
  if (kind === 'typeMethod' || kind === 'method') {
    const forms = kind === 'typeMethod' ? methodDefinitions(info).join('\r\n') : memberDefinition(info);
    return { text: `${name}(`, list: name, type: 'Method', tip: forms };
  }
  const definition = memberDefinition(info);
  return { text: name, list: name, type: 'Property', tip: withValue ? definition : definition.replace(/=.*$/s, '') };
}
