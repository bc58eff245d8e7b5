# A letter to each new user, with the first password out of MigrationStatistics.csv, whichever mail had it.
$letters = New-Item -ItemType Directory -Name letters
$rows = foreach ($report in (Get-MigrationBatch).Reports) { Import-Csv ([uri]$report.SuccessUrl).LocalPath }
foreach ($row in $rows | Where-Object { -not [string]::IsNullOrWhiteSpace($_.Password) }) {
    $mailbox = Get-Mailbox -Identity $row.EmailAddress
    @"
Dear $($mailbox.DisplayName),

your mailbox moves to the cloud. Sign in as $($mailbox.UserPrincipalName) with the password $($row.Password).
"@ | Out-File (Join-Path $letters.FullName "$($mailbox.Alias).txt")
}
Get-ChildItem $letters | Sort-Object Name | ForEach-Object {
    $found = Select-String -Path $_.FullName -Pattern '^Dear .*' | ForEach-Object { $_.Matches.Value }
    $word = [regex]::Match((Get-Content $_.FullName -Raw), 'password (\S+)\.').Groups[1].Value
    $credential = [pscredential]::new("$($_.BaseName)@contoso.com", (ConvertTo-SecureString $word -AsPlainText -Force))
    "$found $($word -cmatch '^[A-Za-z0-9]{8}$') $((Test-MailboxSignIn -Credential $credential -WarningAction SilentlyContinue).Result)"
}
