<#
.SYNOPSIS
    Migrates an organization from Exchange 2003 to Exchange Online by a cutover migration.
.DESCRIPTION
    Tests the connection, stores it as an endpoint, creates and starts the batch, waits until everything is synced, asks
    for the MX record to be changed, completes the batch, and tells what became of each mailbox.
.PARAMETER ExchangeServer
    The old server that holds the mailboxes.
.PARAMETER RpcProxyServer
    The public name under which Outlook reaches it from outside.
.EXAMPLE
    ./cutover.ps1 -ExchangeServer EXCH-MSG-1.contoso.com -RpcProxyServer mail.contoso.com -NotificationEmail admin@contoso.com
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $ExchangeServer,
    [Parameter(Mandatory)] [string] $RpcProxyServer,
    [Parameter(Mandatory)] [string] $NotificationEmail,
    [string] $BatchName = 'Cutover',
    [double] $PollSeconds = 0.5
)

$ErrorActionPreference = 'Stop'

function Write-Step([string] $Text) {
    Write-Host ''
    Write-Host "── $Text " -NoNewline -ForegroundColor Cyan
    Write-Host ('─' * [Math]::Max(0, 76 - $Text.Length)) -ForegroundColor Cyan
}

# Shows how far the batch is, until it is where it is wanted or can get no further.
function Wait-Batch([string[]] $Status) {
    do {
        Start-Sleep -Seconds $PollSeconds
        $batch = Get-MigrationBatch -Identity $BatchName
        $percent = if ($batch.TotalCount) { 100 * ($batch.SyncedCount + $batch.FinalizedCount) / $batch.TotalCount } else { 0 }
        $state = '{0}: {1} of {2} provisioned, {3} synced, {4} failed' -f $batch.Status, $batch.ProvisionedCount,
            $batch.TotalCount, $batch.SyncedCount, $batch.FailedCount
        Write-Progress -Activity "Migration batch $BatchName" -Status $state -PercentComplete $percent
        Write-Verbose $state
    } until ($batch.Status -in $Status -or $batch.Status -in 'Failed', 'Corrupted', 'Stopped')
    Write-Progress -Activity "Migration batch $BatchName" -Completed
    if ($batch.Status -notin $Status) { throw "The batch is $($batch.Status): $($batch.Message)" }
    $batch
}

Write-Step 'Step 1: test the existing set-up'
$credential = Get-Credential -Message "An account that may read every mailbox of $ExchangeServer"
$source = @{ ExchangeServer = $ExchangeServer; Credentials = $credential; RpcProxyServer = $RpcProxyServer }
$test = Test-MigrationServerAvailability -ExchangeOutlookAnywhere @source
if ($test.Result -ne 'Success') { throw "$RpcProxyServer cannot be migrated: $($test.Message)" }
Write-Host "$RpcProxyServer answers, and the account may read the mailboxes."

Write-Step 'Step 2: configure and start the cutover migration'
$endpoint = Get-MigrationEndpoint | Where-Object RpcProxyServer -EQ $RpcProxyServer | Select-Object -First 1
if (-not $endpoint) {
    $endpoint = New-MigrationEndpoint -ExchangeOutlookAnywhere -Name Contoso @source
}
$endpoint | Format-Table Identity, EndpointType, RpcProxyServer

# A batch that is complete makes room for the next one, which takes what is new.
Get-MigrationBatch -Identity $BatchName -ErrorAction Ignore |
    Where-Object Status -Like 'Completed*' |
    Remove-MigrationBatch -Confirm:$false
$batch = New-MigrationBatch -Name $BatchName -SourceEndpoint $endpoint.Identity -NotificationEmails $NotificationEmail
Start-MigrationBatch -Identity $batch.Identity

Write-Step 'Step 3: wait until everything is provisioned and synced'
Wait-Batch 'Synced', 'SyncedWithErrors' | Out-Host
$users = Get-MigrationUser -BatchId $BatchName -ResultSize Unlimited
$users | Group-Object RecipientType | Sort-Object Name | Format-Table Name, Count -AutoSize
$failed = @($users | Where-Object Status -EQ 'Failed')
if ($failed) { $failed | Select-Object Identity, ErrorSummary | Format-List }

Write-Step 'Step 4: point the MX record to the cloud'
$null = Read-Host 'Mail goes to the old server until now. Change the MX record, wait 24 hours, and press Enter'

Write-Step 'Step 5: complete the migration'
$null = Wait-Batch 'Synced', 'SyncedWithErrors'
Complete-MigrationBatch -Identity $BatchName -Confirm:$false
$batch = Wait-Batch 'Completed', 'CompletedWithErrors'
$batch | Out-Host

Write-Step 'Statistics'
$statistics = Get-MigrationUser -BatchId $BatchName -ResultSize Unlimited | Get-MigrationUserStatistics
$statistics |
    Sort-Object SyncedItemCount -Descending |
    Select-Object -First 5 Identity, Status, SyncedItemCount, SkippedItemCount,
        @{ Name = 'KB'; Expression = { $_.BytesTransferred.ToKB() } } |
    Format-Table -AutoSize
$items = $statistics | Measure-Object -Property SyncedItemCount -Sum
'{0:N0} items in {1} mailboxes; the first sync took {2:N1} seconds.' -f $items.Sum, $items.Count, $batch.InitialSyncDuration.TotalSeconds
