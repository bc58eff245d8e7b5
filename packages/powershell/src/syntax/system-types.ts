/** The types of the namespace System, which need not be written: by their lower-case names. Source: reflection over .NET 10. */
export const systemTypes: ReadonlySet<string> = new Set(
  (
    'accessviolationexception action activator aggregateexception appcontext appdomain appdomainsetup ' +
    'appdomainunloadedexception applicationexception applicationid argiterator argumentexception ' +
    'argumentnullexception argumentoutofrangeexception arithmeticexception array arraysegment ' +
    'arraytypemismatchexception assemblyloadeventargs assemblyloadeventhandler asynccallback attribute ' +
    'attributetargets attributeusageattribute badimageformatexception base64formattingoptions bitconverter ' +
    'boolean buffer byte cannotunloadappdomainexception char charenumerator clscompliantattribute comparison ' +
    'console consolecanceleventargs consolecanceleventhandler consolecolor consolekey consolekeyinfo ' +
    'consolemodifiers consolespecialkey contextboundobject contextmarshalexception contextstaticattribute convert ' +
    'converter cultureawarecomparer datamisalignedexception dateonly datetime datetimekind datetimeoffset ' +
    'dayofweek dbnull decimal delegate delegate+invocationlistenumerator dividebyzeroexception ' +
    'dllnotfoundexception double duplicatewaitobjectexception entrypointnotfoundexception enum environment ' +
    'environment+processcpuusage environment+specialfolder environment+specialfolderoption ' +
    'environmentvariabletarget eventargs eventhandler exception executionengineexception fieldaccessexception ' +
    'filestyleuriparser flagsattribute formatexception formattablestring ftpstyleuriparser func gc ' +
    'gccollectionmode gcgenerationinfo gckind gcmemoryinfo gcnotificationstatus genericuriparser ' +
    'genericuriparseroptions gopherstyleuriparser guid half hashcode httpstyleuriparser iasyncdisposable ' +
    'iasyncresult icloneable icomparable iconvertible icustomformatter idisposable iequatable iformatprovider ' +
    'iformattable index indexoutofrangeexception insufficientexecutionstackexception insufficientmemoryexception ' +
    'int128 int16 int32 int64 intptr invalidcastexception invalidoperationexception invalidprogramexception ' +
    'invalidtimezoneexception iobservable iobserver iparsable iprogress iserviceprovider ispanformattable ' +
    'ispanparsable iutf8spanformattable iutf8spanparsable lazy ldapstyleuriparser loaderoptimization ' +
    'loaderoptimizationattribute localdatastoreslot marshalbyrefobject math mathf memberaccessexception memory ' +
    'memoryextensions memoryextensions+spansplitenumerator memoryextensions+trywriteinterpolatedstringhandler ' +
    'methodaccessexception midpointrounding missingfieldexception missingmemberexception missingmethodexception ' +
    'modulehandle mtathreadattribute multicastdelegate multicastnotsupportedexception netpipestyleuriparser ' +
    'nettcpstyleuriparser newsstyleuriparser nonserializedattribute notfinitenumberexception ' +
    'notimplementedexception notsupportedexception nullable nullreferenceexception object objectdisposedexception ' +
    'obsoleteattribute operatingsystem operationcanceledexception ordinalcomparer outofmemoryexception ' +
    'overflowexception paramarrayattribute platformid platformnotsupportedexception predicate progress random ' +
    'range rankexception readonlymemory readonlyspan resolveeventargs resolveeventhandler runtimeargumenthandle ' +
    'runtimefieldhandle runtimemethodhandle runtimetypehandle sbyte sequenceposition serializableattribute single ' +
    'span stackoverflowexception stathreadattribute string stringcomparer stringcomparison ' +
    'stringnormalizationextensions stringsplitoptions systemexception threadstaticattribute timeonly ' +
    'timeoutexception timeprovider timespan timezone timezoneinfo timezoneinfo+adjustmentrule ' +
    'timezoneinfo+transitiontime timezonenotfoundexception tuple tupleextensions type typeaccessexception ' +
    'typecode typedreference typeinitializationexception typeloadexception typeunloadedexception uint128 uint16 ' +
    'uint32 uint64 uintptr unauthorizedaccessexception unhandledexceptioneventargs unhandledexceptioneventhandler ' +
    'unityserializationholder uri uribuilder uricomponents uricreationoptions uriformat uriformatexception ' +
    'urihostnametype urikind uriparser uripartial uritypeconverter valuetuple valuetype version void ' +
    'weakreference'
  ).split(' '),
);
