# Folders of the cloud against what the migration says it has copied.
$result = foreach ($user in Get-MigrationUser | Where-Object RecipientType -EQ 'Mailbox') {
    $folders = Get-MailboxFolderStatistics -Identity $user.Identity
    $mailbox = Get-MailboxStatistics -Identity $user.Identity
    $statistics = Get-MigrationUserStatistics -Identity $user.Identity
    [pscustomobject]@{
        User    = "$($user.Identity)"
        InCloud = ($folders | Measure-Object ItemsInFolder -Sum).Sum
        Copied  = $statistics.SyncedItemCount
        MB      = [math]::Round($mailbox.TotalItemSize.Value.ToMB(), 1)
        Bytes   = [long]$mailbox.TotalItemSize.ToString().Split('(')[1].Split(' ')[0].Replace(',', '')
    }
}
$result | Where-Object { $_.InCloud -ne $_.Copied } | ForEach-Object { Write-Warning "$($_.User) differs" }
$result | Sort-Object User | ForEach-Object { '{0,-26}{1,4}{2,4} {3}' -f $_.User, $_.InCloud, $_.Copied, ($_.Bytes -gt 0) }
Get-MailboxFolderStatistics annb@contoso.com -FolderScope Inbox | ForEach-Object { "$($_.FolderPath) $($_.ItemsInFolder)" }
