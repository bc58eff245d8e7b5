"""Sends NSPI stubs, as hex lines of a file, in one session by impacket's RPC and prints the answers' stubs.

A line is `OPNUM HEX`; the context handle in the stub is replaced by the session's. A fault prints its name.

usage: raw-calls.py PROXY-URL RPC-HOSTNAME DOMAIN USER PASSWORD AUTH-LEVEL FILE
"""
import sys

from impacket.dcerpc.v5 import nspi, transport
from impacket.dcerpc.v5.rpcrt import DCERPCException

proxy_url, hostname, domain, user, password, level, stubs = sys.argv[1:8]
rpc = transport.DCERPCTransportFactory('ncacn_http:%s[6004,RpcProxy=127.0.0.1:443]' % hostname)
rpc.set_credentials(user, password, domain, '', '')
rpc.set_rpc_proxy_url(proxy_url + '/rpc/rpcproxy.dll')
dce = rpc.get_dce_rpc()
dce.set_credentials(user, password, domain, '', '')
dce.set_auth_level(int(level))
dce.connect()
dce.bind(nspi.MSRPC_UUID_NSPI)
handle = nspi.hNspiBind(dce)['contextHandle'].getData()

for line in open(stubs):
    opnum, stub = line.split()
    try:
        dce.call(int(opnum), handle + bytes.fromhex(stub)[20:])
        print(dce.recv().hex())
    except DCERPCException as error:
        print(str(error).strip())
dce.disconnect()
