import type { Frame } from '../engine/frame.ts';
import type { DotNetType } from '../types/define-type.ts';

/** What the binder knows of a parameter, of a function or a cmdlet alike. */
export interface ParameterSpec {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** The declared type; any object without one. */
  readonly type?: DotNetType | undefined;
  readonly isSwitch?: boolean;
  readonly position?: number | undefined;
  readonly mandatory?: boolean;
  /** How objects of the pipeline come to it. */
  readonly pipeline?: 'value' | 'property' | 'value and property' | undefined;
  /** Takes all arguments that no other parameter takes. */
  readonly remaining?: boolean;
  readonly allowsNull?: boolean;
  /** The value without an argument; runs in the function's own scope. */
  readonly defaultValue?: ((frame: Frame) => unknown) | undefined;
  /** Checks of the value: each throws what is wrong. */
  readonly validators?: readonly ((value: unknown) => void)[];
}
