/** What Write-Progress shows: a line that is kept up to date on a terminal; elsewhere each new state is a line of its own. */
export function progressLine(): {
  show(progress: { readonly status: string; readonly completed?: boolean }): void;
  write(text: string): void;
} {
  const live = process.stdout.isTTY;
  let last = '';
  const clear = (): void => {
    if (live && last !== '') process.stdout.write('\r\u001B[K');
  };
  return {
    show: ({ status, completed }) => {
      if (status === last) return;
      clear();
      last = completed ? '' : status;
      if (last !== '') process.stdout.write(live ? last : `${last}\n`);
    },
    write: (text) => {
      clear();
      process.stdout.write(text);
      if (live && last !== '' && text.endsWith('\n')) process.stdout.write(last);
    },
  };
}
