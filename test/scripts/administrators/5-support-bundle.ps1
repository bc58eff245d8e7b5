# Everything that support asks for, as Clixml in one archive, and read back.
$bundle = New-Item -ItemType Directory -Name bundle
Get-MigrationBatch -IncludeReport -DiagnosticInfo verbose | Export-Clixml "$bundle/batches.xml"
Get-MigrationUser | Get-MigrationUserStatistics -IncludeReport -DiagnosticInfo 'showtimeslots,verbose' | Export-Clixml "$bundle/statistics.xml" -Depth 4
Get-MigrationEndpoint | Export-Clixml "$bundle/endpoints.xml"
Get-MigrationConfig | Out-File "$bundle/config.txt"
Compress-Archive -Path "$bundle/*" -DestinationPath bundle.zip
Remove-Item $bundle -Recurse
Expand-Archive -Path bundle.zip -DestinationPath again
$statistics = Import-Clixml again/statistics.xml
$ann = $statistics | Where-Object { "$($_.Identity)" -eq 'annb@contoso.com' }
"$($statistics.Count) users, $(($statistics | Measure-Object SyncedItemCount -Sum).Sum) items"
"$($ann.PSObject.TypeNames[0].Split('.')[-1]) $($ann.Status) $($ann.Report.Entries[0].Message)"
"$((Import-Clixml again/endpoints.xml).RpcProxyServer)"
@(Get-ChildItem again -Recurse -File | Select-String -SimpleMatch $env:SECRET).Count
