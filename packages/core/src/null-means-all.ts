/** Whether `-Identity $null` asks for every object. Source: the caution in Get-MigrationUserStatistics and Get-MailboxStatistics. */
export const nullMeansAll = (cmdlet: string, type = ''): boolean =>
  cmdlet.startsWith('Get-') && type.endsWith('IdParameter');
