# Runs a batch, groups what failed by its cause, mends the rights at the source, and starts the batch once more.
param([string] $BatchName = 'Cutover', [string] $Account = 'CONTOSO\annb')

function Wait-Batch {
    do {
        Start-Sleep -Milliseconds 200
        $batch = Get-MigrationBatch -Identity $BatchName
        $users = Get-MigrationUser -BatchId $BatchName -ResultSize Unlimited
        $done = @($users | Where-Object { $_.Status -eq 'Synced' -or $_.Status -eq 'Failed' }).Count
        Write-Progress -Activity "Batch $BatchName" -Status $batch.Status -PercentComplete (100 * $done / $batch.TotalCount)
    } while ($batch.Status.Value -in 'Starting', 'Syncing')
    '{0}: {1} synced, {2} failed' -f $batch.Status, $batch.SyncedCount, $batch.FailedCount
}

$source = @{ ExchangeServer = 'EXCH-MSG-1.contoso.com'; RpcProxyServer = 'mail.contoso.com' }
$endpoint = New-MigrationEndpoint -ExchangeOutlookAnywhere -Name Source @source -Credentials (Get-Credential $Account)
New-MigrationBatch -Name $BatchName -SourceEndpoint $endpoint.Identity -NotificationEmails helpdesk@contoso.com -AutoStart | Out-Null
Wait-Batch

$failed = Get-MigrationUser -BatchId $BatchName -Status Failed
$failed | Get-MigrationUserStatistics -IncludeReport |
    Group-Object { ($_.Error -split ' /o=')[0] } |
    Select-Object Count, Name, @{ n = 'Last'; e = { $_.Group[0].Report.Entries[-1].Message.Split(':')[0] } } |
    Format-List

$errors = Import-Csv ([uri](Get-MigrationBatch $BatchName).Reports[0].ErrorUrl).LocalPath
"MigrationErrors.csv has $($errors.Count) rows, of $(($errors.ObjectType | Sort-Object -Unique) -join ', ')"

$session = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://EXCH-MSG-1.contoso.com/PowerShell/ -Credential (Get-Credential CONTOSO\administrator)
Import-PSSession $session -Prefix Old -DisableNameChecking | Out-Null
foreach ($user in $failed) {
    Add-OldMailboxPermission -Identity "$($user.Identity)" -User $Account -AccessRights FullAccess -InheritanceType All | Out-Null
}
Remove-PSSession $session

Start-MigrationBatch -Identity $BatchName
Wait-Batch
