/** How a service's process ends when another owner has the folder. Source: EX_TEMPFAIL of sysexits.h. */
export const inUseExitCode = 75;
