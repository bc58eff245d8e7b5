/** Commands of the original, by lower-case name: those that a session lacks are refused as not supported yet, not as unknown. */
export const originalCommands: ReadonlySet<string> = new Set(
  (
    'add-computer add-content add-history add-member add-pssnapin add-type checkpoint-computer clear-content ' +
    'clear-eventlog clear-history clear-host clear-item clear-itemproperty clear-recyclebin clear-variable ' +
    'compare-object complete-transaction compress-archive connect-pssession convert-path convertfrom-csv ' +
    'convertfrom-json convertfrom-markdown convertfrom-sddlstring convertfrom-securestring ' +
    'convertfrom-stringdata convertto-csv convertto-html convertto-json convertto-securestring convertto-xml ' +
    'copy-item copy-itemproperty debug-job debug-process debug-runspace disable-computerrestore ' +
    'disable-experimentalfeature disable-psbreakpoint disable-psremoting disconnect-pssession ' +
    'enable-computerrestore enable-experimentalfeature enable-psbreakpoint enable-psremoting ' +
    'enter-pshostprocess enter-pssession exit-pshostprocess exit-pssession expand-archive export-alias ' +
    'export-clixml export-csv export-modulemember export-pssession find-module find-psresource find-script ' +
    'foreach-object format-custom format-hex format-list format-table format-wide get-acl get-alias ' +
    'get-authenticodesignature get-childitem get-cimclass get-ciminstance get-clipboard get-cmsmessage ' +
    'get-command get-computerinfo get-computerrestorepoint get-content get-controlpanelitem get-counter ' +
    'get-credential get-culture get-date get-error get-event get-eventlog get-eventsubscriber ' +
    'get-executionpolicy get-experimentalfeature get-filehash get-formatdata get-help get-history get-host ' +
    'get-hotfix get-installedmodule get-item get-itemproperty get-job get-localgroup get-localuser ' +
    'get-location get-markdownoption get-member get-module get-netadapter get-netipaddress get-psbreakpoint ' +
    'get-pscallstack get-psdrive get-pshostprocessinfo get-psprovider get-psrepository get-pssession ' +
    'get-pssessioncapability get-pssessionconfiguration get-pssnapin get-packageprovider get-pfxcertificate ' +
    'get-process get-random get-runspace get-scheduledtask get-securerandom get-service get-timezone ' +
    'get-tracesource get-typedata get-uiculture get-unique get-uptime get-variable get-verb get-winevent ' +
    'get-wmiobject group-object import-alias import-clixml import-csv import-localizeddata import-module ' +
    'import-pssession import-powershelldatafile install-module install-psresource install-packageprovider ' +
    'install-script invoke-cimmethod invoke-command invoke-expression invoke-history invoke-item ' +
    'invoke-restmethod invoke-webrequest invoke-wmimethod join-path join-string limit-eventlog ' +
    'measure-command measure-object move-item move-itemproperty new-alias new-ciminstance new-cimsession ' +
    'new-event new-eventlog new-filecatalog new-guid new-item new-itemproperty new-localuser new-module ' +
    'new-modulemanifest new-object new-psdrive new-psrolecapabilityfile new-pssession ' +
    'new-pssessionconfigurationfile new-pssessionoption new-scheduledtaskaction new-scheduledtasktrigger ' +
    'new-service new-temporaryfile new-timespan new-variable new-webserviceproxy out-default out-file ' +
    'out-gridview out-host out-null out-string pop-location protect-cmsmessage publish-module push-location ' +
    'read-host receive-job receive-pssession register-cimindicationevent register-engineevent ' +
    'register-objectevent register-psrepository register-pssessionconfiguration register-scheduledtask ' +
    'register-wmievent remove-alias remove-ciminstance remove-event remove-eventlog remove-item ' +
    'remove-itemproperty remove-job remove-module remove-psbreakpoint remove-psdrive remove-pssession ' +
    'remove-pssnapin remove-service remove-typedata remove-variable remove-wmiobject rename-computer ' +
    'rename-item rename-itemproperty resolve-dnsname resolve-path restart-computer restart-service ' +
    'resume-service save-help save-module select-object select-string select-xml send-mailmessage set-acl ' +
    'set-alias set-authenticodesignature set-ciminstance set-clipboard set-content set-date ' +
    'set-executionpolicy set-item set-itemproperty set-location set-markdownoption set-psbreakpoint ' +
    'set-psdebug set-psrepository set-pssessionconfiguration set-service set-strictmode set-timezone ' +
    'set-tracesource set-variable set-wmiinstance show-command show-markdown sort-object split-path start-job ' +
    'start-process start-service start-sleep start-threadjob start-transcript stop-computer stop-job ' +
    'stop-process stop-service stop-transcript suspend-service switch-process tee-object ' +
    'test-computersecurechannel test-connection test-filecatalog test-json test-modulemanifest ' +
    'test-netconnection test-path trace-command unblock-file uninstall-module unprotect-cmsmessage ' +
    'unregister-event unregister-pssessionconfiguration update-formatdata update-help update-list update-module ' +
    'update-typedata wait-debugger wait-event wait-job wait-process where-object write-debug write-error ' +
    'write-eventlog write-host write-information write-output write-progress write-verbose write-warning'
  ).split(' '),
);
