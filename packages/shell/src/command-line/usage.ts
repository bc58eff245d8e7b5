/** What `cutover -Help` prints. */
export const usage = (): string => `Usage: cutover [[-File] <filePath> [args]]
               [-Command { - | <string> [<CommandParameters>] } ]
               [-CommandWithArgs <string> [<CommandParameters>]]
               [-EncodedCommand <Base64EncodedCommand>]
               [-ExecutionPolicy <ExecutionPolicy>] [-Interactive] [-NoExit] [-NoLogo]
               [-NonInteractive] [-NoProfile] [-WorkingDirectory <directoryPath>]

       cutover <cmdlet> [parameters] [--json]
       cutover service
       cutover -Help [<cmdlet>] | -Version

Scripts, commands and switches are PowerShell's; without a script or command it is an interactive session.
A cmdlet can be called as it is: cutover Get-MigrationBatch -Identity Cutover

    --json      prints records as JSON
    --data DIR  folder of the organization's data; else CUTOVER_DATA, else the platform's data folder

A batch goes on when its command has ended: one service per data folder runs it, and is started by itself.
`;
