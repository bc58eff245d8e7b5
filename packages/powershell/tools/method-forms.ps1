# Prints src/runtime/members/generated/method-forms.ts: how PowerShell tells the forms of the methods that are declared.
# Run in PowerShell: node tools/declared-methods.ts | pwsh -File tools/method-forms.ps1
$adapter = [psobject].Assembly.GetType('System.Management.Automation.DotNetAdapter')
$definition = $adapter.GetMethod('GetMethodInfoOverloadDefinition', [System.Reflection.BindingFlags]'NonPublic,Static')
$forms = [System.Collections.Generic.SortedDictionary[string, System.Collections.Generic.List[string]]]::new()
$declared = @{}
foreach ($line in @($input)) {
    $name, $rest = $line -split '\|'
    if ($name -as [type]) { $declared[$name] = $rest }
}
foreach ($name in $declared.Keys) {
    $type = $name -as [type]
    $found = foreach ($kind in 0, 1) {
        $names = $declared[$name][$kind] -split ','
        $flags = [System.Reflection.BindingFlags]"Public, FlattenHierarchy, $(('Instance', 'Static')[$kind])"
        $type.GetMethods($flags) | Where-Object { $_.Name -in $names }
    }
    if (-not $type.IsAbstract -and -not $type.IsSubclassOf([Exception])) { $found = @($found) + $type.GetConstructors() }
    foreach ($method in $found) {
        if ($null -eq $method) { continue }
        $owner = if ($declared.ContainsKey("$($method.DeclaringType.FullName)")) { $method.DeclaringType.FullName } else { $name }
        $shown = if ($method.IsConstructor) { 'new' } else { $method.Name }
        $text = $definition.Invoke($null, @($shown, $method.psobject.BaseObject, 0))
        if (-not $forms.ContainsKey($owner)) { $forms[$owner] = [System.Collections.Generic.List[string]]::new() }
        if (-not $forms[$owner].Contains($text)) { $forms[$owner].Add($text) }
    }
}
'// Made by tools/method-forms.ps1.'
''
"/** The forms of .NET's methods as PowerShell tells them, a line each, by the type that declares them; a function, as few runs ask. */"
'export const methodForms = (): Readonly<Record<string, string>> => ({'
foreach ($name in $forms.Keys) { "  '$name':`n    '$($forms[$name] -join '\n')'," }
'});'
