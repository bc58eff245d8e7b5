"""Asks the endpoint mapper and the referral service by impacket and prints their answers as JSON.

usage: referral.py PROXY-URL RPC-HOSTNAME DOMAIN USER PASSWORD SERVER-DN
"""
import json
import sys

from impacket import uuid
from impacket.dcerpc.v5 import epm, nspi, oxabref, transport
from impacket.dcerpc.v5.rpcrt import DCERPCException

proxy_url, hostname, domain, user, password, server_dn = sys.argv[1:7]


def connect(port):
    rpc = transport.DCERPCTransportFactory('ncacn_http:%s[%d,RpcProxy=127.0.0.1:443]' % (hostname, port))
    rpc.set_credentials(user, password, domain, '', '')
    rpc.set_rpc_proxy_url(proxy_url + '/rpc/rpcproxy.dll')
    dce = rpc.get_dce_rpc()
    dce.connect()
    return dce


def entry_of(entry):
    floors = entry['tower']['Floors']
    return {
        'interface': str(floors[0]),
        'binding': epm.PrintStringBinding(floors),
        'annotation': entry['annotation'].rstrip(b'\0').decode('ascii'),
    }


def code_of(call):
    try:
        call()
    except DCERPCException as error:
        code = error.get_error_code()
        return str(error).strip() if code is None else '0x%x' % code
    return 'no error'


mapper = connect(593)
entries = epm.hept_lookup(None, dce=mapper)
by_interface = epm.hept_lookup(None, inquiry_type=epm.RPC_C_EP_MATCH_BY_IF, ifId=nspi.MSRPC_UUID_NSPI, dce=mapper)
binding = epm.hept_map('127.0.0.1', nspi.MSRPC_UUID_NSPI, protocol='ncacn_http', dce=mapper)
unknown = uuid.uuidtup_to_bin(('01234567-89ab-cdef-0123-456789abcdef', '1.0'))
not_there = code_of(lambda: epm.hept_map('127.0.0.1', unknown, protocol='ncacn_http', dce=mapper))
mapper.disconnect()

referral = connect(6002)
referral.bind(uuid.uuidtup_to_bin(('1544f5e0-613c-11d1-93df-00c04fd7bd09', '1.0')))
directory = oxabref.hRfrGetNewDSA(referral, '/o=Contoso/cn=annb')['ppszServer']
server = oxabref.hRfrGetFQDNFromServerDN(referral, server_dn)['ppszServerFQDN']
unknown_server = code_of(lambda: oxabref.hRfrGetFQDNFromServerDN(referral, server_dn + 'x'))
short_name = code_of(lambda: oxabref.hRfrGetFQDNFromServerDN(referral, '/o=x'))
referral.disconnect()

print(json.dumps({
    'entries': [entry_of(entry) for entry in entries],
    'byInterface': [entry_of(entry) for entry in by_interface],
    'binding': binding,
    'notThere': not_there,
    'directory': directory,
    'server': server,
    'unknownServer': unknown_server,
    'shortName': short_name,
}))
