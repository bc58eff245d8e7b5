# One row for each user, as a CSV file for a spreadsheet and as a page for the others.
$ErrorActionPreference = 'Stop'
$folder = Join-Path $PWD 'report'
if (-not (Test-Path $folder)) { New-Item -ItemType Directory -Path $folder | Out-Null }

$rows = foreach ($user in Get-MigrationUser -ResultSize Unlimited) {
    $statistics = Get-MigrationUserStatistics -Identity $user.Identity -IncludeReport -IncludeSkippedItems
    [pscustomobject]@{
        User    = $user.Identity
        Type    = $user.RecipientType
        Status  = $statistics.Status
        Synced  = $statistics.SyncedItemCount
        Skipped = $statistics.SkippedItemCount
        Bytes   = [long]($statistics.EstimatedTotalTransferSize.ToString() -replace '^.*\(|[, bytes)]')
        Last    = ($statistics.Report.Entries | Select-Object -Last 1).Message
    }
}
$rows | Sort-Object Bytes -Descending | Export-Csv "$folder/users.csv" -NoTypeInformation -Delimiter ';' -Encoding ([Text.Encoding]::UTF8)
$head = '<style>td, th { border: 1px solid #999 } .Failed { color: red }</style>'
$table = $rows | Select-Object User, Type, Status, Synced | ConvertTo-Html -Fragment
ConvertTo-Html -Head $head -Body "<h1>$(Get-MigrationBatch | Select-Object -First 1 -ExpandProperty Status)</h1>$table" | Set-Content "$folder/users.html"

Get-Content "$folder/users.csv" -TotalCount 2
(Get-Content "$folder/users.csv" -AsByteStream -TotalCount 3) -join ' '
(Get-Content "$folder/users.html" | Select-String '<h1>.*</tr>' -Quiet)
$rows | Group-Object Type | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Count) $(($_.Group | Measure-Object Synced -Sum).Sum)" }
