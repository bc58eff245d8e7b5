import { conversionRank, typeRank } from '../conversions/convert.ts';
import { rank } from '../conversions/conversion-rank.ts';
import { scriptError } from '../errors/script-error.ts';
import type { DotNetType, Overload } from '../types/define-type.ts';
import { typeOf } from '../types/type-of.ts';
import { knownTypes } from '../values/running-session.ts';
import { valueOrNull } from '../values/nothing.ts';
import { Reference } from '../values/reference.ts';

interface Candidate {
  readonly form: Overload;
  readonly ranks: readonly number[];
  /** The parameters' types, a rest parameter's once for each argument that it takes. */
  readonly parameters: readonly string[];
  readonly isExpanded: boolean;
}

export interface Chosen {
  readonly form: Overload;
  readonly isExpanded: boolean;
}

/** The form of a method that fits the arguments best. Source: Adapter.FindBestMethod. */
export function chooseOverload(forms: readonly Overload[], args: readonly unknown[], name: string): Chosen {
  const [only] = forms;
  if (forms.length === 1 && only && !only.rest && only.parameters.length === args.length)
    return { form: only, isExpanded: false };
  const signature = signatureOf(args);
  if (signature === undefined) return findBest(forms, args, name);
  const known = chosenBefore(forms);
  const chosen = known.get(signature) ?? findBest(forms, args, name);
  known.set(signature, chosen);
  return chosen;
}

/** What was chosen for arguments of these types: the choice looks at nothing else of them. */
const choices = new WeakMap<readonly Overload[], Map<string, Chosen>>();

function chosenBefore(forms: readonly Overload[]): Map<string, Chosen> {
  let known = choices.get(forms);
  if (!known) choices.set(forms, (known = new Map()));
  return known;
}

/** The arguments' types by name; undefined where a name does not say all: for references and a script's own classes. */
function signatureOf(args: readonly unknown[]): string | undefined {
  let signature = '';
  for (const arg of args) {
    const name = arg === null ? '' : typeOf(arg).name;
    if (arg instanceof Reference || (arg !== null && !name.startsWith('System.'))) return undefined;
    signature += `${name};`;
  }
  return signature;
}

function findBest(forms: readonly Overload[], args: readonly unknown[], name: string): Chosen {
  const candidates = forms.flatMap((form) => candidateFor(form, args) ?? []);
  const values = [name, String(args.length)];
  if (candidates.length === 0) throw scriptError('MethodCountCouldNotFindBest', values);
  const best = bestOf(candidates, args);
  if (!best) throw scriptError('MethodAmbiguous', values);
  return best;
}

const typeNamed = (name: string): DotNetType => knownTypes().find(name) ?? { name, base: 'System.Object' };

const elementName = (arrayName: string): string => arrayName.replace(/\[\]$/, '');

function candidateFor(form: Overload, args: readonly unknown[]): Candidate | undefined {
  const { parameters, rest } = form;
  const fixed = rest ? parameters.length - 1 : parameters.length;
  if (rest ? args.length < fixed : args.length !== fixed) return undefined;
  const isExpanded = rest === true && !fitsAsArray(parameters, args);
  const expanded = isExpanded ? expand(parameters, args.length) : parameters;
  const ranks = args.map((arg, index) => rankOf(arg, expanded[index]!, form.byReference?.[index] === true));
  return ranks.includes(rank.none) ? undefined : { form, ranks, parameters: expanded, isExpanded };
}

/** A list given for a rest parameter is taken as it is, unless it fits one element better. */
function fitsAsArray(parameters: readonly string[], args: readonly unknown[]): boolean {
  if (args.length !== parameters.length) return false;
  const last = parameters.at(-1)!;
  const arg = args.at(-1);
  return rankOf(arg, elementName(last), false) <= rankOf(arg, last, false);
}

function expand(parameters: readonly string[], count: number): readonly string[] {
  const element = elementName(parameters.at(-1)!);
  return Array.from({ length: count }, (_, index) => (index < parameters.length - 1 ? parameters[index]! : element));
}

function rankOf(arg: unknown, parameter: string, byReference: boolean): number {
  const value = byReference && arg instanceof Reference ? valueOrNull(arg.read()) : arg;
  return conversionRank(value, typeNamed(parameter));
}

function bestOf(candidates: readonly Candidate[], args: readonly unknown[]): Candidate | undefined {
  let best = candidates[0]!;
  let isAmbiguous = false;
  for (const each of candidates.slice(1)) {
    const order = compareCandidates(best, each, args);
    if (order === 0) isAmbiguous = true;
    if (order >= 0) continue;
    best = each;
    isAmbiguous = false;
  }
  return isAmbiguous ? undefined : best;
}

/** More than 0 when the first is better. Source: Adapter.CompareOverloadCandidates. */
function compareCandidates(a: Candidate, b: Candidate, args: readonly unknown[]): number {
  return byRanks(a, b, args) || byGenerality(a, b) || byShape(a, b);
}

function byRanks(a: Candidate, b: Candidate, args: readonly unknown[]): number {
  return a.ranks.reduce((sum, rankOfA, index) => {
    const weight = a.ranks.length - index;
    const rankOfB = b.ranks[index]!;
    if (rankOfA !== rankOfB) return sum + Math.sign(rankOfA - rankOfB) * weight;
    if (rankOfA !== rank.unrelatedArrays) return sum;
    return sum + Math.sign(elementRank(a, args, index) - elementRank(b, args, index)) * weight;
  }, 0);
}

function elementRank({ parameters }: Candidate, args: readonly unknown[], index: number): number {
  const { element } = typeOf(args[index]);
  return element ? typeRank(element, typeNamed(elementName(parameters[index]!))) : rank.none;
}

/** Between conversions that lose nothing the narrower type wins, between those that may the wider one. */
function byGenerality(a: Candidate, b: Candidate): number {
  let order = 0;
  let weight = a.ranks.length;
  for (let index = 0; index < a.ranks.length; index++, weight = Math.abs(weight) - 1) {
    const [rankOfA, rankOfB] = [a.ranks[index]!, b.ranks[index]!];
    if (rankOfA < rank.nullToValue || rankOfB < rank.nullToValue) continue;
    const isImplicit = rankOfA >= rank.numericImplicit;
    if (isImplicit !== rankOfB >= rank.numericImplicit) continue;
    if (isImplicit) weight = -weight;
    const [typeOfA, typeOfB] = [typeNamed(a.parameters[index]!), typeNamed(b.parameters[index]!)];
    order += Math.sign(typeRank(typeOfB, typeOfA) - typeRank(typeOfA, typeOfB)) * weight;
  }
  return order;
}

function byShape(a: Candidate, b: Candidate): number {
  if (a.parameters.every((type, index) => type === b.parameters[index]) && (a.isExpanded || b.isExpanded)) {
    if (a.isExpanded && b.isExpanded) return a.form.parameters.length > b.form.parameters.length ? 1 : -1;
    return a.isExpanded ? -1 : 1;
  }
  const isSame = a.parameters.every((type, index) => type === b.parameters[index]);
  return isSame ? Math.sign(b.form.parameters.length - a.form.parameters.length) : 0;
}
