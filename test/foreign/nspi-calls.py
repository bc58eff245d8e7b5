"""Makes the NSPI calls that exchanger.py does not, by impacket, and prints their answers as JSON.

usage: nspi-calls.py PROXY-URL RPC-HOSTNAME DOMAIN USER PASSWORD
"""
import json
import sys

from impacket.dcerpc.v5 import nspi, transport
from impacket.dcerpc.v5.dtypes import NULL
from impacket.dcerpc.v5.rpcrt import DCERPCException

proxy_url, hostname, domain, user, password = sys.argv[1:6]
group = '/o=Contoso/ou=First Administrative Group/cn=Recipients/cn='

rpc = transport.DCERPCTransportFactory('ncacn_http:%s[6004,RpcProxy=127.0.0.1:443]' % hostname)
rpc.set_credentials(user, password, domain, '', '')
rpc.set_rpc_proxy_url(proxy_url + '/rpc/rpcproxy.dll')
dce = rpc.get_dce_rpc()
dce.set_credentials(user, password, domain, '', '')
dce.set_auth_level(6)
dce.connect()
dce.bind(nspi.MSRPC_UUID_NSPI)
handle = nspi.hNspiBind(dce)['contextHandle']


def code_of(call):
    try:
        call()
    except DCERPCException as error:
        code = error.get_error_code()
        return str(error).strip() if code is None else '0x%x' % code
    return 'no error'


def numbers(array):
    return [int(each['Data']) for each in array]


def rows(row_set):
    simple = nspi.simplifyPropertyRowSet(row_set)
    return [{('0x%08x' % tag): str(value) for tag, value in row.items()} for row in simple]


def compare(first, second):
    request = nspi.NspiCompareMIds()
    request['hRpc'], request['Reserved'], request['MId1'], request['MId2'] = handle, 0, first, second
    request['pStat']['CodePage'] = nspi.CP_TELETEX
    return dce.request(request)['plResult']


def seek(name):
    request = nspi.NspiSeekEntries()
    request['hRpc'], request['Reserved'] = handle, 0
    request['pStat']['CodePage'] = nspi.CP_TELETEX
    target = request['pTarget']
    target['ulPropTag'], target['Value']['tag'], target['Value']['lpszW'] = 0x3001001F, 0x1F, name + '\0'
    stat = dce.request(request)['pStat']
    return {'id': stat['CurrentRec'], 'row': stat['NumPos'], 'rows': stat['TotalRecs']}


def update(container=0, current=0, delta=0, position=0, total=0):
    stat = nspi.STAT()
    stat['CodePage'], stat['ContainerID'], stat['CurrentRec'] = nspi.CP_TELETEX, container, current
    stat['Delta'], stat['NumPos'], stat['TotalRecs'] = delta, position, total
    answer = nspi.hNspiUpdateStat(dce, handle, stat, 0)
    moved = answer['pStat']
    return [moved['CurrentRec'], moved['NumPos'], moved['TotalRecs'], answer['plDelta'], answer['ErrorCode']]


ids = numbers(nspi.hNspiDNToMId(dce, handle, [group + 'annb', group + 'ghost', group + 'nobody'])['ppOutMIds']['aulPropTag'])
annb = ids[0]
names = ['Ann Beebe', 'an', '=annb', 'smtp:zoe.old@contoso.com', 'nobody', 'Hidden Ghost', group + 'everyone']
resolved = nspi.hNspiResolveNamesW(dce, handle, pPropTags=[0x39fe001f], paStr=names)
narrow = nspi.hNspiResolveNames(dce, handle, pPropTags=[0x3001001f, 0x3a00001e], paStr=['zoe m'])
template = lambda: nspi.hNspiGetTemplateInfo(dce, handle, pDN='/o=x', dwCodePage=1252, dwLocaleID=1033)

# The dialog of a mail user, in English.
dialog = nspi.hNspiGetTemplateInfo(dce, handle, pDN=NULL, dwCodePage=1252, dwLocaleID=1033, dwFlags=1)
[data] = nspi.simplifyPropertyRow(dialog['ppData']).items()
row_count = int.from_bytes(data[1][4:8], 'little')

# The dialog and the script by which an Internet address is made.
internet = '/o=Contoso/ou=First Administrative Group/cn=Configuration/cn=Addressing/cn=Address-Templates/cn=409/cn=INTERNET'
creation = nspi.hNspiGetTemplateInfo(dce, handle, pDN=internet, dwCodePage=1252, dwLocaleID=0, dwFlags=5)
creation = nspi.simplifyPropertyRow(creation['ppData'])

print(json.dumps({
    'ids': ids,
    'creation': {'0x%08x' % tag: int.from_bytes(value[0:4], 'little') for tag, value in creation.items()},
    'dialog': {
        'tag': '0x%08x' % data[0],
        'kind': int.from_bytes(data[1][0:4], 'little'),
        'firstText': int.from_bytes(data[1][40:44], 'little') - 36 * row_count,
        'title': data[1][8 + 36 * row_count:].split(b'\0')[0].decode(),
    },
    'propertyList': ['0x%08x' % tag for tag in numbers(nspi.hNspiGetPropList(dce, handle, annb)['ppOutMIds']['aulPropTag'])],
    'order': [compare(annb, ids[0]), compare(annb, seek('Zo')['id']) < 0, compare(seek('Zo')['id'], annb) > 0],
    'seek': [seek('Ann'), seek('Crowd 2')],
    'resolved': {'ids': numbers(resolved['ppMIds']['aulPropTag']), 'rows': rows(resolved['ppRows'])},
    'narrow': {'ids': numbers(narrow['ppMIds']['aulPropTag']), 'rows': rows(narrow['ppRows'])},
    'positions': {
        'first': update(),
        'end': update(current=2),
        'back from the end': update(current=2, delta=-1),
        'beyond the end': update(delta=1000),
        'before the beginning': update(delta=-5),
        'half': update(current=1, position=1, total=2),
    },
    'codes': {
        'past the end': code_of(lambda: seek('Zzz')),
        'unbound handle': code_of(lambda: nspi.hNspiGetPropList(dce, nspi.handle_t(), annb)),
        'property list of nothing': code_of(lambda: nspi.hNspiGetPropList(dce, handle, 0x9999)),
        'Unicode as code page': code_of(lambda: nspi.hNspiGetPropList(dce, handle, annb, CodePage=1200)),
        'template': code_of(template),
    },
    'unknown container': update(container=0x999),
    'unknown row': update(current=0x9999),
    'unbind': nspi.hNspiUnbind(dce, handle)['ErrorCode'],
}))
dce.disconnect()
