"""Lists the interfaces of an endpoint over RPC/HTTP by impacket, as its rpcmap.py does, on any port of the proxy.

usage: rpcmap.py PROXY-URL ENDPOINT AUTH-LEVEL DOMAIN USER PASSWORD
"""
import sys

from impacket import uuid
from impacket.dcerpc.v5 import mgmt, transport

proxy_url, endpoint, level, domain, user, password = sys.argv[1:7]

# The string binding insists on port 443 or 80; the URL that is set afterwards does not.
rpc = transport.DCERPCTransportFactory('ncacn_http:[%s,RpcProxy=127.0.0.1:443]' % endpoint)
rpc.set_credentials(user, password, domain, '', '')
rpc.set_rpc_proxy_url(proxy_url + '/rpc/rpcproxy.dll')
dce = rpc.get_dce_rpc()
dce.set_credentials(user, password, domain, '', '')
dce.set_auth_level(int(level))
dce.connect()
dce.bind(mgmt.MSRPC_UUID_MGMT)
vector = mgmt.hinq_if_ids(dce)['if_id_vector']
for index in range(vector['count']):
    interface = vector['if_id'][index]['Data']
    print(uuid.bin_to_string(interface['Uuid']).lower())
dce.disconnect()
