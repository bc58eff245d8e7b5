"""Lists the interfaces of an endpoint over RPC/HTTP by Samba, which verifies every signature of the server.

usage: samba-mgmt.py SERVER ENDPOINT PROXY-PORT HTTP-AUTHENTICATION RPC-PROTECTION DOMAIN USER PASSWORD
"""
import sys

from samba import credentials, param
from samba.dcerpc import mgmt

server, endpoint, proxy_port, http_auth, protection, domain, user, password = sys.argv[1:9]

lp = param.LoadParm()
who = credentials.Credentials()
who.guess(lp)
who.set_domain(domain)
who.set_username(user)
who.set_password(password)
who.set_kerberos_state(credentials.DONT_USE_KERBEROS)
binding = 'ncacn_http:%s[%s,RpcProxy=127.0.0.1:%s,HttpUseTls=false,HttpAuthOption=%s,ntlm,%s]' % (
    server, endpoint, proxy_port, http_auth, protection)
connection = mgmt.mgmt(binding, lp, who)
# More calls than one, so that the key streams and counters have to go on.
for _ in range(3):
    interfaces = connection.inq_if_ids()
for interface in interfaces.if_id:
    print(str(interface.id.uuid).lower())
