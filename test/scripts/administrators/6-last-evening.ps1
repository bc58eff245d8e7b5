# Completes when the clock says so, waits, keeps a transcript, and clears up.
Start-Transcript -Path evening.log | Out-Null
Set-EmulatorClock -Mode Stepped | Out-Null
Set-MigrationBatch -Identity Cutover -NotificationEmails @{ Add = 'boss@contoso.com' } -CompleteAfter (Get-Date).AddHours(30).ToUniversalTime()
"told: $((Get-MigrationBatch Cutover).NotificationEmails -join ', ')"
$hours = 0
while ((Get-MigrationBatch -Identity Cutover).Status -notlike 'Completed*') {
    Start-Sleep -Seconds 3600
    if (++$hours -gt 100) { throw 'The batch is never completed.' }
}
"completed between hour 30 and 32: $($hours -in 30..32)"
try {
    Complete-MigrationBatch -Identity Cutover -Confirm:$false -ErrorAction Stop
} catch {
    "again: $(($_.Exception.Message -split '\. ')[0])"
} finally {
    Remove-MigrationBatch -Identity Cutover -Confirm:$false
    Get-MigrationEndpoint | Remove-MigrationEndpoint -Confirm:$false
}
"left: $(@(Get-MigrationBatch).Count) batches, $(@(Get-MigrationUser).Count) users, $(@(Get-MigrationEndpoint).Count) endpoints, $(@(Get-Mailbox).Count) mailboxes"
Set-EmulatorClock -Mode Real | Out-Null
Stop-Transcript | Out-Null
(Select-String -Path evening.log -Pattern '^again: ').Count
