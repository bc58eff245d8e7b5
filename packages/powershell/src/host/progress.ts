/** How far something is. Source: System.Management.Automation.ProgressRecord. */
export interface Progress {
  readonly id: number;
  readonly parentId?: number;
  readonly activity: string;
  readonly status: string;
  readonly currentOperation?: string;
  /** 0 to 100; absent when it cannot be told. */
  readonly percentComplete?: number;
  readonly secondsRemaining?: number;
  readonly completed?: boolean;
}
