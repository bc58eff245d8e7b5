"""Looks for the settings of a mailbox by exchangelib's Autodiscover client, with a DNS of its own.

usage: exchangelib-autodiscover.py HOSTS-JSON ADDRESS USER PASSWORD

HOSTS-JSON says where each host and port really is: {"autodiscover.contoso.com:443": ["127.0.0.1", 8443]}. Other hosts do not
exist. The certificate authority is taken from REQUESTS_CA_BUNDLE.
"""
import json
import sys

from exchangelib import Credentials
from exchangelib.autodiscover.discovery.pox import PoxAutodiscovery
from exchangelib.errors import TransportError
from urllib.parse import urlparse
from urllib3.util import connection

hosts, address, user, password = json.loads(sys.argv[1]), *sys.argv[2:5]
create_connection = connection.create_connection


def connect(target, *args, **options):
    where = hosts.get('%s:%s' % target)
    if where is None:
        raise OSError('no such host: %s:%s' % target)
    return create_connection(tuple(where), *args, **options)


connection.create_connection = connect


class Discovery(PoxAutodiscovery):
    def _ensure_valid_hostname(self, url):
        names = {host.split(':')[0] for host in hosts}
        if urlparse(url).hostname not in names:
            raise TransportError('%s has no DNS entry' % url)

    def _get_srv_records(self, hostname):
        return []

    def _build_response(self, ad_response):
        return ad_response


response = Discovery(email=address, credentials=Credentials(user, password)).discover()
protocols = {protocol.type: protocol for protocol in response.account.protocols}
outside, inside = protocols['EXPR'], protocols['EXCH']
print(json.dumps({
    'displayName': response.user.display_name,
    'legacyDN': response.user.legacy_dn,
    'types': sorted(protocols),
    'proxy': outside.server,
    'authentication': outside.auth_type,
    'ssl': outside.ssl,
    'principal': outside.cert_principal_name,
    'server': inside.server,
    'build': str(inside.server_version),
    'web': protocols['WEB'].external.owa_url,
}))
