"""Asks the endpoint mapper over RPC/HTTP by Samba and prints what it says as JSON.

usage: samba-epm.py SERVER PROXY-PORT DOMAIN USER PASSWORD
"""
import json
import sys

from samba import credentials, param
from samba.dcerpc import epmapper, misc
from samba.ndr import ndr_unpack

server, proxy_port, domain, user, password = sys.argv[1:6]

lp = param.LoadParm()
who = credentials.Credentials()
who.guess(lp)
who.set_domain(domain)
who.set_username(user)
who.set_password(password)
who.set_kerberos_state(credentials.DONT_USE_KERBEROS)
binding = 'ncacn_http:%s[593,RpcProxy=127.0.0.1:%s,HttpUseTls=false,HttpAuthOption=ntlm,ntlm,sign]' % (server, proxy_port)
connection = epmapper.epmapper(binding, lp, who)


def describe(tower):
    floors = tower.floors
    return {
        'interface': str(ndr_unpack(misc.GUID, bytes(floors[0].lhs.lhs_data)[:16])),
        'protocols': [floor.lhs.protocol for floor in floors],
        'port': floors[3].rhs.port,
        'address': floors[4].rhs.ipaddr,
    }


handle = misc.policy_handle()
entries = []
while True:
    handle, page, status = connection.epm_Lookup(0, None, None, 1, handle, 2)
    entries += [dict(describe(entry.tower.tower), annotation=entry.annotation) for entry in page]
    if handle.uuid == misc.GUID():
        break
wanted = entries and page[-1].tower
_, towers, status = connection.epm_Map(None, wanted, misc.policy_handle(), 4)
print(json.dumps({
    'entries': entries,
    'status': status,
    'mapped': [describe(tower.twr.tower) for tower in towers if tower.twr],
}))
