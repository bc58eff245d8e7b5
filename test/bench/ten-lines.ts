/** A script of ten lines, whose start is measured. */
export const tenLines = `$total = 0
foreach ($size in 1, 2, 3) {
  $total += $size
}
function Get-Double($value) {
  $value * 2
}
$double = Get-Double $total
$names = 'a', 'b' | ForEach-Object { $_.ToUpper() }
"$double $($names -join ',')"
`;
