"""Runs impacket's exchanger.py, unchanged, against a proxy on any port.

usage: exchanger.py PROXY-URL RPC-HOSTNAME DOMAIN USER PASSWORD ARGUMENTS-OF-EXCHANGER...
"""
import runpy
import sys

from impacket.dcerpc.v5 import transport

proxy_url, hostname, domain, user, password = sys.argv[1:6]
make_transport = transport.DCERPCTransportFactory


def make_transport_to_proxy(binding):
    # The string binding insists on port 443 or 80; the URL that is set afterwards does not.
    made = make_transport(binding)
    made.set_rpc_proxy_url(proxy_url + '/rpc/rpcproxy.dll')
    return made


transport.DCERPCTransportFactory = make_transport_to_proxy
target = '%s/%s:%s@127.0.0.1' % (domain, user, password)
sys.argv = ['exchanger.py', '-rpc-hostname', hostname, target, 'nspi'] + sys.argv[6:]
runpy.run_path('/usr/share/doc/python3-impacket/examples/exchanger.py', run_name='__main__')
