import type { View } from '../view.ts';
import { connectionViews } from './connection-views.ts';
import { coreViews } from './core-views.ts';
import { errorDetailView } from './error-detail-view.ts';
import { dotnetViews } from './dotnet-views.ts';
import { styleViews } from './style-views.ts';
import { fileSystemViews } from './file-system-views.ts';

/** The views that every session begins with. Error records have theirs by `errorRecordView`, as it needs the session's settings. */
export const builtInViews: readonly View[] = [
  ...dotnetViews,
  ...coreViews,
  ...connectionViews,
  ...fileSystemViews,
  ...styleViews,
  errorDetailView,
];
